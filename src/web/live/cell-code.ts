import ts from "typescript-js";

/** What a cell declares: `let` can be set from other cells, the others are imported by them. */
export type Declared = "let" | "other";

/** A cell as a module: where text was put in, and what its names are. */
export interface CellCode {
  readonly body: string;
  /** Offsets in the cell, in order, and the text put in there. */
  readonly inserts: readonly (readonly [at: number, text: string])[];
  readonly names: ReadonlyMap<string, Declared>;
  /** The cell's own imports, by the name that they bind, each as a statement. */
  readonly imports: ReadonlyMap<string, string>;
}

const CLOSE = ")";

/** The export that holds the value of a cell's last expression. */
export const LAST = "$last";

/** Reads a cell: every declaration at its top is exported, and the value of its last expression. */
export function cellCode(text: string): CellCode {
  const tree = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.ES2022, true);
  const inserts: [number, string][] = [];
  const names = new Map<string, Declared>();
  const imports = new Map<string, string>();
  for (const one of tree.statements) {
    if (ts.isImportDeclaration(one)) importsOf(one, imports);
    else if (declare(one, names) && !isExported(one)) inserts.push([one.getStart(), "export "]);
  }
  const last = tree.statements.at(-1);
  if (last !== undefined && ts.isExpressionStatement(last)) {
    const { expression } = last;
    inserts.push([expression.getStart(), `export const ${LAST} = (`], [expression.getEnd(), CLOSE]);
  }
  let body = "";
  let at = 0;
  for (const [place, put] of inserts) {
    body += text.slice(at, place) + put;
    at = place;
  }
  return { body: body + text.slice(at), inserts, names, imports };
}

/** An offset of the cell in its module's body. */
export function toBody(inserts: CellCode["inserts"], at: number): number {
  let shift = 0;
  // The end of the last expression is inside its bracket: that is where one types.
  for (const [place, text] of inserts)
    if (place < at || (place === at && text !== CLOSE)) shift += text.length;
  return at + shift;
}

/** An offset of the body in the cell. */
export function toCell(inserts: CellCode["inserts"], at: number): number {
  let shift = 0;
  for (const [place, text] of inserts) {
    if (place + shift >= at) break;
    shift += Math.min(text.length, at - (place + shift));
  }
  return at - shift;
}

function isExported(one: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(one) ? ts.getModifiers(one) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword) === true;
}

function declare(one: ts.Statement, names: Map<string, Declared>): boolean {
  if (ts.isVariableStatement(one)) {
    const kind = one.declarationList.flags & ts.NodeFlags.Const ? "other" : "let";
    for (const { name } of one.declarationList.declarations) bind(name, kind, names);
    return true;
  }
  const named =
    ts.isFunctionDeclaration(one) ||
    ts.isClassDeclaration(one) ||
    ts.isEnumDeclaration(one) ||
    ts.isInterfaceDeclaration(one) ||
    ts.isTypeAliasDeclaration(one) ||
    ts.isModuleDeclaration(one);
  if (!named || one.name === undefined) return false;
  names.set(one.name.text, "other");
  return true;
}

function bind(name: ts.BindingName, kind: Declared, names: Map<string, Declared>): void {
  if (ts.isIdentifier(name)) names.set(name.text, kind);
  else for (const one of name.elements) if (ts.isBindingElement(one)) bind(one.name, kind, names);
}

function importsOf(one: ts.ImportDeclaration, imports: Map<string, string>): void {
  const { importClause: clause, moduleSpecifier } = one;
  if (clause === undefined) return;
  const from = moduleSpecifier.getText();
  const type = clause.isTypeOnly ? "type " : "";
  if (clause.name) imports.set(clause.name.text, `import ${type}${clause.name.text} from ${from};`);
  const { namedBindings } = clause;
  if (namedBindings === undefined) return;
  if (ts.isNamespaceImport(namedBindings)) {
    const name = namedBindings.name.text;
    imports.set(name, `import ${type}* as ${name} from ${from};`);
  } else {
    for (const element of namedBindings.elements)
      imports.set(element.name.text, `import ${type}{ ${element.getText()} } from ${from};`);
  }
}
