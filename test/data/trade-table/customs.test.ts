import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sumBy } from "../../../src/data/columns/sums.js";
import { customsColumns, loadCustoms } from "../../../src/data/trade-table/load.js";
import { mirror } from "../../../src/data/trade-table/mirror.js";
import type { CustomsRow } from "../../../src/data/trade-table/row.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-customs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const COMTRADE =
  "period,reporterCode,reporterISO,flowCode,partnerCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,qty,qtyUnitAbbr,primaryValue";
const comtrade = (...rows: string[]) => file("comtrade.csv", `${COMTRADE}\n${rows.join("\n")}\n`);

test("Comtrade: a second partner, a procedure and a mode of transport count once", async () => {
  const path = comtrade(
    "202309,156,CHN,X,643,RUS,0,27,C00,0,10,kg,100.5",
    "202309,156,CHN,X,643,RUS,398,27,C00,0,4,kg,40.5",
    "202309,156,CHN,X,643,RUS,0,27,C01,0,6,kg,60",
    "202309,156,CHN,X,643,RUS,0,27,C00,2100,10,kg,100.5",
    "202309,156,CHN,X,0,W00,0,27,C00,0,99,kg,999",
    // Only its parts are there: they stay, and add up.
    "202309,156,CHN,X,643,RUS,0,28,C00,2100,1,kg,7",
    "202309,156,CHN,X,643,RUS,0,28,C00,3200,1,kg,8",
  );
  const { rows, leftOut, form } = await loadCustoms(path);
  expect(form).toBe("UN Comtrade");
  expect(rows.map((row) => [row.partner, row.commodity, row.value])).toEqual([
    ["RUS", "27", "100.5"],
    ["RUS", "28", "7"],
    ["RUS", "28", "8"],
  ]);
  expect(leftOut.reduce((sum, one) => sum + one.rows, 0)).toBe(4);
  const { value, keys } = customsColumns(rows);
  expect(
    sumBy(value, [keys["chapter"] as never])
      .get("28")
      ?.toFixed(),
  ).toBe("15");
});

test("Comtrade: a mode of transport that lies in another counts once", async () => {
  const path = comtrade(
    // By water, of which by sea and by inland waterway; by land only its parts.
    "202309,156,CHN,X,643,RUS,0,27,C00,2000,,,100",
    "202309,156,CHN,X,643,RUS,0,27,C00,2100,,,70",
    "202309,156,CHN,X,643,RUS,0,27,C00,2200,,,30",
    "202309,156,CHN,X,643,RUS,0,27,C00,3100,,,5",
    "202309,156,CHN,X,643,RUS,0,27,C00,3200,,,6",
    // Pipelines and cables, of which pipelines; and what holds both.
    "202309,156,CHN,X,643,RUS,0,28,C00,9110,,,7",
    "202309,156,CHN,X,643,RUS,0,28,C00,9100,,,8",
    "202309,156,CHN,X,643,RUS,0,29,C00,9110,,,9",
    "202309,156,CHN,X,643,RUS,0,29,C00,9000,,,11",
    // Of another procedure the sea is no part of this water.
    "202309,156,CHN,X,643,RUS,0,30,C01,2000,,,12",
    "202309,156,CHN,X,643,RUS,0,30,C02,2100,,,13",
  );
  const { rows, leftOut } = await loadCustoms(path);
  expect(rows.map((row) => row.value)).toEqual(["100", "5", "6", "8", "11", "12", "13"]);
  expect(leftOut).toEqual([{ why: "mode of transport: the row that holds it is there", rows: 4 }]);
});

test("Comtrade: the modes of transport are those of its list, each held by the one above it", async () => {
  const all = [
    0, 1000, 2000, 2100, 2200, 2900, 3000, 3100, 3200, 3900, 9000, 9100, 9110, 9120, 9190, 9200, 9300, 9900,
  ];
  const rows = (...codes: readonly (number | string)[]) =>
    loadCustoms(comtrade(...codes.map((code, i) => `202309,156,CHN,X,643,RUS,0,27,C00,${code},,,${i + 1}`)));
  const kept = async (...codes: readonly number[]) =>
    (await rows(...codes)).rows.map((row) => row.parts["mode of transport"]).join(" ");
  expect(await kept(...all)).toBe("0");
  expect(await kept(...all.slice(1))).toBe("1000 2000 3000 9000");
  expect(await kept(...all.filter((code) => code % 1000 > 0))).toBe(
    "2100 2200 2900 3100 3200 3900 9100 9200 9300 9900",
  );
  expect(await kept(9110, 9120, 9190, 9000)).toBe("9000");
  // Of a code that is on no list it is not known what it is a part of.
  await expect(rows("2150")).rejects.toThrow('column motCode: found "2150", expected one of 0, 1000, 2000');
});

