import { inflateSync } from "fflate";
import { packedRates } from "../../data/packed-rates.js";
import { RateBook } from "../../rate/book.js";
import { entriesOfCsv } from "../../rate/csv.js";
import { fixedEuroRates } from "../../rate/fixed.js";
import type { RateFile } from "./protocol.js";

/** Rates to check with, and what they are: currencies, and the first and last day. */
export interface Opened {
  readonly book: RateBook;
  readonly says: string;
}

/**
 * One book of all files; of two rates for one pair, kind and day, that of the file named first is taken.
 * @throws FigureError "bad-data" that names the file and the line
 */
export function openFiles(files: readonly RateFile[]): Opened {
  const series = files.flatMap(({ name, content }) =>
    typeof content === "string"
      ? new RateBook(entriesOfCsv(content, name)).contents()
      : packedRates(content, (packed) => inflateSync(packed)),
  );
  const codes = [...new Set(series.flatMap((one) => one.pair.split("/")))].sort();
  const days = series.flatMap((one) => [one.from, one.to]).sort();
  return {
    book: new RateBook([...series, ...new RateBook(fixedEuroRates()).contents()]),
    says: `${codes.join(", ")}; ${days[0] ?? ""} – ${days.at(-1) ?? ""}`,
  };
}
