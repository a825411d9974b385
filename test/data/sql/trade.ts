import { rmSync, writeFileSync } from "node:fs";
import { Column } from "../../../src/data/columns/column.js";
import { type Generated, generateTrade } from "../../../src/data/columns/generate.js";
import type { Keys } from "../../../src/data/columns/keys.js";
import { DuckDb } from "../../../src/data/sql/duckdb.js";
import { ROUNDING_MODES, type RoundingMode } from "../../../src/index.js";
import { byDefinition } from "../columns/oracle.js";

/** Ten thousand rows with ties, negatives, nulls, and a few amounts that no double holds. */
export function rowsFor(rows = 10_000): { made: Generated; units: (bigint | null)[] } {
  const made = generateTrade({ rows, seed: 20231023, months: 24, from: "2022-01" });
  const units = Array.from({ length: rows }, (_, i) => made.value.unitsAt(i));
  // Beyond 2^53, where a double would lose the last digit.
  for (let i = 7; i < rows; i += 997) units[i] = 9007199254740993n + BigInt(i);
  for (let i = 11; i < rows; i += 1997) units[i] = -9007199254740995n - BigInt(i);
  return { made, units };
}

/** Sums by month and province of the conversion, by the definition of the mode; in parts of a cent where asked for. */
export function expected(
  made: Generated,
  units: readonly (bigint | null)[],
  mode: RoundingMode,
  parts = 1n,
): Map<string, string> {
  const sums = new Map<string, bigint>();
  units.forEach((a, i) => {
    if (a === null) return;
    const month = made.month.at(i);
    const y = byDefinition(
      a * 10_000n * parts,
      BigInt((made.digits[month] as string).replace(".", "")),
      mode,
    );
    const id = `${month} ${made.province.at(i)}`;
    sums.set(id, (sums.get(id) ?? 0n) + y);
  });
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, sum]) => [id, String(sum)]));
}

export function inMemory(
  made: Generated,
  units: readonly (bigint | null)[],
): { value: Column<"CNY">; month: Keys } {
  return { value: Column.fromUnits("CNY", 2, units), month: made.month };
}

/** Texts of month, province, amount and whole number, null where there is no amount. */
export function* textRows(made: Generated, units: readonly (bigint | null)[]): Generator<(string | null)[]> {
  const column = Column.fromUnits("CNY", 2, units);
  let i = 0;
  for (const text of column.texts()) {
    const a = units[i] as bigint | null;
    yield [made.month.at(i), made.province.at(i), text, a === null ? null : String(a)];
    i += 1;
  }
}

/** The rows as a Parquet file of month, province, value and fen. */
export async function writeParquet(path: string, { made, units }: ReturnType<typeof rowsFor>): Promise<void> {
  const csv = `${path}.csv`;
  const lines = [...textRows(made, units)].map((row) => row.map((cell) => cell ?? "").join(","));
  writeFileSync(csv, `month,province,value,fen\n${lines.join("\n")}\n`);
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT * FROM read_csv('${csv}', columns = {'month': 'VARCHAR', 'province': 'VARCHAR', 'value': 'DECIMAL(18,2)', 'fen': 'BIGINT'}, header = true)) TO '${path}' (FORMAT parquet)`,
  );
  await duck.close();
  rmSync(csv);
}

export const MODES: readonly RoundingMode[] = ROUNDING_MODES;
