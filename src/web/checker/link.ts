/** A text within a link: compressed, after the `#`, so that no server is sent it. */
const MOST_PACKED = 60_000;
const MOST_UNPACKED = 4 * 1024 * 1024;

export interface Linked {
  readonly text: string;
  readonly publishedOn: string;
  /** Whether it is compared with the published figures of the page. */
  readonly compare: boolean;
}

/** @returns undefined for a text too long for a link */
export async function linkTo(of: Linked): Promise<string | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(of));
  if (bytes.length > MOST_UNPACKED) return undefined;
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  if (packed.length > MOST_PACKED) return undefined;
  let binary = "";
  for (const byte of packed) binary += String.fromCharCode(byte);
  const code = btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return `${location.href.split("#")[0]}#t=${code}`;
}

/** @returns undefined where the fragment is none of ours, or broken */
export async function textOf(fragment: string): Promise<Linked | undefined> {
  const code = /^#t=([\w-]{1,90000})$/.exec(fragment)?.[1];
  if (code === undefined) return undefined;
  try {
    const binary = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    const packed = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate-raw"));
    const { text, publishedOn, compare } = JSON.parse(new TextDecoder().decode(bytes)) as Record<
      string,
      unknown
    >;
    if (typeof text !== "string") return undefined;
    const day =
      typeof publishedOn === "string" && /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/.test(publishedOn)
        ? publishedOn
        : "";
    return { text, publishedOn: day, compare: compare === true };
  } catch {
    return undefined;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // A link from somebody else may unpack to anything.
    if (length > MOST_UNPACKED) throw new Error("too long");
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
