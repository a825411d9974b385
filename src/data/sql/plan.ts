/**
 * The exact plan in SQL: a × num ÷ den rounded once, by integers of 64 bits alone.
 *
 *     q = a quo den,  r = a rem den
 *     w = q × num + (r × num) quo den,  s = (r × num) rem den
 *     y = w, or one further from zero, as the mode says of s against den
 *
 * Where no a × num leaves 64 bits, one division is enough:
 *
 *     w = (a × num) quo den,  s = a × num − w × den
 *
 * Where none leaves 2^52, half-even is one division of doubles, in an engine whose doubles are known:
 *
 *     y = round(a × num ÷ den)
 *
 * For then a × num and den are doubles without an error. A quotient that is no tie lies at least 1 ÷ 2den beside one; its
 * rounding error is below 2^52 ÷ den × 2^−53 = 1 ÷ 2den, and a tie itself is a double: no quotient is rounded onto a tie or
 * over it. Both sides of the fraction are taken 2^11 times, so that 64 bits overflow just where a × num leaves 2^52.
 *
 * No `/` on decimals, no avg, no round: their digits differ from engine to engine. The limits that keep all of it within
 * 64 bits are checked by the guard query first, since several engines wrap without a word; an engine that never does ends
 * with an error instead, and is asked for the guard only then.
 */
import { FigureError } from "../../errors.js";
import type { RoundingMode } from "../../exact/rounding.js";
import type { Ratio } from "../columns/rounded-quotient.js";
import type { Dialect } from "./dialect.js";

/** Where the amounts lie in an engine. */
export interface SqlSource {
  /** A table name, quoted, or a query in parentheses. */
  readonly from: string;
  /** The amount, as an expression. */
  readonly amount: string;
  /** Decimals of the amounts; of whole numbers in the smallest unit where `scaled` is set. */
  readonly decimals: number;
  readonly scaled?: boolean;
  /** The same as `amount`, faster, where an engine without a guard ends with an error at amounts that are too large for it. */
  readonly short?: string;
  /** The amounts are known to lose nothing, by their type or as they were looked at before; otherwise the engine is asked. */
  readonly checked?: boolean;
  /** The expression of each key, by name. */
  readonly keys: Readonly<Record<string, string>>;
  /** The type of a key, where its texts can be cast back to it: rates are then looked up without a text for each row. */
  readonly types?: Readonly<Record<string, string | undefined>>;
}

const HALF_RANGE = 2n ** 62n;
const RANGE = 2n ** 63n;
const DOUBLE_RANGE = 2n ** 52n;
const TO_RANGE = RANGE / DOUBLE_RANGE;

/** How a row may be divided: once in doubles, once in whole numbers, or in two steps. */
export type Division = "double" | "single" | "split";

const inDoubles = ({ num, den }: Ratio): boolean => num < DOUBLE_RANGE && den < DOUBLE_RANGE;

/** The divisions of an engine that ends with an error where one does not do, the fastest first. */
export function divisionsOf(d: Dialect, ratios: Iterable<Ratio>, rounding: RoundingMode): Division[] {
  const doubles = d.double !== undefined && rounding === "halfEven" && [...ratios].every(inDoubles);
  return doubles ? ["double", "single"] : ["single"];
}

/** One row a key of the rates: amounts, least and greatest amount, amounts that lose digits. */
export function guardSql(d: Dialect, source: SqlSource, rateKey: string | undefined): string {
  const a = unitsOf(d, source);
  const key = rateKey === undefined ? d.literal("") : keyOf(d, source, rateKey);
  // A whole number that is none after all, or an unsigned one that turns negative, is not what it was.
  const loses = source.scaled === true ? `${a} <> ${source.amount}` : d.loses(source.amount, source.decimals);
  const lost = source.checked === true ? "0" : `CASE WHEN ${loses} THEN 1 ELSE 0 END`;
  return (
    `SELECT k, ${d.text("COUNT(a)")} AS c, ${d.text("MIN(a)")} AS lo, ` +
    `${d.text("MAX(a)")} AS hi, ${d.text("SUM(lost)")} AS bad ` +
    `FROM (SELECT ${key} AS k, ${a} AS a, ${lost} AS lost FROM ${source.from} s0) g0 GROUP BY k`
  );
}

/** Each key of the rates once, of rows with an amount or without. */
export function keysSql(d: Dialect, source: SqlSource, rateKey: string): string {
  return `SELECT DISTINCT ${keyOf(d, source, rateKey)} AS k FROM ${source.from} s0`;
}

