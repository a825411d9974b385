import { afterEach, expect, test, vi } from "vitest";
import { figure } from "../../src/index.js";
import { CHANNEL, show } from "../../src/notebook/show.js";

const world = globalThis as { Deno?: unknown; [CHANNEL]?: unknown };
afterEach(() => {
  delete world.Deno;
  delete world[CHANNEL];
  vi.restoreAllMocks();
});

test("the project's kernel gets one message with every form", async () => {
  const messages: object[] = [];
  world[CHANNEL] = (bundle: object) => messages.push(bundle);
  await show([figure("5%")], { caption: "One figure" });
  expect(messages).toHaveLength(1);
  expect(Object.keys(messages[0] ?? {})).toEqual(["text/html", "text/plain"]);
});

test("Deno's kernel gets the same bundle, as it is", async () => {
  const calls: unknown[][] = [];
  world.Deno = { jupyter: { display: async (...all: unknown[]) => calls.push(all) } };
  await show(figure("42.64bn yuan"));
  expect(calls).toEqual([
    [expect.objectContaining({ "text/plain": "CNY 42.64bn, between 42.635bn and 42.645bn" }), { raw: true }],
  ]);
});

test("anywhere else, in Deno outside a notebook as well, it is printed as text", async () => {
  Object.defineProperty(world, "Deno", {
    configurable: true,
    value: Object.defineProperty({}, "jupyter", {
      get: () => {
        throw new Error("Deno.jupyter is only available in a notebook");
      },
    }),
  });
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  await show(figure("5%"));
  expect(written).toHaveBeenCalledWith("5%, between 4.5% and 5.5%\n");
});