test("of two countries only what each reports of the other is kept, and all reporters are named", async () => {
  const path = comtrade(
    "202309,156,CHN,X,643,RUS,0,27,C00,0,,,100",
    "202309,156,CHN,X,276,DEU,0,2709,C00,0,,,60",
    "202309,643,RUS,M,156,CHN,0,27,C00,0,,,105",
    "202309,276,DEU,M,156,CHN,0,27,C00,0,,,61",
  );
  const { rows, reporters } = await loadCustoms(path, { between: ["RUS", "CHN"] });
  expect(rows.map((row) => row.value)).toEqual(["100", "105"]);
  expect(reporters).toEqual(["CHN", "DEU", "RUS"]);
});

test("rows by procedure and mode beside rows by the mode that holds it are not added", async () => {
  const of = (...codes: string[]) =>
    loadCustoms(comtrade(...codes.map((code, i) => `202309,156,CHN,X,643,RUS,0,27,${code},,,${i + 1}`)));
  const both = /both hold the same trade in part/;
  await expect(of("C01,2100", "C00,2000")).rejects.toThrow(both);
  await expect(of("C01,2000", "C00,2100")).rejects.toThrow(both);
  await expect(of("C00,9000", "C01,9110")).rejects.toThrow(both);
  expect((await of("C01,2100", "C00,2200", "C00,3000", "C02,1000")).rows.length).toBe(4);
});

test("more rows than may be held end the reading, in one file or in several", async () => {
  const rows = ["RUS", "DEU", "USA"].map((code, i) => `202309,156,CHN,X,${i + 1},${code},0,27,C00,0,,,1`);
  const path = comtrade(...rows);
  expect((await loadCustoms(path, { most: 3 })).rows.length).toBe(3);
  await expect(loadCustoms(path, { most: 2 })).rejects.toThrow("line 4: here are more customs rows");
  await expect(loadCustoms([path, path], { most: 4 })).rejects.toThrow("line 3: here are more customs rows");
  expect((await loadCustoms(path, { most: 1, between: ["CHN", "USA"] })).rows.length).toBe(1);
});

test("the JSON of Comtrade keeps its digits", async () => {
  const row = `{"period":"202309","reporterCode":156,"reporterISO":"CHN","flowCode":"M","partnerCode":643,"partnerISO":"RUS","partner2Code":0,"cmdCode":"TOTAL","customsCode":"C00","motCode":0,"qty":null,"primaryValue":12345678901234567.125}`;
  const { rows } = await loadCustoms(file("c.json", `{"count":1,"data":[${row}]}`));
  expect(rows[0]).toMatchObject({
    value: "12345678901234567.125",
    flow: "import",
    valuation: "CIF",
    month: "2023-09",
  });
});

test("levels of commodities are not added to each other", async () => {
  const path = comtrade(
    "202309,156,CHN,X,643,RUS,0,27,C00,0,,,100",
    "202309,156,CHN,X,643,RUS,0,2709,C00,0,,,90",
    "202309,156,CHN,X,643,RUS,0,TOTAL,C00,0,,,500",
  );
  await expect(loadCustoms(path)).rejects.toThrow(
    "commodities of several levels are in one file (2, 4, total digits)",
  );
  expect((await loadCustoms(path, { level: 4 })).rows.map((row) => row.value)).toEqual(["90"]);
  expect((await loadCustoms(path, { level: "total" })).rows.map((row) => row.value)).toEqual(["500"]);
});

test("Comext: procedures are parts that add up, EU sums are left out", async () => {
  const path = file(
    "full202309.dat",
    "DECLARANT_ISO,PARTNER_ISO,TRADE_TYPE,PRODUCT_NC,FLOW,STAT_PROCEDURE,PERIOD,VALUE_IN_EUROS,QUANTITY_IN_KG\nDE,CN,E,27090010,1,1,202309,1500,20\nDE,CN,E,27090010,1,2,202309,500,3\nDE,EXTRA,E,27090010,1,1,202309,9999,3\n",
  );
  const { rows, form } = await loadCustoms(path);
  expect(form).toBe("Eurostat Comext");
  expect(rows.map((row) => [row.reporter, row.partner, row.flow, row.value, row.currency])).toEqual([
    ["DE", "CN", "import", "1500", "EUR"],
    ["DE", "CN", "import", "500", "EUR"],
  ]);
});

test("SDMX-CSV: observations of quantities are no values", async () => {
  const path = file(
    "sdmx.csv",
    "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE\nESTAT:DS,M,DE,CN,27,2,VALUE_IN_EUROS,2023-09,100\nESTAT:DS,M,DE,CN,27,2,QUANTITY_IN_100KG,2023-09,5\nESTAT:DS,M,DE,WORLD,27,2,VALUE_IN_EUROS,2023-09,900\n",
  );
  expect((await loadCustoms(path)).rows.map((row) => [row.flow, row.value])).toEqual([["export", "100"]]);
});

