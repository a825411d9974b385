// Chance that can be repeated: the same seed gives the same texts on every machine.

/** @returns { below(n): 0 … n − 1, pick(list), chance(share) } */
export function seeded(seed) {
  let state = seed >>> 0 || 1;
  const next = () => {
    // xorshift32: enough for choosing words, and exact everywhere.
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  for (let i = 0; i < 20; i++) next();
  const below = (n) => Math.floor((next() / 4294967296) * n);
  return { below, pick: (list) => list[below(list.length)], chance: (share) => next() / 4294967296 < share };
}
