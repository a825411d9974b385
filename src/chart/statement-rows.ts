import type { Result } from "../claim/statement.js";
import { Quantity as Computed } from "../figure/quantity.js";
import { drawn } from "./drawn.js";
import type { StatementRow } from "./statements.js";

/**
 * The results of recomputed statements as rows of `statementsChart`: those that have a print and something computed in
 * its unit. A rate is drawn as the amount that it would print.
 */
export function statementRows(results: readonly Result[]): StatementRow[] {
  return results.flatMap((result): StatementRow[] => {
    const computed = result.converted ?? result.computed;
    // A record is held against other months, not against another figure for the same one.
    if (result.printed === undefined || result.outcome === "computed" || result.statement.method === "record")
      return [];
    if (!Computed.is(computed) || computed.unit !== result.printed.unit) return [];
    const [printed, again] = [drawn(result.printed), drawn(computed)];
    if (printed.unit !== again.unit) return [];
    return [
      { label: result.statement.statement, printed, recomputed: again.interval, verdict: result.outcome },
    ];
  });
}
