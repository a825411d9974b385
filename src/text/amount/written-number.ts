import { MAX_DIGITS } from "../../exact/decimal.js";
import { KINDS_OF_POINTS, OF_POINTS, PARTS_OF_A_SCALE } from "../../language/en/amount-words.js";
import { BEFORE_LEVEL, BEFORE_WHOLE, INDEFINITE } from "../../language/en/little-words.js";
import { codeAt, isDigit, isProblem, numberAt, type PrintedNumber } from "../../notation/number.js";
import { currencyBefore } from "../../notation/parts.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";
import { isMoney, tailOf } from "./affixes.js";
import { beginsNumber, fractionAt, spelledAt, type WrittenNumber } from "./spelled.js";
import type { Settings } from "./types.js";

type Written = WrittenNumber | { readonly skip: number };

/** The number that token `i` begins, in digits or words. */
export function numberOf(s: Sentence, i: number, settings: Settings): Written | undefined {
  const token = s.tokens[i];
  if (token === undefined) return undefined;
  if (token.kind === "word") {
    const word = token.word;
    if (!INDEFINITE.has(word) && !PARTS_OF_A_SCALE.has(word) && !beginsNumber(word)) return undefined;
    return partOfPoint(s, i) ?? spelledAt(s, i);
  }
  if (token.kind !== "digits") return undefined;
  // ".5 percent": the point belongs to the number.
  const point =
    s.text[token.start - 1] === settings.style.decimal && /[\s($€£¥]/.test(s.text[token.start - 2] ?? " ");
  const start = point && settings.style.decimal === "." ? token.start - 1 : token.start;
  if (token.end - token.start > MAX_DIGITS) {
    s.leave(token.start, token.end, `a number of more than ${MAX_DIGITS} digits`);
    return { skip: i + 1 };
  }
  const found = spaced(s, start, settings) ?? numberAt(s.text, start, settings.style);
  if (isProblem(found)) {
    let next = i + 1;
    while (next < s.tokens.length && s.joined(next - 1) && s.tokens[next]?.kind !== "word") next++;
    // The place is in the span already; said again in the reason it would move with the text around it.
    s.leave(start, s.tokens[next - 1]?.end ?? token.end, reason(found.problem));
    return { skip: next };
  }
  const mixed = mixedAt(s, found);
  if (mixed !== undefined) return mixed;
  const next = s.tokenAt(found.end);
  if (found.digits.length > MAX_DIGITS) {
    s.leave(start, Math.min(found.end, s.end), `a number of more than ${MAX_DIGITS} digits`);
    return { skip: Math.max(next, i + 1) };
  }
  return {
    digits: found.digits,
    exponent: 0,
    start,
    end: found.end,
    next,
    spelled: false,
    grouping: found.grouping,
  };
}

/** Behind whole digits: "-1/4", " 3/8". */
const EIGHTHS = /^([- ])(\d{1,2})\/(2|4|8|16|32|64)(?![\d/-])/;

/** "8-1/4 pct", "25 3/8 pct": quarters and eighths behind a whole number; behind a space only where a unit follows. */
function mixedAt(s: Sentence, { digits, end, decimals, grouping }: PrintedNumber): WrittenNumber | undefined {
  if (s.text[end + 2] !== "/" && s.text[end + 3] !== "/") return undefined;
  const [whole, mark, over, under] = EIGHTHS.exec(s.text.slice(end, Math.min(s.end, end + 8))) ?? [];
  if (whole === undefined || decimals > 0 || grouping !== "none" || digits.length > 4) return undefined;
  const part = Number(over) / Number(under);
  if (part === 0 || part >= 1) return undefined;
  const n = {
    digits: `${digits}${String(part).slice(1)}`,
    exponent: 0,
    start: end - digits.length,
    end: end + whole.length,
    next: s.tokenAt(end + whole.length),
    spelled: false,
    grouping,
  } as const;
  return mark === "-" || tailOf(s, n, s.tokenAt(n.start)).unit !== undefined ? n : undefined;
}

/** Why digits are no number, without the digits: they are in the span, and the reasons can be counted. */
function reason(problem: string): string {
  if (problem.startsWith('"')) return "separators out of place";
  return problem.replace(/ "[^"]*"( and "[^"]*")?/g, "").replace(/ at \d+$/, "");
}

/** "CZK 27 400 000": groups of three digits with spaces, where a currency stands beside them or there are several. */
function spaced(s: Sentence, start: number, settings: Settings): PrintedNumber | undefined {
  // Its first group ends with the token, and a space and digits follow.
  const { end } = s.tokens[s.tokenAt(start)] as Token;
  if (s.text[end] !== " " || !isDigit(codeAt(s.text, end + 1))) return undefined;
  const first = /^\d{1,3}( \d{3})+(?!\d)/.exec(s.text.slice(start, Math.min(s.end, start + 40)));
  if (first === null) return undefined;
  const found = numberAt(s.text, start, { ...settings.style, spaces: true });
  if (isProblem(found) || found.grouping !== "space") return undefined;
  const n = {
    digits: found.digits,
    exponent: 0,
    start,
    end: found.end,
    next: s.tokenAt(found.end),
    spelled: false,
  };
  const many = first[0].length > 7;
  return many ||
    tailOf(s, n, s.tokenAt(start)).unit !== undefined ||
    (currencyBefore(s.text, start)?.start ?? -1) >= s.start
    ? found
    : undefined;
}

const TENTHS: ReadonlyMap<string, string> = new Map([
  ["1/2", "0.5"],
  ["1/4", "0.25"],
  ["3/4", "0.75"],
  ["1/5", "0.2"],
  ["1/10", "0.1"],
]);

/** "half a percentage point", "one-quarter to one-half of a percentage point": a part that stands for digits. */
export function partOfPoint(s: Sentence, i: number): WrittenNumber | undefined {
  const part = fractionAt(s, i);
  if (part === undefined) return undefined;
  const digits = TENTHS.get(`${part.numerator}/${part.denominator}`);
  if (digits === undefined) return undefined;
  const n = {
    digits,
    exponent: 0,
    start: part.start,
    end: part.end,
    next: part.next,
    spelled: true,
  } as const;
  if (s.word(part.next) === BEFORE_LEVEL && fractionAt(s, part.next + 1) !== undefined) return n;
  if (behindPoint(s, part.next) !== undefined) return n;
  const unit = tailOf(s, n, i).unit;
  return unit !== undefined && !isMoney(unit) ? n : undefined;
}

/** "Half a point", "a tenth of a point", "0.3 share points": the token behind the points of a rate that is in percent. */
export function behindPoint(s: Sentence, i: number): number | undefined {
  let at = i;
  if (s.word(at) === BEFORE_WHOLE) at++;
  if (INDEFINITE.has(s.word(at))) at++;
  if (KINDS_OF_POINTS.has(s.word(at))) at++;
  return OF_POINTS.has(s.word(at)) ? at + 1 : undefined;
}

export function numberAtWord(s: Sentence, i: number, settings: Settings): Written | undefined {
  return s.tokens[i]?.kind === "word" ? numberOf(s, i, settings) : undefined;
}
