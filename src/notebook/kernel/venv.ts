import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../data/file/draft.js";
import { packageFolder } from "../../data/file/folder.js";
import { FigureError } from "../../errors.js";

/**
 * The local virtual environment made from requirements.txt: made when it is not there or the requirements changed.
 * @returns its folder of programs
 * @throws FigureError "missing-package" with what pip said
 */
export function ensureVenv(project: string, onProgress: (text: string) => void): string {
  const own = join(project, "requirements.txt");
  // A project of one's own may have none: the package's says which Jupyter was tried with it.
  const requirements = existsSync(own) ? own : join(packageFolder(), "requirements.txt");
  if (!existsSync(requirements)) {
    throw new FigureError("no-file", `no requirements.txt in ${project}: it says which Jupyter is set up`);
  }
  const folder = join(project, ".venv");
  const programs = join(folder, process.platform === "win32" ? "Scripts" : "bin");
  const mark = join(folder, "requirements.sha256");
  const wanted = createHash("sha256").update(readFileSync(requirements)).digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === `${wanted} 2`) return programs;
  onProgress("setting up Jupyter in .venv from requirements.txt (about 20 seconds)");
  rmSync(folder, { recursive: true, force: true });
  const python = process.platform === "win32" ? "python" : "python3";
  step(python, ["-m", "venv", folder], project);
  step(
    join(programs, "python"),
    ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements],
    project,
  );
  // JupyterLab's scripts are CommonJS; without this they would take this package's "module" for their own.
  writeWhole(join(folder, "package.json"), '{ "type": "commonjs" }\n');
  writeWhole(mark, `${wanted} 2`);
  return programs;
}

function step(program: string, args: string[], cwd: string): void {
  const done = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (done.status === 0) return;
  const said = (done.error?.message ?? done.stderr).trim().split("\n").slice(-3).join("\n");
  throw new FigureError(
    "missing-package",
    `Jupyter could not be set up (${program} ${args.slice(0, 3).join(" ")}): ${said}`,
  );
}
