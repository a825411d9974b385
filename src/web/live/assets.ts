/** A part of the page that is packed: gzip as base64, in a script element that no browser runs. */
export async function asset(id: string): Promise<string | undefined> {
  const packed = document.getElementById(id)?.textContent?.trim() ?? "";
  if (packed === "") return undefined;
  const stream = new Blob([bytesOf(packed)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** What base64 stands for. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

export const blobOf = (code: string): string =>
  URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
