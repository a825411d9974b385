import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";
import type { Compiled, CompiledRules, Element, RoleName } from "./pattern.js";

/** A rule that read a stretch of a sentence: its figures by role, and which way the change goes. */
export interface Match {
  readonly compiled: Compiled;
  /** Items of the line, the last one included. */
  readonly from: number;
  readonly to: number;
  readonly figures: ReadonlyMap<RoleName, readonly Amount[]>;
  readonly sign: 1 | -1 | 0;
}

/** The figures that a pattern has read so far, the last one first: branches of a match share what is before them. */
interface Read {
  readonly role: RoleName;
  readonly amount: Amount;
  readonly before: Read | undefined;
}

/** How far a match has come: the item that is next, the figures, which way the change goes, the unit of the amounts. */
interface State {
  readonly at: number;
  readonly read: Read | undefined;
  readonly sign: 1 | -1 | 0;
  readonly unit: Amount | undefined;
}

/** An aside in brackets is at most so long. */
const ASIDE = 12;
/** Words between two parts of a list, and before its first. */
const BETWEEN = 14;
const LEAD = 8;
const SOFT = 4;
/** More parts than a sentence has. */
const MOST = 12;

const AMOUNTS = new Set<string>(["money", "count"]);
const PERCENTS = new Set<string>(["percent", "fraction"]);
const POINTS = new Set<string>(["percentage-point", "basis-point"]);

/** Tries patterns from one item of a line on. */
export class Matcher {
  private elements: readonly Element[] = [];
  private only: "percent" | "amount" | undefined;

  constructor(
    private readonly line: Line,
    private readonly rules: CompiledRules,
  ) {}

  /** The pattern from item `i` on, or undefined. */
  match(compiled: Compiled, i: number): Match | undefined {
    this.elements = compiled.elements;
    this.only = compiled.rule.only;
    const end = this.from(0, { at: i, read: undefined, sign: compiled.rule.sign ?? 0, unit: undefined });
    if (end === undefined) return undefined;
    return { compiled, from: i, to: end.at - 1, figures: byRole(end.read), sign: end.sign };
  }

  /** The rest of the pattern, from its element `k` on: the first way through, or undefined. */
  private from(k: number, state: State): State | undefined {
    const element = this.elements[k];
    if (element === undefined) return state;
    const { at } = state;
    switch (element.kind) {
      case "word": {
        const found = element.words.has(this.line.word(at))
          ? this.from(k + 1, { ...state, at: at + 1 })
          : undefined;
        return found ?? (element.optional ? this.from(k + 1, state) : undefined);
      }
      case "class":
        return this.ofClass(element, k, state);
      case "change": {
        const sign = this.signOf(element.of, this.line.word(at));
        return sign === 0 ? undefined : this.from(k + 1, { ...state, at: at + 1, sign });
      }
      case "not":
        return element.words.has(this.line.word(at)) ? undefined : this.from(k + 1, state);
      case "gap":
        for (let n = 0; n <= element.most; n++) {
          // Most places of a gap cannot begin what follows it: nothing is made for those.
          const found = this.mayBegin(k + 1, at + n) ? this.from(k + 1, { ...state, at: at + n }) : undefined;
          if (found !== undefined) return found;
          if (!this.passes(at + n, element.commas)) return undefined;
        }
        return undefined;
      case "figure":
        return element.list ? this.list(element.role, k, state) : this.figure(element.role, k, state);
    }
  }

  /** Whether element `k` may begin at item `at`; false only where it certainly does not. */
  private mayBegin(k: number, at: number): boolean {
    const element = this.elements[k];
    switch (element?.kind) {
      case "word":
        return element.optional || element.words.has(this.line.word(at));
      case "class":
        return element.name === "OFFSET" || element.starts.has(this.line.word(at));
      case "change":
        return this.signOf(element.of, this.line.word(at)) !== 0;
      case "figure":
        return element.list || this.amountAt(at) >= 0;
      default:
        return true;
    }
  }

