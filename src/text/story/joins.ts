import type { StoryLanguage } from "../../language/story.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim, Lists, Span, Telling, TellingSubject } from "../reading.js";
import { comparable } from "../relation/changes.js";
import { type Told, wordsOf } from "./tellings.js";

/** The claims at the end of a list that begin at `from` or behind it. */
function since<T extends Span>(list: readonly T[], from: number): readonly T[] {
  let at = list.length;
  while (at > 0 && (list[at - 1] as T).start >= from) at--;
  return list.slice(at);
}

/** Whether two subjects name one thing; an owner that only one of them names is the same. */
function sameSubject(a: TellingSubject, b: TellingSubject): boolean {
  const owner = a.owner === "" || b.owner === "" || a.owner === b.owner;
  return owner && a.head === b.head && a.prefix === b.prefix && a.partner === b.partner;
}

/** Whether two facts are of one period, as far as they say. */
function samePeriod(a: Telling, b: Telling): boolean {
  if (a.period === undefined || b.period === undefined) return true;
  return periodKey(a) === periodKey(b);
}

function periodKey({ period }: Telling): string {
  return period === undefined ? "" : (period.period?.text ?? wordsOf(period).join(" "));
}

/** Whether two amounts are of one kind and unit, the first no range. */
const alike = (a: Amount, b: Amount): boolean =>
  a.kind === b.kind &&
  a.currency === b.currency &&
  a.of === b.of &&
  a.per === b.per &&
  a.parts.high === undefined;

const unsure = ({ another, cited, terms }: Telling) => another || cited !== undefined || terms !== undefined;

/** "Exports rose 10% to $11bn. A year earlier they were $10bn." and "Revenue rose 8%. It reached $108m, up from $100m." */
export function joinBase(before: Told, now: Told, words: StoryLanguage, found: Lists): void {
  const [fact] = now.facts;
  if (fact?.level === undefined || now.facts.length > 1 || unsure(fact)) return;
  const grown = before.facts.filter((one) => one.growth !== undefined);
  const meant = fact.subject.pronoun
    ? before.facts
    : grown.filter((one) => sameSubject(one.subject, fact.subject));
  const [of] = meant;
  if (of?.growth === undefined || meant.length > 1 || unsure(of)) return;
  const { growth } = of;
  if (growth.base !== undefined || (growth.basis !== "yoy" && growth.basis !== "unsaid")) return;
  const at = found.growth.lastIndexOf(growth);
  if (at < 0 || growth.rate.kind !== "percent") return;
  // "Exports rose to $11bn and imports to $9bn. A year earlier they were …": of which of the two is not said.
  const others = (one: Amount) => one !== of.level && one.kind === fact.level?.kind;
  if (before.line.amounts.some((i) => others(before.line.amount(i) as Amount))) return;
  const join = (level: Amount, base: Amount) => {
    if (!alike(level, base) || !comparable(level, base)) return;
    const span = before.line.sentence.around([growth.rate, level, base]);
    const { base: _, ...rest } = growth;
    found.growth[at] = {
      ...rest,
      ...span,
      rule: "base-of-next-sentence",
      level,
      base,
    } satisfies GrowthClaim;
  };
  const text = wordsOf(fact.period);
  const year = text.some((word) => words.year.has(word)) && !text.some((word) => words.several.has(word));
  if (of.level !== undefined && fact.earlier && year && fact.growth === undefined)
    join(of.level as Amount, fact.level as Amount);
  else if (of.level === undefined && !fact.earlier && samePeriod(of, fact)) {
    const change = since(found.changes, now.line.sentence.start).find((one) => one.to === fact.level);
    if (change !== undefined) join(fact.level as Amount, change.from as Amount);
  }
}

/** "It spent $30m. Of this, $18m went to Asia and $12m to Europe.", "Oil accounted for $14bn, or 26% of the total." */
export function joinParts(before: Told, now: Told, words: StoryLanguage, found: Lists): void {
  const { line } = now;
  const [whole] = before.money;
  if (whole === undefined || before.money.length > 1 || whole.parts.high !== undefined) return;
  // "Of this $30m, $18m went to Asia": the whole again.
  const money = now.money.filter((one) => one.figure.exact.compare(whole.figure.exact) !== 0);
  if (money.length === 0 || !money.every((one) => alike(one, whole))) return;
  const shares = since(found.shares, line.sentence.start);
  // "Cars made up $1.05bn of exports, or 25%. Vans accounted for $1.4bn, a third of the total": of what the $1.05bn is a part of.
  const others = before.line.amounts.map((i) => before.line.amount(i) as Amount);
  if (others.some(({ kind, role }) => (kind === "percent" || kind === "fraction") && role !== "growth"))
    return;
  for (const one of shares) {
    if (one.whole !== undefined || one.part === undefined) continue;
    const named = line.items.some((_, i) => line.saysOne(i, words.ofTotal) > 0);
    if (!named) continue;
    found.shares[found.shares.lastIndexOf(one)] = {
      ...one,
      ...before.line.sentence.around([whole, one.part, one.share]),
      rule: "share-of-sentence-before",
      whole,
    };
  }
  if (shares.length > 0 || line.saysOne(0, words.ofThis) === 0) return;
  const percents = line.amounts.map((i) => line.amount(i) as Amount).filter((one) => one.kind === "percent");
  const [share] = percents;
  const [part] = money;
  if (share !== undefined) {
    if (percents.length > 1 || money.length > 1 || part === undefined) return;
    share.role = "share";
    const span = before.line.sentence.around([whole, part, share]);
    found.shares.push({ rule: "share-of-sentence-before", ...span, share, part, whole });
  } else if (money.length > 1) {
    found.sums.push({
      rule: "parts-of-sentence-before",
      ...before.line.sentence.around([whole, ...money]),
      total: whole,
      exhaustive: false,
      parts: money.map((amount) => ({ sign: 1, amount })),
    });
  }
}

/** "It paid 50 million yuan. At the rate of that day that is about $7 million." */
export function joinConversion(
  before: Told,
  { line, money }: Told,
  words: StoryLanguage,
  found: Lists,
): void {
  const [amount] = before.money;
  const [converted] = money;
  if (amount === undefined || converted === undefined || before.money.length > 1 || money.length > 1) return;
  if (amount.currency === undefined || converted.currency === undefined) return;
  if (amount.currency === converted.currency || line.amounts.length > 1) return;
  // "The rate was 1.08 dollars a euro. That makes 296 million euros.": what is converted stands further back.
  if (before.line.items.some(({ word }) => words.converts.has(word))) return;
  const at = line.amounts[0] as number;
  const stands = line.items.slice(0, at).findIndex(({ word }) => words.that.has(word));
  const converts = line.items.slice(0, at).some(({ word }) => words.converts.has(word));
  if (!converts || stands < 0) return;
  // Between "that" and the amount stand no other nouns: "that is about", "this equals".
  const between = line.items.slice(stands + 1, at).map(({ word }) => word);
  const plain = between.some((word) => words.reach.has(word) || words.converts.has(word));
  if (!plain || between.length > 5) return;
  found.conversions.push({
    rule: "conversion-of-next-sentence",
    ...before.line.sentence.around([amount, converted]),
    amount,
    converted,
  });
}
