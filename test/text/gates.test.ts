import { expect, test } from "vitest";
import { type Reading, read } from "../../src/index.js";
import { GERMAN_RULES } from "../../src/language/de/rules.js";
import { ENGLISH_RULES } from "../../src/language/en/rules.js";
import { RUSSIAN_RULES } from "../../src/language/ru/rules.js";
import { CHINESE_RULES } from "../../src/language/zh/rules.js";
import { ungated } from "../../src/text/scan/anchor.js";
import { PIECES } from "../bench/hostile.mjs";
import { news } from "../bench/news.mjs";
import { goldFiles, goldOf } from "./gold/gold.mjs";

const RULES = { en: ENGLISH_RULES, de: GERMAN_RULES, ru: RUSSIAN_RULES, zh: CHINESE_RULES } as const;

// Engines pass over what has none of the words that they look for. Whatever a gate hides, it must hide nothing that is read.
function same(texts: readonly string[], language?: keyof typeof RULES): void {
  const options = { publishedOn: "2023-10-23", ...(language === undefined ? {} : { language }) };
  const parts = ({ text: _, ...all }: Reading) => JSON.stringify(all);
  const all = () => texts.map((text) => parts(read(text, options)));
  expect(all()).toEqual(ungated(all));
}

test.each(Object.entries(RULES))(
  "the examples of every rule of %s read the same with every gate open",
  (language, { rules }) => {
    const examples = rules.flatMap(({ says, not }) => [...says, ...not]);
    expect(examples.length).toBeGreaterThan(10);
    same(examples, language as keyof typeof RULES);
  },
);

test.each(goldFiles())("so do the sentences of %s", (name) => {
  same(
    goldOf(name).map(({ text }) => text),
    name.slice(0, 2) as keyof typeof RULES,
  );
});

test("so do news and texts that were made to be slow", () => {
  const { paragraphs } = news(30_000, 23);
  same([...paragraphs, paragraphs.join("\n\n")]);
  same(Object.values(PIECES).map((piece) => piece.repeat(Math.ceil(1_500 / piece.length))));
});
