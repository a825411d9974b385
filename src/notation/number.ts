/** Reads one printed number, digit by digit, in linear time. Shared by `figure()` and the reader of texts. */

export interface PrintedNumber {
  /** ASCII digits with at most one ".": "1234.50". */
  readonly digits: string;
  /** Index behind the last character. */
  readonly end: number;
  /** Digits behind the decimal mark. */
  readonly decimals: number;
  readonly grouping: "none" | "thousands" | "indian" | "space";
}

export interface NumberProblem {
  readonly at: number;
  readonly problem: string;
  readonly expected: string;
}

export interface NumberStyle {
  /** The decimal mark; the other one of "." and "," then separates thousands. */
  readonly decimal: "." | ",";
  /** Whether an ordinary space may separate thousands ("1 234 567"): only where a text is one figure. */
  readonly spaces: boolean;
}

/** The code of the character at `i`; 0 beyond the ends, where asking the text itself makes a function slow for good. */
export const codeAt = (text: string, i: number): number =>
  i >= 0 && i < text.length ? text.charCodeAt(i) : 0;

/** 0 to 9 for ASCII and full-width digits, otherwise −1. */
export function digitAt(text: string, i: number): number {
  const code = codeAt(text, i);
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** No number goes on for so long; a text of digits only is given up here, so that reading stays linear. */
const LONGEST = 200;

const NARROW_SPACES = "\u00a0\u2009\u202f\u2007";
const APOSTROPHES = "'’";

/**
 * The number that starts at `start`. Separators must stand where they belong: groups of three digits, or the
 * Indian 2-2-3; what does not fit is a problem with its place, never a guess.
 */
export function numberAt(text: string, start: number, style: NumberStyle): PrintedNumber | NumberProblem {
  return plainNumber(text, start, style) ?? groupedNumber(text, start, style);
}

/** Whether a character is an ASCII digit, by its code. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Most numbers: ASCII digits with at most one decimal mark, and nothing behind that could go on. */
function plainNumber(text: string, start: number, style: NumberStyle): PrintedNumber | undefined {
  let i = start;
  while (isDigit(codeAt(text, i))) i++;
  const whole = i;
  if (whole === start) return undefined;
  let decimals = 0;
  if (text[i] === style.decimal && isDigit(codeAt(text, i + 1))) {
    i++;
    while (isDigit(codeAt(text, i))) i++;
    decimals = i - whole - 1;
  }
  if (i - start > LONGEST || digitAt(text, i) >= 0 || digitAt(text, i + 1) >= 0) return undefined;
  const printed = text.slice(start, i);
  const digits = style.decimal === "." ? printed : printed.replace(",", ".");
  return { digits, end: i, decimals, grouping: "none" };
}

function groupedNumber(text: string, start: number, style: NumberStyle): PrintedNumber | NumberProblem {
  const group = style.decimal === "." ? "," : ".";
  let i = start;
  let digits = "";
  while (digitAt(text, i) >= 0 && digits.length <= LONGEST) digits += digitAt(text, i++);
  const first = digits.length;

  const sizes: number[] = [];
  let separator = "";
  let problem: NumberProblem | undefined;
  while (first > 0) {
    const mark = text[i] as string | undefined;
    if (mark === undefined || !isSeparator(mark, group, style.spaces)) break;
    const normal = sameSeparator(mark);
    let j = i + 1;
    let run = "";
    while (digitAt(text, j) >= 0 && run.length <= LONGEST) run += digitAt(text, j++);
    if (run.length === 0) break;
    if (separator !== "" && normal !== separator) {
      if (mark === " ") break;
      problem = { at: i, problem: `mixed separators "${separator}" and "${mark}"`, expected: "one kind" };
      break;
    }
    // A space, or a comma of a list, that does not set off three digits does not belong to the number.
    if (normal === " " && (run.length !== 3 || first > 3)) break;
    separator = normal;
    sizes.push(run.length);
    digits += run;
    i = j;
    if (digits.length > LONGEST) break;
  }
  if (digits.length > LONGEST) {
    return { at: start, problem: `a number of more than ${LONGEST} digits`, expected: "a shorter one" };
  }
  if (problem) return problem;
  const grouping = groupingOf(first, sizes, separator);
  if (grouping === undefined) {
    return {
      at: start,
      problem: `"${text.slice(start, i)}" has its separators out of place`,
      expected: "groups of three digits, as in 1,234,567",
    };
  }

  let decimals = 0;
  if (isDecimalMark(text[i], style.decimal) && digitAt(text, i + 1) >= 0) {
    const mark = i++;
    digits += ".";
    while (digitAt(text, i) >= 0) {
      digits += digitAt(text, i++);
      decimals++;
    }
    const next = text[i];
    if ((next === "." || next === ",") && digitAt(text, i + 1) >= 0) {
      return {
        at: i,
        problem: `a second "${next}" after the decimal mark at ${mark}`,
        expected: `one decimal mark "${style.decimal}" (option decimal: "${group}" reads the other way)`,
      };
    }
  }
  if (digits !== "" && mixedWidths(text, start, i)) {
    return {
      at: start,
      problem: "full-width and plain digits in one number",
      expected: "one kind of digits",
    };
  }
  if (digits === "") return { at: start, problem: "no digits", expected: "a number" };
  return { digits: digits.startsWith(".") ? `0${digits}` : digits, end: i, decimals, grouping };
}

function mixedWidths(text: string, start: number, end: number): boolean {
  let wide = 0;
  let plain = 0;
  for (let i = start; i < end; i++) {
    if (digitAt(text, i) < 0) continue;
    if (text.charCodeAt(i) > 0xff00) wide++;
    else plain++;
  }
  return wide > 0 && plain > 0;
}

function isDecimalMark(mark: string | undefined, decimal: string): boolean {
  return mark === decimal || (decimal === "." && mark === "．");
}

function isSeparator(mark: string, group: string, spaces: boolean): boolean {
  return (
    mark === group ||
    (group === "," && mark === "，") ||
    NARROW_SPACES.includes(mark) ||
    APOSTROPHES.includes(mark) ||
    (spaces && mark === " ")
  );
}

function sameSeparator(mark: string): string {
  if (mark === " " || NARROW_SPACES.includes(mark)) return " ";
  return APOSTROPHES.includes(mark) ? "'" : mark === "，" ? "," : mark;
}

function groupingOf(
  first: number,
  sizes: readonly number[],
  separator: string,
): PrintedNumber["grouping"] | undefined {
  if (sizes.length === 0) return "none";
  const last = sizes[sizes.length - 1];
  if (first >= 1 && first <= 3 && sizes.every((size) => size === 3)) {
    return separator === " " ? "space" : "thousands";
  }
  const inner = sizes.slice(0, -1);
  if (first <= 2 && last === 3 && inner.length > 0 && inner.every((size) => size === 2)) return "indian";
  return undefined;
}

export function isProblem(found: PrintedNumber | NumberProblem): found is NumberProblem {
  return (found as NumberProblem).problem !== undefined;
}
