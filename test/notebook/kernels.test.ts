import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { notebookText } from "../../src/notebook/index.js";
import { loadTslab, TSLAB_VERSION } from "../../src/notebook/tslab/tslab.js";
import { type Jupyter, probe, throughNbclient } from "../support/jupyter.js";
import { jupyter } from "../support/once.js";
import { deed, type Got, PROBES, type Probe } from "../support/probes.js";

const found = await jupyter();

test("tslab is the pinned version and has the internals that are used", () => {
  const load = createRequire(resolve("package.json"));
  const { devDependencies, peerDependencies } = load("./package.json");
  const entry = load.resolve("tslab");
  const installed = createRequire(entry)("../package.json").version;
  expect([installed, devDependencies.tslab, peerDependencies.tslab]).toEqual(Array(3).fill(TSLAB_VERSION));

  const { createConverter, createExecutor, metadataOf, jupyter: messages } = loadTslab();
  expect([typeof createConverter, typeof createExecutor]).toEqual(["function", "function"]);
  expect(metadataOf("/** @module own */")).toEqual({ module: "own" });
  expect([typeof messages.JupyterHandlerImpl, typeof messages.ZmqServer]).toEqual(["function", "function"]);
  expect(typeof messages.ZmqServer.prototype.handleExecute).toBe("function");

  const converter = createConverter(tmpdir());
  const { diagnostics, output, declOutput, lines } = converter.convert("", "\n\nconst n: number = 1;");
  converter.close();
  const at = (output ?? "").split("\n").findIndex((line) => line.includes("n = 1"));
  expect([diagnostics.length, lines?.[at], declOutput?.includes("n: number")]).toEqual([0, 3, true]);
  // What watching.ts tells tslab's two timers apart by.
  const compiler = readFileSync(createRequire(entry).resolve("@tslab/typescript-for-tslab"), "utf8");
  expect(compiler).toContain("host.setTimeout(invalidateResolutionsOfFailedLookup,");
});

describe.runIf(found !== undefined)("the project's kernel, over ZeroMQ", () => {
  let got: Got[][];

  beforeAll(() => {
    got = probe("trade-figures", PROBES, found as Jupyter);
  });

  test.each(PROBES.map(({ title }, i) => [title, i] as const))("is right about %s", (_, i) => {
    const [asked, answered] = [PROBES[i] as Probe, got[i] as Got[]];
    expect(asked.right(answered), deed(asked, answered)).toBe(true);
  });
});

// A sample: the same program runs every notebook for the report's pages, and test/long runs each on both kernels.
test.runIf(found !== undefined)("a notebook runs through nbclient on stock tslab", () => {
  const { errors, shown, last } = throughNbclient("notebooks/00-start-here.ipynb", "tslab", found as Jupyter);
  expect(errors).toEqual([]);
  expect(shown).toBeGreaterThan(0);
  expect(last).toContain("holds");
});

test.runIf(found !== undefined)(
  "kernel install --user makes the kernel known to an existing Jupyter, and notebooks run on it",
  () => {
    const home = mkdtempSync(join(tmpdir(), "trade-figures-home-"));
    try {
      const { python: program, env } = found as Jupyter;
      const own = { ...env, HOME: home, XDG_DATA_HOME: "", JUPYTER_DATA_DIR: "", JUPYTER_PATH: "" };
      execFileSync(process.execPath, ["dist/esm/cli/main.js", "kernel", "install", "--user"], { env: own });
      const list = execFileSync(program, ["-m", "jupyter", "kernelspec", "list", "--json"], {
        env: own,
        encoding: "utf8",
      });
      const { kernelspecs } = JSON.parse(list) as {
        kernelspecs: Record<string, { resource_dir: string; spec: { argv: string[] } }>;
      };
      const { resource_dir, spec } = kernelspecs["trade-figures"] ?? { resource_dir: "", spec: { argv: [] } };
      expect(resource_dir.startsWith(home)).toBe(true);
      // The program of this package, by its full path: a folder of notebooks must not bring one of its own along.
      expect(spec.argv.slice(1)).toEqual([resolve("dist/cjs/notebook/kernel.js"), "{connection_file}"]);
      const small = join(home, "small.ipynb");
      const cells = [
        'import { figure } from "trade-figures";\nimport { show } from "trade-figures/notebook";\nawait show(figure("$5bn"));',
        'console.log(figure("42.64bn yuan").unit);',
      ].map((source) => ({ cell_type: "code" as const, metadata: {}, source }));
      writeFileSync(small, notebookText({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
      expect(throughNbclient(small, "trade-figures", { python: program, env: own })).toEqual({
        errors: [],
        shown: 1,
        last: "CNY",
      });
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
);
