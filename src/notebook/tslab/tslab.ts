import { createRequire, Module } from "node:module";
import { dirname, join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";
import { FigureError } from "../../errors.js";
import type { Converter, Metadata } from "./converter.js";
import { documentWhenAsked, hushed } from "./doc-comments.js";
import { ground } from "./ground.js";
import { calleeBefore, type Diagnostic, withAllowed } from "./help.js";
import { type KeptProgram, keptProgram } from "./kept-program.js";
import { transpileWithLines } from "./source-lines.js";
import { type Checks, checksFor } from "./strictness.js";
import { Survivors } from "./survivors.js";
import { type System, withLookupTimer } from "./watching.js";

export type { Converted, Converter, Metadata } from "./converter.js";

/** The version whose internals are used; a test asserts that they are there. */
export const TSLAB_VERSION = "1.0.22";

type StockConverter = Omit<Converter, "ran" | "files">;

export interface Executor {
  execute(source: string): Promise<boolean>;
  interrupt(): void;
  /** The values of the cells' variables. */
  readonly locals: Readonly<Record<string, unknown>>;
  close(): void;
}

type CreateExecutor = (
  folder: string,
  converters: { node: Pick<Converter, "convert" | "addModule">; close(): void },
  output: { log(value: unknown): void; error(...parts: unknown[]): void },
) => Executor;

export interface Tslab {
  /**
   * A converter with the checks of the `tsconfig.json` beside the notebooks; where that can't be read `onProblem` is told
   * and cells are checked loosely, or it is an error.
   */
  readonly createConverter: (folder: string, onProblem?: (text: string) => void) => Converter;
  readonly createExecutor: CreateExecutor;
  readonly metadataOf: (source: string) => Metadata;
  // biome-ignore lint/suspicious/noExplicitAny: tslab's kernel classes have no public types.
  readonly jupyter: any;
}

/**
 * TypeScript itself, which takes a second, is loaded by the first converter or by what is asked first.
 * @param fromWorkingFolder whether tslab may be the one of the working folder, where there is none beside the package
 * @throws FigureError "missing-package" that names the command which installs tslab
 */
export function loadTslab({ fromWorkingFolder = true } = {}): Tslab {
  const part = parts(fromWorkingFolder);
  part.later("converter.js", "isCompleteCode");
  part.later("metadata.js", "getCodeMetadata");
  return {
    createConverter: (folder, onProblem) => {
      const ts = compiling(part);
      const { createConverter } = part.load("converter.js");
      const settings: string[] = [];
      try {
        ts.checks = checksFor(folder, part.load("@tslab/typescript-for-tslab"), settings);
      } catch (error) {
        if (onProblem === undefined || !FigureError.is(error)) throw error;
        ts.checks = {};
        onProblem(error.message);
      }
      const survivors = new Survivors(part.load("@tslab/typescript-for-tslab"));
      const converter: StockConverter = createConverter({ isJS: false, isBrowser: false });
      const { program } = ts;
      return {
        convert(declarations, source) {
          const seen = survivors.declarations(declarations);
          const found = converter.convert(seen, source);
          const converted = {
            ...found,
            diagnostics: found.diagnostics.map((one) =>
              withAllowed(converter, seen, source, one as Diagnostic),
            ),
          };
          survivors.compiled(seen, converted);
          return { ...converted, lines: ts.lines.get(converted.output ?? "") ?? [] };
        },
        addModule: (...module) => converter.addModule(...module),
        inspect(declarations, source, cursor) {
          const seen = survivors.declarations(declarations);
          const found = converter.inspect(seen, source, cursor);
          if (found) return found;
          const callee = calleeBefore(source, cursor);
          return callee === undefined ? found : converter.inspect(seen, source, callee);
        },
        complete: (declarations, source, cursor) =>
          converter.complete(survivors.declarations(declarations), source, cursor),
        ran: (well, values) => survivors.ran(well, values),
        files() {
          const types = program?.files();
          return types && [...types, ...settings];
        },
        close: () => converter.close(),
      };
    },
    createExecutor: part.load("executor.js").createExecutor,
    metadataOf(source) {
      compiling(part);
      return part.load("metadata.js").getCodeMetadata(source);
    },
    jupyter: part.load("jupyter.js"),
  };
}

/**
 * tslab's executor without its compiler, for cells that were compiled elsewhere: it starts in a tenth of the time.
 * @param metadata what the compiler said of the cell that runs next
 */
export function loadExecutor(metadata: () => Metadata): Pick<Tslab, "createExecutor" | "jupyter"> {
  const part = parts();
  part.put("metadata.js", { getCodeMetadata: metadata });
  const jupyter = { lastWriteDisplayData: undefined };
  part.put("jupyter.js", jupyter);
  return { createExecutor: part.load("executor.js").createExecutor, jupyter };
}

/** @throws FigureError "missing-package" that names the command which installs tslab */
export function needTslab(): void {
  parts();
}

interface Parts {
  // biome-ignore lint/suspicious/noExplicitAny: the parts of tslab have no public types.
  load(name: string): any;
  put(name: string, exports: object): void;
  /** Whether a file is that of tslab's TypeScript, and not loaded yet. */
  isFresh(compiler: string): boolean;
  /** Puts a function in the place of a part which loads TypeScript, and then the part, when it is called. */
  later(name: string, called: string): void;
}

const standIns = new WeakSet<object>();

/** Where tslab begins: beside the package, else in the working folder. */
export function tslabEntry(fromWorkingFolder: boolean): string | undefined {
  for (const from of [packageFolder(), ...(fromWorkingFolder ? [process.cwd()] : [])]) {
    try {
      return createRequire(join(from, "package.json")).resolve("tslab");
    } catch {}
  }
  return undefined;
}

function parts(fromWorkingFolder = true): Parts {
  const entry = tslabEntry(fromWorkingFolder);
  if (entry !== undefined) {
    const load = createRequire(entry);
    const resolve = (name: string) =>
      name.endsWith(".js") ? join(dirname(entry), name) : load.resolve(name);
    const part: Parts = {
      load(name) {
        const path = resolve(name);
        if (standIns.has(load.cache[path]?.exports ?? {})) delete load.cache[path];
        return load(path);
      },
      put(name, exports) {
        const path = resolve(name);
        load.cache[path] = Object.assign(new Module(path), { exports, filename: path, loaded: true });
      },
      isFresh: (compiler) =>
        resolve("@tslab/typescript-for-tslab") === compiler && load.cache[compiler] === undefined,
      later(name, called) {
        if (load.cache[resolve(name)] !== undefined) return;
        const standIn = {
          [called](...args: unknown[]) {
            compiling(part);
            return part.load(name)[called](...args);
          },
        };
        standIns.add(standIn);
        part.put(name, standIn);
      },
    };
    return part;
  }
  throw new FigureError(
    "missing-package",
    `notebooks need tslab, which is not installed; run: npm install tslab@${TSLAB_VERSION}`,
  );
}

const MARK = Symbol.for("trade-figures.compiler");

/** Declarations that no cell writes. */
const PACKAGED = /[\\/]node_modules[\\/].*\.d\.[cm]?ts$/;

interface Compiling {
  checks: Checks;
  /** The lines of the last outputs. */
  readonly lines: Map<string, readonly number[]>;
  /** That of the last converter. */
  program: KeptProgram | undefined;
}

/**
 * tslab fixes its compiler's options and makes no source maps. So it is given a copy of its TypeScript which adds the
 * checks that are asked for, keeps the lines, and bears a new build. It must come before the converter is loaded, once in a process.
 */
function compiling(part: Parts): Compiling {
  const kept = ground();
  if (kept !== undefined && part.isFresh(kept.path)) part.put("@tslab/typescript-for-tslab", kept.ts);
  const ts = part.load("@tslab/typescript-for-tslab");
  if (ts[MARK] !== undefined) return ts[MARK];
  const state: Compiling = { checks: {}, lines: new Map(), program: undefined };
  documentWhenAsked(ts);
  part.put("@tslab/typescript-for-tslab", {
    ...ts,
    [MARK]: state,
    createWatchCompilerHost(
      files: readonly [string, string],
      options: object,
      system: System,
      _: unknown,
      ...rest: unknown[]
    ) {
      const own = { ...options, inlineSourceMap: true, ...state.checks };
      state.program = keptProgram(ts, files);
      const read = system.readFile;
      system.readFile = (path, ...rest) => {
        const text = read(path, ...rest);
        return text !== undefined && PACKAGED.test(path) ? hushed(text) : text;
      };
      return ts.createWatchCompilerHost(
        files,
        own,
        withLookupTimer(system),
        state.program.createProgram,
        ...rest,
      );
    },
    transpileModule(text: string, options: Parameters<typeof transpileWithLines>[2]) {
      const { outputText, lines } = transpileWithLines(ts, text, options);
      state.lines.clear();
      state.lines.set(outputText, lines);
      return { outputText };
    },
  });
  return state;
}
