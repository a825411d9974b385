import { existsSync } from "node:fs";
import { join } from "node:path";
import { readText } from "../../data/file/bytes.js";
import { FigureError } from "../../errors.js";

/**
 * The options of TypeScript that make a check stricter and change nothing else. Unused variables are not among them:
 * a cell's variables are for the cells behind it.
 */
const NAMES = [
  "strict",
  "noImplicitAny",
  "strictNullChecks",
  "strictFunctionTypes",
  "strictBindCallApply",
  "strictPropertyInitialization",
  "noImplicitThis",
  "useUnknownInCatchVariables",
  "exactOptionalPropertyTypes",
  "noImplicitOverride",
  "noImplicitReturns",
  "noFallthroughCasesInSwitch",
  "noPropertyAccessFromIndexSignature",
  "noUncheckedIndexedAccess",
] as const;

export type Checks = { readonly [name in (typeof NAMES)[number] | "alwaysStrict"]?: boolean };

interface TypeScript {
  readonly sys: { readFile(path: string): string | undefined };
  getParsedCommandLineOfConfigFile(
    path: string,
    options: object,
    host: object,
  ):
    | { readonly options: Checks; readonly errors: readonly { messageText: unknown; code: number }[] }
    | undefined;
  flattenDiagnosticMessageText(text: unknown, newLine: string): string;
}

// "No inputs were found": a folder of notebooks has no .ts files.
const NO_INPUTS = 18003;

/**
 * How strictly cells are checked: as the `tsconfig.json` in the notebooks' own folder says, and loosely without one.
 * @param files is given the files that say so: that one, and those that it extends
 * @throws FigureError "bad-data" for a file that TypeScript can't read
 */
export function checksFor(folder: string, ts: TypeScript, files: string[] = []): Checks {
  const path = join(folder, "tsconfig.json");
  if (!existsSync(path)) return {};
  const problems: unknown[] = [];
  const host = {
    ...ts.sys,
    readFile(file: string) {
      files.push(file);
      return ts.sys.readFile(file);
    },
    onUnRecoverableConfigFileDiagnostic: (one: unknown) => problems.push(one),
  };
  const read = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  const error = [...problems, ...(read?.errors ?? [])].find(
    (one) => (one as { code: number }).code !== NO_INPUTS,
  ) as { messageText: unknown } | undefined;
  if (read === undefined || error !== undefined) {
    const text = error === undefined ? "unreadable" : ts.flattenDiagnosticMessageText(error.messageText, " ");
    throw new FigureError("bad-data", `the tsconfig.json beside the notebooks: ${text}`, { file: path });
  }
  const found = Object.fromEntries(
    NAMES.filter((name) => read.options[name] !== undefined).map((name) => [name, read.options[name]]),
  );
  // tslab emits sloppy scripts, and "strict" alone would ask for the opposite.
  return { ...found, alwaysStrict: false };
}

/**
 * The same of a `tsconfig.json` that is plain JSON and names its options itself, for a page that carries its compiler.
 * @throws FigureError "bad-data" for a file that is not
 */
export function plainChecks(folder: string): Checks {
  const path = join(folder, "tsconfig.json");
  if (!existsSync(path)) return {};
  let options: Readonly<Record<string, unknown>>;
  try {
    options =
      (JSON.parse(readText(path)) as { compilerOptions?: Record<string, unknown> }).compilerOptions ?? {};
  } catch (error) {
    if (FigureError.is(error)) throw error;
    throw new FigureError(
      "bad-data",
      `the tsconfig.json beside the notebook is not plain JSON: ${(error as Error).message}`,
      {
        file: path,
      },
    );
  }
  return Object.fromEntries(
    NAMES.filter((name) => typeof options[name] === "boolean").map((name) => [name, options[name]]),
  );
}
