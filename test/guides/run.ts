import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type Block, blocksOf, replaced, shows, typescriptOf } from "./blocks.js";
import { programOf } from "./program.js";

/** The pages whose blocks are run. */
export const FOLDER = "notebooks/guides";
export const pages = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => join(FOLDER, name));

/** A page as it was written, and with what its blocks gave. */
export interface Ran {
  readonly written: string;
  readonly found: string;
}

/**
 * Runs the blocks of a page in a folder of its own: files are written and commands run as they come, then TypeScript runs
 * as one program. A `text` block behind commands or TypeScript is what they print; behind an expression, `// …` is its value.
 */
export async function runPage(path: string): Promise<Ran> {
  const written = readFileSync(path, "utf8");
  const blocks = blocksOf(written);
  const folder = mkdtempSync(resolve("test/guides/.run-"));
  try {
    const parts: { start: number; end: number; text: string }[] = [];
    const printed = (block: Block, text: string) => {
      const next = blocks[blocks.indexOf(block) + 1];
      if (next?.language !== "text" || next.file !== undefined) return;
      if (!shows(next.code.trim(), text.trim()))
        parts.push({ ...next, text: text.trim() === "" ? "" : `${text.trim()}\n` });
    };
    for (const block of blocks) {
      if (block.file !== undefined) put(block.file, block.code, folder);
      else if (block.language === "sh") {
        const { code, out, err } = await run("bash", ["-c", SHELL + block.code], folder);
        const expected = Number(/exits with (\d)/.exec(block.code)?.[1] ?? 0);
        if (code !== expected) throw new Error(`${path}: exit ${code} of\n${block.code}${out}${err}`);
        printed(block, out);
      }
    }
    const own = typescriptOf(blocks);
    const program = programOf(own);
    if (own.length > 0) {
      writeFileSync(join(folder, "page.mjs"), program.told);
      const { code, out, err } = await run(process.execPath, ["page.mjs"], folder);
      if (code !== 0) throw new Error(`${path}: its TypeScript fails: ${err}`);
      const { results, printed: texts } = JSON.parse(out) as { results: string[]; printed: string[] };
      own.forEach((block, at) => {
        printed(block, texts[at] ?? "");
      });
      program.results.forEach((one, at) => {
        const result = results[at] ?? "";
        if (!shows(one.shown, result)) parts.push({ ...one, text: result });
      });
    }
    return { written, found: replaced(written, parts) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function put(file: string, text: string, folder: string): void {
  const target = resolve(folder, file);
  if (!target.startsWith(`${folder}/`)) throw new Error(`${file} lies outside the page's folder`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}

// `npm install` asks no registry here: what it would do is done by links.
const SHELL = `
npx() { shift; node "$ROOT/dist/esm/cli/main.js" "$@"; }
npm() {
  if [ "$1" = install ]; then
    mkdir -p node_modules/.bin
    ln -s "$ROOT" node_modules/trade-figures
    ln -s "$ROOT/dist/esm/cli/main.js" node_modules/.bin/trade-figures
  else command npm --silent "$@"; fi
}
`;

function run(program: string, args: readonly string[], folder: string) {
  const env = {
    ...process.env,
    ROOT: resolve("."),
    NO_COLOR: "1",
    TRADE_FIGURES_CACHE: join(folder, ".cache"),
  };
  return new Promise<{ code: number | null; out: string; err: string }>((done, fail) => {
    const child = spawn(program, args, { cwd: folder, env, timeout: 200_000 });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      out += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      err += text;
    });
    child.on("error", fail).on("close", (code) => done({ code, out, err }));
  });
}
