import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { keepJson } from "../../data/file/draft.js";
import { type Converted, type Metadata, TSLAB_VERSION } from "../tslab/tslab.js";
import { ancestors, leaveNewest } from "./cache-folder.js";
import { programPath } from "./program-path.js";

/** A cell after compiling: plain data, which another process can run. */
export interface Compiled {
  readonly metadata: Metadata;
  readonly converted?: Converted;
}

/** A file as it was when a cell was compiled: its path, size, time and content. */
type Seen = readonly [path: string, size: number, ms: number, hash: string];

/** What the answers of a compiler rest on: files as they are, and folders of packages that are not there. */
interface Ground {
  readonly files: readonly Seen[];
  readonly absent: readonly string[];
}

interface Kept {
  readonly ground: string;
  readonly compiled: Compiled;
}

const MOST = 1000;

const hashOf = (...parts: (string | Buffer)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 32);
};

/**
 * The cells of a folder of notebooks that were compiled without an error, kept beside its packages for the next run.
 * One is found again where the cell, the declarations before it, the settings, and every file that its types come from
 * are what they were. A cell with an error is compiled, and told, each time.
 */
export class CompiledCells {
  private readonly place: string | undefined;
  private readonly settings: string;
  private readonly written = new Set<string>();
  private readonly looked = new Map<string, { readonly at: number; readonly stands: boolean }>();
  private readonly seen = new Map<string, Seen | undefined>();

  constructor(private readonly folder: string) {
    const above = ancestors(folder);
    const packages = above.find((one) => existsSync(join(one, "node_modules")));
    this.place = packages && join(packages, "node_modules/.cache/trade-figures/cells");
    this.settings = hashOf(TSLAB_VERSION, process.version, folder, text(join(folder, "tsconfig.json")));
  }

  find(declarations: string, source: string): Compiled | undefined {
    if (this.place === undefined) return undefined;
    try {
      const kept = JSON.parse(readFileSync(this.file(declarations, source), "utf8")) as Kept;
      return this.stands(kept.ground) ? kept.compiled : undefined;
    } catch {
      return undefined; // not kept, or not by this version
    }
  }

  /** @param files those that its types come from */
  keep(declarations: string, source: string, compiled: Compiled, files: readonly string[]): void {
    if (this.place === undefined) return;
    try {
      const above = ancestors(this.folder).map((one) => join(one, "node_modules"));
      const nearest = above.findIndex(existsSync);
      const others = [
        programPath("compile-and-draw-process"),
        join(above[nearest] as string, ".package-lock.json"),
      ];
      const all = [...files, ...others].map((path) => this.look(path)).filter((one) => one !== undefined);
      const ground: Ground = { files: all, absent: above.slice(0, nearest) };
      const id = hashOf(...all.flatMap(([path, , , hash]) => [path, hash]), ...ground.absent);
      mkdirSync(this.place, { recursive: true });
      if (!this.written.has(id)) {
        leaveNewest(this.place, MOST);
        keepJson(join(this.place, `ground-${id}.json`), ground);
        this.written.add(id);
      }
      keepJson(this.file(declarations, source), { ground: id, compiled } satisfies Kept);
    } catch {
      // A folder that may not be written to, or a file that is gone: the next run compiles again.
    }
  }

  private file(declarations: string, source: string): string {
    return join(this.place as string, `${hashOf(this.settings, declarations, source)}.json`);
  }

  /** Whether what a cell rests on is what it was; looked at four times a second, as tslab's compiler does. */
  private stands(id: string): boolean {
    const known = this.looked.get(id);
    if (known !== undefined && performance.now() - known.at < 250) return known.stands;
    const { files, absent } = JSON.parse(
      readFileSync(join(this.place as string, `ground-${id}.json`), "utf8"),
    ) as Ground;
    const same = ([path, size, ms, hash]: Seen) => {
      const now = statSync(path, { throwIfNoEntry: false });
      return now?.size === size && (now.mtimeMs === ms || hashOf(readFileSync(path)) === hash);
    };
    const stands = files.every(same) && !absent.some(existsSync);
    this.looked.set(id, { at: performance.now(), stands });
    return stands;
  }

  private look(path: string): Seen | undefined {
    if (!this.seen.has(path)) {
      const now = statSync(path, { throwIfNoEntry: false });
      this.seen.set(path, now && [path, now.size, now.mtimeMs, hashOf(readFileSync(path))]);
    }
    return this.seen.get(path);
  }
}

const text = (path: string): string => (existsSync(path) ? readFileSync(path, "utf8") : "");
