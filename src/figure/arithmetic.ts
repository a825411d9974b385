import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { Quantity } from "./quantity.js";
import { isRatio, sameUnit, type Unit } from "./units.js";

/**
 * a + b: [a.lower + b.lower, a.upper + b.upper].
 * @throws FigureError "currency-mismatch" or "unit-mismatch"; different currencies do not compile either
 * @example add(figure("$9.6bn"), figure("$11.53bn")).show() // USD 21.130bn, between 21.075bn and 21.185bn
 */
export function add<U extends Unit, V extends U>(a: Quantity<U>, b: Quantity<V>): Quantity<U> {
  return total([a, b as Quantity<U>]);
}

/**
 * a − b: [a.lower − b.upper, a.upper − b.lower].
 * @example subtract(figure("$21.18bn"), figure("$11.53bn")).show() // USD 9.65bn, between 9.64bn and 9.66bn
 */
export function subtract<U extends Unit, V extends U>(a: Quantity<U>, b: Quantity<V>): Quantity<U> {
  sameUnit("subtract", a, b);
  return new Quantity({
    unit: a.unit,
    value: a.exact.sub(b.exact),
    interval: a.interval.minus(b.interval),
    scale: Math.max(a.scale, b.scale),
    working: {
      get formula() {
        return `difference: ${nameOf(a)} − ${nameOf(b)}`;
      },
      inputs: [a, b],
    },
  });
}

/**
 * The sum of amounts in one unit.
 * @throws FigureError "bad-option" for no amounts
 * @example total([figure("1.5bn yuan"), figure("2.5bn yuan")]).show() // CNY 4.0bn, between 3.9bn and 4.1bn
 */
export function total<U extends Unit>(parts: readonly Quantity<U>[]): Quantity<U> {
  const first = parts[0];
  if (first === undefined) throw new FigureError("bad-option", "a sum needs at least one amount");
  let value = Ratio.ZERO;
  let interval = Interval.point(Ratio.ZERO);
  for (const part of parts) {
    sameUnit("add", first, part);
    value = value.add(part.exact);
    interval = interval.plus(part.interval);
  }
  return new Quantity({
    unit: first.unit,
    value,
    interval,
    scale: Math.max(...parts.map((part) => part.scale)),
    working: {
      get formula() {
        return `sum: ${parts.map(nameOf).join(" + ")}`;
      },
      inputs: parts,
    },
  });
}

/**
 * part ÷ whole, in percent, where the part lies within the whole: never above 100%.
 * With rest = whole − part of at least zero, the share of two figures that overlap in their rounding is cut at 100%.
 * @throws FigureError "interval-contains-zero" for a whole that may be zero
 * @example share(figure("14.4bn yuan"), figure("54.9bn yuan")).show() // 26.230%, between 26.114% and 26.345%
 */
export function share<U extends Unit, V extends U>(
  part: Quantity<U>,
  whole: Quantity<V>,
): Quantity<"percent"> {
  sameUnit("take the share of", part, whole);
  const plain = part.interval.dividedBy(whole.interval);
  const possible = plain.intersect(new Interval(Ratio.ZERO, Ratio.ONE));
  if (possible === undefined) {
    throw new FigureError(
      "bad-option",
      `${part.show()} is no part of ${whole.show()}: a share lies between 0% and 100%`,
    );
  }
  return new Quantity({
    unit: "percent",
    value: part.exact.div(whole.exact),
    interval: possible,
    working: {
      get formula() {
        return `share: ${nameOf(part)} ÷ ${nameOf(whole)}`;
      },
      inputs: [part, whole],
    },
  });
}

/**
 * How many times `b` goes into `a`: a plain number.
 * @example times(figure("54.9bn yuan"), figure("14.4bn yuan")).show() // 3.8125, between 3.7958 and 3.8293
 */
export function times<U extends Unit, V extends U>(a: Quantity<U>, b: Quantity<V>): Quantity<"number"> {
  sameUnit("compare", a, b);
  return new Quantity({
    unit: "number",
    value: a.exact.div(b.exact),
    interval: a.interval.dividedBy(b.interval),
    working: {
      get formula() {
        return `ratio: ${nameOf(a)} ÷ ${nameOf(b)}`;
      },
      inputs: [a, b],
    },
  });
}

/**
 * What a share of a known size says about the whole: part ÷ share.
 * @example wholeOf(figure("42.64bn yuan"), figure("7.3%")).show() // CNY 584.11bn, between 580.06bn and 588.21bn
 */
export function wholeOf<U extends Unit>(part: Quantity<U>, of: Quantity<"percent">): Quantity<U> {
  needsRatio(of);
  return new Quantity({
    unit: part.unit,
    value: part.exact.div(of.exact),
    interval: part.interval.dividedBy(of.interval),
    scale: part.scale,
    working: {
      get formula() {
        return `whole: ${nameOf(part)} ÷ ${nameOf(of)}`;
      },
      inputs: [part, of],
    },
  });
}

export function needsRatio(of: Quantity): void {
  if (!isRatio(of.unit)) {
    throw new FigureError(
      "unit-mismatch",
      `expected a percentage, found ${of.show()}: write it with its sign, as “82.3%”`,
    );
  }
}

/** What a formula calls a quantity: its label, or the value itself. */
export function nameOf(of: Quantity): string {
  return of.label ?? of.shown().value;
}
