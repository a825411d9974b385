import { Decimal, Near } from "../exact/decimal.js";
import { Quantity } from "../figure/quantity.js";
import { isRatio } from "../figure/units.js";
import { compare, judged, type Verdict } from "../figure/verdict.js";
import type { AnyRate } from "../rate/rate.js";
import type { RateUsed } from "../rate/used.js";
import type { Certificate } from "../statement/solver/system.js";
import { brief } from "./brief.js";

/** What a claim was compared with: other figures of the text, published rates, published figures, or nothing, where it is computed only. */
export type Against = "text" | "rates" | "published" | "nothing";

/** What a claim comes to. Texts are made when they are asked for: hundreds of repairs are judged by verdict alone. */
export interface Judgement {
  readonly verdict: Verdict;
  /** How far inside (or, below zero, outside), where there is something to measure. */
  readonly margin: Decimal | undefined;
  readonly against: Against;
  /** How far what was computed lies from what is printed, relative to it: 0 for the same. Orders repairs. */
  readonly offset: Decimal;
  readonly computed: Quantity | AnyRate | undefined;
  /** The printed figure that what was computed is compared with. */
  readonly printed?: Quantity;
  /** The margin as text: "31.4 percentage points outside"; of what is decided. */
  readonly distance: () => string;
  /** One sentence. */
  readonly says: () => string;
  readonly working: () => string;
  readonly used?: () => RateUsed | undefined;
  /** Of statements that cannot all be true: the proof that anyone can check. */
  readonly proof?: () => Certificate | undefined;
}

const NOWHERE = new Near(0);

/** A printed figure compared with a computed one. `lead` says what was computed, without a full stop. */
export function held(
  printed: Quantity,
  computed: Quantity,
  lead: () => string,
  working: () => string = () => `${printed.explain()}\n${computed.explain()}`,
): Judgement {
  const compared = judged(printed.interval, computed.interval, computed.exact);
  const { verdict } = compared;
  const distance = () => compare(printed, computed).distance;
  // "Fell 20 percent" is minus 20 percent in the arithmetic, and 20 percent in print.
  const name = () => printed.label?.replace(/^minus /, "") ?? printed.shown().value;
  return {
    verdict,
    get margin() {
      return compared.margin;
    },
    against: "text",
    get offset() {
      return relative(printed.value, computed.value);
    },
    computed,
    printed,
    distance: () => `${distance()} ${verdict === "consistent" ? "inside" : "outside"}`,
    says: () =>
      ({
        consistent: `${capital(lead())}; the printed ${name()} agrees.`,
        undecided: `${capital(lead())}; the printed ${name()} agrees only with lucky rounding: the digits do not show whether the ${distance()} between them is an error.`,
        inconsistent: `${capital(lead())}; the printed ${name()} does not agree: rounding leaves ${distance()} unexplained.`,
      })[verdict],
    working,
  };
}

/** Something computed from the text that no printed figure can be compared with. */
export function computedOnly(
  computed: Quantity | AnyRate | undefined,
  says: () => string,
  working: () => string = () => computed?.explain() ?? "",
): Judgement {
  return {
    verdict: "undecided",
    margin: undefined,
    against: "nothing",
    offset: NOWHERE,
    computed,
    distance: () => "",
    says,
    working,
  };
}

/** The same finding, but not one that decides anything, with the reason; a proof would still accuse. */
export function softened({ proof: _, ...of }: Judgement, why: string): Judgement {
  return { ...of, verdict: "undecided", says: () => `${of.says().replace(/\.$/, "")}; ${why}.` };
}

/** Why an amount with a minus decides nothing beside a word for a loss. */
export const BY_SIZE = "but a loss or a deficit that is printed with a minus may be meant by its size";

/** |a − b| ÷ |a|, or |a − b| where a is zero. */
export function relative(a: Decimal, b: Decimal): Decimal {
  if (!a.isFinite() || !b.isFinite()) return new Near(Decimal.isDecimal(a) && a.equals(b) ? 0 : 1);
  const gap = new Near(a).minus(b).abs();
  return a.isZero() ? gap : gap.dividedBy(a.abs());
}

/** "a rise of 78.8%, between …", "a fall of …" where every amount is one, otherwise "a change of …". */
export function changeText(of: Quantity): string {
  const said = (one: Quantity) => (isRatio(one.unit) ? brief(one) : one.show());
  if (of.interval.upper.lessThan(0)) {
    const size = new Quantity({
      unit: of.unit,
      value: of.value.negated(),
      interval: of.interval.negated(),
      scale: of.scale,
    });
    return `a fall of ${said(size)}`;
  }
  return of.interval.lower.greaterThan(0) ? `a rise of ${said(of)}` : `a change of ${said(of)}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
