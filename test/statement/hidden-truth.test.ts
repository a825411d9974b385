import { expect, test } from "vitest";
import { Ratio } from "../../src/exact/ratio.js";
import { Budget } from "../../src/statement/solver/budget.js";
import {
  conflicts,
  decide,
  propagate,
  range,
  verify,
  verifyWitness,
} from "../../src/statement/solver/index.js";
import { oraclesOf } from "../../src/statement/solver/known.js";
import { keeps, proves } from "../../src/statement/solver/proven.js";
import type { Row } from "../../src/statement/solver/rows.js";
import { search } from "../../src/statement/solver/search.js";
import { linksOf } from "../../src/statement/solver/tree.js";
import { corrupted, cube, type Slip, type Truth, trees } from "../support/hidden-truth.js";
import { smallSystem } from "../support/random-systems.js";

const SLIPS: readonly Slip[] = ["digit", "neighbours", "scale", "slight"];

test("propagation and guesses by doubles, before any simplex, decide as the simplex does", () => {
  let without = 0;
  for (let seed = 1001; seed <= 1500; seed++) {
    // Every other one with ends that lie closer together than doubles can be trusted to tell.
    const system = smallSystem(seed, seed % 2 === 0 ? undefined : Ratio.scaled(1n, -15));
    for (const oracle of oraclesOf(system)) {
      const budget = new Budget({}, 60_000);
      const rows = oracle.rows(oracle.sources.keys());
      const expected = oracle.exact("many", budget).solve(rows, budget);
      let asked = false;
      const exact = () => {
        asked = true;
        return oracle.exact("few", budget);
      };
      const links = () => linksOf(oracle.component, rows);
      const warm = { exact, ready: false, links, first: 0, learn: () => {} };
      const found = search(oracle.component, rows, warm, budget);
      expect("proof" in found, `seed ${seed}`).toBe("proof" in expected);
      if ("proof" in found) expect(proves(oracle.component, found.proof), `seed ${seed}`).toBe(true);
      else {
        expect(
          rows.every((at) => keeps(oracle.component.rows[at] as Row, found.values)),
          `seed ${seed}`,
        ).toBe(true);
      }
      if (!asked) without++;
    }
  }
  expect(without).toBeGreaterThan(800);
});

/** True figures are never called contradictory; one that the others do not allow always, with itself in the conflict. */
function mutated(truth: Truth, seed: number, slip: Slip): "found" | "allowed" {
  const { system, culprit } = corrupted(truth, seed, slip);
  const own = system.constraints.find(({ source }) => source === culprit.source);
  const others = system.constraints.filter(({ source }) => source !== culprit.source);
  const allowed = range(
    { ...system, constraints: others },
    [{ variable: culprit.variable, times: Ratio.ONE }],
    {
      effort: 60,
    },
  );
  expect(allowed?.exact).toBe(true);
  const below = own?.upper && allowed?.lower ? own.upper.value.compare(allowed.lower.value) : 1;
  const above = own?.lower && allowed?.upper ? allowed.upper.value.compare(own.lower.value) : 1;
  // Prints are closed below and open above.
  const meets = below > 0 && (above > 0 || (above === 0 && allowed?.upper?.open === false));
  const found = decide(system, { effort: 60 });
  expect(found.verdict, `seed ${seed}, ${slip}`).toBe(meets ? "consistent" : "contradictory");
  if (found.verdict === "consistent") expect(verifyWitness(system, found.witness)).toBe(true);
  if (found.verdict !== "contradictory") return "allowed";
  expect(verify(system, found.certificate)).toBe(true);
  const [first] = conflicts(system, { conflicts: 1, effort: 60 }).conflicts;
  expect(first?.sources, `seed ${seed}, ${slip}`).toContain(culprit.source);
  expect(first?.minimal && verify(system, first.certificate)).toBe(true);
  return "found";
}

test("trees of printed sums hold together; one wrong figure is found wherever the others exclude it", () => {
  const seen = { found: 0, allowed: 0 };
  for (let seed = 1; seed <= 10; seed++) {
    const truth = trees(150, seed);
    const found = decide(truth.system);
    expect(found.verdict).toBe("consistent");
    if (found.verdict === "consistent") expect(verifyWitness(truth.system, found.witness)).toBe(true);
    for (const slip of SLIPS) seen[mutated(truth, seed, slip)]++;
  }
  expect(seen.found).toBeGreaterThan(10);
  expect(seen.allowed).toBeGreaterThan(3);
});

test("cubes of provinces, flows, months and currencies hold together; one wrong figure is found", () => {
  const truth = cube(25, 3);
  const found = decide(truth.system, { effort: 60 });
  expect(found.verdict).toBe("consistent");
  if (found.verdict === "consistent") expect(verifyWitness(truth.system, found.witness)).toBe(true);
  const seen = { found: 0, allowed: 0 };
  for (const [i, slip] of SLIPS.entries()) seen[mutated(truth, i + 1, slip)]++;
  expect(seen.found).toBeGreaterThan(0);
  // Wider than the truth, as wide as the prints allow.
  const known = propagate(truth.system);
  const witness = found.verdict === "consistent" ? found.witness : [];
  for (const [x, value] of witness.entries()) {
    const { lower, upper } = known[x] ?? {};
    expect(lower === undefined || lower.value.compare(value) <= 0).toBe(true);
    expect(upper === undefined || upper.value.compare(value) >= 0).toBe(true);
  }
});

test("a search that is stopped says that it was, and claims nothing", () => {
  const { system } = cube(300, 5);
  const stopped = decide(system, { signal: { aborted: true } });
  expect(stopped).toMatchObject({ verdict: "undecided", why: expect.stringContaining("it was stopped") });
  const short = decide({ ...system }, { effort: 0 });
  expect(short).toMatchObject({ verdict: "undecided", why: expect.stringContaining("too much work") });
  const late = decide({ ...system }, { ms: 0 });
  expect(late).toMatchObject({ verdict: "undecided", why: expect.stringContaining("the time was up") });
  expect(conflicts({ ...system }, { effort: 0 })).toEqual({ conflicts: [], more: true });
  const some = range({ ...system }, [{ variable: 0, times: Ratio.ONE }], { effort: 0 });
  expect(some?.exact).toBe(false);
});
