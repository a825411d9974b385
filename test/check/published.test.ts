import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { notCompared } from "../../src/check/published/cases.js";
import { openPublished } from "../../src/data/index.js";
import { check, figure, PublishedFigures, period, read } from "../../src/index.js";
import { tableSentences } from "../support/table-sentences.js";

const published = openPublished();
const options = { publishedOn: "2026-05-01" };
const found = (text: string) =>
  check(read(text, options), { published }).claims.filter(({ kind }) => kind === "published");

/** Of every contradiction; the script of data/verify checks them without the package. */
const proofs: unknown[] = [];

const TRUE = [
  "China's exports to Russia were $111bn in 2023.",
  "China's imports from Russia were $129.1bn in 2023.",
  "China exported $111bn worth of goods to Russia in 2023.",
  "Trade between China and Russia reached $240.1bn in 2023, up 26.3% from a year earlier.",
  "China-Russia trade was $240.11 billion in 2023.",
  "In September 2023 China-Russia trade was $21.18bn, the highest since February 2022.",
  "China's imports from Russia came to $11.53 billion in September 2023, up 8%.",
  "Chinese exports to Russia rose 90.9% to $9.551 billion in June 2023 from a year earlier.",
  "Chinese exports to Russia rose 34.6% in October 2022 from a year earlier in dollar terms.",
  "China's exports to Russia were $40.804bn in the first eight months of 2021, according to Chinese customs.",
  "China's exports to Russia were about $41bn in the first eight months of 2021.",
  "China's trade with Russia fell 9.4% to $163.62bn in the first nine months of 2025.",
  "China's imports from Russia rose 42.7% to $59.08bn in 2018.",
  "Exports from China to Russia fell 4.8% to $7.07bn in January-February 2019.",
  "China's imports from the world are not told here. China's imports were $227.4bn in March 2023.",
  "China's exports fell 8.7% in November 2022 from a year earlier in dollar terms.",
  "China's foreign trade rose 1.2% to 3.7 trillion yuan in November 2023 from a year earlier.",
  "China's total trade was more than 34.3 trillion yuan in the first ten months of 2023.",
  "China's trade with ASEAN was 6.41 trillion yuan in 2023.",
  "China's trade with the European Union was 2.52 trillion yuan in the first half of 2021.",
  "China's exports to Japan were 283.7bn yuan in the first quarter of 2026.",
  "China's exports to South Korea were 290.18bn yuan in the first three months of 2026.",
  "China's trade with the United States was $755.6 billion in 2021, up 28.7%.",
  "China's imports from the U.S. fell 9.7% to $26.13bn in the first two months of 2024.",
  "Liaoning's trade with Russia was 54.9bn yuan in 2023.",
  "Liaoning province's exports to Russia were 14.4bn yuan in 2023.",
  "Jilin's trade with Russia rose 71.5% to 29.73bn yuan in 2023.",
  "Heilongjiang's imports from Russia were 96.39bn yuan in the first ten months of 2021, up 30.7%.",
  "Heilongjiang's foreign trade was 241.94bn yuan in the first ten months of 2023.",
  "Jilin's exports rose 35.1% to $7.544bn in 2022.",
  "Liaoning's imports fell 2.5% to 170.76bn yuan in January-May 2023.",
  "Liaoning's trade with South Korea was 63.41bn yuan in 2023.",
  "Harbin's foreign trade was 13.289bn yuan in the first three months of 2024.",
  "China exported $111bn of goods to Russia in 2023 and imported $129.1bn.",
  "China's exports to Russia were $111bn in 2023. Its imports from Russia were $129.1bn in 2023.",
  "China's trade with America was $755.6 billion in 2021, up 28.7%.",
  "2023年，中国对俄罗斯出口1110亿美元，自俄罗斯进口1291亿美元。",
  "2023年中俄贸易额达2401亿美元，同比增长26.3%。",
  "2023年，辽宁对俄罗斯进出口总值549亿元，其中出口144亿元，进口405亿元。",
  "2021年前8个月，中国对俄罗斯出口408亿美元。",
  "Die Exporte Chinas nach Russland waren 111 Milliarden Dollar im Jahr 2023.",
  "Chinas Importe aus Russland betrugen 129,1 Milliarden Dollar im Jahr 2023.",
  "Экспорт Китая в Россию составил 111 млрд долларов в 2023 году.",
  "Импорт Китая из России составил 129,1 млрд долларов в 2023 году.",
] as const;

