import { FigureError } from "../errors.js";
import { impliedRate } from "../rate/implied.js";
import type {
  Basis,
  Change,
  Conversion,
  FigureMention,
  GrowthClaim,
  Reading,
  Repeat,
  ShareClaim,
  Span,
  Sum,
  Together,
} from "./reading.js";

export type RelationKind = "conversion" | "growth" | "change" | "sum" | "share" | "repeat";
export type Claim = Conversion | GrowthClaim | Change | Sum | ShareClaim | Repeat | Together;

/** What a text says of two or more of its figures, in one form for all kinds. */
export interface Relation extends Span {
  readonly kind: RelationKind;
  readonly claim: Claim;
  /** The figures that it is about. */
  readonly figures: readonly FigureMention[];
  /** What was read, in one sentence. */
  readonly says: string;
}

/** All relations of a reading in the order of the text. */
export function relationsOf(reading: Reading): Relation[] {
  const made = (kind: RelationKind, claim: Claim) => {
    const { text, start, end } = claim;
    return {
      kind,
      claim,
      text,
      start,
      end,
      figures: figuresOf(claim),
      get says() {
        return said(claim);
      },
    };
  };
  return [
    ...reading.conversions.map((one) => made("conversion", one)),
    ...reading.growth.map((one) => made("growth", one)),
    ...reading.changes.map((one) => made("change", one)),
    ...reading.sums.map((one) => made("sum", one)),
    ...reading.shares.map((one) => made("share", one)),
    ...reading.repeats.map((one) => made("repeat", one)),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The figures that a claim is about, in the order of the text. */
export function figuresOf(claim: Claim): FigureMention[] {
  const found =
    "converted" in claim
      ? [claim.amount, claim.converted]
      : "rate" in claim
        ? [claim.rate, claim.level, claim.base, claim.by]
        : "from" in claim
          ? [claim.from, claim.to, claim.by]
          : "total" in claim
            ? [claim.total, ...claim.parts.map((part) => part.amount)]
            : "again" in claim
              ? [claim.figure, claim.again]
              : "told" in claim
                ? [...claim.told]
                : [claim.share, claim.part, claim.whole];
  return found.filter((one) => one !== undefined).sort((a, b) => a.start - b.start);
}

function said(claim: Claim): string {
  if ("converted" in claim) return conversionSaid(claim);
  if ("rate" in claim) return growthSaid(claim);
  if ("from" in claim) return `${DIRECTION[claim.sign]} from ${quoted(claim.from)} to ${quoted(claim.to)}.`;
  if ("total" in claim) return sumSaid(claim);
  if ("again" in claim) return `${quoted(claim.figure)} is ${quoted(claim.again)} elsewhere.`;
  if ("told" in claim) return `${claim.told.map(quoted).join(", ")} have to be true together.`;
  const part = claim.part === undefined ? "something" : quoted(claim.part);
  const whole = claim.whole === undefined ? "a whole" : quoted(claim.whole);
  return `${part} is ${quoted(claim.share)} of ${whole}.`;
}

const DIRECTION = { [1]: "A rise", [-1]: "A fall", [0]: "A change" } as const;

function conversionSaid({ amount, converted }: Conversion): string {
  const pair = `${quoted(amount)} is given as ${quoted(converted)}`;
  try {
    return `${pair}, which implies ${impliedRate(amount.figure, converted.figure).show()}.`;
  } catch (error) {
    // An amount of nothing, or of one currency twice, implies no rate, and is a pair all the same.
    if (FigureError.is(error)) return `${pair}.`;
    throw error;
  }
}

const BASIS: Readonly<Record<Basis, string>> = {
  yoy: "year on year",
  qoq: "quarter on quarter",
  mom: "month on month",
  wow: "week on week",
  dod: "day on day",
  ytd: "since the start of the year",
  "multi-year": "over several years",
  unsaid: "",
};

function growthSaid({ rate, sign, level, base, by, period, basis, forecast }: GrowthClaim): string {
  const words = [
    `${DIRECTION[sign]} of ${quoted(rate)}`,
    level && `to ${quoted(level)}`,
    base && `from ${quoted(base)}`,
    by && `or ${quoted(by)}`,
    period && `in the period “${period.text}”`,
  ];
  const tail = [BASIS[basis], forecast ? "expected, not reported" : ""].filter((one) => one !== "");
  return `${[words.filter((one) => one !== undefined).join(" "), ...tail].join(", ")}.`;
}

function sumSaid({ total, parts }: Sum): string {
  const terms = parts.map(({ sign, amount, times }, i) => {
    const joint = sign < 0 ? (i === 0 ? "−" : " − ") : i === 0 ? "" : " + ";
    return `${joint}${times === undefined ? "" : `${times} × `}${quoted(amount)}`;
  });
  return `${terms.join("")} = ${quoted(total)}.`;
}

function quoted({ hedge, start, text }: FigureMention): string {
  // "more than doubled" is one mention, hedge and all: a hedge that lies within the words is not said again.
  const apart = hedge !== undefined && (hedge.end <= start || hedge.start >= start + text.length);
  return `“${apart ? `${hedge.text} ` : ""}${text.replace(/\s+/g, " ")}”`;
}
