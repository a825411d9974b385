import { yearBefore } from "../../figure/period.js";
import type { GrowthClaim } from "../reading.js";
import type { Amount } from "./amount.js";
import { basisOf } from "./basis.js";
import { besides, deal, type Earlier, levelBeside, share } from "./beside.js";
import { chineseVerb } from "./chinese.js";
import { levelOf } from "./level.js";
import type { Line } from "./line.js";
import { aboutRates } from "./rates.js";
import {
  DOWN_NOUNS,
  DOWN_VERBS,
  FILLERS,
  FORECAST_WORDS,
  LESS_WORDS,
  MORE_WORDS,
  NEGATIONS,
  UP_NOUNS,
  UP_VERBS,
} from "./words.js";

/** How a rate is said to be a growth: its sign, the items of the words that say so, and where a level may stand. */
export interface Said {
  readonly sign: 1 | -1;
  /** First and last item of the phrase, the rate included. */
  readonly from: number;
  readonly to: number;
  /** Where the level is looked for: behind the rate ("rose 5% to X"), before it ("X, up 5%"), or the rate is itself one. */
  readonly form: "verb" | "noun" | "adverb" | "comparative" | "bracket" | "itself";
  /** The item of an amount that says the same growth: "a rise of 2.5 million tonnes, or 4.1%". */
  readonly amount?: number;
  /** Whether the verb is that of the rate before it. */
  readonly beside?: boolean;
}

const NO_LEVEL = { level: undefined, base: undefined };

const RATES = new Set(["percent", "percentage-point", "basis-point", "multiple", "fraction"]);

export function isRateKind(amount: Amount): boolean {
  return RATES.has(amount.kind);
}

/** The growth claims of a sentence; every percentage is told what it is of. */
export function growthOf(line: Line): GrowthClaim[] {
  const claims: GrowthClaim[] = [];
  const taken = new Set<Amount>();
  const earlier: Earlier[] = [];
  for (const place of line.amounts) {
    const rate = line.amount(place) as Amount;
    if (!isRateKind(rate)) continue;
    const own = saidOf(line, place);
    const said = own ?? besides(line, place, earlier);
    if (said === undefined) continue;
    if (negated(line, said.from)) {
      line.sentence.leave(rate.start, rate.end, "a growth that the sentence denies");
      continue;
    }
    const found = said.form === "itself" ? NO_LEVEL : levelOf(line, place, said, taken);
    const beside =
      found.level === undefined && said.form !== "itself"
        ? levelBeside(line, place, said, earlier)
        : undefined;
    const { level, base } = beside ?? found;
    earlier.push({ place, said, level, base });
    if (rate.kind === "percent" && level?.kind === "percent") rate.asPoints();
    if (said.amount !== undefined) claims.push(claimOf(line, said.amount, said, level, base));
    claims.push(claimOf(line, place, said, level, base));
    rate.role = "growth";
    for (const one of [level, base]) {
      if (one === undefined) continue;
      taken.add(one);
      if (one.kind === "percent") one.role = "level";
    }
  }
  for (const [k, { said }] of earlier.entries()) if (said.beside) shareAt(claims, earlier, line, k);
  deal(line, claims);
  for (const place of line.amounts) {
    const rate = line.amount(place) as Amount;
    if (rate.kind === "percent" || rate.kind === "fraction") rate.role ??= roleOf(line, place);
  }
  return claims;
}

function shareAt(claims: GrowthClaim[], earlier: readonly Earlier[], line: Line, k: number): void {
  const at = [k - 1, k].map((n) =>
    claims.findIndex((claim) => claim.rate === line.amount(earlier[n]?.place ?? -1)),
  );
  if (at.every((n) => n >= 0)) share(claims, at);
}

