// The questions of the comparison, each with its true answer by fractions that share no code with any of the packages.
import { dividedBy, exact, minus, ratio } from "../score/rational.mjs";

const bounds = (value, lower, upper) => ({ value, lower, upper });
const ratioOf = (a, b) => dividedBy(exact(a), exact(b));
const less1 = (one) => minus(one, ratio(1n));

/** Ten thousand amounts and rates, by rule: one in twenty is an exact half of a cent. */
export function amounts(count = 10_000) {
  let state = 12_345n;
  const random = (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % (1n << 64n);
    return Number((state >> 33n) % BigInt(below));
  };
  return Array.from({ length: count }, (_, i) => {
    // At 6.4 yuan a dollar, 16 fen are two and a half cents.
    if (i % 20 === 0) {
      const fen = 16 * (2 * random(10_000_000) + 1);
      return [`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`, "6.4000"];
    }
    const fen = random(2_000_000_000) + 1;
    const rate = `${6 + random(2)}.${String(random(10_000)).padStart(4, "0")}`;
    return [`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`, rate];
  });
}

/** yuan ÷ rate in cents, rounded half to even, by integers of any length. */
export function cents([yuan, rate]) {
  const { over, under } = dividedBy(exact(yuan), exact(rate));
  const [twice, by] = [200n * over + under, 2n * under];
  let found = twice / by;
  if (twice % by === 0n && found % 2n === 1n) found -= 1n;
  const text = String(found).padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

export const TEXT = "Shipments rose 82.3% from a year earlier to 42.64bn yuan ($5.83m) in January-September.";

/** A sentence of another field, in the form that statcheck reads. */
export const APA = "The effect was clear, t(28) = 2.20, p = .01.";

export const questions = [
  {
    id: "rate",
    title: "Which exchange rate do 42.64bn yuan and $5.83bn imply, and how sure is it?",
    truth: bounds(ratioOf("42.64", "5.83"), ratioOf("42.635", "5.835"), ratioOf("42.645", "5.825")),
    scale: 1,
    digits: 4,
  },
  {
    id: "base",
    title: "What was the level a year before, if 82.3% growth led to 42.64bn yuan?",
    truth: bounds(ratioOf("42.64e9", "1.823"), ratioOf("42.635e9", "1.8235"), ratioOf("42.645e9", "1.8225")),
    scale: 1e9,
    digits: 4,
    unit: "bn yuan",
  },
  {
    id: "growth",
    title: "By how much did trade grow from $18.656bn to $21.18bn?",
    truth: bounds(
      less1(ratioOf("21.18", "18.656")),
      less1(ratioOf("21.175", "18.6565")),
      less1(ratioOf("21.185", "18.6555")),
    ),
    scale: 0.01,
    digits: 3,
    unit: "%",
  },
  {
    id: "convention",
    title: "Whose rate turned 42.64bn yuan into $5.83bn on 23 October 2023?",
    truth: "The market's of the day. The central parity (7.1792) would have printed $5.94bn.",
    judge: (answer) =>
      /market/.test(answer) && /central-parity/.test(answer)
        ? "names the convention, and those that it was not"
        : /bn dollars/.test(answer)
          ? "one convention, which happens to fit; no other is at hand to be ruled out"
          : "no answer without a network",
  },
  {
    id: "text",
    title: "What is wrong in a sentence?",
    asks: TEXT,
    truth: "The growth is possible; the dollars are a thousand times too few.",
    judge: (answer) =>
      /inconsistent/.test(answer)
        ? "flags the conversion and not the growth"
        : /\d/.test(answer)
          ? "reads figures, and relates none to another"
          : "not its kind of sentence",
  },
  {
    id: "apa",
    title: "What is wrong in a statistic?",
    asks: APA,
    truth: "At 28 degrees of freedom 2.20 has a two-sided p of .036.",
    judge: (answer) => (/wrong/.test(answer) ? "flags it" : "not its kind of sentence"),
  },
  {
    id: "conflict",
    title: "Which figures cannot all be true?",
    asks: "Liaoning's exports of 42.64bn yuan in nine months and of 14.4bn in the whole year; imports of 40.5bn and trade of 54.9bn in the year.",
    truth: "The nine months and the year: a part cannot exceed its whole.",
    judge: (answer) =>
      /^change/.test(answer)
        ? "one figure to change; no proof, and the bounds and laws are typed by hand"
        : "the figures that clash, and the one in all clashes; each with the sum that proves it",
  },
  {
    id: "cents",
    title: "Ten thousand amounts in yuan, each in dollars to the cent",
    asks: "One in twenty is an exact half of a cent; halves go to the even cent.",
    truth: "Counted against integers of any length.",
  },
];
