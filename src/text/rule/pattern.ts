import { FigureError } from "../../errors.js";
import { BEFORE_UNIT, type RelationRule, type RuleLanguage } from "../../language/rule.js";
import { DOWNWARD, type Element, element, type Phrases, type RoleName, UPWARD } from "./element.js";

/**
 * An element of one rule's pattern, and what may follow it. Forms that a pattern names are ways that part and meet again,
 * so that a pattern of a hundred ways is as many steps as it has words.
 */
export interface Step {
  readonly element: Element;
  /** What may come next, in the order of the pattern; none at its end. */
  readonly next: readonly Step[];
  /** How many ways lead from here to the end. */
  readonly ways: number;
  /** What each of them needs: a word or a figure of each of these sets, and so many figures. */
  readonly needs: readonly number[];
  readonly figures: number;
}

/** A step that patterns begin with. */
export interface Start {
  readonly rule: RelationRule;
  readonly step: Step;
  /** The number of its first way among the ways of all patterns. */
  readonly way: number;
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
  /** Directly before a figure that is no further part of a list. */
  end: 512,
  /** Behind a comma, where the sentence goes on. */
  goesOn: 1024,
  /** Begins a phrase before the parts of a part. */
  nested: 2048,
  /** Begins a phrase before a figure that says no more than a soft word does. */
  softPhrase: 4096,
} as const;

/** The first sets that patterns need something of: figures of a kind. Sets of words have the numbers behind them. */
export const KINDS = { amount: 0, money: 1, percent: 2, points: 3, multiple: 4 } as const;

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

/** A part of a pattern: an element, or parts to choose from. */
type Part = Element | readonly (readonly Part[])[];

/** What may be missing, in square brackets; a form that is named; or an element. */
const PART = /\[[^\]]+\]|\S+/g;
const isGroup = (part: string): boolean => part.length > 2 && part.startsWith("[") && part.endsWith("]");
const isForm = (part: string): boolean => /^<[\w-]+>$/.test(part);

/** The compiled rules of a language. */
export interface CompiledRules {
  readonly language: RuleLanguage;
  /** So many figures a sentence has at least that a rule reads. */
  readonly fewest: number;
  /** The number of every word that a pattern or a list of the language has; 0 is no word, `unknown` any other. */
  readonly ids: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly per: number;
  readonly open: number;
  readonly close: number;
  readonly boundary: number;
  readonly semicolon: number;
  /** What each word is. */
  readonly marks: Uint16Array;
  /** How many sets patterns need something of, and to which of them each word belongs, by its number. */
  readonly needs: number;
  readonly needsOf: readonly (readonly number[] | undefined)[];
  /** The patterns by the set that they need and fewest others do; and those that need none. */
  readonly led: readonly (readonly Start[])[];
  readonly free: readonly Start[];
  /** The phrases that a list of figures ends before: what is taken off, and what leads to the total. */
  readonly listEnds: Phrases;
  /** Behind a figure that is part of the one before it: "of which". */
  readonly within: Phrases;
  /** Before the parts of a part: "including". */
  readonly nested: Phrases;
  /** Before a figure: "more than". */
  readonly softPhrases: Phrases;
}

const known = new WeakMap<RuleLanguage, CompiledRules>();

/** The compiled rules of a language; made once. */
export function compiledRules(language: RuleLanguage): CompiledRules {
  const found = known.get(language) ?? new Compiler(language).compiled();
  known.set(language, found);
  return found;
}

/** Elements that a pattern cannot begin with: matches are looked for where a word or a figure stands. */
const NO_STARTS: ReadonlySet<Element["kind"]> = /* @__PURE__ */ new Set([
  "gap",
  "not",
  "period",
  "end",
] as const);

/** All that a rule may say, in one order: rules of one shape are asked for it sooner than rules of thirty. */
const ANY_RULE: { readonly [K in keyof Required<RelationRule>]: undefined } = {
  name: undefined,
  patterns: undefined,
  says: undefined,
  not: undefined,
  only: undefined,
  unlessBefore: undefined,
  unlessBehind: undefined,
  unlessInside: undefined,
  unlessIn: undefined,
  unlessYears: undefined,
  onePeriod: undefined,
  wholeYears: undefined,
  inOrder: undefined,
  years: undefined,
  samePeriod: undefined,
  exhaustive: undefined,
  mixed: undefined,
  largest: undefined,
  ifItHolds: undefined,
  ofGrowth: undefined,
  overlapping: undefined,
  bySize: undefined,
  mean: undefined,
  plainBase: undefined,
  base: undefined,
  sign: undefined,
};

