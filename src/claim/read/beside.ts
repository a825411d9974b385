import type { Amount } from "./amount.js";
import type { Said } from "./growth.js";
import type { Line } from "./line.js";
import { DOWN_VERBS, UP_VERBS } from "./words.js";

/** A growth that was read earlier in the sentence. */
export interface Earlier {
  readonly place: number;
  readonly said: Said;
  readonly level: Amount | undefined;
  readonly base: Amount | undefined;
}

/** Words that may stand between two rates of one verb. */
const BETWEEN = new Set(
  "and but , only by or also m y mom yoy qoq / month year quarter week on over the - in from a for during to about nearly almost some roughly than of respectively second first third fourth earlier , compared with just".split(
    " ",
  ),
);

/**
 * A rate that shares the verb of the one before it: "rose 1.1% m/m and 20.4% y/y", "fell 4 percent in 1995 and
 * 2 percent in 1996", "up 18.6% and 24.2%, respectively"; and one whose verb is left out: "sales rose 5 percent to X and
 * profit 7 percent to Y".
 */
export function besides(line: Line, place: number, earlier: readonly Earlier[]): Said | undefined {
  const last = earlier.at(-1);
  if (last === undefined || last.said.form === "itself") return undefined;
  const rate = line.amount(place) as Amount;
  const before = line.amount(last.place) as Amount;
  if (rate.kind !== before.kind || rate.text.startsWith("-")) return undefined;
  if (place - last.place > 24) return undefined;
  const shared = { sign: last.said.sign, from: place, to: place } as const;
  if (listed(line, last.place, place)) return { ...shared, form: "adverb" };
  return gapped(line, last.place, place) ? { ...shared, form: "verb" } : undefined;
}

/** Whether only "and", periods and what is compared with stand between two rates. */
function listed(line: Line, from: number, to: number): boolean {
  let and = false;
  for (let i = from + 1; i < to; i++) {
    const word = line.word(i);
    if (line.period(i) !== undefined) continue;
    if (!BETWEEN.has(word)) return false;
    if (word === "and" || word === "but" || word === ",") and = true;
  }
  return and && to - from < 14;
}

/** "and profit 7 percent to 388 million", "and personnel expenses, the largest item, 4.9 percent, to 2.05 billion". */
function gapped(line: Line, from: number, place: number): boolean {
  const to = line.word(place + 1) === "," ? place + 2 : place + 1;
  if (line.word(to) !== "to" || line.amount(to + 1) === undefined) return false;
  let and = false;
  for (let i = place - 1; i > from; i--) {
    const word = line.word(i);
    if (UP_VERBS.has(word) || DOWN_VERBS.has(word) || word === ";" || word === "to" || word === "at" || word === "was") {
      return and;
    }
    if (word === "and" || word === ",") and = true;
    if (line.amount(i) !== undefined) return and;
  }
  return and;
}

/** The level that a rate shares with the one before it: "up by 13.9% y/y but only 2.5% m/m". */
export function levelBeside(
  line: Line,
  place: number,
  said: Said,
  earlier: readonly Earlier[],
): { readonly level: Amount | undefined; readonly base: Amount | undefined } | undefined {
  const last = earlier.at(-1);
  if (last?.level === undefined || said.form === "verb" || place - last.place > 24) return undefined;
  for (let i = last.place + 1; i < place; i++) {
    const amount = line.amount(i);
    if (line.word(i) === ";" || line.word(i) === "while" || (amount !== undefined && amount !== last.level)) return undefined;
    // A verb between the two has a subject of its own.
    if (i < said.from && UP_VERBS.has(line.word(i)) && line.word(i) !== "up") return undefined;
    if (i < said.from && DOWN_VERBS.has(line.word(i)) && line.word(i) !== "down") return undefined;
  }
  let at = said.from - 1;
  while (/^(a|an|the|with|only|just|by|year|month|quarter|week|on|-|over)$/.test(line.word(at))) at--;
  if (!/^(and|but|,|)$/.test(line.word(at))) return undefined;
  return { level: last.level, base: undefined };
}
