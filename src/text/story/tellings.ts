import { dayNumber } from "../../figure/period.js";
import { PARTS_STORY } from "../../language/en/relation-words.js";
import { OWNS, type StoryLanguage, saysOwner } from "../../language/story.js";
import type { Amount } from "../amount/amount.js";
import { saysOf } from "../period/said.js";
import type {
  FigureMention,
  GrowthClaim,
  Mention,
  PeriodMention,
  RecordMention,
  Telling,
  TellingSubject,
} from "../reading.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import { isPlainLead, isPlainTail } from "./understood.js";
import { IS, type Vocabulary } from "./words.js";

/** What a sentence was read as, as far as the next one may need it. */
export interface Told {
  readonly line: Line;
  readonly facts: readonly Telling[];
  readonly money: readonly Amount[];
}

/** Words of a subject at most. */
const LONGEST = 12;
/** Items between a verb and its amount. */
const REACH = 5;

/** The tellings of a sentence: each verb of change or of reaching, with the subject before it. */
export function tellingsOf(
  line: Line,
  growth: readonly GrowthClaim[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  at: { readonly sentence: number; readonly paragraph: number },
): Telling[] {
  const is = vocabulary.of(line);
  let teller: Teller | undefined;
  // Most words tell nothing.
  for (let i = 1; i < line.items.length; i++)
    if ((is[i] as number) & (IS.verb | IS.brings) || beginsAny(growth, line.items[i] as Token)) {
      teller ??= new Teller(line, growth, mentions, vocabulary.story, is, at);
      teller.tell(i);
    }
  return teller?.found ?? [];
}

/** What one sentence tells, word by word. */
class Teller {
  readonly found: Telling[] = [];
  private about: ReturnType<typeof aboutSentence> | undefined;
  private plainLead: boolean | undefined;
  private readonly taken: FigureMention[] = [];
  private trader: { own: TellingSubject; of: TellingSubject; period: PeriodMention | undefined } | undefined;

  constructor(
    private readonly line: Line,
    private readonly growth: readonly GrowthClaim[],
    private readonly mentions: readonly Mention[],
    private readonly words: StoryLanguage,
    private readonly is: Int32Array,
    private readonly at: { readonly sentence: number; readonly paragraph: number },
  ) {}

  /** What the verb, or the beginning of a growth, at item `i` tells. */
  tell(i: number): void {
    const { line, growth, mentions, words, is, at, found, taken } = this;
    const item = line.items[i] as Token;
    const claims = growth.filter((one) => begins(one, item));
    const what = is[i] as number;
    const last = found.at(-1);
    const brought = last && what & IS.brings ? broughtTo(line, i, last, words) : undefined;
    if (brought !== undefined && !taken.includes(brought.level as FigureMention)) {
      taken.push(brought.level as FigureMention);
      found.push({ ...brought, plain: brought.plain && isPlainTail(line, brought.end, mentions, is) });
    }
    if (claims.length === 0 && (what & IS.verb) === 0) return;
    const reaches = words.reach.has(item.word);
    const trades = words.trade?.verbs.get(item.word);
    const own = claims.find((one) => one.level !== undefined)?.level as Amount | undefined;
    const straight = reaches || trades !== undefined;
    const level =
      own ?? (claims.length > 0 ? undefined : levelBehind(line, i, words, straight ? undefined : words.to));
    // "Trade reached $240bn, up 26% from a year earlier": the growth stands behind what was reached.
    const main =
      claims.find((one) => one.rate.kind === "percent") ??
      (level && growth.find((one) => one.level === level && one.rate.kind === "percent"));
    if ((level === undefined && main === undefined) || (level !== undefined && taken.includes(level))) return;
    const before = subjectBefore(line, i, words, is);
    if (before === undefined || main?.forecast) return;
    // "exported $5bn and imported $15.1bn": the subject of the verb before, with what belongs to its amount.
    const shared = trades !== undefined && before.from === i ? this.trader : undefined;
    const subject =
      trades === undefined
        ? (ownedBalance(line, i, level, words) ?? before.subject)
        : traded(line, shared?.own ?? before.subject, trades, level, words, shared?.of);
    if (subject === undefined) return;
    const told =
      main?.period ??
      before.period ??
      (level && periodBehind(line, level, words, trades !== undefined)) ??
      shared?.period;
    if (trades !== undefined) this.trader = { own: shared?.own ?? before.subject, of: subject, period: told };
    const period = told && isOpen(line, told, words) ? undefined : told;
    this.plainLead ??= isPlainLead(line, before.from, is);
    const record = level && mentions.find((one): one is RecordMention => isRecordOf(line, level, one, words));
    if (level !== undefined) taken.push(level);
    this.about ??= aboutSentence(line, words, is);
    const { another, cited, sources, terms } = this.about;
    const figures = [level, main?.rate].filter((one) => one !== undefined);
    const { text, start, end } = line.sentence.around(figures);
    // Written out: an object that begins as a copy of another takes ten times the memory.
    found.push({
      text,
      start,
      end,
      sentence: at.sentence,
      paragraph: at.paragraph,
      subject,
      level,
      growth: main,
      period,
      record,
      earlier: isEarlier(before.period ?? (main === undefined ? period : undefined), words),
      another,
      plain:
        this.plainLead &&
        (trades !== undefined || isPlainTail(line, end, mentions, is)) &&
        !(words.trade?.passes.has(item.word) && isShort(period)),
      cited,
      sources,
      terms,
    });
  }
}

/** What the words of a sentence say of all its figures: whether they may be others after all, whose they are, in which money. */
function aboutSentence(
  line: Line,
  { trade }: StoryLanguage,
  is: Int32Array,
): Pick<Telling, "another" | "cited" | "sources" | "terms"> {
  let another = false;
  let cited: string[] | undefined;
  let sources: string[] | undefined;
  let terms: string | undefined;
  for (let i = 0; i < line.items.length; i++) {
    const what = is[i] as number;
    if ((what & (IS.source | IS.terms | IS.cited | IS.another)) === 0) continue;
    if (what & IS.source) {
      sources ??= [];
      for (let j = i; j >= 0 && j > i - LONGEST && line.word(j) !== "," && line.amount(j) === undefined; j--)
        sources.unshift(line.word(j));
      for (let j = i + 1; j < line.items.length && j <= i + LONGEST; j++) sources.push(line.word(j));
    }
    if (what & IS.terms) {
      const before = line.word(i - 1) === "-" ? line.word(i - 2) : line.word(i - 1);
      const currency = trade?.money.get(before);
      another ||= currency === undefined || (terms !== undefined && terms !== currency);
      terms = currency;
    } else if (what & IS.cited) {
      cited ??= [];
      for (let j = i + 1; j < line.items.length && j <= i + LONGEST; j++) cited.push(line.word(j));
    } else another ||= (what & IS.another) !== 0;
  }
  return { another, cited, sources, terms };
}

/** "China exported $111bn of goods to Russia": the subject is China's exports, and what stands behind the amount belongs to it. */
function traded(
  line: Line,
  { words: own, flow, pronoun }: TellingSubject,
  named: readonly [flow: "exports" | "imports", noun: string],
  level: Amount | undefined,
  words: StoryLanguage,
  shared?: TellingSubject,
): TellingSubject | undefined {
  if (level === undefined || flow !== undefined || pronoun) return undefined;
  const at = line.placeOf(level);
  const behind: string[] = [];
  for (let i = at + 1; i < line.items.length && behind.length < LONGEST; i++) {
    const { word, mark, amount, period } = line.items[i] as Line["items"][number];
    if (period !== undefined || amount !== undefined || words.breaks.has(word)) break;
    if (mark && word !== "-" && word !== "'" && word !== "’") break;
    if (words.prepositions.has(word) && line.period(i + 1) !== undefined) break;
    behind.push(word);
  }
  if (shared?.flow !== undefined && behind.length === 0) behind.push(...turned(shared, named[0], words));
  const owner = own.filter((word) => !words.plain.has(word)).join(" ");
  const partner = behind.filter((word) => !words.plain.has(word) && !words.prepositions.has(word)).join(" ");
  const all = [...own, ...OWNS, named[1], ...behind];
  return { pronoun: false, owner, prefix: "", head: named[1], partner, flow: named[0], words: all };
}

/** "$9.6bn in September, taking the total for the first nine months to $91.4bn": the sum of the same, over its own period. */
function broughtTo(
  line: Line,
  at: number,
  before: Telling,
  { trade, to, fill, flows, plain, prepositions }: StoryLanguage,
): Telling | undefined {
  if (before.level === undefined) return undefined;
  let total = false;
  let period: PeriodMention | undefined;
  for (let i = at + 1; i <= at + LONGEST; i++) {
    const { word, mark } = line.items[i] ?? {};
    if (word === undefined || mark || line.amount(i) !== undefined) return undefined;
    // "taking total trade to": the sum of something else.
    if (flows.has(word)) return undefined;
    const known = fill.has(word) || plain.has(word) || prepositions.has(word) || to.has(word);
    if (!known && !trade?.sums?.has(word) && word !== "" && line.period(i) === undefined) return undefined;
    total ||= trade?.sums?.has(word) === true;
    period ??= line.period(i);
    if (!total || !to.has(word)) continue;
    let next = i + 1;
    while (fill.has(line.word(next))) next++;
    const level = line.amount(next);
    if (level === undefined || level.kind !== before.level.kind || level.currency !== before.level.currency)
      return undefined;
    period ??= line.period(next + 1) ?? line.period(next + 2);
    if (period === undefined) return undefined;
    const { text, start, end } = level;
    return {
      ...before,
      text,
      start,
      end,
      level,
      period,
      growth: undefined,
      record: undefined,
      earlier: false,
    };
  }
  return undefined;
}

/** What the amount of the verb before is of, toward the other side: "to Russia" of exports is "from Russia" of imports. */
function turned(
  { words: all, flow }: TellingSubject,
  to: "exports" | "imports",
  words: StoryLanguage,
): string[] {
  const { trade } = words;
  const behind = all.slice(all.findIndex((word) => words.flows.has(word)) + 1);
  const [into] = trade?.toward[to] ?? [];
  if (trade === undefined || into === undefined || flow !== (to === "exports" ? "imports" : "exports"))
    return [];
  return behind.map((word) => (trade.toward[flow].has(word) ? into : word));
}

/** Whether the words of a record are about a level: directly behind it, or directly before ("a record $5bn"). */
function isRecordOf(line: Line, level: Amount, mention: Mention, { trade }: StoryLanguage): boolean {
  if (mention.kind !== "record") return false;
  // "A record for May" is none of all months.
  const next = line.items.find(({ start: at }) => at >= mention.end);
  if (next !== undefined && trade?.narrows.has(next.word)) return false;
  const [start, end] = mention.start >= level.end ? [level.end, mention.start] : [mention.end, level.start];
  if (start > end) return false;
  const between = line.items.filter((item) => item.start >= start && item.end <= end);
  return (
    between.length <= 6 && between.every((item) => item.amount === undefined && !PARTS_STORY.has(item.word))
  );
}

const begins = ({ start, rate }: GrowthClaim, item: Token): boolean =>
  start === item.start && rate.start > start;

/** Asked of every word, so without a function of its own for each. */
function beginsAny(growth: readonly GrowthClaim[], item: Token): boolean {
  for (const one of growth) if (begins(one, item)) return true;
  return false;
}

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
): TellingSubject | undefined {
  if (level === undefined) return undefined;
  for (let i = verb + 1; i <= verb + REACH && line.amount(i) === undefined; i++) {
    const word = line.word(i);
    if (words.flows.get(word) === "balance")
      return {
        pronoun: false,
        owner: "",
        prefix: "",
        head: word,
        partner: "",
        flow: "balance",
        balance: balanceOf(word, words),
        words: [word],
      };
  }
  return undefined;
}

