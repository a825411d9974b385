/**
 * A quarter of what a kernel takes to start went into the documentation in the declarations of Node and of packages,
 * which nothing but the help on a name shows. So the compiler is given its comments as plain ones, and the documentation
 * of a file is read when help on a name of it is asked for. What is deprecated is marked as before.
 */

interface Node {
  parent: Node;
  jsDoc?: readonly Node[] | undefined;
}

interface SourceFile extends Node {
  readonly fileName: string;
  readonly languageVersion: number;
  text: string;
}

interface Declaration extends Node {
  getSourceFile(): SourceFile;
}

type Constructor = () => { readonly prototype: object };

/** What is used of tslab's TypeScript. */
export interface DocInternals {
  readonly objectAllocator: { getSymbolConstructor: Constructor; getSignatureConstructor: Constructor };
  createSourceFile(name: string, text: string, version: number, parents: boolean): SourceFile;
  forEachChild(node: Node, each: (child: Node) => void): void;
}

/** Stands for the second star of "/**": as long, and in no file of declarations. */
const HUSHED = "/*\u0001";

/** The text of a file of declarations with its documentation as plain comments, each letter in its place. */
export function hushed(text: string): string {
  if (text.includes(HUSHED)) return text;
  return text.replace(/^[ \t]*\/\*\*(?!\/)/gm, (start, at: number) => {
    const end = text.indexOf("*/", at);
    return text.slice(at, end).includes("@deprecated") ? start : start.slice(0, -3) + HUSHED;
  });
}

const ASKED = {
  Symbol: [
    "getDocumentationComment",
    "getContextualDocumentationComment",
    "getJsDocTags",
    "getContextualJsDocTags",
  ],
  Signature: ["getDocumentationComment", "getJsDocTags"],
} as const;

interface Documented {
  readonly declarations?: readonly Declaration[];
  readonly declaration?: Declaration;
}

/** Lets symbols and signatures read the documentation of their files before they give their own. */
export function documentWhenAsked(ts: DocInternals): void {
  const { getSymbolConstructor, getSignatureConstructor } = ts.objectAllocator;
  for (const [{ prototype }, names] of [
    [getSymbolConstructor(), ASKED.Symbol],
    [getSignatureConstructor(), ASKED.Signature],
  ] as const) {
    const methods = prototype as Record<string, (...args: unknown[]) => unknown>;
    for (const name of names) {
      const given = methods[name] as (...args: unknown[]) => unknown;
      methods[name] = function (this: Documented, ...args: unknown[]) {
        for (const one of this.declarations ?? (this.declaration ? [this.declaration] : []))
          document(ts, one.getSourceFile());
        return given.apply(this, args);
      };
    }
  }
}

function document(ts: DocInternals, file: SourceFile): void {
  if (!file.text.includes(HUSHED)) return;
  file.text = file.text.replaceAll(HUSHED, "/**");
  take(file, ts.createSourceFile(file.fileName, file.text, file.languageVersion, true));

  /** Two trees of the same text: what one says of a node is said of the other's. */
  function take(node: Node, told: Node): void {
    if (told.jsDoc !== undefined && node.jsDoc === undefined) {
      node.jsDoc = told.jsDoc;
      for (const one of told.jsDoc) one.parent = node;
    }
    const children: Node[] = [];
    ts.forEachChild(told, (child) => {
      children.push(child);
    });
    let at = 0;
    ts.forEachChild(node, (child) => take(child, children[at++] as Node));
  }
}
