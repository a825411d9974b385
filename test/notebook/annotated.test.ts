import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { check, read } from "../../src/index.js";
import { annotatedPage } from "../../src/notebook/index.js";
import { LONG } from "../support/long.js";
import { axeProblems } from "../web/browsers.js";
import { chromiumForTests, launch, Tab } from "./chromium.js";

const TEXT = `The port shipped goods worth 42.64bn yuan ($5.83bn) in the first nine months of 2023, up 82.3%
from a year earlier. <b>Exports</b> rose 4.2% to 12.5 billion euros from 11.0 billion euros.

In September alone trade reached 7.2bn yuan ($98.4m), the highest since February 2022, at 10:45.`;

function pageOf(text: string): string {
  const reading = read(text, { publishedOn: "2023-10-23" });
  return annotatedPage(reading, check(reading), { name: "A <text>" });
}

const decoded = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

test("every text comes out whole and escaped, whatever is marked in it", () => {
  const words = fc.constantFrom(
    "rose 5%",
    "$3bn",
    "(€2bn)",
    "<b>",
    "&amp;",
    "\n",
    "\n\n",
    "from 2 million",
    " ",
    "x",
    "10:45",
    "to 7.",
    "'\"",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const text = parts.join(" ");
      const reading = read(text);
      const page = annotatedPage(reading, undefined, { name: text });
      const prose = /<div class="prose">([\s\S]*?)<\/div>\n<section/.exec(page)?.[1] as string;
      const bare = prose
        .replace(/<span class="note"[\s\S]*?<\/span><\/mark>/g, "</mark>")
        .replace(/<sup>.*?<\/sup>/g, "");
      expect(decoded(bare.replace(/<[^>]+>/g, "")).replace(/\s+/g, "")).toBe(text.replace(/\s+/g, ""));
      expect(page).not.toMatch(/<b>(?!conversion|growth|change|sum|share)/);
    }),
    { numRuns: 200 },
  );
});

test("a text on one line has the marks of one of the same length on many", () => {
  const sentence = "At 10:45 trade of 9 of them rose 5% to $3bn. ";
  const marks = (text: string) => {
    const empty = { growth: [], conversions: [], changes: [], sums: [], shares: [] };
    return annotatedPage({ ...read(text), ...empty }).match(/<mark/g)?.length;
  };
  const count = marks(sentence.repeat(2000));
  expect(count).toBeGreaterThanOrEqual(4000);
  expect(marks(`${sentence.trim()}\n`.repeat(2000))).toBe(count);
});

test("a text that is figures from end to end makes a page of at most 55 times its size", () => {
  const text = "9% ".repeat(5000);
  expect(annotatedPage(read(text)).length / text.length).toBeLessThan(55);
});

const program = chromiumForTests();

test.runIf(program !== undefined)(
  "what was found at a figure shows on hover, focus and touch, in light and dark, on a phone and a desk",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "trade-figures-annotated-"));
    const file = join(folder, "page.html");
    writeFileSync(file, pageOf(TEXT));
    const address = pathToFileURL(file).href;
    const browser = await launch(program as string);
    // The page itself forbids every script: the bypass is for axe alone.
    const problems: string[] = [];
    const tab = new Tab(async () => {
      const page = await browser.newPage({ hasTouch: true, bypassCSP: true });
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      page.on("request", (request) => /^https?:/.test(request.url()) && problems.push(request.url()));
      return page;
    });
    try {
      const pairs = [375, 768, 1280].flatMap((width) =>
        (["dark", "light"] as const).map((scheme) => [width, scheme] as const),
      );
      // Every width, in one scheme by turns; both in the long run.
      const taken = pairs.filter((_, i) => LONG || i % 4 === 0 || i === 3);
      expect(new Set(taken.map(([width]) => width)).size).toBe(3);
      for (const [width, colorScheme] of taken) {
        const page = await tab.visit(address, { viewport: { width, height: 800 }, colorScheme });
        const mark = page.locator("article mark.inconsistent").first();
        const note = mark.locator(".note");
        const shownInside = async () => {
          expect(await note.isVisible()).toBe(true);
          const box = (await note.boundingBox()) as NonNullable<Awaited<ReturnType<typeof note.boundingBox>>>;
          expect([box.x >= 0, box.x + box.width <= width, box.y >= 0, box.y + box.height <= 800]).toEqual([
            true,
            true,
            true,
            true,
          ]);
        };
        expect(await note.isVisible()).toBe(false);
        await mark.hover();
        await shownInside();
        await page.mouse.move(1, 1);
        expect(await note.isVisible()).toBe(false);
        await mark.focus();
        await shownInside();
        await mark.evaluate("(it) => it.blur()");
        await mark.tap();
        await shownInside();
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        expect(problems).toEqual([]);
        expect(await axeProblems(page)).toEqual([]);
      }
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
