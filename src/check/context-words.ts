import type { Span } from "../text/reading.js";

/** Words for a rise, each with the one for a fall that a writer could have meant. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["rose", "fell"],
  ["rise", "fall"],
  ["rises", "falls"],
  ["risen", "fallen"],
  ["rising", "falling"],
  ["increased", "decreased"],
  ["increase", "decrease"],
  ["increases", "decreases"],
  ["increasing", "decreasing"],
  ["grew", "shrank"],
  ["grow", "shrink"],
  ["grown", "shrunk"],
  ["growing", "shrinking"],
  ["growth", "decline"],
  ["gained", "lost"],
  ["gain", "loss"],
  ["climbed", "dropped"],
  ["climb", "drop"],
  ["climbing", "dropping"],
  ["jumped", "plunged"],
  ["jump", "plunge"],
  ["jumping", "plunging"],
  ["surged", "slumped"],
  ["surge", "slump"],
  ["soared", "tumbled"],
  ["soar", "tumble"],
  ["advanced", "declined"],
  ["advance", "decline"],
  ["expanded", "contracted"],
  ["expand", "contract"],
  ["widened", "narrowed"],
  ["widen", "narrow"],
  ["strengthened", "weakened"],
  ["improved", "worsened"],
  ["raised", "cut"],
  ["rallied", "slid"],
  ["higher", "lower"],
  ["more", "less"],
  ["up", "down"],
  ["增长", "下降"],
  ["上升", "下降"],
  ["增加", "减少"],
];

interface Turned {
  readonly word: string;
  readonly sign: 1 | -1;
}

// Where a word for a fall answers to several for a rise, the first of the list is taken.
const TURNED: ReadonlyMap<string, Turned> = new Map<string, Turned>([
  ...[...PAIRS].reverse().map(([rise, fall]): [string, Turned] => [fall, { word: rise, sign: -1 }]),
  ...PAIRS.map(([rise, fall]): [string, Turned] => [rise, { word: fall, sign: 1 }]),
]);

const WORD = /[A-Za-z]+|增长|下降|上升|增加|减少/g;
const MAX_CLAIM = 2000;
/** A verb behind its figure ("15% growth") is rarer than one before it. */
const BEHIND = 20;

/**
 * The word of a claim that gives its direction, and the one that turns it: of the sentence up to the end of the
 * claim, the word with that direction that stands nearest to the figure; undefined where there is none.
 */
export function directionWord(
  text: string,
  claim: Span,
  sign: number,
  figure: Span,
): { span: Span; to: string } | undefined {
  const from = sentenceAround(text, claim).start;
  const end = Math.min(claim.end, from + MAX_CLAIM);
  let best: { span: Span; to: string; far: number } | undefined;
  for (const found of text.slice(from, end).matchAll(WORD)) {
    const word = found[0];
    const other = TURNED.get(word.toLowerCase());
    if (other === undefined || other.sign !== sign) continue;
    const start = from + (found.index ?? 0);
    const stop = start + word.length;
    const far = stop <= figure.start ? figure.start - stop : start - figure.start + BEHIND;
    if (best !== undefined && best.far <= far) continue;
    const to = word === word.toLowerCase() ? other.word : capitalised(other.word, word);
    const turned = withArticle(text, { text: word, start, end: stop }, to);
    best = { ...turned, far };
  }
  return best && { span: best.span, to: best.to };
}

/** "An increase" turned is "a decrease": the article goes with the word. */
function withArticle(text: string, span: Span, to: string): { span: Span; to: string } {
  const article = /(?<![A-Za-z])(an?) $/i.exec(text.slice(Math.max(0, span.start - 4), span.start))?.[1];
  if (article === undefined) return { span, to };
  const fitting = article.charAt(0) + (/^[aeiou]/i.test(to) ? "n" : "");
  if (fitting.toLowerCase() === article.toLowerCase()) return { span, to };
  const start = span.start - article.length - 1;
  return { span: { text: text.slice(start, span.end), start, end: span.end }, to: `${fitting} ${to}` };
}