function claimOf(
  line: Line,
  place: number,
  said: Said,
  level: Amount | undefined,
  base: Amount | undefined,
): GrowthClaim {
  const rate = line.amount(place) as Amount;
  const { basis, period } = basisOf(line, place, said, base);
  const all = [rate, level, base].filter((one) => one !== undefined);
  const start = Math.min(...all.map((one) => one.start), line.items[said.from]?.start ?? rate.start);
  const end = Math.max(...all.map((one) => one.end), line.items[said.to]?.end ?? rate.end);
  const resolved = basis === "yoy" ? period?.period : undefined;
  return {
    ...line.sentence.span(start, end),
    rate,
    sign: said.sign,
    ...(level === undefined ? {} : { level }),
    ...(base === undefined ? {} : { base }),
    ...(period === undefined ? {} : { period }),
    ...(resolved === undefined ? {} : { basePeriod: yearBefore(resolved) }),
    basis,
    forecast: forecast(line, said.from),
  };
}

/** How far from the rate a word that governs it may stand, in items. */
const REACH = 12;

/** What the words around a rate say of it; `undefined` where they do not say that something changed by it. */
export function saidOf(line: Line, place: number): Said | undefined {
  const rate = line.amount(place) as Amount;
  const verb = rate.kind === "multiple" ? ofVerb(place, rate) : undefined;
  if (verb !== undefined) return verb;
  const times = rate.kind === "multiple" ? ofTimes(line, place) : undefined;
  if (times !== undefined) return times;
  if (/^(every|each|per)$/.test(line.word(place - 1))) return undefined;
  // Points of an exchange rate are its fourth decimals, not hundredths of a percent.
  if (rate.kind === "basis-point" && aboutRates(line.sentence)) return undefined;
  return ofChinese(line, place, rate) ?? leftOf(line, place, rate) ?? rightOf(line, place);
}

/** "doubled", "halved": the rate is the verb. */
function ofVerb(place: number, rate: Amount): Said | undefined {
  if (/^halv/i.test(rate.text)) return { sign: -1, from: place, to: place, form: "verb" };
  if (rate.text.startsWith("翻")) return { sign: 1, from: place, to: place, form: "adverb" };
  if (!/(ed|ing|le)$/i.test(rate.text) || /fold|times|twice/i.test(rate.text)) return undefined;
  return { sign: 1, from: place, to: place, form: /ing$/i.test(rate.text) ? "adverb" : "verb" };
}

/** "2.3 times those of the same month", "twice as many as a year ago": a comparison with another time. */
function ofTimes(line: Line, place: number): Said | undefined {
  if (!/^(as|those|that|the|what|its|their)$/.test(line.word(place + 1)) || !timeWithin(line, place + 1, 10))
    return undefined;
  return { sign: 1, from: place, to: place, form: "comparative" };
}

