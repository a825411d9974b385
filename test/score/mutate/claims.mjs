// True claims in sentences of our own: exact amounts first, then printed rounded, so that the truth lies in every print.
import { dividedBy, exact, minus, plus, ratio, rounded, times } from "../rational.mjs";
import { point } from "./oracle.mjs";
import { interval, template } from "./slot.mjs";

const ONE = exact("1");
const HUNDRED = exact("100");

const WHO = [
  "Exports of the province",
  "Imports of the port",
  "The harbour's turnover",
  "The trade surplus of the region",
  "Freight revenue of the railway",
  "Sales of the yard",
  "Shipments of steel",
  "Customs revenue",
];
const WHEN = [
  "in the first nine months",
  "in September",
  "in the third quarter",
  "last year",
  "in the first half",
];

/** A true amount: three to nine digits of it exact. */
const amount = (random) => ratio(BigInt(100_000 + random.below(99_900_000)), 100_000n);

/** An amount in billions (or millions) as it is printed, with three or four digits. */
function money(random, value, unit, style) {
  const whole = rounded(value, 0).length;
  const places = Math.max(0, (random.chance(0.5) ? 3 : 4) - whole);
  return { digits: rounded(value, places), scale: style.scale, unit, short: style.short, sign: style.sign };
}
const style = (random) => ({
  scale: random.pick([6, 9, 9, 9]),
  short: random.chance(0.5),
  sign: random.chance(0.7),
});
const percent = (random, value) => ({
  digits: rounded(times(value, HUNDRED), random.pick([1, 1, 2])),
  scale: 0,
  unit: "percent",
  short: random.chance(0.5),
});

