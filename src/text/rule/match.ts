import type { RelationRule } from "../../language/rule.js";
import { sameNoun } from "../../language/same-noun.js";
import type { Amount } from "../amount/amount.js";
import { isUngated } from "../scan/anchor.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import { type Element, type Phrases, type RoleName, UPWARD } from "./element.js";
import { type CompiledRules, DOWN, KINDS, MARKS, type Start, type Step, UP } from "./pattern.js";

/** A rule that read a stretch of a sentence: its figures by role, and which way the change goes. */
export class Match {
  /** The figures that it read, in their order, and the role of each. */
  private readonly all: Amount[] = [];
  private readonly roles: RoleName[] = [];

  constructor(
    readonly rule: RelationRule,
    /** The place of its way through a pattern among those of all patterns. */
    readonly way: number,
    /** Items of the line, the last one included. */
    readonly from: number,
    readonly to: number,
    last: Read | undefined,
    readonly sign: 1 | -1 | 0,
  ) {
    let size = 0;
    for (let one = last; one !== undefined; one = one.before) size++;
    for (let one = last; one !== undefined; one = one.before) {
      size--;
      this.all[size] = one.amount;
      this.roles[size] = one.role;
    }
  }

  /** How many figures it read. */
  get size(): number {
    return this.all.length;
  }

  /** The figures in a role, or all, in the order in which they were read. */
  figures(role?: RoleName): readonly Amount[] {
    return role === undefined ? this.all : this.all.filter((_, i) => this.roles[i] === role);
  }

  /** The first figure in a role. */
  figure(role: RoleName): Amount | undefined {
    return this.all[this.roles.indexOf(role)];
  }

  /** Whether it read several figures in a role. */
  hasSeveral(role: RoleName): boolean {
    return this.roles.indexOf(role) !== this.roles.lastIndexOf(role);
  }
}

/** The figures that a pattern has read so far, the last one first: branches of a match share what is before them. */
interface Read {
  readonly role: RoleName;
  readonly amount: Amount;
  readonly before: Read | undefined;
  /** The item behind it. */
  readonly behind: number;
  /** The unit of the amounts, by the first of them; and whether points are among them. */
  readonly unit: Amount | undefined;
  /** What the others have to be: a percentage where points are among them, an amount where points stand for its growth. */
  readonly others: "any" | "percentages" | "amounts";
}

/** An aside in brackets is at most so long. */
const ASIDE = 12;
/** Words between two parts of a list, and before its first. */
const BETWEEN = 14;
const LEAD = 8;
/** Behind a semicolon the next part comes soon. */
const BEHIND_SEMICOLON = 5;
/** So near a figure a word says that it is no further part: "to the $12bn". */
const ENDING = 2;
const SOFT = 4;
/** More parts than a sentence has. */
const MOST = 12;

const NONE = -1;
const NESTED = -2;
const NO_WAYS: readonly number[] = [];
const NO_PHRASES: readonly Int32Array[] = [];

/** The numbers of the words of one line, which no other needs at the same time. */
const scratch = new Int32Array(1 << 13);
/** The first and the last item of one line that has a word of each set that patterns need. */
let firstOf = new Int32Array(1 << 8);
let lastOf = new Int32Array(1 << 8);

/** Tries the patterns of a language on a line. The line's words are looked up once; patterns compare numbers. */
export class Matcher {
  /** The number of each item's word, 0 for one that no pattern has. */
  private readonly ids: Int32Array;
  private readonly amounts: readonly (Amount | undefined)[];
  /** The items of the amounts. */
  private readonly places: readonly number[];
  private readonly length: number;
  private readonly isUngated = isUngated();
  /** The sets that the line has something of. */
  private readonly present: number[] = [];
  private rule: RelationRule;
  /** The item that a pattern is tried from, and the ways through it that were found from there. */
  private start = 0;
  private ways: readonly number[] = NO_WAYS;
  private readonly found: Match[] = [];

