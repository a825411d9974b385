import { FigureError } from "../../errors.js";
import type { RelationRule, RuleLanguage } from "../../language/rule.js";

/** The role of a figure in a pattern. */
export type RoleName =
  | "INC"
  | "RATE"
  | "POINTS"
  | "LEVEL"
  | "BASE"
  | "TOTAL"
  | "PART"
  | "LESS"
  | "SHARE"
  | "WHOLE"
  | "AMOUNT"
  | "CONVERTED"
  | "TIMES";

/** A pattern's element; words are numbers, so that a set of them is a table. */
export type Element =
  | { readonly kind: "word"; readonly has: Uint8Array; readonly optional: boolean; readonly need: number }
  | {
      readonly kind: "class";
      readonly name: string;
      readonly phrases: readonly Int32Array[];
      /** The first words of the phrases. */
      readonly starts: Uint8Array;
      readonly need: number;
      readonly optional: boolean;
    }
  | {
      readonly kind: "change";
      readonly of: "verbs" | "nouns" | "more";
      readonly need: number;
      readonly optional: boolean;
    }
  | { readonly kind: "period"; readonly optional: boolean }
  | { readonly kind: "figure"; readonly role: RoleName; readonly list: boolean }
  | { readonly kind: "not"; readonly has: Uint8Array }
  | { readonly kind: "gap"; readonly most: number; readonly commas: boolean; readonly any: boolean };

export interface Compiled {
  readonly rule: RelationRule;
  readonly elements: readonly Element[];
  readonly first: Element;
  /** What a line must have: words of each of these sets, and so many figures, amounts and percentages. */
  readonly needs: readonly number[];
  readonly figures: number;
  readonly amounts: number;
  readonly percents: number;
}

/** What a word is, as bits of one number. */
export const UP = { verbs: 1, nouns: 2, more: 4 } as const;
export const DOWN = { verbs: 8, nouns: 16, more: 32 } as const;
export const MARKS = {
  soft: 64,
  stop: 128,
  join: 256,
  comma: 512,
  or: 1024,
  of: 2048,
  listEnd: 4096,
} as const;

/** The end of a sentence within a passage; and how far "…" goes at most. */
export const BOUNDARY = "//";
const REST_OF_SENTENCE = 40;

const ROLES = new Set<string>(
  "INC RATE POINTS LEVEL BASE TOTAL PART LESS SHARE WHOLE AMOUNT CONVERTED TIMES".split(" "),
);
const CHANGES = { VERB: "verbs", NOUN: "nouns", MORE: "more" } as const;
const LISTS: Readonly<Record<string, RoleName>> = {
  PARTS: "PART",
  LESSES: "LESS",
  LEVELS: "LEVEL",
  BASES: "BASE",
  INCS: "INC",
  RATES: "RATE",
};

/** The compiled rules of a language. */
export interface CompiledRules {
  readonly language: RuleLanguage;
  readonly all: readonly Compiled[];
  /** So many figures a sentence has at least that a rule reads. */
  readonly fewest: number;
  /** The number of every word that a pattern or a list of the language has; 0 is no word, `unknown` any other. */
  readonly ids: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly per: number;
  readonly open: number;
  readonly boundary: number;
  readonly close: number;
  /** What each word is. */
  readonly marks: Uint16Array;
  /** How many sets of words patterns need, and to which of them each word belongs. */
  readonly needs: number;
  /** The patterns that can be read without some need, and with at most so many figures, amounts and percentages. */
  readonly without: readonly PatternSet[];
  readonly figures: readonly PatternSet[];
  readonly amounts: readonly PatternSet[];
  readonly percents: readonly PatternSet[];
  /** The patterns that begin with a word, by its number, and those that begin with a figure. */
  readonly beginWith: readonly (PatternSet | undefined)[];
  readonly beginWithFigure: PatternSet;
  readonly needsOf: readonly (readonly number[] | undefined)[];
  /** The phrases that a list of figures ends before: what is taken off, and what leads to the total. */
  readonly listEnds: readonly Int32Array[];
}

/** A set of patterns, a bit for each in their order, so that sets of them meet in a few steps. */
export type PatternSet = Int32Array;

/** So many figures of a line are told apart; no pattern asks for more. */
export const MOST_COUNTED = 15;

