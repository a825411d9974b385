import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as later } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RatesByKey } from "../../src/data/columns/rates.js";
import { DuckDb } from "../../src/data/sql/duckdb.js";
import { FileTable } from "../../src/data/sql/files.js";
import { writeConverted } from "../../src/data/sql/write.js";
import { loadCustoms } from "../../src/data/trade-table/load.js";
import { command } from "../support/command.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-faults-"));
const at = (name: string) => join(folder, name);
const program = resolve("dist/esm/cli/main.js");
const disk = at("disk");
mkdirSync(disk);

/** A disk of 1 MB where this user may mount one; elsewhere a limit of 1 MB on files stands for it. */
const mounted =
  spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], { stdio: "ignore" }).status === 0;
afterAll(() => {
  if (mounted) execFileSync("umount", [disk]);
  rmSync(folder, { recursive: true, force: true });
});

const rates = ["--to", "USD", "--rates", at("rates.csv")];
const ROWS = 3_000_000;
const random = "CAST(CAST(hash(i) % 100000000000 AS BIGINT) / 100 AS DECIMAL(18,2))";

beforeAll(async () => {
  writeFileSync(at("rates.csv"), "month,rate\n2023-01,6.7\n2023-02,6.9\n");
  const duck = await DuckDb.open();
  await duck.rows(
    `COPY (SELECT '2023-0' || (1 + i % 2) AS month, ${random} AS value FROM range(${ROWS}) r(i)) TO '${at("t.parquet")}'`,
  );
  await duck.rows(`COPY (FROM '${at("t.parquet")}') TO '${at("t.csv")}'`);
  await duck.rows(`COPY (FROM '${at("t.parquet")}' LIMIT 100000) TO '${at("few.parquet")}'`);
  await duck.close();
});

/** The command in a process that may write files of at most 1 MB. */
const limited = (...args: string[]) =>
  spawnSync("bash", ["-c", 'ulimit -f 1000 && exec "$0" "$@"', process.execPath, program, "table", ...args], {
    encoding: "utf8",
  });

test(`a full disk (${mounted ? "a tmpfs of 1 MB" : "ulimit -f in its place: this user may not mount"}) is named, the old file stays, and nothing lies beside it`, async () => {
  for (const ending of ["csv", "parquet"]) {
    const out = join(disk, `usd.${ending}`);
    writeFileSync(out, "old\n");
    const args = ["convert", at("t.parquet"), ...rates, "--out", out];
    const { code, err } = mounted ? await command(["table", ...args]) : said(limited(...args));
    expect([code, err]).toEqual([
      3,
      `trade-figures: cannot write ${out}: ${mounted ? "the disk is full" : "it grows beyond the size that a file may have here (ulimit -f)"}\n`,
    ]);
    expect(readFileSync(out, "utf8")).toBe("old\n");
    expect(readdirSync(disk)).toEqual([`usd.${ending}`]);
    rmSync(out);
  }
});

const said = ({ status, stderr }: { status: number | null; stderr: string }) => ({
  code: status,
  err: stderr,
});

test("so is a limit on the size of files, for sums by many keys too", () => {
  mkdirSync(at("limit"));
  for (const [task, ...more] of [
    ["convert", ...rates],
    ["summary", "--by", "value"],
  ] as const) {
    const out = at("limit/out.csv");
    const { code, err } = said(limited(task, at("few.parquet"), ...more, "--out", out));
    expect([task, code, err]).toEqual([
      task,
      3,
      `trade-figures: cannot write ${out}: it grows beyond the size that a file may have here (ulimit -f)\n`,
    ]);
    expect(readdirSync(at("limit"))).toEqual([]);
  }
});

test("what fits neither into memory nor onto the disk is said so", async () => {
  for (const [temporary, says] of [
    [disk, mounted ? "the disk is full: DuckDB keeps there" : "DuckDB"],
    ["", "DuckDB needs more memory than it may use"],
  ] as const) {
    const duck = await DuckDb.open({ memory: "30MB", threads: 1, temporary });
    await expect(
      duck.rows(
        "SELECT COUNT(*) FROM (SELECT k, SUM(v) FROM (SELECT (i * 7919) % 3000017 AS k, i AS v FROM range(6000000) r(i)) GROUP BY k)",
      ),
    ).rejects.toThrow(says);
    await duck.close();
  }
});

/** Sends the signal once `ready` says so, as often as asked. @returns what the process said and how it ended */
async function interrupted(
  args: readonly string[],
  signal: NodeJS.Signals,
  ready: (pid: number) => boolean,
  times = 1,
) {
  const child = spawn(process.execPath, [program, "table", ...args]);
  let err = "";
  child.stderr.on("data", (part) => {
    err += part;
  });
  const ended = new Promise<number | NodeJS.Signals | null>((done) =>
    child.once("close", (code, by) => done(code ?? by)),
  );
  while (child.exitCode === null && !ready(child.pid as number)) await later(2);
  for (let i = 0; i < times; i++) {
    // Two at the same time are one to the system.
    if (i > 0) await later(1);
    child.kill(signal);
  }
  return { code: await ended, err };
}