  constructor(
    private readonly line: Line,
    private readonly rules: CompiledRules,
  ) {
    const { items } = line;
    this.length = items.length;
    this.places = line.amounts;
    this.ids = items.length < scratch.length ? scratch : new Int32Array(items.length + 1);
    const amounts: (Amount | undefined)[] = new Array(items.length);
    for (let i = 0; i < items.length; i++) {
      const { word, amount } = items[i] as Token;
      amounts[i] = amount;
      this.ids[i] = word === "" ? 0 : (rules.ids.get(word) ?? rules.unknown);
    }
    this.amounts = amounts;
    this.rule = rules.language.rules[0] as RelationRule;
    this.count();
  }

  /** Notes what the line has that patterns need; all of it where every gate stands open. */
  private count(): void {
    const { rules, ids } = this;
    if (lastOf.length < rules.needs) {
      firstOf = new Int32Array(rules.needs);
      lastOf = new Int32Array(rules.needs);
    }
    lastOf.fill(NONE, 0, rules.needs);
    if (this.isUngated) {
      for (let need = 0; need < rules.needs; need++) {
        this.note(need, 0);
        this.note(need, this.length);
      }
      return;
    }
    for (let i = 0; i < this.length; i++) {
      const needs = rules.needsOf[ids[i] as number];
      if (needs !== undefined) for (const need of needs) this.note(need, i);
    }
    for (const place of this.places) {
      const amount = this.amounts[place] as Amount;
      const { kind } = amount;
      if (kind === "money") this.note(KINDS.money, place);
      if (kind === "money" || kind === "count") this.note(KINDS.amount, place);
      else if (isPercent(amount) || kind === "percentage-point") this.note(KINDS.percent, place);
      else if (kind === "multiple") this.note(KINDS.multiple, place);
      if (arePoints(amount, rules.language.points)) this.note(KINDS.points, place);
    }
  }

  /** Notes that item `i` is of a set. */
  private note(need: number, i: number): void {
    if (lastOf[need] === NONE) {
      firstOf[need] = i;
      this.present.push(need);
    }
    lastOf[need] = i;
  }

  /** Whether the line has, from item `from` on, something of all sets that all ways of a step need. */
  private mayHold({ needs }: Step, from: number): boolean {
    for (const need of needs) if ((lastOf[need] as number) < from) return false;
    return true;
  }

  /** All that the patterns read; of one way through a pattern in the order of the line. */
  matches(): Match[] {
    const { found, rules } = this;
    this.tryAll(rules.free);
    for (const need of this.present) this.tryAll(rules.led[need] as readonly Start[]);
    return found;
  }

  /** Tries patterns wherever they may begin. @param starts those of few figures first */
  private tryAll(starts: readonly Start[]): void {
    const { places, isUngated } = this;
    for (const { rule, step, way } of starts) {
      const figures = isUngated ? 0 : step.figures;
      if (figures > places.length) break;
      if (!this.mayHold(step, 0)) continue;
      this.rule = rule;
      const { kind, has, need } = step.element;
      if (kind === "figure")
        for (let n = 0; n < places.length && n + figures <= places.length; n++)
          this.tryAt(step, places[n] as number, way);
      else {
        // Where that many figures are still to come.
        const behind = figures === 0 ? this.length : (places[places.length - figures] as number);
        const last = Math.min(behind - 1, lastOf[need] as number);
        for (let i = firstOf[need] as number; i <= last; i++)
          if (has[this.ids[i] as number] !== 0) this.tryAt(step, i, way);
      }
    }
  }

  private tryAt(step: Step, i: number, way: number): void {
    if (!this.mayHold(step, i)) return;
    this.start = i;
    this.ways = NO_WAYS;
    this.from(step, i, undefined, this.rule.sign ?? 0, way);
  }

