import { SourceMap } from "node:module";

/** What is used of TypeScript to compile text. */
export interface Transpiler {
  transpileModule(
    text: string,
    options: { readonly compilerOptions: object; readonly fileName: string },
  ): { outputText: string; sourceMapText?: string };
}

const INLINE = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/;
const NAMED = /\n?\/\/# sourceMappingURL=\S+\s*$/;

/**
 * tslab compiles a cell twice: TypeScript to an ES module, and that to a script. This does the second step like tslab,
 * for text that carries the first step's map, and says from which line of the cell each line of the script comes.
 */
export function transpileWithLines(
  ts: Transpiler,
  text: string,
  options: Parameters<Transpiler["transpileModule"]>[1],
): { readonly outputText: string; readonly lines: readonly number[] } {
  const map = INLINE.exec(text)?.[1];
  const made = ts.transpileModule(text.replace(INLINE, "\n"), {
    ...options,
    compilerOptions: { ...options.compilerOptions, sourceMap: map !== undefined },
  });
  const outputText = made.outputText.replace(NAMED, "\n");
  if (map === undefined || made.sourceMapText === undefined) return { outputText, lines: [] };
  const toModule = new SourceMap(JSON.parse(made.sourceMapText));
  const toCell = new SourceMap(JSON.parse(Buffer.from(map, "base64").toString("utf8")));
  const lines = outputText.split("\n").map((_, at) => {
    const inModule = entry(toModule, at, Number.MAX_SAFE_INTEGER);
    const inCell = inModule && entry(toCell, inModule.originalLine, inModule.originalColumn);
    // tslab puts one line before the cell, and lines count from 1: the two cancel out.
    return inCell?.originalLine ?? 1;
  });
  return { outputText, lines };
}

function entry(map: SourceMap, line: number, column: number) {
  const found = map.findEntry(line, column);
  return "originalLine" in found ? found : undefined;
}
