import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { command } from "../support/command.js";

const home = mkdtempSync(join(tmpdir(), "trade-figures-read-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const program = resolve("dist/esm/cli/main.js");
const CACHE = { TRADE_FIGURES_CACHE: join(home, "cache") };
const env = { ...process.env, ...CACHE };

async function run(args: readonly string[], input: string | Buffer = "") {
  const done = await command(args, { cwd: home, env: CACHE, input });
  expect(done.err).not.toMatch(/\n\s+at /);
  return done;
}

function put(name: string, content: string | Buffer): string {
  mkdirSync(join(home, name, ".."), { recursive: true });
  writeFileSync(join(home, name), content);
  return name;
}

const GOOD = "Shipments came to 42.64bn yuan ($5.83bn).\n";
const BAD = "Exports rose 4.2% to 12.5 billion euros from 11.0 billion euros.\n";
/** Makes a text long enough that threads get their share of it: figures are what takes time. */
const WORDS = "Nothing of this is a figure. ".repeat(160);
put("good.txt", GOOD);
put("bad.txt", BAD);

test("read prints each figure and relation with its place, and says what it did not read", async () => {
  const { code, out } = await run(["read", "good.txt"]);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^good\.txt\n {2}1:19 {4}42\.64bn yuan +money: CNY 42\.64bn, between 42\.635bn and 42\.645bn/,
  );
  expect(out).toContain("conversion  42.64bn yuan ($5.83bn)");
  expect(out.replace(/\s+/g, " ")).toContain("implies USD/CNY 7.3139, between 7.3067 and 7.3211");
  expect(out).toMatch(/2 of 2 numbers read\n$/);
  // A year is no figure; what nothing else is said of is not checked.
  const alone = await run(["read"], "Exports rose 5% in 2023 to $21bn from $20bn. Oil cost $80 and tin $25.");
  expect(alone.out).toMatch(/6 of 6 numbers read, 2 of them in no relation\n$/);
  const checked = await run(
    ["check", "--format", "json"],
    "Exports rose 5% to $21bn from $20bn. Oil cost $80.",
  );
  expect(JSON.parse(checked.out).summary).toMatchObject({ numbers: 4, read: 4, unrelated: 1 });
  const columns = (await run(["read"], "In the first nine months of 2023 it rose 5%.")).out;
  expect(columns).toContain(`1:42    5%${" ".repeat("the first nine months of 2023".length)}percent: 5%`);
  const unread = (await run(["read", "--unread", "-"], "At 10:45 it rose 5%.")).out;
  expect(unread).toMatch(/1:4 +not read: 10/);
});

test("check says what holds and what does not, with repairs, and its exit code says it too", async () => {
  const good = await run(["check", "good.txt", "--published-on", "2023-10-23"]);
  expect([good.code, good.out.includes("✓ consistent  conversion")]).toEqual([0, true]);
  const bad = await run(["check", "good.txt", "bad.txt"]);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain(
    "✗ inconsistent  growth  rose 4.2% to 12.5 billion euros from 11.0 billion euros",
  );
  expect(bad.out).toContain("would hold with “12.0 billion euros” for “11.0 billion euros”");
  expect(bad.out).toMatch(/2 documents, .* 1 inconsistent/);
  expect((await run(["check"], "Prices tripled.")).out).toContain("– not computed  growth  tripled");
  expect((await run(["check", "bad.txt", "--explain"])).out).toContain("= growth: ");
  expect((await run(["check", "bad.txt", "--fail-on", "never"])).code).toBe(0);
  expect(await run(["check", "good.txt", "--quiet"])).toMatchObject({ code: 0, out: "" });
  expect((await run(["check", "bad.txt", "--quiet"])).out).not.toContain("documents");
});

test("check compares a text with published figures, names their rows, and writes proofs", async () => {
  put(
    "true.txt",
    "Trade between China and Russia was $240.1bn in 2023. China's exports of steel were $9bn in 2023.\n",
  );
  put("false.txt", "Trade between China and Russia was $204.1bn in 2023.\n");
  const good = await run(["check", "true.txt", "--data", "bundled"]);
  expect([good.code, good.out]).toEqual([0, expect.stringContaining("✓ consistent  published  $240.1bn")]);
  expect(good.out).toContain("not compared: $9bn (it is of “steel”)");
  const bad = await run(["check", "false.txt", "--data", "bundled", "--certificates", "proofs.json"]);
  expect(bad.code).toBe(1);
  expect(bad.out).toContain("✗ inconsistent  published  $204.1bn");
  expect(bad.out).toMatch(
    /USD 240\.11bn is published for total trade of CHN with RUS, 2023 \(trade\.csv\s+line \d+/,
  );
  expect(bad.out).toContain("would hold with “$240.1bn” for “$204.1bn”");
  const proofs = JSON.parse(readFileSync(join(home, "proofs.json"), "utf8"));
  expect(proofs).toHaveLength(1);
  expect(proofs[0]).toMatchObject({ document: "false.txt", text: "$204.1bn" });
  put(
    "rows.csv",
    "area,partner,flow,period,amount,source\nAtlantis,RUS,exports,2023,7.5bn yuan,Atlantis customs\n",
  );
  put("own.txt", "Atlantis's exports to Russia were 5.7bn yuan in 2023.\n");
  const own = await run(["check", "own.txt", "--data", "rows.csv", "--json"]);
  expect(own.code).toBe(1);
  const { documents } = JSON.parse(own.out);
  expect(documents[0].findings[0]).toMatchObject({
    kind: "published",
    code: "published-inconsistent",
    says: expect.stringContaining("(rows.csv line 2; Atlantis customs)"),
    certificate: { adds: expect.any(String) },
  });
  const none = await run(["check", "nowhere.txt"]);
  expect([none.code, none.out]).toEqual([3, "no document was read; 1 could not be read\n"]);
  const missing = await run(["check", "own.txt", "--data", "nowhere"]);
  expect([missing.code, missing.err]).toEqual([3, expect.stringContaining("nowhere: there is no such file")]);
  expect((await run(["check", "own.txt", "--revision", "2%"])).err).toContain("name them with --data");
  expect((await run(["check", "own.txt", "--certificates", "own.txt"])).err).toContain(
    "would be written over",
  );
});

test("JSON holds every document, figures by index, and failures by name", async () => {
  const { code, out } = await run(["check", "bad.txt", "nosuch.txt", "--json"]);
  const { documents, summary } = JSON.parse(out);
  expect(code).toBe(3);
  expect(documents[1]).toEqual({
    name: "nosuch.txt",
    code: "no-file",
    error: "there is no such file or folder",
  });
  const [finding] = documents[0].findings;
  expect(finding.verdict).toBe("inconsistent");
  expect(finding.figures.map((i: number) => documents[0].mentions[i].text)).toEqual([
    "4.2%",
    "12.5 billion euros",
    "11.0 billion euros",
  ]);
  expect(BAD.slice(finding.start, finding.end)).toBe(finding.text);
  expect(summary).toMatchObject({ documents: 1, failures: 1, inconsistent: 1 });
  expect((await run(["read", "nosuch.txt", "--json"])).out.replaceAll(/\s/g, "")).toMatch(
    /^\{"documents":\[\{.*\}\],"summary":/,
  );
});

test("an archive is read line by line; a bad line is named by its number and ends nothing", async () => {
  const lines = [
    '{"id":"a","text":"Up 5% to $3bn.","date":"2023-10-23T08:00:00Z"}',
    "{bad",
    "",
    '{"text":5}',
    '{"doc":{"body":"Down 3%."},"title":"x"}',
    '{"text":"Up 7%.","date":"2023-02-30"}',
    JSON.stringify({ text: "9% ".repeat(1000) }),
    '{"text":"cut',
  ];
  put("archive.jsonl", lines.join("\n"));
  const { code, out, err } = await run([
    "read",
    "archive.jsonl",
    "--jsonl",
    "--date-field",
    "date",
    "--max-bytes",
    "2000",
  ]);
  expect(code).toBe(3);
  const all = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(all.map((one) => one.name)).toEqual(
    [1, 2, 4, 5, 6, 7, 8].map((n) => `archive.jsonl:${n}${n === 1 ? " (a)" : ""}`),
  );
  expect(all[0].publishedOn).toBe("2023-10-23");
  expect(err).toMatch(/archive\.jsonl:2: not JSON/);
  expect(err).toMatch(/archive\.jsonl:4: found a number in "text"/);
  expect(err).toMatch(/archive\.jsonl:5: no field "text"; --field names another: doc, title/);
  expect(err).toMatch(/archive\.jsonl:6: found "2023-02-30" in "date", expected a day/);
  expect(err).toMatch(/archive\.jsonl:7: a line of 3011 bytes: at most 2000 are read/);
  expect(err).toMatch(/archive\.jsonl:8: the last line is cut off, or not JSON/);
  expect((await run(["read", "archive.jsonl", "--field", "doc.body"])).out).toContain("3%");
});

test("every number of threads gives the same output in the order of the input", async () => {
  const text = BAD + GOOD + WORDS;
  const many = Array.from({ length: 200 }, (_, id) => JSON.stringify({ id, text }));
  put("many.jsonl", `${many.join("\n")}\n`);
  for (const form of ["--jsonl", "--json"]) {
    const of = (jobs: string) => run(["read", "many.jsonl", form, "--jobs", jobs]);
    const [one, three] = [await of("1"), await of("3")];
    expect(one.code).toBe(0);
    expect(three.out).toBe(one.out);
  }
});

test("folders and patterns are read in order, links in them are not followed, and names with brackets are names", async () => {
  put("tree/b.md", GOOD);
  put("tree/sub/a.html", `<p>${BAD}</p>`);
  put("tree/sub/skip.dat", "1,2");
  put("tree/c[1].txt", GOOD);
  put("outside/secret.txt", "Up 99%.");
  symlinkSync("..", join(home, "tree/sub/up"));
  symlinkSync(join(home, "outside"), join(home, "tree/out"));
  symlinkSync(join(home, "outside/secret.txt"), join(home, "tree/link.txt"));
  const names = async (...args: string[]) =>
    (await run(["read", ...args, "--jsonl"])).out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).name);
  expect(await names("tree")).toEqual(["tree/b.md", "tree/c[1].txt", "tree/sub/a.html"]);
  expect(await names("tree/**/*.{md,html}", "tree/b.md")).toEqual(["tree/b.md", "tree/sub/a.html"]);
  expect(await names("tree/c[1].txt")).toEqual(["tree/c[1].txt"]);
  expect(await names("tree/link.txt")).toEqual(["tree/link.txt"]);
});

test("what cannot be read is said with its place in one line, and the rest is read", async () => {
  put("empty.txt", "");
  put("binary.txt", Buffer.from("ab\0c"));
  put("latin.txt", Buffer.from([0x61, 0xe4, 0x62]));
  put("utf16.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Up 5%.", "utf16le")]));
  put("binary.jsonl", Buffer.from("\0\n\0\n"));
  put("page.html", "<script>1%</script>");
  mkdirSync(join(home, "nothing"), { recursive: true });
  const args = [
    "empty.txt",
    "binary.txt",
    "latin.txt",
    "binary.jsonl",
    "page.html",
    "nothing",
    "no*.txt",
    "/dev/zero",
    "good.txt/x.txt",
  ];
  const { code, out, err } = await run(["read", ...args, "utf16.txt"]);
  expect([code, out.includes("utf16.txt\n  1:4     5%")]).toEqual([3, true]);
  expect(
    err
      .trim()
      .split("\n")
      .map((line) => line.replace("trade-figures: ", "")),
  ).toEqual([
    "empty.txt: it is empty: there is nothing to read",
    "binary.txt: found a NUL byte at byte 2: a binary file, or UTF-16 without its mark; expected text",
    "latin.txt: byte 1 (0xe4) is not UTF-8: save it as UTF-8 (GBK or another older encoding?)",
    "binary.jsonl: found a NUL byte at byte 0: a binary file; expected lines of JSON",
    "page.html: the page has no text: there is nothing to read",
    expect.stringMatching(/^nothing: the folder has no file to read/),
    "no*.txt: no file matches the pattern",
    expect.stringMatching(/^\/dev\/zero: \d+ bytes or more: at most 4194304 are read/),
    "good.txt/x.txt: a part of its path is no folder",
  ]);
});

