import type { Known } from "../check/trace.js";
import { FigureError } from "../errors.js";
import { Decimal } from "../exact/decimal.js";
import type { Interval } from "../exact/interval.js";
import type { Quantity } from "../figure/quantity.js";
import { figure } from "../notation/figure.js";
import { RateBook } from "../rate/book.js";
import { Rate } from "../rate/rate.js";
import { type Identified, identities } from "../statement/identities.js";
import type { Result } from "../statement/statement.js";
import { facts } from "./evidence.js";
import { type DataPackage, openData } from "./open.js";
import { rateEntries } from "./rates.js";

/** Every number of a data folder's tables of figures and rates, and every one that their identities compute. */
export function knownNumbers(folder?: string): Known[] {
  const data = openData(folder);
  const found = identities(facts(data), { book: new RateBook(rateEntries(data)) });
  return [...tabled(data), ...found.flatMap(ofIdentity)];
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
    ...(result.converted === undefined ? [] : withEnds(result.converted, where)),
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

/** What an identity computes: the sum of two flows, what a cumulative figure was revised by, and its sentence. */
function ofIdentity({ identity, facts, says }: Identified): Known[] {
  const where = `identity ${identity}`;
  const [a, b, c] = facts.map((fact) => fact.amount);
  const unit = String(a?.unit ?? "");
  const own: Known[] = [];
  if (identity === "flows" && a && b) own.push({ value: a.value.plus(b.value), unit, where });
  if (identity === "months" && a && b && c) {
    own.push({ value: c.value.minus(a.value).minus(b.value), unit, where });
  }
  const printed = new Set(
    facts.flatMap((fact) => numbersIn(`${fact.amount?.show() ?? ""} ${fact.growth?.show() ?? ""}`)),
  );
  const texts = identity === "currencies" ? numbersIn(says).filter((text) => !printed.has(text)) : [];
  return [...own, ...texts.map((text): Known => ({ value: new Decimal(text), kind: "text", where }))];
}

/** The numbers of a text, without thousands signs. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\w.])\d[\d,]*(?:\.\d+)?/g)].map(([found]) =>
    found.replaceAll(",", "").replace(/\.$/, ""),
  );
}

const plain = (of: Quantity): Pick<Known, "value" | "unit"> => ({ value: of.value, unit: String(of.unit) });
