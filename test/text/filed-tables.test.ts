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

/** The alarms on a table, and those on the same with one figure changed. */
const alarms = (before: string, rows: readonly string[], from = "", to = "", after = "") => {
  const html = `${page(before, rows)}<p>${after}</p>`;
  const told = (one: string) => wrong(one).map(({ claim, span }) => `${claim.rule} ${span.text}`);
  return [told(html), from === "" ? [] : told(html.replace(from, to))];
};

test("growth in percents is not the growth of one part less that of another", () => {
  const rows = [
    " | =2025 | =2024 | =Change | =2023 | =Change",
    "Income before tax | $5,726 | $4,502 | 27.2% | $4,311 | 4.4%",
    "Income tax | 1,537 | 1,261 | 21.9% | 1,207 | 4.5%",
    "Net income | 4,189 | 3,241 | 29.3% | 3,104 | 4.4%",
  ];
  const [none, slip] = alarms("Results (in millions)", rows, "4,189", "4,819");
  expect(none).toEqual([]);
  expect(slip).toContain("table-difference 4,819");
});

test("a note (b) of a label is no billion where others are (a) and (c)", () => {
  const rows = [
    "(Dollars in millions) | =2025 | =2024",
    "Aviation (a) | $1,182 | $1,130",
    "Ships | 874 | 897",
    "Corporate (b) | (160) | (118)",
    "Total | $1,896 | $1,909",
  ];
  const html = page("Operating earnings", rows);
  expect(told(html)).toEqual(["table-total 1,896 consistent", "table-total 1,909 consistent"]);
  expect(alarms("Operating earnings", rows, "874", "847")[1]).toEqual(["table-total 1,896"]);
});

test("what is left at the end of each month is no sum, though the months have one", () => {
  const rows = [
    "(Dollars in millions) | =Spent | =Bought back for cash | =May yet be spent",
    "April | $602 | $511 | $13,408",
    "May | 715 | 646 | 12,693",
    "June | 694 | 588 | 11,999",
    "Total | $2,011 | $1,745 | $11,999",
  ];
  const [none, slip] = alarms("Purchases of shares", rows, "646", "664");
  expect(none).toEqual([]);
  expect(slip).toEqual(["table-total 1,745"]);
});

const TAXED = [
  "(Dollars in millions) | =Income before tax | =Income tax | =Net income",
  "As reported | $4,837 | $1,133 | $3,676",
  "Amortization | 1,693 | 258 | 1,435",
  "Restructuring | 389 | 66 | 323",
  "Acquisitions | 777 | 113 | 664",
  "Litigation | 149 | 31 | 118",
  "Adjusted | $7,845 | $1,601 | $6,216",
];

test("a difference that two rows miss lacks a part that no column prints; one that misses alone is a slip", () => {
  expect(alarms("Reconciliation", TAXED)[0]).toEqual([]);
  const whole = TAXED.map((row) => row.replace("3,676", "3,704").replace("6,216", "6,244"));
  const [none, slip] = alarms("Reconciliation", whole, "1,435", "1,453");
  expect(none).toEqual([]);
  expect(slip).toContain("table-difference 1,453");
});

test("what is taken off below a total, and what is left of it, are its parts", () => {
  const rows = [
    "(Dollars in millions) | =2025 | =2024",
    "Total services revenues | $37,772 | $32,808",
    "Less: acquisitions | 91 | 1",
    "Less: currency effect | 12 | (15)",
    "Services organic revenues | $37,669 | $32,822",
  ];
  const html = page("Organic revenues", rows);
  expect(told(html)).toEqual(["table-total 37,772 consistent", "table-total 32,808 consistent"]);
  expect(alarms("Organic revenues", rows, "37,772", "37,727")[1]).toEqual(["table-total 37,727"]);
  const both = [rows[0] as string, "Parts | 9,120 | 8,004", "Repairs | 28,652 | 24,804", ...rows.slice(1)];
  const [none, slip] = alarms("Organic revenues", both, "28,652", "28,256");
  expect(none).toEqual([]);
  expect(slip).toEqual(["table-total 37,772"]);
});

test("a sum that misses by a unit of the last digit for each part is no slip", () => {
  const rows = [
    "(Dollars in millions) | =2025 | =2024 | =2023",
    "Cost of sales | $155 | $197 | $117",
    "Selling expenses | 108 | 173 | 158",
    "Charges | 226 | 375 | 160",
    "Total costs | $489 | $747 | $435",
  ];
  const [none, slip] = alarms("Restructuring", rows, "747", "774");
  expect(none).toEqual([]);
  expect(slip).toEqual(["table-total 774"]);
});

test("growth of small amounts is printed from unrounded ones, and growth at other rates of others", () => {
  const rows = [
    "(Dollars in millions) | =2025 | =2024 | =Percent change | =Change in constant currency",
    "Africa | $4 | $3 | (2.1)% | 1.0%",
    "America | 6,059 | 5,812 | 4.2 | 4.2",
    "Asia | 2,433 | 2,199 | 10.6 | 15.0",
    "Europe | 1,370 | 1,348 | 1.6 | 1.6",
    "Oceania | 533 | 599 | (11.4) | (10.0)",
    "Arctic | 3,712 | 3,629 | 2.3 | 2.3",
    "Antilles | 4,120 | 4,000 | 3.0 | 3.0",
    "Gulf | 2,346 | 2,210 | 6.2 | 6.1",
    "India | 7,854 | 6,813 | 15.3 | 17.0",
  ];
  const [none, slip] = alarms("Sales by region", rows, "5,812", "5,182");
  expect(none).toEqual([]);
  expect(slip).toEqual(["table-growth 4.2"]);
});

const SERVED = [
  " | =2025 | =2024",
  "Consumer services | $101,626 | $103,506",
  "Business services | 30,122 | 31,072",
  "Deferred revenue | 385 | 402",
];

test("a sentence that has the digits of a table without a scale does not contradict it", () => {
  const said = "In 2025, revenues from Consumer services were $101.6 billion.";
  expect(alarms("Revenues by segment", SERVED, "", "", said)[0]).toEqual([]);
  // A table that says its scale is compared with the sentence.
  const scaled = "Revenues by segment (dollars in millions)";
  const [none, slip] = alarms(scaled, SERVED, "101.6 billion", "101.6 million", said);
  expect(none).toEqual([]);
  expect(slip).toEqual(["text-against-table $101.6 million"]);
  const bare = "In 2025, revenues from Consumer services were $101,626.";
  expect(alarms(scaled, SERVED, "", "", bare)[0]).toEqual([]);
});

test("a sentence about a part of a row, or about another table's subject, does not contradict the row", () => {
  const caption = "Revenues by segment (dollars in millions)";
  const part = "Revenues from cards included in deferred revenue were $358 million in 2025.";
  expect(alarms(caption, SERVED, "", "", part)[0]).toEqual([]);
  const other = "Growth compared with others: business services came to $31,022 million in 2025.";
  expect(alarms(caption, SERVED, "", "", other)[0]).toEqual([]);
  const same = "Revenues from business services came to $31,022 million in 2025.";
  expect(alarms(caption, SERVED, "", "", same)[0]).toEqual(["text-against-table $31,022 million"]);
});
