import { FigureError } from "../errors.js";
import { Ratio } from "../exact/ratio.js";
import { subtract } from "../figure/arithmetic.js";
import { dayNumber, dayText, type Period, spanning } from "../figure/period.js";
import { Quantity } from "../figure/quantity.js";
import type { Unit } from "../figure/units.js";
import { type Comparison, compare } from "../figure/verdict.js";

export interface ImpliedMonth<U extends Unit = Unit> {
  /** The stretch between the two cumulative figures: a month, or several where months are missing. */
  readonly period: Period;
  /** Undefined where the rounding swamps it. */
  readonly implied: Quantity<U> | undefined;
  /** The published figure of that stretch, where there is one, against the implied. */
  readonly published?: Comparison<U>;
  readonly says: string;
}

/**
 * Months from cumulative figures: each difference of neighbours, "implied, with revisions". A cumulative figure carries
 * revisions of the months before, so the difference is not the month that was published; where a published month is
 * given, it is compared with. A first cumulative stands as it is: January and February are published jointly.
 * A difference whose interval is wider than half its value is refused: the rounding swamps it.
 * @param cumulative figures from the start of one year, each with its period, in any order
 * @param published months (or joint months) as published
 * @throws FigureError "period-mismatch" for figures that do not begin together; "bad-option" without periods
 */
export function monthsFromCumulative<U extends Unit>(
  cumulative: readonly Quantity<U>[],
  published: readonly Quantity<U>[] = [],
): ImpliedMonth<U>[] {
  const sorted = cumulative
    .map((figure) => ({ figure, of: periodOf(figure) }))
    .sort((a, b) => dayNumber(a.of.end) - dayNumber(b.of.end));
  const start = sorted[0]?.of.start;
  if (start === undefined) throw new FigureError("bad-option", "no cumulative figures were given");
  const odd = sorted.find(({ of }) => of.start !== start);
  if (odd !== undefined) {
    throw new FigureError(
      "period-mismatch",
      `cumulative figures must begin together: ${odd.of.text} does not begin on ${start}`,
    );
  }
  return sorted.map(({ figure, of }, i) => {
    const before = sorted[i - 1];
    if (before === undefined) return monthOf(figure, of, published, "published as it stands");
    const first = dayText(dayNumber(before.of.end) + 1);
    const stretch = spanning(first, of.end);
    const plain = subtract(figure, before.figure);
    const implied = new Quantity({
      unit: plain.unit,
      value: plain.exact,
      interval: plain.interval,
      scale: plain.scale,
      period: stretch,
      label: `implied, with revisions, ${stretch.text}`,
      working: plain.working,
    }) as Quantity<U>;
    const width = implied.interval.high.sub(implied.interval.low);
    if (width.mul(Ratio.of(2n)).compare(implied.exact.abs()) > 0) {
      return {
        period: stretch,
        implied: undefined,
        says: `${stretch.text}: refused, the rounding of the cumulative figures (${plain.shown().range}) swamps the difference`,
      };
    }
    return monthOf(implied, stretch, published, "implied, with revisions");
  });
}

function monthOf<U extends Unit>(
  implied: Quantity<U>,
  of: Period,
  published: readonly Quantity<U>[],
  how: string,
): ImpliedMonth<U> {
  const known = published.find((one) => one.period?.start === of.start && one.period.end === of.end);
  const says = `${of.text}: ${implied.show()} (${how})`;
  if (known === undefined || known === implied) return { period: of, implied, says };
  const against = compare(known, implied);
  return {
    period: of,
    implied,
    published: against,
    says: `${says}; published ${known.shown().value}: ${against.verdict}, ${against.says}`,
  };
}

function periodOf(figure: Quantity): Period {
  if (figure.period === undefined) {
    throw new FigureError(
      "bad-option",
      `${figure.show()} has no period: give figure() a period such as 2023-01/2023-09`,
    );
  }
  return figure.period;
}
