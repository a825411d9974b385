import { inflateSync } from "fflate";
import { packedRates } from "../../data/packed-rates.js";
import { RateBook } from "../../rate/book.js";
import { entriesOfCsv } from "../../rate/csv.js";
import { fixedEuroRates } from "../../rate/fixed.js";
import type { RateFile } from "./protocol.js";

/**
 * One book of all files; of two rates for one pair, kind and day, that of the file named first is taken.
 * @throws FigureError "bad-data" that names the file and the line
 */
export function bookOf(files: readonly RateFile[]): RateBook {
  return new RateBook([
    ...files.flatMap(({ name, content }) =>
      typeof content === "string"
        ? new RateBook(entriesOfCsv(content, name)).contents()
        : packedRates(content, (packed) => inflateSync(packed)),
    ),
    ...new RateBook(fixedEuroRates()).contents(),
  ]);
}

/** What a book holds, in one line: currencies, and the first and last day. */
export function contentsOf(book: RateBook): string {
  const all = book.contents().filter((one) => one.length > 1);
  const codes = [...new Set(all.flatMap((one) => one.pair.split("/")))].sort();
  const days = all.flatMap((one) => [one.from, one.to]).sort();
  return `${codes.join(", ")}; ${days[0] ?? ""} – ${days.at(-1) ?? ""}`;
}
