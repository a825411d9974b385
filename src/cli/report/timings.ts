/** How long the parts of a build took. */
export class Timings {
  private readonly parts: { readonly name: string; readonly ms: number }[] = [];
  private readonly start = performance.now();

  part<T>(name: string, run: () => T): T {
    const from = performance.now();
    try {
      return run();
    } finally {
      this.parts.push({ name, ms: performance.now() - from });
    }
  }

  async during<T>(name: string, work: Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      return await work;
    } finally {
      this.parts.push({ name, ms: performance.now() - from });
    }
  }

  /** Parts overlap where they run beside each other: their sum is more than the whole. */
  text(): string {
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
    const parts = this.parts.map(({ name, ms }) => `${name} ${seconds(ms)}`);
    return `${parts.join(", ")}; in all ${seconds(performance.now() - this.start)}`;
  }
}
