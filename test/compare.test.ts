import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { askJavascript, askPython, askR, judged } from "./compare/compare.mjs";
import { codeShown, pageOf, rowsOf } from "./compare/page.mjs";
import { amounts, cents, questions } from "./compare/questions.mjs";
import { LONG } from "./support/long.js";

const page = readFileSync("notebooks/guides/comparison.md", "utf8");

test("the page of the comparison has what the packages of JavaScript answer now", async () => {
  const answers = await askJavascript();
  for (const question of questions)
    for (const row of rowsOf(question, answers, judged))
      expect(page, `${row} is not on the page: npm run compare`).toContain(row);
});

test("the page shows the code that is run", () => {
  const shown = codeShown();
  expect(shown.length).toBeGreaterThan(25);
  expect(shown.filter((code) => !page.includes(code))).toEqual([]);
});

test("this package's bounds are those of the fractions, and none of its cents is wrong", () => {
  const rows = page.split("\n").filter((line) => line.startsWith("| trade-figures |"));
  expect(rows.length).toBe(questions.length);
  expect(rows.filter((row) => row.includes("the bounds that the digits allow")).length).toBe(3);
  expect(rows.filter((row) => row.includes("none wrong")).length).toBe(1);
});

test("a wrong answer is seen: bounds too narrow or too wide, a number rounded away, cents", () => {
  const [rate] = questions;
  const says = (answer: object) => judged(rate, answer);
  expect(says({ value: "7.3139", lower: "7.31", upper: "7.322" })).toBe("narrower than the digits allow");
  expect(says({ value: "7.3139", lower: "7.3", upper: "7.4" })).toBe("wider than the digits allow");
  expect(says({ value: "7.31" })).toBe("a number without bounds, and rounded away");
  expect(cents(["0.16", "6.4000"])).toBe("0.02");
  expect(cents(["0.48", "6.4000"])).toBe("0.08");
  expect(judged({ id: "cents" }, amounts().map(cents).with(0, "0.00"))).toBe("1 wrong");
});

// R, Python and their packages take half a minute to install.
test.runIf(LONG)("the whole page is what everybody answers now", async (context) => {
  if (spawnSync("Rscript", ["-e", "library(statcheck)"]).status !== 0)
    context.skip("R's statcheck is not here: apt-get install r-cran-statcheck");
  const answers = { ...(await askJavascript()), ...askPython(), ...askR() };
  expect(page).toBe(pageOf(answers, judged));
});
