// Paragraphs of our own whose sentences belong together, true to the last printed digit: from a seed. The numbers are
// whole thousandths of a billion, added and divided as integers; what is printed of them is rounded half away from zero.
import { seeded } from "../../score/mutate/random.mjs";

const PARTNERS = ["Russia", "Japan", "Brazil", "Kenya", "Vietnam", "Poland", "Chile", "Norway"];
const MONTHS = ["January", "March", "May", "June", "August", "September", "November"];

/** n thousandths with that many decimals, as text. */
const shown = (n, decimals) => {
  const step = 10n ** BigInt(3 - decimals);
  const size = n < 0n ? -n : n;
  const units = (size + step / 2n) / step;
  const text = String(units).padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
};

/** |a ÷ b − 1| in percent with one decimal, and which way. */
const grown = (a, b) => {
  const up = a >= b;
  const tenths = ((up ? a - b : b - a) * 2000n + b) / (2n * b);
  return { up, text: `${tenths / 10n}.${tenths % 10n}%`, tenths };
};

const STORIES = {
  flows(random) {
    const [a, b] = [BigInt(2_000 + random.below(400_000)), BigInt(2_000 + random.below(400_000))];
    const decimals = random.below(3);
    const left = shown(a - b, decimals);
    const balance = a > b ? "surplus" : "deficit";
    const when = `in ${random.pick(MONTHS)} ${2010 + random.below(14)}`;
    const [x, y] = [shown(a, decimals), shown(b, decimals)];
    return random.pick([
      `Exports came to $${x}bn ${when}. Imports were $${y}bn. The trade ${balance} was $${left}bn.`,
      `Imports totalled $${y}bn ${when}. Exports stood at $${x}bn. That left a ${balance} of $${left}bn.`,
      `Exports reached $${x}bn ${when}. Imports reached $${y}bn. Total trade was $${shown(a + b, decimals)}bn.`,
    ]);
  },
  base(random) {
    const base = BigInt(20_000 + random.below(300_000));
    const level = base + BigInt(random.below(90_000)) - 9_000n;
    const { up, text } = grown(level, base);
    const [verb, other] = up ? ["rose", "grew"] : ["fell", "declined"];
    const [x, y] = [shown(level, 2), shown(base, 2)];
    return random.pick([
      `Sales ${verb} ${text} to €${x}bn. A year earlier they were €${y}bn.`,
      `Output ${other} ${text} in the quarter. It reached $${x}bn, compared with $${y}bn a year earlier.`,
    ]);
  },
  parts(random) {
    const [a, b] = [BigInt(1_000 + random.below(60_000)), BigInt(1_000 + random.below(60_000))];
    const whole = shown(a + b, 1);
    const share = (a * 2000n + (a + b)) / (2n * (a + b));
    return random.pick([
      `The fund spent $${whole}bn. Of this, $${shown(a, 1)}bn went to roads and $${shown(b, 1)}bn to ports.`,
      `The fund spent $${shown(a + b, 2)}bn. Roads accounted for $${shown(a, 2)}bn, or ${share / 10n}.${share % 10n} percent of the total.`,
    ]);
  },
  again(random) {
    const value = BigInt(3_000 + random.below(90_000));
    const subject = `xports to ${random.pick(PARTNERS)}`;
    const when = `in ${random.pick(MONTHS)} ${2010 + random.below(14)}`;
    const digits = 1 + random.below(2);
    return `E${subject} were $${shown(value, digits)}bn ${when}. E${subject} of that kind are mostly machines.\n\nE${subject} were $${shown(value, 1)}bn ${when}, the ministry said.`;
  },
  whole(random) {
    const before = [BigInt(50_000 + random.below(90_000)), BigInt(50_000 + random.below(90_000))];
    const after = before.map((one) => one + BigInt(random.below(30_000)) - 15_000n);
    const said = (a, b) => {
      const { up, text } = grown(a, b);
      return `${up ? "rose" : "fell"} ${text}`;
    };
    const sum = ([a, b]) => a + b;
    return `Exports ${said(after[0], before[0])} from a year earlier. Imports ${said(after[1], before[1])}. Total trade ${said(sum(after), sum(before))}.`;
  },
  record(random) {
    const low = BigInt(3_000 + random.below(40_000));
    const high = low + BigInt(2_000 + random.below(9_000));
    const partner = random.pick(PARTNERS);
    const year = 2012 + random.below(10);
    return `Imports from ${partner} were $${shown(low, 1)}bn in ${random.pick(MONTHS)} ${year}. Imports from ${partner} were $${shown(high, 1)}bn in May ${year + 1}, the highest since March ${year - 3}.`;
  },
};

/** @returns so many paragraphs */
export function stories(count, seed = 1) {
  const random = seeded(seed);
  const makers = Object.values(STORIES);
  return Array.from({ length: count }, () => random.pick(makers)(random));
}
