/** Sums of whole numbers by group, exact whatever their number: doubles within 2^53, then two limbs. */
import { NULL64, type Units } from "./column.js";
import type { Codes } from "./kernel.js";
import { codesFor, type Keys } from "./keys.js";

const SAFE = 2 ** 53;
const LIMB = 2 ** 32;

/** The group of each row, and the codes of the keys of each group. */
export interface Groups {
  readonly codes: Codes;
  readonly size: number;
  keysOf(group: number): readonly string[];
}

const DENSE = 2 ** 22;

export function groupsOf(keys: readonly Keys[], length: number): Groups {
  const [first, ...others] = keys;
  if (first === undefined) return { codes: new Uint16Array(length), size: 1, keysOf: () => [] };
  if (others.length === 0) {
    return { codes: first.codes, size: first.values.length, keysOf: (g) => [first.values[g] as string] };
  }
  const size = keys.reduce((product, one) => product * one.values.length, 1);
  if (size > DENSE) return sparseGroups(keys, length);
  const codes = codesFor(size, length);
  codes.set(first.codes);
  for (const { codes: next, values } of others) {
    const count = values.length;
    for (let i = 0; i < length; i++) codes[i] = (codes[i] as number) * count + (next[i] as number);
  }
  const keysOf = (group: number) => {
    const texts: string[] = [];
    let rest = group;
    for (const one of [...keys].reverse()) {
      texts.unshift(one.values[rest % one.values.length] as string);
      rest = Math.floor(rest / one.values.length);
    }
    return texts;
  };
  return { codes, size, keysOf };
}

/** So many possible groups that only those that occur get a number. */
function sparseGroups(keys: readonly Keys[], length: number): Groups {
  const known = new Map<string, number>();
  const texts: string[][] = [];
  const codes = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const id = keys.map((one) => one.codes[i]).join(",");
    let code = known.get(id);
    if (code === undefined) {
      code = known.size;
      known.set(id, code);
      texts.push(keys.map((one) => one.at(i)));
    }
    codes[i] = code;
  }
  return { codes, size: known.size, keysOf: (g) => texts[g] as string[] };
}

export interface GroupSums {
  readonly sums: readonly bigint[];
  /** Rows with an amount, by group. */
  readonly counts: Float64Array;
}

export function groupSums(units: Units, codes: Codes, size: number, bound: number): GroupSums {
  const counts = new Float64Array(size);
  if (units instanceof BigInt64Array) return { sums: wideSums(units, codes, size, counts), counts };
  const block = blockFor(bound, size);
  const limbs = new Limbs(size);
  if (block === 0) {
    limbSums(units, codes, limbs, counts);
    return { sums: limbs.totals(), counts };
  }
  const sum = new Float64Array(size);
  for (let from = 0; from < units.length; from += block) {
    addBlock(units, codes, from, Math.min(from + block, units.length), sum, counts);
    limbs.take(sum, 1);
  }
  return { sums: limbs.totals(), counts };
}

const LONGEST_BLOCK = 2 ** 16;

/** Rows that may be added before a sum can reach 2^53; 0 where that is too few to be worth a pass over the groups. */
export function blockFor(bound: number, size: number): number {
  const block = Math.min(LONGEST_BLOCK, Math.floor((SAFE - 1) / Math.max(1, bound)));
  return 2 * size > block ? 0 : block;
}

/** Sums in two limbs: high × 2^32 + low, exact far beyond 2^53. */
export class Limbs {
  readonly high: Float64Array;
  readonly low: Float64Array;

  constructor(size: number) {
    this.high = new Float64Array(size);
    this.low = new Float64Array(size);
  }

  /** Adds sums below 2^53, every `step`-th of the array, and sets them to zero. */
  take(sums: Float64Array, step: number): void {
    for (let g = 0; g < this.high.length; g++) {
      this.add(g, sums[g * step] as number);
      sums[g * step] = 0;
    }
  }

  /** Adds a whole number below 2^53 to a group. */
  add(g: number, s: number): void {
    const { high, low } = this;
    const h = Math.trunc(s / LIMB);
    high[g] = (high[g] as number) + h;
    const rest = (low[g] as number) + (s - h * LIMB);
    // Each rest is below 2^32; what they have grown to moves up long before 2^53.
    const carry = Math.abs(rest) > 2 ** 52 ? Math.trunc(rest / LIMB) : 0;
    high[g] = (high[g] as number) + carry;
    low[g] = rest - carry * LIMB;
  }

  totals(): bigint[] {
    return Array.from(this.high, (h, g) => BigInt(h) * BigInt(LIMB) + BigInt(this.low[g] as number));
  }
}

function addBlock(
  units: Float64Array,
  codes: Codes,
  from: number,
  to: number,
  sum: Float64Array,
  counts: Float64Array,
): void {
  for (let i = from; i < to; i++) {
    const x = units[i] as number;
    const g = codes[i] as number;
    if (!Number.isNaN(x)) {
      sum[g] = (sum[g] as number) + x;
      counts[g] = (counts[g] as number) + 1;
    }
  }
}

/** Large amounts or many groups: each amount is added in two limbs. */
function limbSums(units: Float64Array, codes: Codes, limbs: Limbs, counts: Float64Array): void {
  for (let i = 0; i < units.length; i++) {
    const x = units[i] as number;
    const g = codes[i] as number;
    if (!Number.isNaN(x)) {
      limbs.add(g, x);
      counts[g] = (counts[g] as number) + 1;
    }
  }
}

function wideSums(units: BigInt64Array, codes: Codes, size: number, counts: Float64Array): bigint[] {
  const sums = new Array<bigint>(size).fill(0n);
  for (let i = 0; i < units.length; i++) {
    const x = units[i] as bigint;
    const g = codes[i] as number;
    if (x !== NULL64) {
      sums[g] = (sums[g] as bigint) + x;
      counts[g] = (counts[g] as number) + 1;
    }
  }
  return sums;
}
