import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { baselineChart } from "../../src/chart/index.js";
import { figure } from "../../src/index.js";
import { type Notebook, notebookToHtml, toMimeBundle } from "../../src/notebook/index.js";
import { toHtml } from "../../src/notebook/picture/index.js";

const notebook = (cells: Notebook["cells"]): Notebook => ({
  cells,
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});
const code = (data: Readonly<Record<string, unknown>>) => ({
  cell_type: "code" as const,
  metadata: {},
  source: "1 < 2",
  outputs: [{ output_type: "display_data" as const, data, metadata: {} }],
});
const markdown = (source: string) => ({ cell_type: "markdown" as const, metadata: {}, source });

test("a page has a title, a way past the navigation, and the current page marked", () => {
  const html = notebookToHtml(notebook([markdown("# A & B")]), {
    nav: [
      { href: "a.html", text: "First" },
      { href: "b.html", text: "Second", current: true },
    ],
  });
  expect(html).toContain("<title>A &amp; B</title>");
  expect(html).toMatch(/<a class="skip" href="#main">.*<nav .*<main id="main"/s);
  expect(html).toContain('<a href="b.html" aria-current="page">Second</a>');
});

test("links to neighbouring notebooks lead to their pages, and no other link is touched", () => {
  const html = notebookToHtml(
    notebook([
      markdown("[a](02-b.ipynb) [c](https://example.org/x.ipynb) [d](02-b.ipynb?x) <script>1</script>"),
    ]),
  );
  expect(html).toContain('href="02-b.html"');
  expect(html).toContain('href="https://example.org/x.ipynb"');
  expect(html).toContain('href="02-b.ipynb?x"');
  expect(html).not.toContain("<script>1");
});

test("each table can be had as CSV and JSON without scripts, and none of its cells starts a formula", async () => {
  const rows = [
    { month: "March", "a, b": '=HYPERLINK("x")' },
    { month: "April", "a, b": "−1,001.5" },
  ];
  const html = notebookToHtml(notebook([code(await toMimeBundle(rows, { caption: "Two months" }))]));
  const links = [...html.matchAll(/<a download="([^"]+)" href="data:[\w/]+;base64,([^"]+)"/g)];
  expect(links.map(([, name]) => name)).toEqual(["table-1.csv", "table-1.json"]);
  const [csv = "", json = ""] = links.map(([, , data = ""]) => Buffer.from(data, "base64").toString());
  expect(csv).toBe(`month,"a, b"\nMarch,"'=HYPERLINK(""x"")"\nApril,-1001.5\n`);
  expect(JSON.parse(json)).toEqual([rows[0], { month: "April", "a, b": "-1001.5" }]);
});

test("a line ends between words of a cell, not inside a day or a stretch of months", async () => {
  const kept = (text: string) => `<span style="white-space:nowrap">${text}</span>`;
  const rows = [
    { what: "exports, 2022-01/2022-09", where: "https://example.org/2023-10-23-a" },
    { what: "2023-10-23", where: "x-2023-10-23" },
  ];
  const html = String((await toMimeBundle(rows))["text/html"]);
  expect(html).toContain(`>exports, ${kept("2022-01/2022-09")}</th>`);
  expect(html).toContain(`>${kept("2023-10-23")}</th>`);
  expect(html).toContain("/2023-10-23-a");
  expect(html).toContain(">x-2023-10-23</td>");
});

test("a figure of a saved table is a number, its bounds a column of their own", async () => {
  const html = notebookToHtml(
    notebook([
      code(await toMimeBundle([figure("82.3%", { label: "growth" }), figure("45%", { label: "other" })])),
    ]),
  );
  const csv = Buffer.from(/text\/csv;base64,([^"]+)/.exec(html)?.[1] ?? "", "base64").toString();
  expect(csv).toBe(
    'figure,"value, %","value, %: bounds"\ngrowth,82.3,between 82.25 and 82.35\nother,45,between 44.5 and 45.5\n',
  );
});

test("a page asks nothing of a network, and runs no script but those of its charts", async () => {
  const policyOf = (html: string) =>
    /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1]?.replaceAll("&#39;", "'");
  const chart = await toHtml(
    baselineChart(figure("23.39bn yuan"), figure("82.3%"), figure("42.64bn yuan"), {
      title: "Growth",
      basePeriod: "2022",
      currentPeriod: "2023",
      source: { text: "customs", date: "2023" },
    }),
  );
  const scripts = [...chart.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = ""]) => script);
  const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  const hostile = [
    "alert(1)",
    "window.__tradeFigures&&window.__tradeFigures.show(alert(1))",
    `${scripts[1]};alert(1)`,
    scripts[0]?.replace(/\)\("[^"]*",/, `)("${gzipSync("alert(1)").toString("base64")}",`) ?? "",
  ];
  const page = notebookToHtml(
    notebook([
      markdown("# A\n\n![x](https://example.org/x.png)"),
      code({ "text/html": chart }),
      ...hostile.map((script) => code({ "text/html": `<script>${script}</script>` })),
    ]),
  );
  const policy = policyOf(page) ?? "";
  expect(policy).toMatch(/^default-src 'none'; img-src data: blob:; .*base-uri 'none'; form-action 'none'$/);
  expect(policy).not.toContain("unsafe-inline'; script-src 'unsafe-inline'");
  for (const script of scripts) expect(policy).toContain(hash(script));
  for (const script of hostile) expect(policy).not.toContain(hash(script));
  // Its charts' scripts, and plotly as the library unpacks it.
  expect(policy.match(/sha256-/g)).toHaveLength(scripts.length + 1);
  expect(policyOf(notebookToHtml(notebook([markdown("# B")])))).toContain("script-src 'none'");
});

test("text, errors and pictures of a notebook are escaped", () => {
  const html = notebookToHtml(
    notebook([
      code({ "text/plain": "<b>1</b>" }),
      code({ "image/png": '"><script>', "text/plain": '"alt"' }),
      {
        ...code({}),
        outputs: [{ output_type: "error", ename: "<i>", evalue: "</pre>", traceback: [] }],
      },
    ]),
  );
  expect(html).toContain("&lt;b&gt;1");
  expect(html).toContain("1 &lt; 2");
  expect(html).not.toMatch(/<script>|<i>|<b>1/);
  // On a phone a saved picture is scrolled, by keyboard too, and not shrunk until no word of it can be read.
  expect(html).toMatch(/<div class="output picture" tabindex="0" role="group" aria-label="Picture"><img /);
  expect(html).toMatch(/max-width: 40rem\) \{\s*\.picture img \{ max-width: none; width: 42rem \}/);
});
