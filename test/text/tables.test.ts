import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { read } from "../../src/text/read.js";
import { csvGrid, tablesIn } from "../../src/text/table/find.js";
import { unitOfHead } from "../../src/text/table/head.js";
import { tried } from "../support/true-tables.js";

const claims = (text: string) => check(read(text)).claims;
const verdicts = (text: string) =>
  claims(text).map((one) => `${one.claim.rule} ${one.span.text} ${one.verdict}`);
const wrong = (text: string) => claims(text).filter((one) => one.verdict === "inconsistent");

const PARTNERS = `Exports by partner, US$ bn

| Partner | 2022 | 2023 | Change, % | Share, % |
| --- | ---: | ---: | ---: | ---: |
| Russia | 76.1 | 111.0 | 45.9 | 3.3 |
| Germany | 116.2 | 100.6 | -13.4 | 3.0 |
| Japan | 172.9 | 157.5 | -8.9 | 4.7 |
| Others | 3228.5 | 3010.9 | -6.7 | 89.1 |
| Total | 3593.7 | 3380.0 | -5.9 | 100.0 |
`;

test("a table's total, growth and shares are checked by the columns that bear each other out", () => {
  expect(wrong(PARTNERS).map(String)).toEqual([]);
  expect(verdicts(PARTNERS)).toEqual([
    "table-growth 45.9 consistent",
    "table-share 3.3 consistent",
    "table-growth -13.4 consistent",
    "table-share 3.0 consistent",
    "table-growth -8.9 consistent",
    "table-share 4.7 consistent",
    "table-growth -6.7 consistent",
    "table-share 89.1 consistent",
    "table-total 3593.7 consistent",
    "table-total 3380.0 consistent",
    "table-growth -5.9 consistent",
    "table-total 100.0 undecided",
  ]);
});

test("two digits exchanged in a cell are seen by its growth, its share and its total, and put back by each", () => {
  const found = wrong(PARTNERS.replace("100.6", "106.0"));
  expect(found.map((one) => one.claim.rule)).toEqual(["table-growth", "table-share", "table-total"]);
  expect(found.map((one) => one.repairs[0]?.to)).toEqual(["100.6", "100.6", "100.6"]);
});

test("a cell has the unit of its heads: US$ bn of the caption, percent of the column", () => {
  const { mentions } = read(PARTNERS);
  const shown = mentions.flatMap((one) => ("figure" in one ? [one.figure.show()] : []));
  expect(shown.slice(0, 4)).toEqual([
    "USD 76.1bn, between 76.05bn and 76.15bn",
    "USD 111.0bn, between 110.95bn and 111.05bn",
    "45.9%, between 45.85% and 45.95%",
    "3.3%, between 3.25% and 3.35%",
  ]);
});

test.each([
  ["Exports, US$ bn", "USD", 9],
  ["in millions of yuan", "CNY", 6],
  ["单位：亿元", "CNY", 8],
  ["出口额（万美元）", "USD", 4],
  ["Ausfuhren in Mrd. €", "EUR", 9],
  ["Value ($m)", "USD", 6],
  ["Change, %", "percent", undefined],
  ["% of total", "percent", undefined],
  ["Quantity (tonnes)", "number", undefined],
  ["Volume, '000 tonnes", "number", 3],
  ["CNY 100 million", "CNY", 8],
  ["Euro area", undefined, undefined],
  ["Cars", undefined, undefined],
  ["Exports", undefined, undefined],
])("the head “%s” says %s, 10^%s", (head, unit, exponent) => {
  const { unit: found, exponent: power } = unitOfHead(head) ?? {};
  expect([found, power]).toEqual([unit, exponent]);
});

test("a head that says two units says none", () => {
  expect(unitOfHead("US$ bn; yuan bn")).toBeUndefined();
});

test("a column whose heads do not say its unit is left out and counted", () => {
  const bare = PARTNERS.replace(", US$ bn", "");
  expect(read(bare).sums.map((one) => one.total.text)).toEqual(["100.0"]);
  const why = read(bare).unread.map((one) => one.why);
  expect(why.filter((one) => one === "a figure of a table whose heads do not say its unit")).toHaveLength(10);
});

test("a total of more than the rows that are listed raises no alarm", () => {
  const top = PARTNERS.replace(/\| Others.*\n/, "").replace(" 100.0 |", " |");
  expect(wrong(top).map(String)).toEqual([]);
  expect(read(top).sums).toEqual([]);
});

test("growth in real terms beside amounts at current prices raises no alarm", () => {
  const real = PARTNERS.replace("45.9", "44.1")
    .replace("-13.4", "-15.0")
    .replace("-8.9", "-10.2")
    .replace("-6.7", "-8.1")
    .replace("-5.9", "-7.4");
  expect(read(real).growth).toEqual([]);
  expect(wrong(real).map(String)).toEqual([]);
});

