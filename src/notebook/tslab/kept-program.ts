/**
 * tslab makes a program for a cell, twice, and each program a type checker that learns the libraries and the packages
 * anew: a tenth of a second or two for every cell. Here a program of what cells cannot change is kept from cell to cell,
 * and its checker is asked about one cell after another. What a cell gives is the same; `test/notebook/kept-program.test.ts`
 * holds the two against each other.
 */

import { fileOfGround, ground } from "./ground.js";

/** What is used of a source file of tslab's TypeScript. */
interface SourceFile {
  fileName: string;
  originalFileName: string;
  path: string;
  resolvedPath: string;
  parent?: SourceFile;
  imports: object[];
  moduleAugmentations: object[];
  ambientModuleNames: string[];
  resolvedModules?: Resolutions | undefined;
  readonly text: string;
  readonly locals?: object;
  readonly redirectInfo?: { readonly unredirected: SourceFile };
  readonly referencedFiles: readonly object[];
  readonly typeReferenceDirectives: readonly object[];
  readonly libReferenceDirectives: readonly object[];
  readonly statements: readonly Statement[];
}

interface Statement {
  readonly moduleSpecifier?: object;
  readonly name?: { readonly kind: number };
  readonly flags: number;
}

interface Resolutions {
  get(name: string, mode: undefined): Resolution | undefined;
}

interface Resolution {
  readonly resolvedModule?: { readonly resolvedFileName: string };
}

interface Diagnostic {
  readonly code: number;
}

type WriteFile = (name: string, data: string) => void;

interface Program {
  getSourceFiles(): readonly SourceFile[];
  getSourceFile(name: string): SourceFile | undefined;
  getSourceFileByPath(path: string): SourceFile | undefined;
  getRootFileNames(): readonly string[];
  getMissingFilePaths(): readonly string[];
  getTypeChecker(): object;
  getSemanticDiagnostics(file: SourceFile, ...rest: unknown[]): readonly Diagnostic[];
  getCompilerOptions(): object;
  emit(file: SourceFile | undefined, write?: WriteFile, ...rest: unknown[]): unknown;
}

interface Host {
  getSourceFile(name: string, options: object): SourceFile | undefined;
  getSourceFileByPath(name: string, path: string, options: object): SourceFile | undefined;
  hasInvalidatedResolutions(path: string): boolean;
  hasChangedAutomaticTypeDirectiveNames?(): boolean;
  fileExists(name: string): boolean;
}

/** What tslab's watcher and converter ask of a program that they keep. */
interface Builder {
  getProgram(): Program;
  getProgramOrUndefined(): Program;
  getCompilerOptions(): object;
  getSourceFile(name: string): SourceFile | undefined;
  getAllDependencies(file: SourceFile): readonly string[];
  emit: Program["emit"];
}

export interface KeptProgram {
  createProgram(roots: readonly string[], options: object, host: Host): Builder;
  /** The files that the types of the last cell come from; none where some are sources, which are compiled with it. */
  files(): readonly string[] | undefined;
}

/** What is used of tslab's TypeScript. */
export interface Internals {
  readonly NodeFlags: { readonly GlobalAugmentation: number };
  readonly SyntaxKind: { readonly StringLiteral: number };
  createProgram(roots: readonly string[], options: object, host: object, old?: Program): Program;
  createSourceFile(name: string, text: string, options: object): SourceFile;
  bindSourceFile(file: SourceFile, options: object): void;
  getEmitScriptTarget(options: object): number;
  getSetExternalModuleIndicator(options: object): unknown;
  preProcessFile(
    text: string,
    imports: boolean,
    javascript: boolean,
  ): { importedFiles: { fileName: string }[] };
}

/** "await" outside of a function: tslab allows it, and looks for this error to know that it is there. */
const TOP_LEVEL_AWAIT = 1308;

