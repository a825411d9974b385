import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, read } from "../../src/index.js";

const together = (text: string) =>
  check(read(text, { publishedOn: "2024-02-01" })).claims.filter(({ kind }) => kind === "together");
const proofs: unknown[] = [];

const WRONG: readonly (readonly [why: string, text: string, mended?: string])[] = [
  [
    "months beyond the year that holds them",
    "China's exports to Russia were $110.9bn in 2023. It was a record year.\n\nChina's exports to Russia were $119.3bn in the first nine months of 2023.",
  ],
  [
    "a cumulative figure without its month",
    "China's exports to Russia were $72.7bn in the first eight months of 2023. China's exports to Russia were $9.6bn in September 2023. In the first nine months of 2023 China's exports to Russia were $91.4bn.",
  ],
  [
    "a sum so far that the month takes its total to",
    "China's exports to Russia were $72.7bn in the first eight months of 2023. China's exports to Russia were $9.6bn in September 2023, taking the total for the first nine months of 2023 to $91.4bn.",
  ],
  [
    "months beyond their year, in Chinese",
    "2023年，中国对俄罗斯出口1109亿美元。\n\n2023年前9个月，中国对俄罗斯出口1193亿美元。",
  ],
  ["a balance, in Chinese", "3月出口302亿美元。进口220亿美元。贸易顺差92亿美元。"],
  [
    "a balance, in German",
    "Die Exporte waren 302 Mrd. Dollar im März. Die Importe waren 220 Mrd. Dollar. Der Überschuss war 92 Mrd. Dollar.",
  ],
  [
    "a balance, in Russian",
    "Экспорт в марте составил 302 млрд долларов. Импорт составил 220 млрд долларов. Профицит составил 92 млрд долларов.",
  ],
  [
    "a growth between two levels, each in a paragraph of its own",
    "China's exports to Russia were $76.1bn in 2022.\n\nMuch has changed.\n\nChina's exports to Russia rose 46.9% from a year earlier in 2023.\n\nChina's exports to Russia were $151.1bn in 2023.",
  ],
  [
    "exports, imports and both together, all named, in three paragraphs",
    "China's exports to Japan were $157.5bn in 2023.\n\nChina's imports from Japan were $160.5bn in 2023.\n\nChina's trade with Japan was $381.0bn in 2023.",
    "$318.0bn",
  ],
  ["a balance", "Exports were $302bn in March. Imports were $220bn. The surplus was $92bn.", "$82bn"],
  [
    "a balance by its size",
    "Imports totalled $9.5bn. Exports were $7.5bn. That left a gap of $20bn.",
    "$2.0bn",
  ],
  [
    "a whole outside its parts",
    "Exports rose 5% in May from a year earlier. Imports rose 9%. Total trade rose 12%.",
  ],
  [
    "two digits exchanged",
    "China's trade with Japan was $318.0bn in 2023.\n\nChina's trade with Japan was $381.0bn in 2023.",
    "$318.0bn",
  ],
  [
    "a record below an earlier level",
    "Imports from Chile were $4.1bn in May 2022. Imports from Chile were $3.9bn in May 2023, a record.",
  ],
  [
    "a record at the end of a fall",
    "Exports fell 5% from a year earlier to $11bn in September 2023, the highest since March 2022.",
  ],
];

test.each(WRONG)("finds %s", (_, text, mended) => {
  const [claim, ...more] = together(text).filter(({ verdict }) => verdict === "inconsistent");
  expect(more).toEqual([]);
  expect(claim?.says).toMatch(/^(?:“[^”]+” \(\d+:\d+\)(?:, | and )?)+ cannot all be true: /);
  expect(claim?.proof?.adds).toMatch(/</);
  if (mended !== undefined) expect(claim?.repairs.slice(0, 3).map(({ to }) => to)).toContain(mended);
  proofs.push(claim?.proof);
});

test("the scripts of data/verify check the proofs without the package", () => {
  const file = join(mkdtempSync(join(tmpdir(), "trade-figures-")), "proofs.json");
  writeFileSync(file, JSON.stringify(proofs));
  const out = execFileSync("python3", ["data/verify/verify.py", file], { encoding: "utf8" });
  expect(out.trim()).toBe(`${WRONG.length} of ${WRONG.length} hold`);
});