  private ofClass(element: Element & { kind: "class" }, k: number, state: State): State | undefined {
    // What is taken off stands behind the last part and what it is of.
    const lead = element.name === "OFFSET" ? BETWEEN : 0;
    for (let n = 0; n <= lead; n++) {
      const at = state.at + n;
      const phrase = element.starts.has(this.line.word(at)) ? this.phraseAt(element.phrases, at) : undefined;
      if (phrase !== undefined) {
        const way =
          element.name === "COMPARED" && state.sign === 0
            ? this.signOf("verbs", phrase[0] as string)
            : state.sign;
        const found = this.from(k + 1, { ...state, at: at + phrase.length, sign: way });
        if (found !== undefined) return found;
      }
      if (!this.passes(at, true)) return undefined;
    }
    return undefined;
  }

  private phraseAt(phrases: readonly (readonly string[])[], at: number): readonly string[] | undefined {
    return phrases.find((phrase) => phrase.every((word, i) => this.line.word(at + i) === word));
  }

  private signOf(of: "verbs" | "nouns" | "more", word: string): 1 | -1 | 0 {
    const { up, down } = this.rules.language;
    return up[of].has(word) ? 1 : down[of].has(word) ? -1 : 0;
  }

  /** Whether a gap may pass over item `i`. */
  private passes(i: number, commas: boolean): boolean {
    const item = this.line.items[i];
    if (item === undefined || item.amount !== undefined) return false;
    return item.word === "," ? commas : !this.rules.language.stops.has(item.word);
  }

  /** The item of the amount that stands at `at`, soft words before it passed over; −1 where there is none. */
  private amountAt(at: number): number {
    let i = at;
    for (let n = 0; n < SOFT && this.rules.language.soft.has(this.line.word(i)); n++) i++;
    return this.line.amount(i) === undefined ? -1 : i;
  }

  /** The state behind a figure in that role, or undefined. */
  private behindFigure(role: RoleName, state: State): State | undefined {
    const at = this.amountAt(state.at);
    const amount = this.line.amount(at);
    if (amount === undefined) return undefined;
    const points =
      role === "POINTS" && amount.kind === "count" && this.rules.language.points.has(amount.of ?? "");
    if (!points && !fits(role, amount, state, this.only)) return undefined;
    return {
      at: this.behindUnit(at + 1),
      read: { role, amount, before: state.read },
      sign: state.sign,
      unit: isMeasure(role) ? (state.unit ?? amount) : state.unit,
    };
  }

  private figure(role: RoleName, k: number, state: State): State | undefined {
    const behind = this.behindFigure(role, state);
    if (behind === undefined) return undefined;
    const found = this.from(k + 1, behind);
    if (found !== undefined) return found;
    // An aside is passed over where the pattern goes on behind it.
    const aside =
      this.behindAside(behind.at) ??
      (role === "LEVEL" || role === "BASE" ? this.behindOr(behind.at) : undefined);
    return aside === undefined ? undefined : this.from(k + 1, { ...behind, at: aside });
  }

  /** "$1.397 per dozen": what the amount is for one of. */
  private behindUnit(at: number): number {
    return this.line.word(at) === "per" && this.line.word(at + 1) !== "" ? at + 2 : at;
  }

  private behindAside(at: number): number | undefined {
    if (this.line.word(at) !== "(") return undefined;
    for (let i = at + 1; i <= at + ASIDE; i++) if (this.line.word(i) === ")") return i + 1;
    return undefined;
  }

  /** ", or 3.9% of sales", "or $0.84 a share": what else the figure is. */
  private behindOr(at: number): number | undefined {
    const { or, of } = this.rules.language;
    // "$672 million in Q4 2019, or $0.74 per share"
    let i = at;
    while (i - at < 4 && this.line.word(i) !== "," && !or.has(this.line.word(i)) && this.passes(i, false))
      i++;
    if (this.line.word(i) === ",") i++;
    if (!or.has(this.line.word(i))) return undefined;
    i = this.amountAt(i + 1);
    const amount = this.line.amount(i);
    if (amount === undefined) return undefined;
    return amount.per !== undefined || (PERCENTS.has(amount.kind) && of.has(this.line.word(i + 1)))
      ? i + 1
      : undefined;
  }

