import { expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import { htmlText } from "../../src/cli/text/input/html-text.js";
import { read } from "../../src/text/read.js";

/** A page with a table as accounts print them: `$`, `)` and `%` in cells of their own, and blank columns between. */
const page = (before: string, rows: readonly string[]): string =>
  `<p>${before}</p><table>${rows.map(rowOf).join("")}</table>`;

/** "Label | $1,234 | (4)% | =2025": a figure takes three cells, a head "=…" spans them; cells between are blank. */
const rowOf = (row: string): string =>
  `<tr>${row
    .split(" | ")
    .map((cell, i) => (i === 0 ? `<td>${cell}</td>` : cellsOf(cell)))
    .join("<td></td>")}</tr>`;

function cellsOf(cell: string): string {
  if (cell.startsWith("=")) return `<td colspan="3">${cell.slice(1)}</td>`;
  const [, dollar = "", bracket = "", digits = "", behind = ""] =
    /^(\$?)(\(?)([^)%]*)(\)?%?)$/.exec(cell) ?? [];
  const number = `${bracket}${digits}`;
  return dollar === ""
    ? `<td colspan="2">${number}</td><td>${behind}</td>`
    : `<td>$</td><td>${number}</td><td>${behind}</td>`;
}

const readPage = (html: string) => {
  const { text, tables } = htmlText(html);
  return read(text, { tables });
};
const claims = (html: string) => check(readPage(html)).claims;
const told = (html: string) => claims(html).map((one) => `${one.claim.rule} ${one.span.text} ${one.verdict}`);
const wrong = (html: string) => claims(html).filter((one) => one.verdict === "inconsistent");
const figures = (html: string) =>
  readPage(html).mentions.flatMap((one) => ("figure" in one ? [`${one.text}: ${one.figure.unit}`] : []));

const SALES = [
  " | =2025 | =Change | =2024 | =Change | =2023",
  "North | $4,812 | 7% | $4,497 | 3% | $4,366",
  "South | 2,961 | (4)% | 3,084 | (8)% | 3,352",
  "East | 1,207 | 15% | 1,049 | —% | 1,049",
  "Total net sales | $8,980 | 4% | $8,630 | (2)% | $8,767",
];
const sales = (rows = SALES) => page("Net sales by region (dollars in millions):", rows);

test("signs in cells of their own are of the figure beside them, and growth between two years is checked in whole percents", () => {
  expect(told(sales())).toEqual([
    "table-growth 7 consistent",
    "table-growth 3 consistent",
    "table-growth (4 consistent",
    "table-growth (8 consistent",
    "table-growth 15 consistent",
    "table-total 8,980 consistent",
    "table-growth 4 consistent",
    "table-total 8,630 consistent",
    "table-growth (2 consistent",
    "table-total 8,767 consistent",
  ]);
});

const OPERATING = [
  " | =Income before tax | =Segment sales | =Percent of segment sales",
  "(Dollars in millions) | =2025 | =2025 | =2025",
  "Devices | $1,204 | $6,115 | 19.7%",
  "Drugs | 3,377 | 9,842 | 34.3",
  "Care | 918 | 4,270 | 21.5",
  "Total | $5,499 | $20,227 | 27.2",
];

test("a column whose first figure has a % is one of percentages, and no sum", () => {
  const html = page("Income by segment:", OPERATING);
  expect(wrong(html).map(String)).toEqual([]);
  expect(figures(html).filter((one) => one.startsWith("21.5"))).toEqual(["21.5: percent"]);
  expect(told(html).filter((one) => one.startsWith("table-share"))).toHaveLength(4);
  expect(told(html).filter((one) => one.startsWith("table-total"))).toHaveLength(2);
});

test("rows of ratios, of shares and per share have not the unit of the amounts around them", () => {
  const html = page("", [
    "(In millions, except per share data) | =2025 | =2024",
    "Net sales | $9,214 | $8,731",
    "Cost of sales | 5,520 | 5,318",
    "Gross margin as a percent of sales | 40.1 | 39.1",
    "Net income | $731 | $688",
    "Basic earnings per share | 2.31 | 2.17",
    "Weighted average shares | 316.5 | 317.1",
    "Employees | 41,200 | 40,700",
    "6.75% notes | 1,250 | 1,250",
  ]);
  expect(figures(html)).toEqual([
    ...["9,214", "8,731", "5,520", "5,318"].map((one) => `${one}: USD`),
    ...["40.1", "39.1"].map((one) => `${one}: percent`),
    ...["731", "688", "1,250", "1,250"].map((one) => `${one}: USD`),
  ]);
  expect(wrong(html).map(String)).toEqual([]);
});

const BALANCE = [
  "(In thousands) | =2025 | =2024",
  "Current assets:",
  "Cash | $1,212 | $1,180",
  "Receivables | 2,340 | 2,295",
  "Inventories | 887 | —",
  "Total current assets | 4,439 | 3,475",
  "Property, at cost | 9,870 | 9,400",
  "Less: accumulated depreciation | 3,112 | 2,950",
  "Goodwill | 450 | 450",
  "Total assets | $11,647 | $10,375",
];

test("a total of totals is of those and of what stands beside them; what is taken off is subtracted, and a dash is nothing", () => {
  const html = page("Balance sheets", BALANCE);
  expect(told(html).filter((one) => one.startsWith("table-total"))).toEqual([
    "table-total 4,439 consistent",
    "table-total 3,475 consistent",
    "table-total 11,647 consistent",
    "table-total 10,375 consistent",
  ]);
});

