import { FigureError, type FigureErrorCode } from "../errors.js";

/** What the command's exit code says. */
export const EXIT = { holds: 0, fails: 1, usage: 2, data: 3 } as const;

const DATA_CODES: ReadonlySet<FigureErrorCode> = new Set([
  "bad-data",
  "no-file",
  "no-rate",
  "missing-package",
]);

/** The exit code for an error: 3 where data are missing or broken, 2 where the command was asked for something odd. */
export function exitCodeOf(error: unknown): number {
  return FigureError.is(error) && DATA_CODES.has(error.code) ? EXIT.data : EXIT.usage;
}