/** The subject before a verb, and the period before it: the words back to the last comma or the start of the clause. */
function subjectBefore(line: Line, verb: number, words: StoryLanguage, is: Int32Array) {
  let from = verb;
  while (from > 0 && verb - from <= LONGEST) {
    const item = line.items[from - 1];
    if (item === undefined || item.amount !== undefined) break;
    if ((is[from - 1] as number) & IS.breaks && !joinsTwo(line, from - 1, words)) break;
    if (item.mark && item.word !== "'" && item.word !== "’" && item.word !== "-") break;
    from--;
  }
  // An amount directly before belongs to the subject, or to a verb that was not read: nothing is known of it.
  if (line.amount(from - 1) !== undefined || verb - from > LONGEST) return undefined;
  let period: PeriodMention | undefined;
  for (let i = line.word(from - 1) === "," ? Math.max(0, from - 6) : from; i < verb; i++)
    period ??= line.period(i);
  const subject = subjectOf(line, from, verb, words, is);
  return subject && { subject, period, from };
}

/** "Trade between China and Russia": an "and" between two names is no break. */
function joinsTwo(line: Line, at: number, { trade }: StoryLanguage): boolean {
  if (!trade?.and.has(line.word(at))) return false;
  for (let i = at - 1; i >= at - 4; i--) if (trade.between.has(line.word(i))) return true;
  return false;
}

