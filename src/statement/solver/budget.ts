import type { Limits } from "./system.js";

/** Thrown inside the solver where its time is up or its caller has stopped it; no function lets it out. */
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
    if ((++this.#calls & 7) === 0 && this.over) throw new Stopped();
  }

  get why(): string {
    return this.#signal?.aborted ? "it was stopped" : "its time was up";
  }
}

/** What `run` gives, or undefined where its time was up. */
export function within<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof Stopped) return undefined;
    throw error;
  }
}