function capitalised(word: string, like: string): string {
  return like === like.toUpperCase() && like.length > 1
    ? word.toUpperCase()
    : word.charAt(0).toUpperCase() + word.slice(1);
}

const REACH = 400;

/** The sentence around a stretch, as far as 400 characters either way. */
export function sentenceAround(text: string, claim: Span): Span {
  const before = text.slice(Math.max(0, claim.start - REACH), claim.start);
  const behind = text.slice(claim.end, claim.end + REACH);
  const stops = [...before.matchAll(/[.!?]\s|[。！？\n]/g)].at(-1);
  const start = claim.start - before.length + (stops === undefined ? 0 : stops.index + stops[0].length);
  const stop = /[.!?](?=\s|$)|[。！？\n]/.exec(behind);
  const end = claim.end + (stop === null ? behind.length : stop.index + 1);
  return { text: text.slice(start, end), start, end };
}

const REAL =
  /\breal(?:ly)?\s+(?:terms|growth|rate|gdp|output|increase|decrease|decline|terms)\b|\bin real\b|\b(?:constant|comparable|fixed)[\s-]prices?\b|\binflation[\s-]adjusted\b|\badjusted for inflation\b|\bgross domestic product\b|\bGDP\b|\bgross national product\b|\bGNP\b|\bindustrial (?:output|production)\b|可比价格|不变价|实际增长/i;
const VOLUME =
  /\b(?:in|by|of) volume\b|\bvolume terms\b|\bin (?:dollar|yuan|renminbi|rouble|ruble|euro|local[\s-]currency) terms\b/i;

/** Why the growth of a sentence may be of something else than the levels beside it; undefined where it says nothing. */
export function growthAside(sentence: string): string | undefined {
  if (REAL.test(sentence)) return "but the growth may be in real terms, and the amounts at current prices";
  if (VOLUME.test(sentence))
    return "but the growth may be of volumes, or in another currency than the amounts";
  return undefined;
}

const YEARLY_BEHIND =
  /^\s*(?:(?:compound|growth|rises?|increases?|gains?|falls?|declines?|on average|an average)\s+)*(?:(?:a|per|each|every) year\b(?![\s-]+(?:earlier|ago|before|after|later|previously|prior|on))|annually\b|yearly\b|per annum\b|p\.\s?a\b)/i;
const YEARLY_BEFORE =
  /\b(?:annually|yearly|(?:each|every) year|(?:average|mean|compound) (?:annual|yearly)|(?:annual|yearly) (?:average|mean|compound)|(?:annual|annuali[sz]ed|yearly|average) (?:rate|pace)|annuali[sz]ed)\b[^.;]{0,40}$|\ban average of\s*$|(?:年均|每年|年平均)[^。；]{0,12}$/i;
const FURTHER_BACK = /^[\s,]*(?:(?:in|for|of)\s+)?the year before last\b|^前年/i;

/** Why a rate may be one of each year where level and base are further apart; undefined where nothing says so. */
export function yearsAside(text: string, rate: Span, base: Span | undefined): string | undefined {
  const before = text.slice(Math.max(0, rate.start - 80), rate.start);
  const behind = text.slice(rate.end, rate.end + 60);
  if (YEARLY_BEHIND.test(behind) || YEARLY_BEFORE.test(before))
    return "but the rate is a yearly one, and the amounts may be more than a year apart";
  if (base !== undefined && FURTHER_BACK.test(text.slice(base.end, base.end + 40)))
    return "but the amounts are two years apart, and the rate may be that of one year";
  return undefined;
}

/** Whether amounts on both sides of zero are meant: a profit after a loss. */
export function bothSides(sentence: string): boolean {
  const plus = /\b(?:profits?|surplus(?:es)?|earnings|net income|gains?)\b|盈利|顺差/i.test(sentence);
  return plus && shortfall(sentence);
}

/** Whether a loss or a deficit is meant, which can be printed with a minus or without. */
export function shortfall(sentence: string): boolean {
  return /\b(?:loss(?:es)?|deficits?|shortfalls?|gaps?|red)\b|亏损|逆差/i.test(sentence);
}