test.each([
  // The year has three months more.
  "China's exports to Russia were $110.9bn in 2023. China's exports to Russia were $81.4bn in the first nine months of 2023.",
  // A later release revises the months before.
  "China's exports to Russia were $72.7bn in the first eight months of 2023. China's exports to Russia were $9.6bn in September 2023. China's exports to Russia were $81.5bn in the first nine months of 2023.",
  "China's exports to Japan were $157.5bn in 2023. China's imports from Japan were $160.5bn in 2023. China's trade with Japan was $318.0bn in 2023.",
  // Far apart: of two things.
  "China's trade with Japan was $318.0bn in 2023. China's trade with Japan was $266.4bn in 2023.",
  // Another unit, another partner, another period, an estimate.
  "China's exports to Japan were $157.5bn in 2023. China's exports to Japan were 1.11 trillion yuan in 2023.",
  "China's exports to Japan were $157.5bn in 2023. China's exports to Korea were $149.0bn in 2023. China's trade with Japan was $318.0bn in 2023.",
  "Steel exports to Japan were $1.2bn in 2023. Car imports from Japan were $9.1bn in 2023. Trade with Japan was $318.0bn in 2023.",
  "China's trade with Japan was $318.0bn in 2023. China's trade with Japan was $381.0bn in 2023, a first estimate had said.",
  "Exports rose 5% in May. Imports rose 9% from the month before. Total trade rose 12% from a year earlier.",
  "Exports were $12bn in March 2022. Exports were $11bn in September 2023, the highest since June 2022.",
  "China's exports to Russia were $9.6bn in September 2023, taking total trade for the first nine months of 2023 to $176bn. China's exports to Russia were $72.7bn in the first eight months of 2023.",
  "2023年，中国对俄罗斯出口1109亿美元。\n\n2023年前9个月，中国对俄罗斯出口814亿美元。",
  "3月出口302亿美元。进口220亿美元。贸易顺差82亿美元。",
  "Die Exporte waren 302 Mrd. Dollar im März. Die Importe waren 220 Mrd. Dollar. Der Überschuss war 82 Mrd. Dollar.",
  "Экспорт в марте составил 302 млрд долларов. Импорт составил 220 млрд долларов. Профицит составил 82 млрд долларов.",
  // A surplus of a month and a deficit of the next do not add up to a surplus.
  "China's trade surplus with Chile was $1.0bn in January 2023. China's trade deficit with Chile was $3.0bn in February 2023.",
])("raises no alarm at %s", (text) => {
  expect(together(text).filter(({ verdict }) => verdict === "inconsistent")).toEqual([]);
});

test("figures that hold each other in place are said to; those that do not are not", () => {
  const text = "Exports were $302bn in March. Imports were $220bn. The surplus was $82bn.";
  expect(together(text).map(({ verdict, says }) => `${verdict}: ${says}`)).toEqual([
    "consistent: “$302bn” (1:14), “$220bn” (1:44) and “$82bn” (1:68) can all be true.",
  ]);
  expect(together("Exports to Japan were $302bn in March. Exports to Chile were $2bn in March.")).toEqual([]);
});

test("five hundred statements, and the one among them that cannot be", () => {
  const partners = [
    "Russia",
    "Japan",
    "Brazil",
    "Kenya",
    "Vietnam",
    "Poland",
    "Chile",
    "Norway",
    "India",
    "Mexico",
  ];
  const months = [
    "January",
    "March",
    "May",
    "June",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];
  const sentences: string[] = [];
  for (let k = 0; sentences.length < 500; k++) {
    const [partner, month] = [partners[k % 10], months[Math.floor(k / 10) % 9]];
    const year = 2010 + Math.floor(k / 90);
    const [out, into] = [100 + ((k * 37) % 900), 100 + ((k * 53) % 700)];
    const both = out + into + (k === 40 ? 200 : 0);
    const when = `in ${month} ${year}`;
    sentences.push(
      `China's exports to ${partner} were $${out / 10}bn ${when}.`,
      `China's imports from ${partner} were $${into / 10}bn ${when}.`,
      `China's trade with ${partner} was $${both / 10}bn ${when}.`,
    );
  }
  const wrong = together(sentences.join(" ")).filter(({ verdict }) => verdict === "inconsistent");
  expect(wrong.map(({ figures }) => figures.length)).toEqual([3]);
  expect(wrong[0]?.says).toMatch(
    /^“\$68bn” \(1:6408\), “\$12bn” \(1:6463\) and “\$100bn” \(1:6515\) cannot all be true: /,
  );
});

test("a contradiction names the figures of its proof alone, and a repair fits those beside them too", () => {
  const text =
    "China's exports to Russia were $110.9bn in 2023.\n\nChina's exports to Russia were $11.9bn in the first nine months of 2023.\n\nChina's exports to Russia were $191bn in the first ten months of 2023.";
  const [wrong] = together(text).filter(({ verdict }) => verdict === "inconsistent");
  const named = wrong?.proof?.lines.flatMap(({ statement }) => statement ?? []);
  expect(named).toHaveLength(2);
  expect(wrong?.says).toMatch(/^“\$110\.9bn” \(1:32\) and “\$191bn” \(5:32\) cannot all be true: /);
  expect(wrong?.claim).toMatchObject({ told: [{ text: "$110.9bn" }, { text: "$191bn" }] });
});
