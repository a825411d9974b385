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

function rowOf(result: Result): Row {
  const { statement } = result;
  return {
    id: statement.id,
    statement: statement.statement,
    printed: statement.printed,
    recomputed: result.computed?.show() ?? "",
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
  const cell = (text: string) => text.replace(/[\\|]/g, "\\$&").replace(/\n/g, " ") || " ";
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  const rows = results.map((result) => {
    const row = rowOf(result);
    return line(shown.map((column) => row[column]));
  });
  const workings = results.map(
    (result, i) =>
      `## ${i + 1}. ${result.statement.statement}\n\n${result.says}\n\n\`\`\`text\n${result.working}\n\`\`\`\n`,
  );
  return [`# ${title}\n`, line(shown), line(shown.map(() => "---")), ...rows, "", ...workings].join("\n");
}
