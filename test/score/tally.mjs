// Counts of found, missed and false, and what follows from them.

export const tally = () => ({ right: 0, missed: 0, wrong: 0 });

/** Adds `more` to `into`. */
export function add(into, more) {
  for (const key of Object.keys(more)) into[key] = (into[key] ?? 0) + more[key];
  return into;
}

/** precision = right / all that was read; recall = right / all that is there; F1 their harmonic mean; undefined over nothing. */
export function measures({ right, missed, wrong }) {
  const part = (over, under) => (under === 0 ? undefined : over / under);
  return {
    precision: part(right, right + wrong),
    recall: part(right, right + missed),
    f1: part(2 * right, 2 * right + missed + wrong),
  };
}

/**
 * Pairs each expected item with one that was read: first those that `agrees` accepts, then, of the rest, those that
 * stand at the same place, so that a wrong value is shown as one thing. Both lists stay in their order.
 * @returns { right: [expected, got][], wrong: [expected, got][], missed: expected[], extra: got[] }
 */
export function matched(expected, got, agrees, nearby = () => false) {
  const free = new Set(got);
  const take = (wanted, test) => {
    for (const item of free) {
      if (test(wanted, item)) {
        free.delete(item);
        return item;
      }
    }
    return undefined;
  };
  const right = [];
  const rest = [];
  for (const wanted of expected) {
    const item = take(wanted, agrees);
    if (item) right.push([wanted, item]);
    else rest.push(wanted);
  }
  const wrong = [];
  const missed = [];
  for (const wanted of rest) {
    const item = take(wanted, nearby);
    if (item) wrong.push([wanted, item]);
    else missed.push(wanted);
  }
  return { right, wrong, missed, extra: [...free] };
}
