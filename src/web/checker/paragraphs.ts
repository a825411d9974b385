/** A stretch longer than this is broken, so that one line of a megabyte is not one element. */
const LONGEST = 4000;

/** The stretches between empty lines, long ones broken at a space: none of its figures is in two of them. */
export function paragraphsOf(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  const push = (from: number, to: number) => {
    for (let at = from; at < to; ) {
      const space = to - at <= LONGEST ? to : text.lastIndexOf(" ", at + LONGEST) + 1;
      const end = space > at ? space : Math.min(to, at + LONGEST);
      found.push({ start: at, end });
      at = end;
    }
  };
  let from = 0;
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next === -1 ? text.length : next;
    if (text.slice(at, end).trim() === "") {
      push(from, at);
      from = end + 1;
    }
    at = end + 1;
  }
  push(from, text.length);
  return found.filter(({ start, end }) => text.slice(start, end).trim() !== "");
}
