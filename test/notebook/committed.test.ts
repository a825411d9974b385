import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { committedText, type Notebook, parseNotebook } from "../../src/notebook/index.js";
import { builtReport } from "../support/once.js";

const names = readdirSync("notebooks").filter((name) => name.endsWith(".ipynb"));

let ran: string;
beforeAll(async () => {
  ran = join(await builtReport(), "notebooks");
});

test("the notebooks carry the outputs of a run", () => {
  const stale: string[] = [];
  for (const name of names) {
    const kept = readFileSync(`notebooks/${name}`, "utf8");
    const made = committedText(parseNotebook(readFileSync(join(ran, name), "utf8"), name));
    if (kept !== made) stale.push(`${name}: ${difference(kept, made)}`);
  }
  if (stale.length > 0) {
    throw new Error(
      `stale outputs, to be written anew with "npm run notebooks -- --update":\n${stale.join("\n")}`,
    );
  }
});

function difference(kept: string, made: string): string {
  const cells = (text: string) => parseNotebook(text, "").cells.map((cell) => JSON.stringify(cell));
  const [ours, theirs] = [cells(kept), cells(made)];
  const at = ours.findIndex((cell, i) => cell !== theirs[i]);
  return at < 0 ? "written in another form" : `cell ${at + 1} of all differs`;
}

test("what is committed shows without scripts: pictures, words and tables", () => {
  for (const name of names) {
    const text = readFileSync(`notebooks/${name}`, "utf8");
    const notebook: Notebook = parseNotebook(text, name);
    const shown = notebook.cells.flatMap((cell) => cell.outputs ?? []);
    expect(shown.length, name).toBeGreaterThan(0);
    expect(text, name).not.toMatch(/<script|vnd\.plotly/);
    expect(text.length, name).toBeLessThan(620_000);
  }
});

test("words of a notebook have no dollar signs: JupyterLab reads $5.94bn, and … $6.06bn as mathematics, escaped or not", () => {
  for (const name of names) {
    const { cells } = parseNotebook(readFileSync(`notebooks/${name}`, "utf8"), name);
    const words = cells.filter((cell) => cell.cell_type === "markdown").flatMap((cell) => cell.source);
    expect(
      words.filter((line) => line.includes("$")),
      name,
    ).toEqual([]);
  }
});
