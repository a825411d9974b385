import { nameOf, subtract } from "../../figure/arithmetic.js";
import type { Quantity } from "../../figure/quantity.js";
import type { Verdict } from "../../figure/verdict.js";
import { growth, pointsBetween } from "../../growth/growth.js";
import type { Change } from "../../text/reading.js";
import { briefly } from "../brief.js";
import { sameThing } from "../comparable.js";
import { bothSides, shortfall } from "../context-words.js";
import { BY_SIZE, capital, changeText, computedOnly, held, type Judgement, softened } from "../judgement.js";
import { sameRatio } from "../operand.js";
import type { View } from "../view.js";

/**
 * A change between two amounts: the growth that they imply, and whether the verb goes the same way. A rise needs
 * to > from, a fall to < from, on the number line; where the rounding intervals of the two overlap, only their digits
 * speak. From zero or less the change is a difference: a percentage of such a base says nothing.
 * @returns undefined for amounts of different things
 */
export function judgeChange(claim: Change, view: View, sentence: () => string): Judgement | undefined {
  if (!sameThing(claim.from, claim.to)) return undefined;
  const [from, to] = sameRatio(view.of(claim.from), view.of(claim.to));
  if (from.unit !== to.unit) return undefined;
  const computed =
    from.unit === "percent"
      ? pointsBetween(from as Quantity<"percent">, to as Quantity<"percent">)
      : from.exact.sign > 0
        ? growth(from, to)
        : subtract(to, from);
  const words = () => `from ${nameOf(from)} to ${nameOf(to)} is ${changeText(computed)}`;
  const sign = view.sign(claim.sign);
  const byAmount = heldToAmount(claim, view, from, to);
  if (byAmount !== undefined && byAmount.verdict !== "consistent") return byAmount;
  if (sign === 0)
    return computedOnly(computed, () => `${capital(words())}; the text does not say which way.`);
  const verdict = direction(from, to, sign);
  const verb = sign > 0 ? "a rise" : "a fall";
  const tail: Readonly<Record<Verdict, string>> = {
    consistent: ", as the text says",
    undecided: `; the digits do not show whether it is ${verb}, as the text says`,
    inconsistent: `; the text says it is ${verb}`,
  };
  const found: Judgement = {
    verdict,
    get margin() {
      return sign > 0 ? computed.interval.lower : computed.interval.upper.negated();
    },
    against: "text",
    // Of two edits, the one that leaves the smaller change.
    get offset() {
      return computed.value.abs();
    },
    computed,
    distance: () => briefly(computed).value,
    says: () => `${capital(words())}${tail[verdict]}.`,
    working: () => computed.explain(),
  };
  if (verdict === "inconsistent" && bothSides(sentence())) return softened(found, BOTH_SIDES);
  return (from.exact.sign < 0 || to.exact.sign < 0) && shortfall(sentence())
    ? softened(found, BY_SIZE)
    : found;
}

const BOTH_SIDES =
  "but a profit and a loss, or a surplus and a deficit, are measured from both sides of zero";

function direction(from: Quantity, to: Quantity, sign: 1 | -1): Verdict {
  const [low, high] = sign > 0 ? [from, to] : [to, from];
  if (low.interval.isBelow(high.interval) === "yes") return "consistent";
  if (high.interval.isBelow(low.interval) === "yes") return "inconsistent";
  return low.exact.compare(high.exact) < 0 ? "consistent" : "undecided";
}

/** "fell by $1bn to $9bn from $10bn": the difference of the two amounts against the printed one, by size. */
function heldToAmount(claim: Change, view: View, from: Quantity, to: Quantity): Judgement | undefined {
  if (claim.by === undefined) return undefined;
  const printed = view.of(claim.by);
  if (printed.unit !== from.unit) return undefined;
  const difference = to.exact.compare(from.exact) < 0 ? subtract(from, to) : subtract(to, from);
  return held(
    printed,
    difference,
    () => `the difference of ${nameOf(from)} and ${nameOf(to)} is ${difference.show()}`,
  );
}
