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

/**
 * A pattern's element. Words are numbers, so that a set of them is a table; all elements are of one shape, whatever they lack,
 * since the matcher goes over them most of its time.
 */
export interface Element {
  readonly kind: "word" | "class" | "change" | "period" | "figure" | "not" | "gap";
  /** By the number of a word: whether it is of a word's set, or begins a phrase of a class; of a change, `UPWARD` or `DOWNWARD`. */
  readonly has: Uint8Array;
  /** Whether it may be left out. */
  readonly optional: boolean;
  /** The set of words that a line must have one of, by its number; −1 for none. */
  readonly need: number;
  /** Of a class: its name and its phrases, the longest first. */
  readonly name: string;
  readonly phrases: readonly Int32Array[];
  readonly role: RoleName;
  /** Of a figure: whether it is the first of several. */
  readonly list: boolean;
  /** Of a gap: how many words it passes over at most, and whether commas are among them. */
  readonly most: number;
  readonly commas: boolean;
  /** Of a gap: whether it passes over all but figures and the end of a sentence. */
  readonly any: boolean;
}

/** Which way a word of change goes. */
export const UPWARD = 1;
export const DOWNWARD = 2;

export interface Compiled {
  readonly rule: RelationRule;
  readonly elements: readonly Element[];
  readonly first: Element;
  /** Its place among all patterns. */
  readonly order: number;
  /** What a line must have: words of each of these sets, the one that fewest patterns need first, and so many figures, amounts and percentages. */
  readonly needs: number[];
  readonly figures: number;
  readonly amounts: number;
  readonly percents: number;
}

/** What a word is, as bits of one number: a verb of a rise or a fall, and what parts or joins figures. */
export const UP = 1;
export const DOWN = 2;
export const MARKS = {
  soft: 4,
  stop: 8,
  join: 16,
  comma: 32,
  or: 64,
  of: 128,
  listEnd: 256,
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
  SHARES: "SHARE",
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
  readonly close: number;
  readonly boundary: number;
  /** What each word is. */
  readonly marks: Uint16Array;
  /** How many sets of words patterns need, and to which of them each word belongs, by its number. */
  readonly needs: number;
  readonly needsOf: readonly (readonly number[] | undefined)[];
  /** The patterns by the first set that they need; and those that need none. */
  readonly led: readonly (readonly Compiled[])[];
  readonly free: readonly Compiled[];
  /** The phrases that a list of figures ends before: what is taken off, and what leads to the total. */
  readonly listEnds: readonly Int32Array[];
}

const known = new WeakMap<RuleLanguage, CompiledRules>();

/** The compiled rules of a language; made once. */
export function compiledRules(language: RuleLanguage): CompiledRules {
  const found = known.get(language) ?? new Compiler(language).compiled();
  known.set(language, found);
  return found;
}

class Compiler {
  private readonly patterns: readonly {
    readonly rule: RelationRule;
    readonly pattern: string;
    readonly texts: readonly string[];
  }[];
  private readonly ids = new Map<string, number>();
  private readonly sets = new Map<string, number>();
  /** What each word of a pattern is; many patterns have it. */
  private readonly elements = new Map<string, Element>();
  /** How many patterns need each set. */
  private readonly uses: number[] = [];
  private readonly needsOf: number[][] = [];
  private readonly size: number;

  constructor(private readonly language: RuleLanguage) {
    this.patterns = language.rules.flatMap((rule) =>
      rule.patterns.map((pattern) => ({ rule, pattern, texts: pattern.split(" ") })),
    );
    const texts = new Set(this.patterns.flatMap((one) => one.texts));
    for (const word of wordsOf(language, texts))
      if (!this.ids.has(word)) this.ids.set(word, this.ids.size + 1);
    this.size = this.ids.size + 2;
  }