const MAKERS = {
  growth(random) {
    const sign = random.chance(0.6) ? 1 : -1;
    const rate = ratio(BigInt(11 + random.below(sign > 0 ? 900 : 600)), 1000n);
    const base = amount(random);
    const level = times(base, sign > 0 ? plus(ONE, rate) : minus(ONE, rate));
    const look = style(random);
    const unit = random.pick(["CNY", "USD", "EUR"]);
    const verb =
      sign > 0
        ? random.pick(["rose", "grew", "increased", "climbed"])
        : random.pick(["fell", "dropped", "declined"]);
    return {
      facts: { sign },
      slots: {
        rate: percent(random, rate),
        level: money(random, level, unit, look),
        base: money(random, base, unit, look),
      },
      says: random.pick([
        `{who} ${verb} {rate} to {level} {when} from {base} a year earlier.`,
        `{who} ${verb} by {rate} to {level} {when}, from {base} in the same period of the year before.`,
        `{who} ${verb} {rate} from {base} to {level} {when}.`,
      ]),
    };
  },
  sum(random) {
    const [one, other] = [amount(random), amount(random)];
    const look = style(random);
    const unit = random.pick(["CNY", "USD"]);
    return {
      slots: {
        one: money(random, one, unit, look),
        other: money(random, other, unit, look),
        total: money(random, plus(one, other), unit, look),
      },
      says: random.pick([
        "Exports of {one} and imports of {other} brought total trade to {total} {when}.",
        "Total trade came to {total} {when}, with exports of {one} and imports of {other}.",
        "Trade totalled {total} {when}: exports of {one} and imports of {other}.",
      ]),
    };
  },
  share(random) {
    const whole = amount(random);
    const rate = ratio(BigInt(20 + random.below(900)), 1000n);
    const look = style(random);
    const unit = random.pick(["CNY", "USD"]);
    return {
      slots: {
        part: money(random, times(whole, rate), unit, look),
        rate: percent(random, rate),
        whole: money(random, whole, unit, look),
      },
      says: random.pick([
        "Exports were {part} {when}, or {rate} of the total of {whole}.",
        "Machinery made up {part}, or {rate} of total exports of {whole}, {when}.",
      ]),
    };
  },
  multiple(random) {
    const [verb, digits] = random.pick([
      ["doubled", "2"],
      ["tripled", "3"],
      ["halved", "0.5"],
    ]);
    // Within five percent of the factor: the word is rounded more coarsely than that.
    const factor = times(exact(digits), ratio(BigInt(950 + random.below(101)), 1000n));
    const base = amount(random);
    const look = style(random);
    const unit = random.pick(["CNY", "USD", "EUR"]);
    return {
      facts: { factor: interval({ digits, scale: 0 }) },
      slots: {
        level: money(random, times(base, factor), unit, look),
        base: money(random, base, unit, look),
      },
      says: random.pick([
        `{who} ${verb} to {level} {when} from {base} a year earlier.`,
        `{who} ${verb} from {base} to {level} {when}.`,
      ]),
    };
  },
  direction(random) {
    const sign = random.chance(0.5) ? 1 : -1;
    const rate = ratio(BigInt(60 + random.below(500)), 1000n);
    const from = amount(random);
    const to = times(from, sign > 0 ? plus(ONE, rate) : minus(ONE, rate));
    const look = style(random);
    const unit = random.pick(["CNY", "USD"]);
    const verb =
      sign > 0 ? random.pick(["rose", "grew", "climbed"]) : random.pick(["fell", "dropped", "slid"]);
    return {
      facts: { sign },
      slots: { to: money(random, to, unit, look), from: money(random, from, unit, look) },
      says: random.pick([
        `{who} ${verb} to {to} {when} from {from} a year earlier.`,
        `{who} ${verb} from {from} to {to} {when}.`,
      ]),
    };
  },
  "pair and its rate"(random) {
    const rate = ratio(BigInt(60_000 + random.below(25_000)), 10_000n);
    const yuan = amount(random);
    const look = style(random);
    return {
      slots: {
        amount: money(random, yuan, "CNY", look),
        converted: money(random, dividedBy(yuan, rate), "USD", { ...look, sign: true }),
        stated: { digits: rounded(rate, 4), scale: 0, unit: "CNY" },
      },
      says: random.pick([
        "{who} came to {amount} ({converted}) {when}. ($1 = {stated})",
        "{who} reached {amount} ({converted}) {when}, at an exchange rate of {stated} to the dollar.",
      ]),
    };
  },
  "two pairs"(random) {
    const rate = ratio(BigInt(60_000 + random.below(25_000)), 10_000n);
    const [one, other] = [amount(random), amount(random)];
    const look = style(random);
    const signed = { ...look, sign: true };
    return {
      slots: {
        amount: money(random, one, "CNY", look),
        converted: money(random, dividedBy(one, rate), "USD", signed),
        second: money(random, other, "CNY", look),
        secondConverted: money(random, dividedBy(other, rate), "USD", signed),
      },
      says: "Exports came to {amount} ({converted}) {when}, imports to {second} ({secondConverted}).",
    };
  },
  "pair and the market"(random) {
    // The noon rate of 23 October 2023 (H.10), the day on which these are printed.
    const rate = exact("7.3158");
    const yuan = amount(random);
    const look = style(random);
    return {
      facts: { market: point(rate), on: "2023-10-23" },
      slots: {
        amount: money(random, yuan, "CNY", look),
        converted: money(random, dividedBy(yuan, rate), "USD", { ...look, sign: true }),
      },
      says: random.pick([
        "{who} came to {amount} ({converted}) {when}.",
        "{who} reached {amount}, or about {converted}, {when}.",
      ]),
    };
  },
};

export const KINDS = Object.keys(MAKERS);

/** A true claim of one kind: { kind, parts, slots, facts }. */
export function claim(kind, random) {
  const { says, slots, facts = {} } = MAKERS[kind](random);
  const words = says.replace("{who}", random.pick(WHO)).replace("{when}", random.pick(WHEN));
  return { kind, parts: template(words), slots, facts };
}
