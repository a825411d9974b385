/** A cell of a table of a document: its words, and how far it reaches. */
export interface TableCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: number;
}

const LONGEST_CELL = 100;
const MOST_COLUMNS = 60;
const FIGURE = /^[^\p{L}\d]*\d[^\p{L}]*$/u;
const YEARS = /^(?:19|20)\d\d(?:\s*[-–/]\s*\d{2,4})?$/;

/** How far a cell reaches is what the file says, within reason: a page may ask for a thousand columns. */
export function cellOf(text: string, columns = 1, rows = 1): TableCell {
  const few = (count: number) => (count > 1 ? Math.min(count, MOST_COLUMNS) : 1);
  return { text, columns: few(columns), rows: few(rows) };
}

/**
 * A table of figures as lines of tabs, as it is pasted from a spreadsheet: so the page shows it, lets it be edited, and
 * reads it as a table. None for one of a single row or column, and for one that lays out texts.
 */
export function tabLines(rows: readonly (readonly TableCell[])[]): readonly string[] | undefined {
  const grid = spread(rows).filter((row) => row.some((text) => text !== ""));
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (grid.length < 2 || width < 2 || grid.flat().some((text) => text.length > LONGEST_CELL))
    return undefined;
  // Lines are one table where they have as many cells.
  return grid.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? "").join("\t"));
}

/** The texts by row and column. The head of several columns or rows is that of each; a figure stands once. */
function spread(rows: readonly (readonly TableCell[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.reduce((sum, one) => sum + one.columns, 0)));
  const reaching = new Map<number, { text: string; rows: number }>();
  return rows.map((cells) => {
    const row: string[] = [];
    const fill = () => {
      for (let above = reaching.get(row.length); above !== undefined; above = reaching.get(row.length)) {
        if (--above.rows <= 0) reaching.delete(row.length);
        row.push(above.text);
      }
    };
    for (const { text: raw, columns, rows: down } of cells) {
      fill();
      const text = raw.replace(/\s+/g, " ").trim();
      // A figure takes the place of its sign too, where it has none: so it stands at the end of both.
      const isFigure = FIGURE.test(text) && !YEARS.test(text);
      const again = columns >= width || isFigure ? "" : text;
      for (let i = 0; i < columns && row.length < MOST_COLUMNS; i++) {
        if (down > 1) reaching.set(row.length, { text: again, rows: down - 1 });
        row.push(i === (isFigure ? columns - 1 : 0) ? text : again);
      }
    }
    fill();
    return row;
  });
}
