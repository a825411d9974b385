import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DEFAULTS } from "../../src/cli/text/defaults.js";
import { type RunFlags, runRead } from "../../src/cli/text/run.js";
import type { Settings } from "../../src/cli/text/types.js";

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "trade-figures-reports-"));
  writeFileSync(at("wrong.txt"), "A line.\nSales rose 12% to $24.4m from $20.2m, they <said>.\n");
  writeFileSync(at("right.txt"), "Sales rose 12% to $24.4m from $21.8m.\n");
  writeFileSync(at("page.html"), "<p>Sales fell 12% to $24.4m from $21.8m.");
  writeFileSync(at("empty.txt"), "");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs `check` on the folder's texts in this process, and gives what it wrote. */
async function checked(form: RunFlags["form"], more: Partial<Settings> = {}, html?: string) {
  const settings: Settings = {
    ...DEFAULTS,
    quiet: true,
    brief: true,
    wants: {
      text: form === "text",
      json: form === "json",
      page: form === "html" || html !== undefined,
      ...(form === "github" || form === "sarif" || form === "junit" ? { report: form } : {}),
    },
    maxBytes: 4_000_000,
    ...more,
  };
  const out = at(`out.${form}`);
  const { stderr } = process;
  const write = stderr.write.bind(stderr);
  stderr.write = () => true;
  try {
    const names = ["right.txt", "wrong.txt", "page.html", "empty.txt"].map(at);
    const code = await runRead(names, settings, {
      form,
      out,
      progress: false,
      failOn: "inconsistent",
      maxLines: 0,
      jobs: 1,
      ...(html === undefined ? {} : { html }),
    });
    expect(code).toBe(3);
  } finally {
    stderr.write = write;
  }
  return readFileSync(out, "utf8");
}

const named = (text: string) => text.replaceAll(folder, "DIR");

test("of many documents those that do not agree are listed, the others are named, a line each", async () => {
  const text = named(await checked("text", { quiet: false }));
  const heads = text.split("\n").filter((line) => /^\S/.test(line));
  expect(heads).toEqual([
    "DIR/wrong.txt  1 inconsistent",
    "DIR/page.html  1 inconsistent",
    "✓ DIR/right.txt  1 consistent",
    expect.stringMatching(/^3 documents, .*1 could not be read$/),
    expect.stringMatching(/numbers read/),
  ]);
  expect(text).toContain("would hold with");
});

test("annotations of GitHub name file, line and column, and nothing of a text ends one early", async () => {
  const lines = named(await checked("github"))
    .trim()
    .split("\n");
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(
    /^::error file=DIR\/wrong\.txt,line=2,endLine=2,col=\d+,endColumn=\d+,title=growth-inconsistent%3A [^:]*::From “\$20\.2m” to “\$24\.4m” is a rise of 20\.79%25/,
  );
  // Lines of a page are those of its text, which no editor knows.
  expect(lines[1]).toMatch(
    /^::error file=DIR\/page\.html,title=[^:]*::Line 1, column \d+ of its text: From “\$21\.8m” to/,
  );
  expect(lines[2]).toMatch(/^::error file=DIR\/empty\.txt,title=could not be read::it is empty/);
});

interface Sarif {
  readonly version: string;
  readonly $schema: string;
  readonly runs: {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: { readonly id: string }[] } };
    readonly results: {
      readonly ruleId: string;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region?: Record<string, number>;
        };
      }[];
      readonly fixes?: {
        readonly artifactChanges: {
          readonly artifactLocation: { readonly uri: string };
          readonly replacements: {
            readonly deletedRegion: {
              readonly startLine: number;
              readonly startColumn: number;
              readonly endColumn: number;
            };
            readonly insertedContent: { readonly text: string };
          }[];
        }[];
      }[];
    }[];
    readonly invocations: {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications: { readonly message: { readonly text: string } }[];
    }[];
  }[];
}

test("SARIF has what its schema requires, and each fix mends the file where it says", async () => {
  const sarif = JSON.parse(await checked("sarif")) as Sarif;
  expect([sarif.version, sarif.$schema]).toEqual(["2.1.0", "https://json.schemastore.org/sarif-2.1.0.json"]);
  const [run] = sarif.runs;
  if (run === undefined) throw new Error("no run");
  const rules = new Set(run.tool.driver.rules.map((one) => one.id));
  expect(run.tool.driver.name).toBe("trade-figures");
  expect(rules.size).toBe(run.tool.driver.rules.length);
  // Every kind of claim, those too that this text has none of.
  for (const kind of ["conversion", "growth", "share", "repeat", "together", "published"])
    expect(rules).toContain(`${kind}-inconsistent`);
  expect(run.results).toHaveLength(2);
  for (const { ruleId, level, message, locations } of run.results) {
    expect(rules).toContain(ruleId);
    expect(["none", "note", "warning", "error"]).toContain(level);
    expect(message.text).not.toBe("");
    for (const { physicalLocation } of locations) {
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[\w%./-]+$/);
      for (const number of Object.values(physicalLocation.region ?? {})) {
        if (typeof number === "number") expect(number).toBeGreaterThan(0);
      }
    }
  }
  const [change] = run.results[0]?.fixes?.[0]?.artifactChanges ?? [];
  const [replacement] = change?.replacements ?? [];
  if (change === undefined || replacement === undefined) throw new Error("no fix");
  const { deletedRegion: region, insertedContent } = replacement;
  const lines = readFileSync(at("wrong.txt"), "utf8").split("\n");
  const line = lines[region.startLine - 1] as string;
  const mended =
    line.slice(0, region.startColumn - 1) + insertedContent.text + line.slice(region.endColumn - 1);
  expect(mended).toMatch(/21\.8m|20\.8%|21%|24\.4m/);
  expect(run.results[1]?.fixes).toBeUndefined();
  expect(run.invocations[0]).toMatchObject({
    executionSuccessful: false,
    toolExecutionNotifications: [{ message: { text: "it is empty: there is nothing to read" } }],
  });
});

test("JUnit's XML is well-formed, a suite for each document and a case for each claim", async () => {
  writeFileSync(at("right.txt"), 'Sales rose 12% to $24.4m from $21.8m, "he" said & \u0001.\n');
  const { DOMParser } = new JSDOM("").window;
  const document = new DOMParser().parseFromString(await checked("junit"), "application/xml");
  expect(document.querySelector("parsererror")).toBeNull();
  const suites = [...document.querySelectorAll("testsuite")].map((one) =>
    ["tests", "failures", "errors"].map((name) => Number(one.getAttribute(name))),
  );
  expect(suites).toEqual([
    [1, 0, 0],
    [1, 1, 0],
    [1, 1, 0],
    [1, 0, 1],
  ]);
  expect(document.querySelectorAll("failure")).toHaveLength(2);
});

test("the list of pages begins with what does not agree, links only to what there is to see, and runs its own script alone", async () => {
  writeFileSync(at("right.txt"), "Nothing is said of money.\n");
  await checked("text", {}, at("pages"));
  const index = readFileSync(at("pages/index.html"), "utf8");
  const { window } = new JSDOM(index, { runScripts: "outside-only" });
  const rows = [...window.document.querySelectorAll("tbody tr")];
  expect(rows.map((row) => row.className)).toEqual(["wrong", "wrong", "failed", "settled"]);
  expect(rows.map((row) => row.querySelector("a") !== null)).toEqual([true, true, false, false]);
  expect(readdirSync(at("pages"))).toHaveLength(3);
  const policy = window.document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "";
  expect(policy).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'/);
  expect(policy).not.toMatch(/unsafe/);
  expect(index).not.toMatch(/ on\w+=| style="/);
});
