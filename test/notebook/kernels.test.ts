import { readdirSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { loadTslab, TSLAB_VERSION } from "../../src/notebook/tslab.js";
import { jupyter, python } from "../support/jupyter.js";

const found = jupyter();

/** Runs cells on a kernel over ZeroMQ and prints, for each, its status and what came back. */
const PROBE = `
import json, sys, time, warnings
warnings.filterwarnings("ignore")
from jupyter_client.manager import KernelManager
name, cells, folder = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3]
km = KernelManager(kernel_name=name)
km.start_kernel(cwd=folder)
kc = km.client(); kc.start_channels(); kc.wait_for_ready(timeout=60)
out = []
for cell in cells:
    id = kc.execute(cell["code"], store_history=True)
    if cell.get("interrupt"):
        time.sleep(1.0); km.interrupt_kernel()
    got = {"stream": 0, "text": "", "mimes": [], "error": None, "count": None, "status": None}
    deadline = time.time() + 60
    idle = False
    while time.time() < deadline and not (idle and got["status"]):
        try:
            m = kc.get_iopub_msg(timeout=0.2)
            if m["parent_header"].get("msg_id") == id:
                t, c = m["msg_type"], m["content"]
                if t == "stream": got["stream"] += len(c["text"]); got["text"] = (got["text"] + c["text"])[-200:]; got["lines"] = got.get("lines", 0) + c["text"].count("\\n")
                elif t in ("display_data", "execute_result"): got["mimes"].append(sorted(c["data"]))
                elif t == "error": got["error"] = [c["ename"], c["evalue"]]
                elif t == "execute_input": got["count"] = c["execution_count"]
                elif t == "status" and c["execution_state"] == "idle": idle = True
        except Exception: pass
        if not got["status"]:
            try:
                r = kc.get_shell_msg(timeout=0.05)
                if r["parent_header"].get("msg_id") == id: got["status"] = r["content"]["status"]
            except Exception: pass
    out.append(got)
km.shutdown_kernel(now=True)
print(json.dumps(out))
`;

interface Got {
  readonly status: string;
  readonly lines?: number;
  readonly stream: number;
  readonly text: string;
  readonly mimes: string[][];
  readonly error: [string, string] | null;
  readonly count: number | null;
}

test("tslab is the pinned version and has the internals that are used", () => {
  const { createConverter, createExecutor, jupyter: messages } = loadTslab();
  expect(TSLAB_VERSION).toBe("1.0.22");
  expect([typeof createConverter, typeof createExecutor]).toEqual(["function", "function"]);
  expect([typeof messages.JupyterHandlerImpl, typeof messages.ZmqServer]).toEqual(["function", "function"]);
  expect(typeof messages.ZmqServer.prototype.handleExecute).toBe("function");
});

describe.runIf(found !== undefined)("the project's kernel, over ZeroMQ", () => {
  let got: Got[];

  beforeAll(() => {
    const cells = [
      { code: "for (let i = 0; i < 20000; i++) console.log(i);" },
      { code: "console.log('x'.repeat(50_000_000));" },
      { code: "const n: number = 'a';" },
      { code: "throw new RangeError('boom');" },
      { code: "console.log('after the error');" },
      { code: "Promise.reject(new Error('lost'));" },
      { code: "setTimeout(() => { throw new Error('late'); }, 0);" },
      { code: "process.exit(3);" },
      { code: "while (true) {}", interrupt: true },
      { code: "await new Promise(() => {});", interrupt: true },
      { code: "import { figure } from 'trade-figures';\nfigure('42.64bn yuan')" },
      {
        code: "import { show } from 'trade-figures/notebook';\nawait show([{ rate: '7.1792', day: '2023-10-23' }]);",
      },
      { code: "1 + 1" },
    ];
    got = python(
      PROBE,
      ["trade-figures", JSON.stringify(cells), "notebooks"],
      found as NonNullable<typeof found>,
    ) as Got[];
  });

  test("keeps 20,000 lines and 50 MB", () => {
    expect([got[0]?.status, got[0]?.lines]).toEqual(["ok", 20_000]);
    expect([got[1]?.status, got[1]?.stream]).toEqual(["ok", 50_000_001]);
  });

  test("gives errors their name and message, and runs the next cell", () => {
    expect(got[2]?.status).toBe("error");
    expect(got[2]?.error?.[1]).toContain("Type 'string' is not assignable to type 'number'");
    expect(got[3]?.error).toEqual(["RangeError", "boom"]);
    expect([got[4]?.status, got[4]?.text]).toEqual(["ok", "after the error\n"]);
  });

  test("fails the cell for what goes wrong behind its back", () => {
    expect(got[5]?.error).toEqual(["Error", "lost"]);
    expect(got[6]?.error).toEqual(["Error", "late"]);
    expect(got[7]?.error?.[1]).toContain("process.exit(3)");
  });

  test("is interrupted", () => {
    expect([got[8]?.status, got[9]?.status]).toEqual(["error", "error"]);
  });

  test("shows the last expression richly, and rows as a table, each in one message", () => {
    expect(got[10]?.mimes).toEqual([["text/html", "text/plain"]]);
    expect(got[11]?.mimes).toEqual([["text/html", "text/plain"]]);
    expect([got[12]?.text.trim(), got[12]?.count]).toEqual(["2", 13]);
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
