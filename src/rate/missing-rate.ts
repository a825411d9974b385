import { FigureError, type MissingRate } from "../errors.js";
import { weekday } from "../figure/period.js";

/** The error for a rate that a book lacks, in words for a program; what it was made of is in its details. */
export function missingRate(of: MissingRate): FigureError {
  return new FigureError("no-rate", missingRateText(of), { missingRate: of });
}

/**
 * Why there is no rate, in one sentence.
 * @param own other words for what was looked for ("rates" where a mean was only a step), and for the way out by a policy
 */
export function missingRateText(
  { pair, kind, on, over, clauses }: MissingRate,
  own: { readonly noun?: string; readonly policy?: string } = {},
): string {
  const noun = own.noun ?? (on === undefined ? "average" : "rate");
  const when = on === undefined ? `over ${over}` : `on ${on} (${weekday(on)})`;
  const says = clauses.map((one) => (one.about === "policy" ? (own.policy ?? one.says) : one.says));
  return `no ${kind === undefined ? "" : `${kind} `}${noun} of ${pair} ${when}: ${says.join("; ")}`;
}
