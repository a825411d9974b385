import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type Conflicts,
  conflicts,
  decide,
  type System,
  verify,
  verifyWitness,
} from "../../src/statement/solver/index.js";
import { corrupted, cube, type Slip, trees } from "../support/hidden-truth.js";
import { smallSystem } from "../support/random-systems.js";
import { smt } from "../support/smt.js";

/** What z3 says of each system. */
function z3(systems: readonly System[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "z3-"));
  try {
    const file = join(folder, "systems.json");
    writeFileSync(file, JSON.stringify(systems.map(smt)));
    const out = execFileSync(process.execPath, [join(import.meta.dirname, "../support/z3.mjs"), file], {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    return (JSON.parse(out) as [string, number][]).map(([answer]) => answer);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const expected = (answer: string) =>
  ({ sat: "consistent", unsat: "contradictory" })[answer] ?? `z3 says ${answer}`;

test("10,000 random systems with touching open ends are decided as z3 decides them", () => {
  const systems = Array.from({ length: 10_000 }, (_, i) => smallSystem(10_000 + i));
  const answers = z3(systems);
  const seen = { sat: 0, unsat: 0 };
  systems.forEach((system, i) => {
    const answer = answers[i] as "sat" | "unsat";
    const found = decide(system);
    expect(found.verdict, `seed ${10_000 + i}`).toBe(expected(answer));
    if (found.verdict === "consistent") expect(verifyWitness(system, found.witness)).toBe(true);
    if (found.verdict === "contradictory") expect(verify(system, found.certificate)).toBe(true);
    seen[answer]++;
  });
  expect(Math.min(seen.sat, seen.unsat)).toBeGreaterThan(2000);
});

test("minimal conflicts: z3 refuses each of them, and allows each with one statement less", () => {
  const asked: System[] = [];
  const answers: string[] = [];
  for (let seed = 30_000; seed < 31_000; seed++) {
    const system = smallSystem(seed);
    const found: Conflicts = conflicts(system, { conflicts: 1000 });
    expect(found.more).toBe(false);
    for (const { sources, minimal, certificate } of found.conflicts) {
      expect(minimal && verify(system, certificate)).toBe(true);
      const only = (kept: readonly string[]) => ({
        ...system,
        constraints: system.constraints.filter(
          ({ kind, source }) => kind !== "statement" || kept.includes(source),
        ),
      });
      asked.push(only(sources));
      answers.push("unsat");
      for (const left of sources) {
        asked.push(only(sources.filter((source) => source !== left)));
        answers.push("sat");
      }
    }
  }
  expect(z3(asked)).toEqual(answers);
  expect(asked.length).toBeGreaterThan(1000);
});

test("cubes and trees from a hidden truth are never contradictory; a conflict holds the wrong figure", () => {
  const seen = { consistent: 0, undecided: 0, found: 0, slips: 0 };
  const truths = [
    ...Array.from({ length: 40 }, (_, i) => trees(100, 100 + i)),
    ...Array.from({ length: 20 }, (_, i) => cube(100, 200 + i)),
    ...Array.from({ length: 4 }, (_, i) => cube(300, 300 + i)),
    ...Array.from({ length: 2 }, (_, i) => cube(1000, 400 + i)),
  ];
  for (const [seed, truth] of truths.entries()) {
    const found = decide(truth.system, { effort: 60 });
    expect(found.verdict).not.toBe("contradictory");
    if (found.verdict === "consistent") expect(verifyWitness(truth.system, found.witness)).toBe(true);
    seen[found.verdict === "consistent" ? "consistent" : "undecided"]++;
    for (const slip of ["digit", "neighbours", "scale", "slight"] satisfies Slip[]) {
      const { system, culprit } = corrupted(truth, seed, slip);
      const { conflicts: listed } = conflicts(system, { conflicts: 1, effort: 60 });
      seen.slips++;
      for (const { sources, certificate } of listed) {
        expect(sources).toContain(culprit.source);
        expect(verify(system, certificate)).toBe(true);
        seen.found++;
      }
    }
  }
  console.log(seen);
  expect(seen.undecided).toBeLessThan(4);
  expect(seen.found / seen.slips).toBeGreaterThan(0.6);
});
