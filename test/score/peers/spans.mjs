// Spans made comparable: no brackets, no punctuation, no words of approximation at their ends.

const BEFORE =
  /^(?:[\s([{"'“‘,;:–—]|(?:about|around|approximately|roughly|some|nearly|almost|over|under|above|below|at (?:most|least)|up to|as (?:much|little) as|(?:more|less|lower|fewer|greater|higher) than|from|between|a(?= ?(?:us)?\$)|to|of)\s+)/i;
const AFTER = /(?:[\s)\]}"'”’,;:.]|[\s)] ?an?)$/;

/** The item with its span trimmed, and its text. */
export function trimmed(text, item) {
  let { start, end } = item;
  for (let found = BEFORE.exec(text.slice(start, end)); found; found = BEFORE.exec(text.slice(start, end))) {
    start += found[0].length;
  }
  while (end > start && AFTER.test(text.slice(start, end))) end--;
  return start < end
    ? { ...item, start, end, text: text.slice(start, end) }
    : { ...item, text: text.slice(item.start, item.end) };
}