/**
 * Makes the programs of one of tslab's converters.
 * @param cell the names of the two files in which a cell comes: the declarations before it, and itself
 */
export function keptProgram(
  ts: Internals,
  cell: readonly [declarations: string, source: string],
): KeptProgram {
  const hubName = cell[1].replace(/\w+\.ts$/, "__imports__.ts");
  /** Every module that a cell imports: the program holds them through one file that imports them all. */
  const modules = new Set<string>();
  let kept: Program | undefined;
  let hub: SourceFile | undefined;
  let cells = 0;

  let alone = false;

  return {
    createProgram,
    files() {
      const files = kept?.getSourceFiles().filter((file) => file !== hub) ?? [];
      if (alone || !files.every(({ fileName }) => /\.d\.[cm]?ts$|\.json$/.test(fileName))) return undefined;
      return files.map(({ fileName }) => fileName);
    },
  };

  function createProgram(roots: readonly string[], options: object, watched: Host): Builder {
    const host = onGround(watched);
    const reading = {
      languageVersion: ts.getEmitScriptTarget(options),
      setExternalModuleIndicator: ts.getSetExternalModuleIndicator(options),
    };
    const pair = cell.map((name) => host.getSourceFile(name, reading) as SourceFile);
    alone = pair.some((file) => reachesOut(ts, file));
    if (alone) {
      const whole = ts.createProgram(roots, options, host);
      whole.getTypeChecker(); // tslab looks for the names that it binds
      return builderOf(whole);
    }
    const others = roots.filter((name) => !cell.includes(name));
    update();
    const program = kept as Program;
    const number = cells++;
    for (const [at, file] of pair.entries()) attach(file, cell[at] as string);
    return builderOf(withCell(program, pair as [SourceFile, SourceFile]));

    /** Makes the kept program anew where a module is new to it, or a file or a setting has changed. */
    function update(): void {
      const known = modules.size;
      for (const { text } of pair)
        for (const { fileName } of ts.preProcessFile(text, true, false).importedFiles) modules.add(fileName);
      if (kept !== undefined && modules.size === known && upToDate(kept)) return;
      if (hub === undefined || modules.size > known) {
        const text = [...modules].map((name) => `import ${JSON.stringify(name)};`).join("\n");
        hub = ts.createSourceFile(hubName, `export {};\n${text}\n`, reading);
      }
      const own = {
        getSourceFile: (name: string, ...rest: [object]) =>
          name === hubName ? hub : host.getSourceFile(name, ...rest),
        getSourceFileByPath: (name: string, ...rest: [string, object]) =>
          name === hubName ? hub : host.getSourceFileByPath(name, ...rest),
      };
      kept = ts.createProgram([...others, hubName], options, Object.assign(Object.create(host), own), kept);
    }

    function upToDate(program: Program): boolean {
      const same = (file: SourceFile) =>
        file === hub ||
        host.getSourceFileByPath(file.fileName, file.resolvedPath, reading) ===
          (file.redirectInfo?.unredirected ?? file);
      return (
        program.getRootFileNames().slice(0, -1).join("\n") === others.join("\n") &&
        !host.hasChangedAutomaticTypeDirectiveNames?.() &&
        !program.getMissingFilePaths().some((name) => host.fileExists(name)) &&
        program.getSourceFiles().every((file) => same(file) && !host.hasInvalidatedResolutions(file.path))
      );
    }

    /** What `createProgram` does to a file of its own. */
    function attach(file: SourceFile, name: string): void {
      // The checker and the program remember what they know of a file by its path.
      file.path = `${name}.${number}`;
      file.resolvedPath = name;
      file.originalFileName = name;
      file.resolvedModules = hub?.resolvedModules;
      file.imports = file.statements.flatMap(({ moduleSpecifier }) => moduleSpecifier ?? []);
      file.moduleAugmentations = [];
      file.ambientModuleNames = [];
      ts.bindSourceFile(file, options);
    }

    /** The kept program as one that has the cell in it. */
    function withCell(program: Program, [declarations, source]: readonly [SourceFile, SourceFile]): Program {
      const find = (name: string) => pair[cell.indexOf(name)];
      const own: Partial<Program> = {
        getRootFileNames: () => roots,
        getSourceFiles: () => [...program.getSourceFiles(), declarations, source],
        getSourceFile: (name) => find(name) ?? program.getSourceFile(name),
        getSourceFileByPath: (path) =>
          pair.find((file) => file.path === path || file.resolvedPath === path) ??
          program.getSourceFileByPath(path),
        getSemanticDiagnostics(file, ...rest) {
          if (file !== source) return program.getSemanticDiagnostics(file, ...rest);
          // The checker keeps errors by the name of their file.
          file.fileName = file.path;
          const found = program.getSemanticDiagnostics(file, ...rest);
          file.fileName = cell[1];
          if (found.every(({ code }) => code === TOP_LEVEL_AWAIT)) return found;
          return errorsOf(declarations, source, rest);
        },
      };
      return Object.assign(Object.create(program), own);
    }

    /** The errors of a cell from a checker that knows no other: what it says does not depend on what it saw before. */
    function errorsOf(declarations: SourceFile, source: SourceFile, rest: unknown[]): readonly Diagnostic[] {
      const fresh = new Map(
        [declarations, source].map((file) => [
          file.resolvedPath,
          ts.createSourceFile(file.resolvedPath, file.text, reading),
        ]),
      );
      const own = {
        getSourceFile: (name: string, ...more: [object]) =>
          fresh.get(name) ?? host.getSourceFile(name, ...more),
      };
      const program = ts.createProgram(roots, options, Object.assign(Object.create(host), own));
      program.getTypeChecker();
      const [before, file] = cell.map((name) => fresh.get(name) as SourceFile) as [SourceFile, SourceFile];
      file.parent = before;
      return program.getSemanticDiagnostics(file, ...rest);
    }
  }
}

