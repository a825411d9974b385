/** The program that makes a snapshot: `node make-snapshot.js PATH`, in a folder from which tslab is found. */
import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { packageFolder } from "../../data/file/folder.js";
import { GROUND } from "../tslab/ground.js";
import { loadTslab, tslabEntry } from "../tslab/tslab.js";
import { leaveNewest } from "./cache-folder.js";
import { Child } from "./child-process.js";
import { begunWith } from "./snapshot.js";

const PATIENCE_MS = 600_000;
const MAKING = "-making-";
/** Each takes some fifty megabytes. */
const MOST = 4;
const DOORS = ["", "/data", "/table", "/chart", "/notebook", "/rates", "/report"];

const CELL = DOORS.map((door, i) => `import * as door${i} from "trade-figures${door}"; door${i};`).join("\n");

async function main(path: string): Promise<void> {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  const draft = mkdtempSync(`${folder}${MAKING}`);
  try {
    process.chdir(packageFolder());
    const compiler = createRequire(tslabEntry(false) as string).resolve("@tslab/typescript-for-tslab");
    const entry = join(draft, "entry.js");
    writeFileSync(entry, entryText(compiler, declarations()));
    const blob = join(draft, "snapshot.blob");
    const args = [...begunWith(blob), "--build-snapshot", entry];
    const { status } = spawnSync(process.execPath, args, { stdio: "ignore", timeout: PATIENCE_MS });
    if (status !== 0 || !(await serves(blob))) return;
    renameSync(blob, path);
    leaveNewest(folder, MOST);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    sweep(dirname(folder));
  }
}

/** Removes what processes left that were killed while they made one. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.includes(MAKING))) {
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > 2 * PATIENCE_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** The files of declarations that a cell needs which imports every door. */
function declarations(): readonly string[] {
  const converter = loadTslab().createConverter(process.cwd());
  converter.convert("", CELL);
  const files = converter.files() ?? [];
  converter.close();
  return files.filter((name) => /\.d\.[cm]?ts$/.test(name));
}

/**
 * What runs while the snapshot is made. It can require modules of Node alone, so it holds the text of the compiler; and
 * nothing of this process may be in it: where the program runs is asked for when it does.
 */
function entryText(compiler: string, files: readonly string[]): string {
  const at = JSON.stringify(compiler);
  return `
const ts = (() => {
  const module = { exports: {} }, exports = module.exports;
  const __filename = ${at}, __dirname = ${JSON.stringify(dirname(compiler))};
${readFileSync(compiler, "utf8")}
  return module.exports;
})();
const { readFileSync, statSync } = require("fs");
const files = new Map();
for (const name of ${JSON.stringify(files)}) {
  const { size, mtimeMs } = statSync(name);
  const file = ts.createSourceFile(name, readFileSync(name, "utf8"), { languageVersion: ts.ScriptTarget.ES2022 });
  ts.bindSourceFile(file, { target: ts.ScriptTarget.ES2022 });
  files.set(name, { file, size, mtimeMs });
}
globalThis[Symbol.for(${JSON.stringify(GROUND)})] = { path: ${at}, ts, files };
require("v8").startupSnapshot.setDeserializeMainFunction(() => {
  require("module").createRequire(process.argv[1])(process.argv[1]);
});
`;
}

/** Whether a process that begins with it compiles a cell. */
async function serves(blob: string): Promise<boolean> {
  const child = new Child("compile-and-draw-process", [], process.cwd(), undefined, blob);
  try {
    const asked = { kind: "compile", notebook: 0, declarations: "", source: "const n: number = 1;" };
    const answer = (await child.ask(asked)) as { converted?: { output?: string; diagnostics: unknown[] } };
    const { output = "", diagnostics } = answer.converted ?? { diagnostics: [{}] };
    return diagnostics.length === 0 && output.includes("n = 1");
  } catch {
    return false;
  } finally {
    child.stop();
  }
}

void main(process.argv[2] as string);
