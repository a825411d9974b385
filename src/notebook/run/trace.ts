import type { Converted, Converter } from "../tslab/tslab.js";

/**
 * Numbers the cells that pass through a converter and keeps which of their lines became which, so that the trace of an
 * error names a cell and its line as they were written.
 */
export class Trace {
  private readonly lines = new Map<number, readonly number[]>();

  /** @param current the number of the cell that is compiled or runs */
  constructor(private readonly current: () => number) {}

  following(converter: Pick<Converter, "convert" | "addModule">): Pick<Converter, "convert" | "addModule"> {
    return {
      addModule: (...module) => converter.addModule(...module),
      convert: (...cell) => this.named(converter.convert(...cell)),
    };
  }

  /** A line of an error's trace in the words of a reader. */
  readable(line: string): string {
    return line.replace(/cell-(\d+)\.ts:(\d+):\d+/g, (_, cell: string, at: string) => {
      const own = this.lineOf(Number(cell), Number(at));
      return own === undefined ? `cell ${cell}` : `cell ${cell}, line ${own}`;
    });
  }

  /** The line of the current cell that a trace passes through, counted from 1. */
  lineIn(stack: string): number | undefined {
    const found = new RegExp(`cell-${this.current()}\\.ts:(\\d+):`).exec(stack);
    return found ? this.lineOf(this.current(), Number(found[1])) : undefined;
  }

  private lineOf(cell: number, at: number): number | undefined {
    return this.lines.get(cell)?.[at - 1];
  }

  private named(converted: Converted): Converted {
    if (converted.output === undefined) return converted;
    this.lines.set(this.current(), converted.lines ?? []);
    return { ...converted, output: `${converted.output}\n//# sourceURL=cell-${this.current()}.ts` };
  }
}
