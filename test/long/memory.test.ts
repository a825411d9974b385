import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

const home = mkdtempSync(join(tmpdir(), "trade-figures-memory-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const program = resolve("dist/esm/cli/main.js");
const env = { ...process.env, TRADE_FIGURES_CACHE: join(home, "cache") };

test("a document that takes too much memory is named, and the rest of its archive is read", () => {
  const lines = ["It rose 5%.", "Sales rose 5% to $105.1m from $100m. ".repeat(15_000), "It fell 4%."];
  writeFileSync(join(home, "a.jsonl"), lines.map((text) => JSON.stringify({ text })).join("\n"));
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, "check", join(home, "a.jsonl"), "--jsonl", "--max-memory", "48", "--jobs", "1"],
    { env, encoding: "utf8" },
  );
  const found = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(found.map((one) => one.code ?? "read")).toEqual(["read", "limit", "read"]);
  expect(stderr).toMatch(/a\.jsonl:2: it took more than 48 MB of memory \(--max-memory\)/);
  expect(status).toBe(3);
});