class Compiler {
  private readonly ids = new Map<string, number>();
  /** The sets that patterns need something of; a kind of figure is no word. */
  private readonly sets = new Map<string, number>(
    Object.entries(KINDS).map(([kind, need]) => [`figure ${kind}`, need]),
  );
  /** What each part of a pattern is; many patterns have it. */
  private readonly known = new Map<string, Part>();
  private readonly needsOf: number[][] = [];
  private readonly size: number;

  constructor(private readonly language: RuleLanguage) {
    for (const word of wordsOf(language)) this.ids.set(word, this.ids.size + 1);
    this.size = this.ids.size + 2;
  }

  compiled(): CompiledRules {
    const { language, ids, size } = this;
    const all: Start[] = [];
    let way = 0;
    for (const one of language.rules) {
      const rule = { ...ANY_RULE, ...one } as RelationRule;
      for (const pattern of rule.patterns)
        for (const step of this.starts(rule, pattern)) {
          all.push({ rule, step, way });
          way += step.ways;
        }
    }
    const { OFFSET = [], TOGETHER = [], WITHIN = [], INCLUDING = [] } = language.classes;
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
    mark(language.ends ?? [], MARKS.end);
    for (const words of [language.copulas, language.clauses]) mark(words ?? [], MARKS.goesOn);
    const first = (phrases: readonly (readonly string[])[]) => phrases.map(([word]) => word as string);
    mark(first(listEnds), MARKS.listEnd);
    mark(first(INCLUDING), MARKS.nested);
    const { softPhrases = [] } = language;
    mark(first(softPhrases), MARKS.softPhrase);
    return {
      language,
      fewest: Math.min(...all.map(({ step }) => step.figures)),
      ids,
      unknown: size - 1,
      per: ids.get(BEFORE_UNIT) as number,
      open: ids.get("(") as number,
      close: ids.get(")") as number,
      boundary: ids.get(BOUNDARY) as number,
      semicolon: ids.get(";") as number,
      marks,
      needs: this.sets.size,
      needsOf: this.needsOf,
      ...this.index(all),
      listEnds: this.phrases(listEnds),
      within: this.phrases(WITHIN),
      nested: this.phrases(INCLUDING),
      softPhrases: this.phrases(softPhrases),
    };
  }

  private index(all: readonly Start[]): Pick<CompiledRules, "led" | "free"> {
    const uses = new Uint16Array(this.sets.size);
    for (const { step } of all) for (const need of step.needs) (uses[need] as number)++;
    const led = Array.from(uses, (): Start[] => []);
    const free: Start[] = [];
    // Those of few figures first: a line has room for no more when it has none for one of them.
    for (const one of [...all].sort((a, b) => a.step.figures - b.step.figures)) {
      let rarest = -1;
      for (const need of one.step.needs)
        if (rarest < 0 || (uses[need] as number) < (uses[rarest] as number)) rarest = need;
      (led[rarest] ?? free).push(one);
    }
    return { led, free };
  }

  /** The steps that a pattern may begin with. */
  private starts(rule: RelationRule, pattern: string): readonly Step[] {
    const starts = waysOf(this.parts(pattern, rule.name), [END], rule);
    for (const { element } of starts)
      if (NO_STARTS.has(element.kind) || element.optional)
        throw new FigureError(
          "bad-option",
          `rule ${rule.name}: the pattern "${pattern}" has to begin with a word or a figure`,
        );
    return starts;
  }

  private parts(pattern: string, rule: string): Part[] {
    const parts: Part[] = [];
    for (const text of pattern.match(PART) ?? []) {
      const part = this.known.get(text) ?? this.part(text, rule);
      this.known.set(text, part);
      parts.push(part);
    }
    return parts;
  }

