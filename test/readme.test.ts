import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMANDS } from "../src/cli/commands.js";
import { openRateBook } from "../src/data/index.js";
import * as door from "../src/index.js";
import { toSvg } from "../src/notebook/picture/index.js";
import { known } from "../src/report/built-in.js";
import * as reports from "../src/report/index.js";
import { openReport, reportCharts } from "../src/report/index.js";
import { covers } from "./covers.js";

const readme = readFileSync("README.md", "utf8");
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
  const lines = code.split("\n").filter((line) => line !== "" && !line.startsWith("import"));
  const names = Object.keys(door);
  const set = lines.filter((line) => line.startsWith("const")).join("\n");
  const checked = lines.filter((line) => /^\w.*; \/\/ /.test(line) && !/^(const|console)/.test(line));
  expect(checked.length).toBe(3);
  const exported: Readonly<Record<string, unknown>> = { ...door };
  for (const line of checked) {
    const [call = "", says = ""] = line.split("; // ");
    const got = new Function(...names, `${set}\nreturn ${call}`)(...names.map((name) => exported[name]));
    expect(String(got)).toContain(says.replace(/^… /, ""));
  }
});

test("the README's example of a text gives what it says", () => {
  const code = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)][1]?.[1] ?? "";
  const lines = code.split("\n").filter((line) => line !== "" && !line.startsWith("import"));
  const set = lines.filter((line) => line.startsWith("const")).join("\n");
  const checked = lines.filter((line) => line.includes("; // "));
  expect(checked.length).toBe(4);
  for (const line of checked) {
    const [call = "", says = ""] = line.split("; // ");
    const run = new Function("read", "check", "openRateBook", `${set}\nreturn ${call}`);
    expect(String(run(door.read, door.check, openRateBook))).toBe(says);
  }
});

test("the README's own method and check register and run", () => {
  const code = [...readme.matchAll(/```ts\n([\s\S]+?)```/g)][2]?.[1] ?? "";
  const run = new Function("method", "check", "field", "shown", "times", code.replace(/^import .*$/gm, ""));
  run(reports.method, reports.check, reports.field, reports.shown, door.times);
  const made = known().methods.get("times");
  const [amount, by] = [door.figure("54.9bn yuan"), door.figure("14.4bn yuan")];
  const found = made?.run({ amount, by } as never, {} as never);
  expect(found?.computed?.show()).toBe("3.8125, between 3.7958 and 3.8293");
  expect(known().checks.get("sources")?.run(results, report.evidence)).toEqual(
    results.filter((one) => !one.statement.source).map((one) => `${one.statement.id} names none`),
  );
  known().methods.delete("times");
  known().checks.delete("sources");
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

test("every command of the README is one, with options that it has", async () => {
  const lines = [...readme.matchAll(/```sh\n([\s\S]+?)```/g)].flatMap(([, code = ""]) => code.split("\n"));
  const asked = lines.flatMap((line) => /^npx trade-figures (\S.*?)(?:\s+#.*)?$/.exec(line)?.[1] ?? []);
  expect(asked.length).toBeGreaterThan(15);
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
  for (const [, script = ""] of readme.matchAll(/npm run ([\w:-]+)/g)) expect(scripts).toContain(script);
});
