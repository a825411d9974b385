/** The forms in which customs rows are published. One object a form: how it is known, and how a record becomes a row. */
import { FigureError } from "../../errors.js";
import type { CustomsRow } from "./row.js";

export type Fields = Readonly<Record<string, string>>;

export interface Layout {
  readonly name: string;
  /** Columns by which the form is known. */
  readonly needs: readonly string[];
  /** A row; undefined for a record that is none (a quantity, an index). @throws FigureError for a code that is unknown */
  row(fields: Fields, where: { file: string; line: number }): CustomsRow | undefined;
  /** The code of each part that stands for all of them. */
  readonly totals: Readonly<Record<string, readonly string[]>>;
  /** Of a part whose codes lie in one another, the codes that hold a code, the total aside. */
  readonly wider?: Readonly<Record<string, (code: string) => readonly string[]>>;
  /** Partners that are sums of others. */
  readonly aggregatePartner: (partner: string) => boolean;
}

const COMTRADE_FLOWS: Readonly<Record<string, CustomsRow["flow"]>> = {
  X: "export",
  M: "import",
  // Parts of the two above: domestic and foreign goods, and what is processed inward and outward.
  DX: "export",
  FM: "import",
  XIP: "export",
  XOP: "export",
  MIP: "import",
  MOP: "import",
  RX: "re-export",
  RM: "re-import",
};

/** UN Comtrade's modes of transport (its reference table "Mode of Transport"), each with the mode that holds it. */
const COMTRADE_MODES: Readonly<Record<string, string | undefined>> = {
  0: undefined, // all modes
  1000: "0", // air
  2000: "0", // water
  2100: "2000", // sea
  2200: "2000", // inland waterway
  2900: "2000", // water, not elsewhere classified
  3000: "0", // land
  3100: "3000", // railway
  3200: "3000", // road
  3900: "3000", // land, not elsewhere classified
  9000: "0", // not elsewhere classified
  9100: "9000", // pipelines and cables
  9110: "9100", // pipelines
  9120: "9100", // cables
  9190: "9100", // pipelines and cables, not elsewhere classified
  9200: "9000", // post, mail and courier
  9300: "9000", // self-propelled goods
  9900: "9000", // other
};

/** The modes that hold a mode, all modes together aside. */
function widerModes(code: string): string[] {
  const holder = COMTRADE_MODES[code];
  return holder === undefined || holder === "0" ? [] : [holder, ...widerModes(holder)];
}

/** UN Comtrade's CSV, and its JSON, whose objects have the same names. Values are in US dollars. */
const comtrade: Layout = {
  name: "UN Comtrade",
  needs: ["reporterCode", "flowCode", "partnerCode", "cmdCode", "period", "primaryValue"],
  row(f, where) {
    const flow = oneOf(COMTRADE_FLOWS, f["flowCode"], "flowCode", where);
    const mode = f["motCode"];
    if (mode && !Object.hasOwn(COMTRADE_MODES, mode))
      throw broken(where, "motCode", mode, `one of ${Object.keys(COMTRADE_MODES).join(", ")}`);
    return {
      ...where,
      reporter: f["reporterISO"] || (f["reporterCode"] ?? ""),
      partner: f["partnerISO"] || (f["partnerCode"] ?? ""),
      flow,
      commodity: f["cmdCode"] ?? "",
      month: monthOf(f["period"] ?? "", where),
      value: f["primaryValue"] ?? "",
      currency: "USD",
      valuation: flow === "import" || flow === "re-import" ? "CIF" : "FOB",
      quantity: f["qty"] || undefined,
      unit: f["qtyUnitAbbr"] || undefined,
      parts: part({
        "kind of flow": f["flowCode"],
        "second partner": f["partner2Code"],
        "customs procedure": f["customsCode"],
        "mode of transport": mode,
        "mode of supply": f["mosCode"],
      }),
    };
  },
  totals: {
    "kind of flow": ["X", "M", "RX", "RM"],
    "second partner": ["0", "W00"],
    "customs procedure": ["C00"],
    "mode of transport": ["0"],
    "mode of supply": ["0"],
  },
  wider: { "mode of transport": widerModes },
  // The world, and the European Union beside its members.
  aggregatePartner: (partner) => ["0", "W00", "97", "EUR"].includes(partner),
};

