import { join } from "node:path";
import { PublishedFigures, type PublishedOptions } from "../check/published/figures.js";
import type { RateBook } from "../rate/book.js";
import { usualRelations } from "../statement/model/relations/usual.js";
import { areaRelations } from "./areas.js";
import { isOnRecord } from "./contradictions.js";
import { facts } from "./evidence.js";
import { shownPath } from "./file/bytes.js";
import { packageFolder } from "./file/folder.js";
import { openData } from "./open.js";
import { hasOwnTables, readStatements } from "./statements.js";

export interface OpenPublishedOptions extends PublishedOptions {
  /** Rates that customs applied: with them, yuan and dollars of one flow are compared. */
  readonly book?: RateBook;
}

/**
 * Published figures for `check` to compare a text with: those of data folders, and of CSV, YAML and JSON files as `reconcile`
 * reads them. Of a folder with the package's own tables, figures that contradictions.csv names accuse nothing.
 * @throws FigureError "bad-data" with file, line and what was expected; "no-file"; "limit"
 * @example check(read("China's imports from Russia were $139.1bn in 2023."), { published: openPublished() }).claims[0].repairs[0].to // $129.1bn
 */
export function openPublished(
  paths: readonly string[] = [join(packageFolder(), "data")],
  options: OpenPublishedOptions = {},
): PublishedFigures {
  const { book, ...own } = options;
  const packages = paths.filter(hasOwnTables).map((path) => openData(path));
  const others = paths.filter((path) => !hasOwnTables(path));
  return new PublishedFigures([...packages.flatMap(facts), ...readStatements(others)], {
    relations: [...usualRelations(book === undefined ? {} : { book }), ...areaRelations()],
    name: paths.map(shownPath).join(", "),
    doubted: (print) => packages.some((data) => isOnRecord(data, print)),
    ...own,
  });
}
