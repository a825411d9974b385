import { FigureError } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import { period } from "../figure/period.js";
import type { RateEntry } from "./entry.js";
import { RATE_KINDS, type RateKind } from "./kind.js";

/** Rows of rates as people keep them, one line of column names first. Cells may stand in quotes. */
export function entriesOfCsv(text: string, name: string): RateEntry[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const none = () => new FigureError("bad-data", `${name}: there are no rates in it; ${FORM}`);
  if (text.trim() === "") throw none();
  const head = lines[0] ?? "";
  const columns = cellsOf(head).map((one) => one.toLowerCase());
  const day = columns.includes("on") ? "on" : "date";
  const missing = [day, "base", "quote", "rate", "kind"].filter((one) => !columns.includes(one));
  if (missing.length > 0) {
    const other = [";", "\t"].find((sign) => head.includes(sign));
    const found =
      other === undefined
        ? `the ${missing.length === 1 ? "column" : "columns"} ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`
        : `cells stand between ${other === ";" ? "semicolons" : "tabs"}, expected commas, and a point in numbers`;
    throw new FigureError("bad-data", `${name} line 1: ${found}; ${FORM}`);
  }
  const before = new Map<string, readonly [line: number, rate: string]>();
  const found = lines.slice(1).flatMap((line, i) => {
    if (line.trim() === "") return [];
    const wrong = (says: string) => new FigureError("bad-data", `${name} line ${i + 2}: ${says}`);
    const cells = cellsOf(line);
    if (cells.length !== columns.length)
      throw wrong(`found ${cells.length} cells for ${columns.length} columns (a comma in a number?)`);
    const entry = entryOf((column) => cells[columns.indexOf(column)] ?? "", day, wrong);
    const key = `${entry.kind} rate of ${entry.base}/${entry.quote} for ${entry.on}`;
    const known = before.get(key);
    if (known !== undefined && known[1] !== entry.rate)
      throw wrong(`a second ${key}: ${entry.rate}, after ${known[1]} in line ${known[0]}`);
    before.set(key, [i + 2, entry.rate]);
    return [entry];
  });
  if (found.length === 0) throw none();
  return found;
}

const FORM = "write date,base,quote,rate,kind";

/** The cells of a line of CSV; what stands in quotes is a cell without them. */
export function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(",").map((one) => one.trim());
  const quoted = line.match(/(?:^|,)\s*(?:"(?:[^"]|"")*"\s*(?=,|$)|[^,]*)/g) ?? [];
  return quoted.map((one) => {
    const cell = one.replace(/^,/, "").trim();
    return /^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell;
  });
}

function entryOf(
  cell: (column: string) => string,
  day: string,
  wrong: (says: string) => FigureError,
): RateEntry {
  const [on, rate, kind, per] = [cell(day), cell("rate"), cell("kind"), cell("per") || "1"];
  const [base, quote] = [cell("base").toUpperCase(), cell("quote").toUpperCase()];
  try {
    period(on);
  } catch {
    throw wrong(`"${on.slice(0, 40)}" is not a day or period: write 2023-10-23 or 2023-10`);
  }
  for (const code of [base, quote])
    if (!isCurrencyCode(code)) throw wrong(`"${code.slice(0, 40)}" is not an ISO 4217 code`);
  if (base === quote) throw wrong(`${base}/${quote} is no pair`);
  if (!/^\d{1,15}(\.\d{1,15})?$/.test(rate) || /^[0.]+$/.test(rate))
    throw wrong(`"${rate.slice(0, 40)}" is not a rate above zero`);
  if (!RATE_KINDS.includes(kind as RateKind))
    throw wrong(`"${kind.slice(0, 40)}" is not a kind of rate; there are ${RATE_KINDS.join(", ")}`);
  if (!/^10{0,4}$/.test(per)) throw wrong(`per "${per.slice(0, 40)}" is not 1, 10, 100, 1000 or 10000`);
  const publisher = cell("publisher");
  return {
    on,
    base,
    quote,
    rate,
    per: Number(per) as NonNullable<RateEntry["per"]>,
    kind: kind as RateKind,
    ...(publisher === "" ? {} : { source: { publisher } }),
  };
}
