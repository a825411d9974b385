import { MAX_DIGITS, Near } from "../../exact/decimal.js";
import { CURRENCY_NAMES } from "../../figure/currency-names.js";
import { isProblem, type NumberStyle, numberAt, type PrintedNumber } from "../../figure/number.js";
import { currencyBefore, MINUS_SIGNS } from "../../figure/parts.js";
import { Amount, type AmountParts, type Digits } from "./amount.js";
import { multipleAt, timesOf } from "./multiples.js";
import type { Sentence } from "./sentence.js";
import { beginsNumber, fractionAt, spelledAt, type WrittenNumber } from "./spelled.js";
import { type Head, headOf, isMoney, isYearLike, minorUnit, type Tail, tailOf } from "./tail.js";
import { bareTrap, partOfSomething } from "./traps.js";
import { type Whose, whoseMoney } from "./whose.js";
import { DOWN_VERBS, UP_VERBS } from "./words.js";

export interface Settings {
  readonly style: NumberStyle;
  readonly whose: Whose;
}

/** A number that states no unit: it may be a count, or money whose currency stands elsewhere. */
export interface Bare {
  readonly number: WrittenNumber;
  /** The upper end of a range: "7 to 9 million". */
  readonly high?: Digits;
  readonly scale: Tail["scale"];
  readonly token: number;
  readonly end: number;
}

/** Finds the amounts of a sentence, from left to right; what has no unit is given back. */
export function scanAmounts(s: Sentence, settings: Settings): Bare[] {
  const bare: Bare[] = [];
  let floor = s.start;
  let i = s.cut ? runEnd(s) : 0;
  while (i < s.tokens.length) {
    const token = s.tokens[i] as Sentence["tokens"][number];
    if (token.kind === "mark") {
      i++;
      continue;
    }
    if (token.kind === "word") {
      const address = addressEnd(s, i);
      if (address > i) {
        i = address;
        continue;
      }
      const factor = partOfPoint(s, i) === undefined ? multipleAt(s, i) : undefined;
      if (factor !== undefined) {
        s.amounts.push(new Amount(s.text, factor.parts));
        floor = factor.parts.end;
        i = factor.next;
        continue;
      }
    }
    const written = numberOf(s, i, settings);
    if (written === undefined) {
      i++;
      continue;
    }
    if ("skip" in written) {
      i = written.skip;
      continue;
    }
    const found = amountAt(s, written, i, floor, settings);
    if (found instanceof Amount) {
      s.amounts.push(found);
      floor = found.end;
      i = Math.max(s.tokenAt(found.end), i + 1);
      continue;
    }
    if (typeof found === "string") s.leave(written.start, written.end, found);
    else if (found !== undefined) bare.push(found);
    i = Math.max(written.next, i + 1, typeof found === "object" ? s.tokenAt(found.end) : 0);
  }
  nameCents(s, settings);
  return bare;
}

const DOLLARS = new Set(["USD", "CAD", "AUD", "HKD", "NZD", "SGD", "TWD"]);

/** Whose cents they are: those of the dollars, or euros, that the text names nearest before them. */
function nameCents(s: Sentence, settings: Settings): void {
  const { whose } = settings;
  for (const [k, one] of s.amounts.entries()) {
    if (one.kind !== "money") continue;
    const { found, currency } = one.parts;
    const bare = found?.word === "cent" || found?.word === "cents";
    if (!bare && currency !== undefined && (DOLLARS.has(currency) || currency === "EUR"))
      whose.dollars = currency;
    if (!bare || whose.dollars === undefined) continue;
    const later = s.amounts.slice(k + 1).find((each) => DOLLARS.has(each.currency ?? ""));
    const earlier = s.amounts.slice(0, k).some((each) => DOLLARS.has(each.currency ?? ""));
    one.inMoney(earlier ? whose.dollars : (later?.currency ?? whose.dollars));
  }
}

/** Behind what is left of a number that the cut of an overlong sentence went through. */
function runEnd(s: Sentence): number {
  let i = 0;
  while (s.tokens[i]?.kind !== "word" && i + 1 < s.tokens.length && s.joined(i)) i++;
  if (s.tokens[i]?.kind !== "digits") return i;
  s.leave(s.start, s.tokens[i]?.end as number, "the rest of a run of characters that is no number");
  return i + 1;
}

