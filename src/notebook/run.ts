import { type ChildProcess, fork } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { FigureError } from "../errors.js";
import { readText } from "../table/bytes.js";
import { packageFolder } from "../table/folder.js";
import { type Cell, type Notebook, parseNotebook, sourceOf } from "./ipynb.js";
import type { CellResult } from "./session.js";
import type { FromWorker, ToWorker } from "./worker.js";

export interface RunOptions {
  /** Values for the cell that is tagged `parameters`, papermill's convention: set in a cell behind it. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** Seconds for one cell. Default: 120. */
  readonly timeout?: number;
  readonly onCell?: (number: number, of: number) => void;
}

export interface RunResult {
  readonly notebook: Notebook;
  readonly failure?: {
    /** Which code cell, counted from 1. */
    readonly cell: number;
    readonly name: string;
    readonly message: string;
    /** The line of the cell, where it is known. */
    readonly line?: number;
    /** That line's text, or the first line of the cell. */
    readonly text: string;
  };
}

/**
 * Runs a notebook's cells without Python, in a process of its own that is stopped when a cell takes too long or ends the
 * process. The first cell that fails ends the run.
 * @throws FigureError "no-file", "bad-data" for a file that is no notebook; "missing-package" without tslab
 */
export async function run(path: string, options: RunOptions = {}): Promise<RunResult> {
  const notebook = parseNotebook(readText(path, { maxBytes: 256 * 1024 * 1024 }), path);
  const cells = withParameters(notebook.cells, options.parameters ?? {});
  const worker = new Worker(dirname(resolve(path)));
  try {
    const done: Cell[] = [];
    let count = 0;
    const total = cells.filter(isCode).length;
    let failure: RunResult["failure"];
    for (const cell of cells) {
      if (!isCode(cell) || failure !== undefined) {
        done.push(cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell);
        continue;
      }
      count++;
      options.onCell?.(count, total);
      const source = sourceOf(cell);
      const result = await worker.execute(source, options.timeout ?? 120);
      const outputs = result.outputs.map((one) =>
        one.output_type === "execute_result" ? { ...one, execution_count: count } : one,
      );
      done.push({ ...cell, outputs, execution_count: count });
      if (!result.ok) failure = failureOf(result, count, source);
    }
    const made = { ...notebook, cells: done };
    return failure === undefined ? { notebook: made } : { notebook: made, failure };
  } finally {
    worker.stop();
  }
}

const isCode = (cell: Cell): boolean => cell.cell_type === "code" && sourceOf(cell).trim() !== "";

function failureOf(result: CellResult, cell: number, source: string): NonNullable<RunResult["failure"]> {
  const { name, message, trace } = result.error ?? { name: "Error", message: "the cell failed", trace: [] };
  // The type checker says "2:7 - error"; a trace of tslab's names the cell's line behind its file.
  const found = /^(\d+):\d+ - /m.exec(message) ?? /evalmachine\.<anonymous>:(\d+)/.exec(trace.join("\n"));
  const line = found ? Number(found[1]) : undefined;
  const lines = source.split("\n");
  const text = (line === undefined ? lines.find((one) => one.trim() !== "") : lines[line - 1]) ?? "";
  return {
    cell,
    name,
    message,
    text: text.trim(),
    ...(line === undefined || lines[line - 1] === undefined ? {} : { line }),
  };
}

function withParameters(
  cells: readonly Cell[],
  parameters: Readonly<Record<string, string | number | boolean>>,
): Cell[] {
  const names = Object.keys(parameters);
  if (names.length === 0) return [...cells];
  const odd = names.find((name) => !/^[A-Za-z_$][\w$]*$/.test(name));
  if (odd !== undefined) throw new FigureError("bad-option", `"${odd}" is no name of a variable`);
  const at = cells.findIndex((cell) => cell.metadata.tags?.includes("parameters"));
  if (at < 0)
    throw new FigureError(
      "bad-option",
      `the notebook has no cell tagged "parameters" for ${names.join(", ")}`,
    );
  const source = names.map((name) => `const ${name} = ${JSON.stringify(parameters[name])};`).join("\n");
  const injected: Cell = {
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source,
    outputs: [],
    execution_count: null,
  };
  return [...cells.slice(0, at + 1), injected, ...cells.slice(at + 1)];
}

/** The process that runs cells: one at a time, stopped for good when it hangs. */
class Worker {
  private readonly child: ChildProcess;
  private readonly ready: Promise<string | undefined>;
  private said = "";

  constructor(folder: string) {
    this.child = fork(join(packageFolder(), "dist/cjs/notebook/worker.js"), [], {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      execArgv: ["--max-old-space-size=4096"],
    });
    this.child.stderr?.on("data", (chunk) => {
      this.said = (this.said + String(chunk)).slice(-4000);
    });
    this.ready = new Promise((done) => {
      this.child.once("message", () => done(undefined));
      this.child.once("exit", () => done(this.said));
    });
  }

  async execute(source: string, seconds: number): Promise<CellResult> {
    const problem = await this.ready;
    if (problem !== undefined) {
      throw new FigureError(
        "missing-package",
        `the notebook process did not start: ${problem.split("\n").find((line) => /Error/.test(line)) ?? problem}`,
      );
    }
    return new Promise((done) => {
      const failed = (name: string, message: string): CellResult => ({
        ok: false,
        outputs: [{ output_type: "error", ename: name, evalue: message, traceback: [] }],
        error: { name, message, trace: [] },
      });
      const finish = (result: CellResult) => {
        clearTimeout(timer);
        this.child.off("message", onMessage);
        this.child.off("exit", onExit);
        done(result);
      };
      const onMessage = (message: FromWorker) => {
        if (message.kind === "done") finish(message.result);
      };
      const onExit = (code: number | null) =>
        finish(failed("ProcessExit", `the cell ended the process (exit code ${code ?? "unknown"})`));
      const timer = setTimeout(() => {
        finish(failed("Timeout", `the cell took more than ${seconds} s and was stopped`));
        this.stop();
      }, seconds * 1000);
      this.child.on("message", onMessage);
      this.child.on("exit", onExit);
      this.child.send({ kind: "cell", source } satisfies ToWorker);
    });
  }

  stop(): void {
    this.child.kill("SIGKILL");
  }
}
