import type { Span, TextTable } from "../../../text/reading.js";

interface Cell {
  start: number;
  end: number;
}

interface Table {
  readonly rows: Cell[][];
  /** Cells of rows above that reach further down, by their column. */
  readonly reaching: Map<number, { readonly cell: Cell; rows: number }>;
  open: Cell | undefined;
  caption: Cell | undefined;
  inner: boolean;
}

const MOST_CELLS = 300_000;
const MOST_COLUMNS = 200;

/** Text under way: blanks are one space, breaks are kept until there is something to part. Knows where its tables are. */
export class Flow {
  private readonly pieces: string[] = [];
  private pending = "";
  private length = 0;
  private readonly open: Table[] = [];
  private readonly closed: Table[] = [];
  private cells = 0;

  get isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  add(text: string, kept: boolean): void {
    // A soft hyphen or a zero-width space may stand within a number, and is not part of it.
    const bare = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
    const parts = kept ? [bare.replace(/[ \t]{1,200}(?=\r?\n)/g, "")] : bare.split(/[ \t\r\n\f]+/);
    for (const [i, part] of parts.entries()) {
      if (i > 0 && this.pending === "") this.pending = " ";
      if (part !== "") this.put(part);
    }
  }

  line(): void {
    if (!this.pending.includes("\n")) this.pending = "\n";
  }

  paragraph(): void {
    // The first paragraph of a cell begins where the cell does.
    if (this.open.at(-1)?.open?.start === -1 && this.pending !== "") return;
    this.pending = "\n\n";
  }

  table(): void {
    for (const one of this.open) one.inner = true;
    this.open.push({ rows: [], reaching: new Map(), open: undefined, caption: undefined, inner: false });
  }

  row(): void {
    this.line();
    this.open.at(-1)?.rows.push([]);
  }

  cell(columns: number, rows: number): void {
    const table = this.open.at(-1);
    const row = table?.rows.at(-1);
    if (table === undefined || row === undefined || this.cells + columns > MOST_CELLS) return;
    this.cells += columns;
    const cell = { start: -1, end: -1 };
    this.fill(table, row);
    for (let i = 0; i < columns && row.length < MOST_COLUMNS; i++) {
      if (rows > 1) table.reaching.set(row.length, { cell, rows: rows - 1 });
      row.push(cell);
    }
    table.open = cell;
  }

  endCell(): void {
    const table = this.open.at(-1);
    if (table !== undefined) table.open = undefined;
    // "Feb" and "6%" of two cells are not the sixth of February.
    this.pending = " | ";
  }

  caption(): void {
    const table = this.open.at(-1);
    if (table === undefined) return;
    table.caption = { start: -1, end: -1 };
    table.open = table.caption;
  }

  endCaption(): void {
    const table = this.open.at(-1);
    if (table !== undefined) table.open = undefined;
  }

  endTable(): void {
    const table = this.open.pop();
    // A table around others lays out a page.
    if (table !== undefined && !table.inner) this.closed.push(table);
  }

  end(): { readonly text: string; readonly tables: readonly TextTable[] } {
    const text = this.pieces.join("");
    const spanOf = ({ start, end }: Cell, at: number): Span =>
      start < 0 ? { text: "", start: at, end: at } : { text: text.slice(start, end), start, end };
    const tables = this.closed.flatMap(({ rows, caption }): TextTable[] => {
      const filled = rows.flat().filter((one) => one.start >= 0);
      const [first, last] = [filled[0], filled.at(-1)];
      if (first === undefined || last === undefined) return [];
      const title =
        caption === undefined || caption.start < 0 ? lineBefore(text, first.start) : spanOf(caption, 0);
      const made = rows
        .filter((row) => row.length > 0)
        .map((row) => row.map((one) => spanOf(one, first.start)));
      return [{ rows: made, title, start: first.start, end: last.end }];
    });
    return { text, tables: tables.sort((a, b) => a.start - b.start) };
  }

  /** The cells that reach down from rows above. */
  private fill(table: Table, row: Cell[]): void {
    for (
      let above = table.reaching.get(row.length);
      above !== undefined;
      above = table.reaching.get(row.length)
    ) {
      if (row.length >= MOST_COLUMNS) return;
      if (--above.rows <= 0) table.reaching.delete(row.length);
      row.push(above.cell);
    }
  }

  private put(text: string): void {
    if (this.pieces.length > 0) {
      this.pieces.push(this.pending);
      this.length += this.pending.length;
    }
    this.pending = "";
    for (const { open } of this.open) {
      if (open === undefined) continue;
      if (open.start < 0) open.start = this.length;
      open.end = this.length + text.length;
    }
    this.pieces.push(text);
    this.length += text.length;
  }
}

function lineBefore(text: string, start: number): Span | undefined {
  let end = start;
  while (end > 0 && /\s/.test(text[end - 1] as string)) end--;
  if (end === 0) return undefined;
  const from = Math.max(text.lastIndexOf("\n", end - 1) + 1, end - 300);
  return { text: text.slice(from, end), start: from, end };
}
