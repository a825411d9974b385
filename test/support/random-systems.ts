import { Ratio } from "../../src/exact/ratio.js";
import type { Constraint, System, Term } from "../../src/statement/solver/index.js";
import { randomFrom } from "./random.js";

/**
 * A small system whose ends often touch: few variables, small coefficients, ends at, near or on the wrong side of the
 * sums at a hidden point, many of them open; levels that are not negative, sums by definition, growths as pairs of rows.
 * @param step how far an end lies from the hidden point, or a small multiple of it
 */
export function smallSystem(seed: number, step: Ratio = Ratio.of(1n, 2n)): System {
  const random = randomFrom(seed);
  const upTo = (n: number) => Math.floor(random() * n);
  const pick = <T>(...all: readonly T[]): T => all[upTo(all.length)] as T;
  const half = (n: number) => Ratio.of(BigInt(n), 2n);
  const count = 2 + upTo(4);
  const hidden = Array.from({ length: count }, () => half(pick(0, 1, 2, 2, 3, 4, 6, 9)));
  // How often an end lies on the wrong side of the hidden point: in every third system never.
  const wrong = pick(0, 0.1, 0.25);
  const constraints: Constraint[] = [];
  const sum = (terms: readonly Term[]) =>
    terms.reduce((all, { variable, times }) => all.add(times.mul(hidden[variable] as Ratio)), Ratio.ZERO);
  /** An end on the side that `sign` says, sometimes at the hidden point, then closed unless it is wrong. */
  const end = (terms: readonly Term[], sign: 1 | -1) => {
    const away = random() < wrong ? -pick(0, 1, 1, 2) : pick(0, 0, 1, 1, 2, 3);
    const open =
      away < 0 || (away === 0 && random() > wrong) ? away < 0 && pick(true, false) : pick(true, false);
    return { value: sum(terms).add(step.mul(Ratio.of(BigInt(sign * away)))), open };
  };
  const add = (
    kind: Constraint["kind"],
    source: string,
    terms: readonly Term[],
    ends: Pick<Constraint, "lower" | "upper">,
  ) => constraints.push({ id: `c${constraints.length}`, source, kind, terms, ...ends });
  const some = (most: number): Term[] =>
    Array.from({ length: 1 + upTo(most) }, () => ({
      variable: upTo(count),
      times: Ratio.of(BigInt(pick(1, 1, 1, -1, -1, 2, -2, 3)), pick(1n, 1n, 1n, 1n, 2n, 3n)),
    }));
  hidden.forEach((value, variable) => {
    if (upTo(4) === 0) return;
    const zero = { value: Ratio.ZERO, open: value.sign > 0 && upTo(4) === 0 };
    add("limit", `${variable} is not negative`, [{ variable, times: Ratio.ONE }], { lower: zero });
  });
  for (let i = upTo(3); i > 0; i--) {
    const terms = some(3);
    const same = { value: random() < wrong / 2 ? Ratio.ONE : sum(terms), open: false };
    add("definition", `definition ${i}`, terms, { lower: same, upper: same });
  }
  if (upTo(3) === 0) {
    const terms = some(2);
    add("limit", "a limit", terms, { upper: end(terms, 1) });
  }
  for (let i = 2 + upTo(6); i > 0; i--) {
    const source = `statement ${i}`;
    if (upTo(4) === 0) {
      // A growth: the level lies between two multiples of its base.
      const [level, base] = [upTo(count), upTo(count)];
      const low = half(upTo(5));
      const rows = [low, low.add(half(upTo(3)))].map((by): Term[] => [
        { variable: level, times: Ratio.ONE },
        { variable: base, times: by.negated() },
      ]);
      const zero = () => ({ value: Ratio.ZERO, open: upTo(2) === 0 });
      add("statement", source, rows[0] as Term[], { lower: zero() });
      add("statement", source, rows[1] as Term[], { upper: zero() });
    } else {
      const terms = some(pick(1, 1, 3));
      const sides = upTo(4);
      add("statement", source, terms, {
        ...(sides !== 0 && { lower: end(terms, -1) }),
        ...(sides !== 1 && { upper: end(terms, 1) }),
      });
    }
  }
  return { variables: Array.from({ length: count }, (_, x) => `x${x}`), constraints };
}
