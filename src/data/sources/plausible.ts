import { type Decimal, decimal } from "../../exact/decimal.js";
import { dayNumber, period } from "../../figure/period.js";
import type { RateEntry } from "../../rate/entry.js";

/** How far back or ahead a known rate still says something of another. */
const NEAR_DAYS = 400;
/** A currency that loses two thirds of its worth within that time is rarer than a source that changes its unit. */
const FACTOR = 3;

/**
 * What is wrong with new rates beside those that are known of the same two currencies, whichever way they are quoted:
 * another unit, or base and quote changed over.
 */
export function implausible(entries: readonly RateEntry[], known: readonly RateEntry[]): string | undefined {
  const held = new Map<string, { day: number; value: Decimal }[]>();
  for (const entry of known) {
    const { key, value } = oriented(entry);
    const list = held.get(key) ?? [];
    held.set(key, list);
    list.push({ day: dayOf(entry), value });
  }
  for (const list of held.values()) list.sort((a, b) => a.day - b.day);
  for (const entry of entries) {
    const { key, value } = oriented(entry);
    const near = nearest(held.get(key) ?? [], dayOf(entry));
    if (near === undefined) continue;
    const ratio = value.dividedBy(near);
    if (ratio.lessThan(FACTOR) && ratio.greaterThan(1 / FACTOR)) continue;
    return (
      `${entry.base}/${entry.quote} ${entry.rate} on ${entry.on} is far from what is known of that time: ` +
      "a wrong unit, or the two currencies changed over?"
    );
  }
  return undefined;
}

/** A rate of two currencies in the order of the alphabet, for one unit. */
function oriented({ base, quote, rate, per = 1 }: RateEntry): { key: string; value: Decimal } {
  const value = decimal(rate).dividedBy(per);
  return base < quote
    ? { key: `${base}/${quote}`, value }
    : { key: `${quote}/${base}`, value: decimal("1").dividedBy(value) };
}

const dayOf = ({ on }: RateEntry): number => dayNumber(period(on).start);

function nearest(list: readonly { day: number; value: Decimal }[], day: number): Decimal | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as { day: number }).day < day) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [list[low - 1], list[low]];
  const best = after === undefined || (before && day - before.day <= after.day - day) ? before : after;
  return best !== undefined && Math.abs(best.day - day) <= NEAR_DAYS ? best.value : undefined;
}
