import { describe, expect, test } from "vitest";
import { check, type ReadTextOptions, type RelationRule, read, relationsOf } from "../../src/index.js";
import { GERMAN } from "../../src/language/de/german.js";
import { GERMAN_RULES } from "../../src/language/de/rules.js";
import { ENGLISH_RULES } from "../../src/language/en/rules.js";
import { RUSSIAN_RULES } from "../../src/language/ru/rules.js";
import { CHINESE_RULES } from "../../src/language/zh/rules.js";

const LANGUAGES = [
  { language: "en", of: ENGLISH_RULES },
  { language: "de", of: GERMAN_RULES },
  { language: "ru", of: RUSSIAN_RULES },
  { language: "zh", of: CHINESE_RULES },
].map(({ language, of }) => ({ language, rules: [...of.rules, ...(of.passages ?? [])] }));

describe.each(LANGUAGES)("$language", ({ language, rules }) => {
  const rulesIn = (sentence: string) =>
    relationsOf(read(sentence, { language })).map((one) => one.claim.rule);

  describe.each(rules)("$name", ({ name, says, not }) => {
    test.each(says)("reads: %s", (sentence) => expect(rulesIn(sentence)).toContain(name));
    test.each(not)("leaves: %s", (sentence) => expect(rulesIn(sentence)).not.toContain(name));
  });

  test("no two rules have one name, and each has examples and counter-examples", () => {
    const names = rules.map((rule) => rule.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { says, not } of rules) expect([says.length > 0, not.length > 0]).toEqual([true, true]);
  });
});

describe("rules and languages of one's own", () => {
  const booked: RelationRule = {
    name: "booked-against",
    patterns: ["booked LEVEL where BASE"],
    says: ["The port booked $5.1m where $4.6m was booked before."],
    not: ["The port booked $5.1m where it could."],
  };
  const rules = [booked];
  const rulesIn = (text: string, options: ReadTextOptions) =>
    relationsOf(read(text, options)).map(({ claim }) => claim.rule);

  test("a rule is tried beside those of the language, and only where it is given", () => {
    expect(rulesIn(booked.says[0] as string, { rules })).toEqual(["booked-against"]);
    expect(rulesIn(booked.says[0] as string, {})).toEqual([]);
    expect(rulesIn(booked.not[0] as string, { rules })).toEqual([]);
    const growth = "Exports rose 5% to $105.1m. The port booked $5.1m where $4.6m was booked before.";
    expect(rulesIn(growth, { rules }).length).toBe(rulesIn(growth, {}).length + 1);
  });

  test("the claim that a rule reads is checked like any other", () => {
    const rate: RelationRule = { ...booked, patterns: ["booked LEVEL , RATE NOUN on BASE"] };
    const reading = read("The port booked $55m, a 20% rise on $50m.", { rules: [rate] });
    expect(check(reading).claims.map((one) => one.verdict)).toContain("inconsistent");
  });

  test("a pattern that cannot be compiled names its rule", () => {
    const wrong = (pattern: string) => () =>
      read("$1 and $2", { rules: [{ ...booked, patterns: [pattern] }] });
    expect(wrong("LEVEL NOWHERE BASE")).toThrow(
      /rule booked-against: "NOWHERE" is neither a role nor a class/,
    );
    expect(wrong("~4 LEVEL BASE")).toThrow(
      /the pattern "~4 LEVEL BASE" has to begin with a word or a figure/,
    );
  });

  test("a language is a value: German under another code reads as German does", () => {
    const text = "Die Ausfuhren stiegen im September um 5,2 Prozent auf 126,4 Milliarden Euro.";
    const own = read(text, { language: { ...GERMAN, code: "de-AT" } });
    expect(own.language).toBe("de-AT");
    expect(own.growth).toEqual(read(text, { language: "de" }).growth);
    const rule = { ...booked, name: "de-gebucht", patterns: ["verbuchte LEVEL nach BASE"] };
    const german = "Der Hafen verbuchte 5,1 Mio. Euro nach 4,6 Mio. Euro.";
    expect(rulesIn(german, { language: "de", rules: [rule] })).toEqual(["de-gebucht"]);
  });
});
