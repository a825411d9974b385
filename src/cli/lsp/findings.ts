import type { TextFinding } from "../../check/finding.js";
import { caveatOf, offered } from "../../check/repair/repair.js";
import { described } from "../../notebook/annotated/article.js";
import type { Mention, Span } from "../../text/reading.js";
import type { Analysis } from "../text/analyse.js";
import { codeOf } from "../text/output/code.js";

/** A place of a text in lines and characters from 0, as editors count. */
export interface Range {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What is marked: where, how grave, and what may be put in its place. */
export interface Mark {
  readonly range: Range;
  readonly severity: 1 | 3;
  readonly source: string;
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly Fix[];
}

export interface Fix {
  readonly title: string;
  readonly range: Range;
  readonly text: string;
  readonly preferred: boolean;
}

/** The findings of a text that an editor marks: contradictions, and what is not decided where that is asked for. */
export function marksOf({ findings }: Analysis, range: (span: Span) => Range, undecided: boolean): Mark[] {
  return findings
    .filter(({ outcome }) => outcome === "inconsistent" || (undecided && outcome === "undecided"))
    .map((one) => ({
      range: range(one),
      severity: one.outcome === "inconsistent" ? 1 : 3,
      source: "trade-figures",
      code: codeOf(one),
      message: one.says,
      fixes: offered(one.repairs ?? []).map((repair, i) => ({
        title: `“${inWords(repair.to)}” for “${inWords(repair.from)}”: ${repair.verdict === "consistent" ? "would hold" : "might hold"}${caveatOf(repair)}`,
        range: range(repair.span),
        text: repair.to,
        preferred: i === 0 && repair.verdict === "consistent" && repair.breaks === undefined,
      })),
    }));
}

const inWords = (text: string): string => text.replace(/\s+/g, " ").slice(0, 60);

/** What is known of the figure at a place: its interval, and what was found of it with the working. */
export function hoverAt(
  { reading, findings }: Analysis,
  offset: number,
): { readonly span: Span; readonly text: string } | undefined {
  const at = ({ start, end }: Span) => start <= offset && offset < end;
  const mention = reading.mentions
    .filter(at)
    .reduce<Mention | undefined>(
      (a, b) => (a === undefined || b.end - b.start < a.end - a.start ? b : a),
      undefined,
    );
  if (mention === undefined) return undefined;
  const about = findings.filter((one) => one.figures.some((figure) => figure.start === mention.start));
  const parts = [described(mention), ...about.slice(0, 4).map(told)];
  const { text, start, end } = mention;
  return { span: { text, start, end }, text: parts.join("\n\n").slice(0, 8_000) };
}

function told(one: TextFinding): string {
  const head = `${one.kind}${one.outcome === undefined ? "" : `: ${one.outcome}`}. ${one.says}`;
  return one.working === undefined ? head : `${head}\n${one.working}`;
}
