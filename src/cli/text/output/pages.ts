import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { shownPath } from "../../../data/file/bytes.js";
import { writeWhole } from "../../../data/file/draft.js";
import { FigureError } from "../../../errors.js";
import { LEAD, PAGE_END, pageStart, TITLE } from "../../../notebook/annotated/page.js";
import type { Settings } from "../types.js";
import { type IndexRow, indexPage, MOST_ROWS, rowOf } from "./index-page.js";
import { type Output, sink } from "./outputs.js";
import { PageNames } from "./page-names.js";

/** All documents on one page, in a file or on standard output. */
export function onePage(path: string | undefined): Output {
  const { write, keep } = sink(path);
  let begun = false;
  const begin = async () => {
    if (!begun) await write(pageStart(TITLE, LEAD));
    begun = true;
  };
  return {
    async add(outcome) {
      await begin();
      if (outcome.ok) await write(`${outcome.page}\n`);
    },
    async end() {
      await begin();
      await write(PAGE_END);
      keep();
    },
  };
}

/**
 * A page for each document in which there is something to see, in a folder, and one that lists them all, those with
 * contradictions first.
 * @param blocked whether a file in the folder must be left alone; another name is found then
 * @throws FigureError "no-file" where the folder cannot be made
 */
export function manyPages(
  folder: string,
  mode: Settings["mode"],
  blocked?: (file: string) => boolean,
): Output {
  make(folder);
  const names = new PageNames(blocked);
  const rows: IndexRow[] = [];
  let beyond = 0;
  return {
    add(outcome) {
      const row = rowOf(outcome, mode);
      if (outcome.ok && row.seen) {
        row.file = names.of(outcome.name);
        writeWhole(join(folder, row.file), `${pageStart(TITLE, LEAD)}${outcome.page}\n${PAGE_END}`);
      }
      if (rows.length < MOST_ROWS) rows.push(row);
      else beyond++;
    },
    end() {
      writeWhole(join(folder, "index.html"), indexPage(rows, beyond, mode));
    },
  };
}

function make(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EEXIST" || code === "ENOTDIR" ? "there is a file of that name" : code;
    throw new FigureError("no-file", `cannot make the folder ${shownPath(folder)}: ${why}`);
  }
}
