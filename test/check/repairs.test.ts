import { expect, test } from "vitest";
import { checkedFindings } from "../../src/check/finding.js";
import { caveatOf, offered } from "../../src/check/repair/repair.js";
import { marksOf } from "../../src/cli/lsp/findings.js";
import { check, read } from "../../src/index.js";

const repairsIn = (text: string) => {
  const failed = check(read(text)).claims.filter((one) => one.verdict === "inconsistent");
  return failed.flatMap(({ repairs }) => repairs);
};
const told = (text: string) => repairsIn(text).map((one) => `${one.to}${caveatOf(one)}`);

test("an edit after which another claim fails comes after all that break none", () => {
  // Both tell the growth, but with exports of $56bn the surplus is another.
  const text = "Exports rose 27% to $65bn from $44bn. Imports were $50bn, leaving a surplus of $15bn.";
  expect(told(text)).toEqual([
    "47%",
    "$56bn, but “$65bn from $44bn. Imports were $50bn, leaving a surplus of…” would not",
    "$55bn, but “$65bn from $44bn. Imports were $50bn, leaving a surplus of…” would not",
  ]);
  expect(offered(repairsIn(text)).map(({ to }) => to)).toEqual(["47%"]);
  const scale = "Exports rose 50% to $30bn from $20m. Imports were $27bn, leaving a surplus of $3bn.";
  expect(told(scale).slice(0, 2)).toEqual(["$20bn", "$20000m"]);
  expect(told(scale)[2]).toMatch(/^\$30m, but /);
});

test("where every edit makes another claim fail, it says which", () => {
  const text = "Sales fell 20% to $8.0bn (56bn yuan) from $12.0bn (84bn yuan). ($1 = 7 yuan)";
  expect(told(text)).toEqual(["$10.0bn, but “$12.0bn (84bn yuan” would not"]);
  expect(offered(repairsIn(text)).length).toBe(1);
});

test("a verb that two claims share is turned for both", () => {
  const both = "Sales fell 10.0%, or $1.0m, to $11.0m from $10.0m.";
  for (const repair of repairsIn(both)) {
    if (repair.kind === "direction") expect(repair.breaks).toBeUndefined();
  }
});

test("no edit that is offered first leaves more claims inconsistent than the text has", () => {
  const texts = [
    "Trade rose 68% to $67bn from $40bn, with exports of $30bn, up 50% from $20bn, and imports of $27bn, up 35% from $20bn.",
    "Exports rose 54% to $38bn from $54bn. Imports were $23bn, leaving a surplus of $15bn.",
    "Exports rose 100% to $20bn from $10bn and imports rose 50% to $30bn from $20bn. Trade was $60bn: exports of $20bn and imports of $30bn.",
  ];
  const failures = (text: string) =>
    check(read(text)).claims.filter((one) => one.verdict === "inconsistent").length;
  for (const text of texts) {
    const before = failures(text);
    for (const repair of repairsIn(text)) {
      const edited = text.slice(0, repair.span.start) + repair.to + text.slice(repair.span.end);
      expect([repair.to, failures(edited) >= before]).toEqual([repair.to, repair.breaks !== undefined]);
    }
  }
});

test("an editor offers what breaks another claim only where nothing else would do, and prefers none of it", () => {
  const fixesOf = (text: string) => {
    const reading = read(text);
    const findings = checkedFindings(reading, check(reading));
    const range = () => ({ start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
    return marksOf({ reading, findings, notCompared: [] }, range, false).flatMap(({ fixes }) => fixes);
  };
  expect(
    fixesOf("Exports rose 27% to $65bn from $44bn. Imports were $50bn, leaving a surplus of $15bn."),
  ).toMatchObject([{ text: "47%" }]);
  const [only] = fixesOf("Sales fell 20% to $8.0bn (56bn yuan) from $12.0bn (84bn yuan). ($1 = 7 yuan)");
  expect(only).toMatchObject({ text: "$10.0bn", preferred: false });
  expect(only?.title).toContain("would hold, but “$12.0bn (84bn yuan” would not");
});
