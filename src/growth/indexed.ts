import { FigureError } from "../errors.js";
import { Interval } from "../exact/interval.js";
import { Ratio } from "../exact/ratio.js";
import { nameOf } from "../figure/arithmetic.js";
import { likeLengths, type PeriodOptions } from "../figure/period-checks.js";
import { Quantity } from "../figure/quantity.js";
import { sameUnit, type Unit } from "../figure/units.js";

/**
 * A series as an index: each amount ÷ the base amount × 100. The base itself is exactly 100: it enters once.
 * The same call rebases an index.
 * @param base which of the series is 100, counted from 0
 * @throws FigureError "bad-option" for no such amount; "interval-contains-zero"; "period-mismatch" for amounts of
 * periods of unlike lengths, unless `periods` is "any"
 * @example indexed([figure("$146.887bn"), figure("$190.271bn"), figure("$240.11bn")], 0).map((one) => one.show(1)).join("; ") // 100.0; 129.5, between 129.5 and 129.6; 163.5, between 163.4 and 163.5
 */
export function indexed<U extends Unit>(
  series: readonly Quantity<U>[],
  base: number,
  options: PeriodOptions = {},
): Quantity<"number">[] {
  const reference = series[base];
  if (reference === undefined) {
    throw new FigureError(
      "bad-option",
      `no amount ${base} in a series of ${series.length}: they are counted from 0`,
    );
  }
  const hundred = Ratio.of(100n);
  return series.map((one) => {
    sameUnit("index", reference, one);
    likeLengths("index", reference, one, options);
    const same = one === reference;
    return new Quantity({
      unit: "number",
      value: same ? hundred : one.exact.div(reference.exact).mul(hundred),
      interval: same
        ? Interval.point(hundred)
        : one.interval.dividedBy(reference.interval).times(Interval.point(hundred)),
      scale: 0,
      period: one.period,
      working: {
        get formula() {
          return `index: ${nameOf(one)} ÷ ${nameOf(reference)} × 100`;
        },
        inputs: [one, reference],
      },
    });
  });
}
