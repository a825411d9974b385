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
    const line = trace.lineIn(stack);
    const name = said(() => thrown.name) || "Error";
    const own = said(() => thrown.message);
    const message = plainly(own);
    return {
      name,
      message,
      trace: [`${name}: ${message}`, ...trace.placeIn(stack), ...folded(stack, own, trace)],
      ...(line === undefined ? {} : { line }),
    };
  }
  if (thrown !== undefined) return { name: "Error", message: said(() => format(thrown)), trace: [] };
  const [first, ...others] = trace.typeErrors();
  if (first !== undefined) {
    const all = [first, ...others]
      .flatMap(({ message, place }) => [plainly(message), ...place, ""])
      .slice(0, -1);
    return {
      name: "TypeError",
      message: all.join("\n"),
      trace: [`TypeError: ${all[0]}`, ...all.slice(1)],
      line: first.line,
    };
  }
  const text = reported.map((parts) => format(...parts)).join("\n");
  const line = /^(\d+):\d+ - /m.exec(text)?.[1];
  return {
    name: "TypeError",
    message: text,
    trace: text.split("\n"),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}

/**
 * A package that is not there, with the way out. And cells run as Node's modules do: a variable of theirs cannot bear the
 * names that each module is given.
 */
function plainly(message: string): string {
  const module = /^Cannot find (?:module|package) '(trade-figures(?:\/[\w-]+)?)'/.exec(message)?.[1];
  if (module !== undefined)
    return `Cannot find module '${module}': it is not installed for this notebook; run npm install trade-figures in its folder (or npm install FOLDER, a clone's folder or the archive of npm pack), and restart the kernel`;
  const taken = /^Identifier '(exports|module|require)' has already been declared$/.exec(message)?.[1];
  return taken === undefined
    ? message
    : `a cell's variable cannot be called ${taken}: Node gives every module that name; call it ${taken === "exports" ? "exported" : `my${taken}`}, say`;
}

const FRAME = /^\s+at /;

/**
 * The calls of a trace: those of cells by cell and line, the others counted where they were: what happens inside a
 * package is for its makers, and hides what a reader can change.
 */
function folded(stack: string, message: string, trace: Trace): string[] {
  // The message may hold lines that look like calls.
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split("\n")
    .filter((line) => FRAME.test(line));
  const own = frames.filter((line) => /cell-\d+\.ts:/.test(line)).map((line) => trace.readable(line));
  const inside = frames.filter((line) =>
    /[\\/]trade-figures[\\/]|[\\/]node_modules[\\/](?!tslab[\\/])|[\\/]dist[\\/](?:cjs|esm)[\\/]/.test(line),
  ).length;
  // The first call is shown with its source already.
  return [
    ...own.slice(1, 12),
    ...(inside > 0 ? [`  (${inside} ${inside === 1 ? "call" : "calls"} inside packages not shown)`] : []),
  ];
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