const FALSE: readonly (readonly [text: string, wrong: string, mended?: string])[] = [
  ["China's exports to Russia were $121bn in 2023.", "$121bn", "$111bn"],
  ["China's imports from Russia were $139.1bn in 2023.", "$139.1bn", "$129.1bn"],
  ["China exported $111m worth of goods to Russia in 2023.", "$111m", "$111bn"],
  ["Trade between China and Russia reached $204.1bn in 2023.", "$204.1bn", "$240.1bn"],
  ["China-Russia trade was $240.11 million in 2023.", "$240.11 million", "$240.11 billion"],
  ["In September 2023 China-Russia trade was $21.81bn.", "$21.81bn", "$21.18bn"],
  ["China's imports from Russia came to $15.13 billion in September 2023.", "$15.13 billion"],
  ["Chinese exports to Russia rose 9.9% in June 2023 from a year earlier in dollar terms.", "9.9%"],
  [
    "Chinese exports to Russia rose 43.6% in October 2022 from a year earlier in dollar terms.",
    "43.6%",
    "34.6%",
  ],
  ["China's exports to Russia were $48.004bn in the first eight months of 2021.", "$48.004bn"],
  ["China's exports to Russia were about $51bn in the first eight months of 2021.", "$51bn"],
  [
    "China's trade with Russia fell 9.4% to $136.62bn in the first nine months of 2025.",
    "$136.62bn",
    "$163.62bn",
  ],
  [
    "China's trade with Russia rose 9.4% from a year earlier in the first nine months of 2025 in dollar terms.",
    "9.4%",
    "fell",
  ],
  ["China's imports from Russia were $95.08bn in 2018.", "$95.08bn", "$59.08bn"],
  ["Exports from China to Russia were $70.7bn in January-February 2019.", "$70.7bn", "$7.07bn"],
  ["China's imports were $272.4bn in March 2023.", "$272.4bn", "$227.4bn"],
  ["China's exports rose 8.7% in November 2022 from a year earlier in dollar terms.", "8.7%", "fell"],
  ["China's foreign trade was 7.3 trillion yuan in November 2023.", "7.3 trillion yuan", "3.7 trillion yuan"],
  [
    "China's total trade was more than 43.3 trillion yuan in the first ten months of 2023.",
    "43.3 trillion yuan",
  ],
  ["China's trade with ASEAN was 4.61 trillion yuan in 2023.", "4.61 trillion yuan", "6.41 trillion yuan"],
  [
    "China's trade with the European Union was 2.52 billion yuan in the first half of 2021.",
    "2.52 billion yuan",
  ],
  [
    "China's exports to Japan were 238.7bn yuan in the first quarter of 2026.",
    "238.7bn yuan",
    "283.7bn yuan",
  ],
  ["China's exports to South Korea were 209.18bn yuan in the first three months of 2026.", "209.18bn yuan"],
  ["China's trade with the United States was $575.6 billion in 2021.", "$575.6 billion", "$755.6 billion"],
  ["China's imports from the U.S. were $62.13bn in the first two months of 2024.", "$62.13bn", "$26.13bn"],
  ["Liaoning's trade with Russia was 59.4bn yuan in 2023.", "59.4bn yuan", "54.9bn yuan"],
  ["Liaoning province's exports to Russia were 41.4bn yuan in 2023.", "41.4bn yuan", "14.4bn yuan"],
  ["Jilin's trade with Russia was 92.73bn yuan in 2023.", "92.73bn yuan", "29.73bn yuan"],
  ["Heilongjiang's imports from Russia were 69.39bn yuan in the first ten months of 2021.", "69.39bn yuan"],
  ["Heilongjiang's foreign trade was 214.94bn yuan in the first ten months of 2023.", "214.94bn yuan"],
  ["Jilin's exports were $4.544bn in 2022.", "$4.544bn", "$7.544bn"],
  ["Liaoning's imports were 170.76m yuan in January-May 2023.", "170.76m yuan", "170.76bn yuan"],
  ["China's trade surplus with the United States was $27.9bn in 2023.", "$27.9bn"],
  ["China exported $111bn of goods to Russia in 2023 and imported $192.1bn.", "$192.1bn", "$129.1bn"],
  [
    "China's exports to Russia were $111bn in 2023. Its imports from Russia were $192.1bn in 2023.",
    "$192.1bn",
    "$129.1bn",
  ],
  ["China's trade with America was $575.6 billion in 2021.", "$575.6 billion", "$755.6 billion"],
  ["2023年，中国对俄罗斯出口1110亿美元，自俄罗斯进口1921亿美元。", "1921亿美元"],
  ["2023年中俄贸易额达2041亿美元。", "2041亿美元"],
  ["2023年，辽宁对俄罗斯进出口总值594亿元。", "594亿元"],
  ["2021年前8个月，中国对俄罗斯出口480亿美元。", "480亿美元"],
  ["Die Exporte Chinas nach Russland waren 121 Milliarden Dollar im Jahr 2023.", "121 Milliarden Dollar"],
  ["Chinas Importe aus Russland betrugen 192,1 Milliarden Dollar im Jahr 2023.", "192,1 Milliarden Dollar"],
  ["Экспорт Китая в Россию составил 121 млрд долларов в 2023 году.", "121 млрд долларов"],
  ["Импорт Китая из России составил 192,1 млрд долларов в 2023 году.", "192,1 млрд долларов"],
  [
    "In December 2022 China-Russia trade was $12bn, the highest since February 2022.",
    "highest since February 2022",
  ],
];

