import { FigureError } from "../errors.js";
import type { Hedge, Note } from "../figure/note.js";
import { sharedNames } from "../language/currency-names.js";
import { LONG_SCALE } from "../language/lexicon.js";
import { digitAt, isProblem, numberAt } from "./number.js";
import {
  currencyBefore,
  hedgeBefore,
  isLetter,
  MINUS_SIGNS,
  PLUS_SIGNS,
  scaleAt,
  skipSpaces,
  skipSpacesBack,
  TRAILING,
  type UnitFound,
  unitAt,
} from "./parts.js";

/** A figure's text taken apart: what `figure()` and the reader make figures from. */
export interface PrintedFigure {
  readonly text: string;
  readonly digits: string;
  readonly negative: boolean;
  /** Power of ten: of the scale word, less two for cents. */
  readonly exponent: number;
  /** ISO 4217 code, ratio unit, or "number". */
  readonly unit: string;
  /** The word or sign that stated the unit. */
  readonly word: string | undefined;
  readonly hedge: Hedge | undefined;
  readonly notes: readonly Note[];
}

export interface ReadOptions {
  /** The unit, where the text does not say it: `figure("42.64", { unit: "CNY" })`. */
  readonly unit?: string;
  /** What ambiguous signs stand for: `{ "$": "HKD", "¥": "JPY" }`. */
  readonly signs?: Readonly<Record<string, string>>;
  /** The decimal mark. Default: ".". */
  readonly decimal?: "." | ",";
  /** Whether billion means 10^12 and trillion 10^18. */
  readonly longScale?: boolean;
  /** Whether "1,23,456" may be grouped the Indian way whatever the unit. */
  readonly grouping?: "thousands" | "indian";
  /** Whether "(42.64)" is an aside, as in running text, or a negative, as in accounts. Default: "aside". */
  readonly brackets?: "aside" | "negative";
}

const INDIAN_UNITS = new Set(["INR", "PKR", "BDT", "LKR", "NPR"]);
const OTHER_DIGITS = /\p{Nd}/u;

/** Takes one figure's text apart; all of it must be understood. */
export function printedFigure(text: string, options: ReadOptions): PrintedFigure {
  const { start, end, brackets } = bounds(text);
  const number = firstNumber(text, start, end, options);

  const before = frontOf(text, number.start, start);
  let scale = scaleAt(text, number.end, before.currency !== undefined);
  let behind = unitAt(text, scale?.end ?? number.end);
  if (scale !== undefined && behind === undefined) {
    // A scale word that also begins the name of a unit loses to the longer reading.
    const whole = unitAt(text, number.end);
    if (whole !== undefined && whole.end > scale.end) {
      scale = undefined;
      behind = whole;
    }
  }
  let at = behind?.end ?? scale?.end ?? number.end;
  let trailing: Hedge | undefined;
  if (text[at] === "+" || text[at] === "＋") {
    trailing = "atLeast";
    at++;
  } else {
    const phrase = TRAILING.at(text, text[at] === "-" ? at + 1 : skipSpaces(text, at), 2);
    if (phrase !== undefined) {
      trailing = phrase.value;
      at = phrase.end;
    }
  }
  const rest = skipSpaces(text, at);
  if (rest < end) throw unread(text, rest, end, behind);

  if (before.start > start) {
    throw unreadable(
      text,
      start,
      `"${text.slice(start, before.start).trim()}" before the number`,
      "a currency, a sign or a hedge such as “nearly”",
    );
  }
  const unit = agreedUnit(text, before.currency, behind);
  const chosen = chosenUnit(unit, options);
  checkGrouping(text, number, chosen.unit, scale?.word, options);

  const hedge = before.hedge ?? trailing;
  const long = options.longScale === true ? LONG_SCALE.get(scale?.word ?? "") : undefined;
  const notes: Note[] = chosen.notes;
  if (scale !== undefined && LONG_SCALE.has(scale.word)) {
    const exponent = long ?? scale.exponent;
    notes.push({
      about: "scale",
      says: `${scale.word} is read as 10^${exponent}`,
      others: [
        `10^${long === undefined ? LONG_SCALE.get(scale.word) : scale.exponent} (longScale: ${long === undefined})`,
      ],
    });
  }
  const bracketNegative = brackets && options.brackets === "negative";
  if (brackets) {
    notes.push({
      about: "brackets",
      says: bracketNegative ? "brackets are read as a minus" : "brackets are read as an aside",
      others: [bracketNegative ? "aside" : "negative"],
    });
  }
  return {
    text,
    digits: number.digits,
    negative: before.negative !== bracketNegative,
    exponent: (long ?? scale?.exponent ?? 0) + (unit?.exponent ?? 0),
    unit: chosen.unit,
    word: unit?.word,
    hedge,
    notes,
  };
}

/** The text without white space and one pair of brackets around it. */
function bounds(text: string): { start: number; end: number; brackets: boolean } {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (start >= end)
    throw new FigureError("unreadable", "the text is empty; expected a figure such as “42.64bn yuan”", {
      text,
      at: 0,
    });
  const open = text[start];
  const close = text[end - 1];
  if ((open === "(" && close === ")") || (open === "（" && close === "）")) {
    return { start: start + 1, end: end - 1, brackets: true };
  }
  return { start, end, brackets: false };
}

