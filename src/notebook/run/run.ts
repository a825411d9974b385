import { availableParallelism } from "node:os";
import { FigureError } from "../../errors.js";
import { Lane, type RunOptions, type RunResult } from "./notebook-runner.js";
import { Workshops } from "./workshops.js";

/**
 * Runs a notebook's cells without Python, in a process of its own that is stopped when a cell takes too long or ends the
 * process. The first cell that fails ends the run.
 * @throws FigureError "no-file", "bad-data" for a file that is no notebook; "missing-package" without tslab
 */
export async function run(path: string, options: RunOptions = {}): Promise<RunResult> {
  for await (const { result, error } of runAll([path], options)) {
    if (error !== undefined) throw error;
    return result;
  }
  throw new FigureError("bad-option", "a notebook to run is missing");
}

/** What became of one notebook: its result, or why it could not be run. */
export type NotebookRun =
  | { readonly path: string; readonly result: RunResult; readonly error?: undefined }
  | { readonly path: string; readonly error: FigureError; readonly result?: undefined };

/**
 * Runs notebooks, several at once where the machine has the cores, and gives their results in the order asked for. What
 * is slow to start is started once; each notebook's cells have a process of their own. A notebook that cannot be run at
 * all gives its error in its turn, and the others go on.
 */
export async function* runAll(
  paths: readonly string[],
  options: RunOptions = {},
): AsyncGenerator<NotebookRun> {
  const workshops = new Workshops();
  try {
    yield* runWith(workshops, paths, options);
  } finally {
    workshops.close();
  }
}

/** As `runAll`, with what compiles and draws for others as well. */
export async function* runWith(
  workshops: Workshops,
  paths: readonly string[],
  options: RunOptions = {},
): AsyncGenerator<NotebookRun> {
  // More than there are cores: a notebook waits for what compiles and draws. Many more only take turns on the cores.
  const count = Math.min(paths.length, 2 * availableParallelism(), 8);
  const lanes = Array.from({ length: count }, () => new Lane(workshops));
  const runs: Promise<RunResult>[] = [];
  const ahead = [...lanes];
  const free: ((lane: Lane) => void)[] = [];
  const next = () => {
    const lane = ahead.pop();
    return lane === undefined ? new Promise<Lane>((take) => free.push(take)) : Promise.resolve(lane);
  };
  const release = (lane: Lane) => {
    const take = free.shift();
    if (take) take(lane);
    else ahead.push(lane);
  };
  for (const path of paths) {
    const one = next().then((lane) => lane.run(path, options).finally(() => release(lane)));
    // It is awaited below, when its turn comes.
    one.catch(() => undefined);
    runs.push(one);
  }
  try {
    for (const [i, path] of paths.entries()) {
      try {
        yield { path, result: (await runs[i]) as RunResult };
      } catch (error) {
        if (!FigureError.is(error)) throw error;
        yield { path, error };
      }
    }
  } finally {
    free.length = 0;
    for (const lane of lanes) lane.close();
  }
}