/** Behind a web or mail address: the token that follows it. `i` where there is none. */
function addressEnd(s: Sentence, i: number): number {
  const word = s.word(i);
  const web = (word === "http" || word === "https") && s.word(i + 1) === ":" && s.word(i + 2) === "/";
  if (!web && !(word === "www" && s.word(i + 1) === ".")) return i;
  let at = i;
  while (at + 1 < s.tokens.length && s.joined(at)) at++;
  return at + 1;
}

type Written = WrittenNumber | { readonly skip: number };

/** The number that token `i` begins, in digits or words. */
export function numberOf(s: Sentence, i: number, settings: Settings): Written | undefined {
  const token = s.tokens[i];
  if (token === undefined) return undefined;
  if (token.kind === "word") {
    const word = token.word;
    if (word !== "a" && word !== "half" && word !== "quarter" && !beginsNumber(word)) return undefined;
    return partOfPoint(s, i) ?? spelledAt(s.tokens, i);
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
    s.leave(start, s.tokens[next - 1]?.end ?? token.end, found.problem.replace(/ at \d+$/, ""));
    return { skip: next };
  }
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

/** "CZK 27 400 000": groups of three digits with spaces, where a currency stands beside them or there are several. */
function spaced(s: Sentence, start: number, settings: Settings): PrintedNumber | undefined {
  const first = /^\d{1,3}( \d{3})+(?![\d,.]\d)(?!\d)/.exec(s.text.slice(start, Math.min(s.end, start + 40)));
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
    currencyBefore(s.text, start) !== undefined
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
function partOfPoint(s: Sentence, i: number): WrittenNumber | undefined {
  const part = fractionAt(s.tokens, i);
  const digits = TENTHS.get(`${part?.numerator}/${part?.denominator}`);
  if (part === undefined || digits === undefined) return undefined;
  const n = {
    digits,
    exponent: 0,
    start: part.start,
    end: part.end,
    next: part.next,
    spelled: true,
  } as const;
  if (s.word(part.next) === "to" && fractionAt(s.tokens, part.next + 1) !== undefined) return n;
  const unit = tailOf(s, n, i).unit;
  return unit !== undefined && !isMoney(unit) ? n : undefined;
}

/** One amount from its number on: the amount, a bare number, or the reason why it is neither. */
function amountAt(
  s: Sentence,
  n: WrittenNumber,
  i: number,
  floor: number,
  settings: Settings,
): Amount | Bare | string | undefined {
  const head = headOf(s, n, i, floor);
  const part = partOfSomething(s, n, head.start);
  if (part !== undefined) return part;
  const tail = tailOf(s, n, i, head.currency !== undefined);
  const range = rangeFrom(s, n, i, head, tail, settings);
  if (range !== undefined) return range;
  const compound = compoundFrom(s, n, head, tail, settings);
  if (compound !== undefined) return compound;
  if (head.currency === undefined && tail.unit === undefined) {
    const times = timesOf(s, n, i);
    if (times !== undefined) return new Amount(s.text, times.parts);
    if (tail.scale === undefined && n.exponent === 0) {
      const trap = bareTrap(s, n, i);
      if (trap !== undefined) return trap;
    }
    return { number: n, scale: tail.scale, token: i, end: tail.end };
  }
  return made(s, settings, {
    head,
    tail,
    low: digitsOf(n, tail),
    end: tail.end,
    scaleWord: tail.scale?.word,
  });
}

function digitsOf(n: WrittenNumber, tail: Tail): Digits {
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
function made(s: Sentence, settings: Settings, pieces: Pieces): Amount {
  const { head, tail } = pieces;
  const behind = tail.unit;
  const before = behind !== undefined && !isMoney(behind) ? undefined : head.currency;
  const found = chosen(before, behind) as NonNullable<Tail["unit"]>;
  const ratio = KINDS[found.unit];
  const shift = (of: Digits): Digits => ({ digits: of.digits, exponent: of.exponent + found.exponent });
  const currency = ratio === undefined ? whoseMoney(found, s, settings.whose) : undefined;
  const per = currency === undefined ? undefined : perAt(s, s.tokenAt(pieces.end));
  return new Amount(s.text, {
    kind: ratio ?? "money",
    // A currency before a percentage is another amount's: "in yuan 5 percent".
    start:
      before === undefined && head.currency !== undefined ? head.currency.end + gap(s, head) : head.start,
    end: pieces.end,
    low: shift(pieces.low),
    ...(pieces.high === undefined ? {} : { high: shift(pieces.high) }),
    negative: head.negative,
    unit: currency ?? found.unit,
    found,
    scaleWord: pieces.scaleWord,
    ...(currency === undefined ? {} : { currency }),
    ...(per === undefined ? {} : { per }),
  });
}

const PER = new Set(
  "share tonne ton barrel kilogram kg bushel ounce pound litre liter gallon unit head person hour day week month night mile kilometre metre unit ticket bottle dozen piece kwh mwh vehicle car hectare acre".split(
    " ",
  ),
);

/** "a share", "per tonne", "/hour": what the amount is for one of. */
function perAt(s: Sentence, i: number): string | undefined {
  const word = s.word(i);
  const at = word === "-" && s.word(i + 1) === "a" && s.word(i + 2) === "-" ? i + 3 : i + 1;
  const noun = s.word(at);
  if (/^(ago|earlier|before|later)$/.test(s.word(at + 1))) return undefined;
  if (word === "per" && s.tokens[at]?.kind === "word") return CURRENCY_NAMES.has(noun) ? undefined : noun;
  if ((word === "a" || word === "an" || word === "/" || word === "-") && PER.has(noun)) {
    return noun === "pound" && word === "a" && s.word(at + 1) === "" ? undefined : noun;
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

const DASHES = `${MINUS_SIGNS}~～`;

/** "3 to 4 billion euros", "$1.2-$1.4 billion", "2.5-3.5 percent", "between $3 and $4 billion". */
function rangeFrom(
  s: Sentence,
  n: WrittenNumber,
  i: number,
  head: Head,
  tail: Tail,
  settings: Settings,
): Amount | Bare | undefined {
  const at = s.tokenAt(tail.end);
  const link = linkAt(s, at, i);
  if (link === undefined) return undefined;
  let second = link.next;
  // A currency sign before the second number: "$3-$4".
  for (
    let k = 0;
    k < 4 && s.tokens[second]?.kind !== "digits" && numberAtWord(s, second, settings) === undefined;
    k++
  ) {
    second++;
  }
  const m = numberOf(s, second, settings);
  if (m === undefined || "skip" in m) return undefined;
  const head2 = headOf(s, m, second, s.tokens[link.next]?.start ?? m.start);
  if (second !== link.next && head2.start !== s.tokens[link.next]?.start) return undefined;
  const tail2 = tailOf(s, m, second);
  const unit1 = tail.unit ?? head.currency;
  const unit2 = tail2.unit ?? head2.currency;
  const unit = unit2 ?? unit1;
  if (unit === undefined) return countRange(s, n, m, i, tail, tail2);
  if (unit1 !== undefined && unit2 !== undefined && unit1.unit !== unit2.unit) return undefined;
  // "in 2023 to 20 million euros": the year is no end of the range.
  if (unit1 === undefined && !link.dash && isYearLike(n)) return undefined;
  if (unit2 === undefined && (tail.unit !== undefined || !link.dash)) return undefined;
  if (!link.dash && !isRange(s, link.word, unit1 !== undefined, head.start)) return undefined;
  if (n.spelled !== m.spelled && m.spelled && unit2 === undefined) return undefined;
  const high = digitsOf(m, tail2);
  const own = digitsOf(n, tail);
  const scaled =
    tail.scale === undefined && n.exponent === 0 && (tail.unit === undefined || !isMoney(tail.unit));
  const inherited = scaled ? { digits: own.digits, exponent: high.exponent } : own;
  const low = ordered(inherited, high) ? inherited : ordered(own, high) ? own : undefined;
  if (low === undefined) return undefined;
  const single = { ...tail2, unit: tail2.unit ?? tail.unit };
  return made(s, settings, {
    head:
      head.currency === undefined && head2.currency !== undefined
        ? { ...head, currency: head2.currency }
        : head,
    tail: single,
    low,
    high,
    end: tail2.end,
    scaleWord: tail2.scale?.word,
  });
}

/** "7 to 9 million": both ends in the scale behind the second. */
function countRange(
  s: Sentence,
  n: WrittenNumber,
  m: WrittenNumber,
  token: number,
  tail: Tail,
  tail2: Tail,
): Bare | undefined {
  const both = n.grouping === "thousands" && m.grouping === "thousands" && s.word(token - 1) !== "from";
  if (both && ordered(digitsOf(n, tail), digitsOf(m, tail2))) {
    return { number: { ...n, next: m.next }, scale: undefined, token, end: m.end, high: digitsOf(m, tail2) };
  }
  if (tail2.scale === undefined || tail.scale !== undefined || n.spelled || isYearLike(n)) return undefined;
  const high = digitsOf(m, tail2);
  if (!ordered({ digits: n.digits, exponent: high.exponent }, high)) return undefined;
  return { number: { ...n, next: m.next }, scale: tail2.scale, token, end: tail2.end, high };
}

function numberAtWord(s: Sentence, i: number, settings: Settings): Written | undefined {
  return s.tokens[i]?.kind === "word" ? numberOf(s, i, settings) : undefined;
}

interface Link {
  readonly dash: boolean;
  readonly word: string;
  readonly next: number;
}

function linkAt(s: Sentence, at: number, first: number): Link | undefined {
  const word = s.word(at);
  if (word !== "" && DASHES.includes(word)) {
    // A dash with a space on one side only, or two of them, is punctuation.
    const tight = s.joined(at - 1) && s.joined(at);
    const loose = !s.joined(at - 1) && !s.joined(at) && word !== "-" && word !== "—";
    return tight || loose ? { dash: true, word, next: at + 1 } : undefined;
  }
  if (word === "to" || word === "至" || word === "到") return { dash: false, word: "to", next: at + 1 };
  if (word === "and" && s.word(before(s, first)) === "between") return { dash: false, word, next: at + 1 };
  return undefined;
}

/** The token before an amount and its currency sign. */
function before(s: Sentence, i: number): number {
  let at = i - 1;
  while (
    at > 0 &&
    i - at < 4 &&
    (s.tokens[at]?.kind === "mark" || /^(us|hk|a|c|rmb|usd|cny)$/.test(s.word(at)))
  )
    at--;
  return at;
}

/**
 * Whether "A to B" is a range: not where a verb says that something moved by A, or from A, to B ("rose $5 to $20",
 * "rose from 12 to 14 billion").
 */
function isRange(s: Sentence, link: string, unitSaid: boolean, start: number): boolean {
  if (link === "and") return true;
  let at = s.tokenAt(start) - 1;
  while (at >= 0 && SMALL_WORDS.has(s.word(at))) at--;
  const word = s.word(at);
  if (word === "from") {
    // "gone from 2,100 naira to 2,400 naira" is a change, "range from 12 to 14 billion dollars" is not.
    if (/^(rang|var)/.test(s.word(at - 1)) || /^(of|anywhere)$/.test(s.word(at - 1))) return true;
    return !unitSaid && !moved(s, at);
  }
  const verb = UP_VERBS.has(word) || DOWN_VERBS.has(word);
  return !(verb && unitSaid);
}

const SMALL_WORDS = new Set([
  "by",
  "about",
  "around",
  "some",
  "nearly",
  "almost",
  "an",
  "a",
  "estimated",
  "another",
]);

function moved(s: Sentence, from: number): boolean {
  for (let at = from - 1; at >= 0 && from - at <= 6; at--) {
    const word = s.word(at);
    if (word === "," || word === ";") return false;
    if (UP_VERBS.has(word) || DOWN_VERBS.has(word)) return true;
  }
  return false;
}

function ordered(low: Digits, high: Digits): boolean {
  const value = (of: Digits) => new Near(`${of.digits}e${of.exponent}`);
  return value(low).lessThanOrEqualTo(value(high));
}

/** "3 billion and 40 million dollars", "1 trillion 250 billion roubles", "13 dollars and 45 cents". */
function compoundFrom(
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
    if (s.word(at) === "and" || s.word(at) === ",") at++;
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
  if (s.word(at) === "and" || s.word(at) === ",") at++;
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
