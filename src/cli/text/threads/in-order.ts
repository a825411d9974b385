import type { Outcome, Settings, Task } from "../types.js";
import { Work } from "../work.js";
import { Pool } from "./pool.js";
import type { SizedTask } from "./tasks.js";

export interface Progressed {
  readonly outcomes: readonly Outcome[];
  readonly size: number;
}

// Below this a thread's start costs more than it brings.
const INLINE_BYTES = 131_072;
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
  const source = tasks[Symbol.asyncIterator]();
  let asked = source.next();
  let most = 0;
  try {
    for (let open = true; open || ahead.length > 0; ) {
      const [first] = ahead;
      if (first !== undefined) {
        const full = ahead.length > most || (ahead.length > 1 && aheadBytes > AHEAD_BYTES);
        // What is ready is given while a slow input, such as a pipe, is waited for.
        const ready = full || !open ? await first : await Promise.race([first, asked.then(() => undefined)]);
        if (ready !== undefined) {
          ahead.shift();
          aheadBytes -= ready.size;
          yield ready;
          continue;
        }
      }
      const { value, done } = await asked;
      if (done === true) {
        open = false;
        continue;
      }
      asked = source.next();
      const { task, size } = value;
      number++;
      bytes += size;
      const inline = bytes <= INLINE_BYTES && isPlain(task);
      most = inline ? 0 : threads * AHEAD;
      if (inline || task.kind === "missing") {
        const outcomes = await own.do(task, number);
        ahead.push(Promise.resolve({ outcomes, size }));
      } else {
        ahead.push(pool.do(task, number).then((outcomes) => ({ outcomes, size })));
      }
      aheadBytes += size;
    }
  } finally {
    asked.catch(() => undefined);
    await pool.end();
  }
}

/** A text or a page; all else is opened by a library, in a thread that can be ended. */
function isPlain(task: Task): boolean {
  return (
    task.kind === "lines" || (task.kind !== "missing" && (task.format === "text" || task.format === "html"))
  );
}
