import { Decimal, type DecimalInput } from "../exact/decimal.js";
import { ratioExponent } from "../figure/units.js";
import { BEFORE_VERSION } from "../language/context.js";
import { read } from "../text/read.js";
import type { FigureMention, ReadTextOptions, Span } from "../text/reading.js";

/** A number that somebody published or that was computed, to look a text's figures up among. */
export interface Known {
  readonly value: Decimal;
  /** ISO 4217 code, "percent", "percentage-point"; undefined for a bare number, which any figure may be. */
  readonly unit?: string | undefined;
  /**
   * What a text may make of it: `value` (default) is rounded, `bound` is the end of an interval and may be rounded either
   * way if it came out of a division, `text` was rounded already and is repeated digit by digit.
   */
  readonly kind?: "value" | "bound" | "text" | undefined;
  /** Whom an amount is about, where many are: it is looked up only in paragraphs that name it. */
  readonly about?: string | undefined;
  /** Where it is from: "trade.csv line 57", "statement rate-parity". */
  readonly where: string;
}

/** A figure of a text, and what it follows from. */
export interface Traced extends Span {
  /** The first known number that prints so; undefined for a figure that follows from nothing. */
  readonly from: Known | undefined;
}

/** An end with no more digits than these was printed, or is half-way between two prints: it stands as it is. */
const PRINTED = 15;

const TRACED: ReadonlySet<FigureMention["kind"]> = new Set([
  "money",
  "percent",
  "percentage-point",
  "basis-point",
  "rate",
]);

/**
 * Looks every figure of a text up among known numbers: amounts of money, percentages, points, rates, and numbers with a
 * decimal point. A figure follows from a known number that rounds to its digits, in the same unit, at any scale where
 * one of the two says none. Counts, years and dates are not looked at; nor is Markdown code, where examples stand. The ends of a
 * figure's interval ("nearly 800" lies between 700 and 800) follow from that figure.
 * @returns in the order of the text
 * @example trace("Trade was $21.18bn.", [known("21.18e9", "USD", "trade.csv")])[0].from.where // trade.csv
 */
export function trace(text: string, known: readonly Known[], options: ReadTextOptions = {}): Traced[] {
  const prose = withoutCode(text);
  const reading = read(prose, options);
  const figures = reading.mentions.filter((one): one is FigureMention => "figure" in one);
  const own = figures.flatMap(endsOf);
  const all = namedIn(prose, [...known, ...own]);
  const traced = figures
    .filter((one) => TRACED.has(one.kind))
    .map(({ text: printed, start, end, figure, kind, currency }) => {
      const unit = kind === "money" ? currency : kind === "rate" ? undefined : kind;
      return { text: printed, start, end, from: found(all(start), figure.value, unitInLast(figure), unit) };
    });
  return [...traced, ...bareNumbers(prose, reading.mentions, all)].sort((a, b) => a.start - b.start);
}

/** A known number from text. */
export function known(value: DecimalInput | string, unit: string | undefined, where: string): Known {
  return { value: new Decimal(value as string), unit, where };
}

/** What a paragraph may quote: a province's figure only where the paragraph names the province. */
function namedIn(text: string, all: readonly Known[]): (at: number) => readonly Known[] {
  const names = [...new Set(all.flatMap((one) => one.about ?? []))];
  const ends = [...text.matchAll(/\n\s*\n/g)].map((one) => one.index);
  const paragraphs = new Map<number, readonly Known[]>();
  return (at) => {
    const end = ends.find((one) => one >= at) ?? text.length;
    const ready = paragraphs.get(end);
    if (ready !== undefined) return ready;
    const paragraph = text.slice(ends.findLast((one) => one < at) ?? 0, end);
    const named = new Set(names.filter((name) => paragraph.includes(name)));
    const own = all.filter((one) => one.about === undefined || named.has(one.about));
    paragraphs.set(end, own);
    return own;
  };
}

/** One unit of the last printed digit. */
function unitInLast({ digits, value }: FigureMention["figure"]): Decimal {
  const plain = new Decimal(digits);
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const unit = new Decimal(10).pow(-decimals);
  return plain.isZero() ? unit : unit.times(value.dividedBy(plain).abs());
}

/** The ends of a figure's interval, and of a hedged one the figure itself: they follow from it, wherever it is from. */
function endsOf(one: FigureMention): Known[] {
  const { figure, text, currency, kind } = one;
  const unit = kind === "money" ? currency : kind === "count" ? undefined : kind;
  return [figure.interval.lower, figure.interval.upper, ...(figure.hedge === undefined ? [] : [figure.value])]
    .filter((end) => end.isFinite())
    .map((value) => ({ value, unit, kind: "text", where: `“${text}” in the text` }));
}

function found(
  all: readonly Known[],
  value: Decimal,
  step: Decimal,
  unit: string | undefined,
): Known | undefined {
  return all.find((one) => {
    // A rate, a bare number and points that are said in percent meet across their names.
    if (unit !== undefined && one.unit !== undefined && !alike(unit, one.unit)) return false;
    const exponent = unit === undefined || one.unit === undefined ? exponents(unit ?? one.unit) : [0];
    return exponent.some((shift) => {
      const moved =
        one.unit === undefined ? one.value.times(shifted(shift)) : one.value.dividedBy(shifted(shift));
      // The sign is said in words: "fell 5%".
      const apart = Decimal.min(moved.minus(value).abs(), moved.plus(value).abs());
      if (one.kind === "text") return apart.isZero();
      if (one.kind === "bound" && one.value.precision() <= PRINTED) return apart.isZero();
      return one.kind === "bound" ? apart.lessThan(step) : apart.times(2).lessThanOrEqualTo(step);
    });
  });
}

const RATIOS = new Set(["percent", "percentage-point", "basis-point"]);
const alike = (a: string, b: string): boolean => a === b || (RATIOS.has(a) && RATIOS.has(b));
const shifted = (exponent: number): Decimal => new Decimal(10).pow(exponent);

/** The scales at which a bare number may stand for an amount with a unit. */
function exponents(unit: string | undefined): number[] {
  if (unit === undefined) return [0];
  return RATIOS.has(unit) ? [ratioExponent(unit)] : [0, 3, 6, 9, 12];
}

/** Numbers with a decimal point that no figure of the reading holds; versions ("Node 20.19", "1.0.2") are no figures. */
function bareNumbers(text: string, taken: readonly Span[], all: (at: number) => readonly Known[]): Traced[] {
  const inside = (at: number) => taken.some((one) => one.start <= at && at < one.end);
  return [...text.matchAll(/(?<![\w.,−-])\d[\d,]*\.\d+(?![\w.]*\.\d|\w)/g)].flatMap(
    ({ 0: digits, index }) => {
      if (inside(index) || BEFORE_VERSION.test(text.slice(0, index))) return [];
      const plain = digits.replaceAll(",", "");
      const step = new Decimal(10).pow(-(plain.length - plain.indexOf(".") - 1));
      const span = { text: digits, start: index, end: index + digits.length };
      return [{ ...span, from: found(all(index), new Decimal(plain), step, undefined) }];
    },
  );
}

/** The text with Markdown's code, link targets and comments blanked, character for character. */
function withoutCode(text: string): string {
  const blank = (piece: string) => piece.replace(/[^\n]/g, " ");
  return text
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank)
    .replace(/<!--[\s\S]*?-->/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/https?:\/\/\S+/g, blank)
    .replace(/\\(?=[$*_])/g, " ");
}
