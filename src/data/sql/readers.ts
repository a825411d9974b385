import { existsSync, realpathSync, statSync } from "node:fs";
import { FigureError } from "../../errors.js";
import { type CsvShape, csvShape, noColumn, notUtf8 } from "./csv-shape.js";
import { type DuckDb, duckdb } from "./duckdb.js";
import { jsonRows } from "./json.js";
import type { Part } from "./load.js";
import { sheetRows } from "./sheet.js";

/** The column that says from which file a row is. */
export const FILE = "trade_figures_file";

/** What reads the files, as SQL. */
export interface Reader {
  readonly from: string;
  readonly kind: Kind;
  /** Lines, or rows of a sheet, above the header of a file. */
  readonly above: ReadonlyMap<string, number>;
}

type Kind = "CSV" | "Parquet" | "JSON" | "Excel";

/** Paths, globs and folders as files, each once however often it was named. */
export async function filesOf(engine: DuckDb, paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) files.push(path);
      else {
        const inside = await globbed(engine, `${path.replace(/\/+$/, "")}/*`);
        if (inside.length === 0)
          throw new FigureError("no-file", `${path} has no files of rows (${SAID})`, { file: path });
        files.push(...inside);
      }
    } else if (/[*?[]/.test(path)) files.push(...(await globbed(engine, path)));
    else throw new FigureError("no-file", `there is no ${path}`, { file: path });
  }
  if (files.length === 0) throw new FigureError("no-file", `no file matches ${paths.join(", ")}`);
  const kinds = new Set(files.map(kindOf));
  if (kinds.size > 1) {
    throw new FigureError(
      "bad-option",
      `the files are of several kinds (${[...kinds].join(", ")}): give one kind at a time`,
    );
  }
  const once = new Map<string, string>();
  for (const file of files) {
    const real = realpathSync(file);
    if (!once.has(real)) once.set(real, file);
  }
  return [...once.values()];
}

async function globbed(engine: DuckDb, pattern: string): Promise<string[]> {
  const found = await engine.rows(`SELECT file FROM glob(${duckdb.literal(pattern)}) ORDER BY file`);
  return found.map(([file]) => file as string).filter((file) => ENDINGS.test(file));
}

const ENDINGS = /\.(csv|tsv|txt|csv\.gz|parquet|json|jsonl|ndjson|xlsx)$/i;
const SAID = ".csv, .csv.gz, .tsv, .txt, .parquet, .json, .jsonl, .ndjson, .xlsx";

function kindOf(file: string): Kind {
  if (/\.parquet$/i.test(file)) return "Parquet";
  if (/\.(json|jsonl|ndjson)$/i.test(file)) return "JSON";
  return /\.xlsx$/i.test(file) ? "Excel" : "CSV";
}

/**
 * What reads the files; text stays text. Every file has the wanted columns: one without them would be all nulls, and its
 * amounts would be missing in the sums without a word.
 */
export async function readerOf(
  engine: DuckDb,
  files: readonly string[],
  wanted: readonly string[],
  setAside: boolean,
): Promise<Reader> {
  const kind = kindOf(files[0] as string);
  const above = new Map<string, number>();
  if (kind === "Excel") {
    const { table, above: rows } = await sheetRows(engine, files, wanted, FILE);
    return { from: table, kind, above: rows };
  }
  if (kind === "JSON") return { from: await jsonRows(engine, files, wanted, FILE), kind, above };
  if (kind === "Parquet") {
    await checkParquet(engine, files, wanted);
    return { from: `read_parquet(${list(files)}, filename = '${FILE}', union_by_name = true)`, kind, above };
  }
  const groups: { readonly shape: CsvShape; readonly files: string[] }[] = [];
  for (const file of files) {
    const shape = await csvShape(file, wanted);
    above.set(file, shape.skip);
    const last = groups.at(-1);
    if (last !== undefined && JSON.stringify(last.shape) === JSON.stringify(shape)) last.files.push(file);
    else groups.push({ shape, files: [file] });
  }
  const read = groups.map((one) => `SELECT * FROM ${csvReader(one.files, one.shape, setAside)}`);
  return { from: `(${read.join(" UNION ALL BY NAME ")})`, kind, above };
}