/** True, or not to be known: parts, other counts, other sources, sums so far, other measures. */
const NARROWED = [
  "In oil alone, China's imports from Russia were $60.7bn in 2023.",
  "Leaving oil aside, China's imports from Russia were $68bn in 2023.",
  "With services, China's exports were $3.7 trillion in 2023.",
  "On a balance of payments basis, China's exports were $3.18 trillion in 2023.",
  "China's goods trade surplus was $594bn in 2023 in the balance of payments.",
  "China's exports to Russia were $50bn in 2023 (machinery only).",
  "China's exports to Russia were $50bn in 2023 in machinery and vehicles.",
  "China's exports to Russia were $9.3bn each month in 2023.",
  "China's exports to Russia were $20bn of machinery in 2023.",
  "China's exports to Russia were $100bn in November 2023, cumulatively.",
  "China's trade with Russia topped $200bn in November 2023.",
  "As of November 2023, China's trade with Russia was $218bn for the year.",
  "Through November 2023, China's exports to Russia were $100bn.",
  "Der Handel zwischen China und Russland erreichte 218 Milliarden Dollar im November 2023.",
  "Торговля между Китаем и Россией достигла 218 млрд долларов в ноябре 2023 года.",
  "China's trade with Russia was $229bn in 2023, Russian customs said.",
  "By Russia's count, China's trade with Russia was $229bn in 2023.",
  "China's exports to the United States were $427bn in 2022, the U.S. Commerce Department said.",
  "Trade between the United States and China was $575bn in 2023, according to the Census Bureau.",
  "China's trade surplus was $594bn in 2023, the State Administration of Foreign Exchange said.",
  "In euros, China's exports to Russia rose 43% in 2023.",
  "Measured in roubles, China's exports to Russia rose 80% in 2023.",
  "China's exports to Russia rose 64% in 2023 over pre-war 2021.",
  "China's exports to Russia were $8.68bn in October 2023, a record for the month of October.",
  "China's trade deficit with Russia was $13.5bn in 2024.",
  "Foreign trade of Jilin City was 9.3 billion yuan in 2023.",
  "Wrongly, it was said: China's exports to Russia were $120bn in 2023.",
  "China exported $111bn to Russia in 2023 and imported $2.56 trillion in all.",
  "China exported $111bn to Russia in 2023 and imported $20bn from Japan's partners.",
  "China's exports to Russia were $111bn in 2023. Its imports were $285bn in 2023.",
  "2023年，中国对俄罗斯出口汽车120亿美元。",
  "据俄罗斯海关统计，2023年中国对俄罗斯出口1210亿美元。",
  "2023年11月，中国对俄罗斯累计出口1000亿美元。",
  "预计2023年中国对俄罗斯出口1210亿美元。",
  "2023年中国对俄罗斯一般贸易出口800亿美元。",
  "2023年，中国企业对俄罗斯出口800亿美元。",
  "2023年9月中国对俄罗斯出口比2022年的761亿美元少得多，进口40亿美元。",
  // Sentences together.
  "Goods exports were $167.6bn in May 2024. Goods imports were $267.8bn. The trade deficit was $75.1bn.",
  "Germany's exports to China were €97.3bn in 2023. Its imports from China were €157.1bn. Germany's total trade surplus was €209.6bn in 2023.",
  "China's exports to the U.S. fell 20% in 2025. Imports from the U.S. fell 14.6%. Total trade rose 3.8%.",
  "Britain's exports of goods were £30bn in May. Its imports of goods were £50bn. Its total trade deficit was £3bn.",
  "France's exports were €50bn in May. Its imports were €57bn. With China, the deficit was €4bn.",
  "France's exports were €50bn in May. Its imports were €57bn. Thanks to services, the surplus was €1bn.",
  "France's exports were €50bn in May. Its imports were €57bn. Analysts had it wrong. For them, the surplus was €7bn.",
  "China's exports were $303.6bn in December 2023. China's exports were $302.3bn in May 2024, a record for May.",
  "China's exports to Russia were $50.58bn in 2020. In Russian statistics, China's exports to Russia were $54.58bn in 2020.",
];