  /**
   * Goes on with a pattern at a step, and keeps the first match of each way to its end.
   * @param way the number of the first way from here
   * @returns whether nothing is left to be found on any of them
   */
  private from(step: Step, at: number, read: Read | undefined, sign: 1 | -1 | 0, way: number): boolean {
    const { element } = step;
    switch (element.kind) {
      case "word":
        return (
          (element.has[this.id(at)] === 1 && this.behind(step, at + 1, read, sign, way)) ||
          (element.optional && this.behind(step, at, read, sign, way))
        );
      case "class":
        return (
          this.ofClass(step, at, read, sign, way) ||
          (element.optional && this.behind(step, at, read, sign, way))
        );
      case "change": {
        const goes = element.has[this.id(at)] as number;
        return (
          (goes !== 0 && this.behind(step, at + 1, read, goes === UPWARD ? 1 : -1, way)) ||
          (element.optional && this.behind(step, at, read, sign, way))
        );
      }
      case "period":
        return (
          (this.line.period(at) !== undefined && this.behind(step, at + 1, read, sign, way)) ||
          (element.optional && this.behind(step, at, read, sign, way))
        );
      case "not":
        return element.has[this.id(at)] !== 1 && this.behind(step, at, read, sign, way);
      case "gap":
        for (let n = 0; n <= element.most; n++) {
          // Most places of a gap cannot begin what follows it.
          if (this.mayBegin(step.next, at + n) && this.behind(step, at + n, read, sign, way)) return true;
          if (!this.passes(at + n, element.commas, element.any)) return false;
        }
        return false;
      case "figure":
        return element.list ? this.list(step, at, read, sign, way) : this.figure(step, at, read, sign, way);
      case "end":
        if (!this.ways.includes(way)) {
          this.ways = [...this.ways, way];
          this.found.push(new Match(this.rule, way, this.start, at - 1, read, sign));
        }
        return true;
    }
  }

  /** Goes on with each of the steps behind one. */
  private behind({ next }: Step, at: number, read: Read | undefined, sign: 1 | -1 | 0, way: number): boolean {
    if (next.length === 1) return this.from(next[0] as Step, at, read, sign, way);
    let first = way;
    let all = true;
    for (const step of next) {
      if (this.mayHold(step, this.start) && !this.from(step, at, read, sign, first)) all = false;
      first += step.ways;
    }
    return all;
  }

  private id(at: number): number {
    return at < this.length ? (this.ids[at] as number) : 0;
  }

  /** Whether one of some steps may begin at item `at`; false only where certainly none does. */
  private mayBegin(steps: readonly Step[], at: number): boolean {
    for (const { element } of steps) if (this.mayStand(element, at)) return true;
    return false;
  }

  private mayStand({ kind, optional, has, name, list }: Element, at: number): boolean {
    switch (kind) {
      case "word":
      case "change":
        return optional || has[this.id(at)] !== 0;
      case "class":
        return optional || name === "OFFSET" || has[this.id(at)] === 1;
      case "figure":
        return list || this.amountAt(at) >= 0;
      default:
        return true;
    }
  }

  private ofClass(step: Step, start: number, read: Read | undefined, sign: 1 | -1 | 0, way: number): boolean {
    const { name, has, phrases } = step.element;
    // What is taken off stands behind the last part and what it is of.
    const lead = name === "OFFSET" ? BETWEEN : 0;
    for (let n = 0; n <= lead; n++) {
      const at = start + n;
      const phrase = has[this.id(at)] === 1 ? this.phraseAt(phrases, at) : undefined;
      if (phrase !== undefined) {
        const goes = name === "COMPARED" && sign === 0 ? this.signOfVerb(phrase[0] as number) : sign;
        if (this.behind(step, at + phrase.length, read, goes, way)) return true;
      }
      if (!this.passes(at, true) && !(lead > 0 && this.joins(at))) return false;
    }
    return false;
  }

  /** "trade and brand expenses": what joins words as it joins the parts of a list. */
  private joins(at: number): boolean {
    return ((this.rules.marks[this.id(at)] as number) & MARKS.join) !== 0;
  }

