import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { relationFindings } from "../../src/check/finding.js";
import { clean } from "../../src/cli/door.js";
import { decode } from "../../src/cli/text/input/decode.js";
import { htmlText } from "../../src/cli/text/input/html-text.js";
import { linesOf } from "../../src/cli/text/input/lines.js";
import { coverageOf } from "../../src/cli/text/output/coverage.js";
import { inLine } from "../../src/cli/text/output/in-line.js";
import { progressBar } from "../../src/cli/text/output/progress.js";
import { read } from "../../src/index.js";
import { described } from "../../src/notebook/annotated/article.js";
import { Places } from "../../src/text/place.js";

test("a page is its text: no scripts, navigation or hidden parts, paragraphs apart, entities decoded", () => {
  const { text, publishedOn } = htmlText(`<!doctype html><html><head><title>9%</title>
    <meta property="article:published_time" content="2023-10-23T08:00:00Z"><style>p { top: 5% }</style></head>
    <body><nav>Home 1%</nav><p>Trade <b>rose</b>\n 5.2&nbsp;% &amp; more<br>to €5&#46;2bn.</p><script>"$7bn"</script>
    <div hidden>8%</div><p aria-hidden="true">9%</p><p>Then fell.<aside>ad 3%</aside></p></body></html>`);
  expect(text).toBe("Trade rose 5.2\u00a0% & more\nto €5.2bn.\n\nThen fell.");
  expect(publishedOn).toBe("2023-10-23");
});

test("what a style of its own hides is left out, what a style shows is not", () => {
  const shown = (style: string) => htmlText(`<p>Up 5%</p><p style="${style}">9%</p>`).text !== "Up 5%";
  for (const style of [
    "display:none",
    "color: red; DISPLAY : none !important",
    "visibility:hidden",
    "visibility: collapse;",
    "display:/* */none",
  ])
    expect([style, shown(style)]).toEqual([style, false]);
  for (const style of ["display:block", "--display:none", "visibility:visible", "display:none-such", ""])
    expect([style, shown(style)]).toEqual([style, true]);
});

test("of a page with a main part only that is read, and of one without all", () => {
  expect(htmlText("<div>More 4%</div><main><p>Up 5%</p></main><p>Down 6%</p>").text).toBe("Up 5%");
  expect(htmlText("<article>Up 5%</article><p>Down 6%</p>").text).toBe("Up 5%");
  expect(htmlText("<main></main><p>Down 6%</p>").text).toBe("Down 6%");
});

test("the number of a note and the cells of a row do not run into the figures beside them", () => {
  expect(
    htmlText("<p>5.83<sup>1</sup> and 7<sup><a href='#n'>2</a></sup> m<sup>2</sup>, 9<sup>th</sup></p>").text,
  ).toBe("5.83¹ and 7 m², 9th");
  expect(
    htmlText("<table><tr><td>Feb</td><td>6%</td></tr><tr><td>Mar</td><td>7%</td></tr></table>").text,
  ).toBe("Feb | 6%\nMar | 7%");
  expect(htmlText("<p>12&shy;345\u200b6</p><pre>a  b\n  c</pre>").text).toBe("123456\n\na  b\n  c");
});

test("any markup gives a text, and no text gives an error", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "<p>",
          "</p>",
          "<nav>",
          "</nav>",
          "<sup>",
          "<br>",
          "</",
          "<!--",
          "&#x",
          "5%",
          " ",
          "<a href='",
          "</main>",
          "<main>",
        ),
      ),
      (parts) => {
        expect(typeof htmlText(parts.join("")).text).toBe("string");
      },
    ),
  );
});

test("bytes are decoded from UTF-8 and marked UTF-16; the byte that does not fit is named", () => {
  const bytes = (...all: number[]) => Uint8Array.from(all);
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0x35), "x")).toBe("5");
  expect(decode(bytes(0xff, 0xfe, 0x35, 0, 0x25, 0), "x")).toBe("5%");
  expect(decode(bytes(0xfe, 0xff, 0, 0x35), "x")).toBe("5");
  expect(() => decode(bytes(0xff, 0xfe, 0x35), "x")).toThrow(/odd number of bytes/);
  expect(() => decode(bytes(0x61, 0, 0x62), "x")).toThrow(/NUL byte at byte 1/);
  expect(() => decode(bytes(0x61, 0xe4, 0xbf), "x")).toThrow(/byte 1 \(0xe4\) is not UTF-8/);
});

