import { optional } from "../../../../data/sql/optional.js";
import { FigureError } from "../../../../errors.js";
import { type Content, counted, firstLine } from "../content.js";
import { pageText, type Word } from "./pdf-layout.js";

/** Named by a variable: its own types need those of a browser. */
const LIBRARY: string = "pdfjs-dist/legacy/build/pdf.mjs";

/** On Node 20 the library leaves an `Iterator` behind, which other code takes for Node's own: jsdom then draws nothing. */
const HAS_ITERATOR = "Iterator" in globalThis;

/** What is used of the library. */
interface PdfLibrary {
  getDocument(options: object): { readonly promise: Promise<PdfDocument>; destroy(): Promise<void> };
}

interface PdfDocument {
  readonly numPages: number;
  getPage(number: number): Promise<{
    getTextContent(): Promise<{ readonly items: readonly (PdfItem | object)[] }>;
    cleanup(): void;
  }>;
}

interface PdfItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

const MOST_PAGES = 2_000;
const MOST_WORDS = 200_000;

/** The text of a PDF with a text layer, in the order of its columns and lines; pages that are pictures are counted. */
export async function pdfContent(bytes: Uint8Array): Promise<Content> {
  // A plain object of the library's own build for Node: it draws nothing, fetches nothing, and evaluates no code of the file.
  const pdf = await optional("pdfjs-dist", () => quietly((): Promise<PdfLibrary> => import(LIBRARY)));
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > MOST_PAGES) {
      throw new FigureError("limit", `${document.numPages} pages: at most ${MOST_PAGES} are read`);
    }
    const pages: string[] = [];
    let [empty, broken, count] = [0, 0, 0];
    for (let number = 1; number <= document.numPages; number++) {
      try {
        const page = await document.getPage(number);
        const { items } = await page.getTextContent();
        count += items.length;
        if (count > MOST_WORDS)
          throw new FigureError("limit", `more than ${MOST_WORDS} pieces of text are in it`);
        const words = items.flatMap((one) => ("str" in one ? wordOf(one) : []));
        const text = pageText(words);
        if (text === "") empty++;
        else pages.push(text);
        page.cleanup();
      } catch (error) {
        if (FigureError.is(error)) throw error;
        broken++;
      }
    }
    if (pages.length === 0) {
      throw new FigureError("bad-data", "it has no text layer: its pages are pictures, which are not read");
    }
    return {
      text: pages.join("\n\n"),
      leftOut: counted({ "page without a text layer": empty, "broken page": broken }),
    };
  } catch (error) {
    if (FigureError.is(error)) throw error;
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException")
      throw new FigureError("bad-data", "it is locked by a password: save it without one");
    throw new FigureError("bad-data", `the PDF cannot be read: ${firstLine(error)}`);
  } finally {
    await task.destroy().catch(() => undefined);
    if (!HAS_ITERATOR) Reflect.deleteProperty(globalThis, "Iterator");
  }
}

function wordOf(item: PdfItem): Word[] {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
  const size = Math.hypot(a, b) || item.height;
  // Turned text (a stamp, an axis) belongs to no line.
  if (
    item.str.trim() === "" ||
    size === 0 ||
    Math.abs(b) > 0.1 * size ||
    ![x, y, size, item.width].every(Number.isFinite)
  ) {
    return [];
  }
  return [{ text: item.str, x, y, width: item.width, size }];
}

/** The library warns as it is loaded that it cannot draw; nothing is drawn here. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn, log } = console;
  console.warn = () => undefined;
  console.log = () => undefined;
  try {
    return await load();
  } finally {
    Object.assign(console, { warn, log });
  }
}
