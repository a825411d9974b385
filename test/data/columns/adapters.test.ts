import * as arrow from "@uwdata/flechette";
import * as arquero from "arquero";
import { expect, test } from "vitest";
import { fromArrow, toArrow } from "../../../src/data/columns/arrow.js";
import { Column } from "../../../src/data/columns/column.js";
import { textRows, toArquero } from "../../../src/data/columns/frames.js";
import { Keys } from "../../../src/data/columns/keys.js";
import { toFrame } from "../../../src/data/index.js";

const units = [
  2n ** 53n - 1n,
  2n ** 53n + 1n,
  -(2n ** 53n) - 1n,
  null,
  -1n,
  0n,
  2n ** 63n - 1n,
  -(2n ** 63n) + 1n,
];
const month = Keys.of("month", [
  "2023-01",
  "2023-02",
  "2023-01",
  "2023-02",
  "2023-01",
  "2023-01",
  "2023-02",
  "2023-02",
]);

test("Arrow: amounts of 2^53 ± 1, of 2^63 − 1, negatives and nulls arrive as they were", () => {
  const value = Column.fromUnits("CNY", 2, units);
  const back = fromArrow(arrow as never, toArrow(arrow as never, { value, keys: [month] }), {
    currency: "CNY",
    keys: ["month"],
  });
  expect(back.value.scale).toBe(2);
  expect(units.map((_, i) => back.value.unitsAt(i))).toEqual(units);
  expect(units.map((_, i) => back.keys[0]?.at(i))).toEqual(units.map((_, i) => month.at(i)));
});

test("Arrow: floating-point amounts, a missing column and cut-off bytes are refused", () => {
  const floats = arrow.tableToIPC(arrow.tableFromArrays({ value: [0.1, 0.2] }), {
    format: "file",
  }) as Uint8Array;
  expect(() => fromArrow(arrow as never, floats, { currency: "CNY" })).toThrow(
    "holds neither decimals nor whole numbers",
  );
  expect(() => fromArrow(arrow as never, floats, { currency: "CNY", amount: "x" })).toThrow('no column "x"');
  expect(() => fromArrow(arrow as never, floats.slice(0, 40), { currency: "CNY" })).toThrow();
});

const small = {
  value: Column.of("CNY", 2, ["0.10", "0.20", null, "-0.05"]),
  keys: [Keys.of("month", ["a", "a", "b", "b"])],
};

test("arquero adds whole numbers, and the amounts come back exact", () => {
  const { table, amount } = toArquero(arquero as never, small);
  const sums = table
    .groupby("month")
    .rollup({ sum: arquero.op.sum("value") })
    .objects() as { month: string; sum: number }[];
  expect(sums.map((row) => [row.month, amount(row.sum).toFixed(2)])).toEqual([
    ["a", "0.30"],
    ["b", "-0.05"],
  ]);
  expect(() => toArquero(arquero as never, { value: Column.fromUnits("CNY", 2, units), keys: [] })).toThrow(
    "could pass 2^53",
  );
});

test("danfo takes the rows as texts", async () => {
  const danfo = await import("danfojs-node");
  const rows = [...textRows({ value: small.value.slice(0, 2), keys: [(small.keys[0] as Keys).slice(0, 2)] })];
  expect(rows[0]).toEqual({ month: "a", value: "0.10" });
  const frame = toFrame(danfo as never, rows, { scaled: { value: 2 } });
  expect(frame.sum("value", "month").get("a")?.toFixed(2)).toBe("0.30");
});
