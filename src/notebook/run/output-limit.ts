/** The most characters that one cell may put out: more is no output for a reader, and fills memory or disk. */
export const MOST_OUTPUT = 64_000_000;

/** Counts what one cell puts out, and says once that the rest is left out. */
export class OutputLimit {
  private size = 0;
  private said = false;

  constructor(private readonly say: (text: string) => void) {}

  /** As much of a text as there is still room for. */
  text(text: string): string {
    const room = Math.max(0, MOST_OUTPUT - this.size);
    this.size += text.length;
    if (text.length <= room) return text;
    this.full();
    return text.slice(0, room);
  }

  /** Whether there is room for an output that is shown whole or not at all. */
  holds(data: Readonly<Record<string, unknown>>): boolean {
    const size = Object.values(data).reduce<number>(
      (sum, value) => sum + (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).length,
      0,
    );
    const fits = this.size + size <= MOST_OUTPUT;
    if (fits) this.size += size;
    else this.full();
    return fits;
  }

  private full(): void {
    if (this.said) return;
    this.said = true;
    this.say(`\nthe output of the cell is cut off after ${MOST_OUTPUT / 1e6} million characters\n`);
  }
}
