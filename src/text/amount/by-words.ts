import { type Language, type WholeLanguage, wholeLanguage } from "../../language/language.js";
import { inOrder } from "../in-order.js";
import type { Sentence } from "../scan/sentence.js";
import { isYearLike } from "./affixes.js";
import { Amount, sizeOf } from "./amount.js";
import type { Bare } from "./types.js";

/** So many words may stand between a number and the one that has its unit. */
const FAR = 5;
const NEAR = 3;

/** Mends the amounts of a sentence by what its language says of them: hedges, long scales, ranges, what is counted. */
export function byLanguage(s: Sentence, bare: readonly Bare[], of: Language): void {
  const language = wholeLanguage(of);
  const kept = new Map<number, Amount>();
  const ends = new Set([...s.amounts, ...bare].map(({ end }) => end));
  for (const one of s.amounts) {
    const why = unsure(s, one, ends, language);
    if (why !== undefined) {
      s.leave(one.start, one.end, why);
      continue;
    }
    const more = language.longer.get(one.parts.scaleWord ?? "");
    if (more !== undefined) one.scaleUp(more);
    kept.set(one.start, one);
  }
  for (const [i, { word, start, end }] of s.tokens.entries()) {
    const factor = language.times.words.get(word);
    if (factor !== undefined && i > 0) kept.set(start, multiple(s, String(factor), start, end));
  }
  // From the right: a number may have the unit of the one behind it.
  for (let k = bare.length - 1; k >= 0; k--) {
    const one = bare[k] as Bare;
    const { start } = one.number;
    const found =
      times(s, one, language) ??
      inRange(s, start, one.end, ends, language) ??
      shared(s, one, kept, language) ??
      implied(s, one, language) ??
      counted(s, one, language);
    if (typeof found === "string") s.leave(start, one.end, found);
    else kept.set(start, found);
  }
  s.amounts.length = 0;
  for (const one of kept.values()) {
    one.hedges = language.hedges;
    s.amounts.push(one);
  }
  inOrder(s.amounts, (a, b) => a.start - b.start);
}

/** "21,5 Mrd. Dollar, davon Exporte 12,7 Mrd., Importe 8,8 Mrd.": the money of the amount before. */
function implied(s: Sentence, one: Bare, language: WholeLanguage): Amount | undefined {
  const next = behindScale(s, one, language);
  if (one.scale === undefined || one.high !== undefined) return undefined;
  if (isNoun(s, next, language) || (s.tokens[next]?.kind === "word" && isNoun(s, next + 1, language)))
    return undefined;
  const before = s.amounts.filter(({ kind, end }) => kind !== "multiple" && end <= one.number.start).at(-1);
  if (before?.kind !== "money" || before.parts.found === undefined || before.per !== undefined)
    return undefined;
  const { unit, found, currency } = before.parts;
  if (currency === undefined || found.exponent !== 0) return undefined;
  return new Amount(s.text, {
    kind: "money",
    start: one.number.start,
    end: one.end,
    low: { digits: one.number.digits, exponent: one.number.exponent + one.scale.exponent },
    negative: false,
    unit,
    found,
    currency,
    implicit: true,
    scaleWord: one.scale.word,
  });
}

/** "das 3,5-Fache", "в 1,5 раза" */
function times(s: Sentence, one: Bare, { times: { before, behind } }: WholeLanguage): Amount | undefined {
  const { token, number: n, scale, high } = one;
  let at = s.tokenAt(one.end);
  if (s.word(at) === "-") at++;
  if (scale !== undefined || high !== undefined || !behind.has(s.word(at))) return undefined;
  const soft = s.word(token - 1);
  const led = before.has(soft) || (soft !== "" && before.has(s.word(token - 2)));
  return led ? multiple(s, n.digits, n.start, s.tokens[at]?.end as number) : undefined;
}

const multiple = (s: Sentence, digits: string, start: number, end: number): Amount =>
  new Amount(s.text, {
    kind: "multiple",
    start,
    end,
    low: { digits, exponent: 0 },
    negative: false,
    unit: "number",
  });

