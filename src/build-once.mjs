// Builds where a source is newer than what was built from it: a clone that was built starts at once.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** What each step of `npm run build` writes last. */
const built = ["dist/esm/cli/main.js", "dist/checker.html", "dist/live/notices.txt"];
const sources = ["src", "data", "package.json", "tsconfig.json"];

const newest = (path) => {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const oldest = () => Math.min(...built.map((path) => statSync(path).mtimeMs));
if (!built.every(existsSync) || oldest() < Math.max(...sources.map(newest))) {
  const { status } = spawnSync("npm", ["run", "--silent", "build"], { stdio: "inherit", shell: true });
  process.exitCode = status ?? 1;
}
