/** A part of the page that is packed: gzip as base64, in a script element that no browser runs. */
export async function asset(id: string): Promise<string | undefined> {
  const packed = document.getElementById(id)?.textContent?.trim() ?? "";
  if (packed === "") return undefined;
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

export const blobOf = (code: string): string =>
  URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
