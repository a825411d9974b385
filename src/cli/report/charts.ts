import { drawn } from "../../chart/drawn.js";
import {
  baselineChart,
  type Chart,
  growthBridgeChart,
  monthlyTradeChart,
  rateBandChart,
  statementRows,
  statementsChart,
} from "../../chart/index.js";
import type { Source } from "../../figure/quantity.js";
import { baseline } from "../../growth/growth.js";
import { growthBridge } from "../../growth/in-currency.js";
import { figure } from "../../notation/figure.js";
import { impliedRate } from "../../rate/implied.js";
import type { Fact } from "../../statement/fact.js";
import type { Evidence, Result } from "../../statement/statement.js";

/** The charts of the October 2023 report, by file name, made from the statements and the data. */
export function reportCharts(results: readonly Result[], evidence: Evidence): ReadonlyMap<string, Chart> {
  const { book, facts } = evidence;
  const source = results.find((one) => one.statement.id === "baseline")?.statement.source as Source;
  const [yuan, dollars, rise] = [figure("42.64bn yuan"), figure("$5.83bn"), figure("82.3%")];
  const [day, months, monthsBefore] = ["2023-10-23", "2023-01/2023-09", "2022-01/2022-09"];
  const named = [
    { label: "Noon rate, New York (H.10)", rate: book.rate("USD/CNY", day, { kind: "noon-buying" }) },
    { label: "ECB cross over the euro", rate: book.rate("USD/CNY", day, { kind: "reference", via: "EUR" }) },
    { label: "Central parity", rate: book.rate("USD/CNY", day, { kind: "central-parity" }) },
    {
      label: "Average of the nine months",
      rate: book.average("USD/CNY", months, { kind: "period-average" }),
    },
    { label: "Mean of the customs rates", rate: book.average("USD/CNY", months, { kind: "customs" }) },
  ];
  const rates = {
    current: book.average("USD/CNY", months, { kind: "period-average" }),
    base: book.average("USD/CNY", monthsBefore, { kind: "period-average" }),
  };
  const bridge = growthBridge("USD", rise, rates);
  const cited = [
    source,
    ...named.flatMap(({ rate }) => [rate, ...rate.chain]).flatMap((one) => one.source ?? []),
  ];
  const rows = statementRows(results);
  const inconsistent = rows.filter((row) => row.verdict === "inconsistent").length;
  return new Map([
    [
      "rate",
      rateBandChart(impliedRate(yuan, dollars), named, {
        title: "The report's dollars were made with the market rate of the day",
        subtitle: "Which published rate lies inside what 42.64bn yuan = $5.83bn allows?",
        impliedBy: "42.64bn yuan = $5.83bn",
        source: cited,
      }),
    ],
    [
      "baseline",
      baselineChart(baseline(yuan, rise), rise, yuan, {
        title: "82.3% growth to 42.64bn yuan means 23.39bn a year before",
        subtitle: "Liaoning with Russia, January to September",
        basePeriod: "Jan–Sep 2022",
        currentPeriod: "Jan–Sep 2023",
        source,
      }),
    ],
    [
      "growth",
      growthBridgeChart(
        {
          local: bridge.own,
          foreign: bridge.other,
          localName: "In yuan, as printed",
          foreignName: "In US dollars",
        },
        {
          title: "Eleven points of the growth are the exchange rate",
          subtitle: "At the average rate of each period, January to September of 2022 and of 2023",
          source: [source, ...[rates.current.source].flatMap((one) => one ?? [])],
        },
      ),
    ],
    [
      "statements",
      statementsChart(rows, {
        title: `${inconsistent} of ${rows.length} readings contradict other published figures`,
        subtitle: "Grey: what the printed digits allow. Colour: what was recomputed.",
        source: cited,
        places: 2,
      }),
    ],
    ["months", monthsChart(facts)],
  ]);
}

const FIRST_MONTH = "2022-01";
/** The report speaks of September 2023; what came later it could not know. */
const LAST_DAY = "2023-09-30";

function monthsChart(facts: readonly Fact[]): Chart {
  const own = facts.filter(
    (one) =>
      one.area === "CHN" &&
      one.partner === "RUS" &&
      one.amount?.unit === "USD" &&
      one.period.start >= FIRST_MONTH &&
      one.period.end <= LAST_DAY &&
      /^(\d{4}-\d\d|(\d{4})-01\/\2-02)$/.test(one.period.text),
  );
  const periods = [...new Set(own.map((one) => one.period.text))].sort();
  const amount = (period: string, flow: Fact["flow"]) =>
    own.find((one) => one.period.text === period && one.flow === flow)?.amount;
  const rows = periods.map((period) => ({
    period,
    ...Object.fromEntries(
      (["exports", "imports", "total"] as const).flatMap((flow) => {
        const found = amount(period, flow);
        return found === undefined ? [] : [[flow, drawn(found)]];
      }),
    ),
  }));
  const sources = own.flatMap((one) => one.amount?.source ?? []);
  const publishers = new Map(sources.map((one) => [one.publisher, one]));
  return monthlyTradeChart(rows, {
    title: "September 2023 was the highest month found until then",
    subtitle: "China's trade with Russia by month, as published at the time",
    unit: "billion US dollars",
    record: "2023-09",
    source: {
      text: `China customs, as printed by ${publishers.size} publications listed in sources.csv`,
      date: "2023-10-13",
    },
    notes: [
      "Exports leave China, imports reach it. January and February are published jointly; a gap is a month that no figure was found for.",
    ],
  });
}
