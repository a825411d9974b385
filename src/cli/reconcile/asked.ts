import { FigureError } from "../../errors.js";
import { period } from "../../figure/period.js";
import { places } from "../../language/places.js";
import type { Fact } from "../../statement/fact.js";
import { daysOf, periodText, type Subject } from "../../statement/model/level.js";
import type { KnownLevel } from "../../statement/reconcile/known.js";
import type { Reconciliation } from "../../statement/reconcile/reconcile.js";

/** An amount that was asked for, and what is known of it in each currency that the figures have. */
export interface Asked {
  readonly text: string;
  readonly found: readonly KnownLevel[];
}

/** An amount as it is asked for, its names those of the figures. */
export interface Question {
  readonly text: string;
  readonly area: string;
  readonly partner: string;
  readonly flow: string;
  readonly period: string;
  readonly currency: string | undefined;
}

const FLOW = /^(exports|imports|total|surplus|deficit)$/;
const CURRENCY = /^[A-Z]{3}$/;
const MOST_NEAR = 12;

/**
 * "Liaoning RUS exports 2023", with a currency behind it where there are several; of a country its name will do.
 * @throws FigureError "bad-option" for other words, or names that no figure has, with those that are near
 */
export function questionOf(text: string, facts: readonly Fact[]): Question {
  const words = text.trim().split(/\s+/);
  const at = words.findIndex((word) => FLOW.test(word));
  const [when, currency] = words.slice(at + 1);
  const quoted = `"${text.slice(0, 80)}"`;
  if (
    at < 2 ||
    when === undefined ||
    words.length > at + 3 ||
    (currency !== undefined && !CURRENCY.test(currency))
  ) {
    throw new FigureError(
      "bad-option",
      `${quoted} is not an amount: write area, partner, flow and period, as in Liaoning RUS exports 2023-10/2023-12`,
    );
  }
  period(when);
  const trades = [...new Set(facts.map(({ area, partner }) => `${area}\u0000${partner}`))].map((one) =>
    one.split("\u0000"),
  );
  const names = words.slice(0, at);
  for (let i = 1; i < names.length; i++) {
    const [area, partner] = [names.slice(0, i), names.slice(i)].map((part) => part.join(" ")) as [
      string,
      string,
    ];
    const found = trades.find(([a, b]) => isCalled(a as string, area) && isCalled(b as string, partner));
    if (found !== undefined)
      return {
        text,
        area: found[0] as string,
        partner: found[1] as string,
        flow: words[at] as string,
        period: when,
        currency,
      };
  }
  const areas = [...new Set(trades.map(([area]) => area as string))];
  for (let i = names.length - 1; i > 0; i--) {
    const area = areas.find((one) => isCalled(one, names.slice(0, i).join(" ")));
    if (area === undefined) continue;
    const partners = trades.flatMap(([a, b]) => (a === area ? [b as string] : []));
    throw new FigureError(
      "bad-option",
      `${quoted}: no statement is about ${area} with ${names.slice(i).join(" ")}; its partners are ${nearest(names.slice(i).join(" "), partners)}`,
    );
  }
  throw new FigureError(
    "bad-option",
    `${quoted}: no statement is about ${names.slice(0, -1).join(" ")}; there are ${nearest(names.slice(0, -1).join(" "), areas)}`,
  );
}

/** Whether an area of the figures has that name: "CHN" is called CHN, chn and China. */
const isCalled = (area: string, name: string): boolean =>
  area.toLowerCase() === name.toLowerCase() || places().get(name.toLowerCase()) === area;

/** The names nearest to one that is none, the most alike first. */
function nearest(name: string, all: readonly string[]): string {
  const own = pairsOf(name);
  const alike = (other: string) => pairsOf(other).filter((pair) => own.includes(pair)).length;
  const sorted = [...all].sort((a, b) => alike(b) - alike(a) || (a < b ? -1 : 1));
  return `${sorted.slice(0, MOST_NEAR).join(", ")}${sorted.length > MOST_NEAR ? `, and ${sorted.length - MOST_NEAR} others` : ""}`;
}

const pairsOf = (text: string): string[] =>
  [...text.toLowerCase()].map((letter, i, all) => `${letter}${all[i + 1] ?? ""}`);

/**
 * What is known of an amount.
 * @throws FigureError "bad-option" where no figure bears on it
 */
export function askedOf(question: Question, { known }: Reconciliation): Asked {
  const { text, area, partner, flow, currency } = question;
  const of = daysOf(period(question.period));
  const levels = known.model.levels.all();
  const units = new Set(levels.map((level) => level.currency));
  const found = [...units]
    .filter((unit) => currency === undefined || unit === currency)
    .flatMap((unit) => {
      const subject: Subject = { area, partner, flow, ...of, currency: unit };
      const one = known.of(subject);
      return one === undefined ? [] : [one];
    });
  if (found.length > 0) return { text, found };
  const near = levels
    .filter((level) => level.area === area && level.partner === partner && level.vintage === undefined)
    .map((level) => periodText(level.from, level.to));
  const periods = [...new Set(near)].sort();
  throw new FigureError(
    "bad-option",
    `no statement bears on "${text.slice(0, 80)}"; of ${area} with ${partner} there are ${periods.slice(0, 30).join(", ")}${periods.length > 30 ? ", …" : ""}`,
  );
}
