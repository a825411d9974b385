import type { Mention } from "../reading.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import type { Words } from "./words.js";

/**
 * Whether nothing before the first subject of a sentence narrows its figures: "in 2023", "meanwhile". Of what has other words
 * there ("in oil alone", "on a balance of payments basis") nobody can say what it is a figure of.
 */
export function isPlainLead(line: Line, from: number, words: Words): boolean {
  for (let i = 0; i < from; i++) {
    const word = line.word(i);
    const joins = words.story.breaks.has(word) && !(i === 0 && words.story.trade?.neutral.has(word));
    if (joins || line.amount(i) !== undefined || !isUnderstood(line, i, words)) return false;
  }
  return true;
}

/**
 * Whether nothing behind a figure narrows it: between it and the end of its clause stand periods, amounts, and words that a
 * language knows: "in 2023", "from $96bn a year earlier", not "each month", "of machinery", "(cars only)".
 */
export function isPlainTail(line: Line, end: number, mentions: readonly Mention[], words: Words): boolean {
  const { story } = words;
  const understood = (i: number): boolean => {
    const { start } = line.items[i] as Token;
    const said = (one: Mention) => one.kind !== "period" && one.start <= start && start < one.end;
    return isUnderstood(line, i, words) || mentions.some(said);
  };
  let i = line.items.findIndex((item) => item.start >= end);
  for (; i >= 0 && i < line.items.length; i++) {
    const { word } = line.items[i] as Token;
    if (word === "," || word === ";" || story.breaks.has(word) || story.trade?.ends.has(word)) break;
    if (!understood(i)) return false;
  }
  // A few words behind a last comma are about the figure too: ", cumulatively", ", in cars alone".
  const rest = line.items.slice(i + 1).filter(({ mark }) => !mark);
  if (i < 0 || line.word(i) !== "," || rest.length > SHORT_END) return true;
  const { sources, cited } = story.trade ?? {};
  return (
    rest.some(({ word }) => sources?.has(word) || cited?.has(word)) ||
    line.items.every(({ mark }, k) => k <= i || mark || understood(k))
  );
}

/** Words behind a last comma that are no clause of their own. */
const SHORT_END = 4;

function isUnderstood(line: Line, i: number, { story, rules }: Words): boolean {
  const { word, mark, period, amount } = line.items[i] as Token;
  if (mark || period !== undefined || amount !== undefined || word === "") return true;
  const { trade } = story;
  if (trade?.money.has(word)) return trade.terms.has(line.word(line.word(i + 1) === "-" ? i + 2 : i + 1));
  return (
    story.plain.has(word) ||
    story.prepositions.has(word) ||
    story.fill.has(word) ||
    story.breaks.has(word) ||
    story.earlier.has(word) ||
    story.reach.has(word) ||
    rules.up.verbs.has(word) ||
    rules.down.verbs.has(word) ||
    trade === undefined ||
    trade.neutral.has(word) ||
    trade.terms.has(word) ||
    trade.during.has(word)
  );
}
