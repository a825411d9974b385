import type { RelationRule, RuleLanguage } from "../../language/rule.js";
import type { Line } from "../scan/line.js";
import type { Token } from "../scan/tokens.js";
import type { Match } from "./match.js";
import { BOUNDARY } from "./pattern.js";

/** "did not rise by $5m to $15m", and what the rule itself names. */
export function isDenied(line: Line, match: Match, { negations, terms, past, soft }: RuleLanguage): boolean {
  const { from, to, rule } = match;
  const {
    unlessBefore,
    unlessBehind,
    unlessInside,
    unlessIn,
    onePeriod,
    samePeriod,
    inOrder,
    years,
    unlessYears,
    wholeYears,
  } = rule;
  const base = match.figure("BASE");
  if (rule.base === "bare" && base?.implicit !== true) return true;
  // "€1m (2021: €−2m)": from a loss to a profit there is no telling how much it grew.
  if (rule.base === "above zero" && (base?.parts.negative || match.figure("LEVEL")?.parts.negative))
    return true;
  if (unlessBehind !== undefined) {
    let lead = from - 1;
    while (soft.has(line.word(lead)) || line.period(lead) !== undefined) lead--;
    if (unlessBehind.has(line.word(lead))) return true;
  }
  const both = terms !== undefined && base !== undefined && match.figure("LEVEL") !== undefined;
  if (both && (match.figure("RATE") ?? match.figure("TIMES")) !== undefined)
    for (let i = from - 8; i <= to + 4; i++) if (terms.has(line.word(i))) return true;
  if (onePeriod) {
    const first = Math.min(...match.figures().map((one) => line.placeOf(one)));
    for (let i = first; i <= to; i++) if (line.period(i) !== undefined) return true;
  }
  if (unlessInside !== undefined)
    for (let i = from; i <= to; i++) if (unlessInside.has(line.word(i))) return true;
  if (years !== undefined && yearsOf(line, match.from, match.to) !== years) return true;
  // The last figure's own year stands behind it: "and $13 million in 2000".
  if (unlessYears !== undefined && yearsOf(line, match.from, match.to + 8) === unlessYears) return true;
  if (wholeYears && !line.items.slice(from, to + 1).every(isWholeYear)) return true;
  if (inOrder && !isInOrder(line, match, past)) return true;
  if (samePeriod && !isOfOnePeriod(line)) return true;
  if (unlessIn !== undefined)
    for (let i = from; i <= to + 8; i++) if (line.saysOne(i, unlessIn) > 0) return true;
  for (let i = from - 1; i >= 0 && from - i <= 8; i--) if (unlessBefore?.has(line.word(i))) return true;
  for (let i = from - 1; i >= 0 && from - i <= 3; i--) if (negations.has(line.word(i))) return true;
  return false;
}

/** No period, a calendar year, or what is told as the year before. */
const isWholeYear = ({ period }: Token) =>
  period === undefined ||
  (period.period === undefined && period.says.basis === "yoy") ||
  /^\d{4}$/.test(period.period?.text ?? "");

/** Whether all sentences of a passage are of the period of the first one, as far as they say. */
function isOfOnePeriod({ items }: Line): boolean {
  const first = new Set<string>();
  let later = false;
  for (const { word, period } of items) {
    later ||= word === BOUNDARY;
    if (period === undefined) continue;
    const key = period.period?.text ?? period.text;
    if (later && !first.has(key)) return false;
    if (!later && first.add(key).size > 1) return false;
  }
  return true;
}

/** "in 2019 and 2018": in which order the first two years of a match stand. */
function yearsOf({ items }: Line, from: number, to: number): RelationRule["years"] {
  const texts = items.slice(from, to + 1).map(({ period }) => period?.text ?? "");
  const dates = texts.flatMap((text) => text.match(/(?:\p{L}+\.? \d\d?,? )?\b(?:19|20)\d\d\b/gu) ?? []);
  const [first, second] = dates.map((date) => ({ year: Number(date.slice(-4)), day: date.slice(0, -4) }));
  // "At December 31, 2019 and June 30, 2018", "2019 and 2017": no year lies between the two.
  if (first === undefined || second === undefined || (second.day !== "" && second.day !== first.day))
    return undefined;
  if (first.year === second.year + 1) return "latest first";
  return second.year === first.year + 1 ? "latest last" : undefined;
}

/** Whether the base is of an earlier time than the level, by their sentences: by the years, or by a word like "the year before". */
function isInOrder(line: Line, match: Match, past: ReadonlySet<string> = new Set()): boolean {
  const [base, level] = [match.figure("BASE"), match.figure("LEVEL")].map((one) => {
    const texts = one === undefined ? [] : periodsAround(line, line.placeOf(one));
    const words = texts.flatMap((text) => text.toLowerCase().split(/\s+/));
    const years = words
      .filter((word) => /^(?:19|20)\d\d(?!\d)/.test(word))
      .map((word) => Number(word.slice(0, 4)));
    const isPast = words.some((word) => past.has(word)) || texts.some((text) => past.has(text));
    return { years: new Set(years), isPast };
  }) as [{ years: Set<number>; isPast: boolean }, { years: Set<number>; isPast: boolean }];
  if (base.years.size === 1 && level.years.size === 1)
    return Math.max(...base.years) < Math.max(...level.years);
  return base.isPast && !level.isPast;
}

/** The periods of the sentence that item `at` of a passage is in. */
function periodsAround(line: Line, at: number): string[] {
  const found: string[] = [];
  const take = (i: number) => {
    const text = line.period(i)?.text;
    if (text !== undefined) found.push(text);
  };
  for (let i = at; i >= 0 && line.word(i) !== BOUNDARY; i--) take(i);
  for (let i = at + 1; i < line.items.length && line.word(i) !== BOUNDARY; i++) take(i);
  return found;
}
