import { expect, test } from "vitest";
import {
  check,
  contributions,
  figure,
  growth,
  growthBridge,
  indexed,
  period,
  Quantity,
  RateBook,
  rate,
  rateUsed,
  read,
} from "../../src/index.js";
import { annotatedPage } from "../../src/notebook/index.js";
import { failureFrom } from "../../src/notebook/run/failure.js";
import { isRich, toMimeBundle } from "../../src/notebook/show/mime.js";

const html = async (value: unknown) => String((await toMimeBundle(value))["text/html"]);
const book = new RateBook([
  { on: "2023-10-23", base: "USD", quote: "CNY", rate: "7.3158", kind: "noon-buying", source: "H.10" },
]);
const reading = read("Trade rose 82.3% to 42.64bn yuan ($5.83bn).", { publishedOn: "2023-10-23" });

test("contributions keep their labels, and the whole", async () => {
  const table = await html(
    contributions([
      { label: "Exports", base: figure("10.0bn yuan"), current: figure("10.4bn yuan") },
      { label: "Imports", base: figure("10.0bn yuan"), current: figure("10.6bn yuan") },
    ]),
  );
  for (const part of ["<table", "Exports", "Imports", "together"]) expect(table).toContain(part);
});

test("an index shows the months of its figures", async () => {
  const month = (text: string, at: string) => {
    const { unit, value, interval } = figure(text);
    return new Quantity({ unit, value, interval, period: period(at) });
  };
  const table = await html(indexed([month("$10.0bn", "2023-01"), month("$12.0bn", "2023-02")], 0));
  expect(table).toContain("January 2023");
  expect(table).toContain("February 2023");
});

test("which rate was used: the sentence, then the candidates", async () => {
  const used = rateUsed(figure("42.64bn yuan"), figure("$5.83bn"), { book, printedOn: "2023-10-23" });
  const shown = await html(used);
  expect(shown).toContain("<table");
  expect(shown).toContain("7.3158");
  expect(shown).toContain("reproduces the print");
});

test("a reading and a check are tables with a count above", async () => {
  expect(await html(reading)).toMatch(/mentions.*<table[\s\S]*42\.64bn yuan/);
  expect(await html(check(reading, { book }))).toMatch(/claims?: .*consistent[\s\S]*<table/);
});

test("a bridge has its three steps", async () => {
  const average = (value: string, year: string) =>
    rate("USD/CNY", value, { kind: "period-average", on: `${year}-12-29` });
  const bridge = growthBridge("CNY", growth(figure("10.00bn yuan"), figure("12.00bn yuan")), {
    current: average("7.05", "2023"),
    base: average("6.73", "2022"),
  });
  expect(await html(bridge)).toMatch(/its own currency[\s\S]*exchange rate[\s\S]*other currency/);
});

test("a plotly figure of one's own is drawn; other data with a layout is not", async () => {
  const own = { data: [{ type: "scatter", x: [1, 2], y: [3, 4] }], layout: { title: { text: "own" } } };
  expect(Object.keys(await toMimeBundle(own))).toContain("application/vnd.plotly.v1+json");
  expect([isRich({ data: [], layout: {} }), isRich({ data: [{ a: 1 }], layout: {} })]).toEqual([
    false,
    false,
  ]);
});

test("an annotated page is shown in a frame without rights, and nothing of it escapes", async () => {
  const shown = await html(annotatedPage(read('<script>alert(1)</script> "5bn yuan"')));
  expect(shown).toMatch(/^<iframe sandbox="" /);
  expect(shown.match(/</g)).toHaveLength(2);
  expect(isRich("<!doctype html><script>x</script>")).toBe(false);
});

test("a notebook without the package says what to install, and where", () => {
  const trace = { lineIn: () => undefined, placeIn: () => [], readable: String, typeErrors: () => [] };
  const thrown = new Error("Cannot find module 'trade-figures/data'\nRequire stack:\n- /a/b.js");
  expect(failureFrom([thrown], [], trace as never).message).toBe(
    "Cannot find module 'trade-figures/data': it is not installed for this notebook; run npm install trade-figures in its folder (or npm install FOLDER, a clone's folder or the archive of npm pack), and restart the kernel",
  );
});
