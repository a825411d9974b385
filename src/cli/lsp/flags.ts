/** What the language server is started with. */
export interface LspFlags {
  readonly publishedOn?: string;
  readonly locale?: string;
  readonly region?: string;
  readonly rates?: string;
  readonly undecided?: boolean;
}
