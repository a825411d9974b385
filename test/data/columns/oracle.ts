import { Column } from "../../../src/data/columns/column.js";
import { convertColumn } from "../../../src/data/columns/convert.js";
import { kernelLimit } from "../../../src/data/columns/kernel.js";
import { Keys } from "../../../src/data/columns/keys.js";
import { Random } from "../../../src/data/columns/random.js";
import { RatesByKey } from "../../../src/data/columns/rates.js";
import type { RoundingMode } from "../../../src/index.js";
import { ROUNDING_MODES } from "../../../src/index.js";

/**
 * Rounds a/b by the definition of a mode: the whole numbers on both sides, their distances, and what the mode says of the
 * nearer, the even or the further from zero. It shares nothing with the code it judges.
 */
export function byDefinition(a: bigint, b: bigint, mode: RoundingMode): bigint {
  let floor = a / b;
  if (floor * b > a) floor -= 1n;
  if (floor * b === a) return floor;
  const ceil = floor + 1n;
  const toFloor = a - floor * b;
  const toCeil = ceil * b - a;
  const [inner, outer] = a > 0n ? [floor, ceil] : [ceil, floor];
  if (mode === "floor") return floor;
  if (mode === "ceil") return ceil;
  if (mode === "trunc") return inner;
  if (mode === "expand") return outer;
  if (toFloor !== toCeil) return toFloor < toCeil ? floor : ceil;
  if (mode === "halfEven") return floor % 2n === 0n ? floor : ceil;
  if (mode === "halfExpand") return outer;
  if (mode === "halfTrunc") return inner;
  return mode === "halfCeil" ? ceil : floor;
}

/** Random amounts at random ratios inside the kernel's limits: its edges, and ties where there are any. */
export function kernelAgainstIntegers(count: number, seed: number) {
  const random = new Random(seed);
  const wrong: string[] = [];
  let cases = 0;
  let ties = 0;
  const perRatio = 500;
  while (cases < count) {
    const denBits = 1 + random.below(33);
    const den = 2 * (1 + random.below(2 ** denBits));
    const num = 1 + random.below(Math.min(2 ** (1 + random.below(40)), 2 ** 52 / (den + 2)));
    const g = gcd(BigInt(num), BigInt(den));
    const ratio = { num: BigInt(num) / g, den: BigInt(den) / g };
    const limit = kernelLimit(ratio);
    if (limit < 1) continue;
    const mode =
      cases % (2 * perRatio) === 0 ? "halfEven" : (ROUNDING_MODES[random.below(9)] as RoundingMode);
    const tie = firstTie(ratio);
    const units: bigint[] = [];
    for (let k = 0; k < perRatio; k++) {
      let a: bigint;
      const kind = random.below(10);
      if (kind === 0) a = BigInt(limit) - BigInt(random.below(Math.min(limit, 1000)));
      else if (kind < 4 && tie !== undefined && tie <= limit) {
        a =
          tie +
          ratio.den *
            BigInt(random.below(Math.max(1, Math.floor((limit - Number(tie)) / Number(ratio.den)))));
        if (a > BigInt(limit)) a = tie;
        // Right beside a tie is where a wrong division would fall on the wrong side.
        if (kind === 3 && a < BigInt(limit)) a += 1n;
      } else a = BigInt(random.below(Math.min(limit, 2 ** (1 + random.below(53)))));
      units.push(random.below(2) === 0 ? a : -a);
    }
    const column = convertColumn(
      Column.fromUnits("A", 0, units),
      new RatesByKey("A", "B", () => ratio),
      Keys.of(
        "key",
        units.map(() => "k"),
      ),
      { rounding: mode },
    );
    units.forEach((a, i) => {
      cases += 1;
      if (2n * (abs(a * ratio.num) % ratio.den) === ratio.den) ties += 1;
      const expected = byDefinition(a * ratio.num, ratio.den, mode);
      if (column.unitsAt(i) !== expected && wrong.length < 5)
        wrong.push(`${a} × ${ratio.num}/${ratio.den} ${mode}: ${column.unitsAt(i)}, not ${expected}`);
    });
  }
  return { cases, ties, wrong };
}

const abs = (x: bigint) => (x < 0n ? -x : x);
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/** The least a > 0 with a × num ÷ den on a tie: den/2 times the inverse of num. */
function firstTie({ num, den }: { num: bigint; den: bigint }): bigint | undefined {
  if (den % 2n !== 0n) return undefined;
  let [r0, r1, s0, s1] = [den, num % den, 0n, 1n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [s0, s1] = [s1, s0 - q * s1];
  }
  const inverse = ((s0 % den) + den) % den;
  return ((den / 2n) * inverse) % den;
}
