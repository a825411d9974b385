import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { lineChart } from "../../src/chart/index.js";
import { dependency } from "../../src/cli/new.js";
import { pastedSeries, seriesOfTable } from "../../src/data/table-series.js";
import { FigureError, type Series } from "../../src/index.js";
import { save } from "../../src/notebook/picture/index.js";
import { toMimeBundle } from "../../src/notebook/show/mime.js";
import { openReport } from "../../src/report/index.js";

const home = mkdtempSync(join(tmpdir(), "trade-figures-new-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const program = resolve("dist/esm/cli/main.js");

/** What a user types; each is one command. */
function type(folder: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: "utf8" });
  expect([done.status, done.stderr]).toEqual([0, ""]);
  return done.stdout;
}

/** What `new` says of a table that it does not take; it writes nothing. */
function refused(folder: string, from: string): string {
  const done = spawnSync(process.execPath, [program, "new", folder, "--from", from], {
    cwd: home,
    encoding: "utf8",
  });
  expect([done.status, existsSync(join(home, folder))]).toEqual([3, false]);
  return done.stderr;
}

/** Twenty-four months as one pastes them from a page: tabs, thousands signs, a month that is missing. Made up by rule. */
const MONTHS = Array.from({ length: 24 }, (_, i) => {
  const period = `${i < 12 ? 2023 : 2024}-${String((i % 12) + 1).padStart(2, "0")}`;
  const yen = 7_000 + ((i * 389) % 1_900) + i * 20;
  return i === 7
    ? `${period}\t\t`
    : `${period}\t${yen.toLocaleString("en")}.0\t${(yen / (132 + i)).toFixed(2)}`;
});

test("from a pasted table of exports in yen and dollars to a published page with charts, in three commands", () => {
  writeFileSync(
    join(home, "japan.txt"),
    `Month\tExports (billion yen)\tExports (bn US dollars)\n${MONTHS.join("\n")}\n`,
  );
  // 1: make it. What npm install does is done by a link: tests ask no registry.
  type(home, "new", "japan", "--from", "japan.txt", "--title", "Exports in yen and in dollars");
  const folder = join(home, "japan");
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/trade-figures"));
  const scripts = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).scripts as Record<
    string,
    string
  >;
  // 2: npm start; 3: npm test.
  const out = type(folder, ...(scripts["start"] ?? "").split(" ").slice(1));
  expect(out).toContain("5 statements");
  expect(type(folder, ...(scripts["test"] ?? "").split(" ").slice(1))).toContain(
    "every verdict is the one on record",
  );
  const site = join(folder, "site");
  for (const file of [
    "index.html",
    "charts/exports-jpy.svg",
    "charts/exports-usd.png",
    "notebooks/01-first-letter.html",
    "statements.csv",
  ])
    expect(existsSync(join(site, file)), file).toBe(true);
  const page = readFileSync(join(site, "index.html"), "utf8");
  expect(page).toMatch(/Exports in Japanese yen came to (9\.\d+tn|[\d,.]+bn) yen in December 2024, after/);
  expect(readFileSync(join(site, "charts/exports-jpy.csv"), "utf8")).not.toContain("August 2023");
  expect(readFileSync(join(site, "notebooks/01-first-letter.html"), "utf8")).toContain(
    "From December 2023 to December 2024",
  );
});

test("the same table in a notebook: six cells to growth, a chart in each currency and a page", async () => {
  // 1: paste. 2: look. 3: growth. 4: chart. 5: index of both. 6: save.
  const source = { publisher: "A table made up by rule", date: "2025-01-15" };
  const [yen, dollars] = pastedSeries(
    `Month\tExports (billion yen)\tExports (bn US dollars)\n${MONTHS.join("\n")}`,
    { source },
  ) as [Series, Series];
  expect([yen.length, yen.gaps.map((one) => one.period.text)]).toEqual([23, ["2023-08"]]);
  expect(String((await toMimeBundle(yen))["text/html"])).toContain("no figure for 2023-08");
  expect(dollars.growth().at("2024-12").show()).toMatch(/^-?[\d.]+%, between/);
  expect(dollars.growth().gaps.map((one) => one.why)).toEqual(["no figure for 2023-08"]);
  const chart = lineChart(yen, { title: "Exports in yen" });
  expect(chart.source).toContain("A table made up by rule");
  const both = [yen.named("in yen"), dollars.named("in dollars")];
  expect(lineChart(both, { title: "Both", base: "2023-01" }).table.rows.length).toBe(46);
  await save(chart, join(home, "yen.html"));
  expect(readFileSync(join(home, "yen.html"), "utf8")).toContain("The figures of this chart");
});

