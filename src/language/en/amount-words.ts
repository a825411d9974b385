import { type Phrase, phrase, phraseList, wordMap, wordSet } from "../word-list.js";
import { INDEFINITE } from "./little-words.js";

/** What English says directly around a number: of which thing it is, and what makes it no amount at all. */

/** Before "3 pounds", where pounds are a weight. */
export const VERBS_OF_WEIGHT = wordSet(`
  gain gained lose lost losing weigh weighs weighed weighing`);

/** Names of money that are also a weight (one, and in any form), or a verb, with what may then follow it. */
export const MONEY_OR_WEIGHT = "pound";
export const MONEY_OR_WEIGHTS = /^pound/;
export const MONEY_OR_VERB = "won";
export const BEHIND_VERB = wordSet("the a an");
/** And those that may be a place on a scale ("the 3,000 mark") or a part of a name ("50 Cent"). */
export const MONEY_OR_PLACE = "mark";
export const MONEY_OR_NAME = "cent";

/** Parts of dollars and euros. */
export const CENTS = wordSet("cent cents cts");

/** Directly behind a number of British pence. */
export const PENCE = "p";

/** What a weight in pounds is put into, in brackets. */
export const METRIC_WEIGHTS = wordSet("kg kilogram kilograms kilo kilos gram grams");

/** Words of a sentence about shares or British money, in which "186p" is pence. */
export const BESIDE_PENCE = wordSet("pence penny pound pounds £ share shares sterling");

/** Between the parts of one amount: "13 dollars and 45 cents". */
export const JOINS_PARTS = wordSet("and ,");

/** Words that turn the sign of the number behind them. */
export const MINUS_WORDS = wordSet("minus negative");

/** Currency codes that are also words, when a headline is set in capitals. */
export const CODES_THAT_ARE_WORDS = wordSet("ALL TRY TOP CUP MAD PEN COP BAM GEL BOB SOS MOP");

/** Signs of currencies, as words, between "from" and the digits: "US$". */
export const CURRENCY_PREFIXES = wordSet("us hk a c rmb usd cny");

/** What an amount is for one of: "$5 a share", "per tonne". */
export const PRICED_UNITS = wordSet(`
  share tonne ton barrel kilogram kg bushel ounce pound litre liter gallon unit head person hour day week month year night mile kilometre metre unit ticket bottle dozen piece kwh mwh vehicle car hectare acre`);

/** Between an amount and what it is for one of: "$5 a share", "$5/hour"; "a $5-a-day pass". */
export const FOR_ONE: ReadonlySet<string> = /* @__PURE__ */ new Set([...INDEFINITE, "/", "-"]);
export const HYPHENED_ONE: Phrase = ["-", INDEFINITE, "-"];

/** Behind "a year": that it is a time, and not what the amount is for one of. */
export const TIME_AWAY = wordSet("ago earlier before later");

/** Lengths of time, which are no counts. */
export const LENGTHS_OF_TIME = wordSet(`
  year years months month weeks week days day hours hour minutes minute seconds second quarters quarter decades decade centuries century times time`);

/** Measures and things counted that do not end in "s", or end a count where they stand. */
export const MEASURES = wordSet(`
  kw kwh mw gw twh tons tonnes barrels km kg people barrel tonne hectares sheep cattle oz`);

/** Adjectives that lead on to the thing that is counted: "20 new ships". */
export const ADJECTIVES_OF_COUNTED = wordSet(`
  new foreign domestic private local large small big major medium different additional more metric short cubic square`);

/** Words before a number in words that point at several known things: "the two", "all three". */
export const POINTING_WORDS = wordSet("the these those other its their his her our all");

/** Before a number that counts, whatever money stands near: "the population is 5 million", "the number of visitors was". */
export const NAMES_OF_COUNTS = phraseList("population|number of");

/** Words before a number whose currency stands at another amount: "from 510 million". */
export const BEFORE_IMPLIED_MONEY = wordSet(`
  from to and against after only on versus with than nor or of at by about just`);

/** Before a percentage that is a level, so that what it is compared with is one too: "to 14.5 percent from 11.8". */
export const BEFORE_UNIT_OF_BOTH = wordSet("to at of was is were are averaged totalled totaled");

/** Between the two ends of a change of which one states no unit, what begins something else. */
export const PARTS_ENDS_OF_UNIT = wordSet("; : ( ) and but while or by");

/** Of these, what compares, so that a noun may follow. */
export const COMPARES_IMPLIED_MONEY = wordSet("from to against with than after on above below");

/** Before the first of two ends: "from 41,300 to 46,900 roubles". */
export const RANGE_OPENERS = wordSet("from between");

