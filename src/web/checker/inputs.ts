import { unzipSync } from "fflate";
import { wordDay } from "../../data/word-day.js";
import { markdownDay, withoutEmphasis } from "../../text/markdown.js";
import { csvGrid } from "../../text/table/find.js";
import type { RateFile, TableFile } from "./protocol.js";
import { cellOf, type TableCell, tabLines } from "./tables.js";

/** What a dropped file turned out to be. */
export type Dropped =
  /** `publishedOn`: a day, or the stretch in which a Word file was written, 2024-05-13/2024-05-15. */
  | { readonly kind: "text"; readonly text: string; readonly publishedOn?: string }
  | { readonly kind: "rates"; readonly file: RateFile }
  | { readonly kind: "figures"; readonly file: TableFile }
  | { readonly kind: "broken" }
  | { readonly kind: "long" }
  | { readonly kind: "unknown" };

export const MAX_MB = 8;
const MAX_BYTES = MAX_MB * 1024 * 1024;
/** A page of little text may have much markup; a document of little text unpacks to much XML. */
const MAX_UNPACKED = 8 * MAX_BYTES;

const BLOCKS =
  "address,article,aside,blockquote,dd,div,dl,dt,figcaption,footer,h1,h2,h3,h4,h5,h6,header,li,main,nav,ol,p,pre,section,table,tr,ul,br";

/**
 * Reads a file by its ending; a CSV whose head names base, quote and rate, and a packed history, are rates; one whose head
 * names whose trade, flow and period has published figures.
 */
export async function dropped(file: File): Promise<Dropped> {
  if (file.size > MAX_BYTES) return { kind: "long" };
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (ending === "docx") return wordText(new Uint8Array(await file.arrayBuffer()));
  if (ending === "bin") {
    return { kind: "rates", file: { name: file.name, content: new Uint8Array(await file.arrayBuffer()) } };
  }
  if (!["txt", "text", "md", "markdown", "html", "htm", "xhtml", "csv"].includes(ending))
    return { kind: "unknown" };
  const text = decoded(new Uint8Array(await file.arrayBuffer()));
  if (ending === "csv") {
    const columns = (/^\uFEFF?(.*)/.exec(text)?.[1] ?? "")
      .toLowerCase()
      .split(",")
      .map((one) => one.trim());
    if (["base", "quote", "rate"].every((name) => columns.includes(name)))
      return { kind: "rates", file: { name: file.name, content: text } };
    const whose = columns.includes("area") || columns.includes("reporter");
    if (whose && columns.includes("flow") && columns.includes("period"))
      return { kind: "figures", file: { name: file.name, content: text } };
  }
  if (ending.includes("htm")) return htmlText(text);
  if (ending === "csv") return { kind: "text", text: tabbed(text) };
  const publishedOn = markdownDay(text);
  return { kind: "text", text: withoutEmphasis(text), ...(publishedOn === undefined ? {} : { publishedOn }) };
}

/** A file of separated values as a table of tabs; a text with a few commas stays as it is. */
function tabbed(text: string): string {
  const rows = csvGrid(text)?.rows ?? [];
  if (rows.every((row) => row.length < 3)) return text;
  return tabLines(rows.map((row) => row.map((cell) => cellOf(cell.text))))?.join("\n") ?? text;
}

