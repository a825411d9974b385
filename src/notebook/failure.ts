import { format } from "node:util";

/** What went wrong in a cell: name, message and the lines of the trace that are not tslab's or Node's own. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly trace: readonly string[];
}

/**
 * The failure of a cell, from what was rejected or thrown behind its back and from what tslab's executor reported: an
 * error that was thrown, or the text of the type checker.
 */
export function failureFrom(
  rejections: readonly unknown[],
  reported: readonly (readonly unknown[])[],
): Failure {
  const thrown = rejections[0] ?? reported.flat().find((part) => part instanceof Error);
  const text = reported.map((parts) => format(...parts)).join("\n");
  if (thrown instanceof Error) {
    const trace = (thrown.stack ?? "").split("\n").filter((line) => !/node:|[\\/]tslab[\\/]dist/.test(line));
    return { name: thrown.name, message: thrown.message, trace };
  }
  if (thrown !== undefined) return { name: "Error", message: format(thrown), trace: [] };
  return { name: "TypeError", message: text, trace: text.split("\n") };
}
