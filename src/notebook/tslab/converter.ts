/** What tslab's converter makes of a cell; plain data. */
export interface Converted {
  readonly diagnostics: readonly object[];
  readonly sideOutputs?: readonly { readonly path: string; readonly data: string }[];
  readonly output?: string;
  readonly declOutput?: string;
  /** For each line of the output, the line of the cell that it comes from, counted from 1. */
  readonly lines?: readonly number[];
}

/** What a comment at the head of a cell says of it: `@module name`, `@browser`. */
export interface Metadata {
  readonly module?: string;
  readonly mode?: "node" | "browser";
}

export interface Converter {
  convert(declarations: string, source: string): Converted;
  addModule(name: string, source: string, metadata: Metadata): readonly object[];
  inspect(declarations: string, source: string, cursor: number): unknown;
  complete(declarations: string, source: string, cursor: number): unknown;
  /** To be told how a cell went, and the values it left: what it declared before an error stays. */
  ran(well: boolean, values: Readonly<Record<string, unknown>>): void;
  /** The files that the types of the last cell come from; none where some are sources, which are compiled with it. */
  files(): readonly string[] | undefined;
  close(): void;
}
