import { Decimal } from "decimal.js";
import {
  barChart,
  baselineChart,
  type Chart,
  contributionChart,
  cumulativeTradeChart,
  growthBridgeChart,
  growthMapChart,
  lineChart,
  type MonthlyTrade,
  monthlyTradeChart,
  type Quantity,
  rateBandChart,
  routeMapChart,
  shareChart,
  slopeChart,
  smallMultiplesChart,
  statementsChart,
  timelineChart,
} from "../src/chart/index.js";
import { figure, growth } from "../src/index.js";

/** A quantity from text: value and the ends that its digits allow. */
export function quantity(value: string, lower: string, upper: string, unit: string): Quantity {
  return {
    unit,
    value: new Decimal(value),
    interval: { lower: new Decimal(lower), upper: new Decimal(upper), lowerOpen: false, upperOpen: true },
  };
}

const interval = (lower: string, upper: string) => quantity(lower, lower, upper, "").interval;

const perDollar = "yuan per US dollar";
const reuters = { text: "Reuters", date: "2023-10-23" };

/** A quantity printed to its last digit: half a unit of that digit lies on either side. */
export function printed(text: string, unit: string): Quantity {
  const value = new Decimal(text);
  const half = new Decimal(10).pow(-(text.split(".")[1]?.length ?? 0)).div(2);
  return quantity(text, value.minus(half).toString(), value.plus(half).toString(), unit);
}

/** Months of China's trade with Russia as published: period, exports, imports, total; "-" where none was found. */
const months = `
2022-01/2022-02 12.6 13.8 26.43
2022-04 3.8 8.89 12.69
2022-05 - - 14.59
2022-06 5 9.74 14.75
2022-07 6.77 10.019 16.79
2022-08 7.9 11.2 -
2022-09 7.99 10.656 18.656
2022-10 - - 17.637
2022-11 7.7 10.5 -
2022-12 - - 17.8
2023-01/2023-02 15.036 18.648 33.685
2023-03 9.044 11.02 20.064
2023-04 9.621 9.606 19.228
2023-05 - 11.3 20.57
2023-06 9.551 11.28 20.831
2023-07 10.28 9.208 19.488
2023-08 9.3 11.5 20.8
2023-09 9.6 11.53 21.18`;

const tradeRows: MonthlyTrade[] = months
  .trim()
  .split("\n")
  .map((line) => {
    const [period = "", ...figures] = line.split(" ");
    const [exports, imports, total] = figures.map((text) =>
      text === "-" ? undefined : printed(text, "US$ billion"),
    );
    return {
      period,
      ...(exports ? { exports } : {}),
      ...(imports ? { imports } : {}),
      ...(total ? { total } : {}),
    };
  });

/** January to February, to March, …: the cumulative figures of a year. */
const cumulative = (year: string, texts: string) => ({
  year,
  points: texts.split(" ").map((text, at) => ({
    period: `${year}-01/${year}-${String(at + 2).padStart(2, "0")}`,
    value: printed(text, "US$ billion"),
  })),
});

const place = (name: string, latitude: number, longitude: number) => ({ name, latitude, longitude });
const billionYuan = (text: string) => printed(text, "billion yuan");
const points = (value: string, half: string) =>
  quantity(
    value,
    new Decimal(value).minus(half).toString(),
    new Decimal(value).plus(half).toString(),
    "percentage points",
  );

/** Months of 2022 and 2023 as figures of the package, by flow. */
const flows = (["exports", "imports"] as const).map((flow, at) => ({
  name: flow === "exports" ? "Exports" : "Imports",
  points: months
    .trim()
    .split("\n")
    .map((line) => line.split(" "))
    .filter((parts) => parts[at + 1] !== "-" && !parts[0]?.includes("/"))
    .map((parts) => ({ period: parts[0] as string, figure: figure(`$${parts[at + 1]}bn`) })),
}));
const customs = {
  text: "General Administration of Customs of China, as reported by news agencies",
  date: "2024-01-12",
};
const yearOf = (period: string, text: string) => ({ period, figure: figure(`$${text}bn`) });
const years = [
  { name: "Exports", points: [yearOf("2021", "67.57"), yearOf("2022", "76.12"), yearOf("2023", "110.97")] },
  { name: "Imports", points: [yearOf("2021", "79.32"), yearOf("2022", "114.15"), yearOf("2023", "129.14")] },
];

