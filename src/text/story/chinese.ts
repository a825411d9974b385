import { once } from "../../language/once.js";
import { places } from "../../language/places.js";
import { OWNS } from "../../language/story.js";
import { CHINESE_TELLINGS } from "../../language/zh/story.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim, PeriodMention, Telling, TellingSubject } from "../reading.js";
import type { Line } from "../scan/line.js";

/** The most characters that name a place, and that stand between a flow and its level. */
const LONGEST_NAME = 6;
const REACH = 6;
const LONGEST_SUBJECT = 20;

type Flow = (typeof CHINESE_TELLINGS.flows)[number];

/**
 * What a Chinese sentence tells of trade: each flow with the level behind it, the growth of either, the subject before it, and
 * the period, which holds for the clauses behind it too. Characters are read one by one, so that names are looked up as stretches.
 */
export function chineseTellings(
  line: Line,
  growth: readonly GrowthClaim[],
  at: { readonly sentence: number; readonly paragraph: number },
): Telling[] {
  const found: Telling[] = [];
  if (line.amounts.length === 0) return found;
  const about = aboutSentence(line);
  const { items } = line;
  let period: PeriodMention | undefined;
  let clause = 0;
  for (let i = 0; i < items.length; i++) {
    if (!CHINESE_TELLINGS.beforeOther.has(line.word(i - 1))) period = line.period(i) ?? period;
    const { mark, word, amount } = items[i] as Line["items"][number];
    if ((mark && word !== "," && word !== "、") || amount !== undefined) clause = i + 1;
    const flow = flowAt(line, i);
    if (flow === undefined) continue;
    const end = i + flow[0].length;
    const level = levelBehind(line, end);
    const main = growthOf(line, growth, end, level);
    if (level !== undefined || main !== undefined) {
      const subject = subjectOf(line, Math.max(clause, i - LONGEST_SUBJECT), i, flow, found.at(-1)?.subject);
      const figures = [level, main?.rate].filter((one) => one !== undefined);
      const { plain, ...own } = subject;
      found.push({
        ...line.sentence.around(figures),
        sentence: at.sentence,
        paragraph: at.paragraph,
        subject: own,
        level,
        growth: main,
        period: main?.period ?? period,
        record: undefined,
        earlier: false,
        another: about.another,
        plain: plain && isPlainTail(line, Math.max(end - 1, level ? line.placeOf(level) : 0)),
        cited: about.cited,
        sources: about.cited,
        terms: about.terms,
      });
    }
    i = end - 1;
    clause = end;
  }
  return found;
}

function aboutSentence({ sentence }: Line): Pick<Telling, "another" | "cited" | "terms"> {
  const { another, cites, customs, otherCustoms, terms } = CHINESE_TELLINGS;
  const text = sentence.slice(sentence.start, sentence.end);
  const cited = cites.test(text)
    ? customs.test(text) && !otherCustoms.test(text)
      ? undefined
      : [text]
    : undefined;
  return {
    another: another.test(text) || otherCustoms.test(text),
    cited,
    terms: terms.find(([words]) => words.test(text))?.[1],
  };
}

const saysAll = (line: Line, i: number, text: string): boolean => line.says(i, [...text]);

/** The names of flows by their first character, so that most characters are passed over at once. */
const flowsFrom = /* @__PURE__ */ once(() => {
  const found = new Map<string, Flow[]>();
  for (const flow of CHINESE_TELLINGS.flows) {
    const first = flow[0][0] as string;
    found.set(first, [...(found.get(first) ?? []), flow]);
  }
  return found;
});

const flowAt = (line: Line, i: number): Flow | undefined =>
  flowsFrom()
    .get(line.word(i))
    ?.find(([name]) => saysAll(line, i, name));

function levelBehind(line: Line, from: number): Amount | undefined {
  for (let i = from; i <= from + REACH; i++) {
    const amount = line.amount(i);
    if (amount !== undefined)
      return (amount.kind === "money" || amount.kind === "count") && amount.parts.high === undefined
        ? amount
        : undefined;
    if (!CHINESE_TELLINGS.fill.has(line.word(i))) return undefined;
  }
  return undefined;
}

/** The growth of that level; without one, that of the clause. */
function growthOf(
  line: Line,
  growth: readonly GrowthClaim[],
  end: number,
  level: Amount | undefined,
): GrowthClaim | undefined {
  const rates = growth.filter(({ rate, forecast }) => rate.kind === "percent" && !forecast);
  if (level !== undefined) return rates.find((one) => one.level === level);
  for (let i = end; i <= end + LONGEST_SUBJECT && !line.items[i]?.mark; i++) {
    const found = rates.find(({ rate }) => rate === line.amount(i));
    if (found !== undefined) return found;
    if (line.amount(i) !== undefined) return undefined;
  }
  return undefined;
}

