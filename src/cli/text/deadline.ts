import { Script } from "node:vm";
import { FigureError } from "../../errors.js";

const JOB = Symbol.for("trade-figures.deadline");
const script = new Script(`globalThis[Symbol.for("trade-figures.deadline")]()`);

/**
 * Does one piece of work within what is left of the seconds that a document is allowed. V8 ends it from outside, in whatever loop or pattern it is: the thread goes on.
 * @throws FigureError "limit" where the time is over
 */
export function within<T>(left: number, allowed: number, act: () => T): T {
  let made: { readonly value: T } | undefined;
  const jobs = globalThis as { [JOB]?: (() => void) | undefined };
  jobs[JOB] = () => {
    made = { value: act() };
  };
  try {
    script.runInThisContext({ timeout: Math.max(1, Math.ceil(left * 1000)) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT") {
      throw new FigureError("limit", `it took more than ${allowed} s (--max-seconds)`);
    }
    throw error;
  } finally {
    jobs[JOB] = undefined;
  }
  return (made as { readonly value: T }).value;
}
