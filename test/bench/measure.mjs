// Measures tasks beside each other: rounds interleaved, so that a busy machine slows all alike.
import { execFileSync, spawnSync } from "node:child_process";
import { cpus } from "node:os";

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @param tasks { name: () => void } @returns { name: { median, low, high } } in operations a second */
export function race(tasks, { rounds = 9, seconds = 0.15 } = {}) {
  const speeds = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      let count = 0;
      const start = performance.now();
      let spent = 0;
      while (spent < seconds * 1000) {
        for (let i = 0; i < 50; i++) task();
        count += 50;
        spent = performance.now() - start;
      }
      // The first round warms the compiler up and is not counted.
      if (round >= 0) speeds[name].push((count / spent) * 1000);
    }
  }
  return Object.fromEntries(
    Object.entries(speeds).map(([name, all]) => [
      name,
      { median: median(all), low: Math.min(...all), high: Math.max(...all) },
    ]),
  );
}

export function report(title, results, reference) {
  console.log(`\n${title}`);
  for (const [name, { median: middle, low, high }] of Object.entries(results)) {
    const ratio = middle / results[reference].median;
    console.log(
      `  ${name.padEnd(34)} ${short(middle)}/s  (${short(low)} to ${short(high)})  × ${ratio.toFixed(2)} of ${reference}`,
    );
  }
}

const short = (n) =>
  (n >= 1e6 ? `${(n / 1e6).toFixed(2)} M` : n >= 1e3 ? `${(n / 1e3).toFixed(1)} k` : n.toFixed(1)).padStart(
    8,
  );

export function machine() {
  const python = spawnSync("python3", ["--version"], { encoding: "utf8" }).stdout.trim();
  console.log(`Node ${process.version}, ${python}, ${cpus().length} × ${cpus()[0]?.model.trim()}`);
}

/** Wall time of whole processes, interleaved. */
export function processes(commands, rounds = 15) {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, code] of Object.entries(commands)) {
      const start = performance.now();
      execFileSync(process.execPath, ["--input-type=module", "-e", code]);
      if (round >= 0) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [
      name,
      { median: median(all), low: Math.min(...all), high: Math.max(...all) },
    ]),
  );
}
