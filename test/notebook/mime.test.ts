import { expect, test } from "vitest";
import type { MimeBundle } from "../../src/figure/display.js";
import { compare, Decimal, figure, period, rate } from "../../src/index.js";
import { say } from "../../src/notebook/index.js";
import { DISPLAY, isRich, toMimeBundle } from "../../src/notebook/show/mime.js";
import { openReport } from "../../src/report/index.js";

test("figures and what says how it is shown give their own forms", async () => {
  const bundle = await toMimeBundle(figure("42.64bn yuan"));
  expect(bundle["text/plain"]).toBe("CNY 42.64bn, between 42.635bn and 42.645bn");
  expect(await toMimeBundle({ [DISPLAY]: () => ({ "text/plain": "own" }) })).toEqual({ "text/plain": "own" });
});

test("rows become an accessible table, with figures to the right and hostile text as text", async () => {
  const bundle = await toMimeBundle([
    { rate: "<script>alert(1)</script>", value: "7.1792" },
    { rate: "H.10", value: "7.3158" },
  ]);
  const html = String(bundle["text/html"]);
  expect(html).not.toContain("<script>");
  expect(html).toMatch(/scope="col"[^>]*text-align:right[^>]*>value/);
  expect(html).toMatch(/scope="row"[^>]*>H\.10/);
  expect(bundle["text/plain"]).toContain("H.10");
});

test("a table says its caption, the unit of a column in its header, the bounds as a second line", async () => {
  const bundle = await toMimeBundle(
    [figure("82.3%", { label: "growth" }), figure("45%", { label: "the other" })],
    {
      caption: "Two growths",
    },
  );
  const html = String(bundle["text/html"]);
  expect(html).toMatch(/<caption[^>]*>Two growths<\/caption>/);
  expect(html).toMatch(/scope="col"[^>]*>value, <span[^>]*>%<\/span><\/th>/);
  expect(html).toMatch(
    /scope="row"[^>]*>growth<\/th><td[^>]*right[^>]*><span[^>]*>82\.3<\/span><br><small[^>]*>between 82\.25 and 82\.35</,
  );
  expect(bundle["text/plain"]).toBe(
    "Two growths\nfigure     value, %\ngrowth     82.3, between 82.25 and 82.35\nthe other  45, between 44.5 and 45.5",
  );
});

test("figures of different units keep theirs; rates, periods, sources and verdicts are cells too", async () => {
  const html = String(
    (
      await toMimeBundle([
        {
          what: figure("42.64bn yuan"),
          rate: rate("USD/CNY", "7.1792", { kind: "central-parity" }),
          verdict: "inconsistent",
        },
        {
          what: figure("$5.83bn"),
          when: period("2023-01/2023-09"),
          from: { publisher: "P", date: "2023-10-23", url: "https://example.org/a" },
        },
        { what: "constructor", from: { publisher: "Q", url: "javascript:alert(1)" } },
      ])
    )["text/html"],
  );
  expect(html).toContain("CNY 42.64bn<br>");
  expect(html).toMatch(/rate, <span[^>]*>yuan per US dollar/);
  expect(html).toContain(">7.1792</span><br>");
  expect(html).toContain("✗\u00a0inconsistent");
  expect(html).toContain(">January to September 2023<");
  expect(html).toContain('<a href="https://example.org/a" rel="noreferrer">P, 23 October 2023</a>');
  expect(html).not.toContain("javascript:");
});

test("verdicts, intervals, statements and danfo frames are shown in words, and as last expressions too", async () => {
  const verdict = compare(figure("$21.18bn"), figure("$21.2bn"));
  const results = openReport(".").results.slice(0, 3);
  const frame = { columns: ["a"], values: [[1], [2]], groupby: () => undefined };
  for (const value of [verdict, figure("5%").interval, results[0], results, frame, [figure("5%")]]) {
    expect(isRich(value)).toBe(true);
    expect(String((await toMimeBundle(value))["text/html"])).toMatch(/^<(div|table|strong)/);
  }
  const exact = { frame, scaled: { a: 1 }, amount: (_: string, units: number) => new Decimal(units).div(10) };
  expect(isRich(exact)).toBe(true);
  expect((await toMimeBundle(exact))["text/plain"]).toBe("a\n0.1\n0.2");
  expect((await toMimeBundle(verdict))["text/html"]).toContain("<strong>?\u00a0undecided</strong>");
  expect((await toMimeBundle(results))["text/html"]).toContain("42.64bn yuan are $5.83bn: at whose rate?");
  for (const value of [[], [1], { verdict: "odd" }, { lower: 1 }, "text", null])
    expect(isRich(value)).toBe(false);
});

test("a long table is cut, and says so", async () => {
  const bundle = await toMimeBundle(Array.from({ length: 600 }, (_, i) => ({ i: String(i) })));
  expect(bundle["text/plain"]).toMatch(/^The first 500 of 600 rows\./);
});

test("anything else is the text that console.log prints", async () => {
  for (const [value, text] of [
    [5, "5"],
    ["a", "a"],
    [null, "null"],
    [undefined, "undefined"],
    [[], "[]"],
    [[1, 2], "[ 1, 2 ]"],
  ] as const) {
    expect(await toMimeBundle(value)).toEqual({ "text/plain": text });
  }
});

test("dollar signs in HTML and in a sentence are money: MathJax is kept from them", async () => {
  const ignored = /^<div class="mathjax_ignore tex2jax_ignore">.*<\/div>$/s;
  const finding = { finding: "“$9.6bn” plus “$11.53bn” is USD 21.130bn" };
  for (const value of [[finding], { verdict: "consistent", says: finding.finding }])
    expect((await toMimeBundle(value))["text/html"]).toMatch(ignored);
  const one = await toMimeBundle(figure("$5.83bn"));
  expect(one["text/html"]).not.toContain("$");
  const shown: MimeBundle[] = [];
  const before = globalThis as { [key: symbol]: unknown };
  const channel = Symbol.for("trade-figures.channel");
  const kept = before[channel];
  before[channel] = { show: (bundle: MimeBundle) => shown.push(bundle) };
  try {
    await say`Exports were ${figure("$9.6bn")}, and imports \$7.99bn.`;
  } finally {
    before[channel] = kept;
  }
  expect(shown[0]).toEqual({
    "text/plain": "Exports were $9.6bn, and imports $7.99bn.",
    "text/markdown": "Exports were <span>\\$</span>9.6bn, and imports <span>\\$</span>7.99bn.",
  });
});
