import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseCorpus, publishedOn, readCorpus } from "./corpus.mjs";
import { row } from "./fixtures.js";

test("the first date of a field counts, as far as it is known", () => {
  expect(publishedOn("1996-08/1997-08 (day not stored)")).toBe("1996-08");
  expect(publishedOn("2022/2023 (set period)")).toBe("2022");
  expect(publishedOn("2023-10-23")).toBe("2023-10-23");
  expect(publishedOn(undefined)).toBeUndefined();
});

test("the two formats are told apart by their fields", () => {
  const one = { id: "c-1", set: "own", input: "$5", kind: "money", expected: [] };
  expect(parseCorpus(JSON.stringify(row())).format).toBe("claims");
  expect(parseCorpus(`\n${JSON.stringify(one)}\r\n`).format).toBe("peers");
  expect(() => parseCorpus(`${JSON.stringify(row())}\n${JSON.stringify(one)}`, "a.jsonl")).toThrow(
    /a\.jsonl:2: .*one format a file/,
  );
});

test("a broken line names its place and what is wrong with it", () => {
  const moved = row();
  (moved.mentions[0] as { start: number }).start += 1;
  for (const [text, says] of [
    [`${JSON.stringify(row())}\n{"id": `, /b\.jsonl:2: not a line of JSON/],
    ['{"id": 1}', /b\.jsonl:1: neither a text with claims .*it has id/],
    [JSON.stringify(moved), /b\.jsonl:1 \(own-1\): the percent "12\.5 percent" at 26 to 37/],
    ["\n", /b\.jsonl: no rows/],
  ] as const) {
    expect(() => parseCorpus(text, "b.jsonl")).toThrow(says);
  }
  expect(() => readCorpus("no-such.jsonl")).toThrow(/no-such\.jsonl: cannot be read \(ENOENT\)/);
});

test("the command passes, fails and refuses by its exit code, and prints JSON", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-score-"));
  const corpus = join(folder, "own.jsonl");
  writeFileSync(corpus, `${JSON.stringify(row())}\n`);
  const reader = (body: string) => {
    const path = join(folder, `${body.length}.mjs`);
    writeFileSync(
      path,
      `export const read = (text) => ({ text, mentions: [], conversions: [], growth: [], changes: [], ...${body} });`,
    );
    return path;
  };
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ["test/score/score.mjs", ...args], { encoding: "utf8" });

  const blind = run(corpus, "--reader", reader("{}"));
  expect(blind.status).toBe(1);
  expect(blind.stdout).toContain("at least 0.98: FAIL");
  expect(blind.stdout).toMatch(/own-1 {2}money {2}missed\n.*‹42\.64 billion yuan›/);

  const asJson = run(corpus, "--reader", reader("{}"), "--json");
  expect(JSON.parse(asJson.stdout)[0].lines.money).toMatchObject({ right: 0, missed: 3, f1: 0 });

  const none = run(join(folder, "none.jsonl"), "--reader", reader("{}"));
  expect([none.status, none.stderr]).toEqual([2, expect.stringContaining("cannot be read")]);
  expect(execFileSync(process.execPath, ["test/score/score.mjs", "--help"], { encoding: "utf8" })).toContain(
    "--peers",
  );
});
