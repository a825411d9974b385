import { FigureError } from "../../errors.js";
import { type DuckDb, duckdb, wide, within64 } from "./duckdb.js";
import { FILE, type Reader } from "./readers.js";

/** A row that could not be read: where it is, and what was found there. */
export interface BadRow {
  readonly file: string;
  /** The line of a CSV file, the row of a sheet, or the number of a row in a file that has no lines. */
  readonly line: number | undefined;
  readonly column: string | undefined;
  readonly found: string;
  readonly why: string;
}

export interface SetAside {
  readonly count: number;
  /** The first of them. */
  readonly rows: readonly BadRow[];
}

const LISTED = 1000;

/** How the amount is read. */
export interface AmountSql {
  /** The whole number of the smallest unit, a BIGINT. */
  readonly units: string;
  /** The same, where DuckDB may end with an error at an amount beyond 10^16. */
  readonly short?: string;
  /** The same, or a decimal of 64 bits that DuckDB holds as that whole number. */
  readonly raw: string;
  /** The condition of a row that has something else there; undefined where the type has no room for it. */
  readonly bad: string | undefined;
}

export function amountSql(name: string, type: string, decimals: number): AmountSql {
  const column = duckdb.identifier(name);
  if (/^(DOUBLE|FLOAT|REAL)/.test(type)) {
    throw new FigureError(
      "bad-data",
      `column ${name} is ${type}: its amounts have lost digits already; store them as DECIMAL or as text`,
    );
  }
  const fixed = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (fixed !== null) {
    const [width, scale] = [Number(fixed[1]), Number(fixed[2])];
    if (scale > decimals)
      throw new FigureError(
        "bad-option",
        `column ${name} has ${scale} decimals: say so, --decimals ${scale}`,
      );
    const units = duckdb.scaled(column, decimals);
    const raw = `CAST(${column} AS DECIMAL(18,${decimals}))`;
    return width - scale + decimals <= 18
      ? { units, short: `CAST(${raw} * ${10n ** BigInt(decimals)} AS BIGINT)`, raw, bad: undefined }
      : { units, raw: units, bad: `(${duckdb.loses(column, decimals)})` };
  }
  const trimmed = `NULLIF(TRIM(CAST(${column} AS VARCHAR)), '')`;
  const unit = 10n ** BigInt(decimals);
  // DECIMAL(18) is much faster than DECIMAL(38). A text of so few characters fits into it, times 10^decimals too.
  const fits = `LENGTH(${trimmed}) <= ${18 - 2 * decimals}`;
  const narrow = `CAST(TRY_CAST(${trimmed} AS DECIMAL(18,${decimals})) * ${unit} AS BIGINT)`;
  const held = within64(wide(trimmed, decimals), decimals);
  const plain = `regexp_full_match(${trimmed}, '[+-]?[0-9]+([.][0-9]{0,${decimals}}0*)?')`;
  const units = `(CASE WHEN ${fits} THEN ${narrow} WHEN ${held} THEN CAST(${wide(trimmed, decimals)} * ${unit} AS BIGINT) END)`;
  return {
    units,
    raw: units,
    // A CASE, since OR and AND compute both sides: every amount as DECIMAL(38) takes fifty times as long.
    bad: `(${trimmed} IS NOT NULL AND CASE WHEN ${fits} THEN NOT ${plain} ELSE NOT ${plain} OR NOT COALESCE(${held}, FALSE) END)`,
  };
}

/**
 * The rows whose amount cannot be read: set aside, counted and listed, or an error that names the first. And how many rows
 * are left.
 * @throws FigureError "bad-data"
 */
