import { format } from "node:util";
import type { Trace } from "./trace.js";

/** What went wrong in a cell: name, message and the lines of the trace that are not tslab's or Node's own. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly trace: readonly string[];
  /** The line of the cell, counted from 1, where it is known. */
  readonly line?: number;
}

/**
 * The failure of a cell, from what was rejected or thrown behind its back and from what tslab's executor reported: an
 * error that was thrown, or the text of the type checker.
 */
export function failureFrom(
  rejections: readonly unknown[],
  reported: readonly (readonly unknown[])[],
  trace: Trace,
): Failure {
  const thrown = rejections[0] ?? reported.flat().find((part) => part instanceof Error);
  if (thrown instanceof Error) {
    const stack = said(() => thrown.stack);
    const own = stack.split("\n").filter((line) => !/node:|[\\/]tslab[\\/]dist|evalmachine/.test(line));
    const line = trace.lineIn(stack);
    return {
      name: said(() => thrown.name) || "Error",
      message: said(() => thrown.message),
      trace: own.map((one) => trace.readable(one)),
      ...(line === undefined ? {} : { line }),
    };
  }
  if (thrown !== undefined) return { name: "Error", message: said(() => format(thrown)), trace: [] };
  const text = reported.map((parts) => format(...parts)).join("\n");
  const line = /^(\d+):\d+ - /m.exec(text)?.[1];
  return {
    name: "TypeError",
    message: text,
    trace: text.split("\n"),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

/** A part of what a cell threw, which may throw itself when it is looked at. */
function said(look: () => unknown): string {
  try {
    const found = look();
    return typeof found === "string" ? found : "";
  } catch {
    return "";
  }
}
