// A corpus of claims in sentences of our own, in the forms that news uses, made from a seed: breadth that no small corpus has.
import { seeded } from "./mutate/random.mjs";

const EXHAUSTIVE = ["money", "percent", "percentage-points", "basis-points", "multiple", "fraction", "rate"];
const SCALES = {
  0: [""],
  3: [" thousand"],
  6: [" million", "m", "mn", " mln"],
  9: [" billion", "bn", " bln"],
  12: [" trillion", "tn", " trln"],
};
const BEFORE = {
  USD: ["$", "US$", "USD ", "U.S. $"],
  EUR: ["€", "EUR ", "EUR"],
  GBP: ["£", "GBP "],
  CNY: ["RMB ", "CNY ", "CN¥", "RMB"],
  HKD: ["HK$"],
  AUD: ["A$", "AUD "],
  CAD: ["C$"],
  CHF: ["CHF "],
  INR: ["₹", "Rs "],
  KRW: ["₩"],
  RUB: ["RUB "],
};
const AFTER = {
  USD: [" dollars", " U.S. dollars", " US dollars", " USD"],
  EUR: [" euros", " euro", " EUR"],
  GBP: [" pounds", " pounds sterling", " British pounds"],
  CNY: [" yuan", " Chinese yuan", " yuan", " renminbi"],
  HKD: [" Hong Kong dollars"],
  AUD: [" Australian dollars"],
  CHF: [" Swiss francs"],
  INR: [" rupees"],
  JPY: [" yen"],
  KRW: [" won"],
  RUB: [" roubles", " rubles", " Russian rubles"],
  THB: [" baht"],
  TRY: [" Turkish lira"],
  KZT: [" tenge"],
  SEK: [" Swedish crowns", " Swedish kronor"],
  BRL: [" reais"],
  MXN: [" Mexican pesos"],
};
const HEDGES = [
  "about ",
  "around ",
  "nearly ",
  "almost ",
  "more than ",
  "less than ",
  "over ",
  "some ",
  "roughly ",
  "at least ",
  "up to ",
  "an estimated ",
  "approximately ",
];
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

/** A row under way: its text, and what stands in it. */
class Row {
  text = "";
  mentions = [];
  conversions = [];
  growth = [];
  from_to = [];
  traps = [];

  say(text) {
    this.text += text;
    return this;
  }

  /** A mention at the end of the text so far. */
  put(kind, span, fields) {
    const start = this.text.length;
    this.text += span;
    const mention = { span, start, end: this.text.length, kind, ...fields };
    this.mentions.push(mention);
    return mention;
  }

  trap(span, why) {
    const start = this.text.length;
    this.text += span;
    this.traps.push({ span, start, end: this.text.length, why });
  }

  grew(rate, unit, signed, { level, base, basis = "yoy", period }) {
    this.growth.push({
      rate_span: rate.span,
      rate_start: rate.start,
      unit,
      signed_rate: signed,
      current_span: level?.span ?? null,
      ...(level ? { current_start: level.start } : {}),
      ...(base ? { stated_baseline_span: base.span, stated_baseline_start: base.start } : {}),
      period: period ?? null,
      basis,
    });
  }

