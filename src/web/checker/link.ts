/** A text within a link: compressed, after the `#`, so that no server is sent it. */
const MAX = 60_000;

/** @returns undefined for a text too long for a link */
export async function linkTo(text: string, publishedOn: string): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify({ text, publishedOn }));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  const code = btoa(String.fromCharCode(...packed.slice(0, MAX))).replace(/[+/=]/g, (c) => ({ "+": "-", "/": "_" })[c] ?? "");
  if (packed.length >= MAX) return undefined;
  return `${location.href.split("#")[0]}#t=${code}`;
}

/** @returns undefined where the fragment is none of ours, or broken */
export async function textOf(fragment: string): Promise<{ text: string; publishedOn: string } | undefined> {
  const code = /^#t=([\w-]{1,80000})$/.exec(fragment)?.[1];
  if (code === undefined) return undefined;
  try {
    const packed = Uint8Array.from(atob(code.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate-raw"));
    const { text, publishedOn } = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    if (typeof text !== "string") return undefined;
    const day = typeof publishedOn === "string" && /^\d{4}-\d\d-\d\d$/.test(publishedOn) ? publishedOn : "";
    return { text, publishedOn: day };
  } catch {
    return undefined;
  }
}

const MAX_UNPACKED = 4 * 1024 * 1024;

async function through(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // A link from somebody else may unpack to anything.
    if (length > MAX_UNPACKED) throw new Error("too long");
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
