// What tsc does not write: the marker that makes dist/cjs CommonJS, the fonts, and the executable bit of the command.
import { chmodSync, cpSync, existsSync, writeFileSync } from "node:fs";

writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
for (const build of ["esm", "cjs"]) {
  cpSync("src/notebook/fonts", `dist/${build}/notebook/fonts`, { recursive: true });
}
const command = "dist/esm/cli/main.js";
if (existsSync(command)) chmodSync(command, 0o755);