/** Whether the rest of a division by `den`, times `num`, stays within 64 bits. */
export const isNarrow = ({ num, den }: Ratio): boolean => num * den < HALF_RANGE;

/** The type of the amount, in one row; none where the table is empty. */
export function typeSql(d: Dialect, source: SqlSource): string {
  return `SELECT ${d.typeOf(source.amount)} FROM ${source.from} s0 LIMIT 1`;
}

const EXACT = /^(?:Nullable\()?(?:u?(?:tiny|small|big|huge)?int(?:eger)?\d*|decimal\d*|numeric)\b/i;

/** @throws FigureError "bad-data" for an amount that is neither a decimal nor a whole number */
export function checkType(answer: readonly (readonly (string | null)[])[], amount: string): void {
  const type = answer[0]?.[0];
  if (typeof type !== "string" || EXACT.test(type)) return;
  throw new FigureError(
    "bad-data",
    /^(?:Nullable\()?(?:float|double|real)/i.test(type)
      ? `column ${amount} is ${type}: its amounts have lost digits already; store them as decimals`
      : `column ${amount} is ${type}, neither a decimal nor a whole number: cast it, in a view`,
  );
}

export interface Guarded {
  /** The keys of the rates that have amounts. */
  readonly keys: readonly string[];
  /** The fastest that no amount is too large for. */
  readonly division: Division;
}

/**
 * Reads the guard's answer.
 * @throws FigureError "bad-data" where amounts lose digits or a step could leave 64 bits; "no-rate" for a key without a rate
 */
export function checkGuard(
  answer: readonly (readonly (string | null)[])[],
  ratioOf: ((key: string) => Ratio | undefined) | undefined,
  source: SqlSource,
): Guarded {
  let [largestProduct, doubles] = [0n, true];
  const keys: string[] = [];
  for (const [key, c, lo, hi, bad] of answer) {
    if (Number(bad ?? "0") > 0) {
      throw new FigureError(
        "bad-data",
        `${Number(bad).toLocaleString("en")} amounts${under(key)} ${source.scaled === true ? "are not whole numbers" : `have more than ${source.decimals} decimals`} or lie beyond 2^63`,
      );
    }
    if (Number(c) === 0) continue;
    keys.push(key ?? "");
    if (ratioOf === undefined) continue;
    const ratio = ratioOf(key ?? "");
    if (ratio === undefined) {
      throw new FigureError(
        "no-rate",
        `no rate for ${key || "an empty key"}, which has ${Number(c).toLocaleString("en")} amounts`,
      );
    }
    const [least, most] = [BigInt(lo as string), BigInt(hi as string)];
    const largest = -least > most ? -least : most;
    const result = (largest * ratio.num) / ratio.den + 1n;
    if (!isNarrow(ratio) || result >= RANGE || largest >= RANGE) {
      throw new FigureError(
        "bad-data",
        `amounts${under(key)} up to ${largest} at the rate ${ratio.num}/${ratio.den} leave 64 bits: keep fewer decimals`,
      );
    }
    doubles &&= inDoubles(ratio);
    if (largest * ratio.num > largestProduct) largestProduct = largest * ratio.num;
  }
  const division =
    doubles && largestProduct < DOUBLE_RANGE ? "double" : largestProduct < RANGE ? "single" : "split";
  return { keys, division };
}

const under = (key: string | null | undefined) => (key ? ` of ${key}` : "");

/**
 * Each row's keys and its amount `y` in the other currency.
 * @param ratios the ratio of each key of the rates
 * @param more further columns to carry along, as expressions with their names
 */
export function convertedSql(
  d: Dialect,
  source: SqlSource,
  options: {
    readonly keys: readonly string[];
    readonly rateKey: string;
    readonly ratios: ReadonlyMap<string, Ratio>;
    readonly division: Division;
    readonly rounding: RoundingMode;
    readonly more?: readonly string[];
  },
): string {
  const { keys, rateKey, ratios, division, rounding, more = [] } = options;
  const names = keys.map((_, i) => `k${i}`);
  const carried = [...names, ...more].map((name) => `${name}, `).join("");
  const own = [
    ...keys.map((key, i) => `${rawKeyOf(source, key)} AS k${i}, `),
    ...more.map((name) => `${name}, `),
  ].join("");
  const double = division === "double" && rounding === "halfEven" ? d.double : undefined;
  const times = double === undefined ? 1n : TO_RANGE;
  // An empty text stands for no key, which has no equal.
  const type = ratios.has("") ? undefined : source.types?.[rateKey];
  const rk0 = type === undefined ? keyOf(d, source, rateKey) : rawKeyOf(source, rateKey);
  const rates = [...ratios]
    .map(([key, { num, den }]) => {
      const rk = type === undefined ? d.literal(key) : `CAST(${d.literal(key)} AS ${type})`;
      const [n, m] = [d.bigint(String(num * times)), d.bigint(String(den * times))];
      return `SELECT ${rk} AS rk, ${n} AS num, ${double?.(m) ?? m} AS den`;
    })
    .join(" UNION ALL ");
  // Outer, since an amount that is null needs no rate and keeps its row.
  const rows = `SELECT ${own}${rk0} AS rk0, ${unitsOf(d, source)} AS a FROM ${source.from} s0`;
  const num = d.unbounded?.("num") ?? "num";
  const joined = (columns: string) =>
    `SELECT ${carried}${columns} FROM (${rows}) s1 LEFT JOIN (SELECT rk, ${num} AS num, den FROM (${rates}) r0) r1 ON s1.rk0 = r1.rk`;
  if (double !== undefined) return joined(`${d.bigint(`${double("a * num")} / den`)} AS y`);
  const second =
    division !== "split"
      ? `SELECT ${carried}den, w, p - w * den AS s FROM (SELECT ${carried}den, p, ${d.quotient("p", "den")} AS w FROM (${joined("den, a * num AS p")}) s2) s4`
      : `SELECT ${carried}den, q * num + ${d.quotient("(r * num)", "den")} AS w, ${d.remainder("(r * num)", "den")} AS s FROM (${joined(`den, num, ${d.quotient("a", "den")} AS q, ${d.remainder("a", "den")} AS r`)}) s2`;
  return `SELECT ${carried}${d.bigint(`w + ${correction(d, rounding)}`)} AS y FROM (${second}) s3`;
}

/** What is added to the truncated quotient w, by the rest s of the sign of the amount. */
function correction(d: Dialect, mode: RoundingMode): string {
  const away = "CASE WHEN s < 0 THEN -1 ELSE 1 END";
  const tie: Record<string, string> = {
    halfEven: `${d.remainder("w", "2")} <> 0`,
    halfExpand: "1 = 1",
    halfTrunc: "1 = 0",
    halfCeil: "s > 0",
    halfFloor: "s < 0",
  };
  const twice = `2 * ${d.abs("s")}`;
  switch (mode) {
    case "trunc":
      return "0";
    case "floor":
      return "CASE WHEN s < 0 THEN -1 ELSE 0 END";
    case "ceil":
      return "CASE WHEN s > 0 THEN 1 ELSE 0 END";
    case "expand":
      return `CASE WHEN s = 0 THEN 0 ELSE ${away} END`;
    default:
      return `CASE WHEN ${twice} > den OR (${twice} = den AND ${tie[mode]}) THEN ${away} ELSE 0 END`;
  }
}

/** Sums by keys as text, with the number of amounts. Rows are grouped by the keys as they are; only groups become text. */
export function sumSql(d: Dialect, rows: string, keys: number): string {
  const names = Array.from({ length: keys }, (_, i) => `k${i}`);
  const by = names.length === 0 ? "" : ` GROUP BY ${names.join(", ")}`;
  return `SELECT ${[...names.map(d.text), d.text(d.wideSum("y")), d.text("COUNT(y)")].join(", ")} FROM (${rows}) t0${by}`;
}

/** Each row's keys and its own amount as `y`: for sums without a conversion. */
export function plainSql(d: Dialect, source: SqlSource, keys: readonly string[]): string {
  const own = keys.map((key, i) => `${rawKeyOf(source, key)} AS k${i}, `).join("");
  return `SELECT ${own}${unitsOf(d, source)} AS y FROM ${source.from} s0`;
}

function unitsOf(d: Dialect, source: SqlSource): string {
  return source.scaled === true ? d.bigint(source.amount) : d.scaled(source.amount, source.decimals);
}

const keyOf = (d: Dialect, source: SqlSource, name: string) =>
  `COALESCE(${d.text(rawKeyOf(source, name))}, ${d.literal("")})`;

function rawKeyOf(source: SqlSource, name: string): string {
  const found = Object.hasOwn(source.keys, name) ? source.keys[name] : undefined;
  if (found === undefined) {
    throw new FigureError("bad-option", `no key "${name}"; there are ${Object.keys(source.keys).join(", ")}`);
  }
  return found;
}
