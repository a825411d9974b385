import type { Diagnostic } from "../tslab/help.js";
import type { Converted, Converter } from "../tslab/tslab.js";

/**
 * Numbers the cells that pass through a converter and keeps which of their lines became which, so that the trace of an
 * error names a cell and its line as they were written.
 */
export class Trace {
  private readonly lines = new Map<number, readonly number[]>();
  private readonly sources = new Map<number, readonly string[]>();
  /** What the type checker said of the current cell. */
  diagnostics: readonly Diagnostic[] = [];

  /** @param current the number of the cell that is compiled or runs */
  constructor(private readonly current: () => number) {}

  following(converter: Pick<Converter, "convert" | "addModule">): Pick<Converter, "convert" | "addModule"> {
    return {
      addModule: (...module) => converter.addModule(...module),
      convert: (declarations, source) => {
        this.sources.set(this.current(), source.split("\n"));
        const converted = converter.convert(declarations, source);
        this.diagnostics = converted.diagnostics as readonly Diagnostic[];
        return this.named(converted);
      },
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

  /** The first place in a cell that a trace passes through, as the cell shows it: number, line and source. */
  placeIn(stack: string): string[] {
    const found = /cell-(\d+)\.ts:(\d+):/.exec(stack);
    if (found === null) return [];
    const line = this.lineOf(Number(found[1]), Number(found[2]));
    return line === undefined ? [] : this.shown(Number(found[1]), line);
  }

  /** Each type error of the current cell: what is wrong, where, the offending code and what may stand there. */
  typeErrors(): { readonly line: number; readonly message: string; readonly place: readonly string[] }[] {
    return this.diagnostics.map(({ start, end, messageText, fileName, allowed }) => {
      const line = start.line + 1;
      const message = `${messageText}${allowed ? ` Allowed: ${allowed.map((one) => JSON.stringify(one)).join(", ")}.` : ""}`;
      if (fileName) return { line, message, place: [`${fileName}, line ${line}`] };
      const width = end && end.line === start.line ? Math.max(1, end.character - start.character) : 1;
      const place = this.shown(this.current(), line, { from: start.character, width });
      return { line, message, place };
    });
  }

  private shown(cell: number, line: number, mark?: { from: number; width: number }): string[] {
    const source = this.sources.get(cell)?.[line - 1];
    if (source === undefined) return [`cell ${cell}, line ${line}`];
    const cut = source.slice(0, 200);
    const gutter = `  ${line} | `;
    return [
      `cell ${cell}, line ${line}:`,
      gutter + cut,
      ...(mark && mark.from < cut.length
        ? [
            `${" ".repeat(gutter.length - 2)}| ${cut.slice(0, mark.from).replace(/[^\t]/g, " ")}${"~".repeat(Math.min(mark.width, cut.length - mark.from))}`,
          ]
        : []),
    ];
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
