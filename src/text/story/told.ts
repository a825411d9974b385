import { yearBefore } from "../../figure/period.js";
import { PARTS_STORY } from "../../language/en/relation-words.js";
import type { Amount } from "../amount/amount.js";
import type { FigureMention, GrowthClaim, Lists, Mention, RecordMention } from "../reading.js";
import type { Line } from "../scan/line.js";
import { alike, around, periodKey, samePeriod, sameSubject } from "./joins.js";
import type { Telling } from "./tellings.js";

/** Whether a subject is named closely enough that nothing else has its name in one text. */
function isNamed({ subject }: Telling): boolean {
  const { flow, owner, prefix, partner, pronoun } = subject;
  return (
    !pronoun && flow !== undefined && flow !== "balance" && (owner !== "" || prefix !== "" || partner !== "")
  );
}

/** Figures of one subject and one period that are told twice; a headline takes the period of its story. */
export function repeatsIn(facts: readonly Telling[], headline: boolean, { repeats }: Lists): void {
  const known = new Map<string, Telling[]>();
  for (const fact of facts) {
    if (!isNamed(fact) || fact.another || fact.earlier || fact.period === undefined) continue;
    for (const [what, figure] of [
      ["level", fact.level],
      ["growth", fact.growth?.rate],
    ] as const) {
      if (figure === undefined) continue;
      const unit = `${figure.kind} ${figure.currency ?? figure.of ?? ""}`;
      const key = `${what} ${unit} ${fact.subject.head} ${fact.subject.prefix} ${fact.subject.partner} ${periodKey(fact)}`;
      const before = known.get(key) ?? [];
      if (before.length <= MOST) known.set(key, [...before, fact]);
      const first = before.find(
        (one) => sameSubject(one.subject, fact.subject) && told(one, fact, what, headline),
      );
      if (first === undefined || before.length > MOST) continue;
      const other = (what === "level" ? first.level : first.growth?.rate) as FigureMention;
      const turned = what === "growth" && first.growth?.sign !== fact.growth?.sign;
      repeats.push({
        rule: first.paragraph === 0 && headline ? "headline" : "told-twice",
        ...around(fact.whole, [other, figure]),
        figure,
        again: other,
        ...(turned ? { turned: true } : {}),
      });
    }
  }
}

/** A figure that is told more often than that is a heading of many tables. */
const MOST = 3;

function told(a: Telling, b: Telling, what: "level" | "growth", headline: boolean): boolean {
  if (what === "level") return true;
  const [x, y] = [a.growth?.basis, b.growth?.basis];
  const unsaid = x === "unsaid" || (headline && a.paragraph === 0);
  return x === y || (unsaid && y === "yoy");
}

/** "Exports rose 5%. Imports rose 9%. Total trade rose 12%.": a whole grows no faster than the fastest of its parts. */
export function spreadsIn(facts: readonly Telling[], { spreads }: Lists): void {
  const grown = facts.filter((one) => one.growth !== undefined && !one.another && !one.earlier);
  const of = (flow: string) => grown.filter((one) => one.subject.flow === flow);
  const [exports, imports, trade] = [of("exports"), of("imports"), of("trade")];
  if (exports.length !== 1 || imports.length !== 1 || trade.length !== 1) return;
  const all = [trade[0], exports[0], imports[0]] as [Telling, Telling, Telling];
  const [whole, ...parts] = all;
  const claims = all.map((one) => one.growth as GrowthClaim);
  const { subject } = whole;
  const alike = parts.every(
    (one) =>
      one.subject.prefix === subject.prefix &&
      one.subject.partner === subject.partner &&
      (one.subject.owner === subject.owner || one.subject.owner === "" || subject.owner === "") &&
      samePeriod(one, whole),
  );
  const bases = new Set(claims.map((one) => one.basis).filter((one) => one !== "unsaid"));
  if (!alike || bases.size > 1 || !samePeriod(parts[0] as Telling, parts[1] as Telling)) return;
  if (claims.some(({ rate }) => rate.kind !== "percent")) return;
  const figures = claims.map(({ rate }) => rate);
  spreads.push({
    rule: "whole-between-parts",
    ...around(whole.whole, figures),
    whole: { rate: figures[0] as FigureMention, sign: claims[0]?.sign as 1 | -1 },
    between: claims.slice(1).map(({ rate, sign }) => ({ rate, sign })),
  });
}

/** "The highest since March 2022", "a record": against a fall on the year, and against the levels that the text told before. */
export function recordsIn(
  line: Line,
  facts: readonly Telling[],
  before: ReadonlyMap<string, readonly Telling[]>,
  mentions: readonly Mention[],
  growth: readonly GrowthClaim[],
  { records }: Lists,
): void {
  for (const mention of mentions) {
    if (mention.kind !== "record") continue;
    const claim = growth.find(({ level }) => level !== undefined && follows(line, level, mention));
    if (claim?.level !== undefined && againstGrowth(claim, mention)) {
      const span = around(line.sentence.text, [claim.rate, claim.level, mention]);
      const { direction } = mention;
      records.push({
        rule: "record-against-growth",
        ...span,
        peak: claim.level,
        direction,
        growth: claim.rate,
        others: [],
      });
      continue;
    }
    const fact = facts.find(({ level }) => level !== undefined && follows(line, level, mention));
    if (fact?.level === undefined || fact.another) continue;
    const known = before.get(fact.subject.head) ?? [];
    const others = known.filter((one) => beaten(one, fact, mention)).map((one) => one.level as Amount);
    if (others.length === 0) continue;
    const span = around(line.sentence.text, [...others, fact.level]);
    records.push({
      rule: "record-against-text",
      ...span,
      peak: fact.level,
      direction: mention.direction,
      others,
    });
  }
}

/** Whether the words of a record are about a level: directly behind it, or directly before ("a record $5bn"). */
function follows(line: Line, level: FigureMention, record: RecordMention): boolean {
  const [start, end] = record.start >= level.end ? [level.end, record.start] : [record.end, level.start];
  if (start > end) return false;
  const between = line.items.filter((item) => item.start >= start && item.end <= end);
  return (
    between.length <= 6 && between.every((item) => item.amount === undefined && !PARTS_STORY.has(item.word))
  );
}

/** "Fell 5% from a year earlier to X, the highest since March": what was higher a year ago lies within. */
function againstGrowth(
  { sign, basis, period, rate }: GrowthClaim,
  { direction, since }: RecordMention,
): boolean {
  if (basis !== "yoy" || rate.kind !== "percent" || period?.period === undefined) return false;
  if (since?.period === undefined || (direction === "highest" ? sign > 0 : sign < 0)) return false;
  return since.period.end < yearBefore(period.period).start;
}

/** Whether an earlier fact is of the same thing, for a stretch as long, within the time of the record. */
function beaten(other: Telling, own: Telling, { since }: RecordMention): boolean {
  const [a, b] = [other.level, own.level];
  if (a === undefined || b === undefined || other.another || !sameSubject(other.subject, own.subject))
    return false;
  if (!alike(a, b) || own.subject.pronoun) return false;
  const [p, q] = [other.period?.period, own.period?.period];
  if (p === undefined || q === undefined || p.start >= q.start || p.text.length !== q.text.length)
    return false;
  return since === undefined || (since.period !== undefined && p.start > since.period.end);
}
