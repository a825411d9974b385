import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import { FigureError } from "../../errors.js";
import type { RateEntry } from "../../rate/entry.js";
import { broken, type Document } from "./document.js";
import { type FlowEntry, parseComtrade, parseCustomsTable, parseImf } from "./flows.js";
import { parseChinamoney, parseEcbCsv, parseEcbHistory, parseFredCsv, parseFredJson } from "./rates.js";

export interface Asked {
  readonly from: string;
  readonly to: string;
  /** Currencies, a FRED series, or the address of a customs table: what the source needs to know. */
  readonly what?: string;
  /** A key for sources that want one. */
  readonly key?: string;
}

interface Common {
  readonly id: string;
  readonly publisher: string;
  readonly about: string;
  readonly url: (asked: Asked) => string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An official source: where to ask, and how to read what comes back. */
export type OfficialSource =
  | (Common & { readonly holds: "rates"; readonly parse: (of: Document, asked: Asked) => RateEntry[] })
  | (Common & { readonly holds: "flows"; readonly parse: (of: Document, asked: Asked) => FlowEntry[] });

const query = (values: Readonly<Record<string, string>>) => new URLSearchParams(values).toString();
const compact = (day: string) => day.slice(0, 7).replace("-", "");

const fredSeries = (asked: Asked) => asked.what ?? "DEXCHUS";

export const SOURCES: readonly OfficialSource[] = [
  {
    id: "ecb",
    holds: "rates",
    publisher: "European Central Bank",
    about: "daily reference rates of the euro; --what lists currencies (default USD,CNY)",
    url: ({ from, to, what }) =>
      `https://data-api.ecb.europa.eu/service/data/EXR/D.${(what ?? "USD,CNY").replaceAll(",", "+")}.EUR.SP00.A?${query({ startPeriod: from, endPeriod: to, format: "csvdata" })}`,
    parse: (of) => parseEcbCsv(of),
  },
  {
    id: "ecb-history",
    holds: "rates",
    publisher: "European Central Bank",
    about: "all reference rates since 1999, in one file",
    url: () => "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist.zip",
    parse: (of, asked) => inRange(parseEcbHistory(unzipped(of, "eurofxref-hist.csv")), asked),
  },
  {
    id: "fred",
    holds: "rates",
    publisher: "Federal Reserve Board, via FRED",
    about: "H.10 and G.5 rates; --what names the series (default DEXCHUS), --key uses the API",
    url: (asked) =>
      asked.key === undefined
        ? `https://fred.stlouisfed.org/graph/fredgraph.csv?${query({ id: fredSeries(asked), cosd: asked.from, coed: asked.to })}`
        : `https://api.stlouisfed.org/fred/series/observations?${query({ series_id: fredSeries(asked), observation_start: asked.from, observation_end: asked.to, file_type: "json", api_key: asked.key })}`,
    parse: (of, asked) => (asked.key === undefined ? parseFredCsv : parseFredJson)(of, fredSeries(asked)),
  },
  {
    id: "central-parity",
    holds: "rates",
    publisher: "China Foreign Exchange Trade System",
    about: "central parity of the yuan; --what lists pairs (default USD/CNY); a year at most at a time",
    url: ({ from, to, what }) =>
      `https://www.chinamoney.com.cn/ags/ms/cm-u-bk-ccpr/CcprHisNew?${query({ startDate: from, endDate: to, currency: what ?? "USD/CNY", pageNum: "1", pageSize: "400" })}`,
    parse: (of) => parseChinamoney(of),
  },
  {
    id: "customs",
    holds: "flows",
    publisher: "General Administration of Customs of China",
    about: "the monthly table by country; --what is the address of the month's page",
    url: ({ what }) => customsPage(what),
    parse: (of) => parseCustomsTable(of),
  },
  {
    id: "comtrade",
    holds: "flows",
    publisher: "UN Comtrade",
    about:
      "monthly totals; --what is reporter and partner code (default 156,643); --key for more than a preview",
    url: ({ from, to, what, key }) => {
      const [reporter = "156", partner = "643"] = (what ?? "156,643").split(",");
      const values = {
        reporterCode: reporter,
        partnerCode: partner,
        period: monthList(from, to),
        cmdCode: "TOTAL",
        flowCode: "M,X",
      };
      return key === undefined
        ? `https://comtradeapi.un.org/public/v1/preview/C/M/HS?${query(values)}`
        : `https://comtradeapi.un.org/data/v1/get/C/M/HS?${query({ ...values, "subscription-key": key })}`;
    },
    parse: (of) => parseComtrade(of),
  },
  {
    id: "imf",
    holds: "flows",
    publisher: "International Monetary Fund",
    about: "monthly exports and imports (IMTS); --what is reporter and partner (default CHN,RUS)",
    url: ({ from, to, what }) => {
      const [reporter = "CHN", partner = "RUS"] = (what ?? "CHN,RUS").split(",");
      return `https://api.imf.org/external/sdmx/2.1/data/IMF.STA,IMTS,1.0.0/${reporter}.XG_FOB_USD+MG_CIF_USD.${partner}.M?${query({ startPeriod: from.slice(0, 7), endPeriod: to.slice(0, 7) })}`;
    },
    headers: { accept: "application/vnd.sdmx.data+csv;version=1.0.0" },
    parse: (of) => parseImf(of),
  },
];

/** @throws FigureError "bad-option" that lists the sources */
export function sourceNamed(id: string): OfficialSource {
  const found = SOURCES.find((source) => source.id === id);
  if (found === undefined)
    throw new FigureError(
      "bad-option",
      `no source "${id}"; there are ${SOURCES.map((one) => one.id).join(", ")}`,
    );
  return found;
}

function inRange(entries: readonly RateEntry[], { from, to }: Asked): RateEntry[] {
  return entries.filter((entry) => entry.on >= from && entry.on <= to);
}

/** The largest file that a zip may unpack to: a small zip can hold a very large one. */
const MAX_UNZIPPED = 64 * 1024 * 1024;

function unzipped(of: Document, wanted: string): Document {
  if (of.bytes.length === 0) throw broken(of, "the answer is empty");
  let tooLarge = false;
  let size = -1;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(of.bytes, {
      filter: ({ name, originalSize }) => {
        if (name !== wanted) return false;
        tooLarge = originalSize > MAX_UNZIPPED;
        size = originalSize;
        return !tooLarge;
      },
    });
  } catch (error) {
    throw broken(of, `it is no whole zip file (${(error as Error).message})`);
  }
  if (tooLarge) throw broken(of, `${wanted} unpacks to more than ${MAX_UNZIPPED} bytes`);
  const bytes = files[wanted];
  if (bytes === undefined) throw broken(of, `there is no ${wanted} in the zip`);
  // The library unpacks without a look at the checksum.
  if (bytes.length !== size || crc32(bytes) !== checksumOf(of.bytes, wanted))
    throw broken(of, `${wanted} in the zip is not what its checksum says`);
  return { name: of.name, bytes };
}

/** The checksum of a file in a zip, from its list of contents. */
function checksumOf(zip: Uint8Array, wanted: string): number | undefined {
  const view = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  const ENTRY = Buffer.from("PK\x01\x02", "latin1");
  for (let at = view.indexOf(ENTRY); at !== -1; at = view.indexOf(ENTRY, at + 4)) {
    if (at + 46 > view.length) return undefined;
    const name = view.toString("utf8", at + 46, at + 46 + view.readUInt16LE(at + 28));
    if (name === wanted) return view.readUInt32LE(at + 16);
  }
  return undefined;
}

function customsPage(what: string | undefined): string {
  const url = what !== undefined && URL.canParse(what) ? new URL(what) : undefined;
  if (url === undefined || !/(^|\.)customs\.gov\.cn$/.test(url.hostname)) {
    throw new FigureError(
      "bad-option",
      "customs needs --what with the address of a month's page on customs.gov.cn",
    );
  }
  return url.href;
}

function monthList(from: string, to: string): string {
  const months: string[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  while (months.length < 12 && `${year}${String(month).padStart(2, "0")}` <= compact(to)) {
    months.push(`${year}${String(month).padStart(2, "0")}`);
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months.join(",");
}
