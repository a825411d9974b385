import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { readBytes, readText } from "../../data/file/bytes.js";
import { packageFolder } from "../../data/file/folder.js";
import { FigureError } from "../../errors.js";
import { plotlySource } from "../picture/plotly-source.js";
import { scriptHash } from "../picture/script-hash.js";
import { type Notebook, sourceOf } from "../run/ipynb.js";
import { plainChecks } from "../tslab/strictness.js";
import { type NotebookHtmlOptions, notebookToHtml } from "./notebook-page.js";

export interface LivePageOptions extends NotebookHtmlOptions {
  /** The folder of the notebook: files that its cells name are looked for there, and a tsconfig.json. */
  readonly folder?: string;
  /** What the notebook is called in errors. */
  readonly name?: string;
}

/** Where the page finds the files that it carries: see `web/live/node/files.ts`. */
const HOME = "/trade-figures";
const MOST_FILES_MB = 8;

/**
 * A notebook as one HTML page in which its cells run, in any browser and without a network: TypeScript cells are checked
 * and run by the compiler that the page carries. It holds what the cells ask for: the data of the package where they open
 * them, files beside the notebook that they name, the chart library where they draw.
 * @throws FigureError "no-file" in a clone that is not built, "missing-package" where plotly is needed, "bad-data" for
 *   imports of other packages, "limit" for files beyond 8 MB
 */
export function livePage(notebook: Notebook, options: LivePageOptions = {}): string {
  const code = notebook.cells
    .filter((cell) => cell.cell_type === "code")
    .map(sourceOf)
    .join("\n");
  const script = part("page.js");
  const policy = [
    "default-src 'none'",
    `script-src ${scriptHash(script)} blob:`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "font-src data:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  refuseOthers(code, options.name ?? "the notebook");
  const charts = /\bchart/i.test(code) ? plotlySource([]).read() : undefined;
  const parts = {
    notices: part("notices.txt"),
    worker: part("worker.gz.txt"),
    types: part("types.gz.txt"),
    files: packed(JSON.stringify(filesFor(code, options.folder))),
    checks: packed(JSON.stringify(options.folder === undefined ? {} : plainChecks(options.folder))),
    ...(charts === undefined ? {} : { plotly: packed(charts) }),
  };
  const scripts = Object.entries(parts).map(
    ([id, text]) => `<script type="text/plain" id="${id}">${text}</script>\n`,
  );
  const tools = `<div id="live-tools" role="group" aria-label="Notebook" hidden><button type="button" id="live-run">Run all</button><button type="button" id="live-stop" disabled>Stop</button><button type="button" id="live-restart">Restart</button><p id="live-status" role="status">The compiler is starting…</p></div>`;
  return notebookToHtml(notebook, {
    ...options,
    policy,
    head: `<style>${part("style.css")}</style>`,
    top: tools,
    tail: `${scripts.join("")}<script type="module">${script}</script>\n`,
  });
}

const DOORS = ["", "/chart", "/data", "/rates", "/table", "/notebook"].map((door) => `trade-figures${door}`);

/** A notebook that imports what no page carries would fail at its first cell: better said before it is written. */
function refuseOthers(code: string, name: string): void {
  const imported = [...code.matchAll(/^\s*import\b[^"';]*["']([^"']+)["']/gm)].map(
    (found) => found[1] as string,
  );
  const other = imported.find((one) => !DOORS.includes(one));
  if (other === undefined) return;
  throw new FigureError(
    "bad-data",
    `${name} imports ${other}, and in a page cells import trade-figures and its doors alone; export it without --live`,
    { file: name },
  );
}

function part(name: string): string {
  const path = join(packageFolder(), "dist", "live", name);
  if (!existsSync(path)) {
    throw new FigureError("no-file", "the parts of live notebooks are not built: run npm run build first", {
      file: path,
    });
  }
  return readText(path);
}

const packed = (text: string) => gzipSync(text, { level: 9 }).toString("base64");

/** The files that cells open, by their path in the page, as base64. */
function filesFor(code: string, folder: string | undefined): Record<string, string> {
  const paths = new Map<string, string>();
  const root = packageFolder();
  paths.set(`${HOME}/package.json`, join(root, "package.json"));
  if (/\bopen(?:Data|RateBook|Tables)\b|\bcheckData\b|\brateEntries\b/.test(code)) {
    for (const name of readdirSync(join(root, "data"))) {
      if (/\.(?:csv|json)$/.test(name)) paths.set(`${HOME}/data/${name}`, join(root, "data", name));
    }
  }
  if (/\bopenRateBook\b|\bbundledRates\b/.test(code)) {
    for (const name of ["ecb.bin", "h10.bin"])
      paths.set(`${HOME}/data/rates/${name}`, join(root, "data", "rates", name));
  }
  // Any text of a cell that names a file beside the notebook.
  for (const [, name] of folder === undefined ? [] : code.matchAll(/["'`]([^"'`\n]{1,200}\.\w{1,8})["'`]/g)) {
    const path = resolve(folder as string, name as string);
    const inside = !relative(dirname(resolve(folder as string)), path).startsWith("..");
    if (inside && existsSync(path) && statSync(path).isFile()) paths.set(resolve(HOME, name as string), path);
  }
  const files = [...paths].map(([at, path]) => [at, readBytes(path)] as const);
  const size = files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  if (size > MOST_FILES_MB * 1024 * 1024) {
    throw new FigureError(
      "limit",
      `the files that the cells name have ${(size / 1024 / 1024).toFixed(1)} MB, and a page carries at most ${MOST_FILES_MB} MB`,
    );
  }
  return Object.fromEntries(files.map(([at, bytes]) => [at, bytes.toString("base64")]));
}
