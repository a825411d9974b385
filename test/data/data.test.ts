import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { COLUMNS, openData, type RowOf, type TableName, type TradeRow } from "../../src/data/index.js";

const root = resolve(import.meta.dirname, "../..");
const data = openData(join(root, "data"));
const NAMES = Object.keys(COLUMNS) as TableName[];

// An oracle of its own: figures as whole numbers of 1e-6 of the unit, never the package's arithmetic.
const DIGITS = 6;
function scaled(text: string): bigint {
  const [whole, part = ""] = text.split(".");
  return BigInt((whole as string) + part.padEnd(DIGITS, "0"));
}
/** Half of the last printed place. */
function half(text: string): bigint {
  const places = text.split(".")[1]?.length ?? 0;
  return 10n ** BigInt(DIGITS - places) / 2n;
}
/** How far exports plus imports lie from the total, and how far rounding lets them. */
function gap(total: string, exports: string, imports: string): { off: bigint; allowed: bigint } {
  const off = scaled(exports) + scaled(imports) - scaled(total);
  return { off: off < 0n ? -off : off, allowed: half(total) + half(exports) + half(imports) };
}

describe("data/datapackage.json", () => {
  const json = JSON.parse(readFileSync(join(root, "data/datapackage.json"), "utf8"));
  test("describes the tables that the program knows, column by column", () => {
    const described = Object.fromEntries(
      json.resources.map((one: { name: string; schema: { fields: { name: string }[] } }) => [
        one.name,
        one.schema.fields.map((field) => field.name),
      ]),
    );
    expect(described).toEqual(COLUMNS);
  });
  test("the codebook names every table and column", () => {
    const book = readFileSync(join(root, "data/README.md"), "utf8");
    const chapters = new Map(
      book.split(/^## /m).map((chapter) => [chapter.split(".csv")[0], chapter] as const),
    );
    for (const name of NAMES) {
      for (const column of COLUMNS[name])
        expect(chapters.get(name), `${name}.${column}`).toContain(`\`${column}\``);
    }
  });
  test("the codebook counts the rows right", () => {
    const book = readFileSync(join(root, "data/README.md"), "utf8");
    const counted = [...book.matchAll(/^## (\S+)\.csv \((\d+) rows\)/gm)];
    expect(counted).toHaveLength(NAMES.length);
    for (const [, name, count] of counted)
      expect(data.table(name as TableName), name).toHaveLength(Number(count));
  });
  test("the official validator finds no fault", () => {
    const validator = join(root, ".venv/bin/frictionless");
    if (!existsSync(validator)) {
      if (process.env["CI"] === "true") throw new Error(`${validator} is missing: install requirements.txt`);
      console.log(
        "frictionless is not in .venv (requirements.txt): data/ was checked by our own reader only",
      );
      return;
    }
    const report = JSON.parse(
      execFileSync(validator, ["validate", "data/datapackage.json", "--json"], {
        cwd: root,
        encoding: "utf8",
      }),
    );
    expect(report.valid).toBe(true);
    expect(report.tasks.map((task: { name: string }) => task.name)).toEqual(NAMES);
  });
});

describe("sources", () => {
  test("every source is used by some row", () => {
    const named = NAMES.filter((name) => name !== "sources");
    const used = new Set(
      named.flatMap((name) => data.table(name).map((row) => (row as { source: string }).source)),
    );
    used.add("e-to-china-faq"); // the rule of the customs rates, named in the codebook
    expect(
      data
        .table("sources")
        .map(({ id }) => id)
        .filter((id) => !used.has(id)),
    ).toEqual([]);
  });
  test("a source without an address says so", () => {
    const silent = data.table("sources").filter(({ url, note }) => url === "" && !/address/.test(note));
    expect(silent).toEqual([]);
  });
});

describe("amounts", () => {
  const rows = [...data.table("trade"), ...data.table("provinces")];
  test("amount and scale stand together, and a row says something", () => {
    for (const row of rows) {
      expect(row.amount === "", JSON.stringify(row)).toBe(row.scale === "");
      expect(row.amount + row.growth_percent, JSON.stringify(row)).not.toBe("");
    }
  });
  test("a run of months goes forward within a year", () => {
    for (const { period } of rows) {
      const [first, last = first] = period.split("/") as [string, string?];
      expect(last.slice(0, 4)).toBe(first.slice(0, 4));
      expect(period.includes("/") ? last > first : true, period).toBe(true);
    }
  });

  const keyed = new Map(data.table("trade").map((row) => [tradeKey(row), row]));
  function tradeKey(row: Pick<TradeRow, "partner" | "flow" | "period" | "currency">): string {
    return [row.partner, row.flow, row.period, row.currency].join(" ");
  }
  const sums = data.table("trade").flatMap((total) => {
    if (total.flow !== "total" || total.amount === "") return [];
    const exports = keyed.get(tradeKey({ ...total, flow: "exports" }));
    const imports = keyed.get(tradeKey({ ...total, flow: "imports" }));
    return exports?.amount && imports?.amount ? [{ total, exports, imports }] : [];
  });
  test("September 2023 is at the edge: 9.6 was cut", () => {
    const [one] = sums.filter(({ total }) => total.partner === "RUS" && total.period === "2023-09");
    const { total, exports, imports } = one as (typeof sums)[number];
    expect([total.amount, exports.amount, imports.amount]).toEqual(["21.18", "9.6", "11.53"]);
    expect(gap("21.18", "9.6", "11.53").off).toBe(50_000n);
    expect(gap("21.18", "9.65", "11.53").off).toBe(0n);
  });
  test("Liaoning's year adds up, and nine months of exports would be more than the year's", () => {
    const find = (flow: string, period: string) =>
      data
        .table("provinces")
        .filter(
          (r) => r.area === "Liaoning" && r.partner === "RUS" && r.flow === flow && r.period === period,
        );
    expect(find("total", "2023").map((r) => r.amount)).toEqual(["54.9", "54.9"]);
    expect(gap("54.9", "14.4", "40.5").off).toBe(0n);
    const [year] = find("exports", "2023");
    const [months] = find("exports", "2023-01/2023-09");
    expect(scaled(months?.amount as string)).toBeGreaterThan(scaled(year?.amount as string));
    expect(months?.status).toBe("contradicted");
    expect(find("total", "2023-01/2023-09").map((r) => [r.growth_percent, r.status])).toEqual([
      ["82.3", "disputed"],
      ["82.3", "disputed"],
      ["45", "disputed"],
    ]);
  });
  test("figures that are wrong on their pages are not there", () => {
    const amounts = data.table("trade").map((row) => row.amount);
    for (const wrong of ["148.8", "75.489", "343.87"]) expect(amounts).not.toContain(wrong);
    expect(keyed.get("RUS total 2021 USD")?.amount).toBe("146.887");
    expect(keyed.get("RUS total 2022-01/2022-07 USD")?.amount).toBe("97.71");
  });
  test("trailing zeros of the print are kept", () => {
    expect(keyed.get("RUS total 2026-02 USD")?.amount).toBe("19.190");
    expect(data.table("conversions").find(({ id }) => id === "ru-2023")?.foreign_amount).toBe("235.90");
  });
  test("where outlets disagree the row says how", () => {
    const split = data.table("trade").filter((row) => row.outlets_agree === "no");
    expect(split.map((row) => row.note === "")).toEqual([false, false, false, false]);
  });
});

describe("rates", () => {
  const daily = new Map(
    data.table("rates").map((row) => [`${row.date} ${row.base}/${row.quote} ${row.kind}`, row.rate]),
  );
  test("the days of the running example", () => {
    expect(daily.get("2023-10-20 USD/CNY central-parity")).toBe("7.1793");
    expect(daily.get("2023-10-23 USD/CNY central-parity")).toBe("7.1792");
    expect(daily.get("2023-10-23 USD/CNY noon-buying")).toBe("7.3158");
    expect(daily.get("2023-10-24 USD/CNY noon-buying")).toBe("7.3090");
    expect(daily.get("2023-10-23 EUR/CNY reference")).toBe("7.7529");
  });
  test("the Federal Reserve and the fixing print four decimals", () => {
    for (const row of [
      ...data.table("rates"),
      ...data.table("average_rates"),
      ...data.table("customs_rates"),
    ]) {
      if (row.kind !== "reference") expect(row.rate).toMatch(/^\d\.\d{4}$/);
    }
  });
  test("no rate falls on a weekend, and each kind has its source", () => {
    const sources: Record<string, string> = {
      "central-parity": "cfets-central-parity",
      "noon-buying": "fed-h10",
      reference: "ecb-reference",
    };
    for (const { date, kind, source } of data.table("rates")) {
      expect([1, 2, 3, 4, 5], date).toContain(new Date(`${date}T00:00Z`).getUTCDay());
      expect(source).toBe(sources[kind]);
    }
  });
  test("a month's average lies among its days, where the data has days of it", () => {
    let compared = 0;
    for (const { month, rate } of data.table("average_rates")) {
      const days = data
        .table("rates")
        .filter((row) => row.kind === "noon-buying" && row.date.startsWith(month));
      if (days.length < 10) continue;
      compared += 1;
      // Part of a month's days cannot give its mean; they can show a wrong row, which would lie apart.
      const values = days.map((row) => scaled(row.rate)).sort((a, b) => (a < b ? -1 : 1));
      const room = 50_000n;
      expect(scaled(rate), month).toBeGreaterThan((values[0] as bigint) - room);
      expect(scaled(rate), month).toBeLessThan((values[values.length - 1] as bigint) + room);
    }
    expect(compared).toBeGreaterThan(1);
  });
  test("average and customs rates have every month once", () => {
    const months = (rows: readonly { month: string }[]) => [...new Set(rows.map((row) => row.month))];
    const run = (first: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        new Date(Date.UTC(first, index, 1)).toISOString().slice(0, 7),
      );
    expect(months(data.table("average_rates"))).toEqual(run(2021, 48));
    expect(months(data.table("customs_rates"))).toEqual(run(2021, 37));
    expect(data.table("customs_rates")).toHaveLength(74);
  });
  test("customs rates are fixed on the Wednesday that the rule says", () => {
    for (const row of data.table("customs_rates") as readonly RowOf<"customs_rates">[]) {
      const day = new Date(`${row.fixing_date}T00:00Z`);
      const applies = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1))
        .toISOString()
        .slice(0, 7);
      expect(applies).toBe(row.month);
      expect(day.getUTCDay()).toBe(3);
      expect(Math.ceil(day.getUTCDate() / 7)).toBe(row.rule === "third-wednesday" ? 3 : 4);
    }
  });
  test("customs rates are the central parity of their day, where the data has that day", () => {
    const found = data.table("customs_rates").flatMap((row) => {
      const parity = daily.get(`${row.fixing_date} ${row.base}/CNY central-parity`);
      return parity === undefined ? [] : [[row.fixing_date, row.base, row.rate, parity]];
    });
    expect(found.length).toBeGreaterThanOrEqual(10);
    for (const [day, base, rate, parity] of found) expect(rate, `${day} ${base}`).toBe(parity);
  });
});

describe("places", () => {
  test("lie within the region of the routes, degrees north before degrees east", () => {
    for (const { name, lat, lon } of data.table("places")) {
      expect(Number(lat) > 29 && Number(lat) < 57, name).toBe(true);
      expect(Number(lon) > 37 && Number(lon) < 134, name).toBe(true);
    }
  });
});
