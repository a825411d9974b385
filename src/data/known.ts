import type { Known } from "../check/trace.js";
import { FigureError } from "../errors.js";
import { Decimal } from "../exact/decimal.js";
import { Interval } from "../exact/interval.js";
import { dayNumber, dayText, type Period, samePeriod } from "../figure/period.js";
import type { Quantity } from "../figure/quantity.js";
import { figure } from "../notation/figure.js";
import { RateBook } from "../rate/book.js";
import { Rate } from "../rate/rate.js";
import type { Fact } from "../statement/fact.js";
import type { Result } from "../statement/statement.js";
import { facts } from "./evidence.js";
import { type DataPackage, openData } from "./open.js";
import { rateEntries } from "./rates.js";

/** Every number of a data folder's tables of figures and rates, and every one that is computed from them. */
export function knownNumbers(folder?: string): Known[] {
  const data = openData(folder);
  return [...tabled(data), ...computedFrom(facts(data), new RateBook(rateEntries(data)))];
}

/** Every number that a report's statements compute. */
export function knownResults(results: readonly Result[]): Known[] {
  return results.flatMap(computed);
}

/** The tables; a report's own inputs are left out, since they say what is to be looked up. */
function tabled(data: DataPackage): Known[] {
  const amount = (
    row: Readonly<Record<string, string>>,
    digits: string,
    scale: string,
    currency: string,
  ): Known[] =>
    digits === "" ? [] : [{ ...plain(figure(`${digits} ${scale} ${currency}`)), where: data.place(row) }];
  const percent = (row: Readonly<Record<string, string>>, digits: string): Known[] =>
    digits === "" ? [] : [{ ...plain(figure(`${digits}%`)), where: data.place(row) }];
  const rate = (row: { rate: string }): Known => ({ value: new Decimal(row.rate), where: data.place(row) });
  return [
    ...[...data.table("trade"), ...data.table("provinces")].flatMap((row) =>
      [
        ...amount(row, row.amount, row.scale, row.currency),
        ...percent(row, row.growth_percent),
        ...percent(row, "share_percent" in row ? row.share_percent : ""),
      ].map((one): Known => ("area" in row && one.unit !== "percent" ? { ...one, about: row.area } : one)),
    ),
    ...data
      .table("conversions")
      .flatMap((row) => [
        ...amount(row, row.amount, row.scale, row.currency),
        ...amount(row, row.foreign_amount, row.foreign_scale, row.foreign_currency),
        ...(row.rate_stated === "" ? [] : [rate({ ...row, rate: row.rate_stated })]),
      ]),
    ...[...data.table("rates"), ...data.table("average_rates"), ...data.table("customs_rates")].map(rate),
  ];
}

/** What a statement computes: the value and its bounds, what it would print, and the numbers of its sentence. */
function computed(result: Result): Known[] {
  const where = `statement ${result.statement.id}`;
  const { inputs, printed } = result.statement;
  // What the statement itself types, and the bounds of that, is computed from nothing.
  const typed = [printed, ...inputs.split(";")].map((text) => text.trim()).filter((text) => text !== "");
  const given = new Set(typed.flatMap((text) => [...numbersIn(text), ...numbersIn(shownFigure(text))]));
  const texts = numbersIn(result.says).filter((text) => !given.has(text));
  return [
    ...(result.computed === undefined ? [] : withEnds(result.computed, where)),
    ...(result.converted === undefined ? [] : withEnds(result.converted.amount, where)),
    ...texts.map((text): Known => ({ value: new Decimal(text), kind: "text", where })),
  ];
}

/** A typed figure with its bounds; an input that is none, a fact or a rate by its name, gives nothing. */
function shownFigure(text: string): string {
  try {
    return figure(text).show();
  } catch (error) {
    if (FigureError.is(error)) return "";
    throw error;
  }
}

function withEnds(of: Quantity | Rate, where: string): Known[] {
  const unit = Rate.is(of) ? undefined : String(of.unit);
  const { lower, upper }: Interval = of.interval;
  const ends = [lower, upper].filter((end) => end.isFinite());
  return [
    { value: of.value, unit, where },
    ...ends.map((value): Known => ({ value, unit, kind: "bound", where })),
  ];
}

/** What figures of one trade compute: the sum of two flows, what a cumulative figure was revised by, implied rates. */
function computedFrom(all: readonly Fact[], book: RateBook): Known[] {
  const levels = all.filter((one): one is Levelled => one.amount !== undefined);
  const groups = new Map<string, Levelled[]>();
  for (const one of levels) {
    const key = `${one.area} ${one.partner} ${one.amount.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [
    ...[...groups.values()].flatMap((group) => [...flowSums(group), ...revisions(group)]),
    ...impliedRates(levels, book),
  ];
}

type Levelled = Fact & { readonly amount: Quantity };

function flowSums(group: readonly Levelled[]): Known[] {
  const of = (flow: string, period: Period) =>
    group.filter((one) => one.flow === flow && samePeriod(one.period, period));
  return group.flatMap((total) => {
    if (total.flow !== "total") return [];
    return of("exports", total.period).flatMap((out) =>
      of("imports", total.period).map(
        (into): Known => ({
          value: out.amount.value.plus(into.amount.value),
          unit: String(total.amount.unit),
          where: `exports + imports, ${total.period.text}`,
        }),
      ),
    );
  });
}

function revisions(group: readonly Levelled[]): Known[] {
  return group.flatMap((later) =>
    group.flatMap((earlier) => {
      if (earlier.flow !== later.flow || earlier.period.start !== later.period.start) return [];
      if (!earlier.period.start.endsWith("-01-01") || earlier.period.end >= later.period.end) return [];
      const start = dayText(dayNumber(earlier.period.end) + 1);
      return group
        .filter(
          ({ flow, period }) =>
            flow === later.flow && period.start === start && period.end === later.period.end,
        )
        .map(
          (month): Known => ({
            value: later.amount.value.minus(earlier.amount.value).minus(month.amount.value),
            unit: String(later.amount.unit),
            where: `revision, ${later.period.text}`,
          }),
        );
    }),
  );
}

/** Yuan ÷ dollars of one flow and period, and the rates that customs applied in it, to four decimals. */
function impliedRates(levels: readonly Levelled[], book: RateBook): Known[] {
  const same = (a: Levelled, b: Levelled) =>
    a.area === b.area && a.partner === b.partner && a.flow === b.flow && samePeriod(a.period, b.period);
  return levels
    .filter((one) => one.amount.unit === "CNY")
    .flatMap((yuan) =>
      levels
        .filter((one) => one.amount.unit === "USD" && same(one, yuan))
        .flatMap((dollars) => {
          const { start, end } = yuan.period;
          const applied = book.series("USD/CNY", "customs")?.within(start, end) ?? [];
          const ends = [
            yuan.amount.interval.dividedBy(dollars.amount.interval),
            ...(applied.length === 0 ? [] : [Interval.hull(applied.map((rate) => rate.interval))]),
          ];
          return ends.flatMap(({ low, high }): Known[] =>
            [low.toFixed(4, "floor"), high.toFixed(4, "ceil")].map((text) => ({
              value: new Decimal(text),
              kind: "text",
              where: `yuan ÷ dollars, ${yuan.period.text}`,
            })),
          );
        }),
    );
}

/** The numbers of a text, without thousands signs. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])\d[\d,]*(?:\.\d+)?/g)].map(([found]) =>
    found.replaceAll(",", "").replace(/\.$/, ""),
  );
}

const plain = (of: Quantity): Pick<Known, "value" | "unit"> => ({ value: of.value, unit: String(of.unit) });
