import { isLosslessNumber, parse, stringify } from "lossless-json";
import { FigureError } from "../../errors.js";
import { checkNames, noColumn } from "./csv-shape.js";
import { type DuckDb, duckdb } from "./duckdb.js";

/**
 * JSON files, of one array or of one object a line, as a table of texts. DuckDB finds the objects and the names; the numbers
 * are read here, digit by digit, since DuckDB makes doubles of them.
 * @throws FigureError "bad-data" for what is no JSON; "bad-option" for a file without one of the wanted columns
 */
export async function jsonRows(
  engine: DuckDb,
  files: readonly string[],
  wanted: readonly string[],
  file: string,
): Promise<string> {
  const list = `[${files.map((one) => duckdb.literal(one)).join(", ")}]`;
  const described = await engine.rows(
    `DESCRIBE SELECT * FROM read_json(${list}, union_by_name = true, sample_size = -1)`,
  );
  const names = described.map(([name]) => name as string);
  checkNames(names, files.join(", "));
  const columns = [...names, file].map((name) => `${duckdb.identifier(name)} VARCHAR`).join(", ");
  // A name may be missing in one object, and not in all of a file.
  const seen = new Map<string, Set<string>>(files.map((one) => [one, new Set()]));
  await engine.run(async () => {
    await engine.connection.run(`CREATE OR REPLACE TABLE json_rows (${columns})`);
    await engine.beside(async (reading) => {
      const objects = await reading.stream(
        `SELECT filename, CAST(json AS VARCHAR) FROM read_json_objects(${list}, filename = true)`,
      );
      const appender = await engine.connection.createAppender("json_rows");
      let row = 0;
      for (;;) {
        const chunk = await objects.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) break;
        for (const [from, text] of chunk.getRows() as [string, string][]) {
          row += 1;
          const object = objectOf(text, from, row);
          for (const name of Object.keys(object)) seen.get(from)?.add(name);
          for (const name of names) {
            const value = textOf(object[name]);
            if (value === null) appender.appendNull();
            else appender.appendVarchar(value);
          }
          appender.appendVarchar(from);
          appender.endRow();
        }
        appender.flushSync();
      }
      appender.closeSync();
    });
  });
  for (const [one, there] of seen)
    if (!wanted.every((name) => there.has(name))) throw noColumn(one, wanted, [...there]);
  return "json_rows";
}

function objectOf(text: string, file: string, row: number): Record<string, unknown> {
  let found: unknown;
  try {
    found = parse(text);
  } catch (error) {
    throw new FigureError("bad-data", `${file}, row ${row}: ${(error as Error).message}`, { file });
  }
  if (typeof found === "object" && found !== null && !Array.isArray(found))
    return found as Record<string, unknown>;
  throw new FigureError("bad-data", `${file}, row ${row}: "${text.slice(0, 40)}" is no object`, { file });
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (isLosslessNumber(value)) return value.value;
  return typeof value === "object" ? (stringify(value) ?? null) : String(value);
}
