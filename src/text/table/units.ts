import { isCurrency } from "../../figure/units.js";
import type { NumberCell } from "./cell-figure.js";
import { type HeadUnit, says, saysLast, unitOfHead } from "./head.js";

/** The unit of a figure of a table. */
export type CellUnit = HeadUnit & { readonly unit: string };

/** What a head, a label or a caption says of the figures that it is of. */
interface Said {
  /** Undefined where two units are said. */
  readonly unit: HeadUnit | undefined;
  readonly percent: boolean;
  /** An amount each, per share or a price: the scale of the table does not hold for it. */
  readonly each: boolean;
  /** Figures that have not the unit of the amounts around them: ratios, days, shares, employees. */
  readonly apart: boolean;
}

function saidBy(text: string): Said {
  const bare = withoutFigures(text);
  return {
    unit: unitOfHead(bare),
    percent: says(bare, "percent"),
    each: says(bare, "each"),
    apart: says(bare, "apart") || saysLast(bare, "apartLast"),
  };
}

const NOTE = /\([ac-j]\)/;
const LETTER = /\([a-z]\)/g;

/** "6.75% notes" are no percentage, and "sales of $4bn" say nothing of the figures below; "2015 % of sales" does. */
function withoutFigures(text: string): string {
  return text
    .replace(/(?<![\d.,])(\d[\d.,]*)\s*(%|\p{L}+)/gu, (all, number: string, behind: string) =>
      says(behind, "percent") && !/^(?:19|20)\d\d$/.test(number) ? "" : all,
    )
    .replace(/\p{Sc}\s?(?!1,?000\b)\d[\d.,]*(?:\s*\p{L}+)?/gu, "");
}

/** The signs that stand at figures of a row or a column. */
interface Signs {
  /** The one currency that is printed; undefined for none or two. */
  readonly currency: string | undefined;
  readonly percent: boolean;
  /** What stands at the first of them: accounts print a sign there, and at totals. */
  readonly first: "money" | "percent" | undefined;
}

function signsOf(cells: readonly (NumberCell | undefined)[]): Signs {
  const units = cells.flatMap((one) => (one === undefined ? [] : [one.printed.unit]));
  const currencies = new Set(units.filter(isCurrency));
  const [unit = ""] = units;
  return {
    currency: currencies.size === 1 ? [...currencies][0] : undefined,
    percent: units.includes("percent"),
    first: isCurrency(unit) ? "money" : unit === "percent" ? unit : undefined,
  };
}

export interface Named {
  readonly rows: readonly (readonly (NumberCell | undefined)[])[];
  readonly heads: readonly string[];
  readonly labels: readonly string[];
  /** For each row the line above it that is over several rows, or nothing. */
  readonly sections: readonly string[];
  readonly caption: string;
}

export interface Units {
  /** The unit of a cell: its own, of its column or row, of the signs printed there, of the caption. */
  of(r: number, c: number): CellUnit | undefined;
  /** Whether no head, label or sign of its row and its column says a unit. */
  isUnsaid(r: number, c: number): boolean;
}

