import type { Ratio } from "../../src/exact/ratio.js";
import type { System } from "../../src/statement/solver/index.js";

/** A system in SMT-LIB, without its question. */
export function smt({ variables, constraints }: System): string {
  const number = ({ num, den }: Ratio) => {
    const size = `(/ ${num < 0n ? -num : num}.0 ${den}.0)`;
    return num < 0n ? `(- ${size})` : size;
  };
  const lines = variables.map((_, x) => `(declare-const x${x} Real)`);
  for (const { terms, lower, upper } of constraints) {
    const sum = `(+ 0.0 ${terms.map(({ variable, times }) => `(* ${number(times)} x${variable})`).join(" ")})`;
    if (lower) lines.push(`(assert (${lower.open ? "<" : "<="} ${number(lower.value)} ${sum}))`);
    if (upper) lines.push(`(assert (${upper.open ? "<" : "<="} ${sum} ${number(upper.value)}))`);
  }
  return lines.join("");
}
