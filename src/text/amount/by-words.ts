import type { Language } from "../../language/language.js";
import type { Sentence } from "../scan/sentence.js";
import { Amount } from "./amount.js";
import type { Bare } from "./types.js";

/** Mends the amounts of a sentence by what its language says of them: hedges, long scales, ranges, what is counted. */
export function byLanguage(s: Sentence, bare: readonly Bare[], language: Language): void {
  const kept: Amount[] = [];
  for (const one of s.amounts) {
    const why = unsure(s, one, bare, language);
    if (why !== undefined) {
      s.leave(one.start, one.end, why);
      continue;
    }
    const more = language.longer.get(one.parts.scaleWord ?? "");
    if (more !== undefined) one.scaleUp(more);
    const own = language.capitalNouns ? uncounted(s, one) : one;
    own.hedges = language.hedges;
    kept.push(own);
  }
  s.amounts.length = 0;
  s.amounts.push(...kept);
}

function unsure(s: Sentence, one: Amount, bare: readonly Bare[], language: Language): string | undefined {
  if (one.kind === "multiple" || one.kind === "fraction") return "a word of another language";
  const first = s.tokenAt(one.start);
  const { to, and, between } = language.range;
  const link = s.word(first - 1);
  const before = s.tokens[first - 2];
  const ended = (end: number) =>
    s.amounts.some((each) => each.end === end) || bare.some((each) => each.end === end);
  if (to.has(link) && before !== undefined && ended(before.end)) return "the end of a range";
  if (link === and && before !== undefined && ended(before.end)) {
    for (let i = first - 2; i > 0 && first - i < 8; i--)
      if (s.word(i) === between) return "the end of a range";
  }
  const next = s.tokenAt(one.end);
  const upper = s.tokens[next + 1];
  if (to.has(s.word(next)) && upper?.kind === "digits") return "the beginning of a range";
  // Nouns are written with capitals: "126 gesunken" counts nothing.
  if (language.capitalNouns && one.kind === "count" && one.of !== undefined) {
    const noun = s.tokens[s.tokenAt(one.end) - 1];
    const c = noun === undefined ? "" : (s.text[noun.start] as string);
    if (c === c.toLowerCase() && largeNumber(one) === undefined) return "nothing that is counted follows it";
  }
  return undefined;
}

/** "um 82.000 auf 689.000": a large number, and a word behind it that is no noun. */
function uncounted(s: Sentence, one: Amount): Amount {
  const printed = one.kind === "count" && one.of !== undefined ? largeNumber(one) : undefined;
  const noun = s.tokens[s.tokenAt(one.end) - 1];
  const c = noun === undefined ? "" : (s.text[noun.start] as string);
  if (printed === undefined || c !== c.toLowerCase()) return one;
  const { of: _, ...parts } = one.parts;
  return new Amount(s.text, { ...parts, end: one.start + printed.length });
}

/** What is printed of a number with its thousands or its scale; undefined for a small one. */
function largeNumber({ text, parts: { scaleWord, low } }: Amount): string | undefined {
  const digits = /^[\d.,'’]*\d/.exec(text)?.[0];
  if (scaleWord !== undefined)
    return text.slice(0, text.toLowerCase().indexOf(scaleWord.toLowerCase()) + scaleWord.length);
  return low.digits.length > 3 && !low.digits.includes(".") ? digits : undefined;
}
