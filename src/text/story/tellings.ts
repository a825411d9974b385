import type { RuleLanguage } from "../../language/rule.js";
import type { NamedFlow, StoryLanguage } from "../../language/story.js";
import type { Amount } from "../amount/amount.js";
import { saysOf } from "../period/said.js";
import type { GrowthClaim, PeriodMention } from "../reading.js";
import { Anchor } from "../scan/anchor.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";

/** Of what a sentence speaks: "China's exports of steel to Russia". */
export interface Subject {
  /** Whether it stands for the subject before: "they". */
  readonly pronoun: boolean;
  readonly owner: string;
  /** What stands before the noun, the noun, and what stands behind it, without small words. */
  readonly prefix: string;
  readonly head: string;
  readonly partner: string;
  readonly flow: NamedFlow | undefined;
}

/** What a sentence says of its subject: the level that it reached, by how much it grew, or both. */
export interface Telling {
  readonly subject: Subject;
  readonly sentence: number;
  readonly paragraph: number;
  /** The text, and where the sentence stands in it: a line would keep all its words. */
  readonly whole: string;
  readonly start: number;
  readonly end: number;
  readonly level?: Amount | undefined;
  readonly growth?: GrowthClaim | undefined;
  readonly period?: PeriodMention | undefined;
  /** Whether the period is told from another: "a year earlier". */
  readonly earlier: boolean;
  /** Whether words say that it may be another figure after all: an estimate, other terms, another source. */
  readonly another: boolean;
}

/** What a sentence was read as, as far as the next one may need it. */
export interface Told {
  readonly line: Line;
  readonly facts: readonly Telling[];
  readonly money: readonly Amount[];
}

/** What the language of the text knows of verbs and of sentences together. */
export interface Words {
  readonly story: StoryLanguage;
  readonly rules: RuleLanguage;
}

/** Words of a subject at most. */
const LONGEST = 12;
/** Items between a verb and its amount. */
const REACH = 5;

/** The verbs that a language tells facts with. */
const verbs = new Map<StoryLanguage, Anchor>();

/** Makes the verbs of a language known, before the first word of a text is met. */
export function prepare({ story, rules }: Words): void {
  if (verbs.has(story)) return;
  verbs.set(story, new Anchor(() => [...story.reach, ...rules.up.verbs, ...rules.down.verbs]));
}

/** The facts of a sentence: each verb of change or of reaching, with the subject before it. */
export function tellingsOf(
  line: Line,
  growth: readonly GrowthClaim[],
  { story: words, rules }: Words,
  at: { readonly sentence: number; readonly paragraph: number },
): Telling[] {
  const found: Telling[] = [];
  const verb = verbs.get(words) as Anchor;
  if (growth.length === 0 && !verb.in(line.sentence)) return found;
  let another: boolean | undefined;
  const taken: Amount[] = [];
  for (let i = 1; i < line.items.length; i++) {
    const item = line.items[i] as Token;
    const claims = growth.length === 0 ? growth : growth.filter((one) => begins(one, item));
    if (claims.length === 0 && !verb.in(item)) continue;
    const reaches = words.reach.has(item.word);
    if (claims.length === 0 && !reaches && !moves(item.word, rules)) continue;
    const level =
      (claims.find((one) => one.level !== undefined)?.level as Amount | undefined) ??
      (claims.length > 0 ? undefined : levelBehind(line, i, words, reaches ? undefined : words.to));
    const main = claims.find((one) => one.rate.kind === "percent");
    if ((level === undefined && main === undefined) || (level !== undefined && taken.includes(level)))
      continue;
    const before = subjectBefore(line, i, words);
    if (before === undefined || main?.forecast) continue;
    const period = main?.period ?? before.period ?? (level && periodBehind(line, level));
    if (level !== undefined) taken.push(level);
    another ??= line.items.some((one) => words.another.has(one.word));
    found.push({
      sentence: at.sentence,
      paragraph: at.paragraph,
      whole: line.sentence.text,
      start: line.sentence.start,
      end: line.sentence.end,
      subject: ownedBalance(line, i, level, words) ?? before.subject,
      level,
      growth: main,
      period,
      earlier: isEarlier(before.period ?? (main === undefined ? period : undefined), words),
      another,
    });
  }
  return found;
}

const moves = (word: string, { up, down }: RuleLanguage): boolean =>
  up.verbs.has(word) || down.verbs.has(word);

