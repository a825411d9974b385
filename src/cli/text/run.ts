import { availableParallelism } from "node:os";
import { dropDrafts } from "../../data/file/draft.js";
import { progressLine } from "../door.js";
import { EXIT } from "../exit.js";
import type { Input } from "./input/input.js";
import { inputsOf } from "./input/inputs.js";
import { certificatesOutput, jsonOutput, linesOutput, type Output, textOutput } from "./output/outputs.js";
import { manyPages, onePage } from "./output/pages.js";
import { NO_BAR, progressBar } from "./output/progress.js";
import { reportOutput } from "./output/reports.js";
import { Summary } from "./output/summary.js";
import { blockedIn, isPage, refuseOverwriting } from "./output/targets.js";
import { inOrder } from "./threads/in-order.js";
import { tasksOf } from "./threads/tasks.js";
import type { Format, Report, Settings } from "./types.js";

const ARCHIVES: ReadonlySet<Format> = new Set(["jsonl", "zip", "gz"]);

export type FailOn = "inconsistent" | "undecided" | "never";

/** Where a run's output goes, and what it makes of it. */
export interface RunFlags {
  readonly form: "text" | "json" | "jsonl" | "html" | Report;
  readonly format?: Format;
  readonly out?: string;
  readonly html?: string;
  readonly certificates?: string;
  readonly jobs?: number;
  /** How many lines of text go to standard output; 0 for all. */
  readonly maxLines: number;
  readonly progress: boolean;
  readonly failOn: FailOn;
}

/**
 * Reads what the arguments name and writes what was found. @returns the exit code: 3 where something could not be read,
 * else 1 where the check failed, else 0
 * @throws FigureError for wrong use
 */
export async function runRead(args: readonly string[], asked: Settings, flags: RunFlags): Promise<number> {
  const say = (text: string) => {
    if (!asked.quiet) process.stderr.write(`trade-figures: ${text}\n`);
  };
  const inputs = await inputsOf(args, flags.format, { html: flags.html, say });
  // One document is told in full; of many only what does not agree, unless all is asked for.
  const many = inputs.length > 1 || inputs.some((one) => one.kind !== "missing" && ARCHIVES.has(one.format));
  const settings = { ...asked, brief: asked.brief && many, many };
  refuseOverwriting(inputs, flags);
  const files = [flags.out, flags.html, flags.certificates].some((one) => one !== undefined);
  const stops = files ? SIGNALS.map(dropDraftsAt) : [];
  try {
    return await written(inputs, settings, flags);
  } finally {
    for (const stop of stops) stop();
  }
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * An interrupted run leaves no file, and the old ones as they were. The signal is sent again, to end the process as it
 * would have: an exit of our own would wait for a thread that waits for a pipe. Without files nobody needs to listen.
 */
function dropDraftsAt(signal: NodeJS.Signals): () => void {
  const stop = () => {
    dropDrafts();
    process.off(signal, stop);
    process.kill(process.pid, signal);
  };
  process.on(signal, stop);
  return () => process.off(signal, stop);
}

async function written(inputs: readonly Input[], settings: Settings, flags: RunFlags): Promise<number> {
  const summary = new Summary();
  const bar = barFor(inputs, flags, settings);
  const threads = flags.jobs ?? availableParallelism();
  let outputs: readonly Output[] | undefined;
  for await (const { outcomes, size } of inOrder(tasksOf(inputs, settings), settings, threads)) {
    // Opened with the first outcome: options that are wrong are said before a file is begun.
    outputs ??= outputsOf(inputs, settings, flags);
    for (const outcome of outcomes) {
      summary.add(outcome);
      if (!outcome.ok) {
        bar.end();
        process.stderr.write(`trade-figures: ${outcome.name}: ${outcome.message}\n`);
      }
      for (const output of outputs) await output.add(outcome);
    }
    bar.step(size, outcomes.length);
  }
  bar.end();
  for (const output of outputs ?? []) await output.end(summary);
  return codeOf(summary, flags.failOn);
}

function outputsOf(
  inputs: readonly Input[],
  settings: Settings,
  { form, out, html, certificates, maxLines }: RunFlags,
): Output[] {
  const closing = (summary: Summary) => (settings.quiet ? "" : `${summary.show(settings.mode)}\n`);
  const { brief } = settings;
  const main = {
    text: () => textOutput(out, closing, { brief, maxLines: out === undefined ? maxLines : 0 }),
    json: () => jsonOutput(out),
    jsonl: () => linesOutput(out),
    html: () => onePage(out),
    github: () => reportOutput("github", out),
    sarif: () => reportOutput("sarif", out),
    junit: () => reportOutput("junit", out),
  };
  const pages = (path: string) =>
    isPage(path) ? onePage(path) : manyPages(path, settings.mode, blockedIn(path, inputs));
  return [
    main[form](),
    ...(html === undefined ? [] : [pages(html)]),
    ...(certificates === undefined ? [] : [certificatesOutput(certificates)]),
  ];
}

function codeOf({ failures, counts }: Summary, failOn: FailOn): number {
  if (failures > 0) return EXIT.data;
  const failing = {
    never: 0,
    inconsistent: counts.inconsistent,
    undecided: counts.inconsistent + counts.undecided,
  }[failOn];
  return failing > 0 ? EXIT.fails : EXIT.holds;
}

/** The bar shares the terminal with no other text: where that goes there, it is progress enough. */
function barFor(inputs: readonly Input[], flags: RunFlags, settings: Settings) {
  const crowded = process.stdout.isTTY === true && flags.out === undefined;
  if (!flags.progress || settings.quiet || process.stderr.isTTY !== true || crowded) return NO_BAR;
  const total = inputs.some((one) => one.kind === "stdin")
    ? undefined
    : inputs.reduce((sum, one) => sum + (one.kind === "file" ? one.size : 0), 0);
  return progressBar(total, progressLine);
}
