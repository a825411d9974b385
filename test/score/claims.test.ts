import { expect, test } from "vitest";
import { scoreClaims } from "./claims.mjs";
import { perfect, row } from "./fixtures.js";
import { measures } from "./tally.mjs";

// biome-ignore lint/suspicious/noExplicitAny: readings bent out of shape
function scored(bend: (reading: any) => void = () => {}, rows = [row()]) {
  const reading = perfect();
  bend(reading);
  return scoreClaims(rows, () => reading);
}
// biome-ignore lint/suspicious/noExplicitAny: names of lines
const f1 = (score: any, line: string) => measures(score.lines[line]).f1;

test("a reading without a mistake scores 1 on every line, and raises no trap", () => {
  const score = scored();
  for (const line of ["money", "percent", "pairs", "growth", "growth: … and basis", "growth: … and base"]) {
    expect([line, f1(score, line)]).toEqual([line, 1]);
  }
  expect(score.lines["period"]).toMatchObject({ right: 1, missed: 0 });
  expect(score.misses).toEqual([]);
  expect(score.traps).toEqual([]);
});

test("an amount that is not read lowers the recall of money alone", () => {
  const score = scored((reading) => reading.mentions.pop());
  expect(measures(score.lines["money"])).toMatchObject({ precision: 1, recall: 2 / 3 });
  expect(f1(score, "percent")).toBe(1);
  expect(score.misses).toMatchObject([
    { line: "money", sort: "missed", expected: '"37.9 billion yuan" = CNY 37900000000' },
  ]);
});

test("an amount that is not there lowers the precision, only where the kind is annotated without omission", () => {
  const more = {
    kind: "money",
    text: "Exports",
    start: 0,
    end: 7,
    figure: { value: { toFixed: () => "1" } },
  };
  const bend = (reading: { mentions: object[] }) => reading.mentions.push({ ...more, currency: "USD" });
  expect(measures(scored(bend).lines["money"])).toMatchObject({ precision: 3 / 4, recall: 1 });
  const open = scored(bend, [{ ...row(), exhaustive_kinds: ["percent"] }]);
  expect(measures(open.lines["money"]).precision).toBe(1);
});

test("another value, another currency and another span are each a miss and a false alarm", () => {
  for (const change of [{ figure: { value: { toFixed: () => "1" } } }, { currency: "JPY" }, { start: 42 }]) {
    const score = scored((reading) => {
      reading.mentions[1] = { ...reading.mentions[1], ...change };
    });
    expect(score.lines["money"]).toEqual({ right: 2, missed: 1, wrong: 1 });
  }
});

test("money of an unsaid currency may be read without one or left out, but not with one", () => {
  const rows = [row()];
  // biome-ignore lint/suspicious/noExplicitAny: the currency is taken away
  (rows[0]?.mentions[4] as any).currency = null;
  const without = scored((reading) => {
    reading.mentions[4] = { ...reading.mentions[4], currency: undefined };
  }, rows);
  const left = scored((reading) => reading.mentions.pop(), rows);
  const named = scored(() => {}, rows);
  expect([without, left, named].map((one) => one.lines["money"])).toEqual([
    { right: 2, missed: 0, wrong: 0 },
    { right: 2, missed: 0, wrong: 0 },
    { right: 2, missed: 0, wrong: 1 },
  ]);
});

test("a growth needs its rate, its sign and its level; basis, base and period have lines of their own", () => {
  const off = (change: object) =>
    scored((reading) => {
      reading.growth[0] = { ...reading.growth[0], ...change };
    });
  expect(f1(off({ sign: -1 }), "growth")).toBe(0);
  expect(f1(off({ sign: -1 }), "growth: rate")).toBe(1);
  expect(f1(off({ level: undefined }), "growth")).toBe(0);
  expect(f1(off({ level: undefined }), "growth: rate, sign")).toBe(1);
  for (const [change, line] of [
    [{ basis: "unsaid" }, "growth: … and basis"],
    [{ base: undefined }, "growth: … and base"],
    [{ period: undefined }, "growth: … and period"],
  ] as const) {
    expect([f1(off(change), "growth"), f1(off(change), line)]).toEqual([1, 0]);
  }
});

test("a pair counts by both its amounts", () => {
  const score = scored((reading) => {
    reading.conversions[0] = { ...reading.conversions[0], amount: reading.mentions[4] };
  });
  expect(score.lines["pairs"]).toEqual({ right: 0, missed: 1, wrong: 1 });
});

test("a trap is raised by money or a relation that touches it, and by nothing that is annotated there", () => {
  const start = row().text.indexOf("6011");
  const number = {
    kind: "money",
    text: "6011",
    start,
    end: start + 4,
    currency: "USD",
    figure: { value: { toFixed: () => "6011" } },
  };
  expect(scored((reading) => reading.mentions.push(number)).traps).toMatchObject([
    { as: "money", text: "6011" },
  ]);
  expect(scored((reading) => reading.mentions.push({ ...number, kind: "count" })).traps).toEqual([]);
  expect(
    scored((reading) => reading.changes.push({ from: number, to: reading.mentions[1], sign: 1 })).traps,
  ).toMatchObject([{ as: "change" }]);
  const annotated = {
    ...row(),
    traps: [{ span: "12.5 percent", start: 25, end: 37, why: "a growth after all" }],
  };
  expect(scored(() => {}, [annotated]).traps).toEqual([]);
});

test("doubled is +100 percent, halved −50, a fall by a third −33.33", () => {
  const signed = (kind: string, value: string, sign: number, expected: string, unit = kind) => {
    const rows = [row()];
    Object.assign(rows[0]?.growth[0] as object, { signed_rate: expected, unit });
    return f1(
      scored((reading) => {
        const rate = { ...reading.growth[0].rate, kind, figure: { value: { toFixed: () => value } } };
        reading.growth[0] = { ...reading.growth[0], rate, sign };
      }, rows),
      "growth",
    );
  };
  expect(signed("multiple", "2", 1, "100")).toBe(1);
  expect(signed("multiple", "0.5", -1, "-50")).toBe(1);
  expect(signed("fraction", `0.${"3".repeat(40)}`, -1, "-33.3333")).toBe(1);
  expect(signed("basis-point", "0.006", -1, "-60", "bp")).toBe(1);
  expect(signed("basis-point", "0.006", 1, "-60", "bp")).toBe(0);
});
