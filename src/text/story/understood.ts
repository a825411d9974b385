import type { Mention } from "../reading.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import { IS } from "./words.js";

/**
 * Whether nothing before the first subject of a sentence narrows its figures: "in 2023", "meanwhile". Of what has other words
 * there ("in oil alone", "on a balance of payments basis") nobody can say what it is a figure of.
 */
export function isPlainLead(line: Line, from: number, is: Int32Array): boolean {
  for (let i = 0; i < from; i++) {
    const what = is[i] as number;
    const joins = (what & IS.breaks) !== 0 && !(i === 0 && what & IS.neutral);
    if (joins || line.amount(i) !== undefined || !isUnderstood(line, i, is)) return false;
  }
  return true;
}

/**
 * Whether nothing behind a figure narrows it: between it and the end of its clause stand periods, amounts, and words that a
 * language knows: "in 2023", "from $96bn a year earlier", not "each month", "of machinery", "(cars only)".
 */
export function isPlainTail(line: Line, end: number, mentions: readonly Mention[], is: Int32Array): boolean {
  const { items } = line;
  const understood = (i: number): boolean =>
    isUnderstood(line, i, is) || mentions.some((one) => says(one, items[i] as Token));
  let i = 0;
  while (i < items.length && (items[i] as Token).start < end) i++;
  for (; i < items.length; i++) {
    const { word } = items[i] as Token;
    if (word === "," || word === ";" || (is[i] as number) & (IS.breaks | IS.ends)) break;
    if (!understood(i)) return false;
  }
  // A few words behind a last comma are about the figure too: ", cumulatively", ", in cars alone".
  if (line.word(i) !== ",") return true;
  let words = 0;
  let cites = false;
  for (let k = i + 1; k < items.length; k++) {
    if ((items[k] as Token).mark) continue;
    if (++words > SHORT_END) return true;
    cites ||= ((is[k] as number) & (IS.source | IS.cited)) !== 0;
  }
  if (cites) return true;
  for (let k = i + 1; k < items.length; k++) if (!understood(k)) return false;
  return true;
}

/** Words behind a last comma that are no clause of their own. */
const SHORT_END = 4;

/** Whether a figure, a comparison or a record stands at an item. */
const says = (one: Mention, { start }: Token): boolean =>
  one.kind !== "period" && one.start <= start && start < one.end;

function isUnderstood(line: Line, i: number, is: Int32Array): boolean {
  const what = is[i] as number;
  // "In dollar terms", "yuan-denominated".
  if (what & IS.money) return ((is[line.word(i + 1) === "-" ? i + 2 : i + 1] ?? 0) & IS.terms) !== 0;
  return (what & IS.understood) !== 0;
}
