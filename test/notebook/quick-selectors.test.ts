import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { selectQuickly } from "../../src/notebook/picture/quick-selectors.js";

const page =
  '<svg class="main-svg"><g class="a trace"><g class="trace"><path class="a"/><clipPath id="c"/></g></g><text class="a-b trace a">t</text></svg>';

test("elements find by name and classes what jsdom finds", () => {
  const plain = new JSDOM(page).window.document;
  const quick = new JSDOM(page).window;
  selectQuickly(quick.Element);
  const [theirs, ours] = [plain, quick.document].map((document) => document.querySelector("svg") as Element);
  for (const selector of [
    ..."g path clipPath .a .trace g.trace .a.trace .trace.a text.a .a-b none .none svg".split(" "),
    "g > path",
    "g path",
    "#c",
    "g,text",
    ":scope > g",
    "*",
  ]) {
    const names = (found: Iterable<Element> | null) =>
      [...(found ?? [])].map((one) => `${one.localName}.${one.getAttribute("class")}`);
    expect(names(ours!.querySelectorAll(selector)), selector).toEqual(
      names(theirs!.querySelectorAll(selector)),
    );
    expect(ours!.querySelector(selector)?.outerHTML, selector).toBe(
      theirs!.querySelector(selector)?.outerHTML,
    );
  }
  expect(() => ours!.querySelectorAll("")).toThrow();
});
