/** Opens packed rates anywhere: in a browser, a worker or Node. */
import { inflateSync } from "fflate";
import { RateBook } from "../rate/book.js";
import { fixedEuroRates } from "../rate/fixed.js";
import { packedRates } from "./packed-rates.js";

/**
 * The rate book of packed files, with the irrevocable euro rates: `trade-figures/rates/ecb.bin` (every reference rate
 * of the ECB since 1999), `trade-figures/rates/h10.bin` (the Federal Reserve's noon rates, 1971 to November 2024),
 * `trade-figures/rates/majors.bin` (ten currencies of the ECB since 2015). A series is unpacked when first asked for.
 * @param files the bytes of one file or several, as `fetch` gives them; of two that hold a rate, the first is taken
 * @throws FigureError "bad-data" for bytes that are no such file
 */
export function openPackedRates(...files: readonly Uint8Array[]): RateBook {
  const series = files.flatMap((bytes) => packedRates(bytes, (packed) => inflateSync(packed)));
  return new RateBook([...series, ...fixedEuroRates()]);
}
