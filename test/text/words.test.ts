import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const src = new URL("../../src/", import.meta.url).pathname;

const filesIn = (folder: string): string[] =>
  readdirSync(join(src, folder), { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile() && one.name.endsWith(".ts"))
    .map((one) => join(one.parentPath, one.name));

/** Code without its comments, in which examples stand. */
const code = (path: string) =>
  readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/[^\n]*/g, "$1");

const all = ["text", "check"].flatMap(filesIn).map((path) => [path.slice(src.length), code(path)] as const);

describe("words belong to their languages", () => {
  test.each(all)("%s has no letter of another script", (_, text) => {
    // Full-width digits and punctuation are no letters.
    expect(text.match(/[^\p{ASCII}\P{L}]/gu) ?? []).toEqual([]);
  });

  test.each(all)("%s has no list of words", (_, text) => {
    const split = /"(?:[a-z'’.-]+ ){2,}[a-z'’ .-]*"[^;]{0,80}\.split\(/;
    const listed = /new (?:Set|Map)\(\[\s*(?:\[?"[a-z]{2,}",\s*){3,}/;
    expect([split, listed].map((one) => one.exec(text)?.[0])).toEqual([undefined, undefined]);
  });

  test.each(all)("%s has no word inside a pattern", (_, text) => {
    expect(patternsIn(text).filter((one) => /[A-Za-z]{2,}/.test(bare(one)) && !OURS.has(one))).toEqual([]);
  });

  // The words that the English engine asks for one by one: "to", "from", "of". They become fewer, never more; the engines
  // that read every language (scanning, rules, tables) have none.
  test("single words that are compared with do not grow in number", () => {
    const asked =
      /(?:\.word(?:\([^()]*(?:\([^()]*\))?[^()]*\))?|\b(?:word|first|next|before|behind|link|joint|lead)) [!=]== "[a-z]+"|\.says\([^)]*"[a-z]+"/g;
    const found = all.map(([path, text]) => [path, text.match(asked)?.length ?? 0] as const);
    const every = found.filter(([path, count]) => /^text\/(?:rule|table|scan)\//.test(path) && count > 0);
    expect(every).toEqual([]);
    expect(found.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(LEFT);
  });

  test("a word inside a pattern is noticed", () => {
    const found = patternsIn(
      "if (/^(to|from)$/.test(word) && a / b > c) return /\\p{Lu}\\d+[A-Za-z]/u.test(word);",
    );
    expect(found).toEqual(["/^(to|from)$/", "/\\p{Lu}\\d+[A-Za-z]/u"]);
    expect(found.map((one) => /[A-Za-z]{2,}/.test(bare(one)))).toEqual([true, false]);
  });
});

/** Patterns that read this package's own messages and labels, and addresses of the web. */
const OURS = new Set([
  "/^minus /",
  "/^minus “/",
  "/^(lower|upper) end of /",
  '/ "[^"]*"( and "[^"]*")?/g',
  "/ at \\d+$/",
  "/https?:\\/\\/\\S+/g",
  // Keys of the YAML in a Markdown file.
  "/^(?:date|published|pubDate)\\s*:\\s*[\"']?(\\d{4}-\\d\\d-\\d\\d)(?!\\d)/m",
]);

/** The regular expressions of a file: behind what no division can stand behind. */
const patternsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?<=(?:^|[(,=:?[!&|{;\n]|return|=>)\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/g,
    ),
  ].map(([one]) => one);

/** A pattern without its flags, classes of characters and escapes. */
const bare = (pattern: string): string =>
  pattern
    .replace(/\/[a-z]*$/, "")
    .replace(/\\[pPu](?:\{[^}]*\}|[0-9a-f]{4})|\\./gi, " ")
    .replace(/\[[^\]]*\]/g, " ");

const LEFT = 0;