test("a row twice, an unknown flow, a value that is none and an unknown form are named with their line", async () => {
  const one = "202309,156,CHN,X,643,RUS,0,27,C00,0,,,1";
  await expect(loadCustoms(comtrade(one, one))).rejects.toThrow("line 3: the same row as line 2");
  await expect(loadCustoms(comtrade(one.replace(",X,", ",Q,")))).rejects.toThrow(
    'line 2, column flowCode: found "Q"',
  );
  await expect(loadCustoms(comtrade(one.replace(/1$/, "1.234e5")))).rejects.toThrow('the value "1.234e5"');
  await expect(loadCustoms(file("x.csv", "a,b\n1,2\n"))).rejects.toThrow("no known form");
  await expect(loadCustoms(join(folder, "nowhere.csv"))).rejects.toThrow("there is no");
});

test("a semicolon in a cell of a file with commas separates nothing", async () => {
  const path = file(
    "swine.csv",
    "period,reporterCode,flowCode,partnerCode,cmdCode,cmdDesc,primaryValue\n202309,156,X,643,0103,Swine; live,5.5\n",
  );
  expect((await loadCustoms(path)).rows.map((row) => [row.commodity, row.value])).toEqual([["0103", "5.5"]]);
});

test("files that overlap count once, and domestic exports are a part of exports", async () => {
  const all = "202309,156,CHN,X,643,RUS,0,27,C00,0,,,100";
  const one = file("one.csv", `${COMTRADE}\n${all}\n`);
  const two = file("two.csv", `${COMTRADE}\n${all}\n`);
  await expect(loadCustoms([one, two])).rejects.toThrow("two.csv, line 2: the same row as");
  const parts = file(
    "parts.csv",
    `${COMTRADE}\n202309,156,CHN,DX,643,RUS,0,27,C00,0,,,90\n202309,156,CHN,X,643,RUS,398,27,C00,0,,,40\n202309,156,CHN,X,97,EUR,0,27,C00,0,,,7\n`,
  );
  const { rows, leftOut } = await loadCustoms([parts, one]);
  expect(rows.map((row) => row.value)).toEqual(["100"]);
  expect(leftOut.reduce((sum, { rows: count }) => sum + count, 0)).toBe(3);
});

test("rows by procedure beside rows by mode of transport hold the same trade, and are not added", async () => {
  const path = comtrade(
    "202309,156,CHN,X,643,RUS,0,27,C01,0,,,60",
    "202309,156,CHN,X,643,RUS,0,27,C00,2100,,,70",
  );
  await expect(loadCustoms(path)).rejects.toThrow(
    /line 3: it is by mode of transport, and line 2 by customs procedure: both hold the same trade/,
  );
  const crossed = comtrade(
    "202309,156,CHN,X,643,RUS,0,27,C01,2100,,,60",
    "202309,156,CHN,X,643,RUS,0,27,C02,2100,,,70",
    "202309,156,CHN,X,643,RUS,0,27,C00,3200,,,5",
  );
  expect((await loadCustoms(crossed)).rows.length).toBe(3);
});

const row = (flow: "export" | "import", month: string, value: string): CustomsRow => ({
  reporter: flow === "export" ? "CHN" : "RUS",
  partner: flow === "export" ? "RUS" : "CHN",
  flow,
  commodity: "27",
  month,
  value,
  currency: "USD",
  valuation: flow === "export" ? "FOB" : "CIF",
  quantity: undefined,
  unit: undefined,
  parts: {},
  file: "t",
  line: 1,
});

test("mirror: freight, transit and thresholds bound the imports that exports allow", () => {
  const exports = [row("export", "2023-08", "100"), row("export", "2023-09", "200")];
  const at = (imports: string) =>
    mirror(exports, [row("import", "2023-09", imports)], { decimals: 0 }).find(
      (one) => one.month === "2023-09",
    );
  // 200 × 0.5 × 0.99 = 99 and (200 + 0.5 × 100) × 1.1 = 275.
  expect(at("210")).toMatchObject({ lower: "99", upper: "275", verdict: "consistent", unexplained: "0" });
  expect(at("275")).toMatchObject({ verdict: "consistent" });
  expect(at("276")).toMatchObject({ verdict: "inconsistent", unexplained: "1" });
  expect(at("98")).toMatchObject({ verdict: "inconsistent", unexplained: "-1" });
  const first = mirror(exports, [row("import", "2023-08", "400")], { decimals: 0 });
  expect(first.map((one) => one.verdict)).toEqual(["undecided", "undecided"]);
});

test("mirror: freight from more to less is refused", () => {
  const exports = [row("export", "2023-09", "1")];
  expect(() => mirror(exports, [row("import", "2023-09", "1")], { freight: ["10", "0"] })).toThrow(
    "freight adds",
  );
});

test("mirror: amounts in two currencies are refused", () => {
  const euros = { ...row("import", "2023-09", "1"), currency: "EUR" };
  expect(() => mirror([row("export", "2023-09", "1")], [euros])).toThrow(
    "convert them to one currency first",
  );
});
