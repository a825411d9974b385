import { dirname, resolve } from "node:path";
import { readText } from "../../data/file/bytes.js";
import { FigureError } from "../../errors.js";
import type { FromWorker, ToWorker } from "./cell-process.js";
import { Child, Ended } from "./child-process.js";
import type { Compiled } from "./compiled-cells.js";
import { hasModules } from "./compiler.js";
import { type Cell, type Notebook, parseNotebook, sourceOf } from "./ipynb.js";
import { withParameters } from "./parameters.js";
import type { CellResult } from "./session.js";
import type { Workshop, Workshops } from "./workshops.js";

export interface RunOptions {
  /** Values for the cell that is tagged `parameters`, papermill's convention: set in a cell behind it. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** Seconds for one cell. Default: 120. */
  readonly timeout?: number;
  /**
   * Each notebook compiles and draws in its own process as well. Otherwise its cells alone have a process of their own,
   * what compiles and draws serves all, and cells and charts of an earlier run are found again: the same outputs, several
   * times as fast.
   */
  readonly isolated?: boolean;
  readonly onCell?: (number: number, of: number, path: string) => void;
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

/** Runs one notebook after another. */
export class Lane {
  private readonly drawing = new Set<Workshop>();
  private worker: Child<ToWorker, FromWorker> | undefined;

  constructor(private readonly workshops: Workshops) {}

  async run(path: string, options: RunOptions): Promise<RunResult> {
    const notebook = parseNotebook(readText(path, { maxBytes: 256 * 1024 * 1024 }), path);
    const cells = withParameters(notebook.cells, options.parameters ?? {}, path);
    const isolated = options.isolated ?? cells.some((cell) => isCode(cell) && hasModules(sourceOf(cell)));
    const running = await this.start(dirname(resolve(path)), isolated, cells.find(isCode));
    const total = cells.filter(isCode).length;
    const done: Cell[] = [];
    let count = 0;
    let failure: RunResult["failure"];
    try {
      for (const cell of cells) {
        if (!isCode(cell) || failure !== undefined) {
          done.push(cell.cell_type === "code" ? { ...cell, outputs: [], execution_count: null } : cell);
          continue;
        }
        count++;
        options.onCell?.(count, total, path);
        const source = sourceOf(cell);
        const result = await this.execute(running, source, options.timeout ?? 120);
        const outputs = result.outputs.map((one) =>
          one.output_type === "execute_result" ? { ...one, execution_count: count } : one,
        );
        done.push({ ...cell, outputs, execution_count: count });
        if (!result.ok) failure = failureOf(result, count, source);
      }
    } finally {
      running.worker.stop();
      running.compiling?.end();
    }
    const made = { ...notebook, cells: done };
    return failure === undefined ? { notebook: made } : { notebook: made, failure };
  }

  close(): void {
    this.worker?.stop();
    for (const child of this.drawing) child.stop();
  }

  private async start(folder: string, isolated: boolean, first: Cell | undefined): Promise<Running> {
    const compiling = isolated ? undefined : new Compiling(this.workshops, folder);
    const worker = new Child<ToWorker, FromWorker>(
      "cell-process",
      [isolated ? "isolated" : "shared"],
      folder,
      (asked) => this.workshops.draw(asked, folder, this.drawing),
    );
    this.worker = worker;
    try {
      await Promise.all([worker.ask({ kind: "ready" }), first && compiling?.begin(sourceOf(first))]);
    } catch (error) {
      this.close();
      if (!(error instanceof Ended)) throw error;
      throw new FigureError("missing-package", `the notebook's process did not start: ${error.message}`);
    }
    return { worker, compiling };
  }

  private async execute(running: Running, source: string, seconds: number): Promise<CellResult> {
    const { worker, compiling } = running;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<CellResult>((done) => {
      timer = setTimeout(() => {
        this.close();
        done(failed("Timeout", `the cell took more than ${seconds} s and was stopped`));
      }, seconds * 1000);
    });
    const work = async (): Promise<CellResult> => {
      const compiled = await compiling?.compile(source);
      const cell = { kind: "cell", source, ...(compiled ? { compiled } : {}) } as const;
      return (await worker.ask(cell)) as CellResult;
    };
    const ended = (error: Error): CellResult =>
      error instanceof Ended
        ? failed("ProcessExit", `the cell ended the process (exit code ${error.code ?? "unknown"})`)
        : failed("Error", error.message);
    try {
      return await Promise.race([late, work().catch(ended)]);
    } finally {
      clearTimeout(timer);
    }
  }
}

interface Running {
  readonly worker: Child<ToWorker, FromWorker>;
  readonly compiling: Compiling | undefined;
}

let counted = 0;

/** The compiling of one notebook's cells, in their order. */
class Compiling {
  private readonly notebook = counted++;
  private declarations = "";
  private asked = false;

  constructor(
    private readonly workshops: Workshops,
    private readonly folder: string,
  ) {}

  /** Starts what compiles where the first cell needs it. */
  async begin(source: string): Promise<void> {
    if (this.found(source) === undefined) await this.compiler().ask({ kind: "begin" });
  }

  async compile(source: string): Promise<Compiled> {
    const { notebook, declarations } = this;
    const compiled =
      this.found(source) ??
      ((await this.compiler().ask({ kind: "compile", notebook, declarations, source })) as Compiled);
    if (compiled.converted !== undefined) this.declarations = compiled.converted.declOutput ?? "";
    return compiled;
  }

  end(): void {
    if (this.asked)
      this.compiler()
        .ask({ kind: "end", notebook: this.notebook })
        .catch(() => undefined);
  }

  private found(source: string): Compiled | undefined {
    return this.workshops.cells(this.folder).find(this.declarations, source);
  }

  private compiler(): Workshop {
    this.asked = true;
    return this.workshops.compiler(this.folder);
  }
}

function failed(name: string, message: string): CellResult {
  return {
    ok: false,
    outputs: [{ output_type: "error", ename: name, evalue: message, traceback: [] }],
    error: { name, message, trace: [] },
  };
}

const isCode = (cell: Cell): boolean => cell.cell_type === "code" && sourceOf(cell).trim() !== "";

function failureOf(result: CellResult, cell: number, source: string): NonNullable<RunResult["failure"]> {
  const { name, message, line } = result.error ?? { name: "Error", message: "the cell failed" };
  const lines = source.split("\n");
  const text = lines[(line ?? 0) - 1] ?? lines.find((one) => one.trim() !== "") ?? "";
  return { cell, name, message, text: text.trim(), ...(line === undefined ? {} : { line }) };
}
