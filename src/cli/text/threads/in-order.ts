import type { Outcome, Settings, Task } from "../types.js";
import { Work } from "../work.js";
import { Pool } from "./pool.js";
import type { SizedTask } from "./tasks.js";

export interface Progressed {
  readonly outcomes: readonly Outcome[];
  readonly size: number;
}

// Below this a thread's start costs more than it brings.
const INLINE_BYTES = 524_288;
const AHEAD = 4;
const AHEAD_BYTES = 16_777_216;

/**
 * The outcomes of tasks in their order, whichever thread is done first: the same output for every number of threads.
 * At most a few tasks for each thread are under way, so that memory does not grow with the input.
 */
export async function* inOrder(
  tasks: AsyncIterable<SizedTask>,
  settings: Settings,
  threads: number,
): AsyncGenerator<Progressed> {
  const own = await Work.of(settings);
  const pool = new Pool(settings, threads);
  const ahead: Promise<Progressed>[] = [];
  let [number, bytes, aheadBytes] = [0, 0, 0];
  try {
    for await (const { task, size } of tasks) {
      number++;
      bytes += size;
      if ((bytes <= INLINE_BYTES && isPlain(task)) || task.kind === "missing") {
        const outcomes = await own.do(task, number);
        ahead.push(Promise.resolve({ outcomes, size }));
      } else {
        ahead.push(pool.do(task, number).then((outcomes) => ({ outcomes, size })));
      }
      aheadBytes += size;
      const most = bytes <= INLINE_BYTES && isPlain(task) ? 0 : threads * AHEAD;
      while (ahead.length > most || (ahead.length > 1 && aheadBytes > AHEAD_BYTES)) {
        const first = await (ahead.shift() as Promise<Progressed>);
        aheadBytes -= first.size;
        yield first;
      }
    }
    for (const one of ahead) yield await one;
  } finally {
    await pool.end();
  }
}

/** A text or a page; all else is opened by a library, in a thread that can be ended. */
function isPlain(task: Task): boolean {
  return (
    task.kind === "lines" || (task.kind !== "missing" && (task.format === "text" || task.format === "html"))
  );
}
