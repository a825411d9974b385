import { createSystem, createVirtualTypeScriptEnvironment } from "@typescript/vfs";
import ts from "typescript-js";
import { type CellCode, cellCode, LAST, toBody, toCell } from "./cell-code.js";
import type { Completion, Failure, Hover, LiveCell, Problem } from "./protocol.js";
import { sourceLine } from "./source-map.js";

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ["lib.es2023.d.ts"],
  types: [],
  strict: false,
  skipLibCheck: true,
  sourceMap: true,
  // A name of a cell may be set by a later one, and a check of a cell does not end at its last line.
  noUnusedLocals: false,
};

const MOST_CHOICES = 200;

interface Known {
  readonly id: number;
  text: string;
  code: CellCode;
  /** What the cells above declare, on the first line of the module. */
  prelude: string;
  /** The module that ran last, and how its lines go back to the cell's. */
  ran?: { readonly url: string; readonly mappings: string };
}

/** What a session needs of its surroundings. */
export interface Host {
  /** The address of a module that cells import by name, or undefined. */
  module(name: string): string | undefined;
  /** An address for the code of a module. */
  address(code: string): string;
  /** Takes the value of a cell's last expression. */
  value(value: unknown): Promise<void>;
}

/**
 * The cells of one notebook, in the order of the page: each is a TypeScript module that imports what the cells above it
 * declare, is checked before it runs, and runs as an ES module from an address of its own. Nothing is evaluated as text.
 */
export class Session {
  private readonly env: ReturnType<typeof createVirtualTypeScriptEnvironment>;
  private cells: Known[] = [];

  constructor(
    types: Readonly<Record<string, string>>,
    checks: Readonly<Record<string, boolean>>,
    private readonly host: Host,
  ) {
    const files = new Map(Object.entries(types));
    const roots = [...files.keys()].filter((name) => name.startsWith("/globals"));
    this.env = createVirtualTypeScriptEnvironment(
      createSystem(files),
      roots,
      ts as never,
      { ...OPTIONS, ...checks } as never,
    );
  }

  private get service(): ts.LanguageService {
    return this.env.languageService as unknown as ts.LanguageService;
  }

  /** Takes the texts of all cells; only what changed is read again. */
  set(cells: readonly LiveCell[]): void {
    const before = new Map(this.cells.map((one) => [one.id, one]));
    this.cells = cells.map(({ id, text }) => {
      const known = before.get(id);
      if (known?.text === text) return known;
      const fresh = { id, text, code: cellCode(text), prelude: "" };
      return known?.ran === undefined ? fresh : { ...fresh, ran: known.ran };
    });
    for (const [at, cell] of this.cells.entries()) {
      const prelude = this.preludeOf(at);
      if (prelude === cell.prelude && before.get(cell.id) === cell) continue;
      cell.prelude = prelude;
      const text = this.moduleOf(cell);
      if (this.env.getSourceFile(fileOf(cell)) === undefined) this.env.createFile(fileOf(cell), text);
      else this.env.updateFile(fileOf(cell), text);
    }
  }

  /** What is wrong with the types of a cell. */
  problems(id: number): Problem[] {
    const cell = this.cell(id);
    const file = fileOf(cell);
    const found = [
      ...this.service.getSyntacticDiagnostics(file),
      ...this.service.getSemanticDiagnostics(file),
    ];
    return found
      .filter((one) => one.category === ts.DiagnosticCategory.Error)
      .map((one) => {
        const from = this.inCell(cell, one.start ?? 0);
        const to = Math.max(from, this.inCell(cell, (one.start ?? 0) + (one.length ?? 0)));
        const line = cell.text.slice(0, from).split("\n").length;
        return { from, to, line, says: `${messageOf(one)} (TS${one.code})` };
      });
  }

  /** Runs a cell. @returns what went wrong, or undefined */
  async run(id: number): Promise<Failure | undefined> {
    const cell = this.cell(id);
    const problems = this.problems(id);
    if (problems.length > 0) {
      const message = problems.map((one) => `line ${one.line}: ${one.says}`).join("\n");
      return { name: "Type error", message, problems, trace: [] };
    }
    const { code, mappings } = this.emitted(cell);
    const linked = this.linked(code);
    if (typeof linked !== "string") return linked;
    const url = this.host.address(linked);
    cell.ran = { url, mappings };
    try {
      const module = (await import(/* @vite-ignore */ url)) as Readonly<Record<string, unknown>>;
      const value = await module[LAST];
      if (value !== undefined) await this.host.value(value);
      return undefined;
    } catch (error) {
      return this.failureOf(error);
    }
  }

  complete(id: number, at: number): Completion {
    const cell = this.cell(id);
    const place = this.inModule(cell, at);
    const found = this.service.getCompletionsAtPosition(fileOf(cell), place, {});
    const start = /[\w$]*$/.exec(cell.text.slice(0, at))?.[0].length ?? 0;
    const word = cell.text.slice(at - start, at).toLowerCase();
    const choices = (found?.entries ?? [])
      .filter((one) => one.name.toLowerCase().startsWith(word) && one.name !== LAST)
      .slice(0, MOST_CHOICES)
      .map((one) => ({ label: one.name, kind: String(one.kind), detail: one.source ?? "" }));
    return { from: at - start, choices };
  }

