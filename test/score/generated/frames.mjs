// Ways to say a claim, each with the truth about it.
import { money, percent, shifted } from "./amounts.mjs";

const WHO = [
  "exports",
  "imports",
  "the company's sales",
  "net profit",
  "industrial output",
  "foreign direct investment",
  "China's trade with Kazakhstan",
  "shipments of machinery",
  "turnover at the port",
  "retail sales",
  "the group's operating income",
  "freight revenue",
  "outbound shipments to Russia",
];
const PERIODS = [
  "in 2022",
  "in the first nine months",
  "in September",
  "in the third quarter of 2023",
  "in January-September",
  "last year",
  "in the first half of the year",
  "in Q3 2023",
  "in the year to March",
  "in the first ten months of 2023",
];
const UP = [
  "rose",
  "grew",
  "increased",
  "climbed",
  "jumped",
  "surged",
  "soared",
  "advanced",
  "expanded",
  "gained",
  "went up",
  "edged up",
];
const DOWN = [
  "fell",
  "dropped",
  "declined",
  "decreased",
  "slid",
  "tumbled",
  "shrank",
  "plunged",
  "contracted",
  "slumped",
  "dipped",
  "went down",
];
const EARLIER = [
  " from a year earlier",
  " year on year",
  " year-on-year",
  " compared with the same period last year",
  " on the year",
  " from a year ago",
  " over the same period of the previous year",
];

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** " in September": the period as a mention, and what a growth over it says of itself. A whole year is set against a year. */
function when(row, random, list = PERIODS) {
  const said = random.pick(list);
  const span = said.replace(/^in /, "");
  row.say(said === span ? " " : " in ");
  row.put("period", span, {});
  return { period: span, basis: /^(?:2022|last year|the year to March)$/.test(span) ? "yoy" : "unspecified" };
}

function toLevel(row, random) {
  row.say(" to ");
  return money(row, random);
}

const subject = (row, random, first = true) => {
  const who = random.pick(WHO);
  row.say(first ? capital(who) : who);
};