const known = new WeakMap<RuleLanguage, CompiledRules>();

/** The compiled rules of a language; made once. */
export function compiledRules(language: RuleLanguage): CompiledRules {
  const found = known.get(language) ?? new Compiler(language).compiled();
  known.set(language, found);
  return found;
}

class Compiler {
  private readonly ids = new Map<string, number>();
  private readonly sets = new Map<string, number>();
  private readonly needsOf: number[][] = [];
  private readonly size: number;

  constructor(private readonly language: RuleLanguage) {
    for (const word of wordsOf(language)) if (!this.ids.has(word)) this.ids.set(word, this.ids.size + 1);
    this.size = this.ids.size + 2;
  }

  compiled(): CompiledRules {
    const { language, ids, size } = this;
    const all = language.rules.flatMap((rule) => rule.patterns.map((pattern) => this.pattern(rule, pattern)));
    const { OFFSET = [], TOGETHER = [] } = language.classes;
    const listEnds = [...OFFSET, ...TOGETHER];
    const marks = new Uint16Array(size);
    const mark = (words: Iterable<string>, bit: number) => {
      for (const word of words) {
        const id = ids.get(word) as number;
        marks[id] = (marks[id] as number) | bit;
      }
    };
    for (const of of ["verbs", "nouns", "more"] as const) {
      mark(language.up[of], UP[of]);
      mark(language.down[of], DOWN[of]);
    }
    mark(language.soft, MARKS.soft);
    mark(language.stops, MARKS.stop);
    mark([BOUNDARY], MARKS.stop);
    mark(language.joins, MARKS.join);
    mark(language.or, MARKS.or);
    mark(language.of, MARKS.of);
    mark([","], MARKS.comma);
    mark(
      listEnds.map(([word]) => word as string),
      MARKS.listEnd,
    );
    return {
      language,
      all,
      fewest: Math.min(...all.map(({ figures }) => figures)),
      ids,
      unknown: size - 1,
      per: ids.get("per") as number,
      open: ids.get("(") as number,
      boundary: ids.get(BOUNDARY) as number,
      close: ids.get(")") as number,
      marks,
      needs: this.sets.size,
      without: Array.from({ length: this.sets.size }, (_, need) =>
        chosen(all, (one) => !one.needs.includes(need)),
      ),
      figures: upTo((most) => chosen(all, (one) => one.figures <= most)),
      amounts: upTo((most) => chosen(all, (one) => one.amounts <= most)),
      percents: upTo((most) => chosen(all, (one) => one.percents <= most)),
      beginWith: Array.from({ length: size }, (_, id) => {
        const begun = all.filter(({ first }) => id > 0 && mayBegin(first, id, marks));
        return begun.length === 0 ? undefined : chosen(all, (one) => begun.includes(one));
      }),
      beginWithFigure: chosen(all, ({ first }) => first.kind === "figure"),
      needsOf: this.needsOf,
      listEnds: listEnds.map((phrase) => this.phrase(phrase)),
    };
  }

  private pattern(rule: RelationRule, pattern: string): Compiled {
    const elements = pattern.split(" ").map((text) => this.element(text, rule.name));
    const [first] = elements;
    const begins =
      first !== undefined &&
      first.kind !== "gap" &&
      first.kind !== "not" &&
      first.kind !== "period" &&
      !("optional" in first && first.optional);
    if (!begins)
      throw new FigureError(
        "bad-option",
        `rule ${rule.name}: the pattern "${pattern}" has to begin with a word or a figure`,
      );
    const roles = elements.flatMap((one) => (one.kind === "figure" ? [one.role] : []));
    const count = (all: readonly RoleName[]) => roles.filter((role) => all.includes(role)).length;
    return {
      rule,
      elements,
      first,
      needs: [...new Set(elements.flatMap((one) => ("need" in one && one.need >= 0 ? [one.need] : [])))],
      figures: roles.length,
      amounts: rule.only === "amount" ? roles.length - count(["RATE", "POINTS", "SHARE"]) : count(["INC"]),
      percents: count(["RATE", "SHARE"]),
    };
  }

