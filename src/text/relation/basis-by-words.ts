import type { Language } from "../../language/language.js";
import type { Basis, PeriodMention } from "../reading.js";
import type { Line } from "../scan/line.js";

/** How far around the rate its period may stand, in items. */
const NEAR = 24;

const BY_UNIT = { year: "yoy", quarter: "qoq", month: "mom", week: "wow" } as const;

/** Against what a growth is measured and over which period, by the words of a language near the rate. */
export function basisByWords(
  line: Line,
  place: number,
  language: Language,
): { readonly basis: Basis; readonly period: PeriodMention | undefined } {
  let basis: Basis = "unsaid";
  let period: PeriodMention | undefined;
  let distance = Number.POSITIVE_INFINITY;
  const look = (i: number) => {
    const named = language.bases.get(line.word(i));
    if (named !== undefined && basis === "unsaid") basis = named;
    const when = line.period(i);
    if (when === undefined) return;
    if (isCompared(line, i, language)) {
      if (basis === "unsaid") basis = basisOf(when, language);
    } else if (Math.abs(i - place) < distance) {
      period = when;
      distance = Math.abs(i - place);
    }
  };
  for (let i = place + 1; i <= place + NEAR && !parts(line, i); i++) look(i);
  for (let i = place - 1; i >= Math.max(0, place - NEAR) && !parts(line, i); i--) look(i);
  return { basis, period };
}

function parts(line: Line, i: number): boolean {
  return line.items[i] === undefined || line.word(i) === ";";
}

function isCompared(line: Line, i: number, language: Language): boolean {
  const text = (line.period(i)?.text ?? "").toLowerCase();
  if (language.relative.has(text) || language.ago?.has(text.split(/\s+/).at(-1) as string)) return true;
  for (let at = i - 1; at >= 0 && i - at <= 4; at--) {
    if (language.compares.has(line.word(at)) && line.amount(at + 1) === undefined) return true;
    if (!language.articles.has(line.word(at))) return false;
  }
  return false;
}

function basisOf(when: PeriodMention, language: Language): Basis {
  const words = when.text.toLowerCase().split(/\s+/);
  for (const word of words) {
    const unit = language.relative.get(word)?.unit ?? language.units.get(word);
    if (unit !== undefined) return BY_UNIT[unit];
  }
  if (words.some((word) => /^\d{4}$/.test(word))) return "yoy";
  return words.some((word) => language.months.has(word)) ? "mom" : "unsaid";
}