test("the first byte that is not UTF-8 is found wherever it stands", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.nat(200_000),
      fc.constantFrom(0xff, 0xc0, 0x80),
      (some, pad, wrong) => {
        const before = Buffer.from(`${"ä".repeat(pad)}${some.replaceAll("\u0000", "")}`);
        const all = Buffer.concat([before, Buffer.from([wrong]), Buffer.from(" and more ü")]);
        expect(() => decode(all, "x")).toThrow(new RegExp(`byte ${before.length} `));
      },
    ),
    { numRuns: 30 },
  );
});

test("lines are the same however a stream is cut, and one that is too long is counted and not kept", async () => {
  const text = '{"a":1}\r\n\n  \n{"b":"ü"}\n'.concat("x".repeat(50), "\nlast");
  const whole = Buffer.from(text);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length)), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), whole.length];
      const pieces = at.slice(1).map((end, i) => whole.subarray(at[i], end));
      const found = [];
      for await (const { number, bytes, failure, cut } of linesOf(Readable.from(pieces), 20)) {
        found.push([number, bytes === undefined ? failure : Buffer.from(bytes).toString(), cut]);
      }
      expect(found).toEqual([
        [1, '{"a":1}\r', undefined],
        [4, '{"b":"ü"}', undefined],
        [5, "a line of 50 bytes: at most 20 are read", undefined],
        [6, "last", true],
      ]);
    }),
  );
});

test("a hedge that is one of the words of a multiple is quoted once, one that stands before them with them", () => {
  const said = relationFindings(read("Exports more than doubled from $1.0bn to more than $2.3bn."));
  expect(said.map((one) => one.says)).toEqual([
    "A rise of “more than doubled” to “more than $2.3bn” from “$1.0bn”.",
  ]);
});

test("a mention is said in words, the thing counted at its number, a range from end to end", () => {
  const said = (text: string) => read(text).mentions.map(described);
  expect(said("It sold some 4,000 vehicles.")).toEqual([
    "count: 4,000 vehicles, between 3,000 and 5,000 · hedge “some”",
  ]);
  expect(said("Trade grew 5 to 6 percent year on year.")).toEqual([
    "percent: from 5%, between 4.5% and 5.5%, to 6%, between 5.5% and 6.5% · growth",
    "comparison: year on year",
  ]);
});

test("a long line is shortened between its words, a word without end within it", () => {
  expect(inLine("a few words", 20)).toBe("a few words");
  expect(inLine("rose by more than twelve percent to this and that", 30)).toBe("rose by more … and that");
  expect(inLine("x".repeat(50), 30)).toBe(`${"x".repeat(15)}…${"x".repeat(10)}`);
});

test("a place is a line and a column from 1", () => {
  const places = new Places("ab\n\ncd");
  expect([0, 2, 3, 4, 6].map((at) => places.of(at))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 3 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 3, column: 3 },
  ]);
});

test("every number of a text is counted as read or with the reason why not", () => {
  const reading = read("Up 4.2% to $5.83bn at 10:45; 17 of them.");
  const { numbers, read: found, why, unrelated } = coverageOf(reading, []);
  const left = Object.values(why).reduce((sum, count) => sum + count, 0);
  expect([numbers, found + left, found, unrelated]).toEqual([5, 5, 2, 2]);
});

test("text of others cannot steer a terminal", () => {
  expect(clean("a\u001b[31mb\u0007\u202e\tc\n")).toBe("a\\u001b[31mb\\u0007\\u202e\tc\n");
});

test("the bar waits, says how far it is, and leaves an empty line", () => {
  const written: string[] = [];
  let time = 1000;
  const bar = progressBar(
    2e6,
    (text) => written.push(text),
    () => time,
  );
  bar.step(5e5, 1);
  expect(written).toEqual([]);
  time += 1000;
  bar.step(5e5, 2);
  expect(written[0]).toBe(`${"█".repeat(12)}${"░".repeat(12)}  50%  3 documents, 1.0 MB`);
  bar.end();
  expect(written.at(-1)).toBe("");
});
