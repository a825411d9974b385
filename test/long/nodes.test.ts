import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { npmEnv, Packed } from "../support/packed.js";

const LINE = "USD/CNY 7.3139, between 7.3067 and 7.3211";
const SOURCE = `
console.log(impliedRate(figure("42.64bn yuan"), figure("$5.83bn")).show());
console.log(openRateBook().rate("USD/CNY", "2023-10-23", { kind: "central-parity" }).quoted);
console.log(check(read("Exports rose 4.2% to 12.5 billion euros from 11.0 billion euros.")).claims[0].verdict);
console.log(typeof baselineChart);`;
const DOORS = {
  "trade-figures": "check, figure, impliedRate, read",
  data: "openRateBook",
  chart: "baselineChart",
};
const doors = Object.entries(DOORS).map(
  ([door, names]) => [door === "trade-figures" ? door : `trade-figures/${door}`, names] as const,
);
const EXPECTED = [LINE, "USD/CNY 7.1792", "inconsistent", "function"];

let packed: Packed;
beforeAll(() => {
  packed = new Packed();
});
afterAll(() => packed.remove());

/** Node's binary of a version, from the registry's package for this machine. */
function nodeOf(version: string): string {
  const folder = join(packed.home, `node-${version}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const name = `node-${process.platform}-${process.arch}`;
  execFileSync("npm", ["install", "--no-package-lock", `${name}@${version}`], {
    cwd: folder,
    env: npmEnv,
    stdio: "ignore",
  });
  return join(folder, "node_modules", name, "bin/node");
}

describe.each(["20", "22", "24"])("Node %s", (version) => {
  test("runs the packed package as ES module, as CommonJS and as command", () => {
    const program = nodeOf(version);
    const folder = packed.project(`on-${version}`, {
      "main.mjs": doors.map(([door, names]) => `import { ${names} } from "${door}";`).join("\n") + SOURCE,
      "main.cjs":
        doors.map(([door, names]) => `const { ${names} } = require("${door}");`).join("\n") + SOURCE,
    });
    const run = (...args: string[]) =>
      execFileSync(program, args, { cwd: folder, encoding: "utf8" }).trim().split("\n");
    expect(run("--version")[0]).toMatch(new RegExp(`^v${version}\\.`));
    expect(run("main.mjs")).toEqual(EXPECTED);
    expect(run("main.cjs")).toEqual(EXPECTED);
    const command = "node_modules/trade-figures/dist/esm/cli/main.js";
    expect(run(command, "rate", "42.64bn yuan", "$5.83bn")).toEqual([LINE]);
  });
});