/** Between the two. */
export const BETWEEN_ENDS = wordSet("to and");

/** Before "from" where the two ends are a range and not a change: "anywhere from", "in the range of from". */
export const RANGE_FROM = wordSet("of anywhere");

/** How verbs of a range begin: "ranging from", "varies from". */
export const RANGE_VERB = /^(rang|var)/;

/** Verbs of motion before the two ends of a change: "went from 18 to 23 billion". */
export const MOVES = wordSet("go goes going went gone move moves moved moving come came");

/** Words between the verb and the first end of a range. */
export const BEFORE_RANGE = wordSet(
  "by about around approximately roughly some nearly almost an a estimated another",
);

/** Directly behind the digits of an ordinal. */
export const ORDINAL_ENDINGS = wordSet("st nd rd th");

/** Behind a number that is a time of the day: "5 p.m.", "5 o'clock". */
export const BEHIND_TIME_OF_DAY = wordSet("am pm o hrs gmt");

/** In one number behind a name: "the OMX Helsinki 25 index". */
export const NUMBERED_NAMES = wordSet("index");

export const STREETS = wordSet("street road avenue square lane boulevard");

/** Verbs that are factors: "doubled". */
export const FACTOR_VERBS = wordMap({
  "doubled doubling": 2,
  "tripled tripling trebled trebling": 3,
  "quadrupled quadrupling": 4,
  "quintupled quintupling": 5,
  sextupled: 6,
  octupled: 8,
});

/** The same in a form that may also be an adjective or a noun: "to double". */
export const FACTOR_BASE_FORMS = wordMap({
  "double doubles": 2,
  "triple treble": 3,
  quadruple: 4,
  quintuple: 5,
});

/** Before such a form, that it is a verb: "nearly double". */
export const BEFORE_FACTOR_VERB = wordSet("to nearly almost roughly than about more");

/** Before a verb that is a factor, which then has the hedge with it: "more than doubled". */
export const MORE_THAN = phrase("more than");

/** Other words that are factors by themselves. */
export const FACTOR_WORDS = wordMap({
  twofold: 2,
  threefold: 3,
  fourfold: 4,
  fivefold: 5,
  sixfold: 6,
  sevenfold: 7,
  eightfold: 8,
  ninefold: 9,
  tenfold: 10,
  hundredfold: 100,
  "halved halving": 0.5,
});

/** Behind a number that is a factor: "19-fold", "3 times as many". */
export const FOLD = "fold";
export const TIMES = "times";

/** Words that begin a multiple or a fraction, beside "doubled" and its kind. */
export const MULTIPLE_STARTS = wordSet("twice half a an");

/** The part that is one part by itself: "half of exports". */
export const HALF = "half";

/** Directly before a number that no range begins with: what moved by it, or from it. */
export const NO_RANGE_BEHIND = wordSet("from by of");
/** Between two ranges of which the one came from the other: "2.3 to 2.6, down from 2.4 to 2.7". */
export const BETWEEN_RANGES = wordSet("up down");

/** Between a number and the points that it counts: "half a percent"; and where "of" stands before: "0.75 of one percent". */
export const ONE_POINT = wordSet("a");
export const OF_ONE_POINT = wordSet("a one");

/** "Twice" where it compares: "twice the level", "twice as many"; "scored twice as the side won" does not. */
export const TWICE: readonly Phrase[] = [
  ["twice", wordSet("the its what that those")],
  [
    "twice",
    "as",
    wordSet(`
      much many large big high fast long likely expensive strong great heavy wide far often good old quickly valuable`),
  ],
];

/** What makes "three times" a factor and not a count of occasions. */
export const AFTER_TIMES = wordSet(`
  as the its what that those last more higher larger greater bigger faster less lower fewer over their`);

/** Words behind "a third" that show that it is a part of something and not the third of several. */
export const AFTER_PART = wordSet(`
  of to from in within at by while when more less higher lower fewer since over compared on as during last this and or by , . ; ) : — – ? !`);

/** Behind "half", besides. */
export const AFTER_HALF = wordSet("the their its");

/** Behind "half of" and "a quarter of", where they are a period: "half of last year". */
export const BEFORE_UNIT_OF_TIME = wordSet("the this last");
export const UNITS_WITH_PARTS = wordSet("year month");

/** Verbs behind "a third" as a subject: "a third were". */
export const AFTER_PART_AS_SUBJECT = wordSet("is are was were will would had has have came went");

/** Before a word that is then an ordinal or a half of the year, and no part of something. */
export const BEFORE_ORDINAL = wordSet(`
  first second third last past next fourth other latter former final the every - half`);