test("a column called a change is one of amounts where it is the difference of two", () => {
  const html = page("Revenue ($ million)", [
    " | =2025 | =2024 | =Change",
    "Freight | 4,812 | 4,497 | 315",
    "Storage | 2,961 | 3,084 | (123)",
    "Customs | 1,207 | 1,049 | 158",
  ]);
  expect(told(html)).toEqual([
    "table-difference 315 consistent",
    "table-difference (123 consistent",
    "table-difference 158 consistent",
  ]);
});

test("what one other figure of the table explains is no slip: a part that only one column has", () => {
  const html = page("Results (dollars in millions)", [
    " | =2025 | =2024 | =2023",
    "Earnings before tax | $1,978 | $1,455 | $1,803",
    "Tax | 411 | 302 | 377",
    "Add: loss of others | — | — | 94",
    "Net earnings | $1,567 | $1,153 | $1,520",
  ]);
  expect(wrong(html).map(String)).toEqual([]);
});

test("of single digits changed in a checked table nine of ten are seen", () => {
  const tables = [
    ["Net sales by region (dollars in millions):", SALES],
    ["Income by segment:", OPERATING],
  ] as const;
  const missed: string[] = [];
  let planted = 0;
  for (const [before, rows] of tables) {
    for (const [r, row] of rows.entries()) {
      // The first figure of each row, digit by digit; a figure of whole percents leaves its last digit open.
      const figure = /\d+,\d+/.exec(row);
      if (figure === null) continue;
      for (let i = 0; i < figure[0].length - 1; i++) {
        if (figure[0][i] === ",") continue;
        const at = figure.index + i;
        const changed = `${row.slice(0, at)}${(Number(row[at]) + 3) % 10 || 1}${row.slice(at + 1)}`;
        planted++;
        if (wrong(page(before, [...rows.slice(0, r), changed, ...rows.slice(r + 1)])).length === 0)
          missed.push(changed);
      }
    }
  }
  expect(planted).toBeGreaterThan(20);
  expect(missed.length / planted, missed.join("\n")).toBeLessThanOrEqual(0.1);
});

test("growth in whole percents of small amounts is checked where the head says what the column is", () => {
  const rows = [
    "Country | =2023 | =2024 | =Change, %",
    "Norway | 120 | 126 | 5",
    "Chile | 80 | 84 | 5",
    "Kenya | 40 | 43 | 9",
    "Total | 240 | 253 | 5",
  ];
  expect(
    told(page("Exports, US$ million", rows)).filter((one) => one.startsWith("table-growth")),
  ).toHaveLength(4);
});

test("a percentage that nothing bears out is left out, with a reason that is true", () => {
  const rows = ["Country | =2023 | =Growth", "Norway | 120 | 5", "Chile | 80 | 5", "Kenya | 40 | 9"];
  const { unread } = readPage(page("Exports, US$ million", rows));
  expect(unread.filter((one) => one.text === "9").map((one) => one.why)).toEqual([
    "a share or a change in a table whose unit no head says and too few other figures bear out",
  ]);
});

const DRAWN = `CASH FLOWS
<TABLE>
<CAPTION>
- ------------------------------------------------------------------
For the years ended December 31 (In millions)        1995       1994
- ------------------------------------------------------------------
<S>                                              <C>        <C>
OPERATIONS
Net earnings                                     $  4,315   $  4,725
Depreciation, depletion and amortization
   of plant and equipment.....................      3,261      2,818
Increase in accounts payable                         (571)       135
                                                 --------   --------
                                                    7,005      7,678
                                                 --------   --------
INVESTMENTS
Additions to plant                                 (4,739)    (4,824)
Dispositions                                        1,155          -
All other                                             604         90
                                                 --------   --------
Total investments                                $ (2,980)  $ (4,734)
                                                 ========   ========
</TABLE>
`;

test("a table drawn with spaces between tags is read: signs far from their figures, labels of two lines, sums without a word", () => {
  const claims = check(read(DRAWN)).claims;
  expect(claims.map((one) => `${one.claim.rule} ${one.span.text} ${one.verdict}`)).toEqual([
    "table-total 7,005 consistent",
    "table-total 7,678 consistent",
    "table-total $ (2,980) consistent",
    "table-total $ (4,734) consistent",
  ]);
  const { mentions } = read(DRAWN);
  for (const one of mentions) expect(DRAWN.slice(one.start, one.end)).toBe(one.text);
  const slip = check(read(DRAWN.replace("(4,739)", "(4,139)"))).claims;
  expect(slip.filter((one) => one.verdict === "inconsistent").map((one) => one.span.text)).toEqual([
    "$ (2,980)",
  ]);
});

const QUARTERS = `<TABLE>
(Dollars in millions)
                        Revenue     Profit    Earnings
<S>                     <C>         <C>       <C>
First quarter           $16,559     $6,769    $   .71
Second quarter           18,183      7,191       1.26
Third quarter            18,062      7,258       1.23
Fourth quarter           23,143      9,321       1.97
Total                   $75,947    $30,539    $  5.12*
</TABLE>
`;

test("cents beside whole millions are per share and do not add up over quarters", () => {
  const claims = check(read(QUARTERS)).claims;
  expect(claims.map((one) => `${one.span.text} ${one.verdict}`)).toEqual([
    "$75,947 consistent",
    "$30,539 consistent",
  ]);
});

test("a long text of tags is read in the time of its length", () => {
  const many = `${"<TABLE>\nSales  5  6\n".repeat(20_000)}</TABLE>`;
  const start = performance.now();
  read(many);
  expect(performance.now() - start).toBeLessThan(5_000);
});
