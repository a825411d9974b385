import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageFolder } from "../../../data/file/folder.js";
import type { FigureErrorCode } from "../../../errors.js";
import type { Outcome, Settings, Task } from "../types.js";
import { failed } from "../work.js";
import type { FromThread, ToThread } from "./thread.js";

interface Job {
  readonly message: ToThread;
  readonly done: (outcomes: readonly Outcome[]) => void;
}

/** Threads that do tasks, started as they are needed, `size` at most. */
export class Pool {
  private readonly settings: Settings;
  private readonly size: number;
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private readonly waiting: Job[] = [];
  private readonly timers = new Map<Worker, NodeJS.Timeout>();

  constructor(settings: Settings, size: number) {
    this.settings = settings;
    this.size = size;
  }

  /** The outcomes of a task; never rejects: a thread that dies takes its own task with it and no other. */
  do(task: Task, number: number, before = 0): Promise<readonly Outcome[]> {
    return new Promise((done) => {
      this.waiting.push({ message: { task, number, before }, done });
      this.next();
    });
  }

  async end(): Promise<void> {
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all([...this.idle, ...this.busy.keys()].map((one) => one.terminate()));
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const worker = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined);
      if (worker === undefined) return;
      const job = this.waiting.shift() as Job;
      this.busy.set(worker, job);
      worker.postMessage(job.message);
      this.watch(worker, job);
    }
  }

  /**
   * Ends a thread that a library holds for too long with its document; the next one starts another. Our own work has a
   * watch within the thread, which ends first.
   */
  private watch(worker: Worker, job: Job): void {
    const { task } = job.message;
    const documents = task.kind === "lines" ? task.lines.length : 1;
    const { maxSeconds } = this.settings;
    const seconds = maxSeconds * (documents + 1);
    const timer = setTimeout(
      () => {
        if (this.busy.get(worker) !== job) return;
        this.lost(worker, "limit", `it took more than ${maxSeconds} s (--max-seconds)`);
        void worker.terminate();
      },
      Math.min(seconds * 1000, 2 ** 31 - 1),
    );
    timer.unref();
    this.timers.set(worker, timer);
  }

  private start(): Worker {
    const worker = new Worker(join(packageFolder(), "dist/esm/cli/thread.js"), {
      workerData: this.settings,
      resourceLimits: { maxOldGenerationSizeMb: this.settings.maxMemory },
    });
    worker.on("message", (outcomes: FromThread) => {
      clearTimeout(this.timers.get(worker));
      const job = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      job?.done(outcomes);
      this.next();
    });
    worker.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY"
        ? this.lost(
            worker,
            "limit",
            `it took more than ${this.settings.maxMemory} MB of memory (--max-memory)`,
          )
        : this.lost(worker, "unreadable", `it could not be read: ${error.message}`),
    );
    worker.on("exit", (code) =>
      this.lost(worker, "unreadable", `it could not be read: its thread ended with ${code}`),
    );
    return worker;
  }

  private lost(worker: Worker, code: FigureErrorCode, why: string): void {
    clearTimeout(this.timers.get(worker));
    this.timers.delete(worker);
    const job = this.busy.get(worker);
    this.busy.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at !== -1) this.idle.splice(at, 1);
    if (job === undefined) return;
    const { task, number, before } = job.message;
    if (task.kind === "lines" && task.lines.length > 1) {
      // One line of a batch was too much for the thread: the others are read all the same.
      const half = Math.ceil(task.lines.length / 2);
      const parts = [task.lines.slice(0, half), task.lines.slice(half)];
      const again = parts.map((lines, i) => this.do({ ...task, lines }, number, before + i * half));
      Promise.all(again).then((outcomes) => job.done(outcomes.flat()));
      return;
    }
    job.done([failed(nameOf(task), code, why)]);
    this.next();
  }
}

function nameOf(task: Task): string {
  if (task.kind !== "lines") return task.name;
  return `${task.name}:${task.lines[0]?.number ?? 1}`;
}
