import type { Limits } from "./system.js";

/**
 * Thrown inside the solver where its work or time is up, its caller has stopped it or a part is too large; no function
 * lets it out. The message is a reason to put into words.
 */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/** Steps in one unit of effort, about a second of a usual machine: a step is an entry of the simplex's table that changes. */
const STEPS = 6e5;

/**
 * The work that a search may do. It is counted in steps and not in time, so that the same question has the same answer on
 * a busy machine and on a calm one; time ends a search only where the caller sets a limit of it.
 */
export class Budget {
  readonly #until: number;
  readonly #signal: Limits["signal"];
  readonly #whole: Budget | undefined;
  #steps: number;
  #calls = 0;
  #late = false;

  /** @param usual the effort where `limits` names none */
  constructor({ effort, ms, signal }: Limits, usual: number, whole?: Budget) {
    this.#until = ms === undefined ? Number.POSITIVE_INFINITY : performance.now() + ms;
    this.#signal = signal;
    this.#steps = (effort ?? usual) * STEPS;
    this.#whole = whole;
  }

  /** A part of this that ends after so many steps; what is spent of it is spent of the whole. */
  part(steps: number): Budget {
    return new Budget({ effort: steps / STEPS }, 0, this);
  }

  /** A part of this that ends after so much effort. */
  share(effort: number): Budget {
    return new Budget({ effort }, 0, this);
  }

  /** Steps that are left. */
  get left(): number {
    return Math.max(0, Math.min(this.#steps, this.#whole?.left ?? Number.POSITIVE_INFINITY));
  }

  /** Effort that is left. */
  get effort(): number {
    return this.left / STEPS;
  }

  /** Whether its own steps are spent, whatever is left of the whole. */
  get isSpent(): boolean {
    return this.#steps < 0;
  }

  /** Whether it was the clock or the caller that ended it: another run may come further. */
  get isLate(): boolean {
    return this.#whole?.isLate ?? this.#late;
  }

  /** Some steps; looks at the clock at every eighth call. @throws Stopped */
  spend(steps = 1): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new Stopped("it took too much work");
    if (this.#whole) this.#whole.spend(steps);
    else if ((++this.#calls & 7) === 0) this.check();
  }

  /** @throws Stopped where nothing is left */
  check(): void {
    if (this.#whole) {
      this.#whole.check();
      return;
    }
    const stopped = this.#signal?.aborted === true;
    this.#late = stopped || performance.now() >= this.#until;
    if (this.#late) throw new Stopped(stopped ? "it was stopped" : "the time was up");
    if (this.#steps <= 0) throw new Stopped("it took too much work");
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
