import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { writeWhole } from "../../data/file/write.js";

/** What starts a kernel, found from the folder in which it is started: no path of a machine is written down. */
const boot = (name: string, file: string, run: string) =>
  `const path=require('node:path');const search=(dir)=>{try{return require.resolve(${JSON.stringify(`${name}/package.json`)},{paths:[dir]})}catch{const up=path.dirname(dir);if(up===dir)throw new Error(${JSON.stringify(`${name} is not installed here`)});return search(up)}};const file=path.join(path.dirname(search(process.cwd())),${JSON.stringify(file)});process.argv.splice(1,0,file);${run}`;

const KERNELS = {
  "trade-figures": {
    display_name: "TypeScript (trade-figures)",
    code: boot("trade-figures", "dist/cjs/notebook/kernel.js", "require(file)"),
  },
  tslab: {
    display_name: "TypeScript",
    code: boot("tslab", "dist/main.js", "require(file).startKernel({configPath:process.argv[2]})"),
  },
} as const;

/**
 * Writes the kernelspecs of the project's kernel and of stock tslab under `folder/kernels`.
 * @returns the folders written
 */
export function installKernels(folder: string): string[] {
  return Object.entries(KERNELS).map(([name, { display_name, code }]) => {
    const target = join(folder, "kernels", name);
    mkdirSync(target, { recursive: true });
    const spec = {
      argv: ["node", "-e", code, "{connection_file}"],
      display_name,
      language: "typescript",
      interrupt_mode: "signal",
    };
    writeWhole(join(target, "kernel.json"), `${JSON.stringify(spec, undefined, 1)}\n`);
    return target;
  });
}

/** Where Jupyter and VS Code look for a user's kernels. */
export function userJupyterFolder(): string {
  if (process.env["JUPYTER_DATA_DIR"]) return process.env["JUPYTER_DATA_DIR"];
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return join(process.env["APPDATA"] || homedir(), "jupyter");
  return join(process.env["XDG_DATA_HOME"] || join(homedir(), ".local", "share"), "jupyter");
}
