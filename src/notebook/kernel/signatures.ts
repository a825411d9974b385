import { createHmac, timingSafeEqual } from "node:crypto";

const DELIMITER = Buffer.from("<IDS|MSG>");

/** As many as ipykernel remembers: a message seen before is a replay. */
const REMEMBERED = 65_536;

/**
 * Who may speak to the kernel. Each message is signed with the key of the connection file; what is not, or was signed
 * before, is dropped without a word: any program of this machine may listen to what a kernel says, so an answer that
 * names the right signature would hand out the key's use.
 * Source: the Jupyter wire protocol, "HMAC signature", and ipykernel's replay memory.
 */
export class Signatures {
  private readonly seen = new Set<string>();

  /** @param key the key of the connection file; an empty one means that messages are not signed */
  constructor(private readonly key: string) {}

  /** @param frames identities, delimiter, signature, then the four parts that are signed, and buffers */
  admits(frames: readonly Buffer[]): boolean {
    const at = frames.findIndex((frame) => frame.equals(DELIMITER));
    if (at < 0 || frames.length < at + 6) return false;
    if (this.key === "") return true;
    const hash = createHmac("sha256", this.key);
    for (const part of frames.slice(at + 2)) hash.update(part);
    const wanted = hash.digest();
    const text = frames[at + 1]?.toString("latin1") ?? "";
    const given = /^[0-9a-f]{64}$/.test(text) ? Buffer.from(text, "hex") : undefined;
    if (given === undefined || !timingSafeEqual(given, wanted)) return false;
    if (this.seen.has(text)) return false;
    this.seen.add(text);
    // A set keeps the order in which it was filled: the oldest goes.
    if (this.seen.size > REMEMBERED) this.seen.delete(this.seen.values().next().value as string);
    return true;
  }
}