test("two months have no growth over a year, and make a report all the same; one month alone is refused", () => {
  const table = "month,exports (million EUR)\n2024-01,1120.5\n2024-02,1150.2\n";
  writeFileSync(join(home, "two.csv"), table);
  type(home, "new", "two", "--from", "two.csv");
  const out = type(join(home, "two"), "report", ".", "--no-notebooks", "--out", "site");
  expect(out).toContain("1 statement: 1 consistent");
  writeFileSync(join(home, "equal.csv"), table.replace("1150.2", "1120.5"));
  type(home, "new", "equal", "--from", "equal.csv");
  type(join(home, "equal"), "report", ".", "--no-notebooks", "--out", "site");
  writeFileSync(join(home, "one.csv"), table.replace(/2024-02.*\n/, ""));
  expect(refused("one", "one.csv")).toContain("one.csv: no column has amounts of two periods to compare");
  // One month in two currencies is an exchange rate.
  writeFileSync(
    join(home, "both.csv"),
    "month,exports (million EUR),exports (million USD)\n2024-01,10.5,11.4\n",
  );
  type(home, "new", "both", "--from", "both.csv");
  expect(openReport(join(home, "both")).results.map(({ outcome }) => outcome)).toEqual(["computed"]);
});

test("an article is told from a table: the error says what reads texts", () => {
  const articles = {
    "one line": "Exports rose 12% to $7.9bn in 2024.\n",
    commas: "Trade in 2024, a record\nExports, which rose 12%, came to $7.9bn.\nImports, too, rose.\n",
    quotes: 'Trade in 2024\nIt was "a record", he said.\n',
    bytes: "PK\u0003\u0004\u0000",
  };
  for (const [name, article] of Object.entries(articles)) {
    writeFileSync(join(home, "article.txt"), article);
    expect(refused("article", "article.txt"), name).toContain(
      "--from needs a table with a period at the start of each line, and texts are read by: trade-figures check article.txt",
    );
  }
  writeFileSync(join(home, "table.csv"), "month,exports\n2024-01,1\n");
  expect(refused("table", "table.csv")).not.toContain("check");
});

