/** Lists of so few are put in order by hand: a sort takes longer than that to begin. */
const FEW = 30;

/**
 * Puts a list in order, in place, and gives it back; what is equal stays as it was.
 * @example inOrder([3, 1, 2], (a, b) => a - b).join() // 1,2,3
 */
export function inOrder<T>(list: T[], compare: (a: T, b: T) => number): T[] {
  if (list.length > FEW) return list.sort(compare);
  for (let i = 1; i < list.length; i++) {
    const one = list[i] as T;
    let at = i;
    for (; at > 0 && compare(list[at - 1] as T, one) > 0; at--) list[at] = list[at - 1] as T;
    list[at] = one;
  }
  return list;
}
