// What tsc does not write: the marker that makes dist/cjs CommonJS, and the executable bit of the command.
import { chmodSync, existsSync, writeFileSync } from "node:fs";

writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
const command = "dist/esm/cli/main.js";
if (existsSync(command)) chmodSync(command, 0o755);
