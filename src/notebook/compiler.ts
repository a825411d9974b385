import { type Converted, type Converter, loadTslab, type Metadata, type Tslab } from "./tslab.js";

/** A cell after compiling: plain data, which another process can run. */
export interface Compiled {
  readonly metadata: Metadata;
  readonly converted?: Converted;
  /** What the type checker says of a cell that is a module. */
  readonly added?: readonly object[];
}

/**
 * Compiles the cells of one notebook after another. Making tslab's converter takes a second, and it is a function of
 * the cell and of the declarations before it: nothing of a notebook is in it but the modules that its cells name.
 */
export class Compiler {
  private readonly tslab: Tslab;
  private converter: Converter;
  private declarations = "";
  private readonly emitted = new Map<string, string>();
  private readonly sent = new Map<string, string>();
  private modules = false;

  constructor(private readonly folder: string) {
    this.tslab = loadTslab();
    this.converter = this.tslab.createConverter(folder);
  }

  /** Forgets the notebook before. */
  begin(): void {
    this.declarations = "";
    this.sent.clear();
    if (!this.modules) return;
    this.close();
    this.converter = this.tslab.createConverter(this.folder);
    this.emitted.clear();
    this.modules = false;
  }

  compile(source: string): Compiled {
    const metadata = this.tslab.metadataOf(source);
    if (metadata.module !== undefined) {
      this.modules = true;
      return { metadata, added: this.converter.addModule(metadata.module, source, metadata) };
    }
    if (metadata.mode === "browser") return { metadata };
    const { sideOutputs = [], ...converted } = this.converter.convert(this.declarations, source);
    this.declarations = converted.declOutput ?? "";
    return { metadata, converted: { ...converted, sideOutputs: this.unsent(sideOutputs) } };
  }

  close(): void {
    this.converter.close();
  }

  /** The converter gives a source file that cells import once; the next notebook's process needs it again. */
  private unsent(outputs: NonNullable<Converted["sideOutputs"]>) {
    for (const { path, data } of outputs) this.emitted.set(path, data);
    const fresh = [...this.emitted].filter(([path, data]) => this.sent.get(path) !== data);
    for (const [path, data] of fresh) this.sent.set(path, data);
    return fresh.map(([path, data]) => ({ path, data }));
  }
}
