import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULTS } from "../../src/cli/text/defaults.js";
import type { Input } from "../../src/cli/text/input/input.js";
import { pageText } from "../../src/cli/text/input/kinds/pdf-layout.js";
import { piecesOf } from "../../src/cli/text/input/pieces.js";
import { tasksOf } from "../../src/cli/text/threads/tasks.js";
import type { Kind, Outcome, Settings, Task } from "../../src/cli/text/types.js";
import { Work } from "../../src/cli/text/work.js";
import { documentOf, KINDS, type Saying } from "../support/documents.js";

const SETTINGS: Settings = {
  ...DEFAULTS,
  wants: { text: true, json: true, page: false },
};

const SAYS: Saying = {
  title: "Trade of the year",
  day: "2024-01-15",
  paragraphs: [
    "Sales rose 12% to $24.4m from $21.8m, in a long sentence that goes over the end of its line and goes on with other words about the trade of the whole year until it ends.",
    "Prices rose by 3.1 percentage points to 30.1% from 27.0%.",
  ],
  table: {
    caption: "Exports by partner, US$ bn",
    rows: [
      ["Partner", "2022", "2023", "Change, %"],
      ["Russia", "76.1", "111.0", "45.9"],
      ["Germany", "116.2", "106.0", "-13.4"],
      ["Japan", "172.9", "157.5", "-8.9"],
      ["Others", "3228.5", "3010.9", "-6.7"],
      ["Total", "3593.7", "3380.0", "-5.9"],
    ],
  },
};

