/** Opens a packed history of rates anywhere: in a browser, a worker or Node. */
import { inflateSync } from "fflate";
import { RateBook } from "../rate/book.js";
import { fixedEuroRates } from "../rate/fixed.js";
import { packedRates } from "./packed-rates.js";

/**
 * The rate book of a packed history: `trade-figures/rates/history.bin` (all of it) or `trade-figures/rates/majors.bin`
 * (ten currencies of the ECB since 2015), with the irrevocable euro rates.
 * @param bytes of the file, as `fetch` gives them
 * @throws FigureError "bad-data" for bytes that are no such file
 */
export function openPackedRates(bytes: Uint8Array): RateBook {
  return new RateBook([...packedRates(bytes, (packed) => inflateSync(packed)), ...fixedEuroRates()]);
}
