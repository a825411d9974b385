/** Whole numbers, the largest of which comes out first. */
export class Heap {
  readonly #all: number[] = [];

  push(x: number): void {
    const all = this.#all;
    let at = all.length;
    all.push(x);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((all[above] as number) >= x) break;
      all[at] = all[above] as number;
      at = above;
    }
    all[at] = x;
  }

  pop(): number | undefined {
    const all = this.#all;
    const top = all[0];
    const last = all.pop();
    if (last === undefined || all.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= all.length) break;
      if (below + 1 < all.length && (all[below + 1] as number) > (all[below] as number)) below++;
      if ((all[below] as number) <= last) break;
      all[at] = all[below] as number;
      at = below;
    }
    all[at] = last;
    return top;
  }
}
