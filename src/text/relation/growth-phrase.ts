import {
  FACTOR_IS_NO_VERB,
  FACTOR_IS_PARTICIPLE,
  FACTOR_IS_VERB,
  HALVES,
} from "../../language/en/amount-words.js";
import { AFTER_FACTOR, EVERY } from "../../language/en/relation-words.js";
import { DOUBLED } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import { aboutRates } from "../amount/rates.js";
import type { Line } from "../scan/line.js";
import { chineseOfGrowth, chineseVerb } from "./chinese.js";
import type { Said } from "./phrase.js";
import { leftOf } from "./phrase-left.js";
import { rightOf, timeWithin } from "./phrase-right.js";

/** What the words around a rate say of it; `undefined` where they do not say that something changed by it. */
export function saidOf(line: Line, place: number): Said | undefined {
  const rate = line.amount(place) as Amount;
  const verb = rate.kind === "multiple" ? ofVerb(place, rate) : undefined;
  if (verb !== undefined) return verb;
  const times = rate.kind === "multiple" ? ofTimes(line, place) : undefined;
  if (times !== undefined) return times;
  if (EVERY.has(line.word(place - 1))) return undefined;
  // Points of an exchange rate are its fourth decimals, not hundredths of a percent.
  if (rate.kind === "basis-point" && aboutRates(line.sentence)) return undefined;
  return ofChinese(line, place, rate) ?? leftOf(line, place, rate) ?? rightOf(line, place);
}

/** "doubled", "halved": the rate is the verb. */
function ofVerb(place: number, rate: Amount): Said | undefined {
  if (HALVES.test(rate.text)) return { sign: -1, from: place, to: place, form: "verb" };
  if (rate.text.startsWith(DOUBLED[0])) return { sign: 1, from: place, to: place, form: "adverb" };
  if (!FACTOR_IS_VERB.test(rate.text) || FACTOR_IS_NO_VERB.test(rate.text)) return undefined;
  return { sign: 1, from: place, to: place, form: FACTOR_IS_PARTICIPLE.test(rate.text) ? "adverb" : "verb" };
}

/** "2.3 times those of the same month", "twice as many as a year ago": a comparison with another time. */
function ofTimes(line: Line, place: number): Said | undefined {
  if (!AFTER_FACTOR.has(line.word(place + 1)) || !timeWithin(line, place + 1, 10)) return undefined;
  return { sign: 1, from: place, to: place, form: "comparative" };
}

/** "同比增长12.3%". */
function ofChinese(line: Line, place: number, rate: Amount): Said | undefined {
  if (line.sentence.text.charCodeAt(rate.start - 1) < 0x2e80) return undefined;
  const { sign, start } = chineseVerb(line.sentence.text, rate.start);
  if (sign === 0) return undefined;
  let from = place;
  while (from > 0 && (line.items[from - 1]?.start as number) >= start) from--;
  const form = chineseOfGrowth(line.sentence.text, start) ? "itself" : "adverb";
  return { sign, from, to: place, form };
}