  pair(amount, converted) {
    this.conversions.push({
      source_span: amount.span,
      source_start: amount.start,
      target_span: converted.span,
      target_start: converted.start,
    });
  }
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
const shifted = (digits, scale) => {
  const [whole, decimals = ""] = digits.replaceAll(",", "").split(".");
  const all = `${whole}${decimals.padEnd(scale, "0").slice(0, scale)}`;
  const rest = decimals.slice(scale);
  return `${all.replace(/^0+(?=\d)/, "")}${rest ? `.${rest}` : ""}`;
};

function digitsOf(random, scale) {
  if (scale === 0)
    return random.pick([
      `${1 + random.below(9)},${100 + random.below(899)}`,
      `${10 + random.below(980)}`,
      `${1 + random.below(99)}.${10 + random.below(89)}`,
      `${10 + random.below(89)},${100 + random.below(899)},${100 + random.below(899)}`,
    ]);
  return random.pick([
    `${1 + random.below(899)}`,
    `${1 + random.below(99)}.${1 + random.below(8)}`,
    `${1 + random.below(9)}.${10 + random.below(89)}`,
    `${1 + random.below(899)}.${10 + random.below(89)}`,
  ]);
}

/** An amount in some currency, in one of the ways in which it is printed. */
function money(row, random, { currency, hedge = true, scale } = {}) {
  const size = scale ?? random.pick([0, 6, 6, 9, 9, 9, 9, 12]);
  const digits = digitsOf(random, size);
  const before = random.chance(0.5);
  const table = before ? BEFORE : AFTER;
  const code = currency && table[currency] ? currency : (currency ?? random.pick(Object.keys(table)));
  const side = table[code] ? table : table === BEFORE ? AFTER : BEFORE;
  const unit = random.pick(side[code]);
  const word = random.pick(SCALES[size]);
  const span = side === BEFORE ? `${unit}${digits}${word}` : `${digits}${word}${unit}`;
  if (hedge && random.chance(0.25)) row.say(random.pick(HEDGES));
  return row.put("money", span, { currency: code, digits, value: shifted(digits, size) });
}

const percentText = (random, digits) =>
  random.pick([`${digits}%`, `${digits} percent`, `${digits} per cent`, `${digits}%`]);

function percent(row, random, role = "growth", hedge = true) {
  const digits = random.pick([
    `${1 + random.below(98)}`,
    `${1 + random.below(98)}.${random.below(10)}`,
    `0.${1 + random.below(9)}`,
    `${100 + random.below(300)}`,
    `${1 + random.below(50)}.${10 + random.below(89)}`,
  ]);
  if (hedge && random.chance(0.2))
    row.say(random.pick(HEDGES.filter((one) => !/some|estimated|least|up to/.test(one))));
  return row.put("percent", percentText(random, digits), { digits, value: digits, role });
}

const TRAPS = [
  (row, random) => {
    row.say("The delegation arrived on flight ");
    row.trap(`CZ${1000 + random.below(8999)}`, "flight number");
    row.say(".");
  },
  (row) => {
    row.say("Readers can call ");
    row.trap("010-5550-1260", "telephone number");
    row.say(" on weekdays.");
  },
  (row, random) => {
    row.say("The home side won ");
    row.trap(`${1 + random.below(4)}-${random.below(2)}`, "match score");
    row.say(" on Saturday.");
  },
  (row) => {
    row.say("The bank keeps its benchmark rate at ");
    const level = percent(row, seeded(row.text.length + 3), "interest-rate", false);
    row.traps.push({ span: level.span, start: level.start, end: level.end, why: "a level, not growth" });
    row.say(".");
  },
  (row, random) => {
    row.say("He holds ");
    const stake = percent(row, random, "share", false);
    row.traps.push({ span: stake.span, start: stake.start, end: stake.end, why: "a share, not growth" });
    row.say(" of the shares.");
  },
  (row) => {
    row.say("The law took effect under ");
    row.trap("Article 24", "number of a legal article");
    row.say(" on ");
    row.trap("12 May 2021", "date");
    row.say(".");
  },
  (row, random) => {
    row.say("The index closed at ");
    row.trap(
      `${10 + random.below(20)},${100 + random.below(899)}.${10 + random.below(89)}`,
      "index level, not money",
    );
    row.say(".");
  },
  (row) => {
    row.say("The plant works ");
    row.trap("24/7", "around the clock");
    row.say(" since the ");
    row.trap("COVID-19", "name with a number");
    row.say(" rules ended.");
  },
];

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

const FRAMES = {
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

/** @returns rows of the claims format */
export function generated(count, seed = 1) {
  const random = seeded(seed);
  const kinds = Object.keys(FRAMES);
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length];
    const row = new Row();
    if (random.chance(0.15)) {
      random.pick(TRAPS)(row, random);
      row.say(" ");
    }
    FRAMES[kind](row, random);
    if (random.chance(0.15)) {
      row.say(" ");
      random.pick(TRAPS)(row, random);
    }
    return { id: `own-${kind}-${index + 1}`, date: "2023-10-23", exhaustive_kinds: EXHAUSTIVE, ...row };
  });
}