test.skipIf(process.getuid?.() === 0)(
  "what may not be read is named, and what lies beside it is read",
  async () => {
    put("locked/open.txt", GOOD);
    put("locked/shut.txt", GOOD);
    put("locked/shut/a.txt", GOOD);
    chmodSync(join(home, "locked/shut.txt"), 0);
    chmodSync(join(home, "locked/shut"), 0);
    const { code, err } = await run(["read", "locked", "--quiet"]);
    chmodSync(join(home, "locked/shut"), 0o700);
    expect([code, err.match(/no permission to read it/g)?.length]).toEqual([3, 2]);
  },
);

test("wrong use exits with 2 before anything is written", async () => {
  const cases = [
    [/Allowed choices are text/, "--from", "odt"],
    [/cannot be used with option/, "--json", "--jsonl"],
    [/It is a whole number from 1/, "--jobs", "0"],
    [/"2023-13-01" is not a day|not a day/, "--published-on", "2023-13-01"],
    [/no locale/, "--locale", "x1"],
    [/is not a country code/, "--region", "Mars"],
    [/would be written over/, "--out", "good.txt"],
    [/name the same file/, "--out", "x.html", "--html", "x.html"],
  ] as const;
  for (const [message, ...flags] of cases) {
    const { code, err, out } = await run(["read", "good.txt", "--html", "never.html", ...flags]);
    const told = flags.includes("--json" as never) ? JSON.parse(out).error.code : out;
    expect([code, told, flags]).toEqual([2, flags.includes("--json" as never) ? "usage" : "", flags]);
    expect(err).toMatch(message);
  }
  expect(existsSync(join(home, "never.html"))).toBe(false);
  expect(readFileSync(join(home, "good.txt"), "utf8")).toBe(GOOD);
});

