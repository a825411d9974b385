import { FigureError } from "../../errors.js";
import type { RoundingMode } from "../../exact/rounding.js";
import { type RatesByKey, scaledRatio } from "../columns/rates.js";
import { checkMode, type Ratio } from "../columns/rounded-quotient.js";
import { type SumRow, Sums } from "../columns/sums.js";
import type { Engine } from "./engine.js";
import {
  checkGuard,
  checkType,
  convertedSql,
  type Division,
  divisionsOf,
  guardSql,
  isNarrow,
  keysSql,
  plainSql,
  type SqlSource,
  sumSql,
  typeSql,
} from "./plan.js";

export interface SummariseOptions {
  /** The currency of the amounts. */
  readonly from: string;
  readonly by: readonly string[];
  /** Rates to convert by, and the key of a row that they go by. */
  readonly rates?: RatesByKey;
  readonly rateKey?: string;
  /** Decimals of the converted amounts; those of the source unless given. */
  readonly scale?: number;
  readonly rounding?: RoundingMode;
  readonly signal?: AbortSignal;
}

/** What a plan needs to know of the rates and of the amounts. */
export interface Prepared {
  readonly currency: string;
  readonly scale: number;
  readonly ratios: ReadonlyMap<string, Ratio>;
  /** One that no amount is too large for, or the engine ends with an error where one is. */
  readonly division: Division;
}

interface Target {
  readonly currency: string;
  readonly scale: number;
  /** The ratio of a key in whole numbers; undefined where there is no rate. */
  readonly ratioOf: ((key: string) => Ratio | undefined) | undefined;
}

function targetOf(source: SqlSource, { from, rates, scale = source.decimals }: SummariseOptions): Target {
  if (rates === undefined) return { currency: from, scale: source.decimals, ratioOf: undefined };
  const currency = rates.other(from);
  const ratioOf = (key: string) => {
    const found = rates.between(from, currency, key);
    return found === undefined ? undefined : scaledRatio(found, source.decimals, scale);
  };
  return { currency, scale, ratioOf };
}

/**
 * Asks the engine for the extremes, and checks that every step of the plan stays within 64 bits.
 * @throws FigureError "bad-data", "no-rate"
 */
export async function prepare(
  engine: Engine,
  source: SqlSource,
  options: SummariseOptions,
): Promise<Prepared> {
  const { rateKey = "month", signal } = options;
  checkMode(options.rounding ?? "halfEven");
  const { currency, scale, ratioOf } = targetOf(source, options);
  if (source.checked !== true)
    checkType(await engine.rows(typeSql(engine.dialect, source), signal), source.amount);
  const asked = guardSql(engine.dialect, source, ratioOf === undefined ? undefined : rateKey);
  const { keys, division } = checkGuard(await engine.rows(asked, signal), ratioOf, source);
  const ratios = new Map<string, Ratio>();
  if (ratioOf !== undefined) {
    for (const key of keys) ratios.set(key, ratioOf(key) as Ratio);
    // A plan needs one rate to name its columns, even where no row has an amount.
    if (ratios.size === 0) ratios.set("", { num: 1n, den: 1n });
  }
  return { currency, scale, ratios, division };
}

/**
 * Exact sums by keys where the data lie, results as text. The same digits in every engine. The guard's pass over the table
 * is left out where the amounts are known to be exact and the engine itself ends with an error on overflow: only then, and
 * where a key has no rate, is it asked.
 * @throws FigureError "bad-data", "no-rate"
 */
export async function summarise(engine: Engine, source: SqlSource, options: SummariseOptions): Promise<Sums> {
  for (const quick of await withoutGuard(engine, source, options)) {
    try {
      return await sumsBy(engine, { ...source, amount: source.short ?? source.amount }, options, quick);
    } catch (error) {
      if (!FigureError.is(error) || engine.dialect.overflows?.test(error.message) !== true) throw error;
    }
  }
  return sumsBy(engine, source, options, await prepare(engine, source, options));
}

/** What to try with the ratio of every key in the table; nothing where the guard has to be asked. */
async function withoutGuard(
  engine: Engine,
  source: SqlSource,
  options: SummariseOptions,
): Promise<Prepared[]> {
  if (source.checked !== true || engine.dialect.overflows === undefined) return [];
  const { rateKey = "month", rounding = "halfEven", signal } = options;
  checkMode(rounding);
  const { currency, scale, ratioOf } = targetOf(source, options);
  const ratios = new Map<string, Ratio>();
  if (ratioOf === undefined) return [{ currency, scale, ratios, division: "single" }];
  for (const [key] of await engine.rows(keysSql(engine.dialect, source, rateKey), signal)) {
    let ratio: Ratio | undefined;
    try {
      ratio = ratioOf(key ?? "");
    } catch (error) {
      // No month at all, as a row "Total" has: an error where it has amounts, which the guard knows.
      if (!FigureError.is(error)) throw error;
    }
    if (ratio === undefined || !isNarrow(ratio)) return [];
    ratios.set(key ?? "", ratio);
  }
  if (ratios.size === 0) return [];
  return divisionsOf(engine.dialect, ratios.values(), rounding).map((division) => ({
    currency,
    scale,
    ratios,
    division,
  }));
}

async function sumsBy(
  engine: Engine,
  source: SqlSource,
  options: SummariseOptions,
  { currency, scale, ratios, division }: Prepared,
): Promise<Sums> {
  const d = engine.dialect;
  const { by, rateKey = "month", rounding = "halfEven", signal } = options;
  const rows =
    options.rates === undefined
      ? plainSql(d, source, by)
      : convertedSql(d, source, { ratios, division, keys: by, rateKey, rounding });
  const answer = await engine.rows(sumSql(d, rows, by.length), signal);
  // Without a key and with an empty one is the same group here.
  return new Sums(currency, scale, by, answer.flatMap(sumRow)).over(...by);
}

function sumRow(cells: readonly (string | null)[]): SumRow[] {
  const [sum, count] = cells.slice(-2);
  if (Number(count) === 0) return [];
  // A sum that its type cannot hold is null in some engines: no answer, and never none to give.
  if (sum === null || sum === undefined || !/^-?\d+$/.test(sum))
    throw new FigureError("bad-data", `an engine gave the sum ${JSON.stringify(sum?.slice(0, 60) ?? null)}`);
  return [{ keys: cells.slice(0, -2).map((key) => key ?? ""), units: BigInt(sum), count: Number(count) }];
}
