import type { CountedUnit, PeriodLengths } from "../../language/rule.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

const MONTHS: Partial<Record<CountedUnit, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * How many of a mean's periods the total has: of a month twelve in a year. The periods of the sentence all have to say the
 * same; undefined where it is not certain.
 */
export function periodsIn(
  line: Line,
  { from, to }: { readonly from: number; readonly to: number },
  mean: Amount,
  total: Amount,
  { units, months, counted, numbers }: PeriodLengths,
): number | undefined {
  let unit = units.get(mean.per ?? line.word(line.placeOf(mean) + 2));
  for (let i = from; unit === undefined && i <= to; i++) unit = units.get(line.word(i));
  // "$10 a month, or $100 a year" is a discount.
  if (unit === undefined || total.per !== undefined) return undefined;
  const found = new Set<number | undefined>();
  for (const { period } of line.items) {
    if (period === undefined) continue;
    const text = period.text.toLowerCase();
    const [, number = "", of = ""] = counted.exec(text) ?? [];
    const spanned = units.get(of);
    const count = numbers.get(number) ?? Number(number);
    if (spanned === unit) found.add(count);
    else if (spanned !== undefined)
      found.add(wholeTimes(count * (MONTHS[spanned] ?? Number.NaN), MONTHS[unit]));
    else found.add(wholeTimes(months.find(([says]) => says.test(text))?.[1], MONTHS[unit]));
  }
  const [times] = found;
  return found.size === 1 && times !== undefined && times > 1 ? times : undefined;
}

function wholeTimes(whole: number | undefined, part: number | undefined): number | undefined {
  const times = (whole ?? Number.NaN) / (part ?? Number.NaN);
  return Number.isInteger(times) && times > 1 ? times : undefined;
}
