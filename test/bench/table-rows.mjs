// node --expose-gc test/bench/table-rows.mjs columns|decimals ROUNDS: one million rows converted in a process of its own, so
// that neither meets the other's garbage or the code that the other was compiled to. Prints JSON: milliseconds of each round
// after the first ones, by the clock and of processor time, and a hash of all amounts.
import { createHash } from "node:crypto";
import { Decimal } from "decimal.js";
import { convertColumn, generateTrade } from "trade-figures/table";

const [task, rounds] = [process.argv[2], Number(process.argv[3])];
const made = generateTrade({ rows: 1_000_000, seed: 1 });

/** As one writes it with care: 40 digits, half-even. */
function decimals() {
  const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_EVEN });
  const amounts = Array.from({ length: made.value.length }, (_, i) => {
    const text = made.value.at(i)?.toFixed(2);
    return text === undefined ? null : new Exact(text);
  });
  const months = Array.from({ length: amounts.length }, (_, i) => made.month.at(i));
  const rates = Object.fromEntries(
    Object.entries(made.digits).map(([month, digits]) => [month, new Exact(digits)]),
  );
  return {
    round: () => amounts.map((one, i) => one?.dividedBy(rates[months[i]]).toDecimalPlaces(2) ?? null),
    texts: (found) => found.map((one) => one?.toFixed(2) ?? ""),
  };
}

function columns() {
  const into = new Float64Array(made.value.length);
  return {
    round: () => convertColumn(made.value, made.rates, made.month, { into }),
    texts: (found) => Array.from(found.texts(), (one) => one ?? ""),
  };
}

const { round, texts } = task === "columns" ? columns() : decimals();
const warm = task === "columns" ? 10 : 1;
const times = { clock: [], processor: [] };
let found;
for (let i = -warm; i < rounds; i++) {
  found = undefined;
  globalThis.gc();
  const before = process.cpuUsage();
  const start = performance.now();
  found = round();
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  if (i < 0) continue;
  times.clock.push(clock);
  times.processor.push((user + system) / 1000);
}
const hash = createHash("sha256").update(texts(found).join("\n")).digest("hex");
process.stdout.write(JSON.stringify({ ...times, hash }));
