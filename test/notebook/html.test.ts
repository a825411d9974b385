import { expect, test } from "vitest";
import { figure } from "../../src/index.js";
import { type Notebook, notebookToHtml, toMimeBundle } from "../../src/notebook/index.js";

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
});