export const FRAMES = {
  /** "Exports rose 8.2% to $5bn in September from a year earlier." */
  growth(row, random) {
    const up = random.chance(0.55);
    subject(row, random);
    row.say(` ${random.pick(up ? UP : DOWN)} ${random.chance(0.3) ? "by " : ""}`);
    const rate = percent(row, random);
    const level = random.chance(0.75) ? toLevel(row, random) : undefined;
    const said = random.chance(0.7);
    const order = random.chance(0.7);
    let over = order ? when(row, random) : undefined;
    if (said) row.say(random.pick(EARLIER));
    over ??= when(row, random);
    row.say(".");
    row.grew(rate, "percent", `${up ? "" : "-"}${rate.value}`, {
      level,
      ...over,
      ...(said ? { basis: "yoy" } : {}),
    });
  },
  /** "Exports came to $5bn, up 8.2% from a year earlier." */
  after(row, random) {
    const up = random.chance(0.55);
    subject(row, random);
    row.say(
      random.pick([
        " came to ",
        " reached ",
        " stood at ",
        " totalled ",
        " amounted to ",
        " were valued at ",
        " hit ",
      ]),
    );
    const level = money(row, random);
    const { period } = when(row, random);
    row.say(", ");
    row.say(
      up
        ? random.pick([
            "up ",
            "an increase of ",
            "a rise of ",
            "up by ",
            "a year-on-year increase of ",
            "representing growth of ",
            "an annual gain of ",
          ])
        : random.pick([
            "down ",
            "a decrease of ",
            "a decline of ",
            "a drop of ",
            "down by ",
            "a year-on-year fall of ",
            "representing a decline of ",
          ]),
    );
    const rate = percent(row, random);
    row.say(/year-on-year|annual/.test(row.text) ? "." : `${random.pick(EARLIER)}.`);
    row.grew(rate, "percent", `${up ? "" : "-"}${rate.value}`, { level, period });
  },
  /** "The figures show an 8.2% rise in exports to $5bn." */
  noun(row, random) {
    const up = random.chance(0.55);
    row.say(random.pick(["The ministry reported a ", "The company posted a ", "Customs data showed a "]));
    const rate = percent(row, random, "growth", false);
    row.say(
      ` ${up ? random.pick(["rise", "increase", "jump", "gain"]) : random.pick(["fall", "drop", "decline", "decrease"])} in `,
    );
    subject(row, random, false);
    const level = random.chance(0.6) ? toLevel(row, random) : undefined;
    const over = when(row, random);
    row.say(".");
    row.grew(rate, "percent", `${up ? "" : "-"}${rate.value}`, { level, ...over });
  },
  /** "Exports were 8.2% higher than a year earlier." */
  comparative(row, random) {
    const up = random.chance(0.5);
    subject(row, random);
    row.say(" were ");
    const rate = percent(row, random);
    row.say(
      ` ${random.pick(up ? ["higher than a year earlier", "more than in the same period last year", "above last year's level"] : ["lower than a year earlier", "less than in the same period last year", "below last year's level"])}.`,
    );
    row.grew(rate, "percent", `${up ? "" : "-"}${rate.value}`, {});
  },
  /** "Net profit rose 12% to $3bn from $2.7bn a year earlier." */
  based(row, random) {
    const up = random.chance(0.55);
    const currency = random.pick(["USD", "CNY", "EUR", "GBP", "RUB"]);
    subject(row, random);
    row.say(` ${random.pick(up ? UP : DOWN)} `);
    const rate = percent(row, random);
    const turned = random.chance(0.3);
    row.say(turned ? " from " : " to ");
    const one = money(row, random, { currency, scale: 9 });
    row.say(turned ? " to " : " from ");
    const other = money(row, random, { currency, scale: 9 });
    row.say(` ${random.pick(["a year earlier", "in the same period of the previous year", "a year ago"])}.`);
    const [level, base] = turned ? [other, one] : [one, other];
    row.grew(rate, "percent", `${up ? "" : "-"}${rate.value}`, { level, base });
  },
  /** "Sales came to 42.6bn yuan ($5.8bn)." */
  pair(row, random) {
    const [from, to] = random.pick([
      ["CNY", "USD"],
      ["RUB", "USD"],
      ["EUR", "USD"],
      ["JPY", "USD"],
      ["HKD", "USD"],
      ["GBP", "EUR"],
      ["CHF", "EUR"],
      ["KRW", "USD"],
      ["INR", "USD"],
    ]);
    subject(row, random);
    row.say(random.pick([" came to ", " reached ", " were ", " totalled "]));
    const amount = money(row, random, { currency: from });
    const [open, close] = random.pick([
      [" (", ")"],
      [" (", ")"],
      [" (about ", ")"],
      [" (around ", ")"],
      [", or about ", ","],
      [", or ", ","],
      [", equivalent to ", ","],
      [", about ", ","],
    ]);
    row.say(open);
    const converted = money(row, random, { currency: to, hedge: false });
    row.say(close);
    when(row, random);
    row.say(".");
    row.pair(amount, converted);
  },
  /** "The deficit widened to $5bn from $4bn." */
  change(row, random) {
    const up = random.chance(0.5);
    const currency = random.pick(["USD", "CNY", "EUR", "GBP", "JPY"]);
    subject(row, random);
    row.say(
      ` ${random.pick(up ? ["rose", "grew", "climbed", "increased", "jumped"] : ["fell", "dropped", "declined", "slid", "decreased"])} `,
    );
    const turned = random.chance(0.4);
    row.say(turned ? "from " : "to ");
    const one = money(row, random, { currency, scale: 9, hedge: false });
    row.say(turned ? " to " : " from ");
    const other = money(row, random, { currency, scale: 9, hedge: false });
    when(row, random);
    row.say(".");
    const [from, to] = turned ? [one, other] : [other, one];
    row.from_to.push({
      from_span: from.span,
      from_start: from.start,
      to_span: to.span,
      to_start: to.start,
      implied_percent: up ? "1" : "-1",
    });
  },
  /** "The rate rose 0.5 percentage points to 3.2 percent." */
  points(row, random) {
    const up = random.chance(0.5);
    const basis = random.chance(0.5);
    const digits = basis ? `${5 + 5 * random.below(20)}` : `0.${1 + random.below(9)}`;
    row.say(random.pick(["The jobless rate ", "The operating margin ", "The benchmark rate ", "Inflation "]));
    row.say(
      `${random.pick(up ? ["rose", "went up", "climbed"] : ["fell", "declined", "dropped"])} ${random.chance(0.5) ? "by " : ""}`,
    );
    const rate = row.put(
      basis ? "basis-points" : "percentage-points",
      `${digits} ${basis ? random.pick(["basis points", "bps"]) : random.pick(["percentage points", "percentage point", "percentage points"])}`,
      { digits, value: digits },
    );
    row.say(" to ");
    const level = percent(row, random, "level", false);
    const over = when(row, random, ["in September", "last month", "in 2022"]);
    row.say(".");
    row.grew(rate, basis ? "bp" : "pp", `${up ? "" : "-"}${digits}`, { level, ...over });
  },
  /** "Turnover more than doubled to $3bn." */
  multiple(row, random) {
    const [span, value] = random.pick([
      ["doubled", "2"],
      ["tripled", "3"],
      ["trebled", "3"],
      ["quadrupled", "4"],
    ]);
    subject(row, random);
    row.say(random.pick([" ", " nearly ", " almost ", " roughly "]));
    const rate = row.put("multiple", span, { digits: value, value });
    const level = random.chance(0.7) ? toLevel(row, random) : undefined;
    const over = when(row, random);
    row.say(".");
    row.grew(rate, "multiple", `${100 * (Number(value) - 1)}`, { level, ...over });
  },
  fraction(row, random) {
    const up = random.chance(0.5);
    const [span, fraction] = random.pick([
      ["a third", "1/3"],
      ["a quarter", "1/4"],
      ["two-thirds", "2/3"],
      ["a fifth", "1/5"],
      ["one third", "1/3"],
      ["three quarters", "3/4"],
      ["half", "1/2"],
    ]);
    subject(row, random);
    row.say(
      ` ${random.pick(up ? ["rose", "grew", "increased"] : ["fell", "dropped", "declined", "shrank"])} by ${random.pick(["", "", "about ", "more than ", "nearly "])}`,
    );
    const rate = row.put("fraction", span, { fraction, value: null });
    const level = random.chance(0.5) ? toLevel(row, random) : undefined;
    const over = when(row, random);
    row.say(".");
    const [top, under] = fraction.split("/");
    row.grew(rate, "fraction", null, { level, ...over });
    row.growth.at(-1).signed_rate_exact = `${up ? "" : "-"}${top}00/${under}`;
  },
  /** "A tax of 5%, a stake of 20%": no growth. */
  share(row, random) {
    subject(row, random);
    row.say(random.pick([" accounted for ", " made up ", " represented "]));
    const share = percent(row, random, "share");
    row.traps.push({ span: share.span, start: share.start, end: share.end, why: "a share, not growth" });
    row.say(" of the total");
    when(row, random);
    row.say(".");
  },
  range(row, random) {
    const [low, high] = [1 + random.below(40), 0].map((n, i, all) =>
      i === 0 ? n : all[0] + 1 + random.below(40),
    );
    subject(row, random);
    row.say(random.pick([" are expected to reach ", " were estimated at ", " could be worth "]));
    const link = random.pick(["-", " to ", "–"]);
    const [span, currency] = random.pick([
      [`$${low}${link === " to " ? " to $" : link}${high} billion`, "USD"],
      [`${low}${link}${high} billion yuan`, "CNY"],
      [`€${low}${link === " to " ? " to €" : link}${high} million`, "EUR"],
      [`${low}${link}${high} million euros`, "EUR"],
    ]);
    // "$5 to $6 billion" leaves open whether the first is in billions: it is read so.
    const scale = span.includes("billion") ? 9 : 6;
    row.put("money", span, {
      currency,
      range: true,
      value: null,
      low: shifted(`${low}`, scale),
      high: shifted(`${high}`, scale),
    });
    row.say(` ${random.pick(["next year", "in 2024", "this year"])}.`);
  },
};
