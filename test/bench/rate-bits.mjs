// npm run bench:rate-bits: how many bits a daily rate carries that nothing known before it tells. Each predictor's errors are
// coded by a mixture of logistic distributions that adapts as it goes: the sum of -log2 of their probabilities is a size that
// an arithmetic coder would reach to within some bytes. It bounds what any packing of data/rates can hope for.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { bundledRates } from "trade-figures/data";

const WIDTHS = [0.08, 0.18, 0.35, 0.6, 1, 1.7, 3, 8, 40];
const FIRST_RATE = 24;

const all = bundledRates()
  .filter((series) => series.to < "2100")
  .map((series) => {
    const days = Array.from(series.days("1900-01-01", "2199-12-31"));
    const printed = series.within("1900-01-01", "2199-12-31").map((rate) => rate.quoted.split(" ")[1]);
    const decimals = printed.map((text) => text.split(".")[1]?.length ?? 0);
    // The finest digit that a year prints is the unit of its rates.
    const finest = new Map();
    const year = (i) => Math.floor(days[i] / 365.25);
    decimals.forEach((own, i) => {
      finest.set(year(i), Math.max(finest.get(year(i)) ?? 0, own));
    });
    return {
      name: `${series.kind === "reference" ? "ECB" : "H.10"} ${series.pair}`,
      days,
      at: new Map(days.map((day, i) => [day, i])),
      value: printed.map(Number),
      unit: days.map((_, i) => 10 ** finest.get(year(i))),
    };
  });
const named = new Map(all.map((series) => [series.name, series]));

/** Bits of whole numbers around a real centre, by a mixture that learns which width fits, and the scale of late errors. */
class Errors {
  fast = 5;
  slow = 5;
  weights = WIDTHS.map(() => 1 / WIDTHS.length);
  bits(error) {
    const scale = 0.3 * (this.fast + this.slow) + 0.02;
    const below = (x) => 1 / (1 + Math.exp(-x / scale));
    const size = Math.abs(error);
    const odds = WIDTHS.map((width) =>
      Math.max(1e-12, below((0.5 - size) / width) - below((-0.5 - size) / width)),
    );
    const chance = odds.reduce((sum, one, i) => sum + one * this.weights[i], 0);
    const floor = 0.015 / WIDTHS.length;
    this.weights = this.weights.map((weight, i) => (0.985 * weight * odds[i]) / chance + floor);
    const whole = this.weights.reduce((a, b) => a + b);
    this.weights = this.weights.map((weight) => weight / whole);
    this.fast += 0.06 * (size - this.fast);
    this.slow += 0.012 * (size - this.slow);
    return -Math.log2(chance);
  }
}

/** Least squares that learns from each day after it was predicted, and forgets slowly. */
class Regression {
  constructor(size) {
    this.weights = new Array(size).fill(0);
    this.spread = this.weights.map((_, i) => this.weights.map((_, j) => (i === j ? 100 : 0)));
  }
  predict(x) {
    return x.reduce((sum, one, i) => sum + one * this.weights[i], 0);
  }
  learn(x, error) {
    const gain = this.spread.map((row) => row.reduce((sum, one, j) => sum + one * x[j], 0));
    const size = 0.997 + x.reduce((sum, one, i) => sum + one * gain[i], 0);
    this.weights = this.weights.map((weight, i) => weight + (gain[i] / size) * error);
    this.spread = this.spread.map((row, i) =>
      row.map((one, j) => (one - (gain[i] * gain[j]) / size) / 0.997),
    );
    const trace = this.spread.reduce((sum, row, i) => sum + row[i], 0);
    if (trace > 1e6) this.spread = this.spread.map((row) => row.map((one) => (one * 1e6) / trace));
  }
}

const perMille = (now, before) => (now > 0 && before > 0 ? (now / before - 1) * 1000 : 0);
const valueOn = (name, day) => {
  const series = named.get(name);
  const at = series?.at.get(day);
  return at === undefined ? Number.NaN : series.value[at];
};
const change = (name) => (_, __, day, before) => perMille(valueOn(name, day), valueOn(name, before));
const ownChange = (series, i) => (i < 2 ? 0 : perMille(series.value[i - 1], series.value[i - 2]));

