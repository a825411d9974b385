import type { MimeBundle } from "../../figure/display.js";
import { type Channel, openChannel } from "../show/channel.js";
import { isRich, toMimeBundle } from "../show/mime.js";
import type { Converter, Executor, Tslab } from "../tslab/tslab.js";
import { type Failure, failureFrom } from "./failure.js";
import { Trace } from "./trace.js";

/** One output of a cell, as notebooks keep it. */
export type Output =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; text: string }
  | { readonly output_type: "display_data"; readonly data: MimeBundle; readonly metadata: object }
  | {
      readonly output_type: "execute_result";
      readonly data: MimeBundle;
      readonly metadata: object;
      execution_count: number | null;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

export interface CellResult {
  readonly ok: boolean;
  readonly outputs: readonly Output[];
  readonly error?: Failure;
}

/** The most text that a cell may write, in characters: more is no output that somebody reads. */
const MAX_OUTPUT = 100_000_000;

/** Cells run one after the other on tslab's converter and executor, in this process; nothing written is lost. */
export class Session {
  private readonly executor: Executor;
  private readonly trace = new Trace(() => this.count);
  private count = 0;
  private outputs: Output[] = [];
  private errors: unknown[][] = [];
  private rejections: unknown[] = [];
  private pending: Promise<void>[] = [];
  private written = 0;

  constructor(
    folder: string,
    tslab: Pick<Tslab, "createExecutor" | "jupyter">,
    converter: Pick<Converter, "convert" | "addModule">,
    draw?: Channel["draw"],
  ) {
    this.executor = tslab.createExecutor(
      folder,
      { node: this.trace.following(converter), close: () => undefined },
      { log: (value) => this.result(value), error: (...parts) => this.errors.push(parts) },
    );
    openChannel({
      show: (data) => {
        this.outputs.push({ output_type: "display_data", data, metadata: {} });
      },
      ...(draw ? { draw } : {}),
    });
    tslab.jupyter.lastWriteDisplayData = (message: { data: MimeBundle }, update: boolean) => {
      if (!update) this.outputs.push({ output_type: "display_data", data: message.data, metadata: {} });
    };
    process.on("unhandledRejection", (error) => this.rejections.push(error));
    process.on("uncaughtException", (error) => this.rejections.push(error));
  }

  async execute(source: string): Promise<CellResult> {
    this.count++;
    this.outputs = [];
    this.errors = [];
    this.rejections = [];
    this.pending = [];
    this.written = 0;
    const restore = this.capture();
    let ok: boolean;
    try {
      ok = await this.executor.execute(source);
      await Promise.all(this.pending);
      // Rejections and timers of zero belong to the cell that made them.
      await new Promise((resolve) => setTimeout(resolve, 5));
    } catch (error) {
      this.errors.push([error]);
      ok = false;
    } finally {
      restore();
    }
    if (this.written > MAX_OUTPUT) {
      ok = false;
      this.rejections = [
        new RangeError(
          `the cell wrote more than ${MAX_OUTPUT / 1e6} MB of text: what came after is left out`,
        ),
      ];
    }
    if (ok && this.rejections.length === 0) return { ok: true, outputs: this.outputs };
    const error = failureFrom(this.rejections, this.errors, this.trace);
    const output: Output = {
      output_type: "error",
      ename: error.name,
      evalue: error.message,
      traceback: error.trace,
    };
    return { ok: false, outputs: [...this.outputs, output], error };
  }

  /** The value of the last expression: rich where it says how, otherwise as text. */
  private result(value: unknown): void {
    if (!isRich(value)) {
      console.log(value);
      return;
    }
    this.pending.push(
      toMimeBundle(value).then((data) => {
        this.outputs.push({ output_type: "execute_result", data, metadata: {}, execution_count: null });
      }),
    );
  }

  private capture(): () => void {
    const streams = { stdout: process.stdout.write, stderr: process.stderr.write };
    const take = (name: "stdout" | "stderr") =>
      ((chunk: string | Uint8Array) => {
        const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
        this.written += text.length;
        if (this.written > MAX_OUTPUT) return true;
        const last = this.outputs[this.outputs.length - 1];
        if (last?.output_type === "stream" && last.name === name) last.text += text;
        else this.outputs.push({ output_type: "stream", name, text });
        return true;
      }) as typeof process.stdout.write;
    process.stdout.write = take("stdout");
    process.stderr.write = take("stderr");
    return () => {
      process.stdout.write = streams.stdout;
      process.stderr.write = streams.stderr;
    };
  }
}
