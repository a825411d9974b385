// npm run bench:rates: dated look-ups and a 20-year average, beside the Python package currencyconverter on the same rates.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { RateBook } from "trade-figures";
import { machine, median } from "./measure.mjs";

const python = existsSync(".venv/bin/python") ? ".venv/bin/python" : "python3";

// 20 years of working days, a walk around 1.10 from a fixed seed, in the ECB's form.
let seed = 12345;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const first = Date.UTC(2003, 0, 1) / 86_400_000;
const last = Date.UTC(2022, 11, 31) / 86_400_000;
const text = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const rates = [];
let value = 11_000;
for (let day = first; day <= last; day++) {
  const weekday = new Date(day * 86_400_000).getUTCDay();
  if (weekday === 0 || weekday === 6 || random() < 0.03) continue;
  value = Math.min(16_000, Math.max(8_000, value + Math.round((random() - 0.5) * 120)));
  rates.push([text(day), (value / 10_000).toFixed(4)]);
}
const folder = mkdtempSync(join(tmpdir(), "trade-figures-bench-"));
const csv = `Date,USD,\n${[...rates]
  .reverse()
  .map(([day, rate]) => `${day},${rate},\n`)
  .join("")}`;
writeFileSync(join(folder, "rates.zip"), zipSync({ "eurofxref-hist.csv": new TextEncoder().encode(csv) }));
const N = 1_000_000;
const asked = Array.from({ length: 1000 }, () =>
  text(first + 30 + Math.floor(random() * (last - first - 30))),
);

const book = new RateBook(
  rates.map(([on, rate]) => ({ on, base: "EUR", quote: "USD", rate, kind: "reference" })),
);
const series = book.series("EUR/USD", "reference");
const days = asked.map((day) => Date.parse(day) / 86_400_000);

const done = spawnSync(
  python,
  [
    "-c",
    `
import sys, json, time, datetime
from decimal import Decimal
try:
    from currency_converter import CurrencyConverter
except ImportError:
    print(json.dumps(None)); sys.exit()
asked=[datetime.date.fromisoformat(d) for d in json.loads(sys.stdin.read())]
c=CurrencyConverter(sys.argv[1], fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known", decimal=True)
one=Decimal(1)
answers=[str(c.convert(one,'EUR','USD',date=d)) for d in asked]
times=[]
for _ in range(3):
    t=time.perf_counter()
    for _ in range(100):
        for d in asked: c.convert(one,'EUR','USD',date=d)
    times.append((time.perf_counter()-t)*10)
start,end=datetime.date(2003,1,1),datetime.date(2022,12,31)
means=[]
for _ in range(5):
    t=time.perf_counter()
    got=[c._rates['USD'][d] for d in c._rates['USD'] if start<=d<=end]
    got=[g for g in got if g is not None]
    mean=sum(got)/len(got)
    means.append(time.perf_counter()-t)
print(json.dumps({"answers":answers,"lookups":sorted(times),"mean":sorted(means)}))
`,
    join(folder, "rates.zip"),
  ],
  { input: JSON.stringify(asked), encoding: "utf8", maxBuffer: 1 << 26 },
);
rmSync(folder, { recursive: true, force: true });
const peer = done.status === 0 ? JSON.parse(done.stdout) : null;

machine();
const run = (list) => {
  let found = 0;
  const start = performance.now();
  for (let i = 0; i < N; i++) if (series.find(list[i % 1000], "previous") !== undefined) found++;
  assert.equal(found, N);
  return performance.now() - start;
};
run(asked);
const byText = Array.from({ length: 5 }, () => run(asked));
const byNumber = Array.from({ length: 5 }, () => run(days));
const means = Array.from({ length: 7 }, () => {
  const start = performance.now();
  book.average("EUR/USD", "2003/2022", { kind: "reference" });
  return performance.now() - start;
});
const line = (name, ms) =>
  console.log(
    `  ${name.padEnd(44)} ${median(ms).toFixed(1)} ms  (${Math.min(...ms).toFixed(1)} to ${Math.max(...ms).toFixed(1)})`,
  );
console.log(`\n${N} look-ups with the previous-day policy, ${rates.length} rates`);
line("trade-figures, by date text", byText);
line("trade-figures, by day number", byNumber);
console.log("mean of 20 years");
line("trade-figures, with interval", means);
if (peer === null) {
  console.log(
    `  currencyconverter is not installed in ${python} (pip install currencyconverter): no comparison. ${done.stderr.trim().split("\n").at(-1)}`,
  );
} else {
  assert.deepEqual(
    asked.map((day) => series.find(day, "previous").rate.value.toFixed(4)),
    peer.answers.map((answer) => Number(answer).toFixed(4)),
  );
  const theirs = peer.lookups.map((seconds) => seconds * 1000);
  line("currencyconverter, look-ups (from 100,000)", theirs);
  line(
    "currencyconverter, mean over its rates",
    peer.mean.map((seconds) => seconds * 1000),
  );
  console.log(
    `  look-ups: ${(median(theirs) / median(byText)).toFixed(1)} times as fast by text, ${(median(theirs) / median(byNumber)).toFixed(1)} by number; equal answers on ${asked.length} days`,
  );
}
