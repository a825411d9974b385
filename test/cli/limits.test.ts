import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { clean, printable } from "../../src/cli/door.js";
import { within } from "../../src/cli/text/deadline.js";
import { DEFAULTS } from "../../src/cli/text/defaults.js";
import { htmlText } from "../../src/cli/text/input/html-text.js";
import { PageNames } from "../../src/cli/text/output/page-names.js";
import type { Settings, Task } from "../../src/cli/text/types.js";
import { Work } from "../../src/cli/text/work.js";
import { command } from "../support/command.js";

const home = mkdtempSync(join(tmpdir(), "trade-figures-limits-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const program = resolve("dist/esm/cli/main.js");
const env = { ...process.env, TRADE_FIGURES_CACHE: join(home, "cache") };
const settings: Settings = {
  ...DEFAULTS,
  wants: { text: false, json: true, page: false },
  maxBytes: 4e6,
};
const page = (html: string): Task => ({
  kind: "bytes",
  name: "page.html",
  format: "html",
  bytes: new TextEncoder().encode(html),
});

describe("a document has a time", () => {
  test("whatever loop or pattern it is in, and the next piece of work is done", () => {
    for (const endless of [
      () => {
        for (;;);
      },
      () => /^(a+)+$/.test(`${"a".repeat(60)}b`),
      () => {
        try {
          for (;;);
        } catch {
          return "caught";
        }
      },
    ])
      expect(() => within(0.05, 7, endless)).toThrow(/more than 7 s \(--max-seconds\)/);
    expect(within(5, 5, () => 42)).toBe(42);
    expect(() =>
      within(5, 5, () => {
        throw new RangeError("its own");
      }),
    ).toThrow(RangeError);
  });

  test("one that takes longer is named with a code, and its neighbours are read", async () => {
    const hasty: { -readonly [K in keyof Settings]: Settings[K] } = { ...settings };
    const work = await Work.of(hasty);
    await work.do(
      { kind: "bytes", name: "first", format: "text", bytes: new TextEncoder().encode("It rose 5%.") },
      0,
    );
    hasty.maxSeconds = 1;
    const long = "Sales rose 5% to $105.1m from $100m. ".repeat(40_000);
    const lines = ["It rose 5%.", long, "It fell 4%."].map((text, i) => ({
      number: i + 1,
      bytes: new TextEncoder().encode(JSON.stringify({ text })),
    }));
    const outcomes = await work.do({ kind: "lines", name: "a.jsonl", lines }, 1);
    expect(outcomes.map((one) => (one.ok ? "read" : one.code))).toEqual(["read", "limit", "read"]);
    expect(JSON.parse((outcomes[1] as { json: string }).json)).toEqual({
      name: "a.jsonl:2",
      code: "limit",
      error: "it took more than 1 s (--max-seconds)",
    });
  });
});

describe("pages that were made to hang", () => {
  test("a style of comments that never end is read in one pass", () => {
    expect(htmlText(`<p style="${"/*".repeat(500_000)}">It rose 5%.</p>`).text).toBe("It rose 5%.");
    expect(htmlText(`<p style="${"/* ".repeat(300_000)}*/display:none">Hidden.</p>`).text).toBe("");
  });

  test("elements without end are refused, ordinary ones are not", async () => {
    const work = await Work.of(settings);
    for (const html of [
      "<div>".repeat(100_000),
      `${"<span>".repeat(100_000)}${"</p>".repeat(100_000)}`,
      `${"<b><i>".repeat(50_000)}5%`,
    ]) {
      const [outcome] = await work.do(page(html), 1);
      expect(outcome).toMatchObject({ ok: false, code: "limit" });
      expect((outcome as { message: string }).message).toMatch(/nested more than 1500 deep/);
    }
    expect(htmlText(`${"<div>".repeat(500)}It rose 5%.`).text).toBe("It rose 5%.");
    expect(htmlText("<p>It rose 5%.".repeat(10_000)).text).toContain("It rose 5%.\n\nIt rose 5%.");
  });

  test.skipIf(process.platform === "win32")("a pipe that gives nothing ends with the signal", async () => {
    const pipe = join(home, "pipe.txt");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const child = spawn(process.execPath, [program, "check", pipe, "--out", join(home, "never.txt")], {
      env,
      stdio: "ignore",
    });
    const ended = new Promise((done) => child.on("exit", (_, signal) => done(signal)));
    await new Promise((done) => setTimeout(done, 1500));
    child.kill("SIGTERM");
    expect(await ended).toBe("SIGTERM");
    expect(readdirSync(home).filter((name) => name.endsWith(".part") || name === "never.txt")).toEqual([]);
  });
});

describe("the door of output", () => {
  test("what would steer a terminal is shown as its code; the command's own colours pass where they are wanted", () => {
    const hostile = "\u001b]0;title\u0007\u001b[2J\u009b31m\u202eevil\r";
    const shown = "\\u001b]0;title\\u0007\\u001b[2J\\u009b31m\\u202eevil\\u000d";
    expect(clean(hostile)).toBe(shown);
    expect(printable(`\u001b[1m${hostile}\u001b[22m`, true)).toBe(`\u001b[1m${shown}\u001b[22m`);
    expect(printable("\u001b[31mred\u001b[39m", false)).toBe("\\u001b[31mred\\u001b[39m");
    // A text of JSON says the same behind the door.
    expect(JSON.parse(clean(JSON.stringify(hostile)))).toBe(hostile);
  });

  test("what a command prints goes through it", () => {
    const args = ["figure", "5\u001b]0;x\u0007"];
    const { stdout, stderr } = spawnSync(process.execPath, [program, ...args], { env, encoding: "utf8" });
    expect(stderr).toContain("5\\u001b]0;x\\u0007");
    expect(stdout + stderr).not.toContain("\u001b");
  });

  test.skipIf(!existsSync("/dev/full"))("a full disk behind standard output is one line and exit 3", () => {
    const { stderr, status } = spawnSync(
      "/bin/sh",
      ["-c", `"${process.execPath}" "${program}" figure 5% > /dev/full`],
      { env, encoding: "utf8" },
    );
    expect([stderr, status]).toEqual(["trade-figures: cannot write the output: the disk is full\n", 3]);
  });

  test("with --json an error has a code", async () => {
    const error = async (...args: string[]) => JSON.parse((await command([...args, "--json"])).out).error;
    expect(await error("figure", "many")).toMatchObject({ code: "unreadable", at: 0 });
    expect(await error("figure", "5%", "--nope")).toMatchObject({ code: "usage" });
  });
});

test("the page of a text has a name that a file can have, in any script", () => {
  const names = new PageNames();
  const long = `${"贸易".repeat(60)}.txt`;
  const made = [names.of(long), names.of(long), names.of(`${"🚢".repeat(90)}x.txt`)];
  for (const name of made) expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  expect(new Set(made).size).toBe(3);
  expect(made[0]).toMatch(/^(?:贸易|易)+.*\.txt\.html$/);
  for (const name of made) writeFileSync(join(home, name), "");
});

test("every finding of check and read has a code", async () => {
  const text = "Exports rose 4.2% to 12.5bn euros from 11.0bn euros. It paid 42.64bn yuan ($5.83bn).";
  const task: Task = { kind: "bytes", name: "t", format: "text", bytes: new TextEncoder().encode(text) };
  const codes = async (mode: Settings["mode"]) => {
    const [one] = await (await Work.of({ ...settings, mode })).do(task, 1);
    return JSON.parse((one as { json: string }).json).findings.map((each: { code: string }) => each.code);
  };
  expect(await codes("check")).toEqual(["growth-inconsistent", expect.stringMatching(/^conversion-/)]);
  expect(await codes("read")).toEqual(["growth-read", "conversion-read"]);
});
