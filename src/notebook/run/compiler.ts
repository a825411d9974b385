import { type Converted, type Converter, loadTslab, type Tslab } from "../tslab/tslab.js";
import { type Compiled, CompiledCells } from "./compiled-cells.js";

/**
 * Compiles the cells of many notebooks. Making tslab's converter takes a second, and it is a function of the cell and
 * of the declarations before it. Only a cell that is a module stays in it: see `hasModules`.
 */
export class Compiler {
  private readonly tslab: Tslab;
  private readonly converter: Converter;
  private readonly kept: CompiledCells;
  private readonly sent = new Map<number, Map<string, string>>();
  private readonly emitted = new Map<string, string>();

  constructor(folder: string) {
    this.tslab = loadTslab();
    this.converter = this.tslab.createConverter(folder);
    this.kept = new CompiledCells(folder);
  }

  /** @param declarations those of the notebook's cells before */
  compile(notebook: number, declarations: string, source: string): Compiled {
    const metadata = this.tslab.metadataOf(source);
    if (metadata.mode === "browser") return { metadata };
    const { sideOutputs = [], ...converted } = this.converter.convert(declarations, source);
    for (const { path, data } of sideOutputs) this.emitted.set(path, data);
    const compiled = { metadata, converted: { ...converted, sideOutputs: this.unsent(notebook) } };
    const files = this.converter.files();
    if (files !== undefined && converted.diagnostics.length === 0 && this.emitted.size === 0)
      this.kept.keep(declarations, source, compiled, files);
    return compiled;
  }

  end(notebook: number): void {
    this.sent.delete(notebook);
  }

  /** The converter gives a source file that cells import once; another notebook's process needs it again. */
  private unsent(notebook: number): NonNullable<Converted["sideOutputs"]> {
    const sent = this.sent.get(notebook) ?? new Map<string, string>();
    this.sent.set(notebook, sent);
    const fresh = [...this.emitted].filter(([path, data]) => sent.get(path) !== data);
    for (const [path, data] of fresh) sent.set(path, data);
    return fresh.map(([path, data]) => ({ path, data }));
  }
}

/** Whether a cell names itself as a module, by which other notebooks of the same compiler would find it. */
export const hasModules = (source: string): boolean => /\/\*\*[\s\S]*?@module\b/.test(source);