  private phraseAt(phrases: Phrases, at: number): Int32Array | undefined {
    for (const phrase of phrases.get(this.id(at)) ?? NO_PHRASES) {
      let i = 1;
      while (i < phrase.length && phrase[i] === this.id(at + i)) i++;
      if (i === phrase.length) return phrase;
    }
    return undefined;
  }

  private signOfVerb(id: number): 1 | -1 | 0 {
    const marks = this.rules.marks[id] as number;
    return marks & UP ? 1 : marks & DOWN ? -1 : 0;
  }

  /** Whether a gap may pass over item `i`. */
  private passes(i: number, commas: boolean, any = false): boolean {
    if (i >= this.length || this.amounts[i] !== undefined) return false;
    if (any) return this.ids[i] !== this.rules.boundary;
    const marks = this.rules.marks[this.ids[i] as number] as number;
    return marks & MARKS.comma ? commas : (marks & MARKS.stop) === 0;
  }

  /** The item of the amount that stands at `at`, soft words before it passed over; −1 where there is none. */
  private amountAt(at: number): number {
    const { marks, softPhrases } = this.rules;
    let i = this.behindSoft(at);
    if (this.amounts[i] !== undefined) return i;
    // "by more than $600", "a higher than expected 17,000"
    if (((marks[this.id(i)] as number) & MARKS.softPhrase) === 0) return NONE;
    i = this.behindSoft(i + (this.phraseAt(softPhrases, i)?.length ?? 0));
    const { kind } = this.amounts[i] ?? {};
    return kind === undefined || kind === "fraction" ? NONE : i;
  }

  private behindSoft(at: number): number {
    let i = at;
    for (let n = 0; n < SOFT && (this.rules.marks[this.id(i)] as number) & MARKS.soft; n++) i++;
    return i;
  }

  /** What was read with the figure at item `at` in that role, or undefined where it does not fit. */
  private withFigure(role: RoleName, at: number, read: Read | undefined): Read | undefined {
    const amount = this.amounts[at] as Amount;
    const fit =
      role === "POINTS"
        ? (amount.kind === "count" || amount.parts.high === undefined) &&
          arePoints(amount, this.rules.language.points)
        : fits(role, amount, read, this.rule);
    if (!fit) return undefined;
    return {
      role,
      amount,
      before: read,
      behind: this.behindUnit(at + 1, amount),
      unit: isMeasure(role) ? (read?.unit ?? amount) : read?.unit,
      others: othersOf(role, amount) ?? read?.others ?? "any",
    };
  }

  private figure(step: Step, start: number, read: Read | undefined, sign: 1 | -1 | 0, way: number): boolean {
    const { role } = step.element;
    const at = this.amountAt(start);
    const with_ = at === NONE ? undefined : this.withFigure(role, at, read);
    if (with_ === undefined) return false;
    const { behind } = with_;
    if (this.behind(step, behind, with_, sign, way)) return true;
    // An aside is passed over where the pattern goes on behind it.
    let aside = this.behindAside(behind);
    if (aside === NONE && (role === "LEVEL" || role === "BASE")) aside = this.behindOr(behind);
    return aside !== NONE && this.behind(step, aside, with_, sign, way);
  }

  /** "$1.397 per dozen", "20 dollars a ton": what the amount is for one of. */
  private behindUnit(at: number, { per }: Amount): number {
    if (per !== undefined && this.line.word(at + 1) === per) return at + 2;
    return this.id(at) === this.rules.per && this.id(at + 1) !== 0 ? at + 2 : at;
  }

  private behindAside(at: number): number {
    const { open, close } = this.rules;
    if (this.id(at) !== open) return NONE;
    for (let i = at + 1; i <= at + ASIDE; i++) if (this.id(i) === close) return i + 1;
    return NONE;
  }

