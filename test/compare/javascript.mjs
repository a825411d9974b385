// What each package of JavaScript answers: a function an answer, as its users would write it; the page shows these lines.
import currency from "currency.js";
import { Decimal } from "decimal.js";
import * as dinero from "dinero.js";
import loadHighs from "highs";
import * as tf from "trade-figures";
import { openRateBook } from "trade-figures/data";

const { figure } = tf;
const Low = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_FLOOR });
const High = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_CEIL });
const CNY = { code: "CNY", base: 10, exponent: 2 };
const USD = { code: "USD", base: 10, exponent: 2 };
const fact = (area, flow, when, amount) => ({
  area,
  partner: "RUS",
  flow,
  period: tf.period(when),
  amount: figure(amount),
});
const claimed = [
  fact("Liaoning", "exports", "2023-01/2023-09", "42.64bn yuan"),
  fact("Liaoning", "exports", "2023", "14.4bn yuan"),
  fact("Liaoning", "imports", "2023", "40.5bn yuan"),
  fact("Liaoning", "total", "2023", "54.9bn yuan"),
];

/** Answers by question, then by who answers. A number is a value without bounds. */
export const answers = {
  rate: {
    "trade-figures": () => tf.impliedRate(figure("42.64bn yuan"), figure("$5.83bn")),
    "decimal.js, by hand": () => ({
      value: new Decimal("42.64").div("5.83"),
      lower: new Low("42.635").div("5.835"),
      upper: new High("42.645").div("5.825"),
    }),
    "currency.js": () => currency("42640000000").divide("5830000000").value,
    "currency.js, precision 4": () => currency("42640000000", { precision: 4 }).divide("5830000000").value,
    "dinero.js": () => `there is no division: dinero.divide is ${typeof dinero.divide}`,
  },
  base: {
    "trade-figures": () => tf.baseline(figure("42.64bn yuan"), figure("82.3%")),
    "decimal.js, by hand": () => ({
      value: new Decimal("42.64e9").div("1.823"),
      lower: new Low("42.635e9").div("1.8235"),
      upper: new High("42.645e9").div("1.8225"),
    }),
    "currency.js": () => currency("42640000000").divide("1.823").value,
  },
  growth: {
    "trade-figures": () => tf.growth(figure("$18.656bn"), figure("$21.18bn")),
    "decimal.js, by hand": () => ({
      value: new Decimal("21.18").div("18.656").minus(1),
      lower: new Low("21.175").div("18.6565").minus(1),
      upper: new High("21.185").div("18.6555").minus(1),
    }),
    "currency.js, precision 4": () => currency("21.18", { precision: 4 }).divide("18.656").subtract(1).value,
  },
  convention: {
    "trade-figures": () => {
      const how = { book: openRateBook(), printedOn: "2023-10-23", period: "2023-01/2023-09" };
      const { answer, best, ruledOut } = tf.rateUsed(figure("42.64bn yuan"), figure("$5.83bn"), how);
      return `${answer}: ${best.rate.quoted}; ruled out: ${ruledOut.join(", ")}`;
    },
  },
  text: {
    "trade-figures": (text) => {
      const found = tf.check(tf.read(text), { publishedOn: "2023-10-23", book: openRateBook() });
      return found.claims.map((one) => `${one.kind}: ${one.verdict}`).join("; ");
    },
  },
  apa: {
    "trade-figures": (text) => `${tf.check(tf.read(text)).claims.length} claims`,
  },
  conflict: {
    "trade-figures": () => {
      const [problem] = tf.reconcile(claimed).problems;
      const [{ print, conflicts }] = problem.suspects;
      return `${problem.clashes.map((one) => one.says).join(" ")} In ${conflicts} of ${problem.clashes.length}: ${tf.aboutFact(print.fact)}.`;
    },
    "HiGHS, Fellegi and Holt's model by hand": async () => {
      const highs = await loadHighs();
      const model = `Minimize
  obj: d1 + d2 + d3 + d4
Subject To
  nine: y - n >= 0
  sum: t - y - i = 0
  n1: n + 1000 d1 >= 42.635
  n2: n - 1000 d1 <= 42.645
  y1: y + 1000 d2 >= 14.35
  y2: y - 1000 d2 <= 14.45
  i1: i + 1000 d3 >= 40.45
  i2: i - 1000 d3 <= 40.55
  t1: t + 1000 d4 >= 54.85
  t2: t - 1000 d4 <= 54.95
Binary
  d1 d2 d3 d4
End`;
      const { Columns, ObjectiveValue } = highs.solve(model, { output_flag: false });
      const names = { d1: "the nine months", d2: "the year", d3: "imports", d4: "the total" };
      const changed = Object.keys(names).filter((name) => Columns[name].Primal > 0.5);
      return `change ${ObjectiveValue}: ${changed.map((name) => names[name]).join(", ")}`;
    },
  },
  cents: {
    "trade-figures": (rows) =>
      rows.map(([yuan, rate]) => {
        const one = tf.rate("USD/CNY", rate, { kind: "stated" });
        return tf.money(yuan, "CNY").convert(one, "halfEven").toString();
      }),
    "decimal.js, 40 digits, half-even": (rows) => {
      const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });
      return rows.map(([yuan, rate]) => new Exact(yuan).div(rate).toFixed(2));
    },
    "currency.js": (rows) => rows.map(([yuan, rate]) => currency(yuan).divide(rate).toString()),
    "dinero.js, the inverse as a scaled rate": (rows) =>
      rows.map(([yuan, rate]) => {
        const inverse = { amount: Math.round(1e10 / Number(rate)), scale: 10 };
        const from = dinero.dinero({ amount: Number(yuan.replace(".", "")), currency: CNY });
        const to = dinero.convert(from, USD, { USD: inverse });
        return dinero.toDecimal(dinero.transformScale(to, 2, dinero.halfEven));
      }),
    "plain numbers": (rows) => rows.map(([yuan, rate]) => (Math.round((100 * yuan) / rate) / 100).toFixed(2)),
  },
};
