import { isPlural } from "../../language/currency-names.js";
import {
  BEFORE_PRICED_MONEY,
  NAMES_OF_RATES,
  RATE_EQUALS,
  RATE_PER,
} from "../../language/en/amount-words.js";
import { CURRENCY_PHRASES } from "../../notation/parts.js";
import type { Sentence } from "../scan/sentence.js";
import { Amount } from "./amount.js";

/** "$1 = 8.3 yuan", "7.31 yuan to the dollar": rates, which are no amounts of money. They replace the amounts. */
export function readRates(s: Sentence): void {
  for (let k = 0; k < s.amounts.length; k++) {
    const one = s.amounts[k] as Amount;
    if (one.kind !== "money") continue;
    const other = s.amounts[k + 1];
    const equal = other?.kind === "money" ? equation(s, one, other) : undefined;
    if (equal !== undefined) {
      s.amounts.splice(k, 2, equal);
      continue;
    }
    const quoted = quotedPer(s, one, other);
    if (quoted !== undefined) s.amounts.splice(k, quoted.taken, quoted.rate);
  }
}

function isOne(amount: Amount): boolean {
  const { digits, exponent } = amount.parts.low;
  return exponent >= 0 && /^10*$/.test(digits) && amount.parts.high === undefined;
}

function rate(s: Sentence, of: Amount, per: Amount["currency"], start: number, end: number): Amount {
  const { parts } = of;
  return new Amount(s.text, { ...parts, kind: "rate", start, end, per: per ?? parts.per });
}

/** "$1 = 8.3 yuan", "1 euro equals 1.09 dollars". */
function equation(s: Sentence, one: Amount, other: Amount): Amount | undefined {
  if (!isOne(one) || one.currency === other.currency) return undefined;
  const between = s.text.slice(one.end, other.start).trim();
  if (!RATE_EQUALS.has(between)) return undefined;
  return rate(s, other, one.currency, one.start, other.end);
}

/** "8.3 yuan per dollar", "7.31 yuan to the U.S. dollar", "8.3 yuan to $1". */
function quotedPer(
  s: Sentence,
  one: Amount,
  other: Amount | undefined,
): { readonly rate: Amount; readonly taken: number } | undefined {
  if (other?.kind === "money" && isOne(other) && other.currency !== one.currency) {
    const between = s.text.slice(one.end, Math.min(other.start, one.end + 20)).trim();
    if (RATE_PER.has(between)) return { rate: rate(s, one, other.currency, one.start, other.end), taken: 2 };
  }
  const at = s.tokenAt(one.end);
  const words = s.saysOne(at, BEFORE_PRICED_MONEY);
  if (words === 0) return undefined;
  const start = s.tokens[at + words]?.start;
  const name = start === undefined ? undefined : CURRENCY_PHRASES.at(s.text, start, 3);
  if (name === undefined || isPlural(name.phrase) || name.value === one.currency) return undefined;
  if (one.parts.low.exponent > 2) return undefined;
  return { rate: rate(s, one, name.value, one.start, one.end), taken: 1 };
}

/** Whether the sentence is about a rate of exchange, so that "to 6.9938" is one. */
export function aboutRates(s: Sentence): boolean {
  return s.tokens.some((_, i) => s.saysOne(i, NAMES_OF_RATES) > 0);
}