test("a day, a month and a year of publication are all taken", async () => {
  for (const day of ["2023-10-23", "2023-10", "2023"])
    expect(await run(["check", "good.txt", "--published-on", day])).toMatchObject({ code: 0 });
});

test("standard input is a text, a page or an archive", async () => {
  expect((await run(["read"], "Up 5%.")).out).toContain("1:4     5%");
  expect((await run(["read", "--from", "html", "-"], "<p>Up <b>5</b>%.</p>")).out).toContain("1:4     5%");
  expect((await run(["read", "--from", "jsonl"], '{"text":"Up 5%."}\n')).out).toContain("standard input:1\n");
  expect(await run(["read"], "")).toMatchObject({ code: 3 });
});

test("pages are written whole: one file, or a folder whose names cannot lead out of it", async () => {
  put(
    "x/../hostile.jsonl",
    `${JSON.stringify({ id: "../../<img src=x onerror=1>", text: `<script>alert(1)</script> ${BAD}` })}\n{"id":"index","text":"Up 5%."}\n{"id":"INDEX","text":"Up 6%."}\n`,
  );
  expect((await run(["check", "hostile.jsonl", "good.txt", "--html", "one.html", "--quiet"])).code).toBe(1);
  const page = readFileSync(join(home, "one.html"), "utf8");
  expect(page).not.toMatch(/<script|<img/);
  expect(page.match(/<article/g)).toHaveLength(4);
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  await run(["read", "hostile.jsonl", "--html", "pages"]);
  const files = readdirSync(join(home, "pages")).sort();
  expect(files).toHaveLength(4);
  expect(files.every((name) => /^[\p{L}\p{N}._-]+\.html$/u.test(name))).toBe(true);
  const index = readFileSync(join(home, "pages/index.html"), "utf8");
  for (const [, href] of index.matchAll(/<a href="([^"]+)"/g)) {
    expect(existsSync(join(home, "pages", decodeURIComponent(href as string)))).toBe(true);
  }
});

