import type { Decimal } from "../exact/decimal.js";
import { display, type MimeBundle } from "../figure/display.js";
import type { Quantity } from "../figure/quantity.js";
import type { Verdict } from "../figure/verdict.js";
import type { AnyRate } from "../rate/rate.js";
import type { RateUsed } from "../rate/used.js";
import type { Certificate } from "../statement/solver/system.js";
import type { FigureMention, Span } from "../text/reading.js";
import type { Claim } from "../text/relations.js";
import type { Against, Judgement } from "./judgement.js";
import type { Repair } from "./repair/repair.js";

/** What is checked of a claim: `growth` a rate in percent, `points`, `multiple` and `increment` the other ways to say it. */
export type CheckKind =
  | "conversion"
  | "growth"
  | "points"
  | "multiple"
  | "increment"
  | "change"
  | "sum"
  | "share"
  | "repeat"
  | "together"
  | "published";

const inspect = Symbol.for("nodejs.util.inspect.custom");
const rich = Symbol.for("Jupyter.display");

export interface CheckedParts {
  readonly kind: CheckKind;
  readonly claim: Claim;
  readonly figures: readonly FigureMention[];
  readonly judgement: Judgement;
  /** Makes the judgement again, for a claim that does not keep its own: a long text has many. */
  readonly again?: (() => Judgement) | undefined;
  readonly repairs: () => readonly Repair[];
}

/** The claim that was last judged again, and its judgement: sentence, distance and working are asked for in a row. */
let last: { readonly of: CheckedClaim; readonly judgement: Judgement } | undefined;

/**
 * One claim of a text, checked. The verdict is there at once; the margin, the sentence, the working and the repairs are
 * made when they are first asked for.
 */
export class CheckedClaim {
  readonly kind: CheckKind;
  /** The claim as read, with its offsets in the text. */
  readonly claim: CheckedParts["claim"];
  /** The figures that take part. */
  readonly figures: readonly FigureMention[];
  /** `undecided` also where nothing is printed to compare it with: see `against`. */
  readonly verdict: Verdict;
  readonly against: Against;
  private readonly kept: Judgement | (() => Judgement);
  private readonly search: () => readonly Repair[];
  private found: readonly Repair[] | undefined;
  private rate: { readonly used: RateUsed | undefined } | undefined;

  constructor(parts: CheckedParts) {
    this.kind = parts.kind;
    this.claim = parts.claim;
    this.figures = parts.figures;
    this.verdict = parts.judgement.verdict;
    this.against = parts.judgement.against;
    this.kept = parts.again ?? parts.judgement;
    this.search = parts.repairs;
  }

  /**
   * How far inside what was computed lies, below zero how far outside; in the unit of the printed figure (ratios as
   * ratios: 0.314 for 31.4 percentage points), of a conversion in units of the quote; undefined where nothing is measured.
   */
  get margin(): Decimal | undefined {
    return this.judgement.margin;
  }

  /** What was computed: the growth, the base, the sum, the share, or the implied rate. */
  get computed(): Quantity | AnyRate | undefined {
    return this.judgement.computed;
  }

  /** The printed figure that it is compared with, where there is one. */
  get printed(): Quantity | undefined {
    return this.judgement.printed;
  }

  private get judgement(): Judgement {
    if (typeof this.kept !== "function") return this.kept;
    if (last?.of !== this) last = { of: this, judgement: this.kept() };
    return last.judgement;
  }

  /** Where in the text the claim stands, its figures included. */
  get span(): Span {
    const { text, start, end } = this.claim;
    return { text, start, end };
  }

  /**
   * The margin as text: "31.4 percentage points outside". Empty where nothing is measured, and where nothing is decided:
   * `says` tells what is open then, and why.
   */
  get distance(): string {
    return this.verdict === "undecided" ? "" : this.judgement.distance();
  }

  /** The finding in one sentence. */
  get says(): string {
    return this.withRate(this.judgement.says());
  }

  /** Every step, for a reader with a pencil. */
  get working(): string {
    return this.judgement.working();
  }

  /** Of statements that cannot all be true: multipliers with which they add up to something false. */
  get proof(): Certificate | undefined {
    return this.verdict === "inconsistent" ? this.judgement.proof?.() : undefined;
  }

  /** Of a conversion: which published rate made it, and which are ruled out, where the book holds rates of the time. */
  get used(): RateUsed | undefined {
    this.rate ??= { used: this.judgement.used?.() };
    return this.rate.used;
  }

  /** The nearest single edits that make an inconsistent claim hold, nearest first and those that break another claim last, at most five. */
  get repairs(): readonly Repair[] {
    this.found ??= this.verdict === "inconsistent" ? this.search() : [];
    return this.found;
  }

  /** The sentence of a pair whose rate is known to the kind, with that answer. */
  private withRate(says: string): string {
    const answer = this.verdict === "consistent" && this.against === "rates" ? this.used?.answer : undefined;
    const name = answer === undefined ? undefined : ANSWERS[answer];
    return name === undefined ? says : `${says.replace(/\.$/, "")}: ${name}.`;
  }

  toString(): string {
    return `${this.verdict}: ${this.says}`;
  }

  toJSON(): Record<string, unknown> {
    const { start, end, text } = this.claim;
    const { used } = this;
    return {
      kind: this.kind,
      rule: this.claim.rule,
      start,
      end,
      text,
      verdict: this.verdict,
      against: this.against,
      ...(this.margin === undefined ? {} : { margin: marginText(this.margin) }),
      ...(this.distance === "" ? {} : { distance: this.distance }),
      says: this.says,
      figures: this.figures.map((one) => ({ start: one.start, end: one.end, text: one.text })),
      ...(this.computed === undefined ? {} : { computed: this.computed.toJSON() }),
      ...(used === undefined
        ? {}
        : { rate: { answer: used.answer, ruledOut: used.ruledOut, says: used.says } }),
      working: this.working,
      ...(this.proof === undefined ? {} : { certificate: this.proof }),
      ...(this.repairs.length === 0 ? {} : { repairs: this.repairs }),
    };
  }

  /** What a notebook shows: the verdict, the sentence as a second line, the working behind it. */
  [rich](): MimeBundle {
    return display(`${this.kind}: ${this.verdict}`, this.says, this.working);
  }

  [inspect](): string {
    return this.toString();
  }
}

function marginText(margin: Decimal): string {
  return margin.isFinite() ? margin.toSignificantDigits(12).toFixed() : margin.isNegative() ? "-∞" : "∞";
}

const ANSWERS: Readonly<Partial<Record<RateUsed["answer"], string>>> = {
  market: "the market rate",
  "central-parity": "the central parity",
  customs: "the rate of customs",
  average: "the average of the period",
  stated: "the rate that the text states",
};
