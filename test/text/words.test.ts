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

  // What is left are the words that the English engine asks for one by one: "to", "from", "of". They become fewer, never more.
  test("alternatives of words inside patterns do not grow in number", () => {
    const count = all.reduce(
      (sum, [, text]) => sum + (text.match(/\([a-z]{2,}(?:\|[a-z]+){2,}\)/g) ?? []).length,
      0,
    );
    expect(count).toBeLessThanOrEqual(LEFT);
  });
});

const LEFT = 74;
