import { join } from "node:path";
import { FigureError } from "../errors.js";
import type { Source } from "../figure/quantity.js";
import { type ReadLimits, shownPath } from "./file/bytes.js";
import { packageFolder } from "./file/folder.js";
import { type ReadPackage, readDataPackage } from "./package.js";
import { COLUMNS, type RowOf, type SourceRow, type TableName } from "./rows.js";

/** The package's own tables, read and checked. */
export interface DataPackage {
  readonly folder: string;
  /** The rows of a table, in the order of the file; every cell is text. */
  table<T extends TableName>(name: T): readonly RowOf<T>[];
  /**
   * The source with that id, as the workings show it.
   * @throws FigureError "bad-option" for an id that is not in sources.csv
   */
  source(id: string): Source;
  /** Where a row of one of the tables stands: "trade.csv line 57". */
  place(row: Readonly<Record<string, string>>): string;
  /**
   * What a row gives.
   * @throws FigureError "bad-data" with the place of the row, where it holds what the schema allows and nothing can be
   */
  from<T>(row: Readonly<Record<string, string>>, make: () => T): T;
}

/**
 * Opens a folder with the package's own tables: by default the `data` that comes with the package.
 * @throws FigureError "bad-data", "no-file" or "limit" that names file, line and column
 */
export function openData(
  folder: string = join(packageFolder(), "data"),
  limits: ReadLimits = {},
): DataPackage {
  return openTables(Object.keys(COLUMNS) as TableName[], folder, limits);
}

/** As `openData`, with some of the tables: what asks for rates need not read what was traded. */
export function openTables(
  names: readonly TableName[],
  folder: string = join(packageFolder(), "data"),
  limits: ReadLimits = {},
): DataPackage {
  const read = readDataPackage(folder, limits, names);
  for (const name of names) {
    const columns = COLUMNS[name];
    const found = read.schemas.get(name)?.fields.map((field) => field.name);
    if (found?.join() !== columns.join()) {
      throw new FigureError(
        "bad-data",
        `${join(folder, "datapackage.json")}: found ${found === undefined ? "no table" : `other columns in the table`} "${name}", expected the columns ${columns.join(", ")}`,
        { file: join(folder, "datapackage.json") },
      );
    }
  }
  const table = <T extends TableName>(name: T) => {
    const rows = read.tables.get(name);
    if (rows !== undefined) return rows as readonly RowOf<T>[];
    throw new FigureError("bad-option", `there is no table "${name}": ${names.join(", ")}`);
  };
  const sources = new Map(table("sources").map((row) => [row.id, sourceOf(row)]));
  const source = (id: string) => {
    const found = sources.get(id);
    if (found !== undefined) return found;
    throw new FigureError("bad-option", `there is no source "${id}" in sources.csv`, { text: id });
  };
  const place = (row: Readonly<Record<string, string>>) => read.places.get(row) ?? folder;
  return { folder, table, source, place, from: (row, make) => fromRow(read, row, make) };
}

/** What a row of a table gives; what is wrong with it is said with its place. */
export function fromRow<T>(read: ReadPackage, row: Readonly<Record<string, string>>, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!FigureError.is(error)) throw error;
    const place = read.places.get(row);
    if (place === undefined) throw error;
    const [, file = "", line = ""] = /^(.*) line (\d+)$/.exec(place) ?? [];
    throw new FigureError(
      "bad-data",
      `${shownPath(join(read.folder, file))} line ${line}: ${error.message}`,
      {
        file,
        line: Number(line),
      },
    );
  }
}

function sourceOf({ publisher, title, url, published_on }: SourceRow): Source {
  return {
    publisher,
    ...(title === "" ? {} : { title }),
    ...(url === "" ? {} : { url }),
    ...(published_on === "" ? {} : { date: published_on }),
  };
}
