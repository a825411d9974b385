import { FigureError } from "../errors.js";
import { missingRateText } from "../rate/missing-rate.js";

/** The error for a missing rate in words for who types a command; any other as it is. */
export function inOwnWords(error: unknown, words: Parameters<typeof missingRateText>[1]): unknown {
  const missing = FigureError.is(error) ? error.details.missingRate : undefined;
  if (missing === undefined) return error;
  return new FigureError("no-rate", missingRateText(missing, words), { missingRate: missing });
}
