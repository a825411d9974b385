import { blobOf, bytesOf } from "./assets.js";
import type { Completion, FromWorker, Hover, LiveCell, Problem, ToWorker } from "./protocol.js";

interface Parts {
  readonly code: string;
  readonly types: Readonly<Record<string, string>>;
  readonly checks: Readonly<Record<string, boolean>>;
  /** Files by path, as base64. */
  readonly files: Readonly<Record<string, string>>;
}

/** The worker that compiles and runs cells. Stopping it ends it, since nothing else stops a loop; another takes its place. */
export class Compiler {
  private worker: Worker | undefined;
  private readonly address: string;
  private readonly answers = new Map<number, (value: unknown) => void>();
  private keys = 0;
  private fresh = false;
  private readonly queue: number[] = [];
  private running: number | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly heard: (message: FromWorker) => void,
    /** The texts of the cells as they are. */
    private readonly texts: () => readonly LiveCell[],
  ) {
    this.address = blobOf(parts.code);
    this.open();
  }

  /** A text changed: the worker is told before it is asked again. */
  stale(): void {
    this.fresh = false;
  }

  run(cell: number): void {
    this.queue.push(cell);
    this.next();
  }

  skip(cell: number): void {
    const at = this.queue.indexOf(cell);
    if (at !== -1) this.queue.splice(at, 1);
  }

  problems = (cell: number) => this.question<readonly Problem[]>({ ask: "problems", cell });
  complete = (cell: number, at: number) => this.question<Completion>({ ask: "complete", cell, at });
  hover = (cell: number, at: number) => this.question<Hover | undefined>({ ask: "hover", cell, at });

  restart(): void {
    this.worker?.terminate();
    this.queue.length = 0;
    this.running = undefined;
    for (const told of this.answers.values()) told(undefined);
    this.answers.clear();
    this.open();
  }

  private open(): void {
    const worker = new Worker(this.address);
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(data);
    worker.onerror = ({ message }) => this.broke(message);
    this.worker = worker;
    this.fresh = false;
    const files = Object.entries(this.parts.files).map(([path, packed]) => ({
      path,
      content: bytesOf(packed),
    }));
    const { types, checks } = this.parts;
    worker.postMessage({ ask: "open", types, checks, files } satisfies ToWorker);
  }

  /** A worker that dies would leave its cell running for ever. */
  private broke(why: string): void {
    const failure = { name: "Error", message: why, problems: [], trace: [] };
    this.hear({ tell: "ran", cell: this.running ?? 1, failure });
  }

  private hear(message: FromWorker): void {
    if (message.tell === "answer") {
      this.answers.get(message.key)?.(message.value);
      this.answers.delete(message.key);
      return;
    }
    if (message.tell === "ran") this.running = undefined;
    this.heard(message);
    if (message.tell === "ran") this.next();
  }

  /** One cell at a time is given to the worker, so that those behind a failure can be left out. */
  private next(): void {
    if (this.running !== undefined) return;
    this.running = this.queue.shift();
    if (this.running !== undefined) this.ask({ ask: "run", cell: this.running });
  }

  private question<T>(message: {
    ask: "problems" | "complete" | "hover";
    cell: number;
    at?: number;
  }): Promise<T> {
    const key = ++this.keys;
    return new Promise((told) => {
      this.answers.set(key, told as (value: unknown) => void);
      this.ask({ ...message, key } as ToWorker);
    });
  }

  private ask(message: ToWorker): void {
    if (!this.fresh) {
      this.worker?.postMessage({ ask: "cells", cells: this.texts() } satisfies ToWorker);
      this.fresh = true;
    }
    this.worker?.postMessage(message);
  }
}