test("no page replaces a text that is read, under whatever name, nor a file that is none of ours", async () => {
  const refused = async (args: readonly string[], message: RegExp, kept: string) => {
    const before = readFileSync(join(home, kept), "utf8");
    const { code, err } = await run(args);
    expect([args, code]).toEqual([args, 2]);
    expect(err).toMatch(message);
    expect(readFileSync(join(home, kept), "utf8")).toBe(before);
  };
  put("over/index.html", `<p>${GOOD}</p>`);
  put("over/r.txt", GOOD);
  put("over/over-r.txt.html", `<p>${BAD}</p>`);
  const own = /over\/index\.html is read and would be written over: name another folder/;
  await refused(["read", "over/index.html", "--html", "over"], own, "over/index.html");
  const second = /over\/over-r\.txt\.html is read and would be written over/;
  await refused(["read", "over/r.txt", "over/over-r.txt.html", "--html", "over"], second, "over/index.html");
  symlinkSync("over/r.txt", join(home, "over-link.txt"));
  await refused(
    ["read", "over-link.txt", "--out", "over/r.txt"],
    /is read and would be written over/,
    "over/r.txt",
  );
  await refused(
    ["read", "over/r.txt", "--out", "over-link.txt"],
    /is read and would be written over/,
    "over/r.txt",
  );
  await refused(
    ["read", "good.txt", "--html", "over"],
    /index\.html is there and is no page of/,
    "over/index.html",
  );
  put("foreign/good.txt.html", "mine");
  await refused(
    ["read", "good.txt", "--html", "foreign"],
    /good\.txt\.html is there and/,
    "foreign/good.txt.html",
  );
  await refused(
    ["read", "good.txt", "--html", "p", "--out", "p/good.txt.html"],
    /name the same file/,
    "good.txt",
  );
  expect((await run(["read", "good.txt", "--html", "bad.txt"])).err).toMatch(
    /bad\.txt: there is a file of that name/,
  );
  // Names that only the lines of an archive give: another is found.
  put("foreign.jsonl", '{"id":"x","text":"Up 5%."}\n');
  put("archived/foreign.jsonl-1-x-.html", "mine");
  for (let i = 0; i < 2; i++)
    expect(await run(["read", "foreign.jsonl", "--html", "archived"])).toMatchObject({ code: 0, err: "" });
  expect(readdirSync(join(home, "archived")).sort()).toEqual([
    "foreign.jsonl-1-x--2.html",
    "foreign.jsonl-1-x-.html",
    "index.html",
  ]);
  expect(readFileSync(join(home, "archived/foreign.jsonl-1-x-.html"), "utf8")).toBe("mine");
});