const list = (files: readonly string[]) => `[${files.map((file) => duckdb.literal(file)).join(", ")}]`;

function csvReader(files: readonly string[], shape: CsvShape, setAside: boolean): string {
  const columns = shape.columns.map((name) => `${duckdb.literal(name)}: 'VARCHAR'`).join(", ");
  return `read_csv(${[
    list(files),
    "auto_detect = false",
    "header = true",
    `skip = ${shape.skip}`,
    `delim = ${duckdb.literal(shape.delimiter)}`,
    `quote = '"', escape = '"'`,
    `columns = {${columns}}`,
    `filename = '${FILE}'`,
    ...(setAside ? ["store_rejects = true", "rejects_limit = 0"] : []),
  ].join(", ")})`;
}

async function checkParquet(
  engine: DuckDb,
  files: readonly string[],
  wanted: readonly string[],
): Promise<void> {
  // The first row of a schema is its root; names below it that have children are no columns of their own.
  const found = await engine.rows(`SELECT file_name, name FROM parquet_schema(${list(files)})`);
  const columns = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const [file, name] of found) columns.get(file as string)?.push(name as string);
  for (const [file, [, ...names]] of columns) {
    const lower = new Set(names.map((one) => one.toLowerCase()));
    if (!wanted.every((name) => lower.has(name.toLowerCase()))) throw noColumn(file, wanted, names);
  }
}

const NUMBER = "file_row_number";
const LARGEST_PART = 2 ** 21;

/** Parts of Parquet files at the bounds of their row groups; none where a row group is too large to be held. */
export async function parquetParts(
  engine: DuckDb,
  files: readonly string[],
  columns: readonly string[],
): Promise<Part[]> {
  if (columns.includes(NUMBER)) return [];
  const groups = await engine.rows(
    `SELECT DISTINCT file_name, row_group_id, row_group_num_rows FROM parquet_metadata(${list(files)})`,
  );
  const parts: Part[] = [];
  for (const file of files) {
    const own = groups.filter(([name]) => name === file).sort(([, a], [, b]) => Number(a) - Number(b));
    const counts = own.map(([, , count]) => Number(count));
    if (counts.some((one) => one > LARGEST_PART)) return [];
    const add = (from: number, to: number) =>
      parts.push({
        from: `(SELECT * FROM read_parquet(${duckdb.literal(file)}, ${NUMBER} = true) WHERE ${NUMBER} >= ${from} AND ${NUMBER} < ${to})`,
      });
    let [from, to] = [0, 0];
    for (const count of counts) {
      if (to + count - from > LARGEST_PART) {
        add(from, to);
        from = to;
      }
      to += count;
    }
    if (to > from) add(from, to);
  }
  return parts;
}

/** DuckDB's message about a CSV file: what is wrong with which line, without advice about options of its own. */
export function csvError(error: unknown, files: readonly string[]): unknown {
  if (!FigureError.is(error) || !/CSV/.test(error.message)) return error;
  const file =
    / file = (.+?) delimiter = /.exec(error.message)?.[1] ?? (files.length === 1 ? files[0] : undefined);
  const name = file ?? "a CSV file";
  if (/not utf-8 encoded/.test(error.message)) return notUtf8(name);
  const found =
    /CSV Error on Line: (\d+) Original Line: (.*?) (Expected Number of Columns.*?|Value with unterminated quote found\.|Maximum line size.*?|[A-Z][^.]*?) (?:Possible|file =|\*)/.exec(
      error.message,
    );
  if (found === null) {
    return /state machine/.test(error.message)
      ? new FigureError(
          "bad-data",
          `${name}: its quotes or line ends are not those of CSV (one kind of line end, quotes doubled inside quotes)`,
        )
      : error;
  }
  const [, line, text, why] = found as unknown as [string, string, string, string];
  return new FigureError(
    "bad-data",
    `${name}, line ${line}: "${text.slice(0, 60)}": ${why}; --set-aside leaves such rows out and counts them`,
    { ...(file === undefined ? {} : { file }), line: Number(line) },
  );
}
