import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jupyter } from "../support/once.js";

const found = await jupyter();

describe.runIf(found !== undefined)("a kernel under attack", () => {
  const folder = mkdtempSync(join(tmpdir(), "trade-figures-hostile-"));
  let got: Readonly<Record<string, unknown>>;

  beforeAll(() => {
    // A folder of notebooks that brings its own "trade-figures" and "tslab" along.
    for (const [name, file] of [
      ["trade-figures", "dist/cjs/notebook/kernel.js"],
      ["tslab", "dist/main.js"],
    ] as const) {
      const path = join(folder, "node_modules", name, file);
      mkdirSync(join(path, ".."), { recursive: true });
      writeFileSync(
        path,
        `require("node:fs").writeFileSync(${JSON.stringify(join(folder, "planted"))}, "");`,
      );
      writeFileSync(
        join(folder, "node_modules", name, "package.json"),
        JSON.stringify({ name, version: "9.9.9", main: file }),
      );
    }
    const { python, env } = found as NonNullable<typeof found>;
    const program = join(import.meta.dirname, "../support/hostile.py");
    const printed = execFileSync(python, [program, "trade-figures", folder], {
      env,
      encoding: "utf8",
      timeout: 280_000,
    });
    got = JSON.parse(printed.trim().split("\n").at(-1) as string);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("drops a forged message without a word, on any channel, and runs nothing of it", () => {
    expect([got["answered"], got["others"], got["ran"], got["alive"]]).toEqual([0, [], false, true]);
  });

  test("runs a message once that is sent again", () => {
    expect(got["count"]).toMatch(/count is 100\D/);
  });

  test("runs nothing that the folder of the notebooks brings along as it starts", () => {
    expect(existsSync(join(folder, "planted"))).toBe(false);
  });

  test("goes on after process.exit in a timer, and answers an error whose stack throws", () => {
    expect([got["exit"], got["getter"]]).toEqual([true, true]);
  });

  test("cuts off what a cell puts out beyond all use", () => {
    expect(got["flood"]).toBeGreaterThan(63);
    expect(got["flood"]).toBeLessThan(72);
  });

  test("ends when it is told to, also where a cell listens", () => {
    expect(got["ended"]).toBe(true);
  });

  test("ends with the process that started it, its cells' children too, also where a cell spins", () => {
    expect(got["orphans"]).toBe(0);
  });
});
