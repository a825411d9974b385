import { expect, test } from "vitest";
import { checkRecord, type Fact, figure, period } from "../../src/index.js";

const fact = (when: string, amount: string, flow: Fact["flow"] = "total"): Fact => ({
  area: "CHN",
  partner: "RUS",
  flow,
  period: period(when),
  amount: figure(amount) as NonNullable<Fact["amount"]>,
});
const september = fact("2023-09", "$21.18bn");
const facts = [fact("2018-09", "more than $9bn"), fact("2022-02", "$9.8bn"), fact("2023-06", "$20.831bn")];

test("beside a month without an upper end no month is certainly the highest; since a later one it is", () => {
  const all = checkRecord(september, facts);
  expect([all.verdict, all.open]).toEqual(["undecided", ["2018-09"]]);
  expect(all.says).toContain("of 2018-09 only a lower end was printed");
  const since = checkRecord(september, facts, { since: "2022-02" });
  expect([since.verdict, since.open, since.compared]).toEqual(["consistent", [], 2]);
  expect(since.missing).toHaveLength(17);
  expect(since.highest.period.text).toBe("2023-06");
});

test("a month above the claim's refutes it, whatever else is open", () => {
  const higher = [...facts, fact("2023-07", "$21.3bn")];
  const { verdict, clash } = checkRecord(september, higher);
  expect(verdict).toBe("inconsistent");
  expect(clash?.prints.map(({ part, fact: { period: of } }) => `${part} ${of.text}`)).toEqual([
    "amount 2023-07",
    "amount 2023-09",
    "record 2023-09",
  ]);
  // It adds up to something false without this package's help: 21.25 ≤ July ≤ September < 21.185.
  const { lines, adds } = clash?.certificate ?? { lines: [], adds: "" };
  expect(lines.map(({ bound, open, times }) => [bound, open, times])).toContainEqual(["21.25", false, "1"]);
  expect(adds).toBe("21.25 < 21.185");
});

test("exports and imports that nobody added up refute a record, and figures that contradict one another do not", () => {
  const flows = [fact("2023-07", "$10.9bn", "exports"), fact("2023-07", "$10.5bn", "imports")];
  const found = checkRecord(september, [...facts, ...flows]);
  expect([found.verdict, found.highest.period.text, found.by.map(({ fact: of }) => of.flow)]).toEqual([
    "inconsistent",
    "2023-07",
    ["exports", "imports"],
  ]);
  expect(found.clash?.prints).toHaveLength(4);
  const doubted = checkRecord(september, [...facts, ...flows, fact("2023-07", "$19bn")]);
  expect(doubted.verdict).toBe("undecided");
});

test("exports and imports close an open total; a claim since a month without others is told", () => {
  const closed = [...facts, fact("2018-09", "$4.1bn", "exports"), fact("2018-09", "$5.2bn", "imports")];
  expect(checkRecord(september, closed).verdict).toBe("consistent");
  expect(() => checkRecord(september, facts, { since: "2023-08" })).toThrow(
    /no month before 2023-09 since 2023-08 to compare with/,
  );
});