  hover(id: number, at: number): Hover | undefined {
    const cell = this.cell(id);
    const found = this.service.getQuickInfoAtPosition(fileOf(cell), this.inModule(cell, at));
    if (found === undefined) return undefined;
    const from = this.inCell(cell, found.textSpan.start);
    const to = this.inCell(cell, found.textSpan.start + found.textSpan.length);
    const says = ts.displayPartsToString(found.displayParts);
    return { from, to, says, doc: ts.displayPartsToString(found.documentation) };
  }

  private cell(id: number): Known {
    const found = this.cells.find((one) => one.id === id);
    if (found === undefined) throw new Error(`there is no cell ${id}`);
    return found;
  }

  /** What the cells above declare, the nearest of one name; names of the cell itself are its own. */
  private preludeOf(at: number): string {
    const own = this.cells[at] as Known;
    const said = new Map<string, string>();
    for (const above of this.cells.slice(0, at)) {
      for (const [name, text] of above.code.imports) said.set(name, text);
      for (const [name, kind] of above.code.names) {
        const from = `"./cell${above.id}"`;
        const text =
          kind === "let"
            ? `declare let ${name}: typeof import(${from}).${name};`
            : `import { ${name} } from ${from};`;
        said.set(name, text);
      }
    }
    for (const name of [...own.code.names.keys(), ...own.code.imports.keys()]) said.delete(name);
    return [...said.values()].join(" ");
  }

  /** Names that other cells may set are reached through the global object, which their own cell answers for. */
  private moduleOf(cell: Known): string {
    return `${this.headOf(cell)}${cell.code.body}\nexport {};\n`;
  }

  /** What stands before a cell's own code in its module. */
  private headOf({ code, prelude }: Known): string {
    const doors = [...code.names]
      .filter(([, kind]) => kind === "let")
      .map(
        ([name]) =>
          `Object.defineProperty(globalThis, "${name}", { configurable: true, get: () => ${name}, set: (to: any) => { ${name} = to; } });`,
      );
    return `${prelude} ${doors.join(" ")} `;
  }

  private inCell(cell: Known, at: number): number {
    const inside = Math.max(0, Math.min(cell.code.body.length, at - this.headOf(cell).length));
    return toCell(cell.code.inserts, inside);
  }

  private inModule(cell: Known, at: number): number {
    return this.headOf(cell).length + toBody(cell.code.inserts, at);
  }

  private emitted(cell: Known): { readonly code: string; readonly mappings: string } {
    const { outputFiles } = this.service.getEmitOutput(fileOf(cell));
    const text = (ending: string) => outputFiles.find(({ name }) => name.endsWith(ending))?.text ?? "";
    const { mappings } = JSON.parse(text(".js.map")) as { readonly mappings: string };
    return { code: text(".js").replace(/\n\/\/# sourceMappingURL=.*\s*$/, "\n"), mappings };
  }

  /** The code with the addresses of what it imports; or what it imports that is not there. */
  private linked(code: string): string | Failure {
    let out = code;
    const imported = ts.preProcessFile(code, true, true).importedFiles;
    for (const { fileName, pos } of [...imported].reverse()) {
      const cell = /^\.\/cell(\d+)$/.exec(fileName);
      const address = cell === null ? this.host.module(fileName) : this.cell(Number(cell[1])).ran?.url;
      if (address === undefined) {
        const number = cell === null ? 0 : this.cells.findIndex(({ id }) => id === Number(cell[1])) + 1;
        const message =
          cell === null
            ? `${fileName} is not in this page`
            : `this uses names of cell ${number}, which has not run yet: run it first`;
        return { name: "Error", message, problems: [], trace: [] };
      }
      // The place is that of the quote before the name.
      out = `${out.slice(0, pos + 1)}${address}${out.slice(pos + 1 + fileName.length)}`;
    }
    return out;
  }

  private failureOf(error: unknown): Failure {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const trace = [...(stack ?? "").matchAll(/(blob:[^\s)]+?):(\d+):\d+/g)].flatMap(([, url, line]) => {
      const at = this.cells.findIndex((one) => one.ran?.url === url);
      const ran = this.cells[at]?.ran;
      const found = ran === undefined ? undefined : sourceLine(ran.mappings, Number(line));
      if (found === undefined) return [];
      const source = this.cells[at]?.text.split("\n")[found - 1]?.trim() ?? "";
      return [`cell ${at + 1}, line ${found}: ${source}`];
    });
    return { name, message, problems: [], trace };
  }
}

const fileOf = ({ id }: { readonly id: number }) => `/cell${id}.ts`;

function messageOf(one: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(one.messageText, "\n");
  const missing = one.code === 2307 ? /'([^']+)'/.exec(text)?.[1] : undefined;
  return missing === undefined
    ? text
    : `${missing} is not in this page: cells here import trade-figures and its doors`;
}