function unsure(
  s: Sentence,
  one: Amount,
  ends: ReadonlySet<number>,
  language: WholeLanguage,
): string | undefined {
  if (one.kind === "multiple" || one.kind === "fraction") return "a word of another language";
  return inRange(s, one.start, one.end, ends, language);
}

/** "von 3 bis 4 Mio. Euro", "zwischen 3 und 4": the end of a range, or its beginning. */
function inRange(
  s: Sentence,
  start: number,
  end: number,
  ends: ReadonlySet<number>,
  language: WholeLanguage,
): string | undefined {
  const first = s.tokenAt(start);
  const { to, and, between } = language.range;
  const link = s.word(first - 1);
  const before = s.tokens[first - 2];
  const ended = before !== undefined && ends.has(before.end);
  if (to.has(link) && ended) return "the end of a range";
  if (link === and && ended) {
    for (let i = first - 2; i > 0 && first - i < 8; i--)
      if (s.word(i) === between) return "the end of a range";
  }
  const next = s.tokenAt(end);
  const upper = s.tokens[next + 1];
  if (to.has(s.word(next)) && upper?.kind === "digits") return "the beginning of a range";
  if (s.word(next) === and && upper?.kind === "digits")
    for (let i = first - 1; i >= 0 && first - i < 4; i--)
      if (s.word(i) === between) return "the beginning of a range";
  return undefined;
}

/** "von 2,0 auf 2,1 Mrd. Euro", "1,35 Mrd. bzw. 0,9 Mrd. Euro", "84,1 und 47,9 Mio. Euro": the unit stands at the next one. */
function shared(
  s: Sentence,
  one: Bare,
  kept: ReadonlyMap<number, Amount>,
  language: WholeLanguage,
): Amount | undefined {
  const { from, to, and, by, of: partOf } = language.shared;
  const plain = one.scale === undefined && one.number.exponent === 0;
  if (one.high !== undefined || (plain && isYearLike(one.number) && !moved(s, one, language)))
    return undefined;
  const lead = wordBefore(s, one.token, language);
  let at = behindScale(s, one, language);
  const listed = and.has(s.word(at));
  const part = partOf.has(s.word(at));
  if (!listed && !part && !to.has(s.word(at))) {
    // "von 2,0 im August auf 2,1 Mrd. Euro"
    if (!from.has(lead) || isNoun(s, at, language)) return undefined;
    const last = at + FAR;
    while (at < last && !to.has(s.word(at))) {
      const token = s.tokens[at];
      if (
        token === undefined ||
        token.kind === "mark" ||
        (token.kind === "digits" && token.end - token.start !== 4)
      )
        return undefined;
      at++;
    }
    if (!to.has(s.word(at))) return undefined;
  }
  at++;
  let unit: Amount | undefined;
  for (let n = 0; n <= (listed ? NEAR : SOFT) && unit === undefined; n++) {
    const token = s.tokens[at];
    if (token === undefined || token.kind === "digits") break;
    if (token.kind === "mark" && token.word !== "." && !kept.has(token.start)) return undefined;
    unit = kept.get(token.start);
    at++;
  }
  unit ??= kept.get(s.tokens[at]?.start ?? -1);
  if (unit === undefined || unit.parts.high !== undefined) return undefined;
  // "31 von 118 Sitzen"
  if (part) return unit.kind === "count" && plain ? partOfCount(s, one, unit) : undefined;
  const ratio = unit.kind !== "money" && unit.kind !== "count";
  // "um 0,2 auf 14,1 Prozent": points, which nobody says.
  if (ratio && (by.has(lead) || !plain)) return undefined;
  const { low, found, scaleWord } = unit.parts;
  const exponent = plain && one.number.grouping === "none" ? low.exponent : undefined;
  const own = one.number.exponent + (one.scale?.exponent ?? 0) + (found?.exponent ?? 0);
  const digits = { digits: one.number.digits, exponent: exponent ?? own };
  const decimals = (of: string) => of.split(".")[1]?.length ?? 0;
  // Of a list: written alike.
  if (listed && plain && decimals(digits.digits) !== decimals(low.digits)) return undefined;
  if (listed && plain && decimals(low.digits) === 0 && low.digits.length < 4) return undefined;
  if (plain && Math.abs(sizeOf(digits) - sizeOf(low)) > 1) return undefined;
  const { of, per, currency, kind, unit: name } = unit.parts;
  return new Amount(s.text, {
    kind,
    start: one.number.start,
    end: one.end,
    low: digits,
    negative: false,
    unit: name,
    scaleWord: one.scale?.word ?? scaleWord,
    ...(found === undefined ? {} : { found }),
    ...(currency === undefined ? {} : { currency, implicit: true }),
    ...(of === undefined ? {} : { of }),
    ...(per === undefined ? {} : { per }),
  });
}

