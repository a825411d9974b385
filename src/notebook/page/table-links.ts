import { Parser } from "htmlparser2";
import { toCsv } from "../../data/index.js";
import { escapeHtml } from "../../figure/display.js";
import { computable } from "../picture/figures-file.js";

/** A cell's lines: a figure, and its bounds below it. */
type Lines = readonly string[];

/** The tables of a piece of HTML as text: the heads of the columns, and the rows. */
function tablesOf(html: string): Lines[][][] {
  const tables: Lines[][][] = [];
  let cell: string[] | undefined;
  const parser = new Parser({
    onopentag(name) {
      if (name === "table") tables.push([]);
      if (name === "tr") tables.at(-1)?.push([]);
      if (name === "td" || name === "th") cell = [""];
      if (name === "br") cell?.push("");
    },
    ontext(text) {
      cell?.push(`${cell.pop()}${text}`);
    },
    onclosetag(name) {
      if ((name !== "td" && name !== "th") || cell === undefined) return;
      tables
        .at(-1)
        ?.at(-1)
        ?.push(cell.map((line) => computable(line.replace(/\s+/g, " ").trim())));
      cell = undefined;
    },
  });
  parser.end(html);
  return tables;
}

/** Columns with their values; the bounds of figures become a column of their own, so that the figures are numbers. */
function columnsOf([head = [], ...rows]: readonly (readonly Lines[])[]): [name: string, values: string[]][] {
  const names = head.map((lines) => lines.join(" "));
  return names.flatMap((given, i): [string, string[]][] => {
    const name = given !== "" && names.indexOf(given) === i ? given : `column ${i + 1}`;
    const line = (at: number) =>
      rows.map((row) => row[i]?.slice(at, at === 0 ? 1 : undefined).join(" ") ?? "");
    const below = line(1);
    return [
      [name, line(0)],
      ...(below.some(Boolean) ? [[`${name}: bounds`, below] as [string, string[]]] : []),
    ];
  });
}

/** Links that save each table of a piece of HTML as CSV and JSON; they work without scripts and without a network. */
export function tableLinks(html: string, name: string): string {
  return tablesOf(html)
    .map((table, at) => {
      if (table.length < 2) return "";
      const columns = columnsOf(table);
      const records = table
        .slice(1)
        .map((_, row) => Object.fromEntries(columns.map(([column, values]) => [column, values[row] ?? ""])));
      const names = columns.map(([column]) => column);
      const link = (kind: string, mime: string, content: string) => {
        const data = Buffer.from(content).toString("base64");
        const file = `${name}${at === 0 ? "" : `-${at + 1}`}.${kind.toLowerCase()}`;
        const words = `${kind} of the table above: ${names.join(", ")}`;
        return `<a download="${escapeHtml(file)}" href="data:${mime};base64,${data}" aria-label="${escapeHtml(words)}">${kind}</a>`;
      };
      const csv = link("CSV", "text/csv", toCsv(records, { columns: names, forSpreadsheets: true }));
      const json = link("JSON", "application/json", `${JSON.stringify(records, undefined, 2)}\n`);
      return `<p class="files">${csv} ${json}</p>`;
    })
    .join("");
}