test("rows and columns are read both ways, and a balance by its two sides", () => {
  const years = `Year\tExports ($m)\tImports ($m)\tBalance ($m)\tTotal ($m)
2019\t57.3\t60.2\t-2.9\t117.5
2020\t50.6\t57.2\t-6.6\t107.8
2021\t67.6\t78.5\t-10.9\t146.1
2022\t76.1\t112.2\t-36.1\t188.3
`;
  expect(verdicts(years).filter((one) => one.includes("consistent"))).toHaveLength(8);
  expect(wrong(years.replace("188.3", "183.3")).map((one) => one.repairs[0]?.to)).toEqual(["188.3"]);
  expect(wrong(years.replace("-36.1", "-31.6")).map((one) => one.claim.rule)).toEqual(["table-difference"]);
});

test("growth is read from row to row too", () => {
  const rows = `Exports

| Year | US$ bn | Growth, % |
| --- | --- | --- |
| 2019 | 2499.0 | |
| 2020 | 2590.0 | 3.6 |
| 2021 | 3357.1 | 29.6 |
| 2022 | 3593.7 | 7.0 |
| 2023 | 3380.0 | -5.9 |
`;
  expect(verdicts(rows).filter((one) => one.includes("table-growth"))).toHaveLength(4);
  expect(wrong(rows).map(String)).toEqual([]);
  expect(wrong(rows.replace("29.6", "26.9")).map((one) => one.repairs[0]?.to)).toEqual(["29.6"]);
});

test("a Chinese table is read by its own words", () => {
  const text = `单位：亿元

| 地区 | 2022年 | 2023年 | 同比 |
| --- | --- | --- | --- |
| 辽宁 | 7907.3 | 7659.6 | -3.1 |
| 吉林 | 1558.5 | 1679.1 | 7.7 |
| 黑龙江 | 2651.5 | 2987.3 | 12.7 |
| 合计 | 12117.3 | 12326.0 | 1.7 |
`;
  expect(verdicts(text)).toHaveLength(6);
  expect(wrong(text).map(String)).toEqual([]);
  expect(wrong(text.replace("7.7", "7.1")).map((one) => one.repairs[0]?.to)).toEqual(["7.7"]);
});

test("a German table is read with its decimal commas", () => {
  const text = `Ausfuhren in Mrd. Euro

| Land | 2022 | 2023 | Veränderung in % |
| --- | --- | --- | --- |
| China | 106,8 | 97,3 | -8,9 |
| USA | 156,1 | 157,9 | 1,2 |
| Übrige | 1.331,2 | 1.334,8 | 0,3 |
| Insgesamt | 1.594,1 | 1.590,0 | -0,3 |
`;
  const found = check(read(text, { language: "de" })).claims;
  expect(found.map((one) => one.verdict)).toEqual(Array(found.length).fill("consistent"));
  expect(found).toHaveLength(6);
});

test("a sentence is compared with the cell that has its row, its period and its subject", () => {
  const text = (words: string) => `${words}\n\n${PARTNERS}`;
  expect(verdicts(text("In 2023 exports to Japan were $157.5bn."))[0]).toBe(
    "text-against-table $157.5bn consistent",
  );
  const slip = wrong(text("In 2023 exports to Japan were $175.5bn."));
  expect(slip.map((one) => one.repairs[0]?.to)).toEqual(["$157.5bn"]);
  // 175.45 ≤ 175.5 and 157.5 < 157.55: the proof of the engine of reconcile.
  expect(slip.map((one) => one.proof?.adds)).toEqual(["175.45 < 157.55"]);
  for (const other of [
    "In 2023 imports from Japan were $175.5bn.",
    "In 2021 exports to Japan were $175.5bn.",
    "In 2023 exports to Japan and Germany were $175.5bn.",
    "In 2023 exports to Japan of cars were $41.2bn.",
    "In 2023 exports to Japan were 175.5bn yuan.",
  ]) {
    expect(
      wrong(text(other)).map((one) => one.says),
      other,
    ).toEqual([]);
  }
});

test("prose beside a table is read as before, and no relation goes through the table", () => {
  const text = `Exports rose 10% to $110m from $100m.\n\n${PARTNERS}\nSales fell 5% to $95m from $100m.`;
  expect(read(text).growth.filter((one) => !one.rule.startsWith("table"))).toHaveLength(2);
});

test("quoted cells of a CSV hold separators and breaks, each cell at its place", () => {
  const text = 'Partner,"2022, US$ m",2023\r\n"Korea, Rep.","1,234","2\n3"\r\n';
  const grid = csvGrid(text);
  expect(grid?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
    ["Partner", "2022, US$ m", "2023"],
    ["Korea, Rep.", "1,234", "2\n3"],
  ]);
  for (const cell of grid?.rows.flat() ?? []) expect(text.slice(cell.start, cell.end)).toBe(cell.text);
});

test("a line of prose with a bar or a tab is no table", () => {
  expect(tablesIn("a | b\nc | d\n")).toEqual([]);
  expect(tablesIn("one\ttwo\nthree")).toEqual([]);
});

test("true tables raise no alarm, whatever they leave out; of planted slips most are seen", () => {
  const { claims, alarms, seen, planted } = tried(40);
  expect(alarms).toEqual([]);
  expect(claims).toBeGreaterThan(300);
  expect(seen / planted).toBeGreaterThan(0.85);
});
