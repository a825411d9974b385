import { describe, expect, test } from "vitest";
import { check, read } from "../../src/index.js";
import { goldFiles, goldOf, goldResult } from "./gold/gold.mjs";

// Sentences of our own, written form by form before the rules were looked at; each figure is marked with its role.
describe.each(goldFiles())("%s", (name) => {
  test.each(goldOf(name).map((one) => [one.text, one] as const))("%s", (_, one) => {
    const { whole, extra, alarm, found } = goldResult(one, read, check, { language: name.slice(0, 2) });
    expect({ missed: whole.filter((each) => !each).length, extra, alarm, found }).toEqual({
      missed: 0,
      extra: [],
      alarm: undefined,
      found: one.wrong,
    });
  });
});
