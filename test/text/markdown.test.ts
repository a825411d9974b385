import { expect, test } from "vitest";
import { check, read } from "../../src/index.js";
import { markdownDay, withoutEmphasis } from "../../src/text/markdown.js";

test("bold figures are figures, and every place stays", () => {
  const text =
    "Exports rose **5%** to __$105m__ from **$100m**; 2**3**4 and ** not this ** stay, *nor* this.";
  const plain = withoutEmphasis(text);
  expect(plain).toBe(
    "Exports rose   5%   to   $105m   from   $100m  ; 2**3**4 and ** not this ** stay, *nor* this.",
  );
  expect(plain.length).toBe(text.length);
  const [claim] = check(read(plain)).claims;
  expect([claim?.kind, claim?.verdict]).toEqual(["growth", "consistent"]);
});

test("the day of a Markdown text stands in the lines of YAML at its head, and nowhere else", () => {
  expect(markdownDay("---\ntitle: x\ndate: 2023-10-23\n---\ntext")).toBe("2023-10-23");
  expect(markdownDay("text\ndate: 2023-10-23")).toBeUndefined();
});