  private part(text: string, rule: string): Part {
    if (isGroup(text)) return [[], this.parts(text.slice(1, -1), rule)];
    if (!isForm(text)) return this.element(text, rule);
    const forms = this.language.forms?.[text.slice(1, -1)];
    if (forms !== undefined) return forms.map((form) => this.parts(form, rule));
    const known = Object.keys(this.language.forms ?? {}).join(", ") || "it has none";
    throw new FigureError("bad-option", `rule ${rule}: ${text} is no form of the language: ${known}`);
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
        phrases: this.phrases([...phrases].sort((a, b) => b.length - a.length)),
        has: this.table(firsts),
        need: need(firsts),
      });
    }
    if (/.[<>[\]]|[<>[\]]./.test(text))
      throw new FigureError(
        "bad-option",
        `rule ${rule}: "${text}" is no element: spaces stand around a form`,
      );
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

  private phrases(all: readonly (readonly string[])[]): Phrases {
    const found = new Map<number, Int32Array[]>();
    for (const words of all) {
      const phrase = Int32Array.from(words, (word) => this.ids.get(word) as number);
      const first = phrase[0] as number;
      const known = found.get(first);
      if (known === undefined) found.set(first, [phrase]);
      else known.push(phrase);
    }
    return found;
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

/** The end of every pattern. */
const END: Step = {
  element: element({ kind: "end" }),
  next: [],
  ways: 1,
  needs: [],
  figures: 0,
};

/** The steps that some parts of a pattern may begin with. @param behind what may come behind them */
function waysOf(parts: readonly Part[], behind: readonly Step[], rule: RelationRule): readonly Step[] {
  let next = behind;
  for (let i = parts.length - 1; i >= 0; i--) {
    const part = parts[i] as Part;
    if ("kind" in part) next = [stepOf(part, next, rule)];
    else {
      const starts: Step[] = [];
      for (const way of part) for (const step of waysOf(way, next, rule)) starts.push(step);
      next = starts;
    }
  }
  return next;
}

function stepOf(element: Element, next: readonly Step[], { only }: RelationRule): Step {
  // What all steps behind it need.
  let { needs, figures, ways } = next[0] as Step;
  for (let i = 1; i < next.length; i++) {
    const one = next[i] as Step;
    if (needs !== one.needs) needs = needs.filter((each) => one.needs.includes(each));
    figures = Math.min(figures, one.figures);
    ways += one.ways;
  }
  const isFigure = element.kind === "figure";
  const need = isFigure ? kindOf(element.role, only) : element.need;
  if (need >= 0 && !needs.includes(need)) needs = [need, ...needs];
  return { element, next, ways, needs, figures: isFigure ? figures + 1 : figures };
}

/** The kind of figure that a role needs; −1 for one of several. */
function kindOf(role: RoleName, only: RelationRule["only"]): number {
  if (role === "RATE" || role === "SHARE") return KINDS.percent;
  if (role === "POINTS") return KINDS.points;
  if (role === "TIMES") return KINDS.multiple;
  if (role === "AMOUNT" || role === "CONVERTED") return KINDS.money;
  if (role === "INC") return KINDS.amount;
  return only === undefined ? -1 : KINDS[only];
}

function wordsIn(text: string): { readonly words: string[]; readonly not: boolean } {
  const not = text.startsWith("!") && text.length > 1;
  const optional = text.endsWith("?") && text.length > 1;
  return { words: text.slice(not ? 1 : 0, optional ? -1 : undefined).split("|"), not };
}

/** Every word that the rules of a language go by. */
function wordsOf(language: RuleLanguage): Set<string> {
  const {
    rules,
    forms = {},
    classes,
    up,
    down,
    soft,
    softPhrases = [],
    stops,
    joins,
    or,
    of,
    ends = [],
    copulas = [],
    clauses = [],
  } = language;
  const words = new Set([BEFORE_UNIT, "(", ")", ",", ";", BOUNDARY]);
  const add = (list: Iterable<string>) => {
    for (const word of list) words.add(word);
  };
  const texts = new Set<string>();
  const addTexts = (pattern: string) => {
    for (const part of pattern.match(PART) ?? [])
      if (isGroup(part)) addTexts(part.slice(1, -1));
      else if (!isForm(part)) texts.add(part);
  };
  for (const { patterns } of rules) patterns.forEach(addTexts);
  for (const patterns of Object.values(forms)) patterns.forEach(addTexts);
  for (const text of texts) if (!/^[A-Z~…]/.test(text)) add(wordsIn(text).words);
  for (const phrases of [...Object.values(classes), softPhrases]) phrases.forEach(add);
  for (const { verbs, nouns, more } of [up, down]) for (const list of [verbs, nouns, more]) add(list);
  for (const list of [soft, stops, joins, or, of, ends, copulas, clauses]) add(list);
  return words;
}
