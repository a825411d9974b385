import { mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { writeWhole } from "../../data/file/draft.js";
import { FigureError } from "../../errors.js";
import { programPath } from "../run/program-path.js";
import { TSLAB_VERSION, tslabEntry } from "../tslab/tslab.js";

interface Kernel {
  readonly name: string;
  readonly title: string;
  readonly argv: readonly string[];
}

/**
 * Writes the kernelspecs of the project's kernel and of stock tslab under `folder/kernels`. They name the programs that
 * this package has now, by their full paths: what a folder of notebooks brings along in its node_modules does not run
 * when a notebook in it is opened.
 * @returns the folders written
 * @throws FigureError "missing-package" without tslab
 */
export function installKernels(folder: string): string[] {
  const tslab = tslabEntry(false);
  if (tslab === undefined) {
    throw new FigureError(
      "missing-package",
      `the kernels need tslab, which is not installed beside trade-figures; run: npm install tslab@${TSLAB_VERSION}`,
    );
  }
  const start = "require(process.argv[1]).startKernel({configPath:process.argv[2]})";
  const kernels: readonly Kernel[] = [
    {
      name: "trade-figures",
      title: "TypeScript (trade-figures)",
      argv: [programPath("kernel")],
    },
    { name: "tslab", title: "TypeScript", argv: ["-e", start, join(dirname(tslab), "main.js")] },
  ];
  return kernels.map(({ name, title, argv }) => {
    const target = join(folder, "kernels", name);
    mkdirSync(target, { recursive: true });
    const spec = {
      argv: ["node", ...argv, "{connection_file}"],
      display_name: title,
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
