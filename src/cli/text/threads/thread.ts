/** The program of a thread: it is given the settings once, then tasks, and answers each with its outcomes. */
import { parentPort, workerData } from "node:worker_threads";
import type { Outcome, Settings, Task } from "../types.js";
import { Work } from "../work.js";

export interface ToThread {
  readonly number: number;
  /** How many documents of the task another thread has done or will do before these. */
  readonly before: number;
  readonly task: Task;
}
export type FromThread = readonly Outcome[];

const port = parentPort;
if (port !== null) {
  const work = Work.of(workerData as Settings);
  port.on("message", ({ number, task, before }: ToThread) => {
    // An error here ends the thread, which the pool sees: the task is named there.
    work
      .then((one) => one.do(task, number, before))
      .then((outcomes: FromThread) => port.postMessage(outcomes));
  });
}
