import { createHmac, timingSafeEqual } from "node:crypto";
import { FigureError } from "../../errors.js";

const DELIMITER = Buffer.from("<IDS|MSG>");
/** Signature, header, parent header, metadata, content. */
const FEWEST_FRAMES = 5;
/** As many as Jupyter itself remembers. */
const REMEMBERED = 65_536;

/** What a connection file says of signatures. */
export interface Connection {
  readonly key?: unknown;
  readonly signature_scheme?: unknown;
}

/**
 * Tells the front-end's messages from anybody else's: any process of the machine can reach a kernel's ports, and only
 * the front-end knows the key. It comes before anything of a message is read.
 */
export class Signatures {
  private readonly key: string;
  private readonly seen = new Set<string>();

  /** @throws FigureError "bad-option" for a connection without a key, or with another scheme than HMAC-SHA256 */
  constructor({ key, signature_scheme: scheme = "hmac-sha256" }: Connection) {
    if (typeof key !== "string" || key === "") {
      throw new FigureError("bad-option", "the kernel runs no unsigned messages: the connection has no key");
    }
    if (scheme !== "hmac-sha256") {
      throw new FigureError(
        "bad-option",
        `the kernel signs with hmac-sha256, and not with ${String(scheme)}`,
      );
    }
    this.key = key;
  }

  /** Whether the frames of a message bear the right signature, for the first time: a message that is sent again is none. */
  accepts(frames: readonly Uint8Array[]): boolean {
    const at = frames.findIndex((frame) => DELIMITER.equals(frame));
    const [signature, ...parts] = at === -1 ? [] : frames.slice(at + 1);
    if (signature === undefined || parts.length + 1 < FEWEST_FRAMES) return false;
    const wanted = createHmac("sha256", this.key);
    for (const part of parts) wanted.update(part);
    const hex = Buffer.from(wanted.digest("hex"));
    if (signature.length !== hex.length || !timingSafeEqual(signature, hex)) return false;
    const text = hex.toString();
    if (this.seen.has(text)) return false;
    this.seen.add(text);
    const [oldest] = this.seen;
    if (this.seen.size > REMEMBERED && oldest !== undefined) this.seen.delete(oldest);
    return true;
  }
}
