import { ftruncateSync, mkdirSync, openSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { parseCsv } from "../../src/data/csv.js";
import { readTable, tableSchema } from "../../src/data/index.js";
import { errorOf, folderWith } from "./files.js";

const schema = tableSchema(
  {
    fields: [
      { name: "date", type: "date", constraints: { required: true } },
      { name: "kind", type: "string", constraints: { required: true, enum: ["noon-buying", "reference"] } },
      {
        name: "rate",
        type: "string",
        example: "7.1792",
        constraints: { required: true, pattern: "\\d+(\\.\\d+)?" },
      },
      { name: "note", type: "string" },
    ],
    primaryKey: ["date", "kind"],
  },
  "test schema",
);
const HEADER = "date,kind,rate,note\n";
const GOOD = "2023-10-23,noon-buying,7.3158,\n";

let cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const remove of cleanUp) remove();
  cleanUp = [];
});

function read(content: string | Uint8Array) {
  const { folder, remove } = folderWith({ "rates.csv": content });
  cleanUp.push(remove);
  return readTable(join(folder, "rates.csv"), schema);
}

function failure(content: string | Uint8Array) {
  return errorOf(() => read(content));
}

describe("what is read", () => {
  test("cells stay text, trailing zeros and all", () => {
    expect(read(`${HEADER}2023-10-24,noon-buying,7.3090,"a, ""b"""\n`)).toEqual([
      { date: "2023-10-24", kind: "noon-buying", rate: "7.3090", note: 'a, "b"' },
    ]);
  });
  test("a byte order mark and CRLF change nothing", () => {
    expect(read(`\uFEFF${(HEADER + GOOD).replaceAll("\n", "\r\n")}`)).toEqual(read(HEADER + GOOD));
  });
  test("a header alone is a table without rows", () => expect(read(HEADER)).toEqual([]));
});

describe("what is refused, with its line and column", () => {
  const later = `${HEADER}2023-10-20,noon-buying,7.3155,"two\nlines"\n`;
  test.each([
    [
      '2023-10-23,noon-buying,"7,1792",\n',
      "rate",
      'line 4, column rate: found "7,1792", expected text like 7.1792 (pattern \\d+(\\.\\d+)?)',
    ],
    ["2023-10-23,noon-buying,,\n", "rate", "line 4, column rate: found an empty cell, expected text like"],
    ["2023-10-23,noon-buying,7.31x,\n", "rate", 'found "7.31x"'],
    ['2023-10-23,noon-buying,"7.31\n",\n', "rate", 'found "7.31\\n"'],
    ["2023-10-23,spot,7.31,\n", "kind", 'found "spot", expected one of noon-buying, reference'],
    ["2023-02-30,noon-buying,7.31,\n", "date", 'found "2023-02-30", expected a day of the calendar'],
    ["23 Oct 2023,noon-buying,7.31,\n", "date", "expected a day of the calendar"],
    [",noon-buying,7.31,\n", "date", "found an empty cell, expected a day"],
    ["2023-10-20,noon-buying,7.31,\n", "date, kind", "expected another key than that of line 2"],
    [`2023-10-23,noon-buying,${"9".repeat(1001)},\n`, "rate", "expected at most 1000 signs"],
    [`2023-10-23,noon-buying,7.31,${"x".repeat(10_001)}\n`, "note", "expected at most 10000 signs"],
  ])("%j", (row, column, says) => {
    const { code, message, details } = failure(later + row);
    expect(code).toBe("bad-data");
    expect(message).toContain(says);
    expect(message).toContain("rates.csv line 4, column ");
    expect(details).toMatchObject({ line: 4, column });
    expect(message.length).toBeLessThan(500);
  });
  test("lines are counted right with CRLF inside a cell", () => {
    expect(failure(`${later}x,noon-buying,7.31,\n`.replaceAll("\n", "\r\n")).details.line).toBe(4);
  });
});

describe("headers", () => {
  test.each([
    ["date,kind,note\n", 'no column "rate"'],
    ["date,kind,rate,note,extra\n", 'unknown column "extra"'],
    ["date,kind,rate,note,rate\n", 'the column "rate" twice'],
    ["date,rate,kind,note\n", 'the column "rate" in place 2'],
    ["date,kind,Rate,note\n", 'no column "rate"'],
  ])("%j", (header, says) => {
    const { code, message, details } = failure(header);
    expect(code).toBe("bad-data");
    expect(message).toContain(says);
    expect(message).toContain("expected the columns date, kind, rate, note");
    expect(details.line).toBe(1);
  });
});

