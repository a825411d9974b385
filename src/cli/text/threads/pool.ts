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

/** Threads that do tasks, started as they are needed, `size` at most. */
export class Pool {
  private readonly settings: Settings;
  private readonly size: number;
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private readonly waiting: Job[] = [];

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
    await Promise.all([...this.idle, ...this.busy.keys()].map((one) => one.terminate()));
  }

  private next(): void {
    while (this.waiting.length > 0) {
      const worker = this.idle.pop() ?? (this.busy.size < this.size ? this.start() : undefined);
      if (worker === undefined) return;
      const job = this.waiting.shift() as Job;
      this.busy.set(worker, job);
      worker.postMessage(job.message);
    }
  }

  private start(): Worker {
    const worker = new Worker(join(packageFolder(), "dist/esm/cli/thread.js"), { workerData: this.settings });
    worker.on("message", (outcomes: FromThread) => {
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
