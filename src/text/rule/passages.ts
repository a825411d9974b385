import type { RelationRule, RuleLanguage } from "../../language/rule.js";
import type { Amount } from "../amount/amount.js";
import type { Lists } from "../reading.js";
import { type Claim, figuresOf } from "../relations.js";
import { Line } from "../scan/line.js";
import { Token } from "../scan/tokens.js";
import { ruleClaims } from "./claims.js";
import { BOUNDARY } from "./pattern.js";

/** The rules of a language for passages, by how many sentences they go over, with the words of which their last sentence has one. */
interface PassageRules {
  readonly sentences: number;
  readonly language: RuleLanguage;
  readonly last: ReadonlySet<string> | undefined;
}

const known = new WeakMap<RuleLanguage, readonly PassageRules[]>();

/** What neighbouring sentences of one paragraph say together, by the rules of their language for passages. */
export class Passages {
  private lines: Line[] = [];

  constructor(
    private readonly rules: RuleLanguage,
    private readonly found: Lists,
  ) {}

  /** A sentence with figures. */
  tell(line: Line): void {
    const { lines, found } = this;
    lines.push(line);
    if (lines.length > LONGEST) lines.shift();
    for (const { sentences, language, last } of passageRules(this.rules)) {
      if (lines.length < sentences || !(last === undefined || line.items.some(({ word }) => last.has(word))))
        continue;
      const of = lines.slice(-sentences);
      const { growth, changes, sums, shares, conversions } = ruleClaims(joined(of), language);
      const whole = (claim: Claim) => saysAll(of, figuresOf(claim) as Amount[]);
      for (const one of growth) if (whole(one)) put(found.growth, one, ({ rate }) => rate);
      for (const one of shares) if (whole(one)) put(found.shares, one, ({ share }) => share);
      for (const one of sums) if (whole(one)) put(found.sums, one, ({ total }) => total);
      for (const one of changes) if (whole(one)) put(found.changes, one, ({ to }) => to);
      for (const one of conversions) put(found.conversions, one, ({ converted }) => converted);
    }
  }

  /** A paragraph ends, or a sentence without figures stands between. */
  end(): void {
    this.lines = [];
  }
}

/** The most sentences that a rule goes over. */
const LONGEST = 3;

/** Whether all figures before the last sentence take part: of which of several "that" speaks is not said. */
function saysAll(lines: readonly Line[], figures: readonly Amount[]): boolean {
  return lines
    .slice(0, -1)
    .every((line) => line.amounts.every((i) => figures.includes(line.amount(i) as Amount)));
}

/** A claim takes the place of one that says less of the same figure. */
function put<T extends Claim>(list: T[], one: T, main: (claim: T) => unknown): void {
  const at = list.findIndex((each) => main(each) === main(one));
  if (at < 0) list.push(one);
  else if (figuresOf(list[at] as T).length < figuresOf(one).length) list[at] = one;
}

/** Several sentences as one line, a boundary between each two; marks at their ends are left out. */
function joined(lines: readonly Line[]): Line {
  const items: Token[] = [];
  const amounts: number[] = [];
  for (const [k, line] of lines.entries()) {
    if (k > 0) items.push(new Token("piece", BOUNDARY, line.sentence.start, line.sentence.start, 0));
    for (const place of line.amounts) amounts.push(items.length + place);
    items.push(...line.items);
    while (k < lines.length - 1 && items.at(-1)?.mark) items.pop();
  }
  return Line.of(lines.at(-1) as Line, items, amounts);
}

function passageRules(language: RuleLanguage): readonly PassageRules[] {
  const made = known.get(language) ?? passagesOf(language);
  known.set(language, made);
  return made;
}

function passagesOf(language: RuleLanguage): PassageRules[] {
  const bySentences = new Map<number, RelationRule[]>();
  for (const rule of language.passages ?? []) {
    const lengths = new Set(rule.patterns.map(sentencesOf));
    for (const n of lengths) {
      const patterns = rule.patterns.filter((one) => sentencesOf(one) === n);
      bySentences.set(n, [...(bySentences.get(n) ?? []), { ...rule, patterns }]);
    }
  }
  return [...bySentences].map(([sentences, rules]) => ({
    sentences,
    language: { ...language, rules },
    last: lastWords(
      rules.flatMap(({ patterns }) => patterns),
      language,
    ),
  }));
}

/** The words of which the last sentence of any of some patterns has one; undefined where one needs none. */
function lastWords(patterns: readonly string[], language: RuleLanguage): ReadonlySet<string> | undefined {
  const words = patterns.map((one) => wordsAtEnd(one, language));
  return words.some((each) => each.length === 0) ? undefined : new Set(words.flat());
}

const sentencesOf = (pattern: string): number => pattern.split(` ${BOUNDARY} `).length;

/** The words that a pattern needs one of in its last sentence. */
function wordsAtEnd(pattern: string, { classes, up, down }: RuleLanguage): string[] {
  const end = pattern.split(` ${BOUNDARY} `).at(-1) as string;
  const kinds = { VERB: "verbs", NOUN: "nouns", MORE: "more" } as const;
  for (const text of end.split(" ")) {
    if (text.endsWith("?") || text.startsWith("!") || text.startsWith("~") || text === "…") continue;
    if (text in kinds) {
      const kind = kinds[text as keyof typeof kinds];
      return [...up[kind], ...down[kind]];
    }
    if (classes[text]) return classes[text].map(([word]) => word as string);
    if (!/^[A-Z]/.test(text)) return text.split("|");
  }
  return [];
}