function subjectOf(
  line: Line,
  from: number,
  to: number,
  words: StoryLanguage,
  is: Int32Array,
): TellingSubject | undefined {
  let owner = "";
  const before: string[] = [];
  const behind: string[] = [];
  const said: string[] = [];
  let head = "";
  let pronoun = true;
  for (let i = from; i < to; i++) {
    const { word, mark, period, amount } = line.items[i] as Token;
    const what = is[i] as number;
    // A preposition before a period goes with it: "exports to Russia in 2023".
    const dates = (what & IS.preposition) !== 0 && line.period(i + 1) !== undefined;
    if (period === undefined && !dates) said.push(word);
    if (period !== undefined || mark) {
      if (before.length > 0 && saysOwner(word, line.word(i + 1))) owner = before.splice(0).join(" ");
      continue;
    }
    if (word === "" || amount !== undefined) return undefined;
    if ((what & (IS.pronoun | IS.plain)) === 0) pronoun = false;
    if (head !== "") {
      if ((what & (IS.plain | IS.preposition)) === 0) behind.push(word);
    } else if (what & IS.preposition) {
      if (before.length > 0) head = before.pop() as string;
    } else if ((what & IS.plain) === 0 || what & IS.flow) before.push(word);
  }
  if (head === "") head = before.pop() ?? "";
  // "Die Exporte Chinas nach Russland": whose they are stands behind them.
  if (
    words.trade?.genitive &&
    owner === "" &&
    words.flows.has(before.at(-1) ?? "") &&
    !words.flows.has(head)
  ) {
    owner = head;
    head = before.pop() as string;
  }
  if (head === "" && !pronoun) return undefined;
  const flow = words.flows.get(head);
  return {
    pronoun: pronoun && flow === undefined,
    owner,
    // "trade surplus" is a surplus; "total trade" is the trade.
    prefix: before.filter((word) => words.flows.get(word) !== "trade").join(" "),
    head,
    partner: behind.join(" "),
    flow,
    ...(flow === "balance" ? { balance: balanceOf(head, words) } : {}),
    words: said,
  };
}

