import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { command, type Ran } from "../support/command.js";

const home = mkdtempSync(join(tmpdir(), "trade-figures-cli-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const CACHE = { TRADE_FIGURES_CACHE: join(home, "cache") };

async function run(...args: string[]): Promise<Ran> {
  const { code, out, err } = await command(args, { cwd: home, env: CACHE });
  return { code, out: out.trim(), err: err.trim() };
}

test("the program prints, fails and ends with its exit code", () => {
  const program = (...args: string[]) => {
    const done = spawnSync(process.execPath, [resolve("dist/esm/cli/main.js"), ...args], {
      cwd: home,
      encoding: "utf8",
      env: { ...process.env, ...CACHE },
    });
    return [done.status, done.stdout, done.stderr];
  };
  expect(program("rate", "42.64bn yuan", "$5.83bn")).toEqual([
    0,
    "USD/CNY 7.3139, between 7.3067 and 7.3211\n",
    "",
  ]);
  expect(program("figure", "42.64bn yaun")).toEqual([
    2,
    "",
    expect.stringMatching(/^trade-figures: .*"yaun" is no unit.*\n$/),
  ]);
  expect(program("report", "--data", "nosuch")[0]).toBe(3);
});

test("rate, baseline, growth and convert print values with their bounds", async () => {
  expect((await run("rate", "42.64bn yuan", "$5.83bn")).out).toBe(
    "USD/CNY 7.3139, between 7.3067 and 7.3211",
  );
  expect((await run("baseline", "42.64bn yuan", "82.3%")).out).toBe(
    "CNY 23.3900bn, between 23.3808bn and 23.3992bn",
  );
  expect((await run("growth", "$18.656bn", "$21.18bn")).out).toBe("13.5292%, between 13.4993% and 13.5591%");
  const parity = await run(
    "convert",
    "42.64bn yuan",
    "USD",
    "--on",
    "2023-10-23",
    "--kind",
    "central-parity",
  );
  expect([parity.code, parity.out.split("\n")[0]]).toEqual([
    0,
    "USD 5.93938bn, between 5.93864bn and 5.94012bn",
  ]);
  expect(parity.out).toContain("at USD/CNY 7.1792, between 7.17915 and 7.17925 (central parity, 2023-10-23");
});

test("a figure says what is ambiguous about it, and --json is JSON", async () => {
  expect((await run("figure", "$5.83 billion")).out).toContain('"$" is read as USD');
  const json = JSON.parse((await run("figure", "nearly 800", "--json")).out);
  expect(json).toMatchObject({
    digits: "800",
    hedge: "below",
    interval: { lower: "700", upper: "800", lowerOpen: true, upperOpen: true },
  });
});

test("which rate was used, and growth in dollars", async () => {
  const used = await run(
    "rate-used",
    "42.64bn yuan",
    "$5.83bn",
    "--printed",
    "2023-10-23",
    "--period",
    "2023-01/2023-09",
  );
  expect(used.out).toMatch(/the market rate reproduces the print, best USD\/CNY 7\.3158 of 2023-10-23/);
  expect(used.out).toMatch(/ruled out: the central parity \(would print USD 5\.94bn\)/);
  expect((await run("growth-in", "USD", "82.3%", "--of", "2023-01/2023-09")).out).toMatch(
    /^71\.1750%, between 71\.1255% and 71\.2245% in USD/,
  );
});

test("exit codes: 2 for wrong use, 3 for missing data, each with one clear line and no stack", async () => {
  const cases = [
    [2, /"yaun" is no unit/, "figure", "42.64bn yaun"],
    [2, /unknown command/, "nosuch"],
    [2, /rate needs two figures/, "rate", "42.64bn yuan"],
    [2, /missing required argument/, "rates", "show"],
    [2, /expected percent, found 82/, "baseline", "42.64bn yuan", "82"],
    [2, /currencies differ/, "growth", "5bn yuan", "$5bn"],
    [2, /Allowed choices are ceil/, "figure", "5", "--rounding", "up"],
    [
      3,
      /no central-parity rate of USD\/CNY on 2023-10-22 \(Sunday\)/,
      "convert",
      "5bn yuan",
      "USD",
      "--on",
      "2023-10-22",
      "--kind",
      "central-parity",
    ],
    [
      2,
      /"2023-02-30" is not a day/,
      "convert",
      "5bn yuan",
      "USD",
      "--on",
      "2023-02-30",
      "--kind",
      "central-parity",
    ],
    [3, /there is no such file/, "run", "nosuch.ipynb"],
    [3, /report\.yaml is not there/, "report", "--data", "nosuch"],
  ] as const;
  for (const [code, message, ...args] of cases) {
    const done = await run(...args);
    expect([done.code, ...args]).toEqual([code, ...args]);
    expect(done.err).toMatch(message);
    expect(done.err).not.toMatch(/\n\s+at /);
  }
});

test("no help prints a default that is no word", async () => {
  for (const name of [["reconcile"], ["table", "growth"], ["table", "summary"], ["read"], ["update"]]) {
    const { out } = await run(...name, "--help");
    expect(out).toContain("Options:");
    expect([name, /default: (?:\[\]|"")/.exec(out.replace(/\s+/g, " "))?.[0]]).toEqual([name, undefined]);
  }
});

test("help has examples, and the version is the package's", async () => {
  for (const name of [
    "figure",
    "rate",
    "convert",
    "baseline",
    "growth",
    "rate-used",
    "growth-in",
    "update",
    "run",
    "report",
    "trace",
    "new",
  ]) {
    expect((await run(name, "--help")).out).toContain(`$ trade-figures ${name}`);
  }
  expect((await run("--version")).out).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

test("report exits with 0 on the record, and with 1 when a figure in the data changes", async () => {
  expect((await run("report", "--no-write")).out).toContain("every verdict is the one on record");
  const data = join(home, "tables");
  cpSync("data", data, { recursive: true });
  const report = join(data, "report.yaml");
  const written = readFileSync(report, "utf8");
  writeFileSync(
    report,
    written
      .replace("printed: $21.18bn\n    method: sum", "printed: $21.13bn\n    method: sum")
      .replace(/(id: growth-disputed[\s\S]*?)\n +verdict: inconsistent/, "$1"),
  );
  const changed = await run("report", "--no-write", "--data", data);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain("growth-disputed (nothing on record, now inconsistent)");
  expect(changed.out).toContain("september-sum (undecided on record, now consistent)");
  writeFileSync(report, written.replace("method: sum", "method: summ"));
  const broken = await run("report", "--no-write", "--data", data);
  expect([broken.code, /report\.yaml line \d+, column \d+: no method "summ"/.test(broken.err)]).toEqual([
    3,
    true,
  ]);
});

test("a notebook that fails is named with its cell and line", async () => {
  const cells = ["const n = 1;", "console.log(n);\nthrow new RangeError('boom');"].map((source) => ({
    cell_type: "code",
    metadata: {},
    source,
    outputs: [],
    execution_count: null,
  }));
  const write = (name: string, list: object[]) =>
    writeFileSync(
      join(home, name),
      JSON.stringify({ cells: list, metadata: {}, nbformat: 4, nbformat_minor: 5 }),
    );
  write("bad.ipynb", cells);
  write("parameters.ipynb", [
    { ...cells[0], metadata: { tags: ["parameters"] } },
    { ...cells[0], source: "if (n !== 7) throw new Error(String(n));" },
  ]);
  const bad = await run("run", "bad.ipynb", "parameters.ipynb");
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/✗ bad\.ipynb: cell 2.*RangeError: boom/);
  expect(bad.out).toMatch(/✗ parameters\.ipynb: cell 2, line 1/);
  expect((await run("run", "parameters.ipynb", "-p", "n=7")).code).toBe(0);
});