/** Every chart, with published figures. */
export const gallery: Readonly<Record<string, () => Chart>> = {
  "rate-band": () =>
    rateBandChart(
      quantity("7.313893653", "7.306769494", "7.321030043", perDollar),
      [
        {
          label: "H.10 noon rate, New York",
          kind: "noon buying rate",
          date: "2023-10-23",
          rate: new Decimal("7.3158"),
        },
        {
          label: "ECB cross of EUR/CNY and EUR/USD",
          kind: "reference rate",
          date: "2023-10-23",
          rate: new Decimal("7.3162"),
        },
        {
          label: "CFETS central parity",
          kind: "central parity",
          date: "2023-10-23",
          rate: new Decimal("7.1792"),
        },
        {
          label: "Average of January to September",
          kind: "period average",
          date: "2023-09",
          rate: new Decimal("7.0341"),
        },
        {
          label: "Customs rate, mean of nine months",
          kind: "customs",
          date: "2023-09",
          rate: new Decimal("6.9762"),
        },
      ],
      {
        title: "The report's dollars were made with the market rate of the day",
        subtitle: "Which published rate lies inside what 42.64bn yuan = $5.83bn allows?",
        impliedBy: "42.64bn yuan = $5.83bn",
        source: [
          reuters,
          { text: "Federal Reserve H.10", date: "2023-10-23" },
          { text: "European Central Bank", date: "2023-10-23" },
          { text: "China Foreign Exchange Trade System", date: "2023-10-23" },
        ],
        notes: [
          "The band holds every rate that both printed figures, each rounded to two places, leave possible.",
        ],
      },
    ),
  baseline: () =>
    baselineChart(
      quantity("23.3900", "23.38085", "23.39914", "billion yuan"),
      quantity("82.3", "82.25", "82.35", "%"),
      quantity("42.64", "42.635", "42.645", "billion yuan"),
      {
        title: "Growth of 82.3% to 42.64bn yuan means 23.39bn the year before",
        subtitle: "Liaoning's trade with Russia as printed, January to September",
        basePeriod: "Jan–Sep 2022",
        currentPeriod: "Jan–Sep 2023",
        source: reuters,
      },
    ),
  statements: () =>
    statementsChart(
      [
        {
          label: "$5.83bn, at the noon rate of the day",
          printed: quantity("5.83", "5.825", "5.835", "US$ bn"),
          recomputed: interval("5.82779", "5.82917"),
          verdict: "consistent",
          note: "42.64bn yuan at 7.3158",
        },
        {
          label: "$5.83bn, at the central parity",
          printed: quantity("5.83", "5.825", "5.835", "US$ bn"),
          recomputed: interval("5.93868", "5.94008"),
          verdict: "inconsistent",
          note: "42.64bn yuan at 7.1792",
        },
        {
          label: "September exports of $9.6bn",
          printed: quantity("9.6", "9.55", "9.65", "US$ bn"),
          recomputed: interval("9.64", "9.66"),
          verdict: "undecided",
          note: "21.18 less 11.53",
        },
        {
          label: "Liaoning's exports to Russia, nine months",
          printed: quantity("42.64", "42.635", "42.645", "bn yuan"),
          recomputed: interval("0", "14.45"),
          verdict: "inconsistent",
          note: "the whole year's exports were 14.4",
        },
        {
          label: "Growth of Liaoning's trade with Russia",
          printed: quantity("82.3", "82.25", "82.35", "%"),
          recomputed: interval("44.5", "45.5"),
          verdict: "inconsistent",
          note: "another reading of the same customs figures",
        },
      ],
      {
        title: "Three of five readings contradict other published figures",
        subtitle: "Grey: what the printed digits allow. Colour: what other published figures allow.",
        source: [reuters, { text: "Shenyang Customs", date: "2024-01-17" }],
        places: 2,
      },
    ),
  "growth-bridge": () =>
    growthBridgeChart(
      {
        local: quantity("82.3", "82.25", "82.35", "%"),
        foreign: quantity("71.2", "71.1", "71.3", "%"),
        localName: "Growth in yuan, as printed",
        foreignName: "Growth in US dollars, computed",
      },
      {
        title: "In dollars the same trade grew by 71%: eleven points are the exchange rate",
        subtitle: "Liaoning with Russia, January to September 2023 on the year before",
        source: [reuters, { text: "Federal Reserve, monthly averages", date: "2023-10" }],
      },
    ),
  "monthly-trade": () =>
    monthlyTradeChart(tradeRows, {
      title: "September 2023 was the highest single month of China's trade with Russia",
      subtitle: "US$ billion a month, as first published; January and February are published together",
      unit: "US$ billion",
      source: {
        text: "General Administration of Customs of China, as reported by news agencies",
        date: "2023-10-13",
      },
      notes: ["January–February is drawn at the average of its two months."],
    }),
  "cumulative-trade": () =>
    cumulativeTradeChart(
      [
        cumulative("2022", "26.43 38.17 51.09 65.81 80.675 97.71 117.2 136.089"),
        cumulative("2023", "33.685 53.845 73.148 93.8 114.547 134.1 155.1 176.4"),
      ],
      {
        title: "By the end of September the trade of 2023 was forty billion dollars ahead",
        subtitle: "China's trade with Russia from January on, as published at the time",
        unit: "US$ billion",
        source: {
          text: "General Administration of Customs of China, as reported by news agencies",
          date: "2023-10-13",
        },
      },
    ),
  timeline: () =>
    timelineChart(
      [
        {
          period: "2023",
          text: "Sea routes by way of Vladivostok and Slavyanka were opened for Hunchun",
          detail: "Hunchun",
        },
        { period: "2023-03", text: "A train of 55 containers left Shenyang", detail: "Shenyang" },
        {
          period: "2023-06",
          text: "Jilin was to be able to ship by way of Vladivostok",
          detail: "Vladivostok",
        },
        { period: "2023-10-13", text: "Customs figures for September were reported", detail: "Beijing" },
        { period: "2023-10-23", text: "The report was printed", detail: "Shenyang" },
        {
          period: "2024-01-17",
          text: "Shenyang Customs gave the year's trade with Russia",
          detail: "Shenyang",
        },
      ],
      {
        title: "What was reported of 2023, and when",
        source: [reuters, { text: "China Daily", date: "2024-02-01" }],
      },
    ),
  contributions: () =>
    contributionChart(
      [
        { label: "Exports to Russia", detail: "+52.2% on a share of 38.5%", points: points("20.1", "0.2") },
        { label: "Imports from Russia", detail: "+12.4% on a share of 61.5%", points: points("7.6", "0.2") },
      ],
      {
        title: "Exports made nearly three quarters of the growth in trade",
        subtitle: "January to October 2023 on the year before, in US dollars",
        total: { label: "Trade together", points: points("27.7", "0.05") },
        source: { text: "General Administration of Customs of China, as reported", date: "2023-11-07" },
      },
    ),
  "route-map": () =>
    routeMapChart(
      [
        place("Shenyang", 41.79222, 123.43278),
        place("Hunchun", 42.86736, 130.35689),
        place("Suifenhe", 44.39982, 131.14775),
        place("Vladivostok", 43.10562, 131.87353),
        place("Zhoushan", 29.98869, 122.20488),
        place("Jiaxing", 30.7522, 120.75),
        place("Dalian", 38.91222, 121.60222),
      ],
      [
        { name: "Hunchun's way to the sea", mode: "land", stops: ["Hunchun", "Vladivostok"] },
        {
          name: "Jilin's goods to southern ports",
          mode: "sea",
          stops: [
            "Vladivostok",
            { longitude: 131.5, latitude: 38 },
            { longitude: 129.4, latitude: 34.6 },
            { longitude: 126, latitude: 32.4 },
            "Zhoushan",
            "Jiaxing",
          ],
        },
      ],
      {
        title: "From June 2023 Jilin's goods may reach southern ports through Vladivostok",
        source: [reuters, { text: "Places: GeoNames (CC BY 4.0)", date: "2023" }],
        notes: ["Lines join the places; they are not the exact course of a track or a ship."],
      },
    ),
  "small-multiples": () =>
    smallMultiplesChart(
      [
        {
          title: "Liaoning",
          points: [
            { label: "Exports", value: billionYuan("353.56") },
            { label: "Imports", value: billionYuan("412.4") },
            { label: "Total", value: billionYuan("765.96") },
          ],
        },
        { title: "Jilin", points: [{ label: "Total", value: billionYuan("167.91") }] },
        {
          title: "Heilongjiang",
          points: [
            { label: "Exports", value: billionYuan("76.06") },
            { label: "Imports", value: billionYuan("221.77") },
            { label: "Total", value: billionYuan("297.83") },
          ],
        },
      ],
      {
        title: "Liaoning trades more with the world than its two neighbours together",
        subtitle: "Trade with all countries in 2023",
        unit: "Billion yuan",
        across: "Flow",
        source: { text: "Customs offices of the provinces, as reported", date: "2024-01" },
      },
    ),
  lines: () =>
    lineChart(flows, {
      title: "Exports and imports by month, each with the band that its digits allow",
      source: customs,
    }),
  "lines-indexed": () =>
    lineChart(flows, {
      title: "Since April 2022 exports have grown far more than imports",
      base: "2022-04",
      source: customs,
    }),
  bars: () =>
    barChart(years, { title: "Imports from Russia led exports in each of three years", source: customs }),
  slope: () =>
    slopeChart(
      years.map(({ name, points }) => ({ name, from: points[1]!.figure, to: points[2]!.figure })),
      { title: "Exports caught up with imports in 2023", from: "2022", to: "2023", source: customs },
    ),
  shares: () => shareChart(years, { title: "Exports were 46% of the trade of 2023", source: customs }),
  "growth-map": () =>
    growthMapChart(
      flows.map(({ name, points }) => ({
        name,
        cells: points.flatMap(({ period, figure: now }) => {
          const before = points.find((one) => one.period === period.replace("2023", "2022"));
          return before && before.period !== period ? [{ period, growth: growth(before.figure, now) }] : [];
        }),
      })),
      { title: "Exports grew in every month for which both years have a figure", source: customs },
    ),
};
