import { Parser } from "htmlparser2";
import { escapeHtml } from "../figure/display.js";
import { toCsv } from "../table/index.js";

/** The tables of a piece of HTML as text: the heads of the columns, and the rows. */
function tablesOf(html: string): string[][][] {
  const tables: string[][][] = [];
  let cell: string | undefined;
  const parser = new Parser({
    onopentag(name) {
      if (name === "table") tables.push([]);
      if (name === "tr") tables.at(-1)?.push([]);
      if (name === "td" || name === "th") cell = "";
      // A second line of a cell: its bounds.
      if (name === "br" && cell) cell += ", ";
    },
    ontext(text) {
      if (cell !== undefined) cell += text;
    },
    onclosetag(name) {
      if ((name !== "td" && name !== "th") || cell === undefined) return;
      tables.at(-1)?.at(-1)?.push(cell.replace(/\s+/g, " ").trim());
      cell = undefined;
    },
  });
  parser.end(html);
  return tables;
}

/** Links that save each table of a piece of HTML as CSV and JSON; they work without scripts and without a network. */
export function tableLinks(html: string, name: string): string {
  return tablesOf(html)
    .map((table, at) => {
      const [head = [], ...rows] = table;
      if (rows.length === 0 || rows.some((row) => row.length !== head.length)) return "";
      const columns = head.map((column, i) =>
        head.indexOf(column) === i && column !== "" ? column : `column ${i + 1}`,
      );
      const records = rows.map((row) =>
        Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ""])),
      );
      const link = (kind: string, mime: string, content: string) => {
        const data = Buffer.from(content).toString("base64");
        const file = `${name}${at === 0 ? "" : `-${at + 1}`}.${kind.toLowerCase()}`;
        const words = `${kind} of the table above: ${columns.join(", ")}`;
        return `<a download="${escapeHtml(file)}" href="data:${mime};base64,${data}" aria-label="${escapeHtml(words)}">${kind}</a>`;
      };
      const csv = link("CSV", "text/csv", toCsv(records, { columns: columns, forSpreadsheets: true }));
      const json = link("JSON", "application/json", `${JSON.stringify(records, undefined, 2)}\n`);
      return `<p class="files">${csv} ${json}</p>`;
    })
    .join("");
}
