import { describe, expect, test } from "vitest";
import { read, relationsOf } from "../../src/index.js";
import { GERMAN_RULES } from "../../src/language/de/rules.js";
import { ENGLISH_RULES } from "../../src/language/en/rules.js";
import { RUSSIAN_RULES } from "../../src/language/ru/rules.js";
import { CHINESE_RULES } from "../../src/language/zh/rules.js";

const LANGUAGES = [
  { language: "en", rules: ENGLISH_RULES.rules },
  { language: "de", rules: GERMAN_RULES.rules },
  { language: "ru", rules: RUSSIAN_RULES.rules },
  { language: "zh", rules: CHINESE_RULES.rules },
] as const;

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
