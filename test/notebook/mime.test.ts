import { expect, test } from "vitest";
import { figure } from "../../src/index.js";
import { DISPLAY, toMimeBundle } from "../../src/notebook/mime.js";

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
  expect(html).toMatch(/<th scope="col"[^>]*text-align:right[^>]*>value/);
  expect(html).toMatch(/<th scope="row"[^>]*>H\.10/);
  expect(bundle["text/plain"]).toContain("H.10");
});

test("lists of figures become a table with the bounds as a second line", async () => {
  const html = String((await toMimeBundle([figure("82.3%", { label: "growth" })]))["text/html"]);
  expect(html).toContain("growth");
  expect(html).toContain("between 82.25% and 82.35%");
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
