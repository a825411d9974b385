import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseNotebook } from "../../src/notebook/index.js";
import { type NotebookRun, runAll } from "../../src/notebook/run/run.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-hostile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const notebook = (...cells: unknown[]) =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells });
const code = (source: string) => ({
  cell_type: "code",
  metadata: {},
  source,
  outputs: [],
  execution_count: null,
});
function put(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("notebooks that are none", () => {
  test.each([
    ["a null cell", notebook(null), "cell 1: is no cell"],
    ["a cell of no kind", notebook(code("1"), { source: "1" }), "cell 2: is no cell"],
    ["a cell without source", notebook({ cell_type: "code", metadata: {} }), "cell 1: has no source"],
    ["a source of numbers", notebook({ cell_type: "code", source: [1] }), "cell 1: has no source"],
    ["metadata that is a list", notebook({ ...code("1"), metadata: [] }), "cell 1: its metadata"],
    ["tags that are a word", notebook({ ...code("1"), metadata: { tags: "x" } }), "cell 1: its tags"],
    ["cells that are an object", '{"nbformat":4,"cells":{}}', "is no Jupyter notebook"],
    ["half a file", '{"nbformat":4,"cel', "is not JSON"],
  ])("%s is named with its place", (_, text, message) => {
    expect(() => parseNotebook(text, "x.ipynb")).toThrow(message);
  });

  test("a cell without metadata is a cell without metadata", () => {
    expect(parseNotebook(notebook({ cell_type: "markdown", source: "a" }), "x").cells[0]?.metadata).toEqual(
      {},
    );
  });
});

describe("several in one run", () => {
  const seen = new Map<string, NotebookRun>();
  beforeAll(async () => {
    const paths = [
      put("broken.ipynb", "{"),
      put(
        "sends.ipynb",
        notebook(
          code(
            "process.send!(null as never); process.send!({ answer: 0, error: null } as never); console.log('on');",
          ),
          code(
            "const trap = new Error('x'); Object.defineProperty(trap, 'stack', { get() { throw 1; } }); throw trap;",
          ),
        ),
      ),
      put(
        "loud.ipynb",
        notebook(
          code("const mb = 'x'.repeat(1_000_000); for (let i = 0; i < 150; i++) process.stdout.write(mb);"),
        ),
      ),
      put("good.ipynb", notebook(code("console.log('ran');"))),
    ];
    for await (const ran of runAll(paths)) seen.set(basename(ran.path, ".ipynb"), ran);
  });

  test("one that cannot be run ends nothing but itself", () => {
    expect(seen.get("broken")?.error?.code).toBe("bad-data");
    const [cell] = seen.get("good")?.result?.notebook.cells ?? [];
    expect(cell?.outputs?.map((one) => "text" in one && one.text)).toEqual(["ran\n"]);
  });

  test("a cell that talks over its process's channel, or throws what cannot be looked at, fails alone", () => {
    const { failure } = seen.get("sends")?.result ?? {};
    expect([failure?.cell, failure?.message]).toEqual([2, "x"]);
  });

  test("output has a limit, which the cell is told", () => {
    const { failure, notebook: made } = seen.get("loud")?.result ?? {};
    expect(failure?.message).toMatch(/more than 100 MB/);
    expect(JSON.stringify(made).length).toBeLessThan(101_000_000);
  });
});

test.skipIf(process.platform !== "linux")("a runner that is killed leaves nothing running", async () => {
  const pids = join(folder, "pids");
  const endless = put(
    "endless.ipynb",
    notebook(
      code(
        `import { spawn } from 'node:child_process'; import { writeFileSync } from 'node:fs';
const child = spawn('sleep', ['600']); writeFileSync(${JSON.stringify(pids)}, process.pid + ' ' + child.pid); while (true) {}`,
      ),
    ),
  );
  const runner = spawn(process.execPath, [resolve("dist/esm/cli/main.js"), "run", endless], {
    stdio: "ignore",
  });
  const until = async (is: () => boolean) => {
    for (let i = 0; i < 1000 && !is(); i++) await new Promise((done) => setTimeout(done, 100));
    return is();
  };
  expect(await until(() => existsSync(pids) && readFileSync(pids, "utf8").includes(" "))).toBe(true);
  runner.kill("SIGKILL");
  const running = (pid: string) => {
    try {
      return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
    } catch {
      return false;
    }
  };
  const all = readFileSync(pids, "utf8").split(" ");
  expect(await until(() => !all.some(running))).toBe(true);
});