  /** ", or 3.9% of sales", "or $0.84 a share": what else the figure is. */
  private behindOr(at: number): number {
    const { marks } = this.rules;
    const is = (i: number, what: number) => ((marks[this.id(i)] as number) & what) !== 0;
    // "$672 million in Q4 2019, or $0.74 per share"
    let i = at;
    while (i - at < 4 && !is(i, MARKS.comma | MARKS.or) && this.passes(i, false)) i++;
    if (is(i, MARKS.comma)) i++;
    if (!is(i, MARKS.or)) return NONE;
    i = this.amountAt(i + 1);
    if (i === NONE) return NONE;
    const amount = this.amounts[i] as Amount;
    return amount.per !== undefined || (isPercent(amount) && is(i + 1, MARKS.of)) ? i + 1 : NONE;
  }

  /** ", including $12bn owed to banks": what is in the part before it. */
  private isNested(at: number): boolean {
    const phrase = this.phraseAt(this.rules.nested, at);
    return phrase !== undefined && this.amountAt(at + phrase.length) !== NONE;
  }

  /** A figure, then more of its kind, parted by commas and "and"; as many as there are, or as let the rest follow. */
  private list(step: Step, start: number, read: Read | undefined, sign: 1 | -1 | 0, way: number): boolean {
    let last = read;
    const list: List = { first: NONE, led: 0, closed: false };
    let next = this.next(start, LEAD, list);
    for (let n = 0; n < MOST && next !== NONE; n++) {
      if (next === NESTED) return false;
      const more = this.withFigure(step.element.role, next, last);
      if (more === undefined) break;
      last = more;
      next = this.next(more.behind, BETWEEN, list);
    }
    for (let one = last; one !== undefined && one !== read; one = one.before)
      if (this.behind(step, one.behind, one, sign, way)) return true;
    return false;
  }

  /** The item of the next figure of a list; `NESTED` where there is no telling whether what follows is of it. */
  private next(start: number, reach: number, list: List): number {
    const { rules } = this;
    const first = list.first === NONE;
    let parted = first;
    let joined = false;
    let last = start + reach;
    // Behind "and" and the last part a list is whole.
    const ended = list.closed ? NONE : NESTED;
    for (let at = start; at <= last && at < this.length; at++) {
      const id = this.ids[at] as number;
      const marks = rules.marks[id] as number;
      if (marks & MARKS.listEnd && this.phraseAt(rules.listEnds, at) !== undefined) return NONE;
      if (marks & MARKS.nested && !first && this.isNested(at)) return NESTED;
      // "$65m in cash, were funded by deposits of $9m": the list was within a sentence, which goes on.
      if (marks & MARKS.goesOn && !first && (rules.marks[this.id(at - 1)] as number) & MARKS.comma)
        return ended;
      if (this.amounts[at] !== undefined) {
        const led = this.ledBy(at);
        if (first) list.led = led;
        // "to $12bn and $9bn" goes on to what was reached, "from Japan $12bn, from Korea $9bn" does not.
        else if (led !== 0 && led !== list.led) return NONE;
        // "$12bn of cars, $9bn of which went abroad, and": what is within a part is passed over.
        const within = first || this.isWithin(list.first) ? undefined : this.phraseAt(rules.within, at + 1);
        if (within === undefined) {
          if (!parted) return NONE;
          if (first) list.first = at;
          list.closed ||= joined;
          return at;
        }
        at += within.length;
        continue;
      }
      // "; and $8bn to Spain", but not "; a year earlier the shareholders had a loss of $8bn".
      if (id === rules.semicolon) last = Math.min(last, at + BEHIND_SEMICOLON);
      if (last < start + reach && this.line.period(at) !== undefined) return ended;
      if (marks & MARKS.join) {
        parted = true;
        joined ||= (marks & MARKS.comma) === 0 && id !== rules.semicolon;
      } else if (id === rules.open) {
        const behind = this.behindAside(at);
        if (behind === NONE) return NONE;
        at = behind - 1;
      } else if (marks & MARKS.stop) return NONE;
    }
    return NONE;
  }

  /** The word that leads to the figure at item `at` and may end a list before it: "to the $12bn"; 0 for none. */
  private ledBy(at: number): number {
    for (let i = at - 1; i >= at - ENDING; i--) {
      const id = this.id(i);
      if (((this.rules.marks[id] as number) & MARKS.end) !== 0) return id;
    }
    return 0;
  }