test("ctrl-C while a file is written leaves the old one and nothing beside it", async () => {
  mkdirSync(at("writing"));
  const out = at("writing/usd.csv");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    writeFileSync(out, "old\n");
    const args = ["convert", at("t.parquet"), ...rates, "--out", out];
    const found = await interrupted(args, signal, () => readdirSync(at("writing")).length > 1);
    expect([signal, found]).toEqual([signal, { code: 3, err: "trade-figures: cancelled\n" }]);
    expect(readdirSync(at("writing"))).toEqual(["usd.csv"]);
    expect(readFileSync(out, "utf8")).toBe("old\n");
  }
});

test("a second ctrl-C waits for nothing, and leaves nothing beside the old file either", async () => {
  mkdirSync(at("twice"));
  const out = at("twice/usd.csv");
  writeFileSync(out, "old\n");
  const args = ["convert", at("t.parquet"), ...rates, "--out", out];
  const { code } = await interrupted(args, "SIGINT", () => readdirSync(at("twice")).length > 1, 2);
  // The engine may have ended before the second one came.
  expect([130, 3, "SIGINT"]).toContain(code);
  expect(readdirSync(at("twice"))).toEqual(["usd.csv"]);
  expect(readFileSync(out, "utf8")).toBe("old\n");
});

test.runIf(process.platform === "linux")("ctrl-C while files are loaded ends the command", async () => {
  const reads = (name: string) => (pid: number) => {
    try {
      return readdirSync(`/proc/${pid}/fd`).some((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`) === at(name));
    } catch {
      // A file was closed between the two calls.
      return false;
    }
  };
  writeFileSync(at("comtrade.csv"), comtrade(400_000));
  for (const [name, ...args] of [
    ["t.csv", "summary", at("t.csv")],
    ["comtrade.csv", "mirror", at("comtrade.csv"), "--exporter", "CHN", "--importer", "RUS"],
  ] as const) {
    const found = await interrupted(args, "SIGINT", reads(name));
    const by =
      args[0] === "mirror" ? { code: "SIGINT", err: "" } : { code: 3, err: "trade-figures: cancelled\n" };
    expect([name, found]).toEqual([name, by]);
  }
});

test.runIf(process.platform === "linux")(
  "ctrl-C ends a comparison whose thread is busy, and hears no signal",
  async () => {
    // A pipe in place of a large file: reading it keeps the thread until it is closed.
    const pipe = at("pipe.json");
    execFileSync("mkfifo", [pipe]);
    let writer: FileHandle | undefined;
    const opened = open(pipe, "w").then((handle) => {
      writer = handle;
    });
    const args = ["mirror", pipe, "--exporter", "CHN", "--importer", "RUS"];
    const ended = interrupted(args, "SIGINT", () => writer !== undefined);
    await opened;
    // Where the signal was swallowed the process ends by what it read.
    const closed = later(2000).then(() => writer?.close());
    expect(await ended).toEqual({ code: "SIGINT", err: "" });
    await closed;
  },
);

function comtrade(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, i) => `CHN,156,X,RUS,643,${100_000 + (i % 800_000)},2023,${i}.5`,
  );
  return `reporterISO,reporterCode,flowCode,partnerISO,partnerCode,cmdCode,period,primaryValue\n${lines.join("\n")}\n`;
}

test("a signal in the middle ends opening, loading and writing", async () => {
  const cancelled = async (work: (signal: AbortSignal) => Promise<unknown>) => {
    const stop = new AbortController();
    const done = work(stop.signal);
    setTimeout(() => stop.abort(), 5);
    await expect(done).rejects.toThrow(/^cancelled$/);
  };
  await cancelled((signal) => FileTable.open([at("t.csv")], { keys: ["month"], signal }));
  writeFileSync(at("c.csv"), comtrade(50_000));
  await cancelled((signal) => loadCustoms(at("c.csv"), { signal }));
  const [names = "", ...cells] = comtrade(20_000).trim().split("\n");
  const objects = cells.map((line) =>
    Object.fromEntries(line.split(",").map((cell, i) => [names.split(",")[i], cell])),
  );
  writeFileSync(at("c.json"), JSON.stringify({ data: objects }));
  await cancelled((signal) => loadCustoms(at("c.json"), { signal }));
  const table = await FileTable.open([at("t.parquet")], { keys: ["month"] });
  await cancelled((signal) => table.load("CNY", signal));
  const usd = RatesByKey.of("USD/CNY", { "2023-01": "6.7", "2023-02": "6.9" });
  await cancelled((signal) => writeConverted(table, at("cut.csv"), { from: "CNY", rates: usd, signal }));
  expect(readdirSync(folder).filter((name) => name.includes("cut"))).toEqual([]);
  // The table is as good as before.
  expect((await table.load("CNY")).value.length).toBe(ROWS);
  await table.close();
});