const SOFT = 4;

/** Behind a number, its scale word, and the full stop of that: "0,9 Mio. Tonnen". */
function behindScale(s: Sentence, { scale, end }: Bare, { abbreviations }: WholeLanguage): number {
  const next = s.tokenAt(end);
  return scale !== undefined && s.word(next) === "." && abbreviations.has(scale.word) ? next + 1 : next;
}

const partOfCount = (s: Sentence, { number: { digits, start }, end }: Bare, { parts }: Amount): Amount =>
  new Amount(s.text, { ...parts, start, end, low: { digits, exponent: 0 }, scaleWord: undefined });

/** The word before a number, soft ones passed over. */
function wordBefore(s: Sentence, token: number, { rules }: WholeLanguage): string {
  let at = token - 1;
  while (at > 0 && token - at < SOFT && rules.soft.has(s.word(at))) at--;
  return s.word(at);
}

/** "stieg von 1900 auf 2100 Euro": four digits that are no year. */
function moved(s: Sentence, one: Bare, { shared: { from, to } }: WholeLanguage): boolean {
  return from.has(s.word(one.token - 1)) && to.has(s.word(s.tokenAt(one.end)));
}

/** "1.812 Brände", "4.377 technische Hilfeleistungen", "82.000", "31 von 118 Sitzen"; a reason where it is no count. */
function counted(s: Sentence, one: Bare, language: WholeLanguage): Amount | string {
  const { number: n, scale } = one;
  const { adjective, before, behind } = language.counted;
  const scaled = scale !== undefined || n.exponent > 0;
  const large = scaled || n.grouping === "thousands" || n.grouping === "space";
  const next = behindScale(s, one, language);
  let at = next;
  while (at < next + 2 && isLower(s, at) && adjective.test(s.word(at)) && isNoun(s, at + 1, language)) at++;
  const noun = isNoun(s, at, language) ? s.tokens[at] : undefined;
  const make = (end: number, of?: string) =>
    new Amount(s.text, {
      kind: "count",
      start: n.start,
      end,
      low: { digits: n.digits, exponent: n.exponent + (scale?.exponent ?? 0) },
      ...(one.high === undefined ? {} : { high: one.high }),
      negative: false,
      unit: "number",
      scaleWord: scale?.word,
      ...(of === undefined ? {} : { of }),
    });
  if (noun !== undefined) {
    if (language.counted.times.has(noun.word) && !large) return "a length of time";
    return make(noun.end, noun.word);
  }
  const pointed = !isYearLike(n) && (before.has(s.word(one.token - 1)) || behind.has(s.word(next)));
  if (scaled || (large && !n.digits.includes(".")) || (pointed && !n.digits.includes(".")))
    return make(one.end);
  return "nothing that is counted follows it";
}

const isLower = (s: Sentence, i: number): boolean => {
  const c = s.text[s.tokens[i]?.start ?? -1];
  return c !== undefined && c === c.toLowerCase();
};

function isNoun(s: Sentence, i: number, language: WholeLanguage): boolean {
  const token = s.tokens[i];
  if (token?.kind !== "word" || token.word.length < 2) return false;
  if (language.capitalNouns) return !isLower(s, i) && !language.months.has(token.word);
  const { rules, story, counted, compares, months, shared } = language;
  const { word } = token;
  const other =
    counted.not.has(word) ||
    rules.stops.has(word) ||
    rules.joins.has(word) ||
    story.prepositions.has(word) ||
    compares.has(word) ||
    months.has(word) ||
    shared.to.has(word);
  return !other && !counted.adjective.test(word);
}
