import type { Figure } from "../figure/figure.js";
import { period } from "../figure/period.js";
import { figure } from "../notation/figure.js";
import type { Fact, Flow } from "../statement/fact.js";
import type { DataPackage } from "./open.js";
import type { ProvinceRow, TradeRow } from "./rows.js";

/** Every published figure about a trade flow, with its source. */
export function facts(data: DataPackage): Fact[] {
  return [
    ...data.table("trade").map((row) => data.from(row, () => factOf(row.reporter, row, data))),
    ...data.table("provinces").map((row) => data.from(row, () => factOf(row.area, row, data))),
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
