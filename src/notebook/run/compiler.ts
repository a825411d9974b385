import { type Converted, type Converter, loadTslab, type Metadata, type Tslab } from "../tslab/tslab.js";

/** A cell after compiling: plain data, which another process can run. */
export interface Compiled {
  readonly metadata: Metadata;
  readonly converted?: Converted;
}

/** What is known of a notebook whose cells are being compiled. */
interface Compiling {
  declarations: string;
  readonly sent: Map<string, string>;
}

/**
 * Compiles the cells of many notebooks. Making tslab's converter takes a second, and it is a function of the cell and
 * of the declarations before it. Only a cell that is a module stays in it: see `hasModules`.
 */
export class Compiler {
  private readonly tslab: Tslab;
  private readonly converter: Converter;
  private readonly notebooks = new Map<number, Compiling>();
  private readonly emitted = new Map<string, string>();

  constructor(folder: string) {
    this.tslab = loadTslab();
    this.converter = this.tslab.createConverter(folder);
  }

  compile(notebook: number, source: string): Compiled {
    const metadata = this.tslab.metadataOf(source);
    if (metadata.mode === "browser") return { metadata };
    const state = this.notebooks.get(notebook) ?? { declarations: "", sent: new Map() };
    this.notebooks.set(notebook, state);
    const { sideOutputs = [], ...converted } = this.converter.convert(state.declarations, source);
    state.declarations = converted.declOutput ?? "";
    for (const { path, data } of sideOutputs) this.emitted.set(path, data);
    return { metadata, converted: { ...converted, sideOutputs: this.unsent(state) } };
  }

  end(notebook: number): void {
    this.notebooks.delete(notebook);
  }

  /** The converter gives a source file that cells import once; another notebook's process needs it again. */
  private unsent({ sent }: Compiling): NonNullable<Converted["sideOutputs"]> {
    const fresh = [...this.emitted].filter(([path, data]) => sent.get(path) !== data);
    for (const [path, data] of fresh) sent.set(path, data);
    return fresh.map(([path, data]) => ({ path, data }));
  }
}

/** Whether a cell names itself as a module, by which other notebooks of the same compiler would find it. */
export const hasModules = (source: string): boolean => /\/\*\*[\s\S]*?@module\b/.test(source);
