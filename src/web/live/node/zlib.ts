/** What the package uses of `node:zlib`. */
import { inflateSync } from "fflate";

export { crc32 } from "../../../data/crc32.js";

export function inflateRawSync(
  packed: Uint8Array,
  options: { readonly maxOutputLength?: number } = {},
): Uint8Array {
  const out = inflateSync(packed);
  if (out.length > (options.maxOutputLength ?? Number.POSITIVE_INFINITY)) throw new Error("too long");
  return out;
}
