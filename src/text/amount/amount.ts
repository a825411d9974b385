import { Near } from "../../exact/decimal.js";
import { Interval } from "../../exact/interval.js";
import { Figure } from "../../figure/figure.js";
import type { Hedge, Note } from "../../figure/note.js";
import { LAST_ARTICLE } from "../../language/en/amount-words.js";
import { HEDGES, LONG_SCALE, SCALES } from "../../language/lexicon.js";
import { OVER } from "../../language/zh/words.js";
import { type FigureOptions, figureFrom } from "../../notation/figure.js";
import { hedgeBefore, mayHedge, skipSpaces, TRAILING, type UnitFound } from "../../notation/parts.js";
import { othersOf } from "../../notation/printed.js";
import type { FigureMention, Role, Span } from "../reading.js";

/** Digits with the power of ten that they are written in. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

/** How many digits stand before the point. */
export function sizeOf({ digits, exponent }: Digits): number {
  const point = digits.indexOf(".");
  return exponent + (point < 0 ? digits.length : point);
}

/** What the scanner found of one amount; the figure is made of it when it is asked for. */
export interface AmountParts {
  readonly kind: FigureMention["kind"];
  readonly start: number;
  readonly end: number;
  readonly low: Digits;
  readonly high?: Digits | undefined;
  /** A fraction in words: "a third" is 1 of 3. */
  readonly fraction?: readonly [numerator: number, denominator: number] | undefined;
  readonly negative: boolean;
  readonly unit: string;
  readonly found?: UnitFound | undefined;
  readonly scaleWord?: string | undefined;
  /** Where the hedge ends, if not where the amount starts: "more than doubled" holds its own. */
  readonly hedgedAt?: number | undefined;
  readonly currency?: string | undefined;
  readonly implicit?: boolean | undefined;
  readonly of?: string | undefined;
  readonly per?: string | undefined;
}

/** The same parts in one order, whatever they lack: engines go over those of all amounts, made in many ways, again and again. */
const inOneShape = (of: AmountParts): AmountParts => ({
  kind: of.kind,
  start: of.start,
  end: of.end,
  low: of.low,
  high: of.high,
  fraction: of.fraction,
  negative: of.negative,
  unit: of.unit,
  found: of.found,
  scaleWord: of.scaleWord,
  hedgedAt: of.hedgedAt,
  currency: of.currency,
  implicit: of.implicit,
  of: of.of,
  per: of.per,
});

const inspect = Symbol.for("nodejs.util.inspect.custom");

/** A figure in a text, with its interval, made lazily: a reader of an archive asks for few of them. */
export class Amount implements FigureMention {
  readonly start: number;
  readonly end: number;
  parts: AmountParts;
  role?: Role | undefined;
  /** Hedges of the language of the text, where it is not English. */
  hedges?: ReadonlyMap<string, Hedge> | undefined;
  readonly #whole: string;
  readonly #options: FigureOptions;
  #figure?: Figure;
  #to?: Figure | undefined;
  #hedge?: { readonly span: Span; readonly hedge: Hedge } | null;

  constructor(whole: string, parts: AmountParts, options: FigureOptions = {}) {
    this.start = parts.start;
    this.end = parts.end;
    this.parts = inOneShape(parts);
    this.#whole = whole;
    this.#options = options;
  }

  get kind(): FigureMention["kind"] {
    return this.parts.kind;
  }

  /** Reads percent as points: "fell by half a percent to 6.2 percent" takes half a point off. */
  asPoints(): void {
    this.parts = inOneShape({
      ...this.parts,
      kind: "percentage-point",
      unit: "percentage-point",
      of: undefined,
    });
  }

  /** Reads the scale word as a higher power: a German "Billion" is a million millions. */
  scaleUp(by: number): void {
    const { low, high } = this.parts;
    const up = (of: Digits) => ({ digits: of.digits, exponent: of.exponent + by });
    this.parts = inOneShape({
      ...this.parts,
      low: up(low),
      high: high && up(high),
      scaleWord: undefined,
    });
  }

  /** Takes the words before it for no hedge: "lower than $50m" compares with $50m. */
  unhedged(): void {
    this.#hedge = null;
  }

  /** Sets whose money it is: cents are those of the dollars around them. */
  inMoney(currency: string): void {
    this.parts = inOneShape({ ...this.parts, currency, unit: currency });
  }

  /** What it is, and its figure with its bounds. */
  toString(): string {
    return `${this.kind} “${this.text}”: ${this.to === undefined ? this.figure.show() : `${this.figure.show()} to ${this.to.show()}`}`;
  }

  [inspect](): string {
    return this.toString();
  }

  get text(): string {
    return this.#whole.slice(this.start, this.end);
  }

  get figure(): Figure {
    this.#figure ??= this.#made(this.parts.low, this.parts.high === undefined);
    return this.#figure;
  }

  get to(): Figure | undefined {
    if (this.parts.high !== undefined) this.#to ??= this.#made(this.parts.high, false);
    return this.#to;
  }

