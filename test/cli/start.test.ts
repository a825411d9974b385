import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { COMMANDS } from "../../src/cli/commands.js";

/** The files of the build that are read before a program's first line runs. */
function readAtStart(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/^import\b[^"]*"(\.[^"]+)"/gm)) {
    readAtStart(join(dirname(file), path as string), found);
  }
  return found;
}

test("the list of commands says of each what the command says of itself", async () => {
  for (const { name, says, load } of COMMANDS) {
    const command = await load();
    expect([command.name(), command.description()]).toEqual([name, says]);
  }
});

test("the command starts without the library: only what a command needs is read, once it is asked for", () => {
  const files = [...readAtStart("dist/esm/cli/main.js")].map((file) => basename(file));
  expect(files).toContain("errors.js");
  for (const room of ["figure.js", "rate.js", "text.js", "check.js", "data.js", "notebook.js"]) {
    expect(files).not.toContain(room);
  }
});

test("an import of the core reads a file a room, and nothing of files, notebooks or the command", () => {
  const files = [...readAtStart("dist/esm/index.js")].map((file) => basename(file));
  expect(files.length).toBeLessThanOrEqual(10);
  for (const room of ["files.js", "data.js", "notebook.js", "chart.js"]) expect(files).not.toContain(room);
});