let work: Work;
let folder: string;
beforeAll(async () => {
  work = await Work.of(SETTINGS);
  folder = mkdtempSync(join(tmpdir(), "trade-figures-documents-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function outcomeOf(format: Kind, bytes: Uint8Array): Promise<Outcome> {
  const task: Task = { kind: "bytes", bytes, name: `a.${format}`, format };
  return (await work.do(task, 1))[0] as Outcome;
}

const formatOf = (kind: string): Kind => (kind === "txt" || kind === "md" ? "text" : (kind as Kind));

const refusal = async (format: Kind, bytes: Uint8Array) => {
  const outcome = await outcomeOf(format, bytes);
  expect(outcome.ok).toBe(false);
  return outcome.ok ? "" : outcome.message;
};

test.each(KINDS)("the prose and the table of a .%s are checked alike", async (kind) => {
  const outcome = await outcomeOf(formatOf(kind), await documentOf(kind, SAYS));
  expect(outcome.ok, outcome.ok ? "" : outcome.message).toBe(true);
  if (!outcome.ok) return;
  const { findings, publishedOn } = JSON.parse(outcome.json) as {
    findings: { verdict: string; rule: string; repairs?: { to: string }[] }[];
    publishedOn?: string;
  };
  const wrong = findings.filter((one) => one.verdict === "inconsistent");
  expect(wrong.map((one) => [one.rule, one.repairs?.[0]?.to])).toEqual([
    ["table-growth", "100.6"],
    ["table-total", "100.6"],
  ]);
  const rules = findings.map((one) => one.rule).filter((rule) => !rule.startsWith("table"));
  expect(rules).toHaveLength(2);
  const dated = ["md", "html", "docx", "eml"].includes(kind);
  expect(publishedOn).toBe(dated ? "2024-01-15" : undefined);
});

test("of many documents each one's own day goes before --published-on, of one the option", async () => {
  const bytes = await documentOf("md", SAYS);
  const day = async (settings: Partial<Settings>) => {
    const other = await Work.of({ ...SETTINGS, publishedOn: "2023-10-23", ...settings });
    const [outcome] = await other.do({ kind: "bytes", bytes, name: "a.md", format: "text" }, 1);
    return (JSON.parse(outcome?.json ?? "{}") as { publishedOn?: string }).publishedOn;
  };
  expect([await day({ many: true }), await day({})]).toEqual(["2024-01-15", "2023-10-23"]);
});

test("what is no text is said and counted: a notebook's code, a message's attachments", async () => {
  const notebook = await outcomeOf("ipynb", await documentOf("ipynb", SAYS));
  expect(notebook.ok && notebook.text).toMatch(/left out: 1 cell of code/);
  const mail = `Subject: a\r\nDate: Mon, 15 Jan 2024 23:30:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSales rose 5% to $105m from $100m.\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\nxx\r\n--b--\r\n`;
  const message = await outcomeOf("eml", strToU8(mail));
  expect(message.ok && message.text).toMatch(/published 2024-01-15/);
  expect(message.ok && message.text).toMatch(/left out: 1 attachment/);
});

test("cells that reach over columns and rows stand in each of them, and a layout table is no table", async () => {
  const page = `<table><tr><td><p>Sales rose 5% to $105m from $100m.</p><table><caption>US$ m</caption>
<tr><th rowspan=2>Partner</th><th colspan=2>Exports</th></tr><tr><th>2022</th><th>2023</th></tr>
<tr><td>Japan</td><td>172.9</td><td>157.5</td></tr><tr><td>Korea</td><td>162.6</td><td>149.0</td></tr>
<tr><td>Total</td><td>335.5</td><td>306.5</td></tr></table></td></tr></table>`;
  const outcome = await outcomeOf("html", strToU8(page));
  expect(outcome.ok && outcome.counts.consistent).toBe(3);
});

test.each<[Kind, string, () => Uint8Array, RegExp]>([
  ["docx", "text", () => strToU8("no zip at all"), /no document of its kind/],
  ["docx", "another zip", () => zipSync({ "a.txt": strToU8("a") }), /no Word document/],
  [
    "docx",
    "a broken zip",
    () => zipSync({ "word/document.xml": strToU8("<w:document>".repeat(9)) }).slice(0, 80),
    /broken|no Word document|cannot be read/,
  ],
  [
    "docx",
    "broken XML",
    () => zipSync({ "word/document.xml": strToU8("<w:document><w:body>") }),
    /cannot be read/,
  ],
  [
    "docx",
    "a bomb",
    () => zipSync({ "word/document.xml": new Uint8Array(9_000_000), "a.bin": new Uint8Array(9_000_000) }),
    /unpacks to more than \d+ bytes/,
  ],
  [
    "xlsx",
    "a bomb",
    () => zipSync({ "xl/workbook.xml": new Uint8Array(18_000_000) }),
    /unpacks to more than/,
  ],
  ["xlsx", "text", () => strToU8("a,b"), /no document of its kind/],
  ["pdf", "text", () => strToU8("no pdf"), /cannot be read/],
  [
    "pdf",
    "a cut file",
    () => strToU8("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>"),
    /cannot be read|no text layer/,
  ],
  ["ipynb", "text", () => strToU8("{"), /not JSON/],
  ["ipynb", "no cells", () => strToU8("null"), /no list of cells/],
  ["html", "a deep page", () => strToU8("<div>".repeat(100_000)), /nested more than 1500 deep/],
  ["eml", "nothing", () => strToU8("\r\n"), /no text/],
])("a .%s that is %s gives one line and ends nothing", async (kind, _, make, expected) => {
  const message = await refusal(kind, make());
  expect(message).toMatch(expected);
  expect(message).not.toMatch(/\n/);
});

test("the day of python-docx's template is no day of publication; a day on which it was saved is", async () => {
  const bytes = await documentOf("docx", { ...SAYS, day: "2013-12-23" });
  const dayOf = async (of: Uint8Array) => JSON.stringify(await outcomeOf("docx", of));
  expect(await dayOf(bytes)).not.toContain("2013-12-23");
  const { unzipSync } = await import("fflate");
  const parts = unzipSync(bytes);
  const core = Buffer.from(parts["docProps/core.xml"] as Uint8Array).toString();
  const saved = core.replace("2013-12-23T08", "2023-10-23T08");
  expect(await dayOf(zipSync({ ...parts, "docProps/core.xml": strToU8(saved) }))).toContain("2023-10-23");
});

test("entities of a document are not resolved from outside, nor multiplied", async () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  const bytes = await documentOf("docx", { ...SAYS, paragraphs: ["before"] });
  const { unzipSync } = await import("fflate");
  const parts = unzipSync(bytes);
  const xml = Buffer.from(parts["word/document.xml"] as Uint8Array)
    .toString()
    .replace(/<\?xml[^>]*>/, laughs)
    .replace("before", "&c;&x;");
  const outcome = await outcomeOf("docx", zipSync({ ...parts, "word/document.xml": strToU8(xml) }));
  expect(JSON.stringify(outcome)).not.toMatch(/root:|haha/);
});

async function tasks(
  name: string,
  bytes: Uint8Array,
  format: Input extends infer I ? (I extends { format: infer F } ? F : never) : never,
) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const found: Task[] = [];
  const input: Input = { kind: "file", path, name, format, size: bytes.length };
  for await (const { task } of tasksOf([input], SETTINGS)) found.push(task);
  return found;
}

test("a .zip is its documents, by their endings; what is too large or in another archive is not read", async () => {
  const inner = {
    "a.txt": strToU8("one"),
    "b/c.html": strToU8("<p>two"),
    "d.jsonl": strToU8('{"text":"three"}\n'),
    "e.zip": strToU8("x"),
    "f.png": strToU8("x"),
    "g.txt": new Uint8Array(5_000_000).fill(97),
  };
  const found = await tasks("z.zip", zipSync(inner), "zip");
  expect(
    found.map((one) => (one.kind === "missing" ? `${one.name}: ${one.message}` : `${one.name} ${one.kind}`)),
  ).toEqual([
    "z.zip/a.txt bytes",
    "z.zip/b/c.html bytes",
    "z.zip/d.jsonl lines",
    "z.zip/g.txt: 5000000 bytes: at most 4194304 are read as one document (--max-bytes)",
  ]);
  const broken = await tasks("y.zip", strToU8("nothing"), "zip");
  expect(broken.map((one) => one.kind === "missing" && one.message)).toEqual([
    "the archive has no files, or is no .zip",
  ]);
});

test("a .gz is what it packs, by the ending before", async () => {
  const lines = await tasks("a.jsonl.gz", gzipSync('{"text":"one"}\n{"text":"two"}\n'), "gz");
  expect(lines.map((one) => one.kind === "lines" && one.lines.length)).toEqual([2]);
  const text = await tasks("b.txt.gz", gzipSync("Sales rose."), "gz");
  expect(text.map((one) => one.kind === "bytes" && one.format)).toEqual(["text"]);
  const broken = await tasks("c.txt.gz", strToU8("no gzip"), "gz");
  expect(broken.map((one) => one.kind === "missing" && one.message)).toEqual([
    "it is not packed by gzip, or is broken",
  ]);
});

test("a text of more numbers than fit in memory together is read in pieces, from a file and from a pipe", async () => {
  const lines = "Sales rose 5% to $105.1m from $100m.\n".repeat(40_000);
  const path = join(folder, "dense.txt");
  writeFileSync(path, lines);
  const few = join(folder, "few.txt");
  writeFileSync(few, `${"Sales rose. ".repeat(40_000)}\n`);
  const of = async (input: Input) => {
    const found: Task[] = [];
    for await (const { task } of tasksOf([input], SETTINGS)) found.push(task);
    return found;
  };
  const pieces = await of({ kind: "file", path, name: "dense.txt", format: "text", size: lines.length });
  expect(pieces.map((one) => one.name)).toEqual([
    "dense.txt",
    ...Array.from({ length: pieces.length - 1 }, () => expect.stringMatching(/^dense\.txt:\d+$/)),
  ]);
  expect(pieces.length).toBeGreaterThan(4);
  const texts = pieces.map((one) => (one.kind === "bytes" ? Buffer.from(one.bytes).toString() : ""));
  expect(texts.join("")).toBe(lines);
  const whole = await of({ kind: "file", path: few, name: "few.txt", format: "text", size: 480_001 });
  expect(whole.map((one) => one.kind)).toEqual(["file"]);
  const numbers = "It has 5 and no figure more.\n".repeat(62_000);
  const { stdout } = spawnSync(
    process.execPath,
    ["dist/esm/cli/main.js", "read", "-", "--jsonl", "--quiet"],
    {
      input: numbers,
      encoding: "utf8",
      maxBuffer: 1 << 28,
    },
  );
  const read = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { counts: { numbers: number } });
  expect(read.length).toBeGreaterThan(1);
  expect(read.reduce((sum, one) => sum + one.counts.numbers, 0)).toBe(62_000);
});

