import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const home = mkdtempSync(join(tmpdir(), "trade-figures-cli-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(...args: string[]): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [resolve("dist/esm/cli/main.js"), ...args], {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, TRADE_FIGURES_CACHE: join(home, "cache") },
  });
  return { code: done.status, out: done.stdout.trim(), err: done.stderr.trim() };
}

test("rate, baseline, growth and convert print values with their bounds", () => {
  expect(run("rate", "42.64bn yuan", "$5.83bn").out).toBe("USD/CNY 7.3139, between 7.3067 and 7.3211");
  expect(run("baseline", "42.64bn yuan", "82.3%").out).toBe("CNY 23.3900bn, between 23.3808bn and 23.3992bn");
  expect(run("growth", "$18.656bn", "$21.18bn").out).toBe("13.5292%, between 13.4993% and 13.5591%");
  const parity = run("convert", "42.64bn yuan", "USD", "--on", "2023-10-23", "--kind", "central-parity");
  expect([parity.code, parity.out.split("\n")[0]]).toEqual([
    0,
    "USD 5.93938bn, between 5.93864bn and 5.94012bn",
  ]);
  expect(parity.out).toContain("at USD/CNY 7.1792, between 7.17915 and 7.17925 (central parity, 2023-10-23");
});

test("a figure says what is ambiguous about it, and --json is JSON", () => {
  expect(run("figure", "$5.83 billion").out).toContain('"$" is read as USD');
  const json = JSON.parse(run("figure", "nearly 800", "--json").out);
  expect(json).toMatchObject({
    digits: "800",
    hedge: "below",
    interval: { lower: "700", upper: "800", lowerOpen: true, upperOpen: true },
  });
});

test("which rate was used, and growth in dollars", () => {
  const used = run(
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
  expect(run("growth-in", "USD", "82.3%", "--of", "2023-01/2023-09").out).toMatch(
    /^71\.1750%, between 71\.1255% and 71\.2245% in USD/,
  );
});

test("exit codes: 2 for wrong use, 3 for missing data, each with one clear line and no stack", () => {
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
    const done = run(...args);
    expect([done.code, ...args]).toEqual([code, ...args]);
    expect(done.err).toMatch(message);
    expect(done.err).not.toMatch(/\n\s+at /);
  }
});

test("help has examples, and the version is the package's", () => {
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
    expect(run(name, "--help").out).toContain(`$ trade-figures ${name}`);
  }
  expect(run("--version").out).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
});

test("report exits with 0 on the record, and with 1 when a figure in the data changes", () => {
  expect(run("report", "--no-write").out).toContain("every verdict is the one on record");
  const data = join(home, "tables");
  cpSync("data", data, { recursive: true });
  const report = join(data, "report.yaml");
  const written = readFileSync(report, "utf8");
  writeFileSync(
    report,
    written.replace("printed: $21.18bn\n    method: sum", "printed: $21.13bn\n    method: sum"),
  );
  const changed = run("report", "--no-write", "--data", data);
  expect(changed.code).toBe(1);
  expect(changed.out).toContain("september-sum (undecided on record, now consistent)");
  writeFileSync(report, written.replace("method: sum", "method: summ"));
  const broken = run("report", "--no-write", "--data", data);
  expect([broken.code, /report\.yaml line \d+, column \d+: no method "summ"/.test(broken.err)]).toEqual([
    3,
    true,
  ]);
});

test("a notebook that fails is named with its cell and line", () => {
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
  write("slow.ipynb", [{ ...cells[0], source: "await new Promise((done) => setTimeout(done, 1e9));" }]);
  write("exit.ipynb", [{ ...cells[0], source: "process.exit(0);" }]);
  const bad = run("run", "bad.ipynb", "slow.ipynb", "exit.ipynb", "--timeout", "10");
  expect(bad.code).toBe(1);
  expect(bad.out).toMatch(/✗ bad\.ipynb: cell 2.*RangeError: boom/);
  expect(bad.out).toMatch(/✗ slow\.ipynb: .*took more than 10 s and was stopped/);
  expect(bad.out).toMatch(/✗ exit\.ipynb: .*ended the process/);
  write("parameters.ipynb", [
    { ...cells[0], metadata: { tags: ["parameters"] } },
    { ...cells[0], source: "if (n !== 7) throw new Error(String(n));" },
  ]);
  expect([run("run", "parameters.ipynb").code, run("run", "parameters.ipynb", "-p", "n=7").code]).toEqual([
    1, 0,
  ]);
});
