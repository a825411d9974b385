// Times of the solver of statements and their growth, from 100 to 100,000 statements: trees, and cubes full of cycles, all
// true and with one wrong figure; beside z3 (exact) and HiGHS (doubles). Then how often HiGHS is wrong where ends touch, and
// the figures of data/. All times are those of processors, which a busy machine changes least.
// Run: npm run bench:reconcile; PARTS=trees,cubes,ends,data for some of it, SIZES=100,1000 for some sizes, EFFORT=20 for
// the work of one answer, SECONDS=10 for the peers' time each, ROUNDS=3 for medians of so many runs.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import loadHighs from "highs";
import { areaRelations } from "../../src/data/areas.js";
import { openRateBook } from "../../src/data/index.js";
import { readStatements } from "../../src/data/statements.js";
import { Ratio } from "../../src/exact/ratio.js";
import { usualRelations } from "../../src/statement/model/relations/usual.js";
import { reconcile } from "../../src/statement/reconcile/reconcile.js";
import { conflicts, decide, type System } from "../../src/statement/solver/index.js";
import { corrupted, cube, type Truth, trees } from "../support/hidden-truth.js";
import { smallSystem } from "../support/random-systems.js";
import { smt } from "../support/smt.js";

const rounds = Number(process.env["ROUNDS"] ?? 3);
const seconds = Number(process.env["SECONDS"] ?? 10);
const effort = Number(process.env["EFFORT"] ?? 20);
const parts = new Set((process.env["PARTS"] ?? "trees,cubes,ends,data").split(","));
const wanted = process.env["SIZES"]?.split(",").map(Number);
const highs = await loadHighs();

const median = (all: readonly number[]) =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] as number;
const shown = (ms: number) => (ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`);

/** The same system anew: nothing that was learned about it is kept. */
const fresh = (system: System): System => ({ ...system });

interface Timed {
  /** Milliseconds of processors. */
  readonly ms: number;
  readonly said: string;
}

function timed(run: () => string, times: number): Timed {
  let said = "";
  const all = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    said = run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return { ms: median(all), said };
}

const line = (title: string, one: Timed | undefined, more = "") =>
  console.log(`  ${title.padEnd(15)} ${one ? `${one.said}, ${shown(one.ms)}${more}` : "-"}`);

function z3(system: System): string {
  const folder = mkdtempSync(join(tmpdir(), "z3-"));
  try {
    const file = join(folder, "system.json");
    writeFileSync(file, JSON.stringify([smt(system)]));
    const script = join("test/support/z3.mjs");
    const out = execFileSync(process.execPath, [script, file, String(seconds * 1000)], {
      encoding: "utf8",
      // Its own limit of time is a wish; loading it takes some seconds.
      timeout: (seconds + 10) * 1000,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [[answer, ms]] = JSON.parse(out) as [[string, number]];
    return `${answer}, ${shown(ms)}`;
  } catch {
    return `no answer in ${seconds} s`;
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
    // A contradiction is found soon where there is one.
    if (decide(system, { effort: 2 }).verdict === "contradictory") return system;
  }
  return undefined;
}

interface Kind {
  readonly name: string;
  readonly make: (size: number, seed: number) => Truth;
  readonly sizes: readonly number[];
  /** The largest that the peers get. */
  readonly peers: number;
}

/** Times of one kind of systems and how they grow. */
function grow({ name, make, sizes, peers }: Kind): void {
  let [lastSize, last] = [0, 0];
  for (const size of sizes.filter((one) => wanted?.includes(one) ?? true)) {
    const truth = make(size, 7);
    const times = size > 1000 ? 1 : rounds;
    const verdict = timed(() => decide(fresh(truth.system), { effort }).verdict, times);
    const growth =
      last > 0
        ? `; grows as size to the ${(Math.log(verdict.ms / last) / Math.log(size / lastSize)).toFixed(1)}`
        : "";
    console.log(`\n${name} of ${size} statements, ${truth.system.variables.length} quantities`);
    line("all true", verdict, growth);
    [lastSize, last] = [size, verdict.ms];
    const bad = wrong(truth);
    line("one wrong", bad && timed(() => decide(fresh(bad), { effort }).verdict, times));
    line(
      "its conflict",
      bad &&
        timed(() => {
          const [first] = conflicts(fresh(bad), { conflicts: 1, effort }).conflicts;
          return `${first?.sources.length} statements${first?.minimal ? "" : " (not proven minimal)"}`;
        }, times),
    );
    if (size > peers) continue;
    console.log(`  z3              all true: ${z3(truth.system)}; one wrong: ${bad ? z3(bad) : "-"}`);
    line(
      "HiGHS, true",
      timed(() => byHighs(truth.system, 1e-9), 1),
    );
    line("HiGHS, wrong", bad && timed(() => byHighs(bad, 1e-9), 1));
  }
}

if (parts.has("trees"))
  grow({ name: "trees", make: trees, sizes: [100, 1000, 10_000, 100_000], peers: 1000 });
if (parts.has("cubes")) grow({ name: "cube", make: cube, sizes: [100, 300, 1000, 3000, 10_000], peers: 300 });
if (parts.has("ends")) openEnds();
if (parts.has("data")) published();

/** Wrong verdicts of HiGHS by the margin that counts as open; with -1, open ends are taken as closed. */
function openEnds(): void {
  const count = 1000;
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
}

/** The figures of data/ to all conflicts, and to what is known of every amount. */
function published(): void {
  const facts = readStatements(["data"]);
  const relations = [...usualRelations({ book: openRateBook() }), ...areaRelations()];
  let found = reconcile([], {});
  const verdict = timed(() => {
    found = reconcile(facts, { relations });
    return `${found.verdict}, ${found.conflicts.length} conflicts`;
  }, rounds);
  console.log(`\ndata/: ${found.prints.length} figures about ${found.levels} amounts`);
  line("all conflicts", verdict);
  line(
    "every amount",
    timed(() => `${found.known.table().length} enclosed`, 1),
  );
  line(
    "repairs",
    timed(() => `of ${found.problems.filter((one) => one.corrections.found.length > 0).length} problems`, 1),
  );
}
