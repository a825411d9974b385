import { currencyNames } from "../../language/currency-names.js";
import {
  FOR_ONE,
  HYPHENED_ONE,
  MONEY_OR_WEIGHT,
  PRICED_UNITS,
  TIME_AWAY,
} from "../../language/en/amount-words.js";
import { BEFORE_UNIT, INDEFINITE_BEFORE_CONSONANT } from "../../language/en/little-words.js";
import { MINUS_SIGNS } from "../../notation/parts.js";
import type { Sentence } from "../scan/sentence.js";
import { type Head, isMoney, type Tail } from "./affixes.js";
import { Amount, type AmountParts, type Digits } from "./amount.js";
import { whoseMoney } from "./currency.js";
import type { WrittenNumber } from "./spelled.js";
import type { Settings } from "./types.js";

export function digitsOf(n: WrittenNumber, tail: Tail): Digits {
  return { digits: n.digits, exponent: n.exponent + (tail.scale?.exponent ?? 0) };
}

interface Pieces {
  readonly head: Head;
  readonly tail: Tail;
  readonly low: Digits;
  readonly high?: Digits;
  readonly end: number;
  readonly scaleWord?: string | undefined;
}

const KINDS: Readonly<Record<string, AmountParts["kind"]>> = {
  percent: "percent",
  "percentage-point": "percentage-point",
  "basis-point": "basis-point",
};

/** The amount that the pieces make; the unit behind the number decides where one stands there. */
export function made(s: Sentence, settings: Settings, pieces: Pieces): Amount {
  const { head, tail } = pieces;
  const behind = tail.unit;
  const before = behind !== undefined && !isMoney(behind) ? undefined : head.currency;
  const found = chosen(before, behind) as NonNullable<Tail["unit"]>;
  const ratio = KINDS[found.unit];
  const shift = (of: Digits): Digits =>
    found.exponent === 0 ? of : { digits: of.digits, exponent: of.exponent + found.exponent };
  const currency = ratio === undefined ? whoseMoney(found, s, settings.whose) : undefined;
  const per = currency === undefined ? undefined : perAt(s, s.tokenAt(pieces.end));
  // A currency before a percentage is another amount's: "in yuan 5 percent".
  const start =
    before === undefined && head.currency !== undefined ? head.currency.end + gap(s, head) : head.start;
  return new Amount(s.text, {
    kind: ratio ?? "money",
    start,
    end: pieces.end,
    low: shift(pieces.low),
    high: pieces.high === undefined ? undefined : shift(pieces.high),
    negative: head.negative && (start === head.start || MINUS_SIGNS.includes(s.text[start] ?? "")),
    unit: currency ?? found.unit,
    found,
    scaleWord: pieces.scaleWord,
    currency,
    per,
  });
}

/** "a share", "per tonne", "/hour": what the amount is for one of. */
function perAt(s: Sentence, i: number): string | undefined {
  const word = s.word(i);
  const at = s.says(i, HYPHENED_ONE) ? i + HYPHENED_ONE.length : i + 1;
  const noun = s.word(at);
  if (TIME_AWAY.has(s.word(at + 1))) return undefined;
  if (word === BEFORE_UNIT && s.tokens[at]?.kind === "word")
    return currencyNames().has(noun) ? undefined : noun;
  if (FOR_ONE.has(word) && PRICED_UNITS.has(noun)) {
    // "$1.60 a pound" may be the price of money.
    return noun === MONEY_OR_WEIGHT && word === INDEFINITE_BEFORE_CONSONANT && s.word(at + 1) === ""
      ? undefined
      : noun;
  }
  return undefined;
}

function gap(s: Sentence, head: Head): number {
  const end = head.currency?.end ?? 0;
  let at = end;
  while (/\s/.test(s.text[at] ?? "")) at++;
  return at - end;
}

/** "A$5 dollars", "$5 Hong Kong dollars": the one that says more. Two different ones: the one before is the amount's. */
function chosen(before: Tail["unit"], behind: Tail["unit"]): Tail["unit"] {
  if (before === undefined) return behind;
  if (behind === undefined) return before;
  return before.sign?.others?.includes(behind.unit)
    ? { ...behind, exponent: before.exponent + behind.exponent }
    : before;
}
