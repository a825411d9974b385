import type { CheckedClaim } from "../check/checked-claim.js";
import type { Figure } from "../figure/figure.js";
import { Quantity as Computed } from "../figure/quantity.js";
import { convert } from "../rate/convert.js";
import type { Result } from "../statement/statement.js";
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
    const [printed, again] = [drawn(result.printed), drawn(computed, result.printed.scale)];
    return [
      { label: result.statement.statement, printed, recomputed: again.interval, verdict: result.outcome },
    ];
  });
}

/**
 * The checked claims of a text as rows of `statementsChart`: those whose printed figure was held against a computed one in
 * its unit. A conversion is drawn as the amount that the best published rate makes of the other one.
 * @example checkedRows(check(read(text), { book, publishedOn: "2023-10-23" }).claims)
 */
export function checkedRows(claims: readonly CheckedClaim[]): StatementRow[] {
  return claims.flatMap((claim): StatementRow[] => {
    const printed = printedFigure(claim);
    const computed = claim.kind === "conversion" ? convertedAmount(claim) : claim.computed;
    if (claim.against === "nothing" || printed === undefined) return [];
    if (!Computed.is(computed) || computed.unit !== printed.unit) return [];
    const [print, again] = [drawn(printed), drawn(computed, printed.scale)];
    const label = `${claim.kind}: ${claim.figures.map((one) => one.text).join(", ")}`;
    const rate = claim.used?.best?.rate;
    return [
      {
        label,
        printed: print,
        recomputed: again.interval,
        verdict: claim.verdict,
        ...(rate === undefined ? {} : { note: `at ${rate.quoted}` }),
      },
    ];
  });
}

/** The figure that a claim prints and that can be computed from its others. */
function printedFigure({ kind, claim }: CheckedClaim): Figure | undefined {
  if (kind === "conversion" && "converted" in claim) return claim.converted.figure;
  if (kind === "sum" && "total" in claim) return claim.total.figure;
  if (kind === "share" && "share" in claim) return claim.share.figure;
  return "rate" in claim ? claim.rate.figure : undefined;
}

function convertedAmount({ claim, used }: CheckedClaim): Computed | undefined {
  const rate = used?.best?.rate;
  return rate === undefined || !("converted" in claim)
    ? undefined
    : convert(claim.amount.figure as never, rate);
}
