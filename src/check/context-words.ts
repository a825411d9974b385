import {
  ABOVE_ZERO,
  articleBefore,
  BELOW_ZERO,
  DIRECTION_PAIRS,
  DIRECTION_WORD,
  FURTHER_BACK,
  INDEFINITE_ARTICLE,
  MOVES_BY_POINTS,
  OTHER_TERMS,
  POINTS_OF,
  REAL_TERMS,
  YEARLY_BEFORE,
  YEARLY_BEHIND,
} from "../language/context.js";
import type { GrowthClaim, Span } from "../text/reading.js";

interface Turned {
  readonly word: string;
  readonly sign: 1 | -1;
}

// Where a word for a fall answers to several for a rise, the first of the list is taken.
const TURNED: ReadonlyMap<string, Turned> = new Map<string, Turned>([
  ...[...DIRECTION_PAIRS].reverse().map(([rise, fall]): [string, Turned] => [fall, { word: rise, sign: -1 }]),
  ...DIRECTION_PAIRS.map(([rise, fall]): [string, Turned] => [rise, { word: fall, sign: 1 }]),
]);

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
  for (const found of text.slice(from, end).matchAll(DIRECTION_WORD)) {
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
  const article = INDEFINITE_ARTICLE.exec(text.slice(Math.max(0, span.start - 4), span.start))?.[1];
  if (article === undefined) return { span, to };
  const fitting = article.charAt(0) + articleBefore(to).slice(1);
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
  const [first, last] = [Math.max(0, claim.start - REACH), Math.min(text.length, claim.end + REACH)];
  let start = claim.start;
  while (start > first && !ENDERS.includes(text[start - 1] as string)) {
    const after =
      start - 1 > first && isStop(text[start - 2] as string) && SPACE.test(text[start - 1] as string);
    if (after) break;
    start--;
  }
  let end = claim.end;
  while (end < last) {
    const c = text[end++] as string;
    if (ENDERS.includes(c) || (isStop(c) && (end === last || SPACE.test(text[end] as string)))) break;
  }
  return { text: text.slice(start, end), start, end };
}

const SPACE = /\s/;
/** What ends a sentence by itself; a stop does where a space follows. */
const ENDERS = "。！？\n";
const isStop = (c: string): boolean => c === "." || c === "!" || c === "?";

/** Why the growth of a sentence may be of something else than the levels beside it; undefined where it says nothing. */
export function growthAside(sentence: string): string | undefined {
  if (REAL_TERMS.test(sentence))
    return "but the growth may be in real terms, and the amounts at current prices";
  if (OTHER_TERMS.test(sentence))
    return "but the growth may be of volumes, or in another currency than the amounts";
  return undefined;
}

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

/** Whether points beside amounts may be those of a percentage that the sentence is about. */
export function meansPoints(text: string, claim: GrowthClaim): boolean {
  return (
    POINTS_OF.test(text.slice(claim.rate.end, claim.rate.end + 20)) ||
    MOVES_BY_POINTS.test(sentenceAround(text, claim).text)
  );
}

/** Whether amounts on both sides of zero are meant: a profit after a loss. */
export function bothSides(sentence: string): boolean {
  const plus = ABOVE_ZERO.test(sentence);
  return plus && shortfall(sentence);
}

/** Whether a loss or a deficit is meant, which can be printed with a minus or without. */
export function shortfall(sentence: string): boolean {
  return BELOW_ZERO.test(sentence);
}