test("a long text is read in pieces that begin between paragraphs, with their own line numbers", async () => {
  const paragraph = `${"Sales rose 5% to $105m from $100m. ".repeat(30)}\n\n`;
  const text = paragraph.repeat(1_500);
  const pieces: { bytes: Uint8Array; firstLine: number }[] = [];
  async function* stream() {
    for (let at = 0; at < text.length; at += 65_536) yield strToU8(text.slice(at, at + 65_536));
  }
  for await (const piece of piecesOf(stream(), 1_000_000)) pieces.push(piece);
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.map(({ bytes }) => Buffer.from(bytes).toString()).join("")).toBe(text);
  for (const { bytes, firstLine } of pieces) {
    expect(Buffer.from(bytes).toString().startsWith("Sales")).toBe(true);
    expect(firstLine % 2).toBe(1);
  }
  const outcome = (
    await work.do(
      {
        kind: "bytes",
        bytes: strToU8("Sales rose 5% to $108m from $100m."),
        name: "a",
        format: "text",
        firstLine: 41,
      },
      1,
    )
  )[0];
  expect(outcome?.ok && outcome.text).toMatch(/ 41:7 /);
});

test("two columns of a page are read one after the other, between lines that go over both", () => {
  const word = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, size: 10 });
  const left = Array.from({ length: 10 }, (_, i) =>
    word(`left column of the page, line ${i}`, 50, 700 - 12 * i),
  );
  const right = Array.from({ length: 10 }, (_, i) =>
    word(`right column of the page, line ${i}`, 300, 700 - 12 * i),
  );
  const text = pageText([
    word("A headline that goes over both of the columns of this page, from end to end", 50, 740),
    ...right,
    ...left,
  ]);
  expect(text.split("\n").map((line) => line.slice(0, 5))).toEqual([
    "A hea",
    "",
    ...Array(10).fill("left "),
    "",
    ...Array(10).fill("right"),
  ]);
});

test("a broken word is joined, paragraphs part, and the cells of a row are parted by tabs", () => {
  const word = (text: string, x: number, y: number) => ({ text, x, y, width: text.length * 5, size: 10 });
  const text = pageText([
    word("Exports in-", 50, 700),
    word("creased by 5%.", 50, 688),
    word("A new paragraph.", 50, 660),
    word("Japan", 50, 640),
    word("1.5", 200, 640),
    word("2.0", 300, 640),
  ]);
  expect(text).toBe("Exports increased by 5%.\n\nA new paragraph.\n\nJapan\t1.5\t2.0");
});