export async function badRows(
  engine: DuckDb,
  view: string,
  reader: Reader,
  amount: string,
  bad: string | undefined,
  options: { readonly columns: readonly string[]; readonly decimals: number; readonly setAside: boolean },
): Promise<{ readonly setAside: SetAside; readonly rows: number }> {
  const { setAside } = options;
  const [[all, first] = []] = await engine.rows(
    `SELECT COUNT(*), ${bad === undefined ? "0" : `COUNT(*) FILTER (WHERE ${bad})`} FROM ${view}`,
  );
  const split = setAside && reader.kind === "CSV" ? await rejected(engine, view) : { count: 0, rows: [] };
  const count = Number(first);
  const good = Number(all) - count;
  if (bad === undefined || count === 0) return { setAside: split, rows: good };
  // Lines are counted only now that they are needed: rows in the order of their file, streamed.
  const rows: BadRow[] = [];
  const within = await engine.rows(`SELECT DISTINCT ${FILE} FROM ${view} WHERE ${bad} ORDER BY 1`);
  for (const [file] of within) {
    const name = duckdb.literal(file ?? "");
    const found = await engine.rows(
      `SELECT line, found FROM (SELECT ${lineOf(reader, file ?? "", options.columns)} AS line, CAST(${duckdb.identifier(amount)} AS VARCHAR) AS found, ${bad} AS bad FROM (SELECT * FROM ${view} WHERE ${FILE} = ${name}) f) r WHERE bad LIMIT ${LISTED - rows.length}`,
    );
    for (const [line, text] of found) {
      rows.push({
        file: file ?? "",
        line: Number(line),
        column: amount,
        found: (text ?? "").slice(0, 60),
        why: whyBad(text ?? "", options.decimals),
      });
    }
    if (rows.length >= LISTED) break;
  }
  if (setAside) {
    const listed = [...split.rows, ...rows].slice(0, LISTED);
    return { setAside: { count: count + split.count, rows: listed }, rows: good };
  }
  throw badRow(rows[0] as BadRow, count, reader);
}

function whyBad(text: string, decimals: number): string {
  // Blanks around an amount are allowed, as DuckDB's TRIM knows them; a tab is none.
  const printed = /^\p{Zs}*[+-]?(\d+)(?:\.(\d*))?\p{Zs}*$/u.exec(text);
  if (printed === null) return "is not a plain amount such as -1234.50";
  const needed = (printed[2] ?? "").replace(/0+$/, "");
  if (needed.length > decimals) return `has more decimals than were asked for (--decimals ${needed.length})`;
  return BigInt(`${printed[1]}${needed.padEnd(decimals, "0")}`) >= 2n ** 63n
    ? "is beyond 2^63 in its smallest unit"
    : "is not a plain amount such as -1234.50";
}

/** The line of each row: its number, the lines above the header, and line breaks inside the cells before it. */
function lineOf(reader: Reader, file: string, columns: readonly string[]): string {
  if (reader.kind === "Parquet" || reader.kind === "JSON") return "ROW_NUMBER() OVER ()";
  const number = `ROW_NUMBER() OVER () + ${1 + (reader.above.get(file) ?? 0)}`;
  if (reader.kind === "Excel") return number;
  const cells = `concat(${columns.map(duckdb.identifier).join(", ")})`;
  const breaks = `LENGTH(${cells}) - LENGTH(replace(${cells}, chr(10), ''))`;
  return `${number} + COALESCE(SUM(${breaks}) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)`;
}

function badRow(row: BadRow, count: number, reader: Reader): FigureError {
  const more = count > 1 ? ` (and ${(count - 1).toLocaleString("en")} more)` : "";
  const where = reader.kind === "CSV" ? "line" : "row";
  return new FigureError(
    "bad-data",
    `${row.file}, ${where} ${row.line}, column ${row.column}: "${row.found}" ${row.why}${more}; --set-aside leaves such rows out and counts them`,
    {
      file: row.file,
      ...(row.line === undefined ? {} : { line: row.line }),
      ...(row.column === undefined ? {} : { column: row.column }),
    },
  );
}

/** The rows that DuckDB's reader of CSV could not split into columns. */
async function rejected(engine: DuckDb, view: string): Promise<SetAside> {
  // The reader fills its table as it reads, with each reading anew.
  await engine.rows(`SELECT COUNT(*) FROM (SELECT * FROM ${view}) r`);
  const lines =
    "SELECT DISTINCT s.file_path, e.line FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id)";
  const [[count] = []] = await engine.rows(`SELECT COUNT(*) FROM (${lines}) r`);
  const found = await engine.rows(
    `SELECT s.file_path, e.line, MIN(e.column_name), MIN(e.csv_line), MIN(e.error_message) FROM reject_errors e JOIN reject_scans s USING (scan_id, file_id) GROUP BY ALL ORDER BY 1, 2 LIMIT ${LISTED}`,
  );
  const rows = found.map(([file, line, column, text, why]) => ({
    file: file ?? "",
    line: Number(line),
    column: column ?? undefined,
    found: (text ?? "").slice(0, 60),
    why: (why ?? "").split("\n")[0] as string,
  }));
  return { count: Number(count), rows };
}
