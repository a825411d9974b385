import type { Limits } from "./system.js";

/**
 * Thrown inside the solver where its time is up, its caller has stopped it or a part is too large; no function lets it
 * out. The message is a reason to put into words.
 */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** The time that a search has. */
export class Budget {
  readonly #until: number;
  readonly #signal: Limits["signal"];
  readonly #within: Budget | undefined;
  #work: number;
  #calls = 0;

  constructor({ ms, signal }: Limits, usual: number, work = Number.POSITIVE_INFINITY, within?: Budget) {
    this.#until = performance.now() + (ms ?? usual);
    this.#signal = signal;
    this.#work = work;
    this.#within = within;
  }

  /** The same time, but no more than so much work: the same on a busy machine as on a calm one. */
  part(work: number): Budget {
    return new Budget({ ms: this.left, ...(this.#signal && { signal: this.#signal }) }, 0, work, this);
  }

  get left(): number {
    return Math.max(0, this.#until - performance.now());
  }

  get over(): boolean {
    return this.#signal?.aborted === true || performance.now() >= this.#until;
  }

  /** Some work, in entries of a table that change; looks at the clock at every eighth call. @throws Stopped */
  spend(work = 1): void {
    this.#work -= work;
    if (this.#work < 0) throw new Stopped("it took too much work");
    if (this.#within) this.#within.spend(work);
    else if ((++this.#calls & 7) === 0) this.check();
  }

  /** @throws Stopped where the time is up */
  check(): void {
    if (this.over) throw new Stopped(this.#signal?.aborted ? "it was stopped" : "the time was up");
  }
}

/** What `run` gives, or undefined where it was stopped; `stopped` hears why. */
export function within<T>(run: () => T, stopped?: (why: string) => void): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    stopped?.(error.message);
    return undefined;
  }
}
