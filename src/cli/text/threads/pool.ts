import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { packageFolder } from "../../../data/file/folder.js";
import type { Outcome, Settings, Task } from "../types.js";
import { failed } from "../work.js";
import type { FromThread, ToThread } from "./thread.js";

interface Job {
  readonly message: ToThread;
  readonly done: (outcomes: readonly Outcome[]) => void;
}

/** A document that needs more ends its thread, and not the run. */
const MOST_MEGABYTES = 2_048;

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
  do(task: Task, number: number): Promise<readonly Outcome[]> {
    return new Promise((done) => {
      this.waiting.push({ message: { task, number }, done });
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

  /** Ends a thread whose document takes too long; the next one starts another. */
  private watch(worker: Worker, job: Job): void {
    const { task } = job.message;
    const documents = task.kind === "lines" ? task.lines.length : 1;
    const seconds = this.settings.maxSeconds * documents;
    const timer = setTimeout(
      () => {
        if (this.busy.get(worker) !== job) return;
        this.lost(worker, `it takes longer than ${seconds} seconds (--max-seconds)`);
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
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    worker.on("message", (outcomes: FromThread) => {
      clearTimeout(this.timers.get(worker));
      const job = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      job?.done(outcomes);
      this.next();
    });
    worker.on("error", (error) => this.lost(worker, error.message));
    worker.on("exit", (code) => this.lost(worker, `its thread ended with ${code}`));
    return worker;
  }

  private lost(worker: Worker, why: string): void {
    clearTimeout(this.timers.get(worker));
    this.timers.delete(worker);
    const job = this.busy.get(worker);
    this.busy.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at !== -1) this.idle.splice(at, 1);
    if (job === undefined) return;
    job.done([failed(nameOf(job.message.task), `it could not be read: ${why}`)]);
    this.next();
  }
}

function nameOf(task: Task): string {
  if (task.kind !== "lines") return task.name;
  return `${task.name}:${task.lines[0]?.number ?? 1} to ${task.lines.at(-1)?.number ?? 1}`;
}