function firstNumber(text: string, start: number, end: number, options: ReadOptions) {
  let i = start;
  const mark = options.decimal ?? ".";
  while (i < end && digitAt(text, i) < 0 && !(text[i] === mark && digitAt(text, i + 1) >= 0)) i++;
  if (i === end) {
    const other = OTHER_DIGITS.exec(text);
    if (other) {
      throw unreadable(text, other.index, `the digit "${other[0]}" of another script`, "digits 0 to 9");
    }
    throw unreadable(text, start, "no digits", "a figure such as “42.64bn yuan”");
  }
  const found = numberAt(text, i, { decimal: mark, spaces: true });
  if (isProblem(found)) throw unreadable(text, found.at, found.problem, found.expected);
  return { digits: found.digits, grouping: found.grouping, start: i, end: found.end };
}

interface Front {
  readonly start: number;
  readonly negative: boolean;
  readonly currency: UnitFound | undefined;
  readonly hedge: Hedge | undefined;
}

/** Sign, currency and hedge before the number, in the orders that are printed: "−$5", "$−5", "nearly $5". */
function frontOf(text: string, numberStart: number, floor: number): Front {
  let at = numberStart;
  let negative = false;
  if (skipSpacesBack(text, at) <= floor)
    return { start: floor, negative, currency: undefined, hedge: undefined };
  let signs = 0;
  const takeSign = () => {
    const before = skipSpacesBack(text, at);
    const c = text[before - 1];
    if (
      before > floor &&
      c !== undefined &&
      signs === 0 &&
      (MINUS_SIGNS.includes(c) || PLUS_SIGNS.includes(c))
    ) {
      negative = MINUS_SIGNS.includes(c);
      signs++;
      at = before - 1;
    }
  };
  takeSign();
  const currency = currencyBefore(text, at);
  if (currency !== undefined && currency.start >= floor) at = currency.start;
  takeSign();
  const hedge = hedgeBefore(text, at);
  if (hedge !== undefined && hedge.start >= floor) at = hedge.start;
  const start = Math.max(floor, skipSpacesBack(text, at));
  return {
    start: start <= floor ? floor : at,
    negative,
    currency: currency !== undefined && currency.start >= floor ? currency : undefined,
    hedge: hedge !== undefined && hedge.start >= floor ? hedge.hedge : undefined,
  };
}

function agreedUnit(text: string, before: UnitFound | undefined, behind: UnitFound | undefined) {
  if (before !== undefined && behind !== undefined && before.unit !== behind.unit) {
    // "A$5 dollars" and "$5 Hong Kong dollars": the more exact of the two says whose dollars they are.
    if (before.sign?.others?.includes(behind.unit)) return behind;
    if (othersOf(behind).includes(before.unit)) return before;
    throw unreadable(text, behind.start, `${behind.word} after an amount in ${before.unit}`, "one unit");
  }
  return behind ?? before;
}

/** What else a sign or a name could stand for. */
export function othersOf(unit: UnitFound): readonly string[] {
  if (unit.sign !== undefined) return unit.sign.others ?? [];
  const owners = sharedNames().get(unit.word);
  return owners === undefined
    ? []
    : [...owners.countries.values()].filter((code) => code !== owners.currency);
}

function chosenUnit(unit: UnitFound | undefined, options: ReadOptions): { unit: string; notes: Note[] } {
  if (unit === undefined) return { unit: options.unit ?? "number", notes: [] };
  const override = options.signs?.[unit.word];
  const others = othersOf(unit);
  const read =
    override ?? (options.unit !== undefined && others.includes(options.unit) ? options.unit : unit.unit);
  if (others.length === 0 && override === undefined) return { unit: read, notes: [] };
  return {
    unit: read,
    notes: [
      {
        about: unit.sign === undefined ? "name" : "sign",
        says: `"${unit.word}" is read as ${read}`,
        others: [unit.unit, ...others].filter((code) => code !== read),
      },
    ],
  };
}

function checkGrouping(
  text: string,
  number: { grouping: string; start: number; digits: string },
  unit: string,
  scale: string | undefined,
  options: ReadOptions,
) {
  if (number.grouping !== "indian" || options.grouping === "indian" || INDIAN_UNITS.has(unit)) return;
  if (scale !== undefined && /lakh|lac|cr/.test(scale)) return;
  throw unreadable(
    text,
    number.start,
    "separators in the Indian places without rupees, lakh or crore",
    "groups of three digits, or the option grouping: “indian”",
  );
}

function unread(text: string, at: number, end: number, behind: UnitFound | undefined): FigureError {
  const rest = text.slice(at, end);
  if (digitAt(text, at) >= 0 || /\d/.test(rest)) {
    return unreadable(
      text,
      at,
      `a second number, "${short(rest)}"`,
      "one figure; read() takes a whole sentence",
    );
  }
  if (behind === undefined && isLetter(text[at])) {
    return unreadable(
      text,
      at,
      `"${short(rest)}" is no unit that is known`,
      "a scale, a currency, percent, percentage points or basis points",
    );
  }
  return unreadable(text, at, `"${short(rest)}" after the figure`, "the end of the text");
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function unreadable(text: string, at: number, found: string, expected: string): FigureError {
  return new FigureError(
    "unreadable",
    `cannot read "${short(text)}": ${found} at character ${at + 1}; expected ${expected}`,
    { text: short(text), at, expected },
  );
}