describe("a text against the tables of data/", () => {
  test.each(TRUE)("agrees: %s", (text) => {
    const claims = found(text);
    expect(claims.map(({ verdict }) => verdict)).toContain("consistent");
    expect(claims.filter(({ verdict }) => verdict === "inconsistent")).toEqual([]);
  });

  test.each(FALSE)("does not: %s", (text, wrong, mended) => {
    const bad = found(text).filter(({ verdict }) => verdict === "inconsistent");
    expect(bad.map(({ span }) => span.text)).toContain(wrong);
    const claim = bad.find(({ span }) => span.text === wrong);
    expect(claim?.says).toMatch(/(trade|provinces)\.csv line \d+/);
    if (mended !== undefined) expect(claim?.repairs.slice(0, 3).map(({ to }) => to)).toContain(mended);
    if (claim?.proof !== undefined) proofs.push(claim.proof);
  });

  test.each(NARROWED)("is not held against what its words make another figure: %s", (text) => {
    const { claims } = check(read(text, options), { published });
    expect(claims.filter(({ verdict }) => verdict === "inconsistent").map(({ says }) => says)).toEqual([]);
  });

  test("has a proof of each contradiction, which the script of data/verify checks", () => {
    expect(proofs.length).toBeGreaterThan(25);
    const file = join(mkdtempSync(join(tmpdir(), "trade-figures-")), "proofs.json");
    writeFileSync(file, JSON.stringify(proofs));
    const out = execFileSync(process.execPath, ["data/verify/verify.mjs", file], { encoding: "utf8" });
    expect(out.trim()).toBe(`${proofs.length} of ${proofs.length} hold`);
  });

  test("says row and source, and how far from the published figure the text's is", () => {
    const [claim] = found("Liaoning's trade with Russia was 55.9bn yuan in 2023.");
    expect(claim?.says).toMatch(
      /^CNY 54\.9bn is published for total trade of Liaoning with RUS, 2023 \(provinces\.csv line \d+; .*\); the text's “55\.9bn yuan” is 1\.6% above it, more than a revision of 1% explains\.$/,
    );
  });

  test("what a revision may explain is undecided, and a contradiction where none is allowed", () => {
    const text = "Liaoning's trade with Russia was 55.2bn yuan in 2023.";
    expect(found(text).map(({ verdict }) => verdict)).toEqual(["undecided"]);
    const strict = openPublished(undefined, { revision: "0%" });
    const [claim] = check(read(text), { published: strict }).claims;
    expect(claim?.verdict).toBe("inconsistent");
  });

  test("a published figure that others contradict is no witness", () => {
    const [claim] = found("Liaoning's exports to Russia were 42.64bn yuan in the first nine months of 2023.");
    expect([claim?.verdict, claim?.says]).toEqual(["undecided", expect.stringContaining("contradict")]);
    // And it accuses nobody: the year's exports of 14.4bn are true beside it.
    expect(found("Liaoning's exports to Russia were 14.4bn yuan in 2023.")[0]?.verdict).toBe("consistent");
  });

  test("rows as sentences of their own raise no alarm; one in fifteen, the long test takes all", () => {
    const some = tableSentences().filter((_, i) => i % 15 === 0);
    expect(some.length).toBeGreaterThan(100);
    const verdicts = some.map(({ text }) => found(text)[0]?.verdict);
    expect(some.filter((_, i) => verdicts[i] === "inconsistent").map(({ text }) => text)).toEqual([]);
    expect(verdicts.filter((one) => one === "consistent").length).toBeGreaterThan(0.95 * some.length);
  });
});

