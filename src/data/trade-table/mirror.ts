import { FigureError } from "../../errors.js";
import { decimal } from "../../exact/decimal.js";
import { digitsOf, unitsOf } from "../columns/column.js";
import { roundedRatio } from "../columns/rounded-quotient.js";
import { type CustomsRow, chapterOf } from "./row.js";

export interface MirrorOptions {
  /** What freight and insurance add to the value on board, at least and at most, in percent (default 0 and 10). */
  readonly freight?: readonly [string, string];
  /** The share of a month's exports that may arrive in the next month, in percent (default 50; for years 5). */
  readonly transit?: string;
  /** The share of the trade that the importer may leave out as below its threshold, in percent (default 1). */
  readonly threshold?: string;
  /** Compare chapters of the Harmonised System, or single codes. */
  readonly by?: "chapter" | "commodity" | "all";
  readonly decimals?: number;
}

/** One month (and commodity): what the exporter says, what the importer says, and whether known causes explain both. */
export interface MirrorRow {
  readonly month: string;
  readonly commodity: string;
  readonly exports: string;
  readonly imports: string;
  /** Imports − exports. */
  readonly difference: string;
  /** What each cause can add at most, or take away (threshold, transit out). */
  readonly causes: {
    readonly freight: string;
    readonly transitIn: string;
    readonly transitOut: string;
    readonly threshold: string;
  };
  /** Between which amounts the imports lie if the exports are right. */
  readonly lower: string;
  readonly upper: string;
  readonly verdict: "consistent" | "inconsistent" | "undecided";
  /** How far beyond the bounds the imports lie; 0 inside. */
  readonly unexplained: string;
}

/**
 * Mirror statistics: one country's exports beside what its partner reports as imports from it. Exports are valued on board
 * (FOB), imports with freight and insurance (CIF), later by the time at sea, and less what the importer does not record:
 *
 *     lower = exports × (1 − transit) × (1 − threshold) × (1 + least freight)
 *     upper = (exports + transit × exports of the month before) × (1 + most freight)
 *
 * Imports inside are consistent with the exports, outside inconsistent. Where the month before is not at hand, an excess
 * over the upper bound is undecided.
 */
export function mirror(
  exports: readonly CustomsRow[],
  imports: readonly CustomsRow[],
  options: MirrorOptions = {},
): MirrorRow[] {
  const decimals = options.decimals ?? 3;
  const by = options.by ?? "all";
  onlyOne([...exports, ...imports].map((row) => row.currency));
  const out = sums(exports, "export", by, decimals);
  const back = sums(imports, "import", by, decimals);
  const [least, most] = (options.freight ?? ["0", "10"]).map(percent) as [Ratio0, Ratio0];
  if (least.num * most.den > most.num * least.den) {
    throw new FigureError(
      "bad-option",
      "freight adds at least the first percent and at most the second: 0-10",
    );
  }
  const threshold = percent(options.threshold ?? "1");
  const rows: MirrorRow[] = [];
  for (const id of [...new Set([...out.keys(), ...back.keys()])].sort()) {
    const [month, commodity] = JSON.parse(id) as [string, string];
    const yearly = month.length === 4;
    const transit = percent(options.transit ?? (yearly ? "5" : "50"));
    const x = out.get(id);
    const m = back.get(id);
    if (x === undefined || m === undefined) {
      rows.push(oneSided(month, commodity, x, m, decimals));
      continue;
    }
    const before = out.get(JSON.stringify([monthBefore(month), commodity]));
    const low = part(part(part(x, less(transit), "floor"), less(threshold), "floor"), plus(least), "floor");
    const arrived = part(before ?? 0n, transit, "ceil");
    const high = part(x + arrived, plus(most), "ceil");
    const beyond = m > high ? m - high : m < low ? m - low : 0n;
    const unknownBefore = before === undefined && m > high;
    const show = (units: bigint) => digitsOf(units, decimals);
    rows.push({
      month,
      commodity,
      exports: show(x),
      imports: show(m),
      difference: show(m - x),
      causes: {
        freight: show(part(x + arrived, most, "ceil")),
        transitIn: show(arrived),
        transitOut: show(-part(x, transit, "ceil")),
        threshold: show(-part(x, threshold, "ceil")),
      },
      lower: show(low),
      upper: show(high),
      verdict: beyond === 0n ? "consistent" : unknownBefore ? "undecided" : "inconsistent",
      unexplained: show(beyond),
    });
  }
  return rows;
}

function oneSided(
  month: string,
  commodity: string,
  x: bigint | undefined,
  m: bigint | undefined,
  decimals: number,
): MirrorRow {
  const show = (units: bigint | undefined) => (units === undefined ? "" : digitsOf(units, decimals));
  return {
    month,
    commodity,
    exports: show(x),
    imports: show(m),
    difference: "",
    causes: { freight: "", transitIn: "", transitOut: "", threshold: "" },
    lower: "",
    upper: "",
    verdict: "undecided",
    unexplained: "",
  };
}

function sums(
  rows: readonly CustomsRow[],
  flow: CustomsRow["flow"],
  by: "chapter" | "commodity" | "all",
  decimals: number,
): Map<string, bigint> {
  const found = new Map<string, bigint>();
  for (const row of rows) {
    if (row.flow !== flow) continue;
    const commodity = by === "all" ? "all" : by === "chapter" ? chapterOf(row.commodity) : row.commodity;
    const id = JSON.stringify([row.month, commodity]);
    found.set(id, (found.get(id) ?? 0n) + unitsOf(row.value, decimals, row.line - 1));
  }
  return found;
}

function onlyOne(currencies: readonly string[]): void {
  const found = [...new Set(currencies)];
  if (found.length > 1) {
    throw new FigureError(
      "currency-mismatch",
      `rows in ${found.join(" and ")}: convert them to one currency first`,
    );
  }
}

/** A fraction that may be zero. */
type Ratio0 = { readonly num: bigint; readonly den: bigint };

function percent(text: string): Ratio0 {
  const value = decimal(text);
  if (value.isNegative() || value.greaterThan(100)) {
    throw new FigureError("bad-option", `a share lies between 0 and 100 percent, found ${text}`);
  }
  const places = value.decimalPlaces();
  return { num: BigInt(value.times(`1e${places}`).toFixed(0)), den: 100n * 10n ** BigInt(places) };
}

const less = ({ num, den }: Ratio0): Ratio0 => ({ num: den - num, den });
const plus = ({ num, den }: Ratio0): Ratio0 => ({ num: den + num, den });
const part = (units: bigint, ratio: Ratio0, mode: "floor" | "ceil") =>
  ratio.num === 0n ? 0n : roundedRatio(units, ratio, mode);

function monthBefore(month: string): string {
  if (month.length === 4) return String(Number(month) - 1);
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 2;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${String((count % 12) + 1).padStart(2, "0")}`;
}