/** The words from a clause's start to its flow: owner, toward whom; anything else narrows it. */
function subjectOf(
  line: Line,
  from: number,
  to: number,
  [name, flow, balance]: Flow,
  before: TellingSubject | undefined,
): TellingSubject & { readonly plain: boolean } {
  const known = places();
  const { plain, toward, joins, short, alias } = CHINESE_TELLINGS;
  const parts: { readonly kind: "place" | "toward" | "join" | "other"; readonly text: string }[] = [];
  for (let i = from; i < to; ) {
    const text = stretch(line, i, to);
    if (text === "") {
      i++;
      continue;
    }
    const length = lengths(text).find((n) => known.has(text.slice(0, n)));
    const word = plain.find((one) => text.startsWith(one));
    const pair = short.has(text[0] as string) && short.has(text[1] ?? "");
    const toPlace = parts.at(-1)?.kind === "toward" ? short.get(text[0] as string) : undefined;
    if (length !== undefined)
      parts.push({ kind: "place", text: alias.get(text.slice(0, length)) ?? text.slice(0, length) });
    else if (toPlace !== undefined) parts.push({ kind: "place", text: toPlace });
    else if (pair)
      for (const one of text.slice(0, 2)) parts.push({ kind: "place", text: short.get(one) as string });
    else if (word === undefined) {
      const one = text[0] as string;
      parts.push({
        kind: toward.includes(one) ? "toward" : joins.includes(one) ? "join" : "other",
        text: one,
      });
    }
    i += length ?? (pair ? 2 : (word?.length ?? 1));
  }
  const other = parts.filter(({ kind }) => kind === "other").map(({ text }) => text);
  const shape = parts.map(({ kind }) => kind).join(" ");
  const [first = "", second = ""] = parts.filter(({ kind }) => kind === "place").map(({ text }) => text);
  const link = parts.find(({ kind }) => kind === "toward" || kind === "join")?.text;
  const both = TWO_PLACES.has(shape);
  // "自俄罗斯进口", "其中出口": what is not said is as in the clause before.
  const shared = before?.words.includes("-") ? undefined : before;
  const led = parts[0]?.kind === "toward";
  const owner = led || shape === "" ? (shared?.owner ?? "") : first;
  const partner = led ? first : shape === "" ? (shared?.partner ?? "") : second;
  const understood = SHAPES.has(shape);
  const words = [
    ...(owner === "" || both ? [] : [owner, ...OWNS]),
    ...(both ? [owner, "-", partner] : []),
    name,
    ...(partner === "" || both ? [] : [link ?? (toward[0] as string), partner]),
    ...(understood ? other : parts.map(({ text }) => text)),
  ];
  return {
    pronoun: false,
    owner,
    prefix: other.join(""),
    head: flow,
    partner,
    flow,
    ...(balance === undefined ? {} : { balance }),
    words,
    plain: understood,
  };
}

const TWO_PLACES: ReadonlySet<string> = new Set(["place place", "place join place"]);
const SHAPES: ReadonlySet<string> = new Set([
  "",
  "place",
  "toward place",
  "place toward place",
  ...TWO_PLACES,
]);

const lengths = (text: string): number[] =>
  Array.from(
    { length: Math.min(LONGEST_NAME, text.length) - 1 },
    (_, k) => Math.min(LONGEST_NAME, text.length) - k,
  );

/** The characters from item `i` on, as one text; none for a period. */
function stretch(line: Line, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to && text.length < LONGEST_NAME && line.period(i) === undefined; i++)
    text += line.word(i);
  return text;
}

/** Whether nothing but growth stands behind a figure, up to the next flow or the end. */
function isPlainTail(line: Line, place: number): boolean {
  let text = "";
  for (let i = place + 1; i < line.items.length && !/^[;；。]$/.test(line.word(i)); i++) {
    if (flowAt(line, i) !== undefined) {
      // What stands directly before the next flow belongs to it.
      return CHINESE_TELLINGS.tail.test(text.slice(0, Math.max(0, text.lastIndexOf(",") + 1)));
    }
    text += line.word(i);
  }
  return CHINESE_TELLINGS.tail.test(text.replaceAll(/[。.]/g, ""));
}
