import { readdirSync, type Stats, statSync } from "node:fs";
import { extname, join, resolve, sep } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { shownPath } from "../../../data/file/bytes.js";
import { FigureError } from "../../../errors.js";
import { EarlierPages, type Pages } from "../output/earlier-pages.js";
import type { Format } from "../types.js";
import type { Input } from "./input.js";

const FORMATS: Readonly<Record<string, Format>> = {
  ".txt": "text",
  ".text": "text",
  ".md": "text",
  ".markdown": "text",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".csv": "csv",
  ".tsv": "csv",
  ".docx": "docx",
  ".pdf": "pdf",
  ".eml": "eml",
  ".ipynb": "ipynb",
  ".xlsx": "xlsx",
  ".zip": "zip",
  ".gz": "gz",
};

/** What a file is, by the ending of its name. */
export function formatOfName(name: string): Format | undefined {
  return FORMATS[extname(name).toLowerCase()];
}

/**
 * The inputs that arguments name, in their order; within a folder or a pattern by name. A file that two arguments name
 * is read once. Links inside folders are not followed, so nothing outside of what was asked for is read, and a link
 * that leads back to its own folder ends nowhere. Pages that an earlier run wrote to where those of this one go are left
 * out, unless they are named one by one.
 * @throws FigureError "bad-option" where there is nothing to read and standard input is a terminal
 */
export async function inputsOf(
  args: readonly string[],
  format: Format | undefined,
  pages: Pages,
): Promise<Input[]> {
  if (args.length === 0) {
    if (process.stdin.isTTY === true) {
      throw new FigureError(
        "bad-option",
        "nothing to read: name files, folders or patterns, or pipe a text into it (- is standard input)",
      );
    }
    return [stdin(format)];
  }
  const seen = new Set<string>();
  const earlier = new EarlierPages(pages);
  const inputs: Input[] = [];
  for (const arg of args) {
    for (const input of arg === "-" ? [stdin(format)] : await named(arg, format, earlier, pages.say)) {
      const key = input.kind === "file" ? resolve(input.path) : `${input.kind} ${input.name}`;
      if (seen.has(key)) continue;
      seen.add(key);
      inputs.push(input);
    }
  }
  return inputs;
}

function stdin(format: Format | undefined): Input {
  return { kind: "stdin", name: "standard input", format: format ?? "text" };
}

type Say = Pages["say"];

async function named(
  arg: string,
  format: Format | undefined,
  earlier: EarlierPages,
  say: Say,
): Promise<Input[]> {
  const stat = statOf(arg);
  if (stat instanceof Error) return [missing(arg, why(stat))];
  if (stat?.isDirectory()) return inFolder(arg, format, earlier, say);
  if (stat !== undefined) return [file(arg, format, stat.isFile() ? stat.size : 0)];
  if (!isDynamicPattern(arg)) return [missing(arg, "there is no such file or folder")];
  const found = await glob(arg.split(sep).join("/"), { ...INSIDE, absolute: arg.startsWith("/") });
  const paths = found.filter((path) => !earlier.holds(path));
  if (paths.length === 0) return [missing(arg, "no file matches the pattern")];
  return paths.sort(byCode).map((path) => file(path, format));
}

/** Nothing where there is no such file: it may be a pattern. */
function statOf(path: string): Stats | Error | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    return error as Error; // a link that leads back to itself, a file where a folder should be
  }
}

const INSIDE = { followSymbolicLinks: false, onlyFiles: true, expandDirectories: false } as const;

/** The files of known kinds below a folder, and its parts that may not be read; hidden ones and links are left out. */
function inFolder(folder: string, format: Format | undefined, earlier: EarlierPages, say: Say): Input[] {
  const found: { path: string; input: Input }[] = [];
  const others = new Map<string, number>();
  const open = [folder];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    try {
      for (const entry of readdirSync(at, { withFileTypes: true })) {
        const path = join(at, entry.name);
        if (entry.name.startsWith(".")) continue;
        if (entry.isDirectory()) {
          if (!earlier.isFolder(path)) open.push(path);
        } else if (entry.isFile() && extname(path).toLowerCase() in FORMATS && !earlier.holds(path)) {
          found.push({ path, input: file(path, format) });
        } else if (entry.isFile() && !(extname(path).toLowerCase() in FORMATS)) {
          const ending = extname(path).toLowerCase() || "without ending";
          others.set(ending, (others.get(ending) ?? 0) + 1);
        }
      }
    } catch (error) {
      found.push({ path: at, input: missing(at, why(error)) });
    }
  }
  if (found.length > 0 && others.size > 0) {
    const kinds = [...others].sort(([a, m], [b, n]) => n - m || byCode(a, b));
    const count = kinds.reduce((sum, [, one]) => sum + one, 0);
    const shown = kinds
      .slice(0, 8)
      .map(([ending, one]) => `${one} ${ending}`)
      .join(", ");
    say(`${shownPath(folder)}: ${count} ${count === 1 ? "file" : "files"} of other kinds left out: ${shown}`);
  }
  if (found.length > 0) return found.sort((a, b) => byCode(a.path, b.path)).map(({ input }) => input);
  const kinds = Object.keys(FORMATS).join(", ");
  return [missing(folder, `the folder has no file to read (${kinds}); name others one by one`)];
}

function file(path: string, format: Format | undefined, size?: number): Input {
  return {
    kind: "file",
    path,
    name: shownPath(path),
    format: format ?? FORMATS[extname(path).toLowerCase()] ?? "text",
    size: size ?? statSync(path, { throwIfNoEntry: false })?.size ?? 0,
  };
}

function missing(name: string, message: string): Input {
  return { kind: "missing", name: shownPath(name), code: "no-file", message };
}

/** What the system says about a file, in words. */
export function why(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file or folder",
    EACCES: "no permission to read it",
    EPERM: "no permission to read it",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is no folder",
    ELOOP: "it is a link that leads back to itself",
    EMFILE: "too many files are open",
  };
  return words[code ?? ""] ?? code ?? message;
}

/** By character codes: the same order on every machine. */
function byCode(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
