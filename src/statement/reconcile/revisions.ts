import { Ratio } from "../../exact/ratio.js";
import type { Levels } from "../model/level.js";
import { type Level, levelWords, periodWords } from "../model/level.js";
import { composed } from "../model/relations/periods.js";
import type { Enclosure } from "../solver/system.js";

/** A revision that the figures imply: the smallest that makes them agree. */
export interface Revision {
  readonly kind: "period" | "base";
  /** The level that was revised: the earlier months, the base of a growth. */
  readonly level: Level;
  /** Relative to what was published first; below zero downwards. */
  readonly size: Ratio;
  readonly says: string;
}

/**
 * The revisions that figures imply by themselves, the largest first: `known` encloses each level without any limit on
 * revisions. Where the printed digits allow none, none is listed.
 */
export function revisionsOf(levels: Levels, known: readonly (Enclosure | undefined)[]): Revision[] {
  const at = ({ index }: Level) => known[index] ?? {};
  const found: Revision[] = [];
  for (const { whole, parts } of composed(levels)) {
    const last = parts[parts.length - 1] as Level;
    const earlier = parts.slice(0, -1);
    const size = smallest(at(whole), sumOf(earlier.map(at)), at(last));
    if (size === undefined) continue;
    const words = earlier.map((one) => periodWords(one.from, one.to)).join(" + ");
    found.push({
      kind: "period",
      level: earlier[0] as Level,
      size,
      says: `${levelWords(whole)}: ${words} revised ${sizeText(size)}`,
    });
  }
  for (const base of levels.all()) {
    if (base.vintage === undefined) continue;
    const { vintage: _, ...subject } = base;
    const published = levels.find(subject);
    if (published === undefined) continue;
    const size = smallest(at(base), at(published), {
      lower: { value: Ratio.ZERO, open: false },
      upper: { value: Ratio.ZERO, open: false },
    });
    if (size === undefined) continue;
    found.push({
      kind: "base",
      level: base,
      size,
      says: `${levelWords(published)}: revised ${sizeText(size)} when ${base.vintage} was compared with it`,
    });
  }
  return found.sort((a, b) => b.size.abs().compare(a.size.abs()));
}

/** The smallest r in whole = (1 + r) × earlier + last; undefined where 0 will do. */
function smallest(whole: Enclosure, earlier: Enclosure, last: Enclosure): Ratio | undefined {
  const [base, rest] = [earlier, last];
  if (whole.lower !== undefined && rest.upper !== undefined && base.upper !== undefined) {
    const up = whole.lower.value.sub(rest.upper.value).sub(base.upper.value);
    if (up.sign > 0 && base.upper.value.sign > 0) return up.div(base.upper.value);
  }
  if (whole.upper !== undefined && rest.lower !== undefined && base.lower !== undefined) {
    const down = whole.upper.value.sub(rest.lower.value).sub(base.lower.value);
    if (down.sign < 0 && base.lower.value.sign > 0) return down.div(base.lower.value);
  }
  return undefined;
}

function sumOf(all: readonly Enclosure[]): Enclosure {
  const side = (name: "lower" | "upper") => {
    if (all.some((one) => one[name] === undefined)) return undefined;
    return {
      value: all.reduce((sum, one) => sum.add(one[name]?.value ?? Ratio.ZERO), Ratio.ZERO),
      open: all.some((one) => one[name]?.open === true),
    };
  };
  const [lower, upper] = [side("lower"), side("upper")];
  return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
}

/** "up by at least 0.31%". */
function sizeText(size: Ratio): string {
  return `${size.sign < 0 ? "down" : "up"} by at least ${size.abs().shift(2).toFixed(3, "floor")}%`;
}
