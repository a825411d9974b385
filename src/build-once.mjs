// Builds where a source is newer than what was built from it: a clone that was built starts at once.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What `npm run build` writes last. */
const built = "dist/checker.html";
const sources = ["src", "data", "package.json", "tsconfig.json"];

const newest = (path) => {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

if (!existsSync(built) || statSync(built).mtimeMs < Math.max(...sources.map(newest))) {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit", shell: true });
  process.exitCode = status ?? 1;
}
