import { Interval } from "../../../exact/interval.js";
import { Ratio } from "../../../exact/ratio.js";
import { dayText } from "../../../figure/period.js";
import type { RateBook } from "../../../rate/book.js";
import { type Level, levelWords } from "../level.js";
import { latest, type TradeRelation } from "../relation.js";
import { within } from "../rule.js";
import { percent } from "./periods.js";

/**
 * Yuan and dollars of one flow and period: their ratio lies between the lowest and the highest rate that customs applied
 * in its months, and no further outside than `tolerance`: customs convert each consignment at a rate of its own.
 */
export function rates(book: RateBook, { tolerance }: { readonly tolerance: Ratio }): TradeRelation {
  return {
    name: "rates",
    rules: (levels) =>
      latest(levels.all()).flatMap((yuan) => {
        if (yuan.currency !== "CNY") return [];
        const dollars = levels.find({ ...yuan, currency: "USD" });
        const applied = dollars === undefined ? undefined : customsRates(book, yuan);
        if (dollars === undefined || applied === undefined) return [];
        const low = applied.low.mul(Ratio.ONE.sub(tolerance));
        const high = applied.high.mul(Ratio.ONE.add(tolerance));
        const says = `${levelWords(yuan)}: yuan ÷ dollars between ${low.toFixed(4, "floor")} and ${high.toFixed(4, "ceil")}`;
        const allows = `rates ${percent(tolerance)} beside those of customs`;
        return within(yuan, dollars, { low, high }, says, tolerance.sign === 0 ? undefined : allows);
      }),
  };
}

/** From the lowest to the highest rate that customs applied in a period; undefined where a month is not held. */
function customsRates(book: RateBook, { from, to }: Level): Interval | undefined {
  const [start, end] = [dayText(from), dayText(to - 1)];
  const found = book.series("USD/CNY", "customs")?.within(start, end) ?? [];
  const [first, last] = [start, end].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  if (found.length === 0 || found.length !== (last as number) - (first as number) + 1) return undefined;
  return Interval.hull(found.map((rate) => rate.interval));
}
