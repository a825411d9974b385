// A corpus of claims in sentences of our own, in the forms that news uses, made from a seed: breadth that no small corpus has.
import { FRAMES } from "./generated/frames.mjs";
import { HARDER } from "./generated/harder.mjs";
import { Row } from "./generated/row.mjs";
import { TRAPS } from "./generated/traps.mjs";
import { seeded } from "./mutate/random.mjs";

const EXHAUSTIVE = ["money", "percent", "percentage-points", "basis-points", "multiple", "fraction", "rate"];

/** @returns rows of the claims format */
export function generated(count, seed = 1) {
  const random = seeded(seed);
  const frames = { ...FRAMES, ...HARDER };
  const kinds = Object.keys(frames);
  return Array.from({ length: count }, (_, index) => {
    const kind = kinds[index % kinds.length];
    const row = new Row();
    if (random.chance(0.15)) {
      random.pick(TRAPS)(row, random);
      row.say(" ");
    }
    frames[kind](row, random);
    if (random.chance(0.15)) {
      row.say(" ");
      random.pick(TRAPS)(row, random);
    }
    return { id: `own-${kind}-${index + 1}`, date: "2023-10-23", exhaustive_kinds: EXHAUSTIVE, ...row };
  });
}