const begins = ({ start, rate }: GrowthClaim, item: Token): boolean =>
  start === item.start && rate.start > start;

/** The amount that a verb of reaching leads to, or a verb of change behind one of the words `over`. */
function levelBehind(
  line: Line,
  verb: number,
  words: StoryLanguage,
  over?: ReadonlySet<string>,
): Amount | undefined {
  let led = over === undefined;
  for (let i = verb + 1; i <= verb + REACH; i++) {
    const amount = line.amount(i);
    if (amount !== undefined) {
      const plain = amount.kind === "money" || amount.kind === "count" || amount.kind === "percent";
      return led && plain && amount.parts.high === undefined ? amount : undefined;
    }
    if (over?.has(line.word(i))) led = true;
    if (!words.fill.has(line.word(i)) && words.flows.get(line.word(i)) !== "balance") return undefined;
  }
  return undefined;
}

/** "That left a deficit of $2bn": the balance that the amount is of stands behind the verb. */
function ownedBalance(
  line: Line,
  verb: number,
  level: Amount | undefined,
  words: StoryLanguage,
): Subject | undefined {
  if (level === undefined) return undefined;
  for (let i = verb + 1; i <= verb + REACH && line.amount(i) === undefined; i++) {
    const word = line.word(i);
    if (words.flows.get(word) === "balance")
      return { pronoun: false, owner: "", prefix: "", head: word, partner: "", flow: "balance" };
  }
  return undefined;
}

/** The subject before a verb, and the period before it: the words back to the last comma or the start of the clause. */
function subjectBefore(line: Line, verb: number, words: StoryLanguage) {
  let from = verb;
  while (from > 0 && verb - from <= LONGEST) {
    const item = line.items[from - 1];
    if (item === undefined || words.breaks.has(item.word) || item.amount !== undefined) break;
    if (item.mark && item.word !== "'" && item.word !== "’" && item.word !== "-") break;
    from--;
  }
  // An amount directly before belongs to the subject, or to a verb that was not read: nothing is known of it.
  if (line.items[from - 1]?.amount !== undefined || verb - from > LONGEST) return undefined;
  let period: PeriodMention | undefined;
  for (let i = line.word(from - 1) === "," ? Math.max(0, from - 6) : from; i < verb; i++)
    period ??= line.period(i);
  const subject = subjectOf(line, from, verb, words);
  return subject && { subject, period };
}

function subjectOf(line: Line, from: number, to: number, words: StoryLanguage): Subject | undefined {
  let owner = "";
  const before: string[] = [];
  const behind: string[] = [];
  let head = "";
  let pronoun = true;
  for (let i = from; i < to; i++) {
    const { word, mark, period } = line.items[i] as Token;
    if (period !== undefined || mark) {
      if ((word === "'" || word === "’") && before.length > 0 && line.word(i + 1) === "s")
        owner = before.splice(0).join(" ");
      continue;
    }
    if (word === "" || line.items[i]?.amount !== undefined) return undefined;
    if (!words.pronouns.has(word) && !words.plain.has(word)) pronoun = false;
    if (head !== "") {
      if (!words.plain.has(word) && !words.prepositions.has(word)) behind.push(word);
    } else if (words.prepositions.has(word)) {
      if (before.length > 0) head = before.pop() as string;
    } else if (!words.plain.has(word) || words.flows.has(word)) before.push(word);
  }
  if (head === "") head = before.pop() ?? "";
  if (head === "" && !pronoun) return undefined;
  // "trade surplus" is a surplus; "total trade" is the trade.
  const prefix = before.filter((word) => words.flows.get(word) !== "trade").join(" ");
  pronoun &&= !words.flows.has(head);
  return { pronoun, owner, prefix, head, partner: behind.join(" "), flow: words.flows.get(head) };
}

function periodBehind(line: Line, level: Amount): PeriodMention | undefined {
  const at = line.items.findIndex((item) => item.amount === level);
  for (let i = at + 1; i <= at + 5; i++) {
    if (line.items[i]?.amount !== undefined || line.items[i]?.mark) return undefined;
    const period = line.period(i);
    if (period !== undefined) return period;
  }
  return undefined;
}

function isEarlier(period: PeriodMention | undefined, words: StoryLanguage): boolean {
  return wordsOf(period).some((word) => words.earlier.has(word));
}

const NO_WORDS: readonly string[] = [];

export function wordsOf(period: PeriodMention | undefined): readonly string[] {
  return period === undefined ? NO_WORDS : saysOf(period.text).words;
}
