import ts from "typescript-js";

/** A string of the code that may be a word of a text. */
export interface Asked {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  /** What is done with it: held against a string, looked for in one or in a list, or no more than known to a language. */
  readonly how: "compared" | "looked for" | "listed" | "known";
  /** What it is held against, as the code has it. */
  readonly against: string | undefined;
}

/** Methods by which a string is looked for, or looked up. */
const LOOKS = new Set(
  "says saysOne has get includes startsWith endsWith indexOf lastIndexOf split replace".split(" "),
);
/** What makes a list that words are looked for in. */
const LISTS = new Set("Set Map Anchor wordSet wordMap phrase phraseList phraseMap phraseKeys".split(" "));

/**
 * The strings of some files that are asked of a text: those that stand where any string may stand. Where the type is a closed
 * list of names (a kind, a role, a verdict), the compiler sees to it that a string is one of them, and so no word of a text.
 * Types, imports and comments are passed over, and what has no letter in lower case: the words of a text are made so.
 * @param known the words of the languages: one of these is noticed wherever any string may stand
 * @param planted code that is read beside the files, by its path
 */
export function askedIn(
  files: readonly string[],
  known: ReadonlySet<string>,
  planted: Readonly<Record<string, string>> = {},
): Asked[] {
  const all = [...files, ...Object.keys(planted)];
  const program = programOf(all, planted);
  const checker = program.getTypeChecker();
  const found: Asked[] = [];
  for (const name of all) {
    const file = program.getSourceFile(name) as ts.SourceFile;
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
      const text = textOf(node);
      const how = text && useOf(node as ts.Expression, known.has(text.toLowerCase()), checker);
      if (text && how) {
        const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        found.push({
          file: name,
          line,
          text,
          how,
          against: comparedWith(wholeOf(node as ts.Expression))?.getText(),
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

function programOf(files: readonly string[], planted: Readonly<Record<string, string>>): ts.Program {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2023.d.ts"],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name in planted || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    const code = planted[name];
    return code === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, code, ts.ScriptTarget.ES2022, true);
  };
  return ts.createProgram(files, options, host);
}

/** A string, a part of a template, or the name of a property, where it has a letter in lower case or of no case. */
function textOf(node: ts.Node): string | undefined {
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node) ||
    (ts.isIdentifier(node) && isKey(node));
  return isText && /[\p{Ll}\p{Lo}]/u.test(node.text) ? node.text : undefined;
}

const isKey = (node: ts.Node): boolean => ts.isPropertyAssignment(node.parent) && node.parent.name === node;

function useOf(node: ts.Expression, isKnown: boolean, checker: ts.TypeChecker): Asked["how"] | undefined {
  if (isKey(node))
    return isKnown && isLookedUp(node.parent.parent as ts.Expression, checker) ? "known" : undefined;
  const whole = wholeOf(node);
  const { parent } = whole;
  const other = comparedWith(whole);
  if (other !== undefined) return isOpen(checker.getTypeAtLocation(other)) ? "compared" : undefined;
  // The name of a property of our own: `"rate" in claim`.
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword)
    return undefined;
  const how = isLookedFor(parent) ? "looked for" : isListed(whole) ? "listed" : undefined;
  // A part of a longer string is one of a message for people, where the whole is not looked for.
  const isPart = ts.isTemplateExpression(whole) || ts.isBinaryExpression(whole);
  if ((how === undefined && (!isKnown || isPart)) || isConst(whole)) return undefined;
  const context = checker.getContextualType(whole);
  return context === undefined || isOpen(context) ? (how ?? "known") : undefined;
}

/** What a string is held against: `word === "of"`, `switch (word) { case "of": }`. */
function comparedWith(whole: ts.Expression): ts.Expression | undefined {
  const { parent } = whole;
  if (ts.isCaseClause(parent)) return parent.parent.parent.expression;
  if (!ts.isBinaryExpression(parent) || !EQUALS.has(parent.operatorToken.kind)) return undefined;
  return parent.left === whole ? parent.right : parent.left;
}

const EQUALS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
]);

/** What a string is a part of: a template, a sum of strings, one of two that are chosen from, brackets. */
function wholeOf(node: ts.Expression): ts.Expression {
  const { parent } = node;
  const isPart =
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    ts.isAsExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken);
  return isPart ? wholeOf(parent as ts.Expression) : node;
}

/** Whether `parent` looks for its arguments: `word.endsWith("s")`. */
const isLookedFor = (parent: ts.Node): boolean =>
  ts.isCallExpression(parent) &&
  ts.isPropertyAccessExpression(parent.expression) &&
  LOOKS.has(parent.expression.name.text);

/** Whether a string stands in a list that something is looked for in: `new Set(["a"])`, `["a", "b"].includes(word)`. */
function isListed(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent))
    return LISTS.has(parent.expression.getText()) || isLookedFor(parent);
  if (ts.isPropertyAccessExpression(parent)) return LOOKS.has(parent.name.text);
  const inside =
    ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent) || ts.isArrowFunction(parent);
  return inside && isListed(parent);
}

/** Whether a string stands in a constant, so that its type is itself. */
function isConst(node: ts.Node): boolean {
  const { parent } = node;
  const cast = [node, parent].find(ts.isAsExpression);
  if (cast !== undefined) return ts.isConstTypeReference(cast.type);
  const inside =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isParenthesizedExpression(parent);
  return inside && isConst(parent);
}

/** Whether an object is a table of any strings: `const TABLE: Record<string, number> = {…}`. */
function isLookedUp(object: ts.Expression, checker: ts.TypeChecker): boolean {
  return (
    ts.isVariableDeclaration(object.parent) &&
    checker.getContextualType(object)?.getStringIndexType() !== undefined
  );
}

/** Whether any string is of a type. */
function isOpen(type: ts.Type): boolean {
  if ((type.flags & (ts.TypeFlags.String | ts.TypeFlags.Any)) !== 0) return true;
  return type.isUnion() && type.types.some(isOpen);
}
