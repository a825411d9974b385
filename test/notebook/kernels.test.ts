import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { loadTslab, TSLAB_VERSION } from "../../src/notebook/tslab.js";
import { jupyter, probe, python } from "../support/jupyter.js";
import { deed, type Got, PROBES, type Probe } from "../support/probes.js";

const found = jupyter();

test("tslab is the pinned version and has the internals that are used", () => {
  const { createConverter, createExecutor, jupyter: messages } = loadTslab();
  expect(TSLAB_VERSION).toBe("1.0.22");
  expect([typeof createConverter, typeof createExecutor]).toEqual(["function", "function"]);
  expect([typeof messages.JupyterHandlerImpl, typeof messages.ZmqServer]).toEqual(["function", "function"]);
  expect(typeof messages.ZmqServer.prototype.handleExecute).toBe("function");
});

describe.runIf(found !== undefined)("the project's kernel, over ZeroMQ", () => {
  let got: Got[][];

  beforeAll(() => {
    got = probe("trade-figures", PROBES, found as NonNullable<typeof found>);
  });

  test.each(PROBES.map(({ title }, i) => [title, i] as const))("is right about %s", (_, i) => {
    const [asked, answered] = [PROBES[i] as Probe, got[i] as Got[]];
    expect(asked.right(answered), deed(asked, answered)).toBe(true);
  });
});

const NBCLIENT = `
import json, sys, warnings
warnings.filterwarnings("ignore")
import nbformat
from nbclient import NotebookClient
nb = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(nb, timeout=120, kernel_name=sys.argv[2], resources={"metadata": {"path": "notebooks"}}).execute()
errors = [o["evalue"] for c in nb.cells for o in c.get("outputs", []) if o["output_type"] == "error"]
errors += [o["text"] for c in nb.cells for o in c.get("outputs", []) if o["output_type"] == "stream" and o["name"] == "stderr"]
shown = sum(1 for c in nb.cells for o in c.get("outputs", []) if o["output_type"] == "display_data")
last = "".join(o.get("text", "") or o["data"]["text/plain"] for o in nb.cells[-1]["outputs"])
print(json.dumps([errors, shown, last.strip()]))
`;

describe.runIf(found !== undefined).each(["tslab", "trade-figures"])(
  "every notebook runs through nbclient on the kernel %s",
  (kernel) => {
    test.each(readdirSync("notebooks").filter((name) => name.endsWith(".ipynb")))("%s", (name) => {
      const [errors, shown, last] = python(
        NBCLIENT,
        [`notebooks/${name}`, kernel],
        found as NonNullable<typeof found>,
      ) as [string[], number, string];
      expect(errors).toEqual([]);
      expect(shown).toBeGreaterThan(0);
      expect(last).toContain("holds");
    });
  },
);
