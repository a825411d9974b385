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

test.each([[], ["--json"], ["--json", "--max-memory", "350"]])(
  "4 MB of figures are checked within a gigabyte, in pieces that lose none %j",
  (...flags) => {
    const path = join(home, "dense.txt");
    const lines = 105_000;
    writeFileSync(path, "Sales rose 5% to $105.1m from $100m.\n".repeat(lines));
    const said = `data:text/javascript,${encodeURIComponent('process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS));')}`;
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [
        "--import",
        said,
        program,
        "check",
        path,
        "--jobs",
        "1",
        "--max-seconds",
        "600",
        "--max-lines",
        "0",
        ...flags,
      ],
      { env, encoding: "utf8", maxBuffer: 1 << 30 },
    );
    expect(stderr).not.toMatch(/trade-figures: /);
    expect(status).toBe(0);
    const peak = Number(/peak (\d+)/.exec(stderr)?.[1]) / 1000;
    console.log(`${flags.join(" ")}: ${peak.toFixed(0)} MB at most`);
    expect(peak).toBeLessThan(flags.includes("350") ? 600 : 1000);
    if (flags[0] === "--json") expect(JSON.parse(stdout).summary.consistent).toBe(lines);
    else expect(stdout).toMatch(/105,?000 consistent/);
  },
);