/** Files that the snapshot of this process has read are not read again. */
function onGround(host: Host): Host {
  if (ground() === undefined) return host;
  const kept = (name: string) => fileOfGround(name) as SourceFile | undefined;
  const own: Pick<Host, "getSourceFile" | "getSourceFileByPath"> = {
    getSourceFile: (name, options) => kept(name) ?? host.getSourceFile(name, options),
    getSourceFileByPath: (name, path, options) => kept(name) ?? host.getSourceFileByPath(name, path, options),
  };
  return Object.assign(Object.create(host), own);
}

/** Whether a cell says something to all files, as `declare global` does: its program is made for it alone. */
function reachesOut(ts: Internals, file: SourceFile): boolean {
  return (
    file.referencedFiles.length + file.typeReferenceDirectives.length + file.libReferenceDirectives.length >
      0 ||
    file.statements.some(
      ({ name, flags }) =>
        name?.kind === ts.SyntaxKind.StringLiteral || (flags & ts.NodeFlags.GlobalAugmentation) !== 0,
    )
  );
}

function builderOf(program: Program): Builder {
  return {
    getProgram: () => program,
    getProgramOrUndefined: () => program,
    getCompilerOptions: () => program.getCompilerOptions(),
    getSourceFile: (name) => program.getSourceFile(name),
    getAllDependencies: (file) => dependencies(program, file),
    emit: (...args) => program.emit(...args),
  };
}

/** The files that a file imports, and they import. */
function dependencies(program: Program, file: SourceFile): readonly string[] {
  const found = new Set([file]);
  for (const { imports, resolvedModules } of found) {
    for (const literal of imports) {
      const name = resolvedModules?.get((literal as { text: string }).text, undefined)?.resolvedModule;
      const next = name && program.getSourceFile(name.resolvedFileName);
      if (next) found.add(next);
    }
  }
  return [...found].map(({ fileName }) => fileName);
}
