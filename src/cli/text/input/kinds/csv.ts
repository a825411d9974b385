import { csvGrid } from "../../../../text/table/find.js";
import type { Content } from "../content.js";

/** A text of comma, semicolon or tab separated values: its own text, as one table. */
export function csvContent(text: string): Content {
  const grid = csvGrid(text);
  return { text, tables: grid === undefined ? [] : [grid] };
}