/** Verb, noun or sign before the rate. */
function leftOf(line: Line, place: number, rate: Amount): Said | undefined {
  const signed = /^[+\uff0b\u2212-]/.test(rate.text);
  // "rose between 5 and 7 percent": the range begins at its first number.
  let at = rate.parts.high !== undefined && line.word(place - 1) === "between" ? place - 2 : place - 1;
  let by = false;
  while (at >= 0 && place - at < REACH) {
    const word = line.word(at);
    if (word === "by") by = true;
    else if (word === "to" && line.word(at - 1) === "up") at--;
    // "put on nine percent"
    else if (word === "on" && /^(put|puts|putting)$/.test(line.word(at - 1))) break;
    // "more than 5 percent" is a hedge; "lower than 5 percent" compares.
    else if (word === "than" && /^(more|less|fewer|greater|better)$/.test(line.word(at - 1))) at--;
    else if (line.period(at) !== undefined && at > 0) {
      // "rose in May by 5 percent"
      if (/^(in|during|for|over|since|on)$/.test(line.word(at - 1))) at--;
    } else if (!atRate(line, at) && (!FILLERS.has(word) || line.items[at]?.amount)) break;
    at--;
  }
  const word = line.word(at);
  if (signed && (word === "(" || word === "," || at < 0 || line.amount(at) !== undefined || word === "")) {
    const sign = rate.parts.negative ? -1 : 1;
    return { sign, from: place, to: place, form: "bracket" };
  }
  if (place - at >= REACH) return undefined;
  if (word === "to") return towards(line, place, at);
  // "a rise of 5 percent": "of" was passed over as in "fell an average of".
  const noun = line.word(at + 1) === "of" || line.word(at + 2) === "of" ? nounBefore(line, at) : undefined;
  if (noun !== undefined) return { sign: noun.sign, from: noun.at, to: place, form: "noun" };
  const verb = directed(line, at);
  if (verb !== 0) {
    // "cut 15 percent of its staff" and "gain 5 percent of the vote" are shares.
    const ofValue = /^(value|worth)$/.test(line.word(place + 3));
    if (line.word(place + 1) === "of" && !by && /^(percent|fraction)$/.test(rate.kind) && !ofValue)
      return undefined;
    const after = line.word(at - 1) === "having";
    const form =
      after || word === "up" || word === "down" || word === "off" || word.endsWith("ing") ? "adverb" : "verb";
    return { sign: verb, from: after ? at - 1 : at, to: place, form };
  }
  if (word === "of" || word === ":") {
    const noun = nounBefore(line, at - 1);
    if (noun !== undefined) return { sign: noun.sign, from: noun.at, to: place, form: "noun" };
  }
  if (UP_NOUNS.has(word) || DOWN_NOUNS.has(word)) {
    return { sign: UP_NOUNS.has(word) ? 1 : -1, from: at, to: place, form: "noun" };
  }
  if (word === "or" || word === ",") {
    const sum =
      line.amount(at - 1) ?? (word === "or" && line.word(at - 1) === "," ? line.amount(--at - 1) : undefined);
    const noun =
      sum !== undefined && !isRateKind(sum) && line.word(at - 2) === "of"
        ? nounBefore(line, at - 3)
        : undefined;
    if (noun !== undefined)
      return { sign: noun.sign, from: noun.at, to: place, form: "noun", amount: at - 1 };
    const verb = sum !== undefined && !isRateKind(sum) && line.word(place + 1) !== "of" ? movedBy(line, at - 1) : undefined;
    if (verb !== undefined) return { sign: verb.sign, from: verb.at, to: place, form: "verb" };
  }
  if (COPULAS.has(word)) return ofGrowth(line, place, at);
  if (by) return elided(line, place, at);
  if (word === "from") return ofGrowth(line, place, at);
  return undefined;
}

/** "grew at an annual rate of 2.1 percent", "shrank at an annualised 0.6%". */
function atRate(line: Line, at: number): boolean {
  const word = line.word(at);
  if (word === "rate" || word === "pace") return line.word(at + 1) === "of";
  return word === "at" && /^(a|an)$/.test(line.word(at + 1));
}

/** The direction of the verb at item `at`: "rose", "off" behind a comma, "put on", "inched ahead". */
function directed(line: Line, at: number): 1 | -1 | 0 {
  const word = line.word(at);
  if (word === "up" && /^(give|gives|gave|given|giving)$/.test(line.word(at - 1))) return -1;
  if (UP_VERBS.has(word) || word === "ahead" || word === "higher") return 1;
  if (word === "on" && /^(put|puts|putting)$/.test(line.word(at - 1))) return 1;
  if (word === "off" && /^(,|was|were|is|and)$/.test(line.word(at - 1))) return -1;
  return DOWN_VERBS.has(word) ? -1 : 0;
}

const COPULAS = new Set(
  "at was is were are be been stood reached hit averaged remained totalled totaled exceeded surpassed showed registered recorded posted".split(
    " ",
  ),
);

/** "an increase of", "growth rate of", "a sharp fall in exports of": the noun that governs "of", within a few words. */
function nounBefore(line: Line, at: number): { readonly at: number; readonly sign: 1 | -1 } | undefined {
  let i = at;
  if (line.word(i) === "rate" || line.word(i) === "rates") i--;
  const word = line.word(i);
  if (UP_NOUNS.has(word)) return { at: i, sign: 1 };
  if (DOWN_NOUNS.has(word)) return { at: i, sign: -1 };
  return undefined;
}

