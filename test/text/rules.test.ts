import { describe, expect, test } from "vitest";
import { read, relationsOf } from "../../src/index.js";
import { ENGLISH_RULES } from "../../src/language/en/rules.js";

const rulesIn = (sentence: string) => relationsOf(read(sentence)).map((one) => one.claim.rule);

describe.each(ENGLISH_RULES.rules)("$name", ({ name, says, not }) => {
  test.each(says)("reads: %s", (sentence) => expect(rulesIn(sentence)).toContain(name));
  test.each(not)("leaves: %s", (sentence) => expect(rulesIn(sentence)).not.toContain(name));
});

test("no two rules have one name, and each has examples and counter-examples", () => {
  const names = ENGLISH_RULES.rules.map((rule) => rule.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { says, not } of ENGLISH_RULES.rules)
    expect([says.length > 0, not.length > 0]).toEqual([true, true]);
});
