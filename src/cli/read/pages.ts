import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { escapeHtml } from "../../figure/display.js";
import { LEAD, PAGE_END, pageStart, TITLE } from "../../notebook/annotated/page.js";
import { Draft } from "../../table/draft.js";
import { writeWhole } from "../../table/write.js";
import type { Output } from "./outputs.js";
import type { Counts } from "./settings.js";

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

/** A page for each document in a folder, and one that lists them. */
export function manyPages(folder: string): Output {
  mkdirSync(folder, { recursive: true });
  const names = new Map<string, number>([["index", 1]]);
  const index = new Draft(join(folder, "index.html"));
  index.write(`${pageStart("Texts, read for their figures", LEAD, "")}<ol class="pages">\n`);
  return {
    add(outcome) {
      if (!outcome.ok) return;
      const file = `${fileName(outcome.name, names)}.html`;
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

/** A document's name as that of a file in the folder: nothing in it can lead out, and no two are the same. */
function fileName(name: string, taken: Map<string, number>): string {
  const plain = name
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+/, "")
    .slice(-80)
    .replace(/^[.-]+/, "");
  const base = plain === "" ? "text" : plain;
  for (;;) {
    // Names that differ in capitals only are one file on some machines.
    const key = base.toLowerCase();
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    if (count === 1) return base;
    const next = `${base}-${count}`;
    if (!taken.has(next.toLowerCase())) {
      taken.set(next.toLowerCase(), 1);
      return next;
    }
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