/** "growth eased to 5 percent", "growth was 5 percent": the growth itself is what was reached; it stays a growth. */
function towards(line: Line, place: number, to: number): Said | undefined {
  return ofGrowth(line, place, to);
}

function ofGrowth(line: Line, place: number, at: number): Said | undefined {
  const rate = line.amount(place) as Amount;
  if (rate.kind !== "percent") return undefined;
  // "X, and the growth rate was 6.4%": it is said of the amount before.
  const subject = /^(rate|pace)$/.test(line.word(at - 1)) ? at - 2 : at - 1;
  if (COPULAS.has(line.word(at)) && line.word(subject) === "growth" && line.word(subject - 1) === "the") {
    return { sign: rate.parts.negative ? -1 : 1, from: subject, to: place, form: "noun" };
  }
  for (let i = at - 1; i >= 0 && at - i <= 12; i--) {
    const word = line.word(i);
    if (word === ";" || word === "while" || word === "—" || (word === "-" && line.word(i - 1) === "-"))
      return undefined;
    if (GROWTH_SUBJECTS.has(word)) {
      // Inflation is a growth where it is what moved: "the gap between rates and inflation will fall to 1 percent" is not.
      if (word === "inflation" && at - i > 5) return undefined;
      // "growth in exports to 5 percent of the total"
      if (line.word(place + 1) === "of") return undefined;
      return { sign: rate.parts.negative ? -1 : 1, from: i, to: place, form: "itself" };
    }
    const one = line.amount(i);
    if (one !== undefined && one.kind !== "percent" && one.kind !== "count") return undefined;
  }
  return undefined;
}

const GROWTH_SUBJECTS = new Set(["growth", "expansion", "inflation"]);

/** "settled down $1.40, or 1.7%": a verb moved something by the amount at item `i`. */
function movedBy(line: Line, i: number): { readonly at: number; readonly sign: 1 | -1 } | undefined {
  let at = i - 1;
  while (i - at < 5 && (line.word(at) === "by" || FILLERS.has(line.word(at)))) at--;
  const word = line.word(at);
  const sign = UP_VERBS.has(word) ? 1 : DOWN_VERBS.has(word) ? -1 : undefined;
  return sign === undefined ? undefined : { at, sign };
}

/** "rose to X in 2020, that is, by 22%", "its stock by 8 percent": the verb stands earlier in the clause. */
function elided(line: Line, place: number, at: number): Said | undefined {
  for (let i = at; i >= 0 && at - i <= 20; i--) {
    const word = line.word(i);
    if (word === ";") return undefined;
    const amount = line.amount(i);
    if (amount !== undefined && isRateKind(amount)) return undefined;
    const sign =
      UP_VERBS.has(word) || UP_NOUNS.has(word) ? 1 : DOWN_VERBS.has(word) || DOWN_NOUNS.has(word) ? -1 : 0;
    if (sign === 0) continue;
    const rate = line.amount(place) as Amount;
    if (line.word(i - 1) === "having" && !rate.kind.endsWith("point")) {
      return { sign, from: i - 1, to: place, form: "adverb" };
    }
    return line.word(at) === ","
      ? { sign, from: place, to: place, form: "noun" }
      : { sign, from: i, to: place, form: "verb" };
  }
  return undefined;
}

/** "同比增长12.3%". */
function ofChinese(line: Line, place: number, rate: Amount): Said | undefined {
  if (line.sentence.text.charCodeAt(rate.start - 1) < 0x2e80) return undefined;
  const { sign, start } = chineseVerb(line.sentence.text, rate.start);
  if (sign === 0) return undefined;
  let from = place;
  while (from > 0 && (line.items[from - 1]?.start as number) >= start) from--;
  return { sign, from, to: place, form: "adverb" };
}

