import { toCsv } from "../data/index.js";
import { sourceLine } from "../figure/quantity.js";
import type { Result } from "../statement/statement.js";

const COLUMNS = [
  "id",
  "statement",
  "printed",
  "recomputed",
  "verdict",
  "on record",
  "margin",
  "finding",
  "source",
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** What stands beside the print: where rates were tested, the amount that one gives, and which rate that is. */
export function recomputedText({ computed, converted }: Result): string {
  if (converted === undefined) return computed?.show() ?? "";
  return `${converted.amount.show()}, at ${converted.rate.show().split(", ")[0]}`;
}

function rowOf(result: Result): Row {
  const { statement } = result;
  return {
    id: statement.id,
    statement: statement.statement,
    printed: statement.printed,
    recomputed: recomputedText(result),
    verdict: result.outcome,
    "on record": statement.verdict ?? "",
    margin: result.margin,
    finding: result.says,
    source: statement.source === undefined ? "" : sourceLine(statement.source),
  };
}

export function statementsCsv(results: readonly Result[]): string {
  return toCsv(results.map(rowOf), { columns: COLUMNS, forSpreadsheets: true });
}

/** A table, and under it the working of each statement. */
export function statementsMarkdown(title: string, results: readonly Result[]): string {
  const shown = ["statement", "printed", "recomputed", "verdict", "margin"] as const;
  const line = (cells: readonly string[]) => `| ${cells.map((text) => plain(text) || " ").join(" | ")} |`;
  const rows = results.map((result) => {
    const row = rowOf(result);
    return line(shown.map((column) => row[column]));
  });
  const workings = results.map(
    (result, i) =>
      `## ${i + 1}. ${plain(result.statement.statement)}\n\n${plain(result.says)}\n\n${fenced(result.working)}\n`,
  );
  return [`# ${plain(title)}\n`, line(shown), line(shown.map(() => "---")), ...rows, "", ...workings].join(
    "\n",
  );
}

/** A text on one line that Markdown shows as it is: no tag, link, picture or emphasis comes of it. */
function plain(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/[\\|<>&`*_[\]~!]/g, "\\$&")
    .replace(/^(?=[#+=-])/, "\\");
}

/** A text as a block of code, in a fence that nothing in it ends. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
