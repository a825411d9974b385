import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Command } from "commander";
import { installKernels, userJupyterFolder } from "../notebook/kernel/install.js";
import { ensureVenv } from "../notebook/kernel/venv.js";
import { needTslab } from "../notebook/tslab/tslab.js";
import { examples } from "./examples.js";
import { print } from "./output.js";

export function kernelCommand(): Command {
  const install = new Command("install")
    .description("write the kernelspecs of the project's kernel and of stock tslab")
    .option("--into <folder>", "a folder of the project", ".jupyter")
    .option("--user", "for this user: an existing Jupyter and VS Code find them there")
    .addHelpText("after", examples("kernel install", "kernel install --user"))
    .action(({ into, user }: { into: string; user?: boolean }) => {
      // A user's kernel looks for tslab in each notebook's own project; the project's looks here.
      if (!user) needTslab();
      const written = installKernels(user ? userJupyterFolder() : into);
      print(`written: ${written.join(", ")}`, written, false);
    });
  return new Command("kernel").description("the notebook kernels").addCommand(install);
}

/** A program that the shell would find; asking it for its version takes Python a second. */
function onPath(name: string): string | undefined {
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, file))
    .find(existsSync);
}

/** New notebooks get the project's kernel. */
const DEFAULT = "--MultiKernelManager.default_kernel_name=trade-figures";

export function labCommand(): Command {
  return new Command("lab")
    .description(
      "open JupyterLab on the notebooks, with the project's kernel; sets Jupyter up in .venv where it is not found",
    )
    .argument("[arguments...]", "passed on to jupyter lab")
    .allowUnknownOption()
    .action((args: string[]) => {
      const project = process.cwd();
      needTslab();
      installKernels(join(project, ".jupyter"));
      const program =
        onPath("jupyter-lab") ??
        join(
          ensureVenv(project, (text) => process.stderr.write(`${text}\n`)),
          "jupyter-lab",
        );
      const path = [join(project, ".jupyter"), process.env["JUPYTER_PATH"]].filter(Boolean).join(delimiter);
      const done = spawnSync(program, [existsSync("notebooks") ? "notebooks" : ".", DEFAULT, ...args], {
        stdio: "inherit",
        env: { ...process.env, JUPYTER_PATH: path },
      });
      process.exitCode = done.status ?? 1;
      if (done.status !== 0 && process.getuid?.() === 0 && !args.includes("--allow-root"))
        process.stderr.write(
          "trade-figures: Jupyter does not run as root unless it is told to: npx trade-figures lab -- --allow-root (in a clone: npm run lab -- --allow-root)\n",
        );
    });
}
