import { Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { nameOf, subtract, total } from "../../figure/arithmetic.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Sum } from "../../text/reading.js";
import { sameThing } from "../comparable.js";
import { asIfIn, mixedMoney, slipOfCurrency } from "../currency-slip.js";
import { held, type Judgement, softened } from "../judgement.js";
import { altered, negated } from "../operand.js";
import type { View } from "../view.js";

/**
 * Amounts that add up to a printed total, or a printed difference: Σ sign × part. A difference that no word gives a sign
 * (a gap of 5) is compared by its size.
 * @returns undefined for amounts of different things, unless the text names them as parts, or less than two
 */
export function judgeSum(claim: Sum, view: View): Judgement | undefined {
  const printed = view.of(claim.total);
  if (claim.parts.length < 2 && claim.parts[0]?.times === undefined) return undefined;
  const others = claim.parts.some(({ amount }) => !sameThing(amount, claim.total));
  if (others && claim.mixed !== true) return undefined;
  const parts = claim.parts.map(({ amount, times }) => multiplied(view.of(amount), times));
  if (mixedMoney(printed, ...parts)) {
    const inOne = parts.map((part) => asIfIn(part, printed.unit));
    const sum = sumOf(claim, inOne, printed);
    return slipOfCurrency(
      held(printed, sum, () => ""),
      [printed, ...parts],
      "the sum",
    );
  }
  if (parts.some((part) => part.unit !== printed.unit)) return undefined;
  const computed = sumOf(claim, parts, printed);
  const words = claim.parts
    .map(
      ({ sign }, i) =>
        `${i === 0 ? (sign < 0 ? "minus " : "") : sign < 0 ? " minus " : " plus "}${nameOf(parts[i] as Quantity)}`,
    )
    .join("");
  const found = held(printed, computed, () => `${words} is ${computed.show()}`);
  const less = computed.interval.isBelow(printed.interval) === "yes";
  if (claim.exhaustive === false && less) return softened(found, NOT_ALL);
  if (found.verdict !== "inconsistent") return found;
  if (claim.overlapping === true) return softened(found, TWICE);
  return others ? softened(found, OTHERS) : found;
}

/** A mean as often as the total has it: its interval becomes as many times as wide. */
function multiplied(of: Quantity, times: number | undefined): Quantity {
  if (times === undefined) return of;
  const formula = `${times} × ${nameOf(of)}`;
  return altered(of, {
    value: of.exact.mul(Ratio.of(BigInt(times))),
    interval: of.interval.times(Interval.point(new Near(times))),
    label: formula,
    working: { formula, inputs: [of] },
  });
}

const TWICE = "but what is included may be counted twice";
const OTHERS = "but what goes by another name need not be a part of it";
const NOT_ALL = "but the parts that are named need not be all";

function sumOf(claim: Sum, parts: readonly Quantity[], printed: Quantity): Quantity {
  const [added, taken] = [1, -1].map((sign) => parts.filter((_, i) => claim.parts[i]?.sign === sign)) as [
    Quantity[],
    Quantity[],
  ];
  if (taken.length === 0) return total(added);
  if (added.length === 0) return negated(total(taken));
  const sum = (of: readonly Quantity[]) => (of.length === 1 ? (of[0] as Quantity) : total(of));
  const difference = subtract(sum(added), sum(taken));
  // Printed by its size: "a difference of 2 between 5 and 7". A word that says which is larger is held to it.
  const turned = claim.bySize === true && difference.exact.sign < 0 && printed.exact.sign >= 0;
  return turned ? subtract(sum(taken), sum(added)) : difference;
}
