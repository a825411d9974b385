import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { openData, packageFolder, readDataPackage } from "../../src/data/index.js";
import { errorOf, folderWith } from "./files.js";

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const remove of cleanUp) remove();
  cleanUp = [];
});

type Json = Record<string, unknown>;
const field = (name: string, more: Json = {}): Json => ({ name, type: "string", ...more });
const places = (schema: Json = {}, more: Json = {}): Json => ({
  name: "places",
  path: "places.csv",
  schema: { fields: [field("name")], primaryKey: "name", ...schema },
  ...more,
});
const trips = (reference: Json): Json => ({
  name: "trips",
  path: "trips.csv",
  schema: { fields: [field("to")], foreignKeys: [{ fields: "to", reference }] },
});
const FILES = { "places.csv": "name\nDalian\nHarbin\n", "trips.csv": "to\nHarbin\nMoscow\n" };

function open(description: unknown, files: Readonly<Record<string, string>> = FILES) {
  const text = typeof description === "string" ? description : JSON.stringify(description);
  const { folder, remove } = folderWith({ ...files, "datapackage.json": text });
  cleanUp.push(remove);
  return () => readDataPackage(folder);
}

describe("a data package", () => {
  test("gives its tables", () => {
    expect(open({ resources: [places()] })().tables.get("places")).toEqual([
      { name: "Dalian" },
      { name: "Harbin" },
    ]);
  });
  test("a reference to a row that is not there names file, line and column", () => {
    const { code, message } = errorOf(
      open({ resources: [places(), trips({ resource: "places", fields: "name" })] }),
    );
    expect(code).toBe("bad-data");
    expect(message).toContain(
      'trips.csv line 3, column to: found "Moscow", expected a row of the table "places"',
    );
  });
});

describe("descriptions that are refused", () => {
  const onField = (more: Json) => ({ resources: [places({ fields: [field("name", more)] })] });
  const pattern = (text: unknown) => onField({ constraints: { pattern: text } });
  test.each<[string, unknown, string]>([
    ["not JSON", "{", "is not JSON"],
    ["null", "null", "no list of resources"],
    ["no tables", { resources: [] }, "no list of resources"],
    ["a table that is null", { resources: [null] }, "resources[0]"],
    ["a name with a slash", { resources: [places({}, { name: "../x" })] }, "a word in small letters"],
    ["two tables of one name", { resources: [places(), places()] }, 'two tables called "places"'],
    [
      "no schema",
      { resources: [{ name: "places", path: "places.csv" }] },
      "found nothing, expected an object",
    ],
    ["no columns", { resources: [places({ fields: [], primaryKey: [] })] }, "at least one column"],
    ["one column twice", { resources: [places({ fields: [field("name"), field("name")] })] }, '"name" twice'],
    ["a number type", onField({ type: "number" }), "figures stay text"],
    ["a constraint that we do not check", onField({ constraints: { minLength: 3 } }), '"minLength"'],
    ["a pattern that is none", pattern("("), "a regular expression"],
    ["a pattern that is no text", pattern(3), "expected a text"],
    ["a pattern that may take for ever", pattern("(a+)+b"), "without repeated groups"],
    ["a pattern with many open ends", pattern("a*a*a*a*b"), "at most 3 of * and +"],
    ["a key of no column", { resources: [places({ primaryKey: "id" })] }, 'found "id", expected a column'],
    [
      "a reference to no table",
      { resources: [trips({ resource: "places", fields: "name" })] },
      'the table "places"',
    ],
    [
      "a reference to no column",
      { resources: [places(), trips({ resource: "places", fields: "id" })] },
      'the column "id"',
    ],
    ["another encoding", { resources: [places({}, { encoding: "gbk" })] }, "expected utf-8"],
    ["another dialect", { resources: [places({}, { dialect: { delimiter: ";" } })] }, "found a dialect"],
    ...[
      "../places.csv",
      "/etc/passwd",
      "a/../../places.csv",
      "..\\places.csv",
      "C:\\x.csv",
      "https://example.org/x.csv",
      "",
      ".",
      ["places.csv"],
    ].map((path): [string, unknown, string] => [
      `the path ${path}`,
      { resources: [places({}, { path })] },
      "a file inside the folder",
    ]),
  ])("%s", (_, description, says) => {
    const { code, message } = errorOf(open(description));
    expect(code).toBe("bad-data");
    expect(message).toContain(says);
  });
  test("a link that leads out of the folder", () => {
    const { folder, remove } = folderWith({ "datapackage.json": JSON.stringify({ resources: [places()] }) });
    const outside = folderWith(FILES);
    cleanUp.push(remove, outside.remove);
    symlinkSync(join(outside.folder, "places.csv"), join(folder, "places.csv"));
    expect(errorOf(() => readDataPackage(folder)).message).toContain("a file inside the folder");
  });
  test("a folder without a description", () => {
    const { folder, remove } = folderWith();
    cleanUp.push(remove);
    expect(errorOf(() => readDataPackage(folder)).code).toBe("no-file");
  });
  test("a package without our tables is not our data", () => {
    const { folder, remove } = folderWith({
      ...FILES,
      "datapackage.json": JSON.stringify({ resources: [places()] }),
    });
    cleanUp.push(remove);
    expect(errorOf(() => openData(folder)).message).toContain('no table "sources"');
  });
});

describe("the package's own folder", () => {
  const root = resolve(import.meta.dirname, "../..");
  // Both builds, as they lie in the checkout and as they would lie in somebody's node_modules.
  const say = "console.log(JSON.stringify([t.packageFolder(), t.openData().table('trade').length]))";
  const esm = (from: string) => [
    "--input-type=module",
    "-e",
    `import * as t from ${JSON.stringify(from)}; ${say}`,
  ];
  const cjs = (from: string) => [
    "--input-type=commonjs",
    "-e",
    `const t = require(${JSON.stringify(from)}); ${say}`,
  ];
  const run = (args: string[]) =>
    JSON.parse(execFileSync(process.execPath, args, { cwd: "/", encoding: "utf8" }));
  const rows = openData().table("trade").length;

  test("from the sources", () => expect(packageFolder()).toBe(root));
  test("from both builds", () => {
    expect(run(esm(join(root, "dist/esm/data.js")))).toEqual([root, rows]);
    expect(run(cjs(join(root, "dist/cjs/data.js")))).toEqual([root, rows]);
  });
  test("from an installed copy", () => {
    const { folder, remove } = folderWith({ "package.json": '{ "name": "somebody-else" }' });
    cleanUp.push(remove);
    const home = join(folder, "node_modules/trade-figures");
    mkdirSync(home, { recursive: true });
    for (const part of ["dist", "data"]) cpSync(join(root, part), join(home, part), { recursive: true });
    writeFileSync(join(home, "package.json"), '{ "name": "trade-figures", "type": "module" }');
    for (const dependency of ["csv-parse", "decimal.js", "yaml"]) {
      symlinkSync(join(root, "node_modules", dependency), join(folder, "node_modules", dependency));
    }
    expect(run(esm(join(home, "dist/esm/data.js")))).toEqual([home, rows]);
    expect(run(cjs(join(home, "dist/cjs/data.js")))).toEqual([home, rows]);
  });
});
