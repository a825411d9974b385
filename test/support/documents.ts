import { strToU8, zipSync } from "fflate";
import PDFDocument from "pdfkit";

/** What a document says: paragraphs of prose, and a table with its caption. */
export interface Saying {
  readonly title: string;
  readonly day: string;
  readonly paragraphs: readonly string[];
  readonly table?: { readonly caption: string; readonly rows: readonly (readonly string[])[] };
}

export const KINDS = ["txt", "md", "html", "docx", "pdf", "eml", "ipynb", "xlsx"] as const;
export type DocumentKind = (typeof KINDS)[number];

/** A document of a kind that says so. */
export async function documentOf(kind: DocumentKind, of: Saying): Promise<Uint8Array> {
  switch (kind) {
    case "txt":
      return strToU8(`${of.title}\n\n${of.paragraphs.join("\n\n")}\n\n${pasted(of)}`);
    case "md":
      return strToU8(`---\ndate: ${of.day}\n---\n\n${markdown(of)}`);
    case "html":
      return strToU8(page(of));
    case "docx":
      return docx(of);
    case "pdf":
      return pdf(of);
    case "eml":
      return strToU8(message(of));
    case "ipynb":
      return strToU8(
        JSON.stringify({
          cells: [
            { cell_type: "markdown", metadata: {}, source: markdown(of).split(/(?<=\n)/) },
            { cell_type: "code", metadata: {}, source: "1 + 1", outputs: [], execution_count: null },
          ],
          metadata: {},
          nbformat: 4,
          nbformat_minor: 5,
        }),
      );
    case "xlsx":
      return workbook(of);
  }
}

const escaped = (text: string) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

function pasted({ table }: Saying): string {
  if (table === undefined) return "";
  return `${table.caption}\n${table.rows.map((row) => row.join("\t")).join("\n")}\n`;
}

function markdown({ title, paragraphs, table }: Saying): string {
  const lines = (rows: readonly (readonly string[])[]) => rows.map((row) => `| ${row.join(" | ")} |`);
  const drawn =
    table === undefined
      ? ""
      : `\n\n${table.caption}\n\n${[...lines(table.rows.slice(0, 1)), ...lines([table.rows[0]?.map(() => "---") ?? []]), ...lines(table.rows.slice(1))].join("\n")}\n`;
  return `# ${title}\n\n${paragraphs.join("\n\n")}${drawn}`;
}

function page({ title, day, paragraphs, table }: Saying): string {
  const rows = (table?.rows ?? []).map((row, i) => {
    const tag = i === 0 ? "th" : "td";
    return `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  });
  const drawn =
    table === undefined ? "" : `<table><caption>${escaped(table.caption)}</caption>${rows.join("")}</table>`;
  return `<!doctype html><html><head><title>${escaped(title)}</title><meta property="article:published_time" content="${day}T08:00:00Z"></head><body><nav>99% off</nav><article><h1>${escaped(title)}</h1>${paragraphs.map((one) => `<p>${escaped(one)}</p>`).join("")}${drawn}</article></body></html>`;
}

function message(of: Saying): string {
  const day = new Date(`${of.day}T09:00:00Z`).toUTCString().replace("GMT", "+0000");
  const body = Buffer.from(page(of)).toString("base64").replace(/.{76}/g, "$&\r\n");
  return `From: desk@example.org\r\nTo: reader@example.org\r\nSubject: ${of.title}\r\nDate: ${day}\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
}

function docx({ title, day, paragraphs, table }: Saying): Uint8Array {
  const paragraph = (text: string) =>
    `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const rows = (table?.rows ?? []).map(
    (row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`,
  );
  const drawn =
    table === undefined ? "" : `${paragraph(table.caption)}<w:tbl>${rows.join("")}</w:tbl>${paragraph("")}`;
  const main = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${[title, ...paragraphs].map(paragraph).join("")}${drawn}</w:body></w:document>`;
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  return zipSync({
    "[Content_Types].xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    "word/document.xml": strToU8(main),
    "docProps/core.xml": strToU8(
      `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">${day}T07:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${day}T08:00:00Z</dcterms:modified></cp:coreProperties>`,
    ),
  });
}

function pdf({ title, paragraphs, table }: Saying): Promise<Uint8Array> {
  return new Promise((done, fail) => {
    const made = new PDFDocument({ size: "A4", margin: 72, compress: true });
    const pieces: Buffer[] = [];
    made.on("data", (piece: Buffer) => pieces.push(piece));
    made.on("end", () => done(new Uint8Array(Buffer.concat(pieces))));
    made.on("error", fail);
    made.fontSize(16).text(title).moveDown().fontSize(11);
    for (const one of paragraphs) made.text(one, { align: "justify" }).moveDown();
    if (table !== undefined) {
      made.text(table.caption).moveDown();
      for (const row of table.rows) {
        const { y } = made;
        row.forEach((cell, column) => {
          made.text(cell, 72 + (column === 0 ? 0 : 120 + (column - 1) * 90), y, { lineBreak: false });
        });
        made.text("", 72, y + 16);
      }
    }
    made.end();
  });
}

async function workbook({ title, paragraphs, table }: Saying): Promise<Uint8Array> {
  const { utils, write } = await import("@e965/xlsx");
  const rows = [
    [title],
    [],
    ...paragraphs.flatMap((one) => [[one], []]),
    [table?.caption ?? ""],
    ...(table?.rows ?? []),
  ];
  const sheet = utils.aoa_to_sheet(rows as string[][]);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "Trade");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}
