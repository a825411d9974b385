import { afterEach, expect, test, vi } from "vitest";
import { openPublished } from "../../src/data/index.js";
import { readStatements } from "../../src/data/statements.js";
import { check, read, reconcile } from "../../src/index.js";

afterEach(() => vi.restoreAllMocks());

/** From here on an hour passes between any two looks at the clock. */
function slowClock() {
  let hours = 0;
  vi.spyOn(performance, "now").mockImplementation(() => 3_600_000 * hours++);
  vi.spyOn(Date, "now").mockImplementation(() => 3_600_000 * hours++);
}

const TEXT = `China's exports to Russia were $111bn in 2023. China's exports to Russia were $119.3bn in the first nine months of 2023.

China's imports from Russia were $139.1bn in 2023. Chinese exports to Russia rose 43.6% in October 2022 from a year earlier in dollar terms.

China's exports to Japan were $157.5bn in 2023.

China's imports from Japan were $160.5bn in 2023.

China's trade with Japan was $381.0bn in 2023.`;

test("a text has the same verdicts and repairs, and figures the same conflicts, however slow the clock", () => {
  const published = openPublished();
  const checked = () =>
    check(read(TEXT, { publishedOn: "2024-02-01" }), { published }).claims.map(
      ({ kind, verdict, says, repairs }) => [kind, verdict, says, repairs.map(({ to }) => to)],
    );
  const facts = readStatements(["data"]).filter(({ area }) => area === "Liaoning" || area === "Jilin");
  const reconciled = () => {
    const { verdict, conflicts, problems } = reconcile(facts, { limits: { repairEffort: 1 } });
    const repairs = problems.flatMap(({ corrections }) => corrections.found.map(({ says }) => says));
    return [verdict, conflicts.map(({ says }) => says), repairs];
  };
  const calm = [checked(), reconciled()];
  expect(calm[0]?.filter((one) => one[1] === "inconsistent").length).toBeGreaterThan(2);
  expect(calm[1]?.[0]).toBe("contradictory");
  slowClock();
  expect([checked(), reconciled()]).toEqual(calm);
});

test("a limit of time that the caller sets is said where it struck", () => {
  slowClock();
  const found = reconcile(readStatements(["data"]), { limits: { ms: 5000 } });
  expect(found.timedOut).toBe(true);
  expect(found.toJSON()).toMatchObject({ timedOut: true });
  expect(found.why).toBe("not decided within 5 seconds");
});
