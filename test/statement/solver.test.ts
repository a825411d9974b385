import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/exact/ratio.js";
import {
  type Certificate,
  type Constraint,
  conflicts,
  decide,
  propagate,
  range,
  type System,
  verify,
  verifyWitness,
} from "../../src/statement/solver/index.js";
import { extent, feasible, minimalConflicts } from "../support/fourier-motzkin.js";
import { smallSystem } from "../support/random-systems.js";

const SEEDS = Array.from({ length: 300 }, (_, i) => i + 1);

describe("small systems with touching open ends, against Fourier–Motzkin elimination", () => {
  test("the same verdict, with a witness or a certificate that holds", () => {
    const seen = { consistent: 0, contradictory: 0 };
    for (const seed of SEEDS) {
      const system = smallSystem(seed);
      const found = decide(system);
      const can = feasible(system.constraints, system.variables.length);
      expect(found.verdict, `seed ${seed}`).toBe(can ? "consistent" : "contradictory");
      if (found.verdict === "consistent") {
        expect(verifyWitness(system, found.witness), `seed ${seed}`).toBe(true);
        seen.consistent++;
      } else if (found.verdict === "contradictory") {
        expect(verify(system, found.certificate), `seed ${seed}`).toBe(true);
        seen.contradictory++;
      }
    }
    expect(Math.min(seen.consistent, seen.contradictory)).toBeGreaterThan(60);
  });

  test("all minimal conflicts, and no others", () => {
    let most = 0;
    for (const seed of SEEDS.slice(0, 150)) {
      const system = smallSystem(seed);
      const found = conflicts(system, { conflicts: 1000 });
      const expected = minimalConflicts(system.constraints, system.variables.length);
      const sorted = (sets: readonly (readonly string[])[]) =>
        sets.map((set) => [...set].sort().join()).sort();
      expect(sorted(found.conflicts.map(({ sources }) => sources)), `seed ${seed}`).toEqual(sorted(expected));
      expect(found.more).toBe(false);
      for (const { certificate, minimal, gap } of found.conflicts) {
        expect(verify(system, certificate), `seed ${seed}`).toBe(true);
        expect(minimal).toBe(true);
        expect(gap.sign).toBeGreaterThanOrEqual(0);
      }
      most = Math.max(most, expected.length);
    }
    expect(most).toBeGreaterThan(3);
  });

  test("the ends of every variable, open or closed", () => {
    let ends = 0;
    for (const seed of SEEDS.slice(0, 100)) {
      const system = smallSystem(seed);
      system.variables.forEach((_, variable) => {
        const found = range(system, [{ variable, times: Ratio.ONE }]);
        const expected = extent(tiedTo(variable, system), system.variables.length, variable);
        if (expected === "none") {
          expect(found, `seed ${seed}`).toBeUndefined();
          return;
        }
        expect(found?.exact).toBe(true);
        for (const side of ["lower", "upper"] as const) {
          const [end, oracle] = [found?.[side], expected[side]];
          expect(end?.open, `seed ${seed}`).toBe(oracle?.open);
          if (!end || !oracle) continue;
          expect(end.value.equals(Ratio.of(oracle.value.n, oracle.value.d)), `seed ${seed}`).toBe(true);
          ends++;
        }
      });
    }
    expect(ends).toBeGreaterThan(100);
  });
});

/** The constraints that share a variable with others that share one, and so on, with this one. */
function tiedTo(variable: number, { constraints }: System): readonly Constraint[] {
  const tied = new Set([variable]);
  const uses = ({ terms }: Constraint) => {
    const factors = new Map<number, Ratio>();
    for (const term of terms) {
      factors.set(term.variable, (factors.get(term.variable) ?? Ratio.ZERO).add(term.times));
    }
    return [...factors].filter(([, times]) => times.sign !== 0).map(([x]) => x);
  };
  for (let had = 0; had < tied.size; ) {
    had = tied.size;
    for (const constraint of constraints) {
      if (uses(constraint).some((x) => tied.has(x))) for (const x of uses(constraint)) tied.add(x);
    }
  }
  return constraints.filter((constraint) => uses(constraint).some((x) => tied.has(x)));
}

