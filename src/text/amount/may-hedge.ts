import type { Hedge } from "../../figure/note.js";
import { HEDGES } from "../../language/lexicon.js";
import { skipSpacesBack, wordBefore } from "../../notation/parts.js";

/** The last words of hedges that end in letters of English, and the articles that may stand behind them. */
const lastOf = new WeakMap<ReadonlyMap<string, Hedge>, ReadonlySet<string>>();

function lastWords(hedges: ReadonlyMap<string, Hedge>): ReadonlySet<string> {
  const known = lastOf.get(hedges);
  if (known !== undefined) return known;
  const words = [...hedges.keys()].map((phrase) => phrase.slice(phrase.lastIndexOf(" ") + 1));
  const made = new Set([...words, "a", "an"]);
  lastOf.set(hedges, made);
  return made;
}

/** Whether a hedge may end before `end`: false only where a word stands there that no hedge ends in, as before most amounts. */
export function mayHedge(text: string, end: number, hedges: ReadonlyMap<string, Hedge> = HEDGES): boolean {
  const at = skipSpacesBack(text, end);
  const code = text.charCodeAt(at - 1) | 32;
  if (!(code >= 97 && code <= 122)) return true;
  const word = wordBefore(text, at)?.word;
  return word !== undefined && lastWords(hedges).has(word);
}