/** Eurostat's monthly files of Comext. Values are in euros. The procedures are parts without a row for all of them. */
const comext: Layout = {
  name: "Eurostat Comext",
  needs: ["PARTNER_ISO", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_IN_EUROS"],
  row(f, where) {
    const flow = oneOf({ "1": "import", "2": "export" } as const, f["FLOW"], "FLOW", where);
    return {
      ...where,
      reporter: f["DECLARANT_ISO"] || f["REPORTER"] || (f["DECLARANT"] ?? ""),
      partner: f["PARTNER_ISO"] ?? "",
      flow,
      commodity: f["PRODUCT_NC"] ?? "",
      month: monthOf(f["PERIOD"] ?? "", where),
      value: f["VALUE_IN_EUROS"] ?? "",
      currency: "EUR",
      valuation: flow === "import" ? "CIF" : "FOB",
      quantity: f["QUANTITY_IN_KG"] || undefined,
      unit: f["QUANTITY_IN_KG"] ? "kg" : undefined,
      parts: part({ "customs procedure": f["STAT_PROCEDURE"] || f["STAT_REGIME"] }),
    };
  },
  totals: {},
  aggregatePartner: (partner) => /^(WORLD|INTRA|EXTRA|EU\d*|EA\d*)/.test(partner),
};

/** SDMX-CSV as Eurostat and others serve it: one row an observation, of values and of quantities alike. */
const sdmx: Layout = {
  name: "SDMX-CSV",
  needs: ["reporter", "partner", "flow", "TIME_PERIOD", "OBS_VALUE"],
  row(f, where) {
    const indicator = f["indicators"] ?? f["indicator"] ?? "VALUE_IN_EUROS";
    if (!indicator.startsWith("VALUE")) return undefined;
    const flow = oneOf(
      {
        "1": "import",
        "2": "export",
        IMP: "import",
        EXP: "export",
        M: "import",
        X: "export",
        I: "import",
        E: "export",
      } as const,
      f["flow"],
      "flow",
      where,
    );
    const currency =
      f["currency"] ?? { VALUE_IN_EUROS: "EUR", VALUE_EUR: "EUR", VALUE_IN_USD: "USD" }[indicator];
    if (currency === undefined) {
      throw broken(where, "indicators", indicator, "a value whose currency is known (VALUE_IN_EUROS)");
    }
    return {
      ...where,
      reporter: f["reporter"] ?? "",
      partner: f["partner"] ?? "",
      flow,
      commodity: f["product"] ?? f["commodity"] ?? "TOTAL",
      month: monthOf(f["TIME_PERIOD"] ?? "", where),
      value: f["OBS_VALUE"] ?? "",
      currency,
      valuation: flow === "import" ? "CIF" : "FOB",
      quantity: undefined,
      unit: undefined,
      parts: part({ "customs procedure": f["stk_flow"] ?? f["stat_procedure"] }),
    };
  },
  totals: { "customs procedure": ["TOTAL", "_T"] },
  aggregatePartner: (partner) => /^(WORLD|INT_|EXT_|INTRA|EXTRA|EU\d|EA\d)/.test(partner),
};

export const LAYOUTS: readonly Layout[] = [comtrade, comext, sdmx];

/** The form of a table, by its columns. @throws FigureError "bad-data" that lists what each form needs */
export function layoutOf(columns: readonly string[], file: string): Layout {
  const found = LAYOUTS.find((one) => one.needs.every((name) => columns.includes(name)));
  if (found !== undefined) return found;
  const forms = LAYOUTS.map(
    (one) => `${one.name} (${one.needs.filter((name) => !columns.includes(name)).join(", ")})`,
  );
  throw new FigureError(
    "bad-data",
    `${file} has the columns of no known form; what each misses: ${forms.join("; ")}`,
    {
      file,
    },
  );
}

type Where = { file: string; line: number };

function oneOf<T>(
  codes: Readonly<Record<string, T>>,
  code: string | undefined,
  column: string,
  where: Where,
): T {
  const found = code !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (found === undefined) throw broken(where, column, code ?? "", `one of ${Object.keys(codes).join(", ")}`);
  return found;
}

function monthOf(text: string, where: Where): string {
  const found = /^(\d{4})-?(0[1-9]|1[0-2])$/.exec(text);
  if (found !== null) return `${found[1]}-${found[2]}`;
  if (/^\d{4}$/.test(text)) return text;
  // Comext's PERIOD of a year is 202352.
  const year = /^(\d{4})52$/.exec(text);
  if (year !== null) return year[1] as string;
  throw broken(where, "period", text, "a month such as 202309");
}

function broken(where: Where, column: string, found: string, expected: string): FigureError {
  return new FigureError(
    "bad-data",
    `${where.file}, line ${where.line}, column ${column}: found "${found.slice(0, 40)}", expected ${expected}`,
    { ...where, column },
  );
}

function part(codes: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(codes).filter((one): one is [string, string] => !!one[1]));
}
