import { Parser } from "htmlparser2";
import { broken, csvOf, type Document, jsonOf, listOf, member, textOf } from "./document.js";

/** One published amount of a trade flow, digits as printed, in whole dollars or thousands of them. */
export interface FlowEntry {
  /** ISO 3166 alpha-3 where the publisher uses codes, otherwise the publisher's name of the country. */
  readonly reporter: string;
  readonly partner: string;
  readonly flow: "exports" | "imports" | "total";
  readonly period: string;
  readonly amount: string;
  readonly scale: "unit" | "thousand";
  readonly currency: "USD";
}

/**
 * UN Comtrade v1 (C/M/HS, TOTAL): totals only (partner2Code 0, customsCode C00, motCode 0), since the other rows count
 * the same goods again. Its terms forbid passing the data on: it stays in the user's cache.
 */
export function parseComtrade(of: Document): FlowEntry[] {
  const rows = listOf(of, jsonOf(of), "data");
  const entries = rows.flatMap((row): FlowEntry[] => {
    const text = (name: string) => String(member(of, row, name));
    if (text("partner2Code") !== "0" || text("customsCode") !== "C00" || text("motCode") !== "0") return [];
    const flow = { M: "imports", X: "exports" }[text("flowCode")] as FlowEntry["flow"] | undefined;
    if (flow === undefined) return [];
    const when = /^(\d{4})(\d\d)$/.exec(text("period"));
    if (when === null) throw broken(of, `"${text("period")}" is no month`);
    return [
      flowEntry(of, {
        reporter: text("reporterCode"),
        partner: text("partnerCode"),
        flow,
        period: `${when[1]}-${when[2]}`,
        amount: text("primaryValue"),
        scale: "unit",
      }),
    ];
  });
  return some(of, entries);
}

const IMF_FLOWS: Readonly<Record<string, FlowEntry["flow"]>> = {
  XG_FOB_USD: "exports",
  MG_CIF_USD: "imports",
};

/** The IMF's trade statistics (IMTS) in SDMX CSV: values are whole dollars; SCALE says how they are shown, not a factor. */
export function parseImf(of: Document): FlowEntry[] {
  const rows = csvOf(of, [
    "COUNTRY",
    "INDICATOR",
    "COUNTERPART_COUNTRY",
    "FREQUENCY",
    "TIME_PERIOD",
    "OBS_VALUE",
  ]);
  const entries = rows.flatMap((row): FlowEntry[] => {
    const flow = IMF_FLOWS[row["INDICATOR"] ?? ""];
    const when = /^(\d{4})-M(\d\d)$/.exec(row["TIME_PERIOD"] ?? "");
    if (flow === undefined || row["OBS_VALUE"] === "") return [];
    if (when === null) throw broken(of, `"${row["TIME_PERIOD"]}" is no month such as 2023-M09`);
    return [
      flowEntry(of, {
        reporter: row["COUNTRY"] ?? "",
        partner: row["COUNTERPART_COUNTRY"] ?? "",
        flow,
        period: `${when[1]}-${when[2]}`,
        amount: row["OBS_VALUE"] ?? "",
        scale: "unit",
      }),
    ];
  });
  return some(of, entries);
}

/**
 * China customs' monthly table "Imports and Exports by Country (Region) of Origin/Destination" (HTML, US$1,000): name,
 * then total, exports and imports, each for the month and from January. "-" is nothing; names that end in a colon are
 * groups of countries.
 */
export function parseCustomsTable(of: Document): FlowEntry[] {
  const { text, rows } = tableOf(textOf(of, "html"));
  const title = /by Country[^,]*,\s*(\d{1,2})\.(\d{4})/i.exec(text);
  if (title === null)
    throw broken(of, 'the page has no title such as "… by Country (Region) of Origin/Destination, 9.2023"');
  if (!/US\$\s*1,000/.test(text)) throw broken(of, "the page does not state the unit US$1,000");
  const month = `${title[2]}-${(title[1] as string).padStart(2, "0")}`;
  const year = `${title[2]}-01/${month}`;
  const columns = [
    ["total", month],
    ["total", year],
    ["exports", month],
    ["exports", year],
    ["imports", month],
    ["imports", year],
  ] as const;
  const entries = rows.flatMap((cells) => {
    const [name = "", ...values] = cells;
    if (values.length !== 9 || name === "" || name.endsWith(":") || !/^-$|^[\d,]+$/.test(values[0] ?? ""))
      return [];
    return columns.flatMap(([flow, when], i): FlowEntry[] => {
      const amount = values[i] ?? "";
      if (amount === "-") return [];
      return [
        flowEntry(of, {
          reporter: "CHN",
          partner: name,
          flow,
          period: when,
          amount: amount.replaceAll(",", ""),
          scale: "thousand",
        }),
      ];
    });
  });
  return some(of, entries);
}

/** The text of a page, and its table rows as lists of cell texts. */
function tableOf(html: string): { text: string; rows: string[][] } {
  const rows: string[][] = [];
  let text = "";
  let row: string[] | undefined;
  let cell: string | undefined;
  const close = () => {
    if (row !== undefined && cell !== undefined) row.push(cell.replace(/\s+/g, " ").trim());
    cell = undefined;
  };
  const parser = new Parser({
    onopentagname(name) {
      if (name === "tr") {
        close();
        if (row !== undefined) rows.push(row);
        row = [];
      } else if (name === "td" || name === "th") {
        close();
        cell = "";
      }
    },
    ontext(part) {
      text += part;
      if (cell !== undefined) cell += part;
    },
    onclosetag(name) {
      if (name === "td" || name === "th") close();
      if (name === "tr" || name === "table") {
        close();
        if (row !== undefined) rows.push(row);
        row = undefined;
      }
    },
  });
  parser.end(html);
  return { text: text.replace(/\s+/g, " "), rows };
}

function flowEntry(of: Document, parts: Omit<FlowEntry, "currency">): FlowEntry {
  if (!/^\d+(\.\d+)?$/.test(parts.amount))
    throw broken(of, `"${parts.amount}" (${parts.partner}, ${parts.flow}, ${parts.period}) is no amount`);
  return { ...parts, currency: "USD" };
}

function some(of: Document, entries: readonly FlowEntry[]): FlowEntry[] {
  if (entries.length === 0) throw broken(of, "it holds no trade flows");
  const seen = new Set<string>();
  for (const { reporter, partner, flow, period } of entries) {
    const key = `${reporter} ${partner} ${flow} ${period}`;
    if (seen.has(key)) throw broken(of, `${partner}, ${flow}, ${period} is there twice`);
    seen.add(key);
  }
  return [...entries];
}
