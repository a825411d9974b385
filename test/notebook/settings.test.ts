import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { notebookText, run } from "../../src/notebook/index.js";

// Inside the project, where a notebook finds the package by its name.
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(resolve("notebooks/.test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function failure(...cells: string[]): Promise<string | undefined> {
  const path = join(folder, "notebook.ipynb");
  const made = cells.map((source) => ({ cell_type: "code" as const, metadata: {}, source }));
  writeFileSync(path, notebookText({ cells: made, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
  const done = await run(path);
  return done.failure && `${done.failure.cell}: ${done.failure.message}`;
}

test("cells are checked as strictly as the tsconfig.json beside them says", async () => {
  const loose = "const first = (list: string[]) => list[0].length;\nconst same = (x) => x;";
  expect(await failure(loose)).toBeUndefined();
  const settings = (options: object) =>
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
  settings({ strict: true });
  expect(await failure(loose)).toContain("Parameter 'x' implicitly has an 'any' type");
  settings({ strict: true, noImplicitAny: false, noUncheckedIndexedAccess: true, noUnusedLocals: true });
  expect(await failure(loose)).toContain("Object is possibly 'undefined'");
  settings({ strict: "very" });
  await expect(failure(loose)).rejects.toThrow(
    "the tsconfig.json beside the notebooks: Compiler option 'strict' requires a value of type boolean.",
  );
});

test("reload() takes up a new build without a restart, its code and its types", async () => {
  copyPackage();
  const build = [
    'import fs from "node:fs";',
    'const door = "node_modules/trade-figures/dist/cjs/";',
    'fs.appendFileSync(door + "node.js", "\\nexports.built = () => 2;\\n");',
    'fs.appendFileSync(door + "index.d.ts", "\\nexport declare function built(): number;\\n");',
    // The compiler looks at files four times a second.
    "await new Promise((done) => setTimeout(done, 2000));",
  ].join("\n");
  const use = 'import { built } from "trade-figures";\nif (built() !== 2) throw new Error("another build");';
  const load = 'import { figure } from "trade-figures";\nfigure("1");';
  expect(await failure(load, build, use)).toContain("3: ");
  copyPackage();
  const reload = 'import { reload } from "trade-figures/notebook";\nreload();';
  expect(await failure(load, build, reload, use)).toBeUndefined();
});

/** A project of its own with a copy of the package, which a test may build anew. */
function copyPackage(): void {
  const copy = join(folder, "node_modules/trade-figures");
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  cpSync("package.json", join(copy, "package.json"));
  cpSync("dist", join(copy, "dist"), { recursive: true });
}
