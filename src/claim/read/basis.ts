import type { Basis, ComparisonMention, PeriodMention } from "../reading.js";
import type { Said } from "./growth.js";
import type { Line } from "./line.js";

interface Against {
  readonly basis: Basis;
  readonly period?: PeriodMention;
}

/** Against what a growth is measured, and over which period, by the words near the rate. */
export function basisOf(line: Line, place: number, said: Said): Against {
  const [from, to] = clause(line, place);
  let basis: Basis | undefined;
  let period: PeriodMention | undefined;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = from; i <= to; i++) {
    const compared = comparisonAt(line, i);
    // What a growth is compared with stands behind its verb; "year on year" stands anywhere.
    if (compared !== undefined && (i > said.from || line.period(i) === undefined)) basis ??= compared.basis;
    const when = line.period(i);
    if (when === undefined || isBase(line, i)) continue;
    // The period nearest to the rate, those behind it first.
    const away = i > said.from ? i - said.from : (said.from - i) * 1.5;
    if (away < distance) {
      distance = away;
      period = when;
    }
  }
  return { basis: basis ?? fromPeriod(period, line, place), ...(period === undefined ? {} : { period }) };
}

/** The stretch of items around the rate that belongs to it: to the semicolons and "while"s on both sides. */
function clause(line: Line, place: number): readonly [number, number] {
  let from = place;
  while (from > 0 && place - from < 40 && !splits(line, from - 1)) from--;
  let to = place;
  while (to < line.items.length - 1 && to - place < 25 && !splits(line, to + 1)) to++;
  return [from, to];
}

function splits(line: Line, i: number): boolean {
  return /^(;|while|whereas|but)$/.test(line.word(i));
}

/** "year-on-year", "from a year earlier", "over the same period of 1995": the comparison that begins at item `i`. */
export function comparisonAt(
  line: Line,
  i: number,
): { readonly basis: Basis; readonly from: number; readonly to: number } | undefined {
  const word = line.word(i);
  const unit = UNITS.get(word);
  if (unit !== undefined) {
    const joined = /^(-|on|over)$/.test(line.word(i + 1));
    let at = i + 1;
    while (/^(-|on|over)$/.test(line.word(at)) && at - i < 5) at++;
    if (joined && line.word(at) === word) return { basis: unit, from: i, to: at };
  }
  if (word === "yoy" || word === "annualised" || word === "annualized") return { basis: "yoy", from: i, to: i };
  if (word === "qoq" || word === "mom") return { basis: word, from: i, to: i };
  if (word === "on" && line.word(i + 1) === "the" && line.word(i + 2) === "year") return { basis: "yoy", from: i, to: i + 2 };
  const when = line.period(i);
  if (when === undefined || !isBase(line, i)) return undefined;
  const basis = basisOfBase(when.text.toLowerCase());
  return basis === undefined ? undefined : { basis, from: i - 1, to: i };
}

const UNITS: ReadonlyMap<string, Basis> = new Map([
  ["year", "yoy"],
  ["month", "mom"],
  ["quarter", "qoq"],
  ["week", "wow"],
  ["day", "dod"],
]);

/** Whether a period is what is compared with: behind "from", "than", "over", "compared with". */
function isBase(line: Line, i: number): boolean {
  const text = line.period(i)?.text.toLowerCase() ?? "";
  if (/^(since|from) the (start|beginning)/.test(text)) return true;
  let at = i - 1;
  while (/^(for|in|the|that|of|figure|level|levels|a|those|during)$/.test(line.word(at)) && i - at < 5) at--;
  const word = line.word(at);
  if (/^(from|than|versus|against)$/.test(word)) return true;
  if (/^(with|to)$/.test(word) && /^compar/.test(line.word(at - 1))) return true;
  if (/^compar/.test(word)) return true;
  if (word === "over" || word === "on") return /year|period|quarter|month|week|\d{4}/.test(text) && /last|previous|same|prior|ago|earlier|before|\d{4}/.test(text);
  return /\b(ago|earlier|before)$/.test(text) || /year-(ago|earlier)/.test(text);
}

function basisOfBase(text: string): Basis | undefined {
  if (/^(since|from) the (start|beginning)/.test(text)) return "ytd";
  if (/year|same|corresponding|comparable|year-ago/.test(text) && !/month earlier|quarter earlier/.test(text)) {
    return /\b(two|three|four|five|ten|\d+) years/.test(text) ? "multi-year" : "yoy";
  }
  if (/\b(19|20)\d\d\b/.test(text)) return "yoy";
  if (/quarter/.test(text)) return "qoq";
  if (/week/.test(text)) return "wow";
  if (/month|january|february|march|april|^may|june|july|august|september|october|november|december/.test(text)) return "mom";
  return /day$/.test(text) ? "dod" : undefined;
}

/** Without a comparison in words: whole years are compared with years, this year with its start. */
function fromPeriod(period: PeriodMention | undefined, line: Line, place: number): Basis {
  const text = period?.text.toLowerCase() ?? "";
  if (/^(since|from) the (start|beginning)/.test(text)) return "ytd";
  if (/^(\d{4}|last year|the previous year|next year)$/.test(text)) return "yoy";
  if (text === "this year" && line.amount(place)?.kind === "multiple") return "ytd";
  if (/^\d{4}[-/]/.test(text)) return "multi-year";
  if (/day$/.test(text) && !/holiday/.test(text)) return "dod";
  return "unsaid";
}

/** The comparisons that a sentence names, as mentions. */
export function comparisonsOf(line: Line): ComparisonMention[] {
  const found: ComparisonMention[] = [];
  for (let i = 0; i < line.items.length; i++) {
    const one = comparisonAt(line, i);
    if (one === undefined) continue;
    const start = line.items[one.from]?.start as number;
    const end = line.items[one.to]?.end as number;
    if (end > start) found.push({ kind: "comparison", ...line.sentence.span(start, end), basis: one.basis });
    i = Math.max(i, one.to);
  }
  return found;
}