test("statements of one's own in place of those made: the page is written, and the notebook says what it misses", () => {
  writeFileSync(join(home, "yen.csv"), "month,exports (billion yen)\n2022-12,7402.9\n2023-12,7774.8\n");
  type(home, "new", "own", "--from", "yen.csv");
  const folder = join(home, "own");
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/trade-figures"));
  writeFileSync(
    join(folder, "data/report.yaml"),
    'title: "In euros"\nstatements:\n  - { id: eur, says: "Exports came to 49.45bn euros", printed: 49.45bn euros, method: convert, amount: exports 2023-12, rate: { pair: EUR/JPY, kind: period-average, over: 2023-12 }, source: table }\n',
  );
  writeFileSync(join(folder, "data/report.md"), `They came to ${"$"}{eur}.\n`);
  const done = spawnSync(process.execPath, [program, "report", ".", "--out", "site"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(done.status).toBe(1);
  expect(done.stderr).toBe("");
  expect(done.stdout).toContain("✗ 01-first-letter.ipynb: cell 2");
  expect(done.stdout).toContain('no statement "exports-growth" with a figure in data/report.yaml');
  // A mean that nobody published is that of the days.
  expect(done.stdout).toContain("1 statement: 1 consistent");
  expect(done.stdout).toContain("mean of daily reference rates, 2023-12: EUR/JPY 157.2126");
  expect(existsSync(join(folder, "site/index.html"))).toBe(true);
  expect(readFileSync(join(folder, "site/notebooks/01-first-letter.html"), "utf8")).toContain("no statement");
});

test("an own report of ten statements in euros", () => {
  type(home, "new", "euros");
  const data = join(home, "euros/data");
  writeFileSync(
    join(data, "figures.csv"),
    "series,period,hedge,amount,scale,currency,growth_percent,source,note\n" +
      "exports,2023,,1590.1,billion,EUR,,table,\nexports,2024,,1560.0,billion,EUR,-1.9,table,\n" +
      "imports,2023,,1362.8,billion,EUR,,table,\nimports,2024,,1319.2,billion,EUR,-3.2,table,\n",
  );
  const statements = [
    "{ id: a, says: Exports fell, printed: -1.9%, method: growth, from: exports 2023, to: exports 2024 }",
    "{ id: b, says: Imports fell, printed: -3.2%, method: growth, from: imports 2023, to: imports 2024 }",
    "{ id: c, says: The surplus, printed: €240.8bn, method: difference, of: exports 2024, less: imports 2024 }",
    "{ id: d, says: The surplus before, printed: €227.3bn, method: difference, of: exports 2023, less: imports 2023 }",
    "{ id: e, says: Together, printed: €2.88tn, method: sum, parts: [exports 2024, imports 2024] }",
    "{ id: f, says: Exports of both, printed: 54.2%, method: share, part: exports 2024, whole: €2879.2bn }",
    "{ id: g, says: In dollars, printed: $1.72tn, method: convert, amount: exports 2023, rate: { pair: EUR/USD, value: 1.0813, kind: period-average } }",
    "{ id: h, says: The rate, method: implied-rate, amount: €1.59tn, converted: $1.72tn }",
    "{ id: i, says: The base, method: baseline, to: exports 2024, growth: -1.9% }",
    "{ id: j, says: Firms, printed: about 300, method: one-source }",
  ];
  writeFileSync(
    join(data, "report.yaml"),
    `title: Trade in euros\nstatements:\n${statements.map((one) => `  - ${one}`).join("\n")}\n`,
  );
  writeFileSync(
    join(data, "report.md"),
    `Exports came to $` + `{exports 2024}, $` + `{c.printed} more than imports.\n`,
  );
  const { results } = openReport(join(home, "euros"));
  expect(results.map(({ outcome }) => outcome)).toEqual([
    ...Array.from({ length: 7 }, () => "consistent"),
    "computed",
    "computed",
    "undecided",
  ]);
  const out = type(join(home, "euros"), "report", ".", "--out", "site", "--no-notebooks");
  expect(out).toContain("10 statements: 7 consistent, 0 inconsistent, 1 undecided, 2 computed");
  expect(readFileSync(join(home, "euros/site/index.html"), "utf8")).toContain(
    "Exports came to €1,560.0bn, €240.8bn more than imports.",
  );
});

describe("a pasted table", () => {
  const names = (text: string) =>
    seriesOfTable(text, "t.csv").map(({ name, currency, scale }) => `${name} ${currency} ${scale}`);
  const problem = (text: string) => {
    try {
      seriesOfTable(text, "t.csv");
    } catch (error) {
      if (FigureError.is(error)) return error.message;
      throw error;
    }
    return "no error";
  };

  test("headings say currency and scale in many ways; commas, semicolons and tabs part cells", () => {
    expect(names("period,exports (billion yen),USD bn\n2024,1.0,2.0")).toEqual([
      "exports JPY billion",
      "usd USD billion",
    ]);
    expect(names("period;Imports EUR million;Imports, GBP m\n2024;1.0;2.0")).toEqual([
      "imports-eur EUR million",
      "imports-gbp GBP million",
    ]);
  });

  test("months in several spellings; trailing zeros stay", () => {
    const written = seriesOfTable("m,EUR bn\n2022M01,1\nFeb-22,2\nMar 22,3\nApr '99,4\n", "t.csv")[0];
    expect(written?.points.map(({ period }) => period)).toEqual(["2022-01", "2022-02", "2022-03", "1999-04"]);
    const [series] = seriesOfTable("m,EUR bn\n2024/1,1.50\nFeb 2024,2.00\n2024年3月,3\n202404,\n", "t.csv");
    expect(series?.points).toEqual([
      { period: "2024-01", hedge: "", amount: "1.50" },
      { period: "2024-02", hedge: "", amount: "2.00" },
      { period: "2024-03", hedge: "", amount: "3" },
    ]);
  });

  test("German and Russian tables: decimal commas, scales and months", () => {
    const [out, into] = seriesOfTable(
      "Monat;Ausfuhren (Mrd. Euro);Einfuhren (Mio. Euro)\nJan 2024;126,4;1.100,25\nMärz 2024;1.126,40;98,5\n05.2024;−0,5;about 90\n",
      "t.csv",
    );
    expect(out).toMatchObject({ currency: "EUR", scale: "billion", label: "ausfuhren" });
    expect(out?.points.map(({ period, amount }) => `${period} ${amount}`)).toEqual([
      "2024-01 126.4",
      "2024-03 1126.40",
      "2024-05 -0.5",
    ]);
    expect(into?.scale).toBe("million");
    expect(into?.points.map(({ hedge, amount }) => `${hedge} ${amount}`)).toEqual([
      " 1100.25",
      " 98.5",
      "about 90",
    ]);
    const [exports_] = seriesOfTable(
      "месяц;экспорт (млрд долл.)\nмай 2024;36,1\nиюнь 2024;1 036,1\n",
      "t.csv",
    );
    expect([exports_?.currency, ...(exports_?.points ?? []).map(({ amount }) => amount)]).toEqual([
      "USD",
      "36.1",
      "1036.1",
    ]);
  });

  test("what a table leaves open says --locale and --region", () => {
    const amounts = (text: string, reading: Parameters<typeof seriesOfTable>[2]) =>
      seriesOfTable(text, "t.csv", reading).map(
        ({ currency, scale, points }) =>
          `${currency} ${scale} ${points.map(({ amount }) => amount).join(" ")}`,
      );
    const open = "m;Exporte ($bn)\n2024-01;7,332\n";
    expect(amounts(open, {})).toEqual(["USD billion 7332"]);
    expect(amounts(open, { locale: "de" })).toEqual(["USD billion 7.332"]);
    expect(amounts("m;Exports (million dollars)\n2024-01;7.332\n", { region: "AU" })).toEqual([
      "AUD million 7.332",
    ]);
    expect(amounts("m;Exporte (Mio. Fr.)\n2024-01;1'234.5\n", {})).toEqual(["CHF million 1234.5"]);
    expect(amounts(open, { region: "ca" })).toEqual(["CAD billion 7332"]);
    expect(() => amounts(open, { locale: "german" })).toThrow('no locale "german"');
    expect(() => amounts(open, { region: "Canada" })).toThrow('region "Canada" is not a country code');
    expect(problem("m;EUR bn\n2024-01;126,4\n2024-02;126.4\n")).toMatch(/"126,4", .*read with --locale de/);
  });

  test("what is wrong is named with its place and a way out", () => {
    expect(problem("period,exports\n2024,1")).toBe(
      't.csv line 1, column exports: found no currency, expected one in the heading: "exports (billion yen)"',
    );
    expect(problem("period,EUR bn\n2024,many")).toBe(
      't.csv line 2, column EUR bn: found "many", expected digits such as 8766.5, or with a hedge, about 8766',
    );
    expect(problem("period,EUR bn\nlast year,1")).toMatch(
      /^t\.csv line 2, column 1: found "last year", expected a period such as 2024-01/,
    );
    expect(problem("period\n2024")).toMatch(/expected a line of headings/);
  });
});

test("a project depends on the archive or the folder that the package was installed from, else on its version", () => {
  const made = join(home, "x", "node_modules", "trade-figures");
  mkdirSync(made, { recursive: true });
  const lock = (packages: object) =>
    writeFileSync(join(home, "x", "node_modules", ".package-lock.json"), JSON.stringify({ packages }));
  const folder = join(home, "y");
  expect(dependency(folder, made)).toMatch(/^\^\d+\.\d+\.\d+/);
  writeFileSync(join(home, "some.tgz"), "");
  lock({ "node_modules/trade-figures": { resolved: "file:../some.tgz" } });
  expect(dependency(folder, made)).toBe("file:../some.tgz");
  lock({ "node_modules/trade-figures": { resolved: "file:../gone.tgz" } });
  expect(dependency(folder, made)).toMatch(/^\^/);
  lock({ "node_modules/trade-figures": { resolved: "https://registry.example/trade-figures.tgz" } });
  expect(dependency(folder, made)).toMatch(/^\^/);
  expect(dependency(folder, join(home, "clone"))).toBe("file:../clone");
});
