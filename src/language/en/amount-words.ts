import { wordMap, wordSet } from "../word-list.js";

/** What English says directly around a number: of which thing it is, and what makes it no amount at all. */

/** Before "3 pounds", where pounds are a weight. */
export const VERBS_OF_WEIGHT = wordSet(`
  gain gained lose lost losing weigh weighs weighed weighing`);

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

/** Words before a number whose currency stands at another amount: "from 510 million". */
export const BEFORE_IMPLIED_MONEY = wordSet(`
  from to and against after only on versus with than nor or of at by about just`);

/** Of these, what compares, so that a noun may follow. */
export const COMPARES_IMPLIED_MONEY = wordSet("from to against with than after on above below");

/** Before the first of two ends: "from 41,300 to 46,900 roubles". */
export const RANGE_OPENERS = wordSet("from between");

/** Before "from" where the two ends are a range and not a change: "anywhere from", "in the range of from". */
export const RANGE_FROM = wordSet("of anywhere");

/** How verbs of a range begin: "ranging from", "varies from". */
export const RANGE_VERB = /^(rang|var)/;

/** Words between the verb and the first end of a range. */
export const BEFORE_RANGE = wordSet("by about around some nearly almost an a estimated another");

/** Directly behind the digits of an ordinal. */
export const ORDINAL_ENDINGS = wordSet("st nd rd th");

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
export const BEFORE_FACTOR_VERB = wordSet("nearly almost roughly than about more");

export const FOLDS = wordMap({
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
});

/** Words that begin a multiple or a fraction, beside "doubled" and its kind. */
export const MULTIPLE_STARTS = wordSet("twice halved halving half a an");

/** What leads from a number to the points that it counts: "0.75 of a percentage point". */
export const OF_POINT = wordSet("of a one");

/** Words that stand for one before what is counted: "a million", "an eighth". */
export const INDEFINITE = wordSet("a an");

/** Behind "twice", where it compares: "twice the level". */
export const AFTER_TWICE = wordSet("the its what that those");

/** Behind "as": "twice as many". */
export const AS_MUCH = wordSet(`
  much many large big high fast long likely expensive strong great heavy wide far often good old quickly valuable`);

/** What makes "three times" a factor and not a count of occasions. */
export const AFTER_TIMES = wordSet(`
  as the its what that those last more higher larger greater bigger faster less lower fewer over their`);

/** Words behind "a third" that show that it is a part of something and not the third of several. */
export const AFTER_PART = wordSet(`
  of to from in within at by while when more less higher lower fewer since over compared on as during last this and or by , . ; ) : — – ? !`);

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

/** Parts of a scale word: "half a million". */
export const PARTS_OF_A_SCALE = wordMap({ half: "0.5", quarter: "0.25" });

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

/** Before "the dollar": "to the", "against the". */
export const RATE_PREPOSITIONS = wordSet("to against for per");

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
export const KINDS_OF_POINTS = wordSet("share");
