// Claims said in longer or rarer ways: two in a sentence, the level before the rate, ranges, words, other scripts.
import { money, percent } from "./amounts.mjs";

const UP = ["rose", "grew", "increased", "climbed", "jumped"];
const DOWN = ["fell", "dropped", "declined", "slid", "decreased"];
const signedOf = (up, rate) => `${up ? "" : "-"}${rate.value}`;

function period(row, span) {
  row.put("period", span, {});
  return span;
}

export const HARDER = {
  /** "Exports rose 5% to $3bn while imports fell 2% to $1bn." */
  two(row, random) {
    const over = {};
    if (random.chance(0.5)) {
      row.say("In ");
      over.period = period(row, random.pick(["September", "the third quarter", "the first half of 2023"]));
      row.say(", exports");
    } else row.say("Exports");
    for (const [index, link] of [
      "",
      random.pick([" while imports", ", and imports", ", whereas imports", " and imports"]),
    ].entries()) {
      const up = random.chance(0.5);
      row.say(`${link} ${random.pick(up ? UP : DOWN)} `);
      const rate = percent(row, random);
      let level;
      if (index === 0 || random.chance(0.7)) {
        row.say(" to ");
        level = money(row, random);
      }
      row.grew(rate, "percent", signedOf(up, rate), { level, basis: "unspecified", ...over });
    }
    row.say(".");
  },
  /** "Exports and imports were $3bn and $1bn, up 5% and 7% respectively." */
  respectively(row, random) {
    const up = random.chance(0.5);
    row.say(random.pick(["Exports and imports came to ", "Sales and profit reached "]));
    const one = money(row, random, { currency: "USD", hedge: false });
    row.say(" and ");
    const other = money(row, random, { currency: "USD", hedge: false });
    row.say(up ? ", up " : ", down ");
    const rates = [percent(row, random, "growth", false)];
    row.say(" and ");
    rates.push(percent(row, random, "growth", false));
    row.say(" respectively.");
    for (const [index, rate] of rates.entries()) {
      row.grew(rate, "percent", signedOf(up, rate), { level: [one, other][index], basis: "unspecified" });
    }
  },
  /** "At $3bn, exports were up 5%." and "Exports of $3bn were 5% higher." */
  before(row, random) {
    const up = random.chance(0.5);
    const at = random.chance(0.5);
    row.say(at ? "At " : "Exports of ");
    const level = money(row, random, { hedge: false });
    row.say(at ? `, exports were ${up ? "up" : "down"} ` : " were ");
    const rate = percent(row, random);
    row.say(at ? " on the year." : ` ${up ? "higher" : "lower"} than a year earlier.`);
    row.grew(rate, "percent", signedOf(up, rate), { level });
  },
  /** "Up 5% from a year earlier, exports reached $3bn." */
  front(row, random) {
    const up = random.chance(0.5);
    row.say(up ? "Up " : "Down ");
    const rate = percent(row, random);
    row.say(" from a year earlier, exports reached ");
    const level = money(row, random);
    row.say(".");
    row.grew(rate, "percent", signedOf(up, rate), { level });
  },
  /** "The trade deficit widened 5% to $3bn." */
  gap(row, random) {
    const up = random.chance(0.5);
    row.say(
      `The ${random.pick(["trade deficit", "trade surplus", "budget gap"])} ${random.pick(up ? ["widened", "expanded", "grew"] : ["narrowed", "shrank", "fell"])} ${random.chance(0.5) ? "by " : ""}`,
    );
    const rate = percent(row, random);
    row.say(" to ");
    const level = money(row, random);
    row.say(".");
    row.grew(rate, "percent", signedOf(up, rate), { level, basis: "unspecified" });
  },
  /** "Exports are expected to grow by 4-6 percent." */
  rangeOfGrowth(row, random) {
    const up = random.chance(0.6);
    const low = 1 + random.below(20);
    const high = low + 1 + random.below(9);
    row.say(
      `Exports are expected to ${up ? random.pick(["grow", "rise", "increase"]) : random.pick(["fall", "drop", "decline"])} ${random.chance(0.5) ? "by " : ""}`,
    );
    const link = random.pick(["-", " to ", "–"]);
    const rate = row.put("percent", `${low}${link}${high}${random.pick(["%", " percent", " per cent"])}`, {
      range: true,
      value: null,
      low: `${low}`,
      high: `${high}`,
      role: "growth",
    });
    row.say(" ");
    const over = period(row, random.pick(["next year", "this year"]));
    row.say(".");
    row.grew(rate, "percent", null, { period: over });
    Object.assign(row.growth.at(-1), {
      signed_rate_low: `${up ? "" : "-"}${low}`,
      signed_rate_high: `${up ? "" : "-"}${high}`,
    });
  },
  /** "Exports rose twelve percent to five million dollars." */
  words(row, random) {
    const up = random.chance(0.5);
    const [rateWord, rateValue] = random.pick([
      ["twelve", "12"],
      ["five", "5"],
      ["twenty-three", "23"],
      ["seven", "7"],
      ["forty", "40"],
    ]);
    const [sumWord, sumValue] = random.pick([
      ["five million", "5000000"],
      ["two hundred billion", "200000000000"],
      ["seventy-five million", "75000000"],
      ["one and a half billion", "1500000000"],
      ["ten thousand", "10000"],
    ]);
    row.say(`Exports ${random.pick(up ? UP : DOWN)} `);
    const rate = row.put("percent", `${rateWord} ${random.pick(["percent", "per cent"])}`, {
      digits: rateValue,
      value: rateValue,
      role: "growth",
    });
    row.say(" to ");
    const [name, currency] = random.pick([
      ["dollars", "USD"],
      ["euros", "EUR"],
      ["yuan", "CNY"],
      ["pounds", "GBP"],
    ]);
    const level = row.put("money", `${sumWord} ${name}`, { currency, digits: sumValue, value: sumValue });
    row.say(".");
    row.grew(rate, "percent", signedOf(up, rate), { level, basis: "unspecified" });
  },
  /** "Profit was Rs 5,600 crore (about $670 million)." */
  indian(row, random) {
    const digits = `${1 + random.below(9)},${100 + random.below(899)}`;
    const [scale, power] = random.pick([
      ["crore", 7],
      ["lakh crore", 12],
    ]);
    const sum = power === 12 ? digits.replace(",", ".").slice(0, 4) : digits;
    const before = random.chance(0.5);
    row.say("Profit was ");
    const decimals = sum.includes(".") ? sum.length - sum.indexOf(".") - 1 : 0;
    const amount = row.put(
      "money",
      before ? `${random.pick(["Rs ", "₹", "Rs. "])}${sum} ${scale}` : `${sum} ${scale} rupees`,
      { currency: "INR", digits: sum, value: `${sum.replace(/[.,]/g, "")}${"0".repeat(power - decimals)}` },
    );
    row.say(random.pick([" (about ", " (", " (approximately "]));
    const converted = money(row, random, { currency: "USD", hedge: false });
    row.say(").");
    row.pair(amount, converted);
  },
  /** "Copper cost $8,200 a tonne; the dividend was 50 cents per share." */
  each(row, random) {
    row.say(random.pick(["Copper cost ", "Wheat was sold at ", "Steel fetched "]));
    money(row, random, { scale: 0, hedge: false });
    row.say(random.pick([" a tonne", " per tonne", " a ton"]));
    row.say(random.pick(["; the dividend was ", ", and the dividend came to "]));
    const digits = `${10 + random.below(80)}`;
    const [name, currency] = random.pick([
      ["cents", "USD"],
      ["pence", "GBP"],
    ]);
    row.put("money", `${digits} ${name}`, { currency, digits, value: `0.${digits}`.replace(/0$/, "") });
    row.say(random.pick([" per share.", " a share."]));
  },
  /** "The dollar bought 7.31 yuan ($1 = 7.3158 yuan)." */
  rate(row, random) {
    const digits = `${6 + random.below(3)}.${1000 + random.below(8999)}`;
    row.say(`${random.pick(["Exports came to ", "Sales reached "])}`);
    const amount = money(row, random, { currency: "CNY", hedge: false });
    row.say(" (");
    const converted = money(row, random, { currency: "USD", hedge: false });
    row.say("). (");
    row.pair(amount, converted);
    row.put("rate", random.pick([`$1 = ${digits} yuan`, `1 US dollar = ${digits} yuan`]), {
      digits,
      value: digits,
    });
    row.say(")");
  },
  /** "Inflation rose half a percentage point to 3.2 percent." */
  halfPoint(row, random) {
    const up = random.chance(0.5);
    row.say(
      `${random.pick(["The key rate", "Unemployment"])} ${random.pick(up ? ["rose", "went up"] : ["fell", "went down"])} ${random.chance(0.5) ? "by " : ""}`,
    );
    const [span, value] = random.pick([
      ["half a percentage point", "0.5"],
      ["a quarter of a percentage point", "0.25"],
      ["one percentage point", "1"],
      ["two percentage points", "2"],
    ]);
    const rate = row.put("percentage-points", span, { digits: value, value });
    row.say(" to ");
    const level = percent(row, random, "level", false);
    row.say(".");
    row.grew(rate, "pp", `${up ? "" : "-"}${value}`, { level, basis: "unspecified" });
  },
  /** Chinese: "9月出口426.4亿元，同比增长8.2%。" */
  chinese(row, random) {
    const up = random.chance(0.6);
    const digits = `${1 + random.below(900)}.${1 + random.below(8)}`;
    const [scale, power] = random.pick([
      ["亿", 8],
      ["万亿", 12],
      ["万", 4],
    ]);
    const [name, currency] = random.pick([
      ["元", "CNY"],
      ["美元", "USD"],
      ["欧元", "EUR"],
      ["元人民币", "CNY"],
    ]);
    row.say(random.pick(["出口", "进口", "进出口总值"]));
    const level = row.put("money", `${digits}${scale}${name}`, {
      currency,
      digits,
      value: `${digits.replace(".", "")}${"0".repeat(power - 1)}`,
    });
    row.say(up ? "，同比增长" : "，同比下降");
    const rateDigits = `${1 + random.below(80)}.${random.below(10)}`;
    const rate = row.put("percent", `${rateDigits}%`, {
      digits: rateDigits,
      value: rateDigits,
      role: "growth",
    });
    row.say("。");
    row.grew(rate, "percent", `${up ? "" : "-"}${rateDigits}`, { level });
  },
  /** Many numbers, none of them money or growth. */
  none(row, random) {
    row.say(
      random.pick([
        "Version 2.1 of the form, published on 3 March 2022, has 14 fields and replaces form 7-B.",
        "The 36-year-old driver left at 6:45 a.m. on Route 66 and reached kilometre 214 by noon.",
        "The committee met on 23 October in Room 301; 17 of its 25 members voted for resolution 1244.",
        "Boeing 737-800 aircraft fly the route 3 times a week, and seat 12A is by the window.",
        "The team won 3-2 after leading 2-1 at half time before a crowd of 48,000.",
        "The quake of magnitude 6.1 struck at 04:17 at a depth of 10 km, the 2nd since 1998.",
        "Call +7 495 555 0142 or 555-0199 between 9:00 and 17:00, or write to PO Box 1200.",
        "The G20 and the BRICS agreed on chapter 5 of the 2030 Agenda at their 15th meeting.",
        "The temperature fell to -12 degrees, and 30 cm of snow closed the M4 motorway for 5 hours.",
        "See page 42 of ISO 9001:2015, table 3, and http://example.org/a/2023/10/23?id=5000.",
      ]),
    );
  },
};
