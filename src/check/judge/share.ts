import { nameOf, wholeOf } from "../../figure/arithmetic.js";
import { Quantity } from "../../figure/quantity.js";
import type { ShareClaim } from "../../text/reading.js";
import { brief } from "../brief.js";
import { sameThing } from "../comparable.js";
import { mixedMoney, slipOfCurrency } from "../currency-slip.js";
import { computedOnly, held, type Judgement } from "../judgement.js";
import { as } from "../operand.js";
import type { View } from "../view.js";

/**
 * A share against its part and whole: part ÷ whole; where one of the two is not printed, what it must be.
 * @returns undefined where there is nothing to compute
 */
export function judgeShare(claim: ShareClaim, view: View): Judgement | undefined {
  const kind = claim.share.kind;
  if (kind !== "percent" && kind !== "fraction") return undefined;
  const share = as(view.of(claim.share), "percent") as Quantity<"percent">;
  const part = claim.part && view.of(claim.part);
  const whole = claim.whole && view.of(claim.whole);
  if (claim.part !== undefined && claim.whole !== undefined && part !== undefined && whole !== undefined) {
    if (!sameThing(claim.part, claim.whole)) return undefined;
    const found =
      part.unit === whole.unit || mixedMoney(part, whole) ? shareOf(share, part, whole) : undefined;
    return part.unit === whole.unit
      ? found
      : slipOfCurrency(found, [part, whole], `the printed ${claim.share.text}`);
  }
  if (part !== undefined) {
    const made = wholeOf(part, share);
    return computedOnly(
      made,
      () =>
        `${nameOf(part)} at ${nameOf(share)} means a whole of ${brief(made)}; no whole is printed to compare it with.`,
    );
  }
  if (whole === undefined) return undefined;
  const made = new Quantity({
    unit: whole.unit,
    value: whole.exact.mul(share.exact),
    interval: whole.interval.times(share.interval),
    scale: whole.scale,
    working: { formula: `part: ${nameOf(whole)} × ${nameOf(share)}`, inputs: [whole, share] },
  });
  return computedOnly(
    made,
    () => `${nameOf(share)} of ${nameOf(whole)} means ${brief(made)}; no part is printed to compare it with.`,
  );
}

/** part ÷ whole, not cut at 100%: a part that is more than its whole is a finding. */
function shareOf(share: Quantity, part: Quantity, whole: Quantity): Judgement {
  const computed = new Quantity({
    unit: "percent",
    value: part.exact.div(whole.exact),
    interval: part.interval.dividedBy(whole.interval),
    working: { formula: `share: ${nameOf(part)} ÷ ${nameOf(whole)}`, inputs: [part, whole] },
  });
  return held(share, computed, () => `${nameOf(part)} of ${nameOf(whole)} is ${brief(computed)}`);
}
