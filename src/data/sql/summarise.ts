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
  type Guarded,
  guardSql,
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

export interface Prepared extends Guarded {
  readonly currency: string;
  readonly scale: number;
  readonly ratios: ReadonlyMap<string, Ratio>;
}

/** Asks the engine for the extremes, and checks that every step of the plan stays within 64 bits. */
export async function prepare(
  engine: Engine,
  source: SqlSource,
  options: SummariseOptions,
): Promise<Prepared> {
  const { from, rates, rateKey = "month" } = options;
  checkMode(options.rounding ?? "halfEven");
  const scale = rates === undefined ? source.decimals : (options.scale ?? source.decimals);
  const currency = rates === undefined ? from : rates.other(from);
  const ratioOf = (key: string): Ratio | undefined => {
    const found = rates?.between(from, currency, key);
    return found === undefined ? undefined : scaledRatio(found, source.decimals, scale);
  };
  if (source.checked !== true)
    checkType(await engine.rows(typeSql(engine.dialect, source), options.signal), source.amount);
  const answer = await engine.rows(
    guardSql(engine.dialect, source, rates === undefined ? undefined : rateKey),
    options.signal,
  );
  const guarded = checkGuard(answer, rates === undefined ? undefined : ratioOf, source);
  const ratios = new Map<string, Ratio>();
  if (rates !== undefined) {
    for (const key of guarded.keys) ratios.set(key, ratioOf(key) as Ratio);
    // A plan needs one rate to name its columns, even where no row has an amount.
    if (ratios.size === 0) ratios.set("", { num: 1n, den: 1n });
  }
  return { ...guarded, currency, scale, ratios };
}

/**
 * Exact sums by keys where the data lie: the guard, then the plan, results as text. The same digits in every engine.
 * @throws FigureError "bad-data", "no-rate"
 */
export async function summarise(engine: Engine, source: SqlSource, options: SummariseOptions): Promise<Sums> {
  const d = engine.dialect;
  const prepared = await prepare(engine, source, options);
  const { rateKey = "month", rounding = "halfEven" } = options;
  const rows =
    options.rates === undefined
      ? plainSql(d, source, options.by)
      : convertedSql(d, source, { ...prepared, keys: options.by, rateKey, rounding });
  const answer = await engine.rows(sumSql(d, rows, options.by.length), options.signal);
  return new Sums(prepared.currency, prepared.scale, options.by, answer.flatMap(sumRow));
}

function sumRow(cells: readonly (string | null)[]): SumRow[] {
  const [sum, count] = cells.slice(-2);
  if (Number(count) === 0) return [];
  // A sum that its type cannot hold is null in some engines: no answer, and never none to give.
  if (sum === null || sum === undefined || !/^-?\d+$/.test(sum))
    throw new FigureError("bad-data", `an engine gave the sum ${JSON.stringify(sum?.slice(0, 60) ?? null)}`);
  return [{ keys: cells.slice(0, -2).map((key) => key ?? ""), units: BigInt(sum), count: Number(count) }];
}
