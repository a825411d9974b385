import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Asked, askedIn } from "./asked-words.js";

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

const files = ["text", "check"].flatMap(filesIn);
const all = files.map((path) => [path.slice(src.length), code(path)] as const);

describe("words belong to their languages", () => {
  test.each(all)("%s has no letter of another script", (_, text) => {
    // Full-width digits and punctuation are no letters.
    expect(text.match(/[^\p{ASCII}\P{L}]/gu) ?? []).toEqual([]);
  });

  test.each(all)("%s has no word inside a pattern", (_, text) => {
    expect(patternsIn(text).filter((one) => /[A-Za-z]/.test(bare(one)) && !OURS.has(one))).toEqual([]);
  });

  test("no string of the code is asked of a text", async () => {
    const found = askedIn(files, await knownWords(), { [PLANTED]: PLANTED_CODE });
    const asked = found.filter((one) => !isOurs(one));
    const done = asked.filter(({ file }) => file !== PLANTED);
    expect(done.map(shown)).toEqual([]);
    // Each of the ways to ask is noticed.
    const planted = asked.filter(({ file }) => file === PLANTED);
    expect(planted.map(({ how, text }) => `${how} ${text}`)).toEqual(NOTICED);
    // What is listed as our own is there.
    const gone = NAMES.flatMap(([where, names]) =>
      names.filter((name) => !found.some(({ file, text }) => text === name && file.includes(where))),
    );
    expect(gone).toEqual([]);
  });

  test("a word inside a pattern is noticed", () => {
    const found = patternsIn(
      "if (/^(to|from)$/.test(word) && a / b > c) return /\\p{Lu}\\d+[A-Za-z]/u.test(word);",
    );
    expect(found).toEqual(["/^(to|from)$/", "/\\p{Lu}\\d+[A-Za-z]/u"]);
    expect(found.map((one) => /[A-Za-z]/.test(bare(one)))).toEqual([true, false]);
  });
});

/**
 * Names of our own that stand where any string may stand, by folder or file; and what they are held against, where a word of a
 * text could be.
 */
const NAMES: readonly (readonly [where: string, names: readonly string[], against?: RegExp])[] = [
  // Units of figures: others are codes of currencies.
  ["/", ["percent", "percentage-point", "basis-point", "number"], /\bunit$|^printed$/],
  // Codes of languages, which a caller gives.
  ["/text/read.ts", ["en", "zh", "de", "ru"], /^(?:code|language)$/],
  ["/check/published/cases.ts", ["en"]],
  // Names of rules, of options and of statements, which others can add to.
  ["/text/relation/growths.ts", ["growth-itself"], /^own\.rule$/],
  ["/check/published/figures.ts", ["revision"]],
  ["/check/published/figures.ts", ["total"], /^flow$/],
  // The shape of a subject: which of its parts stands behind which.
  [
    "/text/story/chinese.ts",
    ["place", "place place", "place join place", "toward place", "place toward place"],
  ],
  [
    "/check/published/key.ts",
    [
      "F o P",
      "P F t P",
      "P F to P",
      "F o P t P",
      "F to P t P",
      "F P t P",
      "F P to P",
      "F o P to P",
      "F to P to P",
    ],
  ],
  ["/check/published/key.ts", ["F to P", "F b P & P"]],
  // Messages for people.
  ["/text/relations.ts", ["year on year"]],
  ["/check/summary.ts", ["figure"]],
  ["/check/rates/other-pairs.ts", ["the implied rate is "]],
];

const isOurs = ({ file, text, against }: Asked): boolean =>
  NAMES.some(
    ([where, names, of]) =>
      file.includes(where) && names.includes(text) && (against === undefined || of?.test(against) === true),
  );

/** Ways to ask for words, as code of a folder that may have none; and what is noticed in it. */
const PLANTED = `${src}text/planted.ts`;
const PLANTED_CODE = `
    import type { Line } from "./scan/line.js";
    // "of" of a comment, of a type, of a closed list, and a message
    export type Form = "of" | "to";
    const LEVELS: Readonly<Record<string, number>> = { to: 1, "from": 2 };
    const BY = "by";
    export function planted(line: Line, i: number, form: Form, behind = "than"): string {
      const word = line.word(i);
      if (form === "to") return \`\${word} of a level\`;
      if (word === "frobnicated" || "percent" === word) return line.word(i + 1) !== (form ? "on" : "at") ? BY : "";
      switch (word) { case "per": return behind; }
      if (word.endsWith("ing") || \`\${word}s\` === behind || LEVELS[word] === 1) return "a level";
      if (line.says(i, ["so", "far"]) || ["which"].includes(word) || "may|will".split("|").includes(word)) return "";
      return new Set(["gains"]).has(word) ? "" : line.says(i, "not true".split(" ")) ? "了" : "";
    }`;
const NOTICED = [
  "known to",
  "known from",
  "known by",
  "known than",
  "compared frobnicated",
  "compared percent",
  "compared on",
  "compared at",
  "compared per",
  "looked for ing",
  "compared s",
  "listed so",
  "listed far",
  "listed which",
  "listed may|will",
  "listed gains",
  "listed not true",
  "known 了",
];

const shown = ({ file, line, text, how }: Asked): string =>
  `${file.slice(src.length)}:${line} "${text}" is ${how}`;

/** Every word that a language has in a set, a map or a list, or by itself. */
async function knownWords(): Promise<ReadonlySet<string>> {
  const words = new Set<string>();
  const seen = new Set<unknown>();
  const add = (one: unknown): void => {
    if (typeof one === "string") words.add(one.toLowerCase());
    if (typeof one !== "object" || one === null || seen.has(one)) return;
    seen.add(one);
    // What words stand for are names of our own.
    const parts = one instanceof Map ? one.keys() : one instanceof Set ? one : Object.values(one);
    for (const part of parts) add(part);
  };
  for (const path of filesIn("language")) add({ ...(await import(path)) });
  return words;
}

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
