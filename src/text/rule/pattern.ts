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
  | "CONVERTED";

export type Element =
  | { readonly kind: "word"; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | {
      readonly kind: "class";
      readonly name: string;
      readonly phrases: readonly (readonly string[])[];
      /** The first words of the phrases. */
      readonly starts: ReadonlySet<string>;
    }
  | { readonly kind: "change"; readonly of: "verbs" | "nouns" | "more" }
  | { readonly kind: "figure"; readonly role: RoleName; readonly list: boolean }
  | { readonly kind: "not"; readonly words: ReadonlySet<string> }
  | { readonly kind: "gap"; readonly most: number; readonly commas: boolean };

export interface Compiled {
  readonly rule: RelationRule;
  readonly elements: readonly Element[];
}

const ROLES = new Set<string>(
  "INC RATE POINTS LEVEL BASE TOTAL PART LESS SHARE WHOLE AMOUNT CONVERTED".split(" "),
);
const CHANGES = { VERB: "verbs", NOUN: "nouns", MORE: "more" } as const;
const LISTS: Readonly<Record<string, RoleName>> = {
  PARTS: "PART",
  LESSES: "LESS",
  LEVELS: "LEVEL",
  BASES: "BASE",
};

/** The patterns of a language, by what they begin with: a verb or noun of change, a word, or a figure. */
export interface CompiledRules {
  readonly language: RuleLanguage;
  /** So many figures a sentence has at least that a rule reads. */
  readonly fewest: number;
  /** The phrases that a list of figures ends before: what is taken off, and what leads to the total. */
  readonly listEnds: readonly (readonly string[])[];
  readonly byVerb: readonly Compiled[];
  readonly byNoun: readonly Compiled[];
  readonly byFigure: readonly Compiled[];
  readonly byWord: ReadonlyMap<string, readonly Compiled[]>;
}

const known = new WeakMap<RuleLanguage, CompiledRules>();

/** The compiled rules of a language; made once. */
export function compiledRules(language: RuleLanguage): CompiledRules {
  const found = known.get(language) ?? compile(language);
  known.set(language, found);
  return found;
}

function compile(language: RuleLanguage): CompiledRules {
  const byWord = new Map<string, Compiled[]>();
  const lists: Record<"verbs" | "nouns" | "figures", Compiled[]> = { verbs: [], nouns: [], figures: [] };
  const all: Compiled[] = [];
  for (const rule of language.rules) {
    for (const pattern of rule.patterns) {
      const elements = pattern.split(" ").map((text) => elementOf(text, language, rule.name));
      const compiled = { rule, elements };
      all.push(compiled);
      const [first] = elements;
      if (first?.kind === "change" && first.of !== "more") lists[first.of].push(compiled);
      else if (first?.kind === "figure") lists.figures.push(compiled);
      else if (first?.kind === "word" && !first.optional) {
        for (const word of first.words) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
      } else if (first?.kind === "class") {
        for (const word of first.starts) byWord.set(word, [...(byWord.get(word) ?? []), compiled]);
      } else throw new Error(`rule ${rule.name}: a pattern begins with a verb, a noun, a word or a figure`);
    }
  }
  const figures = (of: Compiled) => of.elements.filter(({ kind }) => kind === "figure").length;
  const fewest = Math.min(...all.map(figures));
  const { OFFSET = [], TOGETHER = [] } = language.classes;
  const listEnds = [...OFFSET, ...TOGETHER];
  return {
    language,
    fewest,
    listEnds,
    byVerb: lists.verbs,
    byNoun: lists.nouns,
    byFigure: lists.figures,
    byWord,
  };
}

function elementOf(text: string, language: RuleLanguage, rule: string): Element {
  const gap = /^~(\d+)(,?)$/.exec(text);
  if (gap) return { kind: "gap", most: Number(gap[1]), commas: gap[2] === "," };
  if (text in CHANGES) return { kind: "change", of: CHANGES[text as keyof typeof CHANGES] };
  if (ROLES.has(text)) return { kind: "figure", role: text as RoleName, list: false };
  const list = LISTS[text];
  if (list !== undefined) return { kind: "figure", role: list, list: true };
  const phrases = language.classes[text];
  // The longest first: "compared with" before "compared".
  if (phrases)
    return {
      kind: "class",
      name: text,
      phrases: [...phrases].sort((a, b) => b.length - a.length),
      starts: new Set(phrases.map(([word]) => word as string)),
    };
  if (/^[A-Z]/.test(text)) throw new Error(`rule ${rule}: no class "${text}"`);
  if (text.startsWith("!")) return { kind: "not", words: new Set(text.slice(1).split("|")) };
  const optional = text.endsWith("?") && text.length > 1;
  return { kind: "word", words: new Set((optional ? text.slice(0, -1) : text).split("|")), optional };
}