test.each([
  ["China's exports of steel to Russia were $5bn in 2023.", "it is of “steel”"],
  ["Russia's imports from China were $211bn in 2023.", "no figures that RUS reports"],
  ["China's exports to Russia were $211bn.", "its period is not said"],
  ["China's exports to Russia were $211bn in 2023, a preliminary estimate showed.", "may be another figure"],
  ["China's exports to Russia are expected to reach $211bn in 2023.", ""],
  [
    "China's exports to Russia were $211bn in 2023, according to Russian customs.",
    "a source other than the customs",
  ],
  ["Exports to Russia were $211bn in 2023.", "whose trade with whom"],
  ["Bilateral trade was $940bn in 2023.", "whose trade with whom"],
  ["China's exports to Russia were $211bn since 2020.", "its period is not said"],
  ["Since 2020 China's exports to Russia were $211bn.", "its period is not said"],
  ["China's exports to Russia were $211bn, up from 2022.", "its period is not said"],
  ["China's exports to Iceland were $211bn in 2023.", "reports of its trade with ISL"],
  ["China's exports to Russia were 211,000 cars in 2023.", "no figure that bears on it"],
  [
    "China's exports to Russia rose 99% in September 2023 from the month before.",
    "no figure that bears on it",
  ],
])("is left out, and listed: %s", (text, why) => {
  expect(found(text)).toEqual([]);
  const reading = read(text, options);
  const listed = notCompared(reading, published, check(reading, { published }).claims);
  if (why === "") expect(listed.length).toBeLessThan(2);
  else expect(listed.map((one) => one.why).join()).toContain(why);
});

test("facts of one's own are published figures too; a growth of no said currency contradicts only where all do", () => {
  const row = (currency: string, growth: string) => ({
    area: "Atlantis",
    partner: "WLD",
    flow: "exports" as const,
    period: period("2023"),
    growth: figure(growth).in("percent"),
    growthCurrency: currency,
    where: `${currency} row`,
  });
  const text = "Atlantis's exports rose 9% in 2023.";
  const verdict = (...facts: ReturnType<typeof row>[]) =>
    check(read(text), { published: new PublishedFigures(facts) }).claims[0]?.verdict;
  expect(verdict(row("USD", "5%"))).toBe("undecided");
  expect(verdict(row("USD", "5%"), row("CNY", "9%"))).toBe("consistent");
  expect(verdict(row("USD", "5%"), row("CNY", "6%"))).toBe("inconsistent");
});
