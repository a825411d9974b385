import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/cli/commands.js";
import * as door from "../src/index.js";
import { toSvg } from "../src/notebook/picture/index.js";
import { openReport, reportCharts } from "../src/report/index.js";
import { covers } from "./covers.js";

const readme = readFileSync("README.md", "utf8");
/** The pages that the README leads to for more of the same. */
const PAGES = [
  "README.md",
  "src/cli/README.md",
  "src/web/README.md",
  "notebooks/README.md",
  "test/bench/README.md",
];
const pages = PAGES.map((path) => readFileSync(path, "utf8")).join("\n");
const report = openReport(".");
const { results } = report;

test("every statement of the report has the verdict on record", () => {
  expect(results.filter((one) => !one.asRecorded).map((one) => one.statement.id)).toEqual([]);
  expect(results.length).toBe(10);
});

test("the README's picture is the one that the report draws", async () => {
  const chart = reportCharts(report).get("implied-rate");
  if (chart === undefined) throw new Error("the report has no chart of the rate");
  expect(readFileSync("notebooks/pictures/rate.svg", "utf8")).toBe(await toSvg(chart));
});

test("the README shows each notebook's own picture, with a sentence", () => {
  expect(covers.size).toBeGreaterThan(5);
  for (const [path, bytes] of covers) {
    expect(readFileSync(path).equals(bytes), `${path} is stale: npm run covers`).toBe(true);
    expect(readme).toMatch(new RegExp(`\\(${path}\\)[^\\n]*<br>[^\\n]{30,}\\.? \\|`));
  }
});

test("the README's library example gives what it says", () => {
  const code = /```ts\n([\s\S]+?)```/.exec(readme)?.[1] ?? "";
  const lines = code.split("\n");
  const names = Object.keys(door);
  const set = lines.filter((line) => line.startsWith("const")).join("\n");
  const checked = lines.flatMap((line) => {
    const [, call, says] = /^console\.log\((.*)\); \/\/ (.*)$/.exec(line) ?? [];
    return call === undefined || says === undefined ? [] : [{ call, says }];
  });
  expect(checked.length).toBe(4);
  const exported: Readonly<Record<string, unknown>> = { ...door };
  for (const { call, says } of checked) {
    const got = new Function(...names, `${set}\nreturn ${call}`)(...names.map((name) => exported[name]));
    if (call.includes(".explain()")) expect(String(got).split("\n").length).toBeGreaterThan(2);
    else expect(String(got)).toContain(says.replace(/^… /, ""));
  }
});

test("the README's numbers are those of the report", () => {
  const shown = (id: string) => results.find((one) => one.statement.id === id)?.computed?.show() ?? "";
  expect(readme).toContain(shown("implied-rate").replace("USD/CNY ", ""));
  expect(shown("baseline")).toBe("CNY 23.3900bn, between 23.3808bn and 23.3992bn");
  expect(readme).toContain("between 23.3808bn and 23.3992bn");
  expect(results.find((one) => one.statement.id === "growth-dollars")?.computed?.show(1)).toBe(
    "71.2%, between 71.1% and 71.3%",
  );
});

test("every command of the README and of its pages is one, with options that it has", async () => {
  const lines = [...pages.matchAll(/```sh\n([\s\S]+?)```/g)].flatMap(([, code = ""]) => code.split("\n"));
  const asked = lines.flatMap((line) => /^npx trade-figures (\S.*?)(?:\s+#.*)?$/.exec(line)?.[1] ?? []);
  expect(asked.length).toBeGreaterThan(25);
  for (const line of asked) {
    const [name, second = "", ...rest] = line.split(/\s+/);
    const entry = COMMANDS.find((one) => one.name === name);
    expect([line, entry?.name]).toEqual([line, name]);
    const whole = await entry?.load();
    const command = whole?.commands.find((one) => one.name() === second) ?? whole;
    const flags = [second, ...rest].filter((word) => word.startsWith("--"));
    const known = command?.options.flatMap((one) => one.long ?? []) ?? [];
    expect([line, flags.filter((flag) => !known.includes(flag))]).toEqual([line, []]);
  }
  const scripts = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).scripts);
  for (const [, script = ""] of pages.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toContain(script);
});

test("every link of these pages leads to a file", () => {
  for (const path of [...PAGES, "src/notation/README.md"])
    for (const [, href = ""] of readFileSync(path, "utf8").matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|#)/.test(href)) continue;
      expect([path, href, existsSync(join(dirname(path), href))]).toEqual([path, href, true]);
    }
});
