import {
  BEHIND_TIME_OF_DAY,
  NUMBERED_NAMES,
  ORDINAL_ENDINGS,
  STREETS,
} from "../../language/en/amount-words.js";
import { PLURAL } from "../../language/en/little-words.js";
import { MONTH_OR_MODAL, MONTHS, NAMING_WORDS } from "../../language/en/words.js";
import { codeAt } from "../../notation/number.js";
import { isLetter, MINUS_SIGNS } from "../../notation/parts.js";
import { measureAt } from "../relation/chinese.js";
import type { Sentence } from "../scan/sentence.js";
import { isYearLike } from "./affixes.js";
import type { WrittenNumber } from "./spelled.js";

/**
 * Why a number is no amount, whatever stands behind it: it is part of a name, a date, a time, a score, an address.
 * `undefined` where nothing speaks against an amount.
 */
export function partOfSomething(s: Sentence, n: WrittenNumber, start: number): string | undefined {
  const { text } = s;
  const left = text[start - 1];
  if (left !== undefined && !n.spelled) {
    if (isWordCharacter(left)) return "part of a name";
    const before = text[start - 2];
    if (MINUS_SIGNS.includes(left) && isWordCharacter(before)) {
      return before !== undefined && before >= "0" && before <= "9"
        ? "a score, a number or a range"
        : "part of a name";
    }
    if ("/:.".includes(left) && isWordCharacter(before)) return "part of a date, a time or a number";
    if ("#@№_\\=&".includes(left)) return "part of a name";
    if ((left === "'" || left === "’") && n.digits.length === 2 && !isWordCharacter(before)) return "a year";
  }
  if (n.spelled) return undefined;
  const right = text[n.end];
  const next = text[n.end + 1];
  if (right === ":" && isDigit(next)) return "a time or a score";
  if (right === "/" && isDigit(next)) return "a date or a fraction";
  if (right === "." && isDigit(next)) return "a number in parts";
  return undefined;
}

/** Why a number without a unit is no amount: a date, an ordinal, an age, a time, something that is numbered. */
export function bareTrap(s: Sentence, n: WrittenNumber, i: number): string | undefined {
  const { text } = s;
  const right = text[n.end];
  if (!n.spelled && right !== undefined && isLetter(right) && codeAt(text, n.end) < 0x2e80) {
    const word = s.word(n.next);
    return ORDINAL_ENDINGS.has(word) ? "an ordinal" : word === PLURAL ? "a decade" : "part of a name";
  }
  if (!n.spelled && right !== undefined && MINUS_SIGNS.includes(right) && isDigit(text[n.end + 1])) {
    return "a score, a number or a range without a unit";
  }
  const before = s.word(i - 1) === "." ? s.word(i - 2) : s.word(i - 1);
  const after = s.word(n.next);
  if (MONTHS.has(before) || (MONTHS.has(after) && n.digits.length <= 2 && after !== MONTH_OR_MODAL))
    return "a date";
  if (BEHIND_TIME_OF_DAY.has(after)) return "a time";
  if (NAMING_WORDS.has(before))
    return `${s.text.slice(s.tokens[i - 1]?.start ?? n.start, n.start).trim()}: a name`;
  if (NUMBERED_NAMES.has(after)) return "part of a name";
  if (right === "-" && isLetter(text[n.end + 1])) return "part of a compound";
  for (let k = n.next; k < n.next + 3; k++) if (STREETS.has(s.word(k)) && k > n.next) return "an address";
  if (isYearLike(n) && measureAt(text, n.end) === undefined) return "a year";
  return undefined;
}

function isWordCharacter(c: string | undefined): boolean {
  if (c === undefined) return false;
  return isDigit(c) || (isLetter(c) && c.charCodeAt(0) < 0x2e80);
}

function isDigit(c: string | undefined): boolean {
  return c !== undefined && ((c >= "0" && c <= "9") || (c >= "０" && c <= "９"));
}