describe("a system that is none", () => {
  const x = [{ variable: 0, times: Ratio.ONE }];
  const one = { id: "a", source: "a", kind: "statement", terms: x } as const;
  const bad: [string, System, string][] = [
    ["two variables of one name", { variables: ["x", "x"], constraints: [] }, '"x" must appear once'],
    ["two constraints of one id", { variables: ["x"], constraints: [one, one] }, '"a" must appear once'],
    ["a variable that is not there", { variables: [], constraints: [one] }, "names variable 0; there are 0"],
    [
      "an infinite end",
      { variables: ["x"], constraints: [{ ...one, upper: { value: Ratio.INFINITE, open: true } }] },
      "leave out an end that does not limit",
    ],
  ];
  test.each(bad)("%s is refused with the way out", (_, system, says) => {
    for (const ask of [decide, conflicts, propagate]) expect(() => ask(system)).toThrow(says);
    expect(() => range(system, x)).toThrow(says.includes("names") ? "there are 0" : says);
  });
});

const ROOT = join(import.meta.dirname, "../..");

describe("the scripts that check without the package", () => {
  const check = (program: string, script: string, files: readonly string[]) => {
    try {
      return execFileSync(program, [join(ROOT, "data/verify", script), ...files], {
        encoding: "utf8",
        stdio: "pipe",
      });
    } catch (error) {
      return (error as { stdout: string }).stdout;
    }
  };
  const written = <T>(documents: readonly unknown[], use: (files: readonly string[]) => T): T => {
    const folder = mkdtempSync(join(tmpdir(), "verify-"));
    try {
      return use(
        documents.map((document, i) => {
          const file = join(folder, `${i}.json`);
          writeFileSync(file, JSON.stringify(document));
          return file;
        }),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const answers = SEEDS.map((seed) => {
    const system = smallSystem(seed);
    const found = decide(system);
    return {
      system,
      certificates: found.verdict === "contradictory" ? [found.certificate] : [],
      witnesses: found.verdict === "consistent" ? [found.witness] : [],
    };
  });
  const programs = [
    [process.execPath, "verify.mjs"],
    ["python3", "verify.py"],
  ] as const;

  test.each(programs)("%s %s agrees with all of them", (program, script) => {
    written(answers, (files) => {
      expect(check(program, script, files)).toBe(`${answers.length} of ${answers.length} hold\n`);
    });
    // Without the system, the arithmetic alone; a list as it comes.
    const certificates = answers.flatMap((answer) => answer.certificates);
    written([certificates], (files) => {
      expect(check(program, script, files)).toBe(`${certificates.length} of ${certificates.length} hold\n`);
    });
  });

  test.each(programs)("%s %s refuses each one that was tampered with", (program, script) => {
    const tampered: { system: System; certificates: Certificate[]; witnesses?: readonly Ratio[][] }[] = [];
    for (const { system, certificates } of answers.slice(0, 100)) {
      for (const certificate of certificates) {
        const [line, ...others] = certificate.lines;
        if (!line) continue;
        const { lines } = certificate;
        const changes: Certificate[] = [
          { ...certificate, lines: others },
          { ...certificate, lines: [{ ...line, times: `-${line.times}` }, ...others] },
          {
            ...certificate,
            lines: [{ ...line, side: line.side === "lower" ? "upper" : "lower" }, ...others],
          },
          {
            ...certificate,
            lines: [{ ...line, bound: Ratio.fromText(line.bound).add(Ratio.ONE).toString() }, ...others],
          },
          { ...certificate, lines: [{ ...line, open: !line.open }, ...others] },
          { ...certificate, lines: lines.map((one) => ({ ...one, terms: [] })), definitions: [] },
        ];
        for (const change of changes) {
          if (JSON.stringify(change) === JSON.stringify(certificate)) continue;
          expect(verify(system, change), JSON.stringify([certificate, change])).toBe(false);
          tampered.push({ system, certificates: [change] });
        }
      }
    }
    written(tampered, (files) => {
      expect(check(program, script, files)).toBe(`0 of ${tampered.length} hold\n`);
    });
  });
});
