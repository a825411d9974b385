import { runInNewContext } from "node:vm";
import { rolldown } from "rolldown";
import { beforeAll, expect, test } from "vitest";
import type { FromWorker, ToWorker } from "../../src/web/live/protocol.js";

let script: string;
beforeAll(async () => {
  const bundle = await rolldown({
    input: "src/web/live/lite/kernel.ts",
    tsconfig: false,
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  script = output[0].code;
});

interface Kernel {
  readonly ready: Promise<void>;
  executeRequest(content: { code: string }): Promise<{ status: string; evalue?: string }>;
  completeRequest(content: { code: string; cursor_pos: number }): Promise<{ matches: string[] }>;
}

class StandIn {
  onmessage: (event: { data: FromWorker }) => void = () => {};
  onerror: (event: { message?: string }) => void = () => {};
  readonly asked: ToWorker[] = [];
  postMessage(message: ToWorker): void {
    this.asked.push(message);
    if (message.ask === "open") this.onmessage({ data: { tell: "ready" } });
  }
}

/** The kernel as JupyterLite makes it, with a worker that answers what a test says. */
async function made(fetched: (address: string) => Promise<object>): Promise<[Kernel, StandIn]> {
  const worker = new StandIn();
  class BaseKernel {
    executionCount = 1;
    publishExecuteError(): void {}
    stream(): void {}
  }
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals
  const page: any = {
    document: { currentScript: { src: "https://lab.example/kernel/remoteEntry.js" } },
    URL,
    fetch: fetched,
    atob,
    Worker: function Worker() {
      return worker;
    },
  };
  runInNewContext(script, page);
  const container = page._JUPYTERLAB["trade-figures-kernel"];
  container.init({
    "@jupyterlite/services": { one: { get: async () => () => ({ BaseKernel, IKernelSpecs: {} }) } },
  });
  const plugin = (await container.get())().default;
  let create: (options: object) => Promise<Kernel>;
  plugin.activate(undefined, { register: (kernel: { create: typeof create }) => (create = kernel.create) });
  return [await create!({}), worker];
}

const there = async () => ({ ok: true, json: async () => ({}) });
const asksToRun = ({ asked }: StandIn) => asked.filter((one) => one.ask === "run").length;

test("a kernel whose files cannot be fetched says so in each cell", async () => {
  const causes: [() => Promise<object>, string][] = [
    [() => Promise.reject(new TypeError("Failed to fetch")), "Failed to fetch"],
    [async () => ({ ok: false, status: 404 }), "types.json: HTTP status 404"],
  ];
  for (const [fetched, why] of causes) {
    const [kernel, worker] = await made(fetched);
    await kernel.ready;
    for (let i = 0; i < 2; i++)
      expect(await kernel.executeRequest({ code: "1" })).toMatchObject({
        status: "error",
        evalue: `the kernel could not be loaded: ${why}`,
      });
    expect((await kernel.completeRequest({ code: "fig", cursor_pos: 3 })).matches).toEqual([]);
    expect(asksToRun(worker)).toBe(0);
  }
});

test("an error of the worker ends the cell that runs, and its late answer ends no other", async () => {
  const [kernel, worker] = await made(there);
  const first = kernel.executeRequest({ code: "1" });
  await expect.poll(() => asksToRun(worker)).toBe(1);
  worker.onerror({ message: "out of memory" });
  expect(await first).toMatchObject({ status: "error", evalue: "out of memory" });
  const second = kernel.executeRequest({ code: "2" });
  await expect.poll(() => asksToRun(worker)).toBe(2);
  const failure = { name: "Error", message: "of the first", problems: [], trace: [] };
  worker.onmessage({ data: { tell: "ran", cell: 1, failure } });
  worker.onmessage({ data: { tell: "ran", cell: 2 } });
  expect(await second).toMatchObject({ status: "ok" });
});
