// Times of the solver of statements and their growth, from 100 to 100,000 statements: trees, and cubes full of cycles, all
// true and with one wrong figure; beside z3 (exact) and HiGHS (doubles). Then how often HiGHS is wrong where ends touch.
// Run: npm run bench:reconcile

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import loadHighs from "highs";
import { Ratio } from "../../src/exact/ratio.js";
import { conflicts, decide, type System } from "../../src/statement/solver/index.js";
import { corrupted, cube, type Truth, trees } from "../support/hidden-truth.js";
import { smallSystem } from "../support/random-systems.js";
import { smt } from "../support/smt.js";

const rounds = Number(process.env["ROUNDS"] ?? 3);
const seconds = Number(process.env["SECONDS"] ?? 60);
const highs = await loadHighs();

const median = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
const shown = (ms: number) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`);

/** The same system anew: nothing that was learned about it is kept. */
const fresh = (system: System): System => ({ ...system });

interface Timed {
  /** By the clock, and of processors, which a busy machine changes less. */
  readonly ms: number;
  readonly cpu: number;
  readonly said: string;
}

function timed(run: () => string, times: number): Timed {
  let said = "";
  const all = Array.from({ length: times }, () => {
    const start = performance.now();
    const before = process.cpuUsage();
    said = run();
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - start, cpu: (user + system) / 1000 };
  });
  return { ms: median(all.map(({ ms }) => ms)), cpu: median(all.map(({ cpu }) => cpu)), said };
}

const line = (title: string, one: Timed | undefined, more = "") =>
  console.log(
    `  ${title.padEnd(15)} ${one ? `${one.said} ${shown(one.ms)} (processors ${shown(one.cpu)})${more}` : "-"}`,
  );

function z3(system: System): string {
  const folder = mkdtempSync(join(tmpdir(), "z3-"));
  try {
    const file = join(folder, "system.json");
    writeFileSync(file, JSON.stringify([smt(system)]));
    const script = join("test/support/z3.mjs");
    const out = execFileSync(process.execPath, [script, file, String(seconds * 1000)], { encoding: "utf8" });
    const [[answer, ms]] = JSON.parse(out) as [[string, number]];
    return `${answer} ${shown(ms)}`;
  } catch {
    return "no answer";
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The system in the LP format, the largest t that every open end can be kept away from (at most 1), closed ends as they are. */
function lp({ variables, constraints }: System): string {
  const number = (x: Ratio) => Number(x.toFixed(20, "halfExpand"));
  const lines = ["Maximize", " obj: t", "Subject To"];
  for (const [i, { terms, lower, upper }] of constraints.entries()) {
    const sums = new Map<number, number>();
    for (const { variable, times } of terms) sums.set(variable, (sums.get(variable) ?? 0) + number(times));
    const sum = [...sums].map(([x, c]) => `${c < 0 ? "-" : "+"} ${Math.abs(c)} x${x}`).join(" ") || "+ 0 x0";
    if (lower) lines.push(` l${i}: ${sum}${lower.open ? " - t" : ""} >= ${number(lower.value)}`);
    if (upper) lines.push(` u${i}: ${sum}${upper.open ? " + t" : ""} <= ${number(upper.value)}`);
  }
  lines.push("Bounds", ...variables.map((_, x) => ` x${x} free`), " 0 <= t <= 1", "End");
  return lines.join("\n");
}

/** What HiGHS says: contradictory where it finds no point, or none that keeps away from the open ends by `least`. */
function byHighs(system: System, least: number): string {
  try {
    const found = highs.solve(lp(system), { output_flag: false, time_limit: seconds });
    if (found.Status === "Infeasible") return "contradictory";
    if (found.Status !== "Optimal") return found.Status;
    const open = system.constraints.some(({ lower, upper }) => lower?.open || upper?.open);
    return !open || found.ObjectiveValue > least ? "consistent" : "contradictory";
  } catch (error) {
    return `no answer (${String(error).slice(0, 40)})`;
  }
}

console.log(
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${loadavg()[0]?.toFixed(1)}`,
);

/** A truth with one wrong figure that the others exclude. */
function wrong(truth: Truth): System | undefined {
  for (let seed = 1; seed < 20; seed++) {
    const { system } = corrupted(truth, seed, "digit");
    if (decide(system, { effort: 10 }).verdict === "contradictory") return system;
  }
  return undefined;
}

const kinds = [
  { name: "trees", make: trees, sizes: [100, 1000, 10_000, 100_000], peers: 10_000 },
  { name: "cube", make: cube, sizes: [100, 300, 1000, 3000, 10_000], peers: 1000 },
] as const;
for (const { name, make, sizes, peers } of kinds) {
  let [lastSize, last] = [0, 0];
  for (const size of sizes) {
    const truth = make(size, 7);
    const times = size > 3000 ? 1 : rounds;
    const verdict = timed(() => {
      const found = decide(fresh(truth.system), { effort: seconds });
      return found.verdict;
    }, times);
    const short =
      name === "cube" && size === 10_000 ? timed(() => decide(fresh(truth.system)).verdict, 1) : undefined;
    const bad = wrong(truth);
    const clash = bad && timed(() => decide(fresh(bad), { effort: seconds }).verdict, times);
    const minimal =
      bad &&
      timed(() => {
        const [first] = conflicts(fresh(bad), { conflicts: 1, effort: seconds }).conflicts;
        return `${first?.sources.length} statements${first?.minimal ? "" : ", not proven minimal"}`;
      }, times);
    const growth =
      last > 0
        ? `; grows as size to the ${(Math.log(verdict.cpu / last) / Math.log(size / lastSize)).toFixed(1)}`
        : "";
    console.log(`\n${name} of ${size} statements, ${truth.system.variables.length} quantities`);
    line("all true", verdict, growth);
    if (short) line("  in 10 s", short);
    line("one wrong", clash);
    line("its conflict", minimal);
    if (size <= peers) {
      console.log(`  z3              all true: ${z3(truth.system)}; one wrong: ${bad ? z3(bad) : "-"}`);
      for (const [title, system] of [
        ["HiGHS, true", truth.system],
        ["HiGHS, wrong", bad],
      ] as const) {
        line(title, system && timed(() => byHighs(system, 1e-9), 1));
      }
    }
    [lastSize, last] = [size, verdict.cpu];
  }
}

/** Wrong verdicts of HiGHS by the margin that counts as open; with -1, open ends are taken as closed. */
const count = 2000;
for (const [apart, step] of [
  ["1/2", Ratio.of(1n, 2n)],
  ["10^-8", Ratio.scaled(1n, -8)],
] as const) {
  const wrongs = { "-1": 0, "1e-6": 0, "1e-9": 0, "0": 0 };
  for (let seed = 1; seed <= count; seed++) {
    const system = smallSystem(seed, step);
    const { verdict } = decide(system);
    for (const least of ["-1", "1e-6", "1e-9", "0"] as const) {
      if (byHighs(system, Number(least)) !== verdict) wrongs[least]++;
    }
  }
  console.log(`\nHiGHS on ${count} small systems whose ends touch or lie ${apart} apart, wrong verdicts:`);
  console.log(`  open ends taken as closed: ${wrongs["-1"]}`);
  for (const least of ["1e-6", "1e-9", "0"] as const)
    console.log(`  kept away by more than ${least}: ${wrongs[least]}`);
}
