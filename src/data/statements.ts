import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { FigureError } from "../errors.js";
import type { Fact } from "../statement/fact.js";
import { parseCsv } from "./csv.js";
import { facts } from "./evidence.js";
import { readText, shownPath } from "./file/bytes.js";
import { openData } from "./open.js";
import { broken, type Entry, entriesOf, factOf, fieldOf } from "./statement-rows.js";
import { readYaml, type Value } from "./yaml.js";

/**
 * The statements of a data folder, or of CSV, YAML and JSON files: a row, or an entry of a list, for each figure.
 * @throws FigureError "bad-data" with file, line and what was expected; "no-file"; "limit"
 */
export function readStatements(paths: readonly string[]): Fact[] {
  return paths.flatMap((path) => (isFolder(path) ? ofFolder(path) : ofFile(path)));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Whether a path is a folder with the package's own tables. */
export function hasOwnTables(path: string): boolean {
  return isFolder(path) && ["datapackage.json", "trade.csv"].every((name) => existsSync(join(path, name)));
}

/** The package's own tables where a folder has them; otherwise every table and list in it. */
function ofFolder(folder: string): Fact[] {
  if (hasOwnTables(folder)) return facts(openData(folder));
  const names = readdirSync(folder).sort();
  const own = names.filter((name) => READERS.has(extname(name).toLowerCase()) && name !== "datapackage.json");
  if (own.length === 0) {
    throw new FigureError("no-file", `${shownPath(folder)}: found no .csv, .yaml or .json with statements`, {
      file: shownPath(folder),
    });
  }
  return own.flatMap((name) => ofFile(join(folder, name)));
}

const READERS: ReadonlyMap<string, (text: string, file: string) => Entry[]> = new Map([
  [".csv", (text, file) => entriesOf(parseCsv(text, file), file)],
  [".yaml", listEntries],
  [".yml", listEntries],
  // JSON is YAML, and read as YAML 42.60 keeps its zero.
  [".json", listEntries],
]);

function ofFile(path: string): Fact[] {
  if (!existsSync(path)) {
    const file = shownPath(path);
    throw new FigureError("no-file", `${file}: there is no such file or folder`, { file });
  }
  const read = READERS.get(extname(path).toLowerCase());
  const file = shownPath(path);
  if (read === undefined) {
    throw new FigureError("bad-option", `${file}: statements are read from .csv, .yaml and .json files`, {
      file,
    });
  }
  return read(readText(path), file).map((entry) => factOf(entry));
}

function listEntries(text: string, file: string): Entry[] {
  const whole = readYaml(text, file);
  const list = whole.kind === "map" ? whole.entries.get("statements") : whole;
  if (list?.kind !== "list") {
    throw broken(file, whole.line, "expected a list of statements, or one under the name statements");
  }
  return list.items.map((item) => {
    if (item.kind !== "map")
      throw broken(file, item.line, "expected a statement with named fields: area, flow, period, amount");
    const fields = [...item.entries].flatMap(([name, value]) => {
      const known = fieldOf(name, file, value.line);
      return known === "" ? [] : [[known, scalar(value, file)] as const];
    });
    return { file, line: item.line, fields: new Map(fields) };
  });
}

function scalar(value: Value, file: string): string {
  if (value.kind === "text") return value.text;
  throw broken(file, value.line, `expected text, found a ${value.kind}`);
}
