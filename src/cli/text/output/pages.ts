import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { shownPath } from "../../../data/file/bytes.js";
import { Draft, writeWhole } from "../../../data/file/draft.js";
import { FigureError } from "../../../errors.js";
import { escapeHtml } from "../../../figure/display.js";
import { LEAD, PAGE_END, pageStart, TITLE } from "../../../notebook/annotated/page.js";
import type { Counts } from "../types.js";
import type { Output } from "./outputs.js";
import { PageNames } from "./page-names.js";

/** All documents on one page. */
export function onePage(path: string): Output {
  const draft = new Draft(path);
  draft.write(pageStart(TITLE, LEAD));
  return {
    add(outcome) {
      if (outcome.ok) draft.write(`${outcome.page}\n`);
    },
    end() {
      draft.write(PAGE_END);
      draft.keep();
    },
  };
}

/**
 * A page for each document in a folder, and one that lists them.
 * @param blocked whether a file in the folder must be left alone; another name is found then
 * @throws FigureError "no-file" where the folder cannot be made
 */
export function manyPages(folder: string, blocked?: (file: string) => boolean): Output {
  make(folder);
  const names = new PageNames(blocked);
  const index = new Draft(join(folder, "index.html"));
  index.write(`${pageStart("Texts, read for their figures", LEAD, "")}<ol class="pages">\n`);
  return {
    add(outcome) {
      if (!outcome.ok) return;
      const file = names.of(outcome.name);
      writeWhole(join(folder, file), `${pageStart(TITLE, LEAD)}${outcome.page}\n${PAGE_END}`);
      index.write(
        `<li><a href="${escapeHtml(encodeURIComponent(file))}">${escapeHtml(outcome.name)}</a> <span class="quiet">${escapeHtml(counted(outcome.counts))}</span></li>\n`,
      );
    },
    end() {
      index.write(`</ol>\n${PAGE_END}`);
      index.keep();
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

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function counted({ mentions, relations, consistent, inconsistent, undecided }: Counts): string {
  const parts = [plural(mentions, "mention"), plural(relations, "relation")];
  if (inconsistent > 0) parts.push(`✗ ${inconsistent} inconsistent`);
  if (undecided > 0) parts.push(`? ${undecided} undecided`);
  if (consistent > 0) parts.push(`✓ ${consistent} consistent`);
  return parts.join(", ");
}
