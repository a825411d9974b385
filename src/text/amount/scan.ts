import { PARTS_OF_A_SCALE } from "../../language/en/amount-words.js";
import type { Phrase } from "../../language/word-list.js";
import { Anchor, DIGITS } from "../scan/anchor.js";
import type { Sentence } from "../scan/sentence.js";
import type { Token } from "../scan/tokens.js";
import { headOf, type Tail, tailOf } from "./affixes.js";
import { Amount } from "./amount.js";
import { digitsOf, made } from "./build.js";
import { nameCents } from "./cents.js";
import { compoundFrom } from "./compounds.js";
import { multipleAt, multipleStarts, timesOf } from "./multiples.js";
import { bareTrap, partOfSomething } from "./not-amounts.js";
import { rangeFrom } from "./ranges.js";
import { behindArticles, INDEFINITES, type WrittenNumber } from "./spelled.js";
import type { Bare, Settings } from "./types.js";
import { numberOf, partOfPoint } from "./written-number.js";

/** What an address of the web begins with. */
const ADDRESSES: readonly Phrase[] = [
  ["http", ":", "/"],
  ["https", ":", "/"],
  ["www", "."],
];

/** What an amount, or an address that is none, begins with: most words are passed over at once. */
const STARTS = new Anchor(() => [
  ...multipleStarts(),
  ...PARTS_OF_A_SCALE.keys(),
  ...ADDRESSES.map(([first]) => first as string),
]);
const BEHIND_ARTICLES = new Anchor(() => behindArticles());

/** Finds the amounts of a sentence, from left to right; what has no unit is given back. */
export function scanAmounts(s: Sentence, settings: Settings): Bare[] {
  const bare: Bare[] = [];
  if ((s.marks & (STARTS.bit | DIGITS)) === 0) return bare;
  let floor = s.start;
  let i = s.cut ? runEnd(s) : 0;
  while (i < s.tokens.length) {
    const token = s.tokens[i] as Token;
    if ((token.marks & (STARTS.bit | DIGITS)) === 0) {
      i++;
      continue;
    }
    if (INDEFINITES.in(token) && !(i + 1 < s.tokens.length && BEHIND_ARTICLES.in(s.tokens[i + 1] as Token))) {
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
  if (word.charCodeAt(0) !== 104 && word.charCodeAt(0) !== 119) return i;
  if (s.saysOne(i, ADDRESSES) === 0) return i;
  let at = i;
  while (at + 1 < s.tokens.length && s.joined(at)) at++;
  return at + 1;
}

/** "EUR 105.8 (83.4) million": scale and unit of both numbers stand behind the bracket. */
function behindBracket(
  s: Sentence,
  n: WrittenNumber,
  i: number,
  owned: boolean,
  settings: Settings,
): Tail | undefined {
  if (s.word(n.next) !== "(") return undefined;
  const inner = numberOf(s, n.next + 1, settings);
  if (inner === undefined || "skip" in inner || inner.spelled || s.word(inner.next) !== ")") return undefined;
  const close = s.tokens[inner.next] as Token;
  const { scale, unit } = tailOf(s, { ...n, end: close.end, next: inner.next + 1 }, i, owned);
  if (unit === undefined && !(owned && scale !== undefined)) return undefined;
  return { scale, unit, end: n.end };
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
  const owned = head.currency !== undefined;
  const tail = behindBracket(s, n, i, owned, settings) ?? tailOf(s, n, i, owned);
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
