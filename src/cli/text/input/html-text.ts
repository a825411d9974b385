import { Parser } from "htmlparser2";
import { FigureError } from "../../../errors.js";
import type { TextTable } from "../../../text/reading.js";
import { Flow } from "./flow.js";

/** What a page says, without what is around it. */
export interface PageText {
  readonly text: string;
  /** The day that the page gives for its publication, 2023-10-23. */
  readonly publishedOn?: string;
  readonly tables: readonly TextTable[];
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
/** No page that is written to be read nests its tags so deep. */
const DEEPEST = 1_500;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * The text of a page: paragraphs apart by an empty line, without scripts, styles, navigation, forms and what is hidden
 * by an attribute or a style of its own.
 * Where the page marks its main part (`main`, or else `article`), only that.
 */
export function htmlText(html: string): PageText {
  const whole = new Flow();
  const main = new Flow();
  const article = new Flow();
  const stack: { name: string; skips: boolean }[] = [];
  const inside = { main: 0, article: 0, pre: 0, sup: 0, skipped: 0 };
  let publishedOn: string | undefined;
  const times = new Set<string>();
  let data: string | undefined;
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
      if (stack.length >= DEEPEST) {
        throw new FigureError("limit", `its tags are nested more than ${DEEPEST} deep`);
      }
      if (name === "time") {
        const day = /^\d{4}-\d\d-\d\d(?!\d)/.exec((attributes["datetime"] ?? "").trim())?.[0];
        if (day !== undefined) times.add(day);
      }
      if (name === "script" && attributes["type"]?.trim().toLowerCase() === "application/ld+json") data = "";
      const noteNumber = name === "a" && inside.sup > 0;
      const skips = isHidden(attributes) || noteNumber || SKIPPED.has(name);
      stack.push({ name, skips });
      if (skips) inside.skipped++;
      step(name, 1);
      if (BLOCKS.has(name)) each((flow) => flow.paragraph());
      if (name === "table") each((flow) => flow.table());
      if (name === "caption") each((flow) => flow.caption());
      if (name === "tr") each((flow) => flow.row());
      if (name === "td" || name === "th") {
        const [columns, rows] = [spanOf(attributes["colspan"]), spanOf(attributes["rowspan"])];
        each((flow) => flow.cell(columns, rows));
      }
    },
    ontext(text) {
      if (data !== undefined && data.length < MOST_DATA) data += text;
      each((flow) => flow.add(inside.sup > 0 ? raised(text) : text, inside.pre > 0));
    },
    onclosetag(name) {
      if (VOID.has(name)) return;
      const top = stack.pop();
      if (top === undefined) return;
      if (name === "script" && data !== undefined) {
        publishedOn ??= /"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)/.exec(data)?.[1];
        data = undefined;
      }
      if (name === "td" || name === "th") each((flow) => flow.endCell());
      if (name === "caption") each((flow) => flow.endCaption());
      if (BLOCKS.has(name)) each((flow) => flow.paragraph());
      if (name === "table") each((flow) => flow.endTable());
      step(name, -1);
      if (top.skips) inside.skipped--;
    },
  });
  parser.write(html);
  parser.end();
  const flow = [main, article, whole].find((one) => !one.isEmpty) ?? whole;
  const { text, tables } = flow.end();
  // A page with one date says its own; one with several may be a list.
  const day = publishedOn ?? (times.size === 1 ? [...times][0] : undefined);
  return day === undefined ? { text, tables } : { text, tables, publishedOn: day };
}

const MOST_DATA = 200_000;

function spanOf(attribute: string | undefined): number {
  const number = Number(attribute);
  return Number.isInteger(number) && number > 1 ? Math.min(number, 60) : 1;
}

/** Hidden by an attribute or a style of its own; style sheets are not read. */
function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  if ("hidden" in attributes || attributes["aria-hidden"]?.trim().toLowerCase() === "true") return true;
  return UNSEEN.test(withoutComments(attributes["style"] ?? ""));
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

/** A style without its comments; a pattern would look for the end of each from every beginning. */
function withoutComments(style: string): string {
  if (!style.includes("/*")) return style;
  let plain = "";
  let at = 0;
  for (;;) {
    const open = style.indexOf("/*", at);
    if (open < 0) return plain + style.slice(at);
    plain += `${style.slice(at, open)} `;
    const close = style.indexOf("*/", open + 2);
    if (close < 0) return plain;
    at = close + 2;
  }
}
