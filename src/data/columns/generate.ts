import { FigureError } from "../../errors.js";
import { Column } from "./column.js";
import { codesFor, Keys } from "./keys.js";
import { Random } from "./random.js";
import { RatesByKey } from "./rates.js";

export interface GenerateOptions {
  readonly rows: number;
  readonly seed?: number;
  /** Months from `from` on (default 60 from 2019-01). */
  readonly months?: number;
  readonly from?: string;
  readonly provinces?: number;
  readonly partners?: number;
  readonly chapters?: number;
  /** Shares of rows out of 1,000: amounts that convert to an exact half of a cent, negative amounts, no amount. */
  readonly ties?: number;
  readonly negatives?: number;
  readonly nulls?: number;
}

const POWERS = Array.from({ length: 11 }, (_, i) => 10 ** (i + 2));

/** Made rows of trade, and the rates of their months. */
export interface Generated {
  readonly value: Column<"CNY">;
  readonly rates: RatesByKey<"USD", "CNY">;
  /** The rates as digits, by month. */
  readonly digits: Readonly<Record<string, string>>;
  readonly month: Keys;
  readonly province: Keys;
  readonly partner: Keys;
  readonly flow: Keys;
  readonly chapter: Keys;
}

/**
 * Rows of trade of any number, in random order, the same for the same seed. Amounts spread over nine powers of ten, from
 * a yuan to ten billion, in fen; one row in fifty falls on an exact half of a cent, where rounding is decided.
 * @example generateTrade({ rows: 1000, seed: 7 }).value.length // 1000
 */
export function generateTrade(options: GenerateOptions): Generated {
  const { rows, seed = 1, ties = 20, negatives = 5, nulls = 10 } = options;
  if (!Number.isInteger(rows) || rows < 0 || rows > 2 ** 31) {
    throw new FigureError("bad-option", `rows must be a whole number up to 2^31, found ${rows}`);
  }
  const random = new Random(seed);
  const months = monthsFrom(options.from ?? "2019-01", options.months ?? 60);
  // Multiples of 0.0032 have denominators that are even in lowest terms: only with those can half a cent come out.
  let walk = 2190;
  const rate = months.map(() => {
    walk = Math.min(2300, Math.max(2000, walk + random.below(41) - 20)) | 1;
    return walk * 32;
  });
  const digits = Object.fromEntries(
    months.map((month, i) => [month, ((rate[i] as number) / 10_000).toFixed(4)]),
  );
  const tie = rate.map((one) => firstTie(one));
  const units = new Float64Array(rows);
  const keys = {
    month: key("month", months, rows),
    province: key("province", named("P", options.provinces ?? 31), rows),
    partner: key("partner", named("C", options.partners ?? 60), rows),
    flow: key("flow", ["export", "import"], rows),
    chapter: key("chapter", named("", options.chapters ?? 97), rows),
  };
  const { month, province, partner, flow, chapter } = keys;
  for (let i = 0; i < rows; i++) {
    month.codes[i] = random.small(month.values.length);
    province.codes[i] = random.small(province.values.length);
    partner.codes[i] = random.small(partner.values.length);
    flow.codes[i] = random.small(2);
    chapter.codes[i] = random.small(chapter.values.length);
    const kind = random.small(1000);
    if (kind < nulls) {
      units[i] = Number.NaN;
      continue;
    }
    // Every power of ten alike, as trade by commodity is spread.
    let x = 1 + random.below(POWERS[random.small(11)] as number);
    if (kind < nulls + ties) {
      const { first, step } = tie[keys.month.codes[i] as number] as { first: number; step: number };
      x = first + Math.floor(x / step) * step;
    }
    units[i] = random.small(1000) < negatives ? -x : x;
  }
  const made = Object.fromEntries(
    Object.entries(keys).map(([name, one]) => [name, new Keys(name, one.values, one.codes)]),
  ) as Record<keyof typeof keys, Keys>;
  return { value: new Column("CNY", 2, units), rates: RatesByKey.of("USD/CNY", digits), digits, ...made };
}

/** The amounts a whose a × 10000 ÷ rate ends in one half: `first`, and every `step` from there. */
function firstTie(rate: number): { readonly first: number; readonly step: number } {
  const common = gcd(10_000, rate);
  const [num, den] = [10_000 / common, rate / common];
  for (let a = 1; a <= den; a++) if (2 * ((a * num) % den) === den) return { first: a, step: den };
  throw new FigureError("bad-data", `no amount at the rate ${rate} ends in one half`);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

function monthsFrom(first: string, count: number): string[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
  return Array.from(
    { length: count },
    (_, i) => `${Math.floor((start + i) / 12)}-${String(((start + i) % 12) + 1).padStart(2, "0")}`,
  );
}

function named(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${letter}${String(i + 1).padStart(2, "0")}`);
}

const key = (_: string, values: readonly string[], rows: number) => ({
  values,
  codes: codesFor(values.length, rows),
});
