// The notebooks in JupyterLab without a server: JupyterLite, from PyPI, with the core of live notebooks as its kernel.
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { inScript } from "./page-parts.mjs";

const HERE = "src/web/live/lite";
const CACHE = resolve("node_modules/.cache/trade-figures/lite");
const NAME = "trade-figures-kernel";
const HOME = "/trade-figures";
const unpacked = (name) => gunzipSync(Buffer.from(readFileSync(`dist/live/${name}`, "utf8"), "base64"));

/** Python's programs of an environment with JupyterLite, made once. */
function environment() {
  const venv = join(CACHE, "venv");
  const bin = join(venv, process.platform === "win32" ? "Scripts" : "bin");
  if (!existsSync(join(bin, "jupyter-lite"))) {
    console.error("setting up JupyterLite from PyPI …");
    execFileSync("python3", ["-m", "venv", venv]);
    execFileSync(join(bin, "python"), ["-m", "pip", "install", "-q", "-r", `${HERE}/requirements.txt`], {
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  return { venv, bin };
}

/** The kernel as a prebuilt extension of JupyterLab: a container, the worker, the declarations, the data. */
async function extension(folder) {
  const into = join(folder, "static");
  mkdirSync(into, { recursive: true });
  const bundle = await rolldown({ input: `${HERE}/kernel.ts`, platform: "browser", tsconfig: false });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  writeFileSync(join(into, "remoteEntry.js"), inScript(output[0].code));
  writeFileSync(join(into, "worker.js"), unpacked("worker.gz.txt"));
  writeFileSync(join(into, "types.json"), unpacked("types.gz.txt"));
  copyFileSync("dist/live/notices.txt", join(into, "notices.txt"));
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  const paths = [
    "package.json",
    ...readdirSync("data")
      .filter((name) => /\.(?:csv|json)$/.test(name))
      .map((name) => `data/${name}`),
    "data/rates/ecb.bin",
    "data/rates/h10.bin",
  ];
  const files = paths.map((path) => [`${HOME}/${path}`, readFileSync(path).toString("base64")]);
  writeFileSync(join(into, "files.json"), JSON.stringify(Object.fromEntries(files)));
  const jupyterlab = {
    extension: true,
    _build: { load: "static/remoteEntry.js", extension: "./extension" },
  };
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ name: NAME, version, license: "MIT", jupyterlab })}\n`,
  );
}

/**
 * Builds JupyterLite with the notebooks given into a folder.
 * @param notebooks paths of notebooks that need no Node
 */
export async function buildLab(target, notebooks) {
  const { venv, bin } = environment();
  await extension(join(venv, "share/jupyter/labextensions", NAME));
  const work = join(CACHE, "work");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(join(work, "files"), { recursive: true });
  for (const path of notebooks) copyFileSync(path, join(work, "files", path.split("/").at(-1)));
  rmSync(target, { recursive: true, force: true });
  const options = ["--lite-dir", work, "--output-dir", resolve(target), "--contents", "files"];
  execFileSync(
    join(bin, "jupyter"),
    ["lite", "build", ...options, "--apps", "lab", "--no-sourcemaps", "--no-unused-shared-packages"],
    { cwd: work, stdio: ["ignore", "ignore", "inherit"] },
  );
}