/** UTF-8, UTF-16 with its mark, GB 18030 where the bytes are no UTF-8. */
function decoded(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : undefined;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  for (const name of [wide ?? big ?? "utf-8", "gb18030"]) {
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {}
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

/** The words of a page, a line a block; scripts and styles are no words. Nothing of it is put into this page. */
function htmlText(markup: string): Dropped {
  const page = new DOMParser().parseFromString(markup, "text/html");
  const day =
    page.querySelector('meta[property="article:published_time"]')?.getAttribute("content") ??
    page.querySelector("time[datetime]")?.getAttribute("datetime") ??
    "";
  for (const one of page.querySelectorAll("script,style,noscript,template,svg,head,iframe,object"))
    one.remove();
  for (const one of page.querySelectorAll("table")) {
    const lines = one.querySelector("table") === null ? htmlTable(one) : undefined;
    if (lines !== undefined) one.replaceWith(`\n${lines.replace(/\t/g, TAB).replace(/\n/g, BREAK)}\n`);
  }
  for (const one of page.querySelectorAll("td,th")) one.append(" ");
  for (const one of page.querySelectorAll(BLOCKS)) {
    one.before("\n");
    one.append("\n");
  }
  const text = (page.body.textContent ?? "")
    .replace(/[ \t\u00a0]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n\n")
    .trim()
    .replaceAll(TAB, "\t")
    .replaceAll(BREAK, "\n");
  const publishedOn = /^\d{4}-\d\d-\d\d/.exec(day)?.[0];
  return { kind: "text", text, ...(publishedOn === undefined ? {} : { publishedOn }) };
}

/** The tabs and the line breaks of tables, while those of the markup become blanks and paragraphs. */
const [TAB, BREAK] = ["\u001f", "\u001e"];

/** The lines of a table of figures, below its caption. */
function htmlTable(table: HTMLTableElement): string | undefined {
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((one) => cellOf(one.textContent ?? "", one.colSpan, one.rowSpan)),
  );
  const caption = (table.caption?.textContent ?? "").replace(/\s+/g, " ").trim();
  const lines = tabLines(rows);
  return lines === undefined || caption === "" ? lines?.join("\n") : [caption, "", ...lines].join("\n");
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The files of a Word document that are looked at, and the largest size of each. */
const [TEXT, PROPERTIES] = ["word/document.xml", "docProps/core.xml"] as const;
const MOST_OF: Readonly<Record<string, number>> = { [TEXT]: MAX_UNPACKED, [PROPERTIES]: 100_000 };

/** The paragraphs of a Word document and its day: the file is a zip whose text is one XML file. */
function wordText(bytes: Uint8Array): Dropped {
  let parts: Readonly<Record<string, Uint8Array>> = {};
  try {
    parts = unzipSync(bytes, {
      // A small file may unpack to a large one.
      filter: ({ name, originalSize }) => originalSize <= (MOST_OF[name] ?? -1),
    });
  } catch {
    // Said below.
  }
  const [part, core] = [parts[TEXT], parts[PROPERTIES]];
  if (part === undefined) return { kind: "broken" };
  const document = new DOMParser().parseFromString(new TextDecoder().decode(part), "application/xml");
  if (document.querySelector("parsererror")) return { kind: "broken" };
  const instead = new Map<Element, string | undefined>();
  for (const table of partsOf(document, "tbl")) {
    const lines = partsOf(table, "tbl").length === 0 ? wordTable(table) : undefined;
    if (lines === undefined) continue;
    for (const [i, one] of partsOf(table, "p").entries()) instead.set(one, i === 0 ? lines : undefined);
  }
  const texts = partsOf(document, "p").map((one) =>
    instead.has(one) ? instead.get(one) : paragraphText(one),
  );
  const text = texts.filter((one) => one !== undefined).join("\n\n");
  const publishedOn = core === undefined ? undefined : wordDay(new TextDecoder().decode(core));
  return { kind: "text", text, ...(publishedOn === undefined ? {} : { publishedOn }) };
}

function partsOf(within: Document | Element, name: string): Element[] {
  return [...within.getElementsByTagNameNS(WORD, name)];
}

/** The lines of a table of figures. A cell that goes on from the one above says so, and has no words of its own. */
function wordTable(table: Element): string | undefined {
  const above = new Map<number, { text: string; columns: number; rows: number }>();
  const rows = partsOf(table, "tr").map((row) => {
    const cells: TableCell[] = [];
    let column = 0;
    for (const one of partsOf(row, "tc")) {
      const value = (name: string) => partsOf(one, name)[0]?.getAttributeNS(WORD, "val");
      const merged = value("vMerge");
      const from = merged === undefined || merged === "restart" ? undefined : above.get(column);
      const cell = from ?? {
        ...cellOf(partsOf(one, "p").map(paragraphText).join(" "), Number(value("gridSpan"))),
      };
      if (from === undefined) {
        cells.push(cell);
        above.set(column, cell);
      } else from.rows++;
      column += cell.columns;
    }
    return cells;
  });
  return tabLines(rows)?.join("\n");
}

function paragraphText(paragraph: Element): string {
  let text = "";
  for (const one of partsOf(paragraph, "*")) {
    // What was deleted while changes were tracked stands in delText, and is left out.
    if (one.localName === "t") text += one.textContent ?? "";
    else if (one.localName === "tab") text += "\t";
    else if (one.localName === "br" || one.localName === "cr") text += "\n";
    else if (one.localName === "noBreakHyphen") text += "-";
  }
  return text;
}
