import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { readTable, tableSchema, toCsv, writeWhole } from "../../src/data/index.js";
import { errorOf, folderWith } from "./files.js";

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const remove of cleanUp) remove();
  cleanUp = [];
});
function fresh(files?: Readonly<Record<string, string>>): string {
  const { folder, remove } = folderWith(files);
  cleanUp.push(remove);
  return folder;
}

describe("toCsv", () => {
  // Whole characters of every kind but NUL, which no CSV holds; the signs that matter to CSV come often.
  const cell = fc.string({
    unit: fc.oneof(
      fc.constantFrom('"', ",", "\n", "\r", "\t", "\uFEFF", "'", "=", " "),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }).filter((one) => one !== "\0"),
    ),
    maxLength: 12,
  });
  const names = fc.uniqueArray(
    cell.filter((name) => name !== ""),
    { minLength: 1, maxLength: 4 },
  );
  const table = names.chain((columns) =>
    fc.tuple(fc.constant(columns), fc.array(fc.tuple(...columns.map(() => cell)), { maxLength: 5 })),
  );

  test("reads back as the same texts, whatever they are", () => {
    const folder = fresh();
    fc.assert(
      fc.property(table, ([columns, cells]) => {
        const rows = cells.map((row) =>
          Object.fromEntries(columns.map((name, index) => [name, row[index] as string])),
        );
        const path = join(folder, "any.csv");
        writeWhole(path, toCsv(rows, { columns }));
        const schema = tableSchema({ fields: columns.map((name) => ({ name, type: "string" })) }, "any");
        const back = readTable(path, schema).map((row) => columns.map((name) => row[name]));
        expect(back).toEqual(cells);
      }),
      { numRuns: 300 },
    );
  });
  test("a blank cell alone in its row is not an empty line", () => {
    expect(toCsv([], { columns: [" "] })).toBe('" "\n');
    expect(toCsv([{ a: "" }, { a: "\t" }])).toBe('a\n""\n"\t"\n');
  });
  test("quotes only what needs quotes", () => {
    expect(toCsv([{ a: "1", b: 'x "y", z' }])).toBe('a,b\n1,"x ""y"", z"\n');
  });
  test("leaves formulas as they are, or makes them text for spreadsheets", () => {
    const rows = [{ a: "=1+1" }, { a: "-0.1" }, { a: "@x" }, { a: "+7" }, { a: "-cmd" }];
    expect(toCsv(rows)).toBe("a\n=1+1\n-0.1\n@x\n+7\n-cmd\n");
    expect(toCsv(rows, { forSpreadsheets: true })).toBe("a\n'=1+1\n-0.1\n'@x\n+7\n'-cmd\n");
  });
  test.each<[string, () => unknown]>([
    ["no columns", () => toCsv([])],
    ["a missing cell", () => toCsv([{ a: "1" }, {} as { a: string }])],
    ["a cell too many", () => toCsv([{ a: "1" }, { a: "1", b: "2" }])],
    ["a name that every object has", () => toCsv([{ a: "1" }], { columns: ["a", "toString"] })],
    ["a NUL", () => toCsv([{ a: "\0" }])],
    ["half a character", () => toCsv([{ a: "\uD800" }])],
  ])("refuses %s", (_, call) => expect(errorOf(call).code).toBe("bad-option"));
});

describe("writeWhole", () => {
  test("writes text and bytes, over what was there, and leaves nothing else", () => {
    const folder = fresh({ "a.txt": "old" });
    writeWhole(join(folder, "a.txt"), "辽宁\n");
    writeWhole(join(folder, "b.bin"), new Uint8Array([0, 255]));
    expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("辽宁\n");
    expect([...readFileSync(join(folder, "b.bin"))]).toEqual([0, 255]);
    expect(readdirSync(folder).sort()).toEqual(["a.txt", "b.bin"]);
  });
  test.skipIf(process.platform === "win32")("writes what a link names, and to a device", () => {
    const folder = fresh({ "real.txt": "old" });
    for (const [link, target] of [
      ["a", "real.txt"],
      ["b", "none-yet.txt"],
      ["c", "/dev/null"],
    ] as const) {
      symlinkSync(target, join(folder, link));
      writeWhole(join(folder, link), "new");
      expect(lstatSync(join(folder, link)).isSymbolicLink()).toBe(true);
    }
    expect(readFileSync(join(folder, "real.txt"), "utf8")).toBe("new");
    expect(readFileSync(join(folder, "none-yet.txt"), "utf8")).toBe("new");
    symlinkSync("loop", join(folder, "loop"));
    expect(errorOf(() => writeWhole(join(folder, "loop"), "x")).code).toBe("no-file");
    expect(readdirSync(folder).sort()).toEqual(["a", "b", "c", "loop", "none-yet.txt", "real.txt"]);
  });
  test("a failure leaves nothing behind", () => {
    const folder = fresh();
    mkdirSync(join(folder, "taken/inside"), { recursive: true });
    expect(errorOf(() => writeWhole(join(folder, "taken"), "x")).message).toContain("it is a folder");
    expect(errorOf(() => writeWhole(join(folder, "none/a.txt"), "x")).message).toContain(
      "folder is not there",
    );
    expect(readdirSync(folder)).toEqual(["taken"]);
  });
});