  /** Whether the figure at item `at` is said to be part of the one before it: "$9bn of which". */
  private isWithin(at: number): boolean {
    return this.phraseAt(this.rules.within, at + 1) !== undefined;
  }
}

/** A list of figures under way: its first item, the word that ends lists and stands before it, and whether "and" closed it. */
interface List {
  first: number;
  led: number;
  closed: boolean;
}

/** Roles whose figures are of one unit: what changed, and what it was and became; a total and its parts. */
function isMeasure(role: RoleName): boolean {
  return role !== "RATE" && role !== "POINTS" && role !== "SHARE" && role !== "CONVERTED" && role !== "TIMES";
}

const isPercent = ({ kind }: Amount) => kind === "percent" || kind === "fraction";
/** Points of a percentage, or what is counted in the words of a language for them. */
const arePoints = ({ kind, of }: Amount, words: ReadonlySet<string>) =>
  kind === "percentage-point" || kind === "basis-point" || (kind === "count" && words.has(of ?? ""));
const isAmount = ({ kind }: Amount) => kind === "money" || kind === "count";

/** What a figure in points asks of the others. */
function othersOf(role: RoleName, { kind }: Amount): Read["others"] | undefined {
  if (role === "POINTS") return "percentages";
  return role === "RATE" && kind === "percentage-point" ? "amounts" : undefined;
}

function fits(
  role: RoleName,
  amount: Amount,
  read: Read | undefined,
  { only, mixed, mean }: RelationRule,
): boolean {
  if (amount.parts.high !== undefined) return false;
  const { kind } = amount;
  // "Sales rose 15 percentage points to $46m": a slip for percent, which is for the checker to say.
  if (role === "RATE")
    return (
      isPercent(amount) ||
      (kind === "percentage-point" && only !== "percent" && (read?.unit === undefined || isAmount(read.unit)))
    );
  // "+12%" is a growth.
  if (role === "SHARE") return isPercent(amount) && !/^[+\uff0b\u2212-]/.test(amount.text);
  if (role === "TIMES") return kind === "multiple";
  if (role === "CONVERTED" || role === "AMOUNT") return kind === "money";
  if (role === "INC") return isAmount(amount) && alike(amount, read?.unit);
  if (!isAmount(amount) && kind !== "percent" && kind !== "basis-point") return false;
  if (only !== undefined && (kind === "percent") !== (only === "percent")) return false;
  // A whole in another money than its part may be a slip, which is for the checker to say.
  if (role === "WHOLE" && kind === "money") return read?.unit === undefined || read.unit.kind === "money";
  if (read?.others === "amounts" && !isAmount(amount)) return false;
  return read?.others === "percentages"
    ? kind === "percent"
    : mean
      ? ofOneKind(amount, read?.unit)
      : alike(amount, read?.unit, mixed);
}

/** A mean of a month and the total of a year: they are for different times. */
function ofOneKind(a: Amount, b: Amount | undefined): boolean {
  return (
    b === undefined || (isAmount(a) && a.kind === b.kind && a.currency === b.currency && sameNoun(a.of, b.of))
  );
}

/** Whether two amounts are of one unit, as far as they say; counts of different things are not. */
function alike(a: Amount, b: Amount | undefined, mixed = false): boolean {
  if (b === undefined) return true;
  if (a.kind !== b.kind || a.currency !== b.currency) return false;
  // "$672 million, or $0.74 per share": of the whole and of one are two things.
  return (mixed || sameNoun(a.of, b.of)) && sameNoun(a.per, b.per) && (a.per === b.per || ofOneSize(a, b));
}

/** "from $20 to $25 a barrel": what only one of two amounts is said to be for one of; both are written in one scale. */
function ofOneSize(a: Amount, b: Amount): boolean {
  return a.kind === "count" || a.parts.low.exponent === b.parts.low.exponent;
}
