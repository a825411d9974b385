import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readStatements } from "../../src/data/statements.js";

const folder = mkdtempSync(join(tmpdir(), "trade-figures-statements-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const short = (path: string) =>
  readStatements([path]).map((one) => [
    one.area,
    one.partner,
    one.flow,
    one.period.text,
    one.amount?.interval.show() ?? "",
    one.growth?.interval.show() ?? "",
    one.where?.replace(/^.* line/, "line") ?? "",
  ]);

describe("statements of one's own", () => {
  test("CSV: the figure in one cell, or with columns for scale and currency; columns in any order", () => {
    const path = file(
      "own.csv",
      'flow,area,period,amount,scale,currency,hedge,growth,source,note\nexports,Liaoning,2023,14.40bn yuan,,,,29.4%,"Sputnik, 2024",x\ntotal,Liaoning,2023,54.9,billion,CNY,more than,53,,\ntotal,Liaoning,2022,,,CNY,,-2,,\n',
    );
    expect(short(path)).toEqual([
      ["Liaoning", "WLD", "exports", "2023", "[14395000000, 14405000000)", "[0.2935, 0.2945)", "line 2"],
      ["Liaoning", "WLD", "total", "2023", "(54900000000, ∞)", "[0.525, 0.535)", "line 3"],
      ["Liaoning", "WLD", "total", "2022", "", "(-0.025, -0.015]", "line 4"],
    ]);
    expect(readStatements([path])[0]?.amount?.source?.publisher).toBe("Sputnik, 2024");
  });

  test("YAML and JSON keep the zeros of 42.60", () => {
    const yaml = file(
      "own.yaml",
      "statements:\n  - area: A\n    partner: B\n    flow: total\n    period: 2023-09\n    amount: 42.60\n    scale: billion\n    currency: USD\n    record: highest since 2022-02\n",
    );
    const json = file(
      "own.json",
      '[{"area": "A", "partner": "B", "flow": "total", "period": "2023-09", "amount": 42.60, "scale": "billion", "currency": "USD"}]',
    );
    expect(short(yaml)[0]?.[4]).toBe("[42595000000, 42605000000)");
    expect(short(json)[0]?.[4]).toBe("[42595000000, 42605000000)");
    expect(readStatements([yaml])[0]?.record).toMatchObject({ of: "highest", since: { text: "2022-02" } });
  });

  test("a folder: every file with statements, or the package's own tables", () => {
    mkdirSync(join(folder, "some"));
    file("some/a.csv", "area,flow,period,amount\nA,total,2023,$5bn\n");
    file("some/b.yaml", "- {area: A, flow: total, period: 2022, amount: $4bn}\n");
    expect(short(join(folder, "some")).map(([area, , , when]) => [area, when])).toEqual([
      ["A", "2023"],
      ["A", "2022"],
    ]);
    expect(readStatements(["data"]).length).toBeGreaterThan(1000);
  });

  test.each([
    [
      "area,flow,period,ammount\nA,total,2023,5\n",
      /line 1: found the column "ammount"; a statement has area, partner/,
    ],
    [
      "area,flow,period,amount\nA,sales,2023,$5\n",
      /line 2: found the flow "sales", expected exports, imports, total/,
    ],
    ["area,flow,period,amount\nA,total,23,$5\n", /line 2: "23" is not a period/],
    [
      "area,flow,period,amount\nA,total,2023,\n",
      /line 2: found no figure: expected an amount, a growth, a share or a record/,
    ],
    ["area,flow,period,amount\n,total,2023,$5\n", /line 2: expected area: whose trade/],
    [
      "area,flow,period,record\nA,total,2023,best\n",
      /line 2: found the record "best", expected highest or lowest/,
    ],
  ])("%j is refused with its line", (text, message) => {
    expect(() => readStatements([file("broken.csv", text)])).toThrow(message);
  });

  test("files of another kind, and folders without statements", () => {
    expect(() => readStatements([file("own.txt", "x")])).toThrow(
      /statements are read from \.csv, \.yaml and \.json files/,
    );
    mkdirSync(join(folder, "none"));
    expect(() => readStatements([join(folder, "none")])).toThrow(
      /found no \.csv, \.yaml or \.json with statements/,
    );
    expect(() => readStatements([join(folder, "missing.csv")])).toThrow(/there is no such file/);
  });
});
