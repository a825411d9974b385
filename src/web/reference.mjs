// The pages of the reference: every name that a door exports, with its declaration and its docstring, read by the
// compiler from the declarations that the package ships.
import { resolve } from "node:path";
import ts from "typescript-js";

/** The doors of the package, in the order of the reference, and what each is for. */
export const DOORS = {
  index: ["trade-figures", "Figures, rates, growth, statements, texts: runs anywhere."],
  chart: ["trade-figures/chart", "Charts as plain data for plotly."],
  data: ["trade-figures/data", "Tables, the rate book, official sources: needs Node."],
  table: ["trade-figures/table", "Whole tables: exact columns, databases."],
  rates: ["trade-figures/rates", "Packed rates in a browser or a worker."],
  notebook: ["trade-figures/notebook", "Showing, running and publishing notebooks; pictures."],
  report: ["trade-figures/report", "Reports of one's own."],
};

const KINDS = [
  ["Functions", ts.SymbolFlags.Function],
  ["Classes", ts.SymbolFlags.Class],
  ["Constants", ts.SymbolFlags.Variable],
  ["Types", ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Enum],
];

/**
 * What each door exports: name, kind, declaration, words, tags.
 * @returns a list a door, by its file's name, in the order of the alphabet
 */
export function exportsOfDoors() {
  const files = Object.keys(DOORS).map((door) => resolve(`dist/esm/${door}.d.ts`));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
  });
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    Object.keys(DOORS).map((door, at) => {
      const module = checker.getSymbolAtLocation(program.getSourceFile(files[at]));
      const names = checker.getExportsOfModule(module).map((one) => entryOf(one, checker));
      return [door, names.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))];
    }),
  );
}

function entryOf(exported, checker) {
  const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
  const declarations = (symbol.declarations ?? []).filter((one) => !ts.isModuleDeclaration(one));
  const kind = KINDS.find(([, flags]) => symbol.flags & flags)?.[0] ?? "Types";
  return {
    name: exported.name,
    kind,
    code: declarations.map((one) => codeOf(one)).join("\n"),
    says: ts.displayPartsToString(symbol.getDocumentationComment(checker)),
    tags: symbol
      .getJsDocTags(checker)
      .map(({ name, text }) => [name, ts.displayPartsToString(text)])
      .filter(([name]) => ["param", "returns", "throws", "example"].includes(name)),
  };
}

/** A declaration without its own docstring; those of its members stay, since they explain them. */
function codeOf(declaration) {
  const whole = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return whole
    .getText()
    .replace(/^(?:export\s+)?(?:declare\s+)?/, "")
    .replace(/^\s*private [^\n]*\n/gm, "");
}

/**
 * The page of a door.
 * @param page lays a title and a body out as the house does
 */
export function referencePage(door, entries, page, escapeHtml) {
  const [name, what] = DOORS[door];
  const inline = (text) =>
    escapeHtml(text)
      .replace(/`([^`\n]+)`/g, "<code>$1</code>")
      .replace(/\{@link ([\w.]+)\}/g, "<code>$1</code>");
  const words = (text) =>
    text
      .split(/\n{2,}/)
      .map((one) =>
        /^\s*\* /.test(one)
          ? `<ul>${one
              .split(/^\s*\* /m)
              .slice(1)
              .map((item) => `<li>${inline(item)}</li>`)
              .join("")}</ul>`
          : `<p>${inline(one)}</p>`,
      )
      .join("");
  const tag = ([kind, text]) => {
    if (kind === "example") return `<pre><code>${escapeHtml(text)}</code></pre>`;
    const label = { param: "", returns: "Returns ", throws: "Throws " }[kind];
    return `<p class="quiet">${label}${inline(kind === "param" ? text.replace(/^(\S+)\s/, "`$1`: ") : text)}</p>`;
  };
  const sections = KINDS.map(([kind]) => {
    const own = entries.filter((one) => one.kind === kind);
    if (own.length === 0) return "";
    const items = own.map(
      (one) =>
        `<section><h3 id="${one.name}">${one.name}</h3>${words(one.says)}<pre><code>${escapeHtml(one.code)}</code></pre>${one.tags.map(tag).join("")}</section>`,
    );
    const index = own.map((one) => `<a href="#${one.name}">${one.name}</a>`).join(" · ");
    return `<h2>${kind}</h2><p>${index}</p>${items.join("\n")}`;
  });
  const nav = [
    { href: "../index.html", text: "Start" },
    ...Object.entries(DOORS).map(([file, [text]]) => ({
      href: `${file}.html`,
      text,
      current: file === door,
    })),
  ];
  return page(name, `<h1>${name}</h1><p>${escapeHtml(what)}</p>${sections.join("\n")}`, { nav });
}
