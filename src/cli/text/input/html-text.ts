import { Parser } from "htmlparser2";
import { FigureError } from "../../../errors.js";

/** What a page says, without what is around it. */
export interface PageText {
  readonly text: string;
  /** The day that the page gives for its publication, 2023-10-23. */
  readonly publishedOn?: string;
}

const words = (text: string) => new Set(text.split(" "));

const SKIPPED = words(
  "head script style noscript template svg math iframe object canvas audio video nav aside footer form button select textarea dialog menu",
);
const BLOCKS = words(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr html li main ol p pre section summary table tbody tfoot thead ul",
);
const VOID = words("area base br col embed hr img input link meta source track wbr");
const DATES = words("article:published_time datepublished date dc.date dc.date.issued pubdate publishdate");
// Ends at a semicolon, at the end, or at !important: "display: none" is hidden, "display: none-such" is not.
const UNSEEN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:;|!|$)/i;
// The parser looks through its open elements at many a tag: without an end to them it is quadratic. Browsers stop at 512.
const MAX_DEPTH = 2000;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The text of a page: paragraphs apart by an empty line, without scripts, styles, navigation, forms and what is hidden
 * by an attribute or a style of its own.
 * Where the page marks its main part (`main`, or else `article`), only that.
 * @throws FigureError "limit" for elements that are nested beyond reason
 */
export function htmlText(html: string): PageText {
  const whole = new Flow();
  const main = new Flow();
  const article = new Flow();
  const stack: { name: string; skips: boolean }[] = [];
  const inside = { main: 0, article: 0, pre: 0, sup: 0, skipped: 0 };
  let publishedOn: string | undefined;
  const each = (act: (flow: Flow) => void) => {
    if (inside.skipped > 0) return;
    act(whole);
    if (inside.main > 0) act(main);
    if (inside.article > 0) act(article);
  };
  const step = (name: string, by: 1 | -1) => {
    if (name === "main" || name === "article" || name === "pre" || name === "sup") inside[name] += by;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "meta" && publishedOn === undefined) publishedOn = dayOf(attributes);
      if (VOID.has(name)) {
        if (name === "br") each((flow) => flow.line());
        if (name === "hr") each((flow) => flow.paragraph());
        return;
      }
      const noteNumber = name === "a" && inside.sup > 0;
      const skips = isHidden(attributes) || noteNumber || SKIPPED.has(name);
      if (stack.length >= MAX_DEPTH) {
        throw new FigureError(
          "limit",
          `its elements are nested more than ${MAX_DEPTH} deep, or never closed: no page for people is`,
        );
      }
      stack.push({ name, skips });
      if (skips) inside.skipped++;
      step(name, 1);
      if (BLOCKS.has(name)) each((flow) => flow.paragraph());
      if (name === "tr") each((flow) => flow.line());
    },
    ontext(text) {
      each((flow) => flow.add(inside.sup > 0 ? raised(text) : text, inside.pre > 0));
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      const top = stack.pop();
      if (top === undefined) return;
      if (BLOCKS.has(name)) each((flow) => flow.paragraph());
      if (name === "td" || name === "th") each((flow) => flow.cell());
      step(name, -1);
      if (top.skips) inside.skipped--;
    },
  });
  parser.write(html);
  parser.end();
  const text = [main, article, whole].map((flow) => flow.end()).find((one) => one !== "") ?? "";
  return publishedOn === undefined ? { text } : { text, publishedOn };
}

/** Hidden by an attribute or a style of its own; style sheets are not read. */
function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if ("hidden" in attributes || attributes["aria-hidden"]?.trim().toLowerCase() === "true") return true;
  return UNSEEN.test(withoutComments(attributes["style"] ?? ""));
}

/** A style without its comments; one that does not end goes to the end. In one pass, whatever the number of "/*". */
function withoutComments(style: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = style.indexOf("/*"); open !== -1; open = style.indexOf("/*", at)) {
    kept.push(style.slice(at, open));
    const close = style.indexOf("*/", open + 2);
    if (close === -1) return kept.join(" ");
    at = close + 2;
  }
  kept.push(style.slice(at));
  return kept.join(" ");
}

function dayOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const name = (attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? "").toLowerCase();
  if (!DATES.has(name)) return undefined;
  return /^\d{4}-\d\d-\d\d(?!\d)/.exec((attributes["content"] ?? "").trim())?.[0];
}

/** A note's number stays apart from the figure before it: 5.83 with the note 1 is not 5.831. */
function raised(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED[Number(digit)] as string);
}

/** Text under way: blanks are one space, breaks are kept until there is something to part. */
class Flow {
  private readonly pieces: string[] = [];
  private pending = "";

  add(text: string, kept: boolean): void {
    // A soft hyphen or a zero-width space may stand within a number, and is not part of it.
    const bare = text.replace(/[\u00ad\u200b\u2060\ufeff]/g, "");
    const parts = kept ? [bare] : bare.split(/[ \t\r\n\f]+/);
    for (const [i, part] of parts.entries()) {
      if (i > 0 && this.pending === "") this.pending = " ";
      if (part !== "") this.put(part);
    }
  }

  line(): void {
    if (!this.pending.includes("\n")) this.pending = "\n";
  }

  cell(): void {
    this.pending = " | "; // "Feb" and "6%" of two cells are not the sixth of February
  }

  paragraph(): void {
    this.pending = "\n\n";
  }

  end(): string {
    return this.pieces
      .join("")
      .split("\n")
      .map((line) => line.trimEnd())
      .join("\n");
  }

  private put(text: string): void {
    if (text === "") return;
    if (this.pieces.length > 0) this.pieces.push(this.pending);
    this.pending = "";
    this.pieces.push(text);
  }
}
