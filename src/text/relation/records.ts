import { RECORD_NOUNS } from "../../language/en/relation-words.js";
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

const STARTS = new Anchor(() => [...RECORD_WORDS.keys(), "record", "all"]);

function extremeAt(line: Line, i: number): { direction: "highest" | "lowest"; last: number } | undefined {
  if (!STARTS.in(line.items[i] as Token)) return undefined;
  const word = line.word(i);
  const extreme = RECORD_WORDS.get(word);
  if (extreme !== undefined) {
    // "the highest since", "the highest monthly level on record"; not "the highest mountain".
    let at = i;
    while (at - i < 3 && RECORD_NOUNS.has(line.word(at + 1))) at++;
    const behind = line.word(at + 1);
    if (behind === "since" || behind === "in" || line.period(at + 1)?.text.startsWith("since"))
      return { direction: extreme, last: at };
    if (behind === "ever" || line.says(at + 1, "on", "record"))
      return { direction: extreme, last: behind === "ever" ? at + 1 : at + 2 };
    return undefined;
  }
  if (word === "record") {
    const next = line.word(i + 1);
    if (next === "high" || next === "low")
      return { direction: next === "high" ? "highest" : "lowest", last: i + 1 };
    if (line.word(i - 1) === "a" || line.word(i - 1) === "new" || line.amount(i + 1) !== undefined) {
      return { direction: "highest", last: i };
    }
  }
  if (line.says(i, "all", "-", "time")) {
    const next = line.word(i + 3);
    if (next === "high" || next === "low")
      return { direction: next === "high" ? "highest" : "lowest", last: i + 3 };
  }
  return undefined;
}

/** "since February 2022", "in four years". */
function sinceAt(line: Line, i: number) {
  const own = line.period(i);
  if (own?.text.toLowerCase().startsWith("since")) return { at: i, period: own };
  const word = line.word(i);
  const period = line.period(i + 1);
  return (word === "since" || word === "in") && period !== undefined ? { at: i + 1, period } : undefined;
}