  get hedge(): Span | undefined {
    return this.#hedged()?.span;
  }

  get currency(): string | undefined {
    return this.parts.currency;
  }

  get implicit(): true | undefined {
    return this.parts.implicit === true ? true : undefined;
  }

  get of(): string | undefined {
    return this.parts.of;
  }

  get per(): string | undefined {
    return this.parts.per;
  }

  toJSON(): Record<string, unknown> {
    const { kind, text, start, end, currency, implicit, of, per, role, hedge, to } = this;
    const known = { currency, implicit, of, per, role, hedge, to };
    const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
    return { kind, text, start, end, figure: this.figure, ...said };
  }

  #hedged() {
    if (this.#hedge === undefined) {
      const end = this.parts.hedgedAt ?? this.start;
      let found = hedgeAt(this.#whole, end, this.hedges);
      let before = this.#whole.slice(found?.start ?? end, end);
      if (found !== undefined && BLANK_LINE.test(before)) {
        before = before.split(BLANK_LINE).at(-1) as string;
        const own = hedgeAt(before, before.length, this.hedges);
        found = own && { ...own, start: end - before.length + own.start };
        before = this.#whole.slice(found?.start ?? end, end);
      }
      // As printed, whose spaces may be more than those of the known words: "more  than", "more than a".
      const text = before.trimEnd().replace(LAST_ARTICLE, "");
      this.#hedge =
        found === undefined
          ? (this.#hedgeBehind() ?? null)
          : { hedge: found.hedge, span: { text, start: found.start, end: found.start + text.length } };
    }
    return this.#hedge;
  }

  /** "$3bn or more", "10%+", and the 多 of "3亿多元". */
  #hedgeBehind(): { readonly span: Span; readonly hedge: Hedge } | undefined {
    const whole = this.#whole;
    const inner = OVER.exec(this.text);
    if (inner !== null) {
      const start = this.start + inner.index;
      return { hedge: "more", span: { text: inner[0], start, end: start + 1 } };
    }
    const sign = whole[this.end];
    if (sign === "+" || sign === "＋") {
      return { hedge: "atLeast", span: { text: sign, start: this.end, end: this.end + 1 } };
    }
    const start = skipSpaces(whole, this.end);
    const found = TRAILING.at(whole, start, 2);
    if (found === undefined || BLANK_LINE.test(whole.slice(this.end, found.end))) return undefined;
    return { hedge: found.value, span: { text: whole.slice(start, found.end), start, end: found.end } };
  }

  #made(of: Digits, hedges: boolean): Figure {
    const { fraction, negative, unit } = this.parts;
    if (fraction !== undefined) return spelledFraction(this.text, fraction, this.hedge !== undefined);
    return figureFrom(
      {
        text: this.text,
        digits: of.digits,
        negative,
        exponent: of.exponent,
        unit,
        word: this.parts.found?.word,
        hedge: hedges ? this.#hedged()?.hedge : undefined,
        notes: this.#notes(),
      },
      this.#options,
    );
  }

  #notes(): Note[] {
    const { found, scaleWord, unit } = this.parts;
    const notes: Note[] = [];
    const others = found === undefined ? [] : othersOf(found);
    if (found !== undefined && others.length > 0) {
      notes.push({
        about: found.sign === undefined ? "name" : "sign",
        says: `"${found.word}" is read as ${unit}`,
        others: [found.unit, ...others].filter((code) => code !== unit),
      });
    }
    if (scaleWord !== undefined && LONG_SCALE.has(scaleWord)) {
      notes.push({
        about: "scale",
        says: `${scaleWord} is read as 10^${SCALES.get(scaleWord)}`,
        others: [`10^${LONG_SCALE.get(scaleWord)} (longScale: true)`],
      });
    }
    return notes;
  }
}

/** The heading "About" does not hedge the figure that its paragraph begins with. */
const BLANK_LINE = /\n[ \t\r]*\n/;

/** Half of one twentieth: a fraction in words is taken to be the nearest twentieth of the whole. */
const FRACTION_HALF_WIDTH = new Near("0.025");

/** "A third", as a ratio: 1 ÷ 3 with 2.5 percentage points either way; "nearly a third" with twice as many. */
function spelledFraction(
  text: string,
  [numerator, denominator]: readonly [number, number],
  hedged: boolean,
): Figure {
  const value = new Near(numerator).dividedBy(denominator);
  const width = FRACTION_HALF_WIDTH.times(hedged ? 2 : 1);
  const percent = value.times(100).toSignificantDigits(6);
  return new Figure({
    unit: "percent",
    value,
    interval: new Interval(value.minus(width), value.plus(width)),
    text,
    digits: percent.toFixed(),
    hedge: undefined,
    rounding: "unknown",
    notes: [],
  });
}

/** As `hedgeBefore`, for the many numbers that have none. */
function hedgeAt(text: string, end: number, hedges: ReadonlyMap<string, Hedge> = HEDGES) {
  return mayHedge(text, end, hedges) ? hedgeBefore(text, end, hedges) : undefined;
}
