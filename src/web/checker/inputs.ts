import { unzip } from "fflate";

/** What a dropped file turned out to be. */
export type Dropped =
  | { readonly kind: "text"; readonly text: string; readonly publishedOn?: string }
  | { readonly kind: "rates"; readonly text: string }
  | { readonly kind: "long" }
  | { readonly kind: "unknown" };

export const MAX_MB = 8;
const MAX_BYTES = MAX_MB * 1024 * 1024;
const BLOCKS = "address,article,aside,blockquote,dd,div,dl,dt,figcaption,footer,h1,h2,h3,h4,h5,h6,header,li,main,nav,ol,p,pre,section,table,tr,ul,br";

/** Reads a file by its ending; a CSV whose head names base, quote and value is a table of rates. */
export async function dropped(file: File): Promise<Dropped> {
  if (file.size > MAX_BYTES) return { kind: "long" };
  const ending = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (ending === "docx") return { kind: "text", text: await wordText(new Uint8Array(await file.arrayBuffer())) };
  if (!["txt", "text", "md", "markdown", "html", "htm", "xhtml", "csv"].includes(ending)) return { kind: "unknown" };
  const text = await file.text();
  if (ending === "csv") {
    const head = text.slice(0, 300).split(/\r?\n/)[0]?.toLowerCase() ?? "";
    const columns = head.split(",").map((one) => one.trim().replace(/"/g, ""));
    if (["base", "quote", "date"].every((name) => columns.includes(name))) return { kind: "rates", text };
  }
  return ending.includes("htm") ? htmlText(text) : { kind: "text", text };
}

/** The words of a page, a line a block; scripts and styles are no words. Nothing of it is put into this page. */
function htmlText(markup: string): Dropped {
  const page = new DOMParser().parseFromString(markup, "text/html");
  const day =
    page.querySelector('meta[property="article:published_time"]')?.getAttribute("content") ??
    page.querySelector("time[datetime]")?.getAttribute("datetime") ??
    "";
  for (const one of page.querySelectorAll("script,style,noscript,template,svg,head")) one.remove();
  for (const one of page.querySelectorAll("td,th")) one.append(" ");
  for (const one of page.querySelectorAll(BLOCKS)) one.append("\n");
  const text = (page.body.textContent ?? "").replace(/[ \t\u00a0]+/g, " ").replace(/ ?\n[\n ]*/g, "\n\n").trim();
  const publishedOn = /^\d{4}-\d\d-\d\d/.exec(day)?.[0];
  return { kind: "text", text, ...(publishedOn === undefined ? {} : { publishedOn }) };
}

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** The paragraphs of a Word document: the file is a zip whose text is one XML file. */
async function wordText(bytes: Uint8Array): Promise<string> {
  const part = await new Promise<Uint8Array | undefined>((found, failed) => {
    unzip(
      bytes,
      // A small file may unpack to a large one.
      { filter: (one) => one.name === "word/document.xml" && one.originalSize <= 8 * MAX_BYTES },
      (error, files) => (error ? failed(error) : found(files["word/document.xml"])),
    );
  });
  if (part === undefined) throw new Error("no word/document.xml of a readable size in it");
  const document = new DOMParser().parseFromString(new TextDecoder().decode(part), "application/xml");
  if (document.querySelector("parsererror")) throw new Error("its text is broken");
  return [...document.getElementsByTagNameNS(WORD, "p")].map(paragraphText).join("\n\n");
}

function paragraphText(paragraph: Element): string {
  let text = "";
  for (const one of paragraph.getElementsByTagNameNS(WORD, "*")) {
    if (one.localName === "t") text += one.textContent ?? "";
    else if (one.localName === "tab") text += "\t";
    else if (one.localName === "br") text += "\n";
  }
  return text;
}
