/**
 * The order in which to eliminate the unknowns of a sparse symmetric system so that few new entries arise: always one
 * with the fewest neighbours (approximate minimum degree on a quotient graph; Amestoy, Davis & Duff 1996). Undefined as
 * soon as it shows that this takes more than `most` multiplications.
 */
export function eliminationOrder(
  neighbours: readonly ReadonlySet<number>[],
  most: number,
): Int32Array | undefined {
  const count = neighbours.length;
  const near = neighbours.map((set) => new Set(set));
  /** Eliminated unknowns that an unknown is tied to; each ties all its `members` to one another. */
  const ties = near.map(() => new Set<number>());
  const members: (Set<number> | undefined)[] = new Array(count).fill(undefined);
  const done = new Uint8Array(count);
  const degree = new Int32Array(count);
  const byDegree: Set<number>[] = [];
  const place = (x: number, now: number): void => {
    degree[x] = now;
    while (byDegree.length <= now) byDegree.push(new Set());
    (byDegree[now] as Set<number>).add(x);
  };
  for (let x = 0; x < count; x++) place(x, (near[x] as Set<number>).size);
  const order = new Int32Array(count);
  let lowest = 0;
  let work = 0;
  for (let at = 0; at < count; at++) {
    while (byDegree[lowest]?.size === 0) lowest++;
    const [x] = byDegree[lowest] as Set<number>;
    const out = x as number;
    (byDegree[lowest] as Set<number>).delete(out);
    done[out] = 1;
    order[at] = out;
    const merged = new Set<number>();
    for (const y of near[out] as Set<number>) if (!done[y]) merged.add(y);
    const old = ties[out] as Set<number>;
    for (const tie of old) {
      for (const y of members[tie] ?? []) if (!done[y]) merged.add(y);
      members[tie] = undefined;
    }
    members[out] = merged;
    work += merged.size ** 2;
    if (work > most) return undefined;
    for (const y of merged) {
      const own = near[y] as Set<number>;
      own.delete(out);
      // What the new tie covers need not be remembered pair by pair.
      if (own.size < merged.size) {
        for (const z of own) if (merged.has(z)) own.delete(z);
      } else for (const z of merged) own.delete(z);
      const tied = ties[y] as Set<number>;
      for (const tie of old) tied.delete(tie);
      tied.add(out);
      let size = own.size;
      for (const tie of tied) {
        const tiedTo = members[tie];
        if (tiedTo) size += tiedTo.size - 1;
        else tied.delete(tie);
      }
      (byDegree[degree[y] as number] as Set<number>).delete(y);
      place(y, Math.max(0, Math.min(size, count - at - 2)));
      lowest = Math.min(lowest, degree[y] as number);
    }
    (near[out] as Set<number>).clear();
    old.clear();
  }
  return order;
}
