import { FigureError } from "../errors.js";
import type { Figure } from "../figure/figure.js";
import { period } from "../figure/period.js";
import type { Source } from "../figure/quantity.js";
import { figure } from "../notation/figure.js";
import type { Fact, Flow } from "../statement/fact.js";
import { FLOWS, isBalance } from "../statement/fact.js";
import type { CsvRecord } from "./csv-record.js";

/** What a statement may say, as columns of a CSV or fields of YAML and JSON. */
export const STATEMENT_FIELDS = {
  area: "whose trade, or `reporter`: Liaoning",
  partner: "with whom: RUS; WLD, the world, where it is left out",
  flow: "exports, imports, total (both together), surplus or deficit",
  period: "2023-09, 2023-Q3, 2023, 2023-01/2023-09",
  amount: "42.64bn yuan; or 42.64 with `scale` and `currency`",
  scale: "billion",
  currency: "CNY; of a growth too, where no amount stands beside it",
  hedge: "more than, nearly, about",
  growth: "82.3%, over the same period a year before; or `growth_percent`",
  share: "7.3%, of the same flow with the world; or `share_percent`",
  record: "highest or lowest, or either with a period to look back to: highest since 2022-02",
  vintage: "the release it is taken from, where figures of several are compared",
  source: "who says so: Reuters, 2023-10-23",
  url: "where",
} as const;

const SYNONYMS: Readonly<Record<string, keyof typeof STATEMENT_FIELDS>> = {
  reporter: "area",
  growth_percent: "growth",
  share_percent: "share",
};
/** Columns that say nothing about the figure itself. */
const IGNORED = new Set(["note", "status", "outlets", "outlets_agree", "id"]);

/** One statement as it is written: its fields by their names. */
export interface Entry {
  readonly file: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * The statements of a table: the first record names the columns.
 * @throws FigureError "bad-data" for a column or a cell that says nothing
 */
export function entriesOf([header, ...records]: readonly CsvRecord[], file: string): Entry[] {
  const names = (header?.cells ?? []).map((name) => fieldOf(name.trim(), file, header?.line ?? 1));
  return records.map(({ line, cells }) => ({
    file,
    line,
    fields: new Map(
      names.flatMap((name, i) => (name === "" ? [] : [[name, (cells[i] ?? "").trim()] as const])),
    ),
  }));
}

export function fieldOf(name: string, file: string, line: number): string {
  const known = SYNONYMS[name] ?? name;
  if (IGNORED.has(name)) return "";
  if (Object.hasOwn(STATEMENT_FIELDS, known)) return known;
  throw broken(
    file,
    line,
    `found the column "${name.slice(0, 40)}"; a statement has ${Object.keys(STATEMENT_FIELDS).join(", ")}, and note`,
  );
}

/** @throws FigureError "bad-data" with file, line and what was expected */
export function factOf(entry: Entry): Fact {
  const { file, line } = entry;
  const cell = (name: keyof typeof STATEMENT_FIELDS) => entry.fields.get(name) ?? "";
  const needed = (name: "area" | "flow" | "period") => {
    const found = cell(name);
    if (found === "") throw broken(file, line, `expected ${name}: ${STATEMENT_FIELDS[name]}`);
    return found;
  };
  const flow = needed("flow");
  if (!isFlow(flow))
    throw broken(file, line, `found the flow "${flow.slice(0, 40)}", expected ${STATEMENT_FIELDS.flow}`);
  const source = sourceOf(cell("source"), cell("url"));
  const at = <T>(read: () => T): T => located(file, line, read);
  const of = at(() => period(needed("period")));
  const text = [cell("hedge"), cell("amount"), cell("scale"), cell("currency")]
    .filter((one) => one !== "")
    .join(" ");
  const amount = cell("amount") === "" ? undefined : (at(() => figure(text, source)) as Figure);
  const ratio = (name: "growth" | "share") => {
    const found = cell(name);
    if (found === "") return undefined;
    return at(() => figure(/[%％]/.test(found) ? found : `${found}%`, source).in("percent"));
  };
  const [growth, share] = [ratio("growth"), ratio("share")];
  const record = cell("record") === "" ? undefined : recordOf(cell("record"), file, line);
  if (amount === undefined && growth === undefined && share === undefined && record === undefined) {
    throw broken(file, line, "found no figure: expected an amount, a growth, a share or a record");
  }
  const currency = cell("currency") === "" ? String(amount?.unit ?? "") : cell("currency");
  return {
    area: needed("area"),
    partner: cell("partner") === "" ? "WLD" : cell("partner"),
    flow,
    period: of,
    where: `${file} line ${line}`,
    ...(amount === undefined ? {} : { amount }),
    ...(growth === undefined ? {} : { growth }),
    ...(currency === "" ? {} : { growthCurrency: currency }),
    ...(share === undefined ? {} : { share }),
    ...(record === undefined ? {} : { record }),
    ...(cell("vintage") === "" ? {} : { vintage: cell("vintage") }),
  };
}

const isFlow = (text: string): text is Flow => (FLOWS as readonly string[]).includes(text) || isBalance(text);

function sourceOf(publisher: string, url: string): { readonly source?: Source } {
  if (publisher === "" && url === "") return {};
  return { source: { publisher: publisher === "" ? url : publisher, ...(url === "" ? {} : { url }) } };
}

function recordOf(text: string, file: string, line: number): NonNullable<Fact["record"]> {
  const found = /^(highest|lowest)(?:\s+since\s+(\S+))?$/.exec(text);
  if (found === null)
    throw broken(file, line, `found the record "${text.slice(0, 40)}", expected ${STATEMENT_FIELDS.record}`);
  const since = found[2];
  return {
    of: found[1] as "highest" | "lowest",
    ...(since === undefined ? {} : { since: located(file, line, () => period(since)) }),
  };
}

/** What is wrong with a line of a file. */
export const broken = (file: string, line: number, says: string): FigureError =>
  new FigureError("bad-data", `${file} line ${line}: ${says}`, { file, line });

/** An error of a cell is told with its place. */
function located<T>(file: string, line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!FigureError.is(error) || error.details.line !== undefined) throw error;
    throw broken(file, line, error.message);
  }
}