/** "a 7 percent rise", "14% year-on-year growth", "28% more than", "0.3% lower", "30 basis points shaved off". */
function rightOf(line: Line, place: number): Said | undefined {
  let at = place + 1;
  let skipped = 0;
  if (line.word(at) === "of") return undefined;
  while (skipped < 6 && (FILLERS.has(line.word(at)) || line.word(at) === "in") && !isComparative(line, at)) {
    at++;
    skipped++;
  }
  const word = line.word(at);
  if (line.amount(at) !== undefined) return undefined;
  if (UP_NOUNS.has(word)) return nounForm(line, place, at, 1);
  if (DOWN_NOUNS.has(word)) return nounForm(line, place, at, -1);
  if (isComparative(line, at)) {
    const sign = MORE_WORDS.has(line.word(at)) ? 1 : -1;
    if (!comparesTime(line, at)) return undefined;
    return { sign, from: place, to: at, form: "comparative" };
  }
  if (line.word(at + 1) === "off" && DOWN_VERBS.has(word))
    return { sign: -1, from: place, to: at, form: "verb" };
  return undefined;
}

function nounForm(line: Line, place: number, at: number, sign: 1 | -1): Said | undefined {
  // "a 10 percent cut in" is a growth, "growth stocks" and "rise above" are not nouns of it.
  if (line.items[at + 1]?.mark === false && line.word(at + 1) === "stocks") return undefined;
  return { sign, from: place, to: at, form: "noun" };
}

function isComparative(line: Line, at: number): boolean {
  const word = line.word(at);
  return (MORE_WORDS.has(word) || LESS_WORDS.has(word)) && word !== "over" && word !== "under";
}

/** "28% more than last year": a comparison in time; "40 basis points more than a bond" is not one. */
function comparesTime(line: Line, at: number): boolean {
  let than = at + 1;
  while (than < at + 5 && line.word(than) !== "than") than++;
  const word = line.word(at);
  if (line.word(than) === "than") {
    // "11 percent fewer than in the second": the quarter is left out.
    const stage =
      line.says(than + 1, "in", "the") && /^(first|second|third|fourth)$/.test(line.word(than + 3));
    return stage || timeWithin(line, than + 1, 10);
  }
  // "12 per cent below surveyors' estimates", "31 percent above Friday's price"
  if (word === "above" || word === "below" || word === "ahead") {
    let next = at + 1;
    while (
      /^(the|its|their|a|of|in|level|levels|figure|total|that|amount|same|shipped|seen|recorded)$/.test(
        line.word(next),
      )
    )
      next++;
    return timeWithin(line, next, 1);
  }
  return (word !== "more" && word !== "less") || line.word(at + 1) !== "of";
}

function timeWithin(line: Line, from: number, most: number): boolean {
  for (let i = from; i < from + most; i++) {
    const period = line.period(i);
    // "31 percent above Friday's price" is a premium, "lower than on Monday" a change.
    const possessive = /^['’]$/.test(line.word(i + 1));
    if (period !== undefined)
      return !/day(['’]s)?$/i.test(period.text) || (!possessive && !/s$/.test(period.text));
  }
  return false;
}

function negated(line: Line, from: number): boolean {
  for (let i = from - 1; i >= 0 && from - i <= 3; i--) if (NEGATIONS.has(line.word(i))) return true;
  return false;
}

function forecast(line: Line, from: number): boolean {
  for (let i = from; i >= 0 && from - i <= 12; i--) {
    if (line.word(i) === ";") return false;
    if (FORECAST_WORDS.has(line.word(i))) return true;
  }
  return false;
}

/** What a percentage that is no growth is of: a share of something, or a level. */
function roleOf(line: Line, place: number): "share" | "level" {
  const next = line.word(place + 1);
  if (next === "of" || (next === "," && line.word(place + 2) === "of")) return "share";
  if (/^(stake|share|shareholding|interest|owned|majority)$/.test(next)) return "share";
  for (let i = place - 1; i >= 0 && place - i <= 4; i--) {
    if (
      /^(share|stake|accounting|accounted|accounts|represent|represents|representing|investing|owns|holds)$/.test(
        line.word(i),
      )
    ) {
      return "share";
    }
  }
  return "level";
}
