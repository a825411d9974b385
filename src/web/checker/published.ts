import { PublishedFigures } from "../../check/published/figures.js";
import { areaRelations } from "../../data/areas.js";
import { isAbout } from "../../data/on-record.js";
import { entriesOf, factOf } from "../../data/statement-rows.js";
import { FigureError } from "../../errors.js";
import type { RateBook } from "../../rate/book.js";
import { cellsOf } from "../../rate/csv.js";
import type { Fact } from "../../statement/fact.js";
import { usualRelations } from "../../statement/model/relations/usual.js";
import type { Tables } from "./protocol.js";

/** Tables of published figures, read: ready to be compared with, by the rates that are there. */
export class Published {
  private readonly facts: readonly Fact[];
  private made: { readonly book: RateBook; readonly figures: PublishedFigures } | undefined;

  /** @throws FigureError "bad-data" that names the table and the line */
  constructor(private readonly tables: Tables) {
    this.facts = tables.files.flatMap(({ name, content }) => factsOf(name, content));
  }

  get count(): number {
    return this.facts.length;
  }

  /** Undefined where there are none. */
  with(book: RateBook): PublishedFigures | undefined {
    if (this.facts.length === 0) return undefined;
    if (this.made?.book !== book) {
      const figures = new PublishedFigures(this.facts, {
        relations: [...usualRelations({ book }), ...areaRelations()],
        name: this.tables.name,
        doubted: (print) => this.tables.doubted.some((row) => isAbout(print, row)),
      });
      this.made = { book, figures };
    }
    return this.made.figures;
  }
}

function factsOf(name: string, content: string): Fact[] {
  const lines = content.replace(/^\uFEFF/, "").split(/\r\n|\r|\n/);
  const records = lines.flatMap((line, i) =>
    line.trim() === "" ? [] : [{ line: i + 1, cells: cellsOf(line) }],
  );
  const [head] = records;
  for (const { line, cells } of records) {
    if (cells.length === head?.cells.length) continue;
    const found = `found ${cells.length} cells for ${head?.cells.length} columns (a comma in a cell without quotes?)`;
    throw new FigureError("bad-data", `${name} line ${line}: ${found}`);
  }
  return entriesOf(records, name).map(factOf);
}
