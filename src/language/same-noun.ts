/** What a noun may end with: "Tonnen" and "Tonne", "тонны" and "тонн" are one thing. */
const ENDING = /^(?:s|es|e|n|en|er|ern|а|ы|и|у|е|я|й|ев|ов|ам|ей|ек|ки|ка)?$/;

/** So much two nouns have in common at least. */
const STEM = 4;

/** Whether two nouns that are counted name one thing, as far as they are said; endings aside. */
export function sameNoun(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x === y || x.replace(/s$/, "") === y.replace(/s$/, "")) return true;
  let common = 0;
  while (common < x.length && common < y.length && x[common] === y[common]) common++;
  if (common < STEM) return false;
  return ENDING.test(x.slice(common)) && ENDING.test(y.slice(common));
}