describe("files that are not a whole CSV in UTF-8", () => {
  const utf16 = Buffer.from(`\uFEFF${HEADER}${GOOD}`, "utf16le");
  const gbk = Buffer.concat([
    Buffer.from(`${HEADER}2023-10-23,noon-buying,7.31,`),
    Buffer.from([0xc1, 0xc9, 0xc4, 0xfe, 0x0a]),
  ]);
  test.each<[string, string | Uint8Array, number | undefined, string]>([
    ["empty", "", undefined, "is empty"],
    ["blank", "\n \n", undefined, "is empty"],
    ["a row too short", `${HEADER}${GOOD}2023-10-24,noon-buying,7.31\n`, 3, "found 3 cells, expected 4"],
    ["a row too long", `${HEADER}2023-10-24,noon-buying,7,31,\n`, 2, "found 5 cells, expected 4"],
    ["an empty line", `${HEADER}\n${GOOD}`, 2, "found an empty line"],
    [
      "an unclosed quote",
      `${HEADER}${GOOD}2023-10-24,noon-buying,7.31,"open\n${GOOD}${GOOD}`,
      3,
      "never closes",
    ],
    [
      "a quote inside a cell",
      `${HEADER}2023-10-24,noon-buying,7.31,a "b" c\n`,
      2,
      "a quote in the middle of a cell",
    ],
    ["text behind a quote", `${HEADER}2023-10-24,noon-buying,7.31,"b" c\n`, 2, "text after a closing quote"],
    ["cut off in a cell", `${HEADER}${GOOD}2023-10-24,noon-buying,7.3,`, 3, "may be cut off"],
    ["cut off in a row", `${HEADER}${GOOD}2023-10-24,noon`, 3, "found 2 cells, expected 4"],
    ["CR alone", (HEADER + GOOD).replaceAll("\n", "\r"), 1, "CR alone"],
    ["a NUL", `${HEADER}2023-10-24,noon-buying,7.31,\0\n`, 2, "found a NUL byte"],
    ["UTF-16", utf16, undefined, "is in UTF-16"],
    ["UTF-16, big end first", Buffer.from(utf16).swap16(), undefined, "is in UTF-16"],
    ["UTF-16 without its mark", utf16.subarray(2), 1, "found a NUL byte"],
    ["GBK", gbk, 2, "not UTF-8"],
    ["a UTF-8 character cut in two", Buffer.from(`${HEADER}辽`).subarray(0, -1), 2, "not UTF-8"],
  ])("%s", (_, content, line, says) => {
    const { code, message, details } = failure(content);
    expect(code).toBe("bad-data");
    expect(message).toContain(says);
    expect(message).toContain("rates.csv");
    expect(details.line).toBe(line);
  });
  test("a missing file, a folder", () => {
    const { folder, remove } = folderWith();
    cleanUp.push(remove);
    expect(errorOf(() => readTable(join(folder, "no.csv"), schema))).toMatchObject({ code: "no-file" });
    mkdirSync(join(folder, "dir.csv"));
    expect(errorOf(() => readTable(join(folder, "dir.csv"), schema)).message).toContain("not a plain file");
  });
  test("a file over the limit is not read", () => {
    const { folder, remove } = folderWith();
    cleanUp.push(remove);
    const path = join(folder, "large.csv");
    ftruncateSync(openSync(path, "w"), 100 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const { code, message } = errorOf(() => readTable(path, schema));
    expect(code).toBe("limit");
    expect(message).toContain("104857600 bytes and the limit is 16777216");
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 1024 * 1024);
  });
  test("the limit can be set", () => {
    const { folder, remove } = folderWith({ "rates.csv": HEADER + GOOD });
    cleanUp.push(remove);
    const path = join(folder, "rates.csv");
    const size = (HEADER + GOOD).length;
    expect(readTable(path, schema, { maxBytes: size })).toHaveLength(1);
    expect(errorOf(() => readTable(path, schema, { maxBytes: size - 1 })).code).toBe("limit");
  });
});

test("lines without quotes, cut at commas, are the records that the parser reads from the whole text", () => {
  const part = fc.constantFrom("a", "b c", ",", '"', '""', "\n", "\r\n", '"a,b"', '"a\nb"', '"a""b"');
  const options = { record_delimiter: ["\r\n", "\n"], relax_column_count: true, skip_empty_lines: false };
  let both = 0;
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const body = `${parts.join("")}\n`;
      let whole: string[][] | undefined;
      try {
        whole = parse(body, options) as string[][];
      } catch {
        whole = undefined;
      }
      const width = whole?.[0]?.length;
      const even = whole?.every((cells) => cells.length === width) === true && body.trim() !== "";
      if (!even) {
        expect(() => parseCsv(body, "a text")).toThrow(/a text/);
        return;
      }
      both++;
      expect(parseCsv(body, "a text").map((one) => one.cells)).toEqual(whole);
    }),
    { numRuns: 800 },
  );
  expect(both).toBeGreaterThan(100);
});