  private element(text: string, rule: string): Element {
    const gap = /^~(\d+)(,?)$/.exec(text);
    if (gap) return { kind: "gap", most: Number(gap[1]), commas: gap[2] === ",", any: false };
    if (text === "…") return { kind: "gap", most: REST_OF_SENTENCE, commas: true, any: true };
    const optional = text.endsWith("?");
    const name = optional ? text.slice(0, -1) : text;
    const needed = (words: readonly string[]) => (optional ? -1 : this.need(name, words));
    if (name in CHANGES) {
      const of = CHANGES[name as keyof typeof CHANGES];
      const { up, down } = this.language;
      return { kind: "change", of, need: needed([...up[of], ...down[of]]), optional };
    }
    if (name === "PERIOD") return { kind: "period", optional };
    if (ROLES.has(text)) return { kind: "figure", role: text as RoleName, list: false };
    const list = LISTS[text];
    if (list !== undefined) return { kind: "figure", role: list, list: true };
    const phrases = this.language.classes[name];
    if (phrases) {
      const firsts = phrases.map(([word]) => word as string);
      return {
        kind: "class",
        name,
        optional,
        // The longest first: "compared with" before "compared".
        phrases: [...phrases].sort((a, b) => b.length - a.length).map((phrase) => this.phrase(phrase)),
        starts: this.table(firsts),
        need: needed(firsts),
      };
    }
    if (/^[A-Z]/.test(text))
      throw new FigureError(
        "bad-option",
        `rule ${rule}: "${text}" is neither a role nor a class of the language: ${Object.keys(this.language.classes).join(", ") || "it has none"}`,
      );
    const { words, not } = wordsIn(text);
    if (not) return { kind: "not", has: this.table(words) };
    return {
      kind: "word",
      has: this.table(words),
      optional: text.length > 1 && optional,
      need: text.length > 1 && optional ? -1 : this.need(text, words),
    };
  }

  private phrase(words: readonly string[]): Int32Array {
    return Int32Array.from(words, (word) => this.ids.get(word) as number);
  }

  private table(words: readonly string[]): Uint8Array {
    const table = new Uint8Array(this.size);
    for (const word of words) table[this.ids.get(word) as number] = 1;
    return table;
  }

  /** The number of a set of words that a line must have one of. */
  private need(name: string, words: readonly string[]): number {
    const found = this.sets.get(name);
    if (found !== undefined) return found;
    const need = this.sets.size;
    this.sets.set(name, need);
    for (const word of words) {
      const id = this.ids.get(word) as number;
      this.needsOf[id] ??= [];
      this.needsOf[id]?.push(need);
    }
    return need;
  }
}

/** Whether a pattern's first element may be the word of that number. */
function mayBegin(first: Element, id: number, marks: Uint16Array): boolean {
  if (first.kind === "change") return ((marks[id] as number) & (UP[first.of] | DOWN[first.of])) !== 0;
  return first.kind === "word" ? first.has[id] === 1 : first.kind === "class" && first.starts[id] === 1;
}

function chosen(all: readonly Compiled[], by: (one: Compiled) => boolean): PatternSet {
  const set = new Int32Array(Math.ceil(all.length / 32));
  for (const [i, one] of all.entries()) if (by(one)) set[i >> 5] = (set[i >> 5] as number) | (1 << (i & 31));
  return set;
}

const upTo = (make: (most: number) => PatternSet): PatternSet[] =>
  Array.from({ length: MOST_COUNTED + 1 }, (_, most) => make(most));

function wordsIn(text: string): { readonly words: string[]; readonly not: boolean } {
  const not = text.startsWith("!") && text.length > 1;
  const optional = text.endsWith("?") && text.length > 1;
  return { words: text.slice(not ? 1 : 0, optional ? -1 : undefined).split("|"), not };
}

/** Every word that the rules of a language go by. */
function* wordsOf({ rules, classes, up, down, soft, stops, joins, or, of }: RuleLanguage): Generator<string> {
  yield* ["per", "(", ")", ",", BOUNDARY];
  for (const rule of rules)
    for (const pattern of rule.patterns)
      for (const text of pattern.split(" ")) if (!/^[A-Z~…]/.test(text)) yield* wordsIn(text).words;
  for (const phrases of Object.values(classes)) for (const phrase of phrases) yield* phrase;
  for (const way of [up, down]) {
    yield* way.verbs;
    yield* way.nouns;
    yield* way.more;
  }
  for (const words of [soft, stops, joins, or, of]) yield* words;
}
