import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
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
      const own = spawnSync("jupyter", ["lab", "--version"], { encoding: "utf8" }).status === 0;
      const program = own
        ? "jupyter"
        : join(
            ensureVenv(project, (text) => process.stderr.write(`${text}\n`)),
            "jupyter",
          );
      const path = [join(project, ".jupyter"), process.env["JUPYTER_PATH"]]
        .filter(Boolean)
        .join(process.platform === "win32" ? ";" : ":");
      const done = spawnSync(
        program,
        ["lab", existsSync("notebooks") ? "notebooks" : ".", DEFAULT, ...args],
        {
          stdio: "inherit",
          env: { ...process.env, JUPYTER_PATH: path },
        },
      );
      process.exitCode = done.status ?? 1;
    });
}
