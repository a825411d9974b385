import { Interval } from "../../exact/interval.js";
import { nameOf } from "../../figure/arithmetic.js";
import { Quantity } from "../../figure/quantity.js";
import type { RecordClaim, Spread } from "../../text/reading.js";
import { sameThing } from "../comparable.js";
import { held, type Judgement } from "../judgement.js";
import { negated } from "../operand.js";
import type { View } from "../view.js";

/** The growth of a whole: between the smallest and the largest growth of its parts. */
export function judgeSpread({ whole, between }: Spread, view: View): Judgement | undefined {
  const signed = ({ rate, sign }: Spread["whole"]) => (sign < 0 ? negated(view.of(rate)) : view.of(rate));
  const [total, ...parts] = [whole, ...between].map(signed);
  if (total === undefined || parts.some((part) => part.unit !== total.unit)) return undefined;
  const sorted = [...parts].sort((a, b) => a.value.comparedTo(b.value));
  const [low, high] = [sorted[0], sorted.at(-1)] as [Quantity, Quantity];
  const interval = Interval.hull(parts.map((part) => part.interval));
  const nearest = total.value.lessThan(low.value)
    ? low.value
    : total.value.greaterThan(high.value)
      ? high.value
      : total.value;
  const hull = new Quantity({ unit: total.unit, value: nearest, interval });
  return held(
    total,
    hull,
    () => `a whole grows between ${nameOf(low)} and ${nameOf(high)}, the growths of its parts`,
  );
}

/** What is called the highest or lowest: no other level of that time may be beyond it. */
export function judgeRecord(
  { peak, direction, growth, others }: RecordClaim,
  view: View,
): Judgement | undefined {
  const top = view.of(peak);
  if (growth !== undefined) {
    const way = direction === "highest" ? "fall" : "rise";
    const why = `it ends a ${way} from a year before, which lies within that time`;
    return beyond(top, view.of(growth), () => `${nameOf(top)} cannot be the ${direction}: ${why}`);
  }
  const levels = others.filter((one) => sameThing(one, peak)).map((one) => view.of(one));
  const [first] = levels;
  if (first === undefined || levels.some((one) => one.unit !== top.unit)) return undefined;
  const further = (a: Quantity, b: Quantity) =>
    direction === "highest" ? a.value.greaterThan(b.value) : a.value.lessThan(b.value);
  const extreme = levels.reduce((a, b) => (further(b, a) ? b : a), first);
  const [low, high] = direction === "highest" ? [top, extreme] : [extreme, top];
  const lead = () =>
    `${nameOf(extreme)} lies within the time of which ${nameOf(top)} is called the ${direction}`;
  if (low.interval.isBelow(high.interval) === "yes") return beyond(top, extreme, lead);
  return {
    ...held(top, top, lead),
    verdict: further(extreme, top) ? "undecided" : "consistent",
    says: () => `${lead()}, and is not beyond it.`,
  };
}

function beyond(top: Quantity, computed: Quantity, lead: () => string): Judgement {
  return {
    ...held(top, top, lead),
    verdict: "inconsistent",
    margin: undefined,
    computed,
    distance: () => "",
    says: () => `${lead()}.`,
    working: () => `${top.explain()}\n${computed.explain()}`,
  };
}
