import { tmpdir } from "node:os";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { calleeBefore } from "../../src/notebook/tslab/help.js";
import { type Converter, loadTslab } from "../../src/notebook/tslab/tslab.js";
import { probe } from "../support/jupyter.js";
import { jupyter } from "../support/once.js";
import type { Got, Probe } from "../support/probes.js";

const found = await jupyter();

/** Cells and what is to come back for the last of them. */
const CASES: readonly (Probe & { readonly title: string })[] = [
  {
    title: "variables of a cell survive a later error in it, and so do those of the cells before",
    cells: [
      { code: "const earlier = 1;" },
      {
        code: "const kept = 41;\nfunction twice(n: number) { return 2 * n; }\nif (kept > 0) throw new Error('late');\nconst lost = 2;",
      },
      { code: "console.log(earlier + kept, twice(4));" },
    ],
    right: ([, , got]) => got?.text === "42 8\n",
  },
  {
    title: "a variable that never got its value is unknown, not undefined",
    cells: [
      { code: "const kept = 41;\nif (kept > 0) throw new Error('late');\nconst lost = 2;" },
      { code: "console.log(lost);" },
    ],
    right: ([, got]) => got?.error?.[1].includes("Cannot find name 'lost'") ?? false,
  },
  {
    title: "a variable called exports, as trade has them, is told what is in its way",
    cells: [{ code: "const exports = 9.6;" }],
    right: ([got]) =>
      got?.error?.[1].includes("cannot be called exports: Node gives every module that name") ?? false,
  },
  {
    title: "a type error names cell and line, shows the code and lists what is allowed",
    cells: [
      {
        code: "import { rate } from 'trade-figures';\nconst r = rate('USD/CNY', '7.18', { kind: 'sport', on: '2023-10-23' });",
      },
    ],
    right: ([got]) =>
      [
        /"sport"' is not assignable/,
        /"central-parity"/,
        /"spot"/,
        /cell \d+, line 2:/,
        /kind: 'sport'/,
        /~~~~/,
      ].every((part) => part.test(got?.error?.[1] ?? "")),
  },
];

describe.runIf(found !== undefined)("the project's kernel forgives", () => {
  let got: Got[][];
  beforeAll(() => {
    got = probe("trade-figures", CASES, found as NonNullable<typeof found>);
  });
  test.each(CASES.map(({ title }, at) => [title, at] as const))("%s", (_, at) => {
    expect(CASES[at]?.right(got[at] as Got[]), JSON.stringify(got[at], undefined, 1)).toBe(true);
  });
});

describe("help in a cell", () => {
  let converter: Converter;
  beforeAll(() => {
    converter = loadTslab().createConverter(tmpdir());
  });
  afterAll(() => converter.close());

  test.each(["add(", "add(1, ", "add(Math.max(1, 2), "])("after `%s` is about the function", (call) => {
    const source = `function add(first: number, second: number) { return first + second; }\n${call}`;
    const info = converter.inspect("", source, source.length) as { displayParts: { text: string }[] };
    expect(info.displayParts.map(({ text }) => text).join("")).toBe(
      "function add(first: number, second: number): number",
    );
  });

  test("outside of a call there is none", () => {
    expect(["1 + ", "(1 + 2) + ", "add(1);\n"].map((source) => calleeBefore(source, source.length))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
