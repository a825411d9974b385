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

interface State {
  readonly at: number;
  readonly figures: ReadonlyMap<RoleName, readonly Amount[]>;
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
  private only: "percent" | "amount" | undefined;

  constructor(
    private readonly line: Line,
    private readonly rules: CompiledRules,
  ) {}

  /** The pattern from item `i` on, or undefined. */
  match(compiled: Compiled, i: number): Match | undefined {
    this.only = compiled.rule.only;
    const start: State = { at: i, figures: new Map(), sign: compiled.rule.sign ?? 0, unit: undefined };
    const end = this.from(compiled.elements, 0, start);
    if (end === undefined) return undefined;
    return { compiled, from: i, to: end.at - 1, figures: end.figures, sign: end.sign };
  }

  private from(elements: readonly Element[], k: number, state: State): State | undefined {
    const element = elements[k];
    if (element === undefined) return state;
    for (const next of this.steps(element, state)) {
      const end = this.from(elements, k + 1, next);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  private *steps(element: Element, state: State): Generator<State> {
    const { at } = state;
    switch (element.kind) {
      case "word":
        if (element.words.has(this.line.word(at))) yield { ...state, at: at + 1 };
        if (element.optional) yield state;
        return;
      case "class":
        yield* this.ofClass(element, state);
        return;
      case "change": {
        const sign = this.signOf(element.of, this.line.word(at));
        if (sign !== 0) yield { ...state, at: at + 1, sign };
        return;
      }
      case "gap":
        for (let n = 0; n <= element.most; n++) {
          yield { ...state, at: at + n };
          if (!this.passes(at + n, element.commas)) return;
        }
        return;
      case "figure":
        yield* element.list ? this.list(element.role, state) : this.figure(element.role, state);
    }
  }

  private *ofClass(element: Element & { kind: "class" }, state: State): Generator<State> {
    // What is taken off stands behind the last part and what it is of.
    const lead = element.name === "OFFSET" ? BETWEEN : 0;
    for (let n = 0; n <= lead; n++) {
      const at = state.at + n;
      for (const phrase of element.phrases) {
        if (!this.line.says(at, ...phrase)) continue;
        const sign = element.name === "COMPARED" ? this.signOf("verbs", phrase[0] as string) : 0;
        yield { ...state, at: at + phrase.length, sign: state.sign === 0 ? sign : state.sign };
        break;
      }
      if (!this.passes(at, true)) return;
    }
  }

  private signOf(of: "verbs" | "nouns" | "more", word: string): 1 | -1 | 0 {
    const { up, down } = this.rules.language;
    return up[of].has(word) ? 1 : down[of].has(word) ? -1 : 0;
  }

  /** Whether a gap may pass over item `i`. */
  private passes(i: number, commas: boolean): boolean {
    const item = this.line.items[i];
    if (item === undefined) return false;
    if (item.amount !== undefined) return false;
    if (item.word === ",") return commas;
    return !this.rules.language.stops.has(item.word);
  }

  private *figure(role: RoleName, state: State): Generator<State> {
    let at = state.at;
    for (let n = 0; n < SOFT && this.rules.language.soft.has(this.line.word(at)); n++) at++;
    const amount = this.line.amount(at);
    if (amount === undefined || !fits(role, amount, state, this.only)) return;
    const figures = new Map(state.figures).set(role, [...(state.figures.get(role) ?? []), amount]);
    const unit = isMeasure(role) ? (state.unit ?? amount) : state.unit;
    const behind = this.behindUnit(at + 1);
    // An aside is passed over where the pattern goes on behind it.
    const aside = this.behindAside(behind);
    yield { ...state, at: behind, figures, unit };
    if (aside !== undefined) yield { ...state, at: aside, figures, unit };
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

  /** A figure, then more of its kind, parted by commas and "and"; as many as there are. */
  private *list(role: RoleName, state: State): Generator<State> {
    let now = this.next(role, state, LEAD);
    if (now === undefined) return;
    for (let n = 1; n < MOST; n++) {
      const more = this.next(role, now, BETWEEN);
      if (more === undefined) break;
      now = more;
    }
    yield now;
  }

  private next(role: RoleName, state: State, reach: number): State | undefined {
    const { OFFSET = [], TOGETHER = [] } = this.rules.language.classes;
    const ends = [...OFFSET, ...TOGETHER];
    const first = !state.figures.has(role);
    let parted = first;
    for (let at = state.at; at <= state.at + reach; at++) {
      const item = this.line.items[at];
      if (item === undefined || ends.some((phrase) => this.line.says(at, ...phrase))) return undefined;
      if (item.amount !== undefined) {
        if (!parted || !fits(role, item.amount, state, this.only)) return undefined;
        return this.figure(role, { ...state, at }).next().value ?? undefined;
      }
      if (this.rules.language.joins.has(item.word)) parted = true;
      else if (item.word === "(") {
        const behind = this.behindAside(at);
        if (behind === undefined) return undefined;
        at = behind - 1;
      } else if (this.rules.language.stops.has(item.word)) return undefined;
    }
    return undefined;
  }
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
  return state.figures.has("POINTS") ? kind === "percent" : alike(amount, state.unit);
}

/** Whether two amounts are of one unit, as far as they say; counts of different things are not. */
function alike(a: Amount, b: Amount | undefined): boolean {
  if (b === undefined) return true;
  if (a.kind !== b.kind || a.currency !== b.currency) return false;
  const same = (x: string | undefined, y: string | undefined) =>
    x === undefined || y === undefined || x.replace(/s$/, "") === y.replace(/s$/, "");
  // "$672 million, or $0.74 per share": of the whole and of one are two things.
  return same(a.of, b.of) && (a.kind === "count" ? same(a.per, b.per) : a.per === b.per);
}