const balanceOf = (word: string, { surplus, gap }: StoryLanguage): NonNullable<TellingSubject["balance"]> =>
  surplus.has(word) ? "surplus" : gap.has(word) ? "gap" : "deficit";

/** "$111bn in 2023", "$111bn of goods to Russia in 2023" where all that belongs to the amount. */
function periodBehind(
  line: Line,
  level: Amount,
  { trade, breaks }: StoryLanguage,
  far: boolean,
): PeriodMention | undefined {
  let at = line.placeOf(level);
  // "800bn yuan ($119bn) in 2023": the same amount in brackets stands between.
  if (line.word(at + 1) === "(" && line.amount(at + 2) !== undefined && line.word(at + 3) === ")") at += 3;
  for (let i = at + 1; i <= at + (far ? LONGEST : REACH); i++) {
    const item = line.items[i];
    if (item?.amount !== undefined || item?.mark || breaks.has(item?.word ?? "")) return undefined;
    const period = item?.period;
    // "$11bn from $10bn in 2022", "more than in 2022": a period behind another word is that of something else.
    if (period !== undefined)
      return i === at + 1 || (trade?.during.has(line.word(i - 1)) ?? true) ? period : undefined;
  }
  return undefined;
}

/** "Since 2020", "before May": no period with a beginning and an end. */
function isOpen(line: Line, period: PeriodMention, { trade }: StoryLanguage): boolean {
  const at = line.items.findIndex((item) => item.period === period);
  return at > 0 && trade?.since.has(line.word(at - 1)) === true;
}

/** Less than a year: of such a period a sum since January may be told. */
function isShort(of: PeriodMention | undefined): boolean {
  if (of?.period === undefined) return false;
  return dayNumber(of.period.end) - dayNumber(of.period.start) < 360;
}

function isEarlier(period: PeriodMention | undefined, words: StoryLanguage): boolean {
  return wordsOf(period).some((word) => words.earlier.has(word));
}

const NO_WORDS: readonly string[] = [];

export function wordsOf(period: PeriodMention | undefined): readonly string[] {
  return period === undefined ? NO_WORDS : saysOf(period.text).words;
}