test("the pages of a run are no texts of the next, wherever they lie", async () => {
  put("drafts/a.txt", GOOD);
  put("drafts/sub/b.md", BAD);
  const again = async (...args: string[]) => {
    const [first, next] = [await run(args), await run(args)];
    expect([args, first.code, next.code, next.out]).toEqual([args, 0, 0, first.out]);
    return next.err;
  };
  expect(await again("read", "drafts", "--html", "drafts/out")).toBe(
    "trade-figures: drafts/out is left out: the pages go there\n",
  );
  rmSync(join(home, "drafts/out"), { recursive: true });
  expect(await again("read", "drafts/**/*", "--html", "drafts")).toMatch(
    /^trade-figures: pages of an earlier run in drafts are left out\n$/,
  );
  expect(await again("read", "drafts/", "--html", "drafts", "--jsonl")).toContain("are left out");
  for (const name of readdirSync(join(home, "drafts")))
    if (name.endsWith(".html")) rmSync(join(home, "drafts", name));
  expect(await again("read", "drafts", "--html", "drafts/all.html")).toContain("all.html is left out");
  expect(await again("read", "drafts", "--html", "drafts/all.html", "--quiet")).toBe("");
});

test.skipIf(process.platform === "win32")(
  "a link stays a link, and a pipe and a device are written to",
  async () => {
    put("linked/real.json", "old");
    symlinkSync("linked/real.json", join(home, "to.json"));
    symlinkSync("linked/new.json", join(home, "dangling.json"));
    for (const [link, real] of [
      ["to.json", "linked/real.json"],
      ["dangling.json", "linked/new.json"],
    ] as const) {
      expect((await run(["read", "good.txt", "--out", link])).code).toBe(0);
      expect(lstatSync(join(home, link)).isSymbolicLink()).toBe(true);
      expect(JSON.parse(readFileSync(join(home, real), "utf8")).summary.documents).toBe(1);
    }
    expect(readdirSync(join(home, "linked"))).toHaveLength(2);
    const pipe = join(home, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const shell = `cat pipe & "${process.execPath}" "${program}" read good.txt --json --out pipe; wait`;
    const { stdout } = spawnSync("/bin/sh", ["-c", shell], {
      cwd: home,
      env,
      encoding: "utf8",
      timeout: 180_000,
    });
    expect(JSON.parse(stdout).summary.documents).toBe(1);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    const stream = `"${process.execPath}" "${program}" read good.txt --out /dev/stdout | cat`;
    expect(spawnSync("/bin/sh", ["-c", stream], { cwd: home, env, encoding: "utf8" }).stdout).toContain(
      "42.64bn",
    );
  },
);

test("an interrupted run leaves no file and keeps the old one", async () => {
  put("old.jsonl", "old\n");
  const child = spawn(
    process.execPath,
    [program, "read", "--from", "jsonl", "--out", "old.jsonl", "--html", "new.html"],
    {
      cwd: home,
      env,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  const ended = new Promise<string | null>((done) => child.on("exit", (_, signal) => done(signal)));
  const line = `${JSON.stringify({ text: BAD + WORDS })}\n`;
  child.stdin.on("error", () => undefined); // it may be gone before it has read all
  child.stdin.write(line.repeat(400));
  const drafts = () => readdirSync(home).filter((name) => name.endsWith(".part"));
  while (drafts().length < 2 && child.exitCode === null) await new Promise((done) => setTimeout(done, 20));
  child.kill("SIGINT");
  expect(await ended).toBe("SIGINT");
  expect(drafts()).toEqual([]);
  expect(readFileSync(join(home, "old.jsonl"), "utf8")).toBe("old\n");
  expect(existsSync(join(home, "new.html"))).toBe(false);
});

test("a reader that stops early is no error", () => {
  put("long.txt", GOOD.repeat(600));
  const done = spawnSync(
    "/bin/sh",
    ["-c", `"${process.execPath}" "${program}" read long.txt | head -n 1; echo done`],
    {
      cwd: home,
      env,
      encoding: "utf8",
    },
  );
  expect([done.stdout, done.stderr]).toEqual(["long.txt\ndone\n", ""]);
});

test("help has examples and exit codes", async () => {
  for (const name of ["read", "check"]) {
    const { out } = await run([name, "--help"]);
    expect(out).toContain(`$ trade-figures ${name} `);
    expect(out).toContain("Exit codes: 0 ");
    expect(out).toContain("2023-10-23, 2023-10, 2023");
  }
});
