import {
  ABOUT,
  BEFORE_RATE,
  BEHIND_CONVERTED,
  BEHIND_DISTANCE,
  CONVERSION_LEADS,
  CONVERTS,
  CONVERTS_FIRST,
  IS_WORTH,
  JOINS_CONVERSIONS,
  THAT_IS,
} from "../../language/en/relation-words.js";
import { CONVERTS as CHINESE_CONVERTS, CONVERSION_LEADS as CHINESE_LEADS } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import type { Conversion } from "../reading.js";
import type { Line } from "../scan/line.js";

const OPENERS = new Set(["(", "[", "［"]);

const CLOSERS = new Set([")", "]", "］"]);

/** Words that may stand before the converted amount: "(approximately", "or about", "equivalent to". */
const LEADS = new Set([...CONVERSION_LEADS, ...CHINESE_LEADS]);

/** How many words may stand between an amount and the bracket with its conversion: "9 million euros in tax ($10 million)". */
const BETWEEN = 4;

/** The amounts that a sentence gives in two currencies: in brackets, in apposition, with "or", "equivalent to". */
export function conversionsOf(line: Line): Conversion[] {
  const found: Conversion[] = [];
  const taken: Amount[] = [];
  // The last has none behind it.
  for (let k = 0; k < line.amounts.length - 1; k++) {
    const place = line.amounts[k] as number;
    const amount = line.amount(place) as Amount;
    if (amount.kind !== "money" || taken.includes(amount)) continue;
    const next = line.amounts[k + 1];
    const other = next === undefined ? undefined : line.amount(next);
    if (next === undefined || other === undefined || other.kind !== "money") continue;
    if (other.start < amount.end) {
      if (differ(amount, other)) found.push(pair(line, amount, other));
      taken.push(other);
      continue;
    }
    if (!(inBrackets(line, place, next) || inApposition(line, place, next))) continue;
    if (!differ(amount, other)) {
      if (inBrackets(line, place, next) && amount.currency !== undefined && !other.implicit) {
        line.sentence.leave(amount.start, other.end, `two amounts in ${amount.currency}: no conversion`);
      }
      continue;
    }
    found.push(pair(line, amount, other));
    taken.push(other);
    const third = line.amounts[k + 2];
    const more = third === undefined ? undefined : line.amount(third);
    if (third !== undefined && more !== undefined && more.kind === "money" && alsoThere(line, next, third)) {
      if (differ(amount, more) && differ(other, more)) {
        found.push(pair(line, amount, more));
        taken.push(more);
      }
    }
  }
  return found;
}

function differ(a: Amount, b: Amount): boolean {
  return a.currency !== undefined && b.currency !== undefined && a.currency !== b.currency;
}

function pair(line: Line, amount: Amount, converted: Amount): Conversion {
  const end = Math.max(amount.end, converted.end);
  const { start } = amount;
  return { rule: "two-currencies", text: line.sentence.slice(start, end), start, end, amount, converted };
}

/** "42.64bn yuan ($5.83bn)": a bracket soon behind the amount, that begins with the other amount. */
function inBrackets(line: Line, place: number, next: number): boolean {
  let at = place + 1;
  while (at < next && !OPENERS.has(line.word(at))) {
    if (line.items[at]?.mark || at - place > BETWEEN) return false;
    at++;
  }
  if (at === next || (at > place + 1 && !CLOSERS.has(line.word(next + 1)))) return false;
  return led(line, at + 1, next) && endsBracket(line, next + 1);
}

/** What may follow in the bracket: its end, another currency, the rate or the day; "(1bn euros in cash)" is a part. */
function endsBracket(line: Line, i: number): boolean {
  const word = line.word(i);
  if (CLOSERS.has(word) || word === ";" || word === "," || word === "/" || word === "") return true;
  if (line.language?.conversionLeads.has(word)) return true;
  return BEHIND_CONVERTED.has(word) || (word === BEFORE_RATE && isNoAmount(line.amount(i + 1)));
}

/** "at 1,400 won per dollar": a rate, or no figure at all. */
const isNoAmount = (one: Amount | undefined) => one === undefined || one.kind === "rate";

/** ", or about $5.83bn", "equivalent to $5.83bn", ", about $5.83bn,". */
function inApposition(line: Line, place: number, next: number): boolean {
  let at = place + 1;
  const { language } = line;
  // "50 Mrd. Yuan wert, umgerechnet …"
  if (language?.conversionBehind?.has(line.word(at))) at++;
  const comma = line.word(at) === ",";
  if (comma || DASHES.has(line.word(at))) at++;
  if (DASHES.has(line.word(at))) at++;
  const first = line.word(at);
  // "$5m, or £1m less than the rival bid", "$3bn, or €1bn a year"
  const behindIt = line.word(next + 1);
  if (BEHIND_DISTANCE.has(behindIt)) return false;
  if (line.amount(place)?.per !== line.amount(next)?.per) return false;
  // "200,000 Swiss francs – 185,000 euros – for the manuscript"
  if (at === next)
    return line.language === undefined && DASHES.has(line.word(place + 1)) && DASHES.has(behindIt);
  if (!led(line, at, next)) return false;
  if (language !== undefined) {
    const { up, down } = language.rules;
    // "50 Mio. Dollar, also 4 Mio. Euro mehr als"
    if (up.more.has(behindIt) || down.more.has(behindIt)) return false;
    for (let i = at; i <= next + 1; i++) if (language.conversionWords.has(line.word(i))) return true;
    return false;
  }
  for (let i = at; i < next; i++) if (CONVERTS.has(line.word(i))) return true;
  if (line.says(at, THAT_IS)) return true;
  if (line.saysOne(at, IS_WORTH) > 0) return line.amounts.some((i) => line.amount(i)?.kind === "rate");
  if (CONVERTS_FIRST.has(first) || CHINESE_CONVERTS.has(first)) {
    return true;
  }
  const behind = line.word(next + 1);
  const ends = comma
    ? behind === "," || behind === "." || behind === "" || behind === ";"
    : DASHES.has(behind);
  return (comma || DASHES.has(line.word(place + 1))) && ends && ABOUT.has(first);
}

const DASHES = new Set(["—", "–", "-"]);

function led(line: Line, from: number, to: number): boolean {
  if (to - from > 7) return false;
  const leads = line.language?.conversionLeads ?? LEADS;
  for (let i = from; i < to; i++) if (!leads.has(line.word(i))) return false;
  return true;
}

/** A third currency in the same bracket: "($5.83bn; 5.5bn euros)". */
function alsoThere(line: Line, second: number, third: number): boolean {
  if (!JOINS_CONVERSIONS.has(line.word(second + 1))) return false;
  return led(line, second + 2, third) && CLOSERS.has(line.word(third + 1));
}