export function unitsOf({ rows, heads, labels, sections, caption }: Named): Units {
  const whole = unitOfHead(withoutFigures(caption));
  // Where notes are "(a)", "(c)", a "(b)" is one too, and no billion.
  const noted = [...heads, ...labels].some((text) => NOTE.test(text));
  const said = (text: string) => saidBy(noted ? text.replace(LETTER, "") : text);
  const byColumn = heads.map(said);
  const byRow = labels.map((label, r) => together(said(label), said(sections[r] as string)));
  const columns = heads.map((_, c) => signsOf(rows.map((row) => row[c])));
  // The percentages of a column of such say nothing of the rest of their rows.
  const lines = rows.map((row) => signsOf(row.filter((_, c) => !isOfPercentages(columns[c] as Signs))));
  const all = signsOf(rows.flat());
  return {
    isUnsaid: (r, c) =>
      [byColumn[c], byRow[r]].every((one) => one?.unit?.unit === undefined && one?.percent === false) &&
      [columns[c], lines[r]].every((one) => one?.first === undefined),
    of: (r, c) => {
      const own = rows[r]?.[c];
      const [column, row] = [byColumn[c], byRow[r]];
      if (own === undefined || column === undefined || row === undefined) return undefined;
      const { unit: printed, exponent } = own.printed;
      const headed = column.unit?.exponent ?? row.unit?.exponent;
      const scale = headed ?? (column.each || row.each ? 0 : (whole?.exponent ?? 0));
      if (printed !== "number") {
        return { unit: printed, exponent: exponent !== 0 || !isCurrency(printed) ? exponent : scale };
      }
      if (column.unit === undefined || row.unit === undefined) return undefined;
      const [a, b] = [column.unit.unit, row.unit.unit];
      if (a !== undefined && b !== undefined && a !== b) return undefined;
      const named = a ?? b;
      const of = column.unit.of ?? row.unit.of;
      if (named !== undefined)
        return { unit: named, exponent: exponent + (isCurrency(named) ? scale : (headed ?? 0)), of };
      const signed = bySigns(own, column, row, columns[c] as Signs, lines[r] as Signs);
      if (signed === NONE) return undefined;
      if (signed !== undefined)
        return { unit: signed, exponent: exponent + (isCurrency(signed) ? scale : 0) };
      // "(in millions)" over a table that prints "$" at some figures is of dollars.
      const unit = whole?.unit ?? (whole?.exponent === undefined ? undefined : all.currency);
      if (unit === undefined) return undefined;
      return {
        unit,
        exponent: exponent + (isCurrency(unit) ? scale : (headed ?? whole?.exponent ?? 0)),
        of: whole?.of,
      };
    },
  };
}

/** What the label of a row says, and the line above it where the label says nothing of it. */
function together(label: Said, section: Said): Said {
  const own = label.unit?.unit !== undefined || label.unit?.exponent !== undefined;
  return {
    unit: own || label.unit === undefined ? label.unit : section.unit,
    percent: label.percent || section.percent,
    each: label.each || section.each,
    apart: label.apart || section.apart,
  };
}

/** No unit, whatever the caption says. */
const NONE = "";

/** The unit by the signs in its row and column; `NONE` where the words or the signs speak against that of the caption. */
function bySigns(own: NumberCell, head: Said, label: Said, column: Signs, row: Signs): string | undefined {
  const [inColumn, inRow] = [kindOf(column), kindOf(row)];
  if (head.percent && inColumn !== "money") return "percent";
  if (label.percent) return inRow !== "money" && Math.abs(own.value) < 1_000 ? "percent" : NONE;
  if (head.apart || label.apart) {
    if (inRow === "percent" || (inColumn === "percent" && head.apart)) return "percent";
    return (head.each && inColumn === "money" && column.currency) ||
      (label.each && inRow === "money" && row.currency)
      ? (column.currency ?? row.currency)
      : NONE;
  }
  // A sign at the first figure of a column or a row holds for the others; one further on is of its own row.
  if (isOfPercentages(column)) return inRow === "money" ? NONE : "percent";
  if (inRow === "percent" && row.first === "percent") return "percent";
  if (inColumn === "money") return column.currency;
  if (inRow === "money" && row.first === "money") return row.currency;
  if (inColumn === "mixed") return column.first === "money" ? column.currency : NONE;
  return inRow === "percent" ? NONE : undefined;
}

const isOfPercentages = (column: Signs) => kindOf(column) === "percent" && column.first === "percent";

function kindOf({ currency, percent }: Signs): "money" | "percent" | "mixed" | undefined {
  if (percent) return currency === undefined ? "percent" : "mixed";
  return currency === undefined ? undefined : "money";
}
