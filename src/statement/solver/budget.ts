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
  #calls = 0;

  constructor({ ms, signal }: Limits, usual: number) {
    this.#until = performance.now() + (ms ?? usual);
    this.#signal = signal;
  }

  /** Of this one's time no more than `ms`. */
  part(ms: number): Budget {
    return new Budget({ ms: Math.min(ms, this.left), ...(this.#signal && { signal: this.#signal }) }, 0);
  }

  get left(): number {
    return Math.max(0, this.#until - performance.now());
  }

  get over(): boolean {
    return this.#signal?.aborted === true || performance.now() >= this.#until;
  }

  /** Looks at the clock at every eighth call. @throws Stopped */
  spend(): void {
    if ((++this.#calls & 7) !== 0 || !this.over) return;
    throw new Stopped(this.#signal?.aborted ? "it was stopped" : "the time was up");
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
