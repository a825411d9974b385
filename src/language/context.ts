/** What the checker looks for around a claim, in the languages that are read. */

/** Words for a rise, each with the one for a fall that a writer could have meant. */
export const DIRECTION_PAIRS: readonly (readonly [string, string])[] = [
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

/** Words of which some give a direction. */
export const DIRECTION_WORD = /[A-Za-z]+|增长|下降|上升|增加|减少/g;

/** Behind percentage points, what they are of: "9.4 percentage points of net sales", "10 points faster than rivals". */
export const POINTS_OF =
  /^\s*(?:of|as|faster|slower|more|less|ahead|above|below|better|worse|higher|lower|wider|narrower)\b/i;

/** What moves by points, and a percentage that may be what moved. */
export const MOVES_BY_POINTS =
  /\b(?:share|margin|ratio|contribution|turnout|proportion|percentage(?! points?\b)|rate)\b|\d\s?%|\bper ?cent\b/i;

/** Growth at constant prices. */
export const REAL_TERMS =
  /\breal(?:ly)?\s+(?:terms|growth|rate|gdp|output|increase|decrease|decline|terms)\b|\bin real\b|\b(?:constant|comparable|fixed)[\s-]prices?\b|\binflation[\s-]adjusted\b|\badjusted for inflation\b|\bgross domestic product\b|\bGDP\b|\bgross national product\b|\bGNP\b|\bindustrial (?:output|production)\b|可比价格|不变价|实际增长/i;

/** Growth of volumes, or in the terms of another currency. */
export const OTHER_TERMS =
  /\b(?:in|by|of) volume\b|\bvolume terms\b|\bin (?:dollar|yuan|renminbi|rouble|ruble|euro|local[\s-]currency) terms\b/i;

/** Behind a rate: that it is one of each year. */
export const YEARLY_BEHIND =
  /^\s*(?:(?:compound|growth|rises?|increases?|gains?|falls?|declines?|on average|an average)\s+)*(?:(?:a|per|each|every) year\b(?![\s-]+(?:earlier|ago|before|after|later|previously|prior|on(?!\s+average)))|annually\b|yearly\b|per annum\b|p\.\s?a\b)/i;

/** The same before a rate. */
export const YEARLY_BEFORE =
  /\b(?:annually|yearly|(?:each|every) year|(?:average|mean|compound) (?:annual|yearly)|(?:annual|yearly) (?:average|mean|compound)|(?:annual|annuali[sz]ed|yearly|average) (?:rate|pace)|annuali[sz]ed)\b[^.;]{0,40}$|\ban average of\s*$|(?:年均|每年|年平均)[^。；]{0,12}$/i;

/** Over how many years something grew: "over three years", "for the past 5 years", "a three-year". */
export const SPAN_OF_YEARS =
  /\b(?:(?:over|for|in|during|within|across)\s+(?:the\s+)?(?:(?:past|last|next|following|previous)\s+)?(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+years|(\d{1,2}|two|three|four|five|ten)-year)\b/gi;
export const COUNT_WORDS: ReadonlyMap<string, number> = /* @__PURE__ */ new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["seven", 7],
  ["eight", 8],
  ["nine", 9],
  ["ten", 10],
  ["eleven", 11],
  ["twelve", 12],
  ["fifteen", 15],
  ["twenty", 20],
]);

/** Behind a base: that it is of two years before. */
export const FURTHER_BACK = /^[\s,]*(?:(?:in|for|of)\s+)?the year before last\b|^前年/i;

/** What is above zero: a profit, a surplus. */
export const ABOVE_ZERO = /\b(?:profits?|surplus(?:es)?|earnings|net income|gains?)\b|盈利|顺差/i;

/** What is below zero: a loss, a deficit. */
export const BELOW_ZERO = /\b(?:loss(?:es)?|deficits?|shortfalls?|gaps?|red)\b|亏损|逆差/i;

/** Between the two sides of a rate: "$1 = 8.3 yuan", "is worth". */
export const RATE_EQUATION = /\s*(?:[=＝≈:：]|\b(?:equals|is worth|is|was)\b|等于|合|兑)\s*/i;

/** Between a price and the money that it is the price of: "8.3 yuan to the dollar". */
export const RATE_PER = /\s*(?:\/|(?:\b(?:to|per|against|a|for)\s+)+(?:(?:the|a|an|one|each|every)\s+)?)\s*/i;

/** Before a rate by which the text itself converted: "(at an exchange rate of 8.08 yuan to the dollar)". */
export const RATE_USED = /\b(?:at|using|with|based on) (?:an?|the) (?:[a-z-]+ ){0,2}rate of $/i;

/** Directly behind two amounts that were converted, before the rate: "), at $1.30 to the pound", "at an exchange rate of 1.10". */
export const RATE_BEHIND =
  /^\s?[)\]]?,?\s(?:converted\s)?at\s(?<named>(?:an?|the)\s(?:[a-z-]+\s){0,2}rate\sof\s)?(?:about\s|around\s|roughly\s)?/i;

/** Behind two amounts, or within their bracket: that they were converted in another time than that of the rates beside them. */
export const RATE_OF_ITS_TIME =
  /^[^.;()（）]{0,24}\b(?:at (?:the|that) time|back then|damals|тогда)\b|^\s*,?\s*then\b|^[^。；()（）]{0,8}当时/i;

/** A multiple in words that is less than one. */
export { HALVES } from "./en/amount-words.js";

/** The article that goes with the word behind it: "an increase", "a decrease". */
export const INDEFINITE_ARTICLE = /(?<![A-Za-z])(an?) $/i;
export const articleBefore = (word: string): string => (/^[aeiou]/i.test(word) ? "an" : "a");

/** Before digits that are a version and no figure. */
export const BEFORE_VERSION = /(Node|TypeScript|Python|Java|version|v)\s*$/i;