  /** A figure, then more of its kind, parted by commas and "and"; as many as there are, or as let the rest follow. */
  private list(role: RoleName, k: number, state: State): State | undefined {
    const first = this.next(role, state, LEAD, true);
    if (first === undefined) return undefined;
    const all = [first];
    while (all.length < MOST) {
      const more = this.next(role, all.at(-1) as State, BETWEEN, false);
      if (more === undefined) break;
      all.push(more);
    }
    for (const end of all.reverse()) {
      const found = this.from(k + 1, end);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private next(role: RoleName, state: State, reach: number, first: boolean): State | undefined {
    const { joins, stops } = this.rules.language;
    let parted = first;
    for (let at = state.at; at <= state.at + reach; at++) {
      const item = this.line.items[at];
      if (item === undefined || this.phraseAt(this.rules.listEnds, at) !== undefined) return undefined;
      if (item.amount !== undefined) return parted ? this.behindFigure(role, { ...state, at }) : undefined;
      if (joins.has(item.word)) parted = true;
      else if (item.word === "(") {
        const behind = this.behindAside(at);
        if (behind === undefined) return undefined;
        at = behind - 1;
      } else if (stops.has(item.word)) return undefined;
    }
    return undefined;
  }
}

/** The figures of a match by role, in the order in which they were read. */
function byRole(last: Read | undefined): Map<RoleName, Amount[]> {
  const figures = new Map<RoleName, Amount[]>();
  for (let one = last; one !== undefined; one = one.before) {
    const known = figures.get(one.role);
    if (known === undefined) figures.set(one.role, [one.amount]);
    else known.unshift(one.amount);
  }
  return figures;
}

/** Roles whose figures are of one unit: what changed, and what it was and became; a total and its parts. */
function isMeasure(role: RoleName): boolean {
  return role !== "RATE" && role !== "POINTS" && role !== "SHARE" && role !== "CONVERTED";
}

function fits(role: RoleName, amount: Amount, state: State, only?: "percent" | "amount"): boolean {
  if (amount.parts.high !== undefined) return false;
  const { kind } = amount;
  if (role === "RATE" || role === "SHARE") return PERCENTS.has(kind);
  if (role === "POINTS") return POINTS.has(kind);
  if (role === "CONVERTED" || role === "AMOUNT") return kind === "money";
  if (role === "INC") return AMOUNTS.has(kind) && alike(amount, state.unit);
  if (!AMOUNTS.has(kind) && kind !== "percent") return false;
  if (only !== undefined && (kind === "percent") !== (only === "percent")) return false;
  return hasPoints(state.read) ? kind === "percent" : alike(amount, state.unit);
}

function hasPoints(read: Read | undefined): boolean {
  return read !== undefined && (read.role === "POINTS" || hasPoints(read.before));
}

/** Whether two amounts are of one unit, as far as they say; counts of different things are not. */
function alike(a: Amount, b: Amount | undefined): boolean {
  if (b === undefined) return true;
  if (a.kind !== b.kind || a.currency !== b.currency) return false;
  const same = (x: string | undefined, y: string | undefined) =>
    x === undefined || y === undefined || x.replace(/s$/, "") === y.replace(/s$/, "");
  // "$672 million, or $0.74 per share": of the whole and of one are two things.
  return same(a.of, b.of) && same(a.per, b.per) && (a.per === b.per || ofOneSize(a, b));
}

/** "from $20 to $25 a barrel": what only one of two amounts is said to be for one of; both are written in one scale. */
function ofOneSize(a: Amount, b: Amount): boolean {
  return a.kind === "count" || a.parts.low.exponent === b.parts.low.exponent;
}
