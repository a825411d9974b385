import { FigureError } from "../../errors.js";
import { period } from "../../figure/period.js";
import { daysOf, periodText, type Subject } from "../../statement/model/level.js";
import type { KnownLevel } from "../../statement/reconcile/known.js";
import type { Reconciliation } from "../../statement/reconcile/reconcile.js";

/** An amount that was asked for, and what is known of it in each currency that the figures have. */
export interface Asked {
  readonly text: string;
  readonly found: readonly KnownLevel[];
}

const FLOW = /^(exports|imports|total)$/;
const CURRENCY = /^[A-Z]{3}$/;

/**
 * "Liaoning RUS exports 2023", with a currency behind it where there are several.
 * @throws FigureError "bad-option" for other words, or an amount that no figure bears on
 */
export function askedOf(text: string, { known }: Reconciliation): Asked {
  const words = text.trim().split(/\s+/);
  const at = words.findIndex((word) => FLOW.test(word));
  const when = words[at + 1];
  const currency = words[at + 2];
  const area = words.slice(0, at - 1).join(" ");
  const partner = words[at - 1];
  if (
    at < 2 ||
    when === undefined ||
    words.length > at + 3 ||
    (currency !== undefined && !CURRENCY.test(currency))
  ) {
    throw new FigureError(
      "bad-option",
      `"${text.slice(0, 80)}" is not an amount: write area, partner, flow and period, as in Liaoning RUS exports 2023-10/2023-12`,
    );
  }
  const of = daysOf(period(when));
  const units = new Set(known.model.levels.all().map((level) => level.currency));
  const found = [...units]
    .filter((unit) => currency === undefined || unit === currency)
    .flatMap((unit) => {
      const subject: Subject = {
        area,
        partner: partner as string,
        flow: words[at] as string,
        ...of,
        currency: unit,
      };
      const one = known.of(subject);
      return one === undefined ? [] : [one];
    });
  if (found.length > 0) return { text, found };
  const near = known.model.levels
    .all()
    .filter((level) => level.area === area && level.partner === partner && level.vintage === undefined)
    .map((level) => periodText(level.from, level.to));
  const periods = [...new Set(near)].sort();
  throw new FigureError(
    "bad-option",
    periods.length === 0
      ? `no statement is about ${area} with ${partner}`
      : `no statement bears on "${text.slice(0, 80)}"; of ${area} with ${partner} there are ${periods.slice(0, 30).join(", ")}${periods.length > 30 ? ", …" : ""}`,
  );
}