/** The same pair as the ECB's rates of a day give it, and the ways in which it tells of an H.10 rate. */
function fromEcb(series) {
  const [base, quote] = series.name.slice(5).split("/");
  const cross = (day) => {
    const side = (code) => (code === "EUR" ? 1 : valueOn(`ECB EUR/${code}`, day));
    return side(quote) / side(base);
  };
  return [
    (_, __, day, before) => perMille(cross(day), cross(before)),
    (of, i, _, before) => perMille(cross(before), of.value[i - 1]),
  ];
}

const MAJORS = {
  ECB: "USD JPY GBP CHF AUD SEK KRW SGD PLN ZAR".split(" ").map((code) => `ECB EUR/${code}`),
  "H.10": "EUR/USD USD/JPY GBP/USD USD/CHF AUD/USD USD/CAD USD/SEK USD/SGD USD/MXN"
    .split(" ")
    .map((pair) => `H.10 ${pair}`),
};

const PREDICTORS = {
  "the rate before": () => [],
  "and EUR/USD of the day, or the ECB's cross": (series) =>
    series.name.startsWith("H.10")
      ? fromEcb(series)
      : series.name === "ECB EUR/USD"
        ? []
        : [change("ECB EUR/USD")],
  "and the other majors of the day, and its own last change": (series) => {
    const list = MAJORS[series.name.split(" ")[0]];
    const own = list.indexOf(series.name);
    const known = (own < 0 ? list : list.slice(0, own)).map(change);
    return [...(series.name.startsWith("H.10") ? fromEcb(series) : []), ...known, ownChange];
  },
};

function bitsOf(series, features) {
  const errors = new Errors();
  const regression = new Regression(features.length);
  let bits = FIRST_RATE;
  let usual = 3;
  for (let i = 1; i < series.value.length; i++) {
    const [last, now, unit] = [series.value[i - 1], series.value[i], series.unit[i]];
    const x = features.map((feature) => feature(series, i, series.days[i], series.days[i - 1]));
    const predicted = Math.max(-200, Math.min(200, regression.predict(x)));
    bits += errors.bits(Math.round(now * unit) - last * (1 + predicted / 1000) * unit);
    const error = perMille(now, last) - predicted;
    regression.learn(x, Math.max(-5 * usual, Math.min(5 * usual, error)));
    usual = Math.max(0.01, usual + 0.03 * (Math.min(Math.abs(error), 20 * usual) - usual));
  }
  assert.ok(Number.isFinite(bits));
  return bits;
}

const kB = (bytes) => `${(bytes / 1000).toFixed(0)} kB`;
const size = (name) => statSync(`data/rates/${name}.bin`).size;
const rates = all.reduce((sum, series) => sum + series.value.length, 0);
console.log(`${all.length} series, ${rates} rates; packed now: ${kB(size("ecb"))} and ${kB(size("h10"))}`);
console.log("bytes for the changes alone, without days, by what each rate is predicted from:");
const best = new Map();
for (const [name, featuresOf] of Object.entries(PREDICTORS)) {
  const sums = { ECB: 0, "H.10": 0 };
  for (const series of all) {
    const bits = bitsOf(series, featuresOf(series));
    best.set(series, Math.min(bits, best.get(series) ?? bits));
    sums[series.name.split(" ")[0]] += bits;
  }
  const total = sums.ECB + sums["H.10"];
  console.log(
    `  ${name.padEnd(58)} ECB ${kB(sums.ECB / 8)}, H.10 ${kB(sums["H.10"] / 8)}, all ${kB(total / 8)}`,
  );
}
const least = [...best.values()].reduce((a, b) => a + b);
console.log(
  `  ${"the best of the three for each series".padEnd(58)} all ${kB(least / 8)}: ${(least / rates).toFixed(2)} bits a rate`,
);
const dollar = named.get("ECB EUR/USD");
console.log(
  `350 kB for all would be ${((350_000 * 8) / rates).toFixed(2)} bits a rate; EUR/USD of the ECB alone has ${(best.get(dollar) / dollar.value.length).toFixed(2)}`,
);
