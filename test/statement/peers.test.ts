import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Ratio } from "../../src/exact/ratio.js";
import {
  type Constraint,
  conflicts,
  decide,
  type End,
  range,
  type System,
  verify,
  verifyWitness,
} from "../../src/statement/solver/index.js";

interface Case {
  readonly name: string;
  readonly system: System;
  /** The lines that say what is expected: the first word, and the rest. */
  readonly expected: readonly (readonly [string, string])[];
}

/** "x + 0.5 y - z" as factors by name. */
function form(text: string): [string, Ratio][] {
  if (text === "0") return [];
  return [...text.matchAll(/(^-?|[+-] )(?:([\d./]+) )?(\S+)/g)].map(([, sign = "", factor = "1", name]) => {
    const times = Ratio.fromText(factor);
    return [name as string, sign.startsWith("-") ? times.negated() : times];
  });
}

/** "0 < x - y <= 5", "x = 3". */
function ends(text: string): { form: string; lower?: End; upper?: End } {
  const end = (value: string | undefined, operator: string | undefined): End => ({
    value: Ratio.fromText(value as string),
    open: operator === "<" || operator === ">",
  });
  const parts = text.split(/ (<=|>=|<|>|=) /);
  const [first, one, second, two, third] = parts;
  if (third !== undefined) return { form: second as string, lower: end(first, one), upper: end(third, two) };
  if (one === "=") return { form: first as string, lower: end(second, one), upper: end(second, one) };
  return one?.startsWith(">")
    ? { form: first as string, lower: end(second, one) }
    : { form: first as string, upper: end(second, one) };
}

function read(text: string): Case {
  const variables: string[] = [];
  const constraints: Constraint[] = [];
  const expected: [string, string][] = [];
  const [title = "", ...lines] = text.split("\n");
  for (const line of lines) {
    const [, word = "", rest = ""] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    const [, name, said] = /^(\S+): (.*)$/.exec(rest) ?? [];
    if (word !== "rule" && word !== "said") {
      expected.push([word, rest]);
      continue;
    }
    const { form: sum, ...limits } = ends(said ?? rest);
    const terms = form(sum).map(([variable, times]) => {
      if (!variables.includes(variable)) variables.push(variable);
      return { variable: variables.indexOf(variable), times };
    });
    const id = `${constraints.length}`;
    const background = limits.lower && limits.lower === limits.upper ? "definition" : "limit";
    const kind = word === "said" ? "statement" : background;
    constraints.push({ id, source: name ?? `rule ${id}`, kind, terms, ...limits });
  }
  return { name: title.replace(/^case /, ""), system: { variables, constraints }, expected };
}

const cases = readFileSync(join(import.meta.dirname, "peers.txt"), "utf8")
  .split(/\n\n/)
  .filter((text) => text.startsWith("case "))
  .map((text) => read(text.trim()));

const sorted = (sets: readonly (readonly string[])[]) => sets.map((set) => [...set].sort().join(" ")).sort();

describe("published examples of other tools", () => {
  test("are all there", () => {
    expect(cases.length).toBe(90);
    expect(cases.flatMap(({ expected }) => expected).length).toBeGreaterThan(150);
  });

  test.each(cases)("$name", ({ system, expected }) => {
    const found = decide(system);
    if (found.verdict === "consistent") expect(verifyWitness(system, found.witness)).toBe(true);
    if (found.verdict === "contradictory") expect(verify(system, found.certificate)).toBe(true);
    for (const [word, rest] of expected) {
      const names = rest.split(" ");
      if (word === "consistent" || word === "contradictory") expect(found.verdict).toBe(word);
      else if (word === "conflicts") {
        const listed = conflicts(system);
        expect(listed.more).toBe(false);
        expect(sorted(listed.conflicts.map(({ sources }) => sources))).toEqual(
          sorted(rest.split(" | ").map((set) => set.split(" "))),
        );
        for (const { certificate, minimal } of listed.conflicts) {
          expect(minimal && verify(system, certificate)).toBe(true);
        }
      } else if (word === "conflict") {
        expect(sorted(conflicts(system).conflicts.map(({ sources }) => sources))).toContain(
          names.sort().join(" "),
        );
      } else if (word === "bounds") {
        const [name, lower, upper] = names as [string, string, string];
        const variable = system.variables.indexOf(name);
        const allowed = range(system, [{ variable, times: Ratio.ONE }]);
        expect(allowed?.exact).toBe(true);
        for (const [end, text] of [
          [allowed?.lower, lower],
          [allowed?.upper, upper],
        ] as const) {
          expect(end?.value.toString() ?? "-").toBe(text);
        }
      } else if (word === "mends") {
        const constraints = system.constraints.filter(({ source }) => !names.includes(source));
        expect(decide({ ...system, constraints }).verdict).toBe("consistent");
      } else throw new Error(`the table has a line that is not understood: ${word}`);
    }
  });
});
