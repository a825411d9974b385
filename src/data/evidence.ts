import type { Figure } from "../figure/figure.js";
import { period } from "../figure/period.js";
import { figure } from "../notation/figure.js";
import { RateBook } from "../rate/book.js";
import type { Fact, Flow } from "../statement/fact.js";
import type { Evidence, Outcome, Statement } from "../statement/statement.js";
import { type DataPackage, openData } from "./open.js";
import { rateEntries } from "./rates.js";
import type { ProvinceRow, ReportRow, TradeRow } from "./rows.js";

export interface ReportEvidence {
  readonly statements: readonly Statement[];
  readonly evidence: Evidence;
  readonly data: DataPackage;
}

/** The statements of the October 2023 report, and the facts and rates that they are held against. */
export function openEvidence(folder?: string): ReportEvidence {
  const data = openData(folder);
  return {
    data,
    statements: data.table("report-2023-10").map((row) => statementOf(row, data)),
    evidence: { facts: facts(data), book: new RateBook(rateEntries(data)) },
  };
}

/** Every published figure about a trade flow, with its source. */
export function facts(data: DataPackage): Fact[] {
  return [
    ...data.table("trade").map((row) => factOf(row.reporter, row, data)),
    ...data.table("provinces").map((row) => factOf(row.area, row, data)),
  ];
}

function factOf(area: string, row: TradeRow | ProvinceRow, data: DataPackage): Fact {
  const source = data.source(row.source);
  const share = "share_percent" in row ? row.share_percent : "";
  const percent = (text: string, label: string): Figure<"percent"> =>
    figure(`${text}%`, { label, source }).in("percent");
  const about = `${area} ${row.partner} ${row.flow} ${row.period}`;
  return {
    area,
    partner: row.partner,
    flow: row.flow as Flow,
    period: period(row.period),
    where: data.place(row),
    ...(row.amount === ""
      ? {}
      : {
          amount: figure(`${row.hedge} ${row.amount} ${row.scale} ${row.currency}`, {
            label: about,
            period: row.period,
            source,
          }) as Figure,
        }),
    ...(row.growth_percent === ""
      ? {}
      : { growth: percent(row.growth_percent, `growth, ${about}`), growthCurrency: row.currency }),
    ...(share === "" ? {} : { share: percent(share, `share, ${about}`) }),
  };
}

function statementOf(row: ReportRow, data: DataPackage): Statement {
  const { id, statement, printed, method, inputs, verdict, finding } = row;
  return {
    id,
    statement,
    printed,
    method,
    inputs,
    verdict: verdict as Outcome,
    finding,
    source: data.source(row.source),
  };
}
