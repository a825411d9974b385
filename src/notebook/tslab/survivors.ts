import type { Converted } from "./converter.js";

/** What is used of TypeScript to read declarations. */
export interface Parser {
  readonly ScriptTarget: { readonly Latest: number };
  // biome-ignore lint/suspicious/noExplicitAny: the nodes of tslab's own TypeScript have no public types.
  createSourceFile(name: string, text: string, target: number, parents: boolean): any;
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  isVariableStatement(node: any): boolean;
}

/**
 * tslab forgets what a cell declared when a later line of it throws. The values are there all the same, so their
 * declarations are kept: those of variables that had been given a value, and all functions, classes, types and imports.
 */
export class Survivors {
  private before = "";
  private declared: string | undefined;
  private kept: string | undefined;

  constructor(private readonly ts: Parser) {}

  /** The declarations that the next cell sees; `given` are tslab's. */
  declarations(given: string): string {
    return this.kept ?? given;
  }

  /** Takes note of a cell that was compiled. */
  compiled(before: string, { declOutput, diagnostics }: Converted): void {
    this.before = before;
    this.declared = diagnostics.length > 0 ? undefined : (declOutput ?? "");
  }

  /** After a cell: tslab has its declarations where it went well, and not where it threw. */
  ran(well: boolean, values: Readonly<Record<string, unknown>>): void {
    if (well) this.kept = undefined;
    else if (this.declared !== undefined) this.kept = this.withValues(this.declared, values);
    this.declared = undefined;
  }

  private withValues(declarations: string, values: Readonly<Record<string, unknown>>): string {
    const file = this.ts.createSourceFile("declared.d.ts", declarations, this.ts.ScriptTarget.Latest, true);
    let text = declarations;
    for (const statement of [...file.statements].reverse()) {
      if (!this.ts.isVariableStatement(statement)) continue;
      const list = statement.declarationList.declarations as { name: { getText(): string } }[];
      const names = list.map(({ name }) => name.getText());
      const known = (name: string) => values[name] !== undefined || this.before.includes(` ${name}:`);
      if (!names.some(known)) text = text.slice(0, statement.getFullStart()) + text.slice(statement.getEnd());
    }
    return text;
  }
}
