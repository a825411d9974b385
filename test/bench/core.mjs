// npm run bench:core: reading, implied rate and baseline, beside decimal.js, dinero.js and Python's decimal; import time.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { Decimal } from "decimal.js";
import { dinero, toDecimal } from "dinero.js";
import { baseline, figure, impliedRate } from "trade-figures";
import { machine, processes, race, report } from "./measure.mjs";

const D = Decimal.clone({ precision: 60 });
const [yuan, dollars, rise] = [figure("42.64bn yuan"), figure("$5.83bn"), figure("82.3%")];

// The same work by hand: ends with decimal.js, rounded outwards.
const Low = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_FLOOR });
const High = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_CEIL });
const plainRate = () => ({
  value: new D("42.64e9").div("5.83e9"),
  lower: new Low("42.635e9").div("5.835e9"),
  upper: new High("42.645e9").div("5.825e9"),
});
const plainBaseline = () => ({
  value: new D("42.64e9").div("1.823"),
  lower: new Low("42.635e9").div("1.8235"),
  upper: new High("42.645e9").div("1.8225"),
});
const plainRead = (text) => {
  const [, digits] = /^([\d.]+)bn yuan$/.exec(text);
  const value = new D(digits).times(1e9);
  return { value, lower: value.minus(5e6), upper: value.plus(5e6) };
};

const python = spawnSync(
  "python3",
  [
    "-c",
    `
import time, json
from decimal import *
def run(f, n=20000):
    best=[]
    for _ in range(9):
        t=time.perf_counter()
        for _ in range(n): f()
        best.append(n/(time.perf_counter()-t))
    return sorted(best)
lo=Context(prec=60, rounding=ROUND_FLOOR); hi=Context(prec=60, rounding=ROUND_CEILING); c=Context(prec=60, rounding=ROUND_HALF_UP)
a=[Decimal(x) for x in ("42.64e9","5.83e9","42.635e9","5.835e9","42.645e9","5.825e9","1.823","1.8235","1.8225")]
rate=lambda:(c.divide(a[0],a[1]),lo.divide(a[2],a[3]),hi.divide(a[4],a[5]))
base=lambda:(c.divide(a[0],a[6]),lo.divide(a[2],a[7]),hi.divide(a[4],a[8]))
out=lambda f:[format(x.normalize(Context(prec=100)),'f') for x in f()]
print(json.dumps({"rate":out(rate),"base":out(base),"speeds":[run(rate),run(base)]}))
`,
  ],
  { encoding: "utf8" },
);
const py = JSON.parse(python.stdout);

// Equal results first.
const ends = (found) =>
  [found.value, found.interval?.lower ?? found.lower, found.interval?.upper ?? found.upper].map((x) =>
    x.toFixed(),
  );
assert.deepEqual(ends(impliedRate(yuan, dollars)), ends(plainRate()));
assert.deepEqual(ends(baseline(yuan, rise)), ends(plainBaseline()));
assert.deepEqual(ends(impliedRate(yuan, dollars)), py.rate);
assert.deepEqual(ends(baseline(yuan, rise)), py.base);
assert.deepEqual(ends(yuan), ends(plainRead("42.64bn yuan")));
const cents = { code: "CNY", base: 10, exponent: 2 };
assert.equal(toDecimal(dinero({ amount: 4_264_000_000_000, currency: cents })), yuan.value.toFixed(2));

machine();
report(
  "read “42.64bn yuan”, with its interval",
  race({
    "trade-figures figure()": () => figure("42.64bn yuan"),
    "decimal.js, one known form": () => plainRead("42.64bn yuan"),
    "dinero.js, from cents, no interval": () => dinero({ amount: 4_264_000_000_000, currency: cents }),
  }),
  "decimal.js, one known form",
);
const fromPython = (speeds) => ({ median: speeds[4], low: speeds[0], high: speeds[8] });
report(
  "implied rate, with its interval",
  {
    ...race({
      "trade-figures impliedRate()": () => impliedRate(yuan, dollars),
      "decimal.js by hand": plainRate,
    }),
    "Python decimal by hand": fromPython(py.speeds[0]),
  },
  "decimal.js by hand",
);
report(
  "baseline, with its interval",
  {
    ...race({ "trade-figures baseline()": () => baseline(yuan, rise), "decimal.js by hand": plainBaseline }),
    "Python decimal by hand": fromPython(py.speeds[1]),
  },
  "decimal.js by hand",
);
console.log("  dinero.js cannot divide by a decimal rate, so it has no row above.");

const times = processes({
  "bare node": "",
  "decimal.js": 'import "decimal.js"',
  "trade-figures": 'import "trade-figures"',
});
console.log("\nimport, as whole processes");
for (const [name, { median, low, high }] of Object.entries(times)) {
  console.log(
    `  ${name.padEnd(34)} ${median.toFixed(1)} ms  (${low.toFixed(1)} to ${high.toFixed(1)})  × ${(median / times["decimal.js"].median).toFixed(2)} of decimal.js`,
  );
}
const above = (name) => times[name].median - times["bare node"].median;
console.log(
  `  above bare node: decimal.js ${above("decimal.js").toFixed(1)} ms, trade-figures ${above("trade-figures").toFixed(1)} ms`,
);
