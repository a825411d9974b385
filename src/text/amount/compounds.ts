import { JOINS_PARTS } from "../../language/en/amount-words.js";
import type { Sentence } from "../scan/sentence.js";
import { type Head, isMoney, minorUnit, type Tail, tailOf } from "./affixes.js";
import type { Amount, Digits } from "./amount.js";
import { digitsOf, made } from "./build.js";
import type { WrittenNumber } from "./spelled.js";
import type { Settings } from "./types.js";
import { numberOf } from "./written-number.js";

/** "3 billion and 40 million dollars", "1 trillion 250 billion roubles", "13 dollars and 45 cents". */
export function compoundFrom(
  s: Sentence,
  n: WrittenNumber,
  head: Head,
  tail: Tail,
  settings: Settings,
): Amount | undefined {
  const first = digitsOf(n, tail);
  const major = tail.unit !== undefined && isMoney(tail.unit) && tail.unit.exponent === 0;
  if (major) return withCents(s, n, first, head, tail, settings);
  if (first.exponent === 0 || tail.unit !== undefined || n.digits.includes(".")) return undefined;
  let { digits, exponent } = first;
  let last: Tail = tail;
  for (;;) {
    let at = s.tokenAt(last.end);
    if (JOINS_PARTS.has(s.word(at))) at++;
    const m = numberOf(s, at, settings);
    if (m === undefined || "skip" in m) break;
    const [whole = "", decimals] = m.digits.split(".");
    const next = tailOf(s, m, at);
    const second = digitsOf(m, next);
    const room = exponent - second.exponent;
    // "$534 billion and 475 mln dollars" are two amounts, each with its own unit.
    if (next.unit !== undefined && head.currency !== undefined) break;
    const ends = next.unit !== undefined || second.exponent > 0;
    if (!ends || room <= 0 || whole.length > room) break;
    if (next.unit !== undefined && !isMoney(next.unit) && head.currency === undefined) break;
    digits = `${digits}${whole.padStart(room, "0")}${decimals === undefined ? "" : `.${decimals}`}`;
    exponent = second.exponent;
    last = next;
    if (next.unit !== undefined || decimals !== undefined) break;
  }
  if (last === tail || (last.unit === undefined && head.currency === undefined)) return undefined;
  return made(s, settings, {
    head,
    tail: last,
    low: { digits, exponent },
    end: last.end,
    scaleWord: last.scale?.word,
  });
}

/** "13 dollars and 45 cents". */
function withCents(
  s: Sentence,
  n: WrittenNumber,
  first: Digits,
  head: Head,
  tail: Tail,
  settings: Settings,
): Amount | undefined {
  let at = s.tokenAt(tail.end);
  if (JOINS_PARTS.has(s.word(at))) at++;
  const cents = numberOf(s, at, settings);
  if (cents === undefined || "skip" in cents || cents.digits.length > 2 || n.digits.includes("."))
    return undefined;
  const behind = tailOf(s, cents, at);
  if (!minorUnit(behind.unit) || behind.scale !== undefined) return undefined;
  return made(s, settings, {
    head,
    tail: { unit: tail.unit, end: behind.end },
    low: { digits: `${n.digits}${cents.digits.padStart(2, "0")}`, exponent: first.exponent - 2 },
    end: behind.end,
  });
}