/** Denominators in words. */
export const PARTS_OF_A_WHOLE = wordMap({
  "half halves": 2,
  "third thirds": 3,
  "quarter quarters fourth fourths": 4,
  "fifth fifths": 5,
  "sixth sixths": 6,
  "seventh sevenths": 7,
  "eighth eighths": 8,
  "ninth ninths": 9,
  "tenth tenths": 10,
});

/** Numbers from zero to nineteen, in their order. */
export const SMALL_NUMBERS = wordSet(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`);

/** Twenty, thirty, … in their order. */
export const TENS_OF_NUMBERS = wordSet("twenty thirty forty fifty sixty seventy eighty ninety");

/** Scale words of numbers in words, as powers of ten. */
export const SCALES_IN_WORDS = wordMap({
  thousand: 3,
  "lakh lakhs": 5,
  million: 6,
  "crore crores": 7,
  billion: 9,
  trillion: 12,
});

/** Between the words of a whole number: "twenty-five", "one hundred and two"; and what multiplies a number below ten there. */
export const WITHIN_NUMBER = wordSet("- and");
export const HUNDRED = "hundred";

/** Behind a whole number: "one point three", "two and a half". */
export const DECIMAL_POINT = "point";
export const PARTS_BEHIND_NUMBER = [
  [".5", phrase("and a half")],
  [".5", phrase("- and - a - half")],
  [".25", phrase("and a quarter")],
] as const;

/** Parts of a scale word, with what may stand before it and before the scale word: "half a million", "a quarter-million". */
export const PARTS_OF_A_SCALE = wordMap({ half: "0.5", quarter: "0.25" });
export const BEFORE_PART = wordSet("a one");
export const BEFORE_SCALE = wordSet("a -");

/** Between the two sides of a rate: "$1 is worth 8.3 yuan". */
export const RATE_EQUALS: ReadonlySet<string> = new Set([
  "=",
  "≈",
  "equals",
  "is",
  "was",
  ":",
  "at",
  "is worth",
  "to",
]);

/** Between an amount and the name of the money that it is the price of: "7.31 yuan to the dollar". */
export const RATE_PER: ReadonlySet<string> = new Set([
  "per",
  "to the",
  "to one",
  "to a",
  "against the",
  "for one",
  "for each",
  "for every",
  "a",
  "per one",
  "to each",
  "to",
  "to every",
]);

/** Between an amount and the name of the money that it is the price of one of: "8.3 yuan per dollar", "to the dollar". */
export const BEFORE_PRICED_MONEY: readonly Phrase[] = [
  [wordSet("per a"), "one"],
  [wordSet("per a")],
  [wordSet("to against for"), wordSet("the one each every")],
];

/** In a sentence about a rate of exchange, where "to 6.9938" is one. */
export const NAMES_OF_RATES = phraseList("parity|fixing|midpoint|exchange rate");

/** Names of money of which the country near by decides whose it is. */
export const SHARED_MONEY = wordSet(`
  crown crowns koruna korunas krona kronor krone kroner franc francs peso pesos dinar dinars rial rials riyal riyals rupee rupees shilling shillings dirham dirhams lira lire liras som`);

/** Money that a text from before the euro means by a name that is also used after it. */
export const MONEY_BEFORE_EURO = wordMap({ "franc francs": "FRF", "lira lire": "ITL" });

/** Cities and words that tell a country as well as its name does. */
export const PLACES_OF_COUNTRIES = wordMap({
  "osaka kyoto nagoya nikkei yen": "JP",
  "beijing shanghai yuan": "CN",
});

/** An article that ends the words of a hedge: "more than a". */
export const LAST_ARTICLE = /\s+an?$/i;

/** Whether the words of a rate are a half of one percent, which is then half a point. */
export const HALF_A_PERCENT = /\bhalf\s+a\s+per\s?cent/i;

/** Whether a multiple in words is less than one: "halved". */
export const HALVES = /^halv/i;

/** Whether a multiple in words is a verb or a participle; and which of them. */
export const FACTOR_IS_VERB = /(ed|ing|le)$/i;
export const FACTOR_IS_PARTICIPLE = /ing$/i;
export const FACTOR_IS_NO_VERB = /fold|times|twice/i;

/** Letters directly before a number that are its currency: "R3.8bn". */
export const MONEY_LETTERS: ReadonlyMap<string, string> = new Map([
  ["N", "NGN"],
  ["R", "ZAR"],
]);

/** Behind "half a": points of a rate. */
export const OF_POINTS = wordSet("point points");
/** What points are called as a thing that is counted. */
export const COUNTED_POINTS = "points";
export const KINDS_OF_POINTS = wordSet("share");
