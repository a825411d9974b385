import { expect, test } from "vitest";
import { type RelationRule, type RuleLanguage, read, relationsOf } from "../../src/index.js";
import { GERMAN } from "../../src/language/de/german.js";
import { ENGLISH_RULES } from "../../src/language/en/rules.js";
import { spelledOut } from "../support/spelled-out.js";

const rule = (...patterns: string[]): RelationRule => ({ name: "grew", patterns, says: [], not: [] });

/** What rules read, beside the amounts and periods of a language that is read by its data alone. */
function readBy(rules: RuleLanguage): (text: string) => string {
  const language = { ...GERMAN, code: "mine", rules };
  return (text) => {
    const { text: _, ...found } = read(text, { language, locale: "en" });
    return JSON.stringify(found);
  };
}

/** The same rules with every form in the place of its name: a pattern for each way to say it. */
function spelled(rules: RuleLanguage): RuleLanguage {
  const { forms = {} } = rules;
  const each = (one: RelationRule) => ({ ...one, patterns: spelledOut(one.patterns, forms) });
  return { ...rules, forms: {}, rules: rules.rules.map(each) };
}

test("English reads as if every pattern were spelled out", () => {
  const texts = ENGLISH_RULES.rules.flatMap(({ says, not }) => [...says, ...not]);
  const all = spelled(ENGLISH_RULES);
  expect(all.rules.flatMap(({ patterns }) => patterns).length).toBeGreaterThan(1_000);
  const found = texts.map(readBy(ENGLISH_RULES));
  const other = texts.map(readBy(all));
  expect(texts.filter((_, i) => found[i] !== other[i])).toEqual([]);
  expect(new Set(found.flatMap((one) => one.match(/"rule":"[\w-]+"/g) ?? [])).size).toBeGreaterThan(25);
});

test("names stand for each of their forms, in forms too, and brackets for what may be missing", () => {
  const language: RuleLanguage = {
    ...ENGLISH_RULES,
    forms: { grew: ["VERB by INC", "VERB INC <when>"], when: ["in ~2 PERIOD"] },
    rules: [rule("<grew> to LEVEL [ , COMPARED BASE ]")],
  };
  const sizes = (text: string) =>
    relationsOf(read(text, { language: { ...GERMAN, rules: language }, locale: "en" })).map(
      ({ figures }) => figures.length,
    );
  expect(sizes("It rose by $4m to $50m.")).toEqual([2]);
  expect(sizes("It rose by $4m to $50m, compared with $46m.")).toEqual([3]);
  expect(sizes("It rose $4m in 2019 to $50m, compared with $46m.")).toEqual([3]);
  expect(sizes("It rose $4m to $50m.")).toEqual([]);
});

test("a name without forms is an error that names it and those that there are", () => {
  const rules = [rule("<fell> to LEVEL")];
  const reading = (forms?: RuleLanguage["forms"]) => () =>
    readBy({ ...ENGLISH_RULES, rules, ...(forms ? { forms } : {}) })("From $1 to $2.");
  expect(reading({ grew: ["VERB"] })).toThrow("rule grew: <fell> is no form of the language: grew");
  expect(() => read("From $1 to $2.", { rules: [rule("<fell> to LEVEL")] })).toThrow("rise-points");
  for (const pattern of ["LEVEL <over>, BASE", "LEVEL [from [the]] BASE"])
    expect(() => read("From $1 to $2.", { rules: [rule(pattern)] })).toThrow("spaces stand around a form");
});