  compiled(): CompiledRules {
    const { language, ids, size } = this;
    const all = this.patterns.map(({ rule, pattern, texts }, order) =>
      this.pattern(rule, pattern, texts, order),
    );
    const uses = (need: number) => this.uses[need] as number;
    for (const { needs } of all) needs.sort((a, b) => uses(a) - uses(b));
    const led = this.uses.map((): Compiled[] => []);
    const free: Compiled[] = [];
    for (const one of all) (led[one.needs[0] ?? -1] ?? free).push(one);
    const { OFFSET = [], TOGETHER = [] } = language.classes;
    const listEnds = [...OFFSET, ...TOGETHER];
    const marks = new Uint16Array(size);
    const mark = (words: Iterable<string>, bit: number) => {
      for (const word of words) {
        const id = ids.get(word) as number;
        marks[id] = (marks[id] as number) | bit;
      }
    };
    mark(language.up.verbs, UP);
    mark(language.down.verbs, DOWN);
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
      close: ids.get(")") as number,
      boundary: ids.get(BOUNDARY) as number,
      marks,
      needs: this.sets.size,
      needsOf: this.needsOf,
      led,
      free,
      listEnds: listEnds.map((phrase) => this.phrase(phrase)),
    };
  }

  private pattern(rule: RelationRule, pattern: string, texts: readonly string[], order: number): Compiled {
    const elements = texts.map((text) => {
      const made = this.elements.get(text) ?? this.element(text, rule.name);
      this.elements.set(text, made);
      return made;
    });
    const [first] = elements;
    if (
      first === undefined ||
      first.kind === "gap" ||
      first.kind === "not" ||
      first.kind === "period" ||
      first.optional
    )
      throw new FigureError(
        "bad-option",
        `rule ${rule.name}: the pattern "${pattern}" has to begin with a word or a figure`,
      );
    const needs = new Set<number>();
    let [figures, incs, percents, points] = [0, 0, 0, 0];
    for (const { kind, role, need } of elements) {
      if (need >= 0) needs.add(need);
      if (kind !== "figure") continue;
      figures++;
      if (role === "INC") incs++;
      if (role === "RATE" || role === "SHARE") percents++;
      if (role === "POINTS") points++;
    }
    for (const need of needs) this.uses[need] = (this.uses[need] ?? 0) + 1;
    return {
      rule,
      elements,
      first,
      order,
      needs: [...needs],
      figures,
      amounts: rule.only === "amount" ? figures - percents - points : incs,
      percents,
    };
  }

  private element(text: string, rule: string): Element {
    const gap = /^~(\d+)(,?)$/.exec(text);
    if (gap) return element({ kind: "gap", most: Number(gap[1]), commas: gap[2] === "," });
    if (text === "…") return element({ kind: "gap", most: REST_OF_SENTENCE, commas: true, any: true });
    const optional = text.length > 1 && text.endsWith("?");
    const name = optional ? text.slice(0, -1) : text;
    const need = (words: readonly string[]) => (optional ? -1 : this.need(name, words));
    if (name === "PERIOD") return element({ kind: "period", optional });
    if (name in CHANGES) {
      const of = CHANGES[name as keyof typeof CHANGES];
      const { up, down } = this.language;
      const has = this.table(down[of], DOWNWARD);
      for (const word of up[of]) has[this.ids.get(word) as number] = UPWARD;
      return element({ kind: "change", has, optional, need: need([...up[of], ...down[of]]) });
    }
    if (ROLES.has(text)) return element({ kind: "figure", role: text as RoleName });
    const list = LISTS[text];
    if (list !== undefined) return element({ kind: "figure", role: list, list: true });
    const phrases = this.language.classes[name];
    if (phrases) {
      const firsts = phrases.map(([word]) => word as string);
      return element({
        kind: "class",
        name,
        optional,
        // The longest first: "compared with" before "compared".
        phrases: [...phrases].sort((a, b) => b.length - a.length).map((phrase) => this.phrase(phrase)),
        has: this.table(firsts),
        need: need(firsts),
      });
    }
    if (/^[A-Z]/.test(text))
      throw new FigureError(
        "bad-option",
        `rule ${rule}: "${text}" is neither a role nor a class of the language: ${Object.keys(this.language.classes).join(", ") || "it has none"}`,
      );
    const { words, not } = wordsIn(text);
    const has = this.table(words);
    if (not) return element({ kind: "not", has });
    return element({ kind: "word", has, optional, need: need(words) });
  }

  private phrase(words: readonly string[]): Int32Array {
    return Int32Array.from(words, (word) => this.ids.get(word) as number);
  }

  private table(words: Iterable<string>, as = 1): Uint8Array {
    const table = new Uint8Array(this.size);
    for (const word of words) table[this.ids.get(word) as number] = as;
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

const NO_WORDS = new Uint8Array(0);

/** An element with all its properties, in one order. */
const element = (of: Partial<Element> & Pick<Element, "kind">): Element => ({
  kind: of.kind,
  has: of.has ?? NO_WORDS,
  optional: of.optional ?? false,
  need: of.need ?? -1,
  name: of.name ?? "",
  phrases: of.phrases ?? [],
  role: of.role ?? "AMOUNT",
  list: of.list ?? false,
  most: of.most ?? 0,
  commas: of.commas ?? false,
  any: of.any ?? false,
});

function wordsIn(text: string): { readonly words: string[]; readonly not: boolean } {
  const not = text.startsWith("!") && text.length > 1;
  const optional = text.endsWith("?") && text.length > 1;
  return { words: text.slice(not ? 1 : 0, optional ? -1 : undefined).split("|"), not };
}

/** Every word that the rules of a language go by. @param texts what its patterns are made of, each once */
function* wordsOf(
  { classes, up, down, soft, stops, joins, or, of }: RuleLanguage,
  texts: Iterable<string>,
): Generator<string> {
  yield* ["per", "(", ")", ",", BOUNDARY];
  for (const text of texts) if (!/^[A-Z~…]/.test(text)) yield* wordsIn(text).words;
  for (const phrases of Object.values(classes)) for (const phrase of phrases) yield* phrase;
  for (const way of [up, down]) {
    yield* way.verbs;
    yield* way.nouns;
    yield* way.more;
  }
  for (const words of [soft, stops, joins, or, of]) yield* words;
}
