import { strFromU8, unzipSync } from "fflate";
import { wordDay } from "../../../../data/word-day.js";
import { FigureError } from "../../../../errors.js";
import { type Content, counted, firstLine } from "../content.js";
import { htmlText } from "../html-text.js";
import { guardedNames } from "../zip-guard.js";

/**
 * The text and tables of a Word document, by mammoth; macros are never run, nothing outside the file is fetched. Its day
 * is that of its properties: the stretch from when it was made to when it was last saved.
 * @throws FigureError "bad-data" or "limit" for a file that is none
 */
export async function docxContent(bytes: Uint8Array, maxBytes: number): Promise<Content> {
  const names = guardedNames(bytes, maxBytes);
  const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
  if (count(/^word\/document\d*\.xml$/) === 0)
    throw new FigureError("bad-data", "it is no Word document (.docx)");
  const { default: mammoth } = await import("mammoth");
  let html: string;
  try {
    const made = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
    );
    html = made.value;
  } catch (error) {
    throw new FigureError("bad-data", `the Word document cannot be read: ${firstLine(error)}`);
  }
  const { text, tables } = htmlText(html);
  return {
    text,
    tables,
    publishedOn: dayOf(bytes),
    leftOut: counted({
      picture: count(/^word\/media\//),
      chart: count(/^word\/charts\/chart\d*\.xml$/),
      "header or footer": count(/^word\/(?:header|footer)\d*\.xml$/),
      "set of comments": count(/^word\/comments\.xml$/),
      macro: count(/vbaProject\.bin$/),
    }),
  };
}

function dayOf(bytes: Uint8Array): string | undefined {
  let core: Uint8Array | undefined;
  try {
    core = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === "docProps/core.xml" && originalSize < 100_000,
    })["docProps/core.xml"];
  } catch {
    return undefined;
  }
  return core === undefined ? undefined : wordDay(strFromU8(core));
}
