import { escapeHtml, type MimeBundle } from "../../figure/display.js";

export interface Column {
  readonly name: string;
  /** Said in the header, where it is the same for the whole column. */
  readonly unit?: string;
}

export interface TableCell {
  readonly text: string;
  /** A quieter second line: the bounds of a figure. */
  readonly below?: string;
  /** Where the words lead: http and https alone. */
  readonly href?: string | undefined;
}

export interface TableOptions {
  /** What the table shows, above it. */
  readonly caption?: string;
}

const NUMERIC = /^([A-Z]{3} |[A-Z]{3}\/[A-Z]{3} )?[-−+]?[\d.,]+( ?%|bn|tn|m|k| [a-z ]+)?$/;

/** A page or a notebook with more rows than this would be slow, and nobody reads them there. */
const most = 500;

/**
 * An accessible table: caption, scopes, units in the header, figures to the right, bounds as a quieter second line.
 * The roles and labels are for a page that sets rows as cards on a phone, which takes a table's meaning away.
 */
export function htmlTable(
  columns: readonly Column[],
  rows: readonly (readonly TableCell[])[],
  options: TableOptions = {},
): MimeBundle {
  const right = columns.map(
    (_, i) =>
      rows.some((row) => row[i]?.text) &&
      rows.every((row) => NUMERIC.test(row[i]?.text ?? "") || !row[i]?.text),
  );
  const style = (i: number) =>
    `style="text-align:${right[i] ? "right" : "left"};padding:.25em .75em;vertical-align:top${right[i] ? ";font-variant-numeric:tabular-nums" : ""}"`;
  const heads = columns.map(({ name, unit }, i) => {
    const words = unit
      ? `${escapeHtml(name)}, <span style="font-weight:400">${escapeHtml(unit)}</span>`
      : escapeHtml(name);
    return `<th role="columnheader" scope="col" ${style(i)}>${words}</th>`;
  });
  const body = rows.slice(0, most).map((row) => {
    const cells = columns.map((_, i) => {
      const { name, unit } = columns[i] ?? { name: "" };
      const content = cellHtml(row[i] ?? { text: "" }, right[i] === true);
      const label =
        content === "" ? "" : ` data-label="${escapeHtml([name, unit].filter(Boolean).join(", "))}"`;
      // A header without words says nothing to a screen reader.
      return i === 0 && row[0]?.text
        ? `<th role="rowheader" scope="row" ${style(i)}>${content}</th>`
        : `<td role="cell"${label} ${style(i)}>${content}</td>`;
    });
    return `<tr role="row">${cells.join("")}</tr>`;
  });
  const caption = [
    options.caption ?? "",
    rows.length > most ? `The first ${most} of ${rows.length} rows.` : "",
  ]
    .filter(Boolean)
    .join(". ");
  const above = caption === "" ? "" : `<caption style="text-align:left">${captionHtml(caption)}</caption>`;
  return {
    "text/html": `<table role="table" class="trade-figures-cards" style="border-collapse:collapse">${above}<thead role="rowgroup"><tr role="row">${heads.join("")}</tr></thead>\n<tbody role="rowgroup">\n${body.join("\n")}\n</tbody></table>`,
    "text/plain": [caption, plainTable(columns, rows.slice(0, most))].filter(Boolean).join("\n"),
  };
}

/**
 * Words that may be wider than a narrow table, which a caption is not by itself: a table of two columns broke them after
 * each second word. The outer box has the table's width and does not widen it, the inner one up to that of a line.
 */
function captionHtml(caption: string): string {
  if (caption.length <= SHORT) return escapeHtml(caption);
  return `<span style="display:block;width:0;min-width:100%"><span style="display:block;width:max-content;max-width:max(100%,min(36em,100vw - 3em))">${escapeHtml(caption)}</span></span>`;
}

/** Captions of so many characters are a line of most tables. */
const SHORT = 24;

const whole = (html: string) => `<span style="white-space:nowrap">${html}</span>`;

/** A day, a month or a stretch of months by itself: not the part of an address. */
const DAY = /(?<![\w/-])\d{4}-\d\d(?:-\d\d)?(?:\/\d{4}-\d\d)?(?![\w/-])/g;

function cellHtml({ text, below, href }: TableCell, figure: boolean): string {
  // A figure is not torn from its unit, nor a day at its hyphens.
  const words = figure && text !== "" ? whole(escapeHtml(text)) : escapeHtml(text).replace(DAY, whole);
  const linked =
    href !== undefined && /^https?:\/\//.test(href)
      ? `<a href="${escapeHtml(href)}" rel="noreferrer">${words}</a>`
      : words;
  return below ? `${linked}<br><small style="opacity:.8">${escapeHtml(below)}</small>` : linked;
}

function plainTable(columns: readonly Column[], rows: readonly (readonly TableCell[])[]): string {
  const texts = [
    columns.map(({ name, unit }) => [name, unit].filter(Boolean).join(", ")),
    ...rows.map((row) => row.map((cell) => [cell.text, cell.below].filter(Boolean).join(", "))),
  ];
  const widths = columns.map((_, i) => Math.max(...texts.map((row) => (row[i] ?? "").length)));
  return texts
    .map((row) =>
      row
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
