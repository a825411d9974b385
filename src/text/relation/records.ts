import {
  ALL_TIME,
  BEFORE_RECORD,
  BEFORE_SPAN_OF_RECORD,
  ENDS_OF_RECORDS,
  OF_ALL_TIME,
  RECORD,
  RECORD_NOUNS,
  SINCE,
} from "../../language/en/relation-words.js";
import { RECORD_WORDS } from "../../language/en/words.js";
import type { RecordMention } from "../reading.js";
import { Anchor } from "../scan/anchor.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";

/** "the highest since February 2022", "a record", "an all-time low": what a sentence says is the top or the bottom. */
export function recordsOf(line: Line): RecordMention[] {
  const found: RecordMention[] = [];
  if (!STARTS.in(line.sentence)) return found;
  for (let i = 0; i < line.items.length; i++) {
    const extreme = extremeAt(line, i);
    if (extreme === undefined) continue;
    const { direction, last } = extreme;
    const since = sinceAt(line, last + 1);
    const end = line.items[since?.at ?? last]?.end as number;
    const start = line.items[i]?.start as number;
    const text = line.sentence.slice(start, end);
    found.push({ kind: "record", text, start, end, direction, since: since?.period });
    i = since?.at ?? last;
  }
  return found;
}

const STARTS = new Anchor(() => [...RECORD_WORDS.keys(), RECORD, ALL_TIME[0] as string]);

function extremeAt(line: Line, i: number): { direction: "highest" | "lowest"; last: number } | undefined {
  if (!STARTS.in(line.items[i] as Token)) return undefined;
  const word = line.word(i);
  const extreme = RECORD_WORDS.get(word);
  if (extreme !== undefined) {
    // "the highest since", "the highest monthly level on record"; not "the highest mountain".
    let at = i;
    while (at - i < 3 && RECORD_NOUNS.has(line.word(at + 1))) at++;
    const behind = line.word(at + 1);
    if (BEFORE_SPAN_OF_RECORD.has(behind) || line.period(at + 1)?.text.startsWith(SINCE))
      return { direction: extreme, last: at };
    const ever = line.saysOne(at + 1, OF_ALL_TIME);
    return ever > 0 ? { direction: extreme, last: at + ever } : undefined;
  }
  const named = word === RECORD ? 1 : line.says(i, ALL_TIME) ? ALL_TIME.length : undefined;
  if (named === undefined) return undefined;
  const direction = ENDS_OF_RECORDS.get(line.word(i + named));
  if (direction !== undefined) return { direction, last: i + named };
  const alone = BEFORE_RECORD.has(line.word(i - 1)) || line.amount(i + 1) !== undefined;
  return word === RECORD && alone ? { direction: "highest", last: i } : undefined;
}

/** "since February 2022", "in four years". */
function sinceAt(line: Line, i: number) {
  const own = line.period(i);
  if (own?.text.toLowerCase().startsWith(SINCE)) return { at: i, period: own };
  const period = line.period(i + 1);
  return BEFORE_SPAN_OF_RECORD.has(line.word(i)) && period !== undefined ? { at: i + 1, period } : undefined;
}
