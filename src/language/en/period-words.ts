import { COUNT_WORDS } from "../context.js";
import type { PeriodLengths } from "../rule.js";
import { type Phrase, phrase, phraseList, wordMap, wordSet } from "../word-list.js";
import { WEEKDAYS } from "./words.js";

/** What English says of times. */

/** Before four digits that are a year. */
export const BEFORE_YEAR = wordSet(`
  in of for during since from to and by until through before after against over year than late early mid end fiscal ( - the with finished ended started began all`);

/** What a year stands before: "1996 sales". */
export const NAMED_BY_YEAR = wordSet(`
  sales profit profits revenue revenues turnover earnings net output results exports imports figures budget income deficit surplus level levels harvest crop dividend forecast growth gdp`);

/** Behind four digits that are a year. */
export const AFTER_YEAR = wordSet("to and from was were , ) ; : sales exports imports results figures");

/** Before "may" and "march" that are months. */
export const BEFORE_MONTH = wordSet(`
  in of since from to for last this until through by and between during late early mid`);

/** Before a month, and part of its name: "last January". */
export const MONTH_LEADS = wordSet("this last next");

/** Between two months: "January to June". "And" joins two that stand one behind the other, or behind "between". */
export const BETWEEN_MONTHS = wordSet("- – to through and");

/** Before the first of them, and part of the phrase. */
export const LEADS_TO_MONTHS = phraseList("between|the period from");

/** Between a period and its year: "the first quarter of 1996". */
export const BEFORE_YEAR_OF_PERIOD = wordSet("of in");

/** A year that is told from the one under way; and one that the text is about. */
export const YEAR_TOLD: Phrase = [wordSet("this last next current previous same preceding prior"), "year"];
export const THE_YEAR = phrase("the year");

/** Of words that tell a time from the one under way, those that go back by one. */
export const ONE_BACK = wordSet("last previous prior preceding past");

/** And those that go on by one. */
export const ONE_ON = wordSet("next following");

/** Days of the week from 1 January 1970 on. */
export const DAYS_FROM_1970: readonly string[] = [
  ...wordSet("thursday friday saturday sunday monday tuesday wednesday"),
];

/** Units that are a period behind a word that says which: "the quarter". */
export const UNITS_KNOWN = wordSet(`
  year month quarter week weekend weekends period decade session sessions months weeks quarters days date season holiday span`);

/** Of these, the one that says nothing of its length. */
export const ANY_UNIT = "period";

/** Units of a period that is told from the one under way; and of these, those that a date can resolve. */
export const PERIOD_UNITS: ReadonlySet<string> = /* @__PURE__ */ new Set([...UNITS_KNOWN, "day", "half"]);
export const UNITS_TOLD = wordMap({
  year: "year",
  month: "month",
  quarter: "quarter",
  week: "week",
} as const);

/** Before such a unit: "last quarter", "the same period". */
export const BEFORE_PERIOD_UNIT = wordSet(`
  this last next previous current same past prior preceding corresponding following comparable that whole full entire`);

/** Of these, what makes it a period of another year. */
export const SAME_BEFORE = wordSet("same corresponding comparable");

/** Between such a word and the unit: "the last fiscal year", "the last two sessions". */
export const BETWEEN_WORD_AND_UNIT = wordSet("fiscal calendar two");

/** What may stand in the place of such a unit: "last summer", "this time". */
export const SEASONS = wordSet("spring summer autumn fall winter");
export const SAME_TIME: Phrase = [wordSet("same this"), "time"];

/** Before a period and part of it: "the last year", "its first quarter". */
export const PERIOD_DETERMINERS = wordSet("the its their");

/** Words that begin a period in words, beside ordinals and "last" and its kind. */
export const PERIOD_STARTS = wordSet(`
  the its their half last opening initial latest coming a an one annually yesterday today per since from year`);

/** Of these, those that many other things begin with as well; and what may stand behind them, beside ordinals and numbers. */
export const PERIOD_OWNERS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  ...PERIOD_DETERMINERS,
  "from",
  "since",
  "per",
]);
export const BEHIND_PERIOD_OWNERS = wordSet("the annum few");

/** Between "a" and a unit, or a unit itself. */
export const BEHIND_PERIOD_ARTICLES = wordSet("few");

/** Parts of a year, with their months: "Q3", "the third quarter"; and by itself, "the half-year". */
export const STAGE_LETTERS = wordMap({ q: 3, h: 6 });
export const STAGES = wordMap({ quarter: 3, half: 6 });
export const HALF_YEAR = phrase("half - year");

export const THIS_MONTH = "the month";

/** Behind a month, the quarter that it ends: "the March quarter". */
export const QUARTER = "quarter";

/** Which part of a year: "the first quarter", "the final half". */
export const ORDINALS_OF_STAGES = wordMap({ "first 1st": 1, "second 2nd": 2, third: 3, "fourth final": 4 });

/** "The second", where "quarter" is left out. */
export const ORDINALS_OF_QUARTERS = wordSet("first second third fourth");

/** Which of the plans of a country: "the ninth five-year plan". */
export const ORDINALS_OF_PLANS = wordSet(`
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`);

/** Before a unit at the end of a year, and how many months it has: "the last quarter of 2023". */
export const AT_ITS_END = "last";
export const MONTHS_OF_LAST = wordMap({ month: 1, quarter: 3, half: 6 });

/** Before a number of months: "the first nine months". */
export const BEFORE_COUNTED_TIME = wordSet(`
  first last past previous preceding prior opening initial latest next coming final`);

/** Of these, before months from the beginning of the year on: "the first nine months". */
export const FROM_ITS_BEGINNING = "first";

/** Units of time that are counted, with how many months of a year one has; 0 where it is told by no months. */
export const COUNTED_TIME = wordMap({
  "month months": 1,
  "quarter quarters": 3,
  "week weeks year years day days session sessions": 0,
});

/** Behind counted months, before the last of them: "the six months to November", "to the end of November". */
export const BEFORE_LAST_MONTH = wordSet("to ended ending through");
export const THE_END_OF = phrase("the end of");

/** Before counted months that are a period although nothing else says which. */
export const BEFORE_LENGTH_OF_TIME = wordSet("over in during for within");

/** "The year-ago period", "year to date". */
export const YEAR_AGO_PERIOD: Phrase = ["year", "-", wordSet("ago earlier"), PERIOD_UNITS];
export const YEAR_TO_DATE_WORDS = phrase("year to date");

/** Behind "the week": "the week before". */
export const UNIT_BEFORE = wordSet("before earlier");

/** Behind "the year": "the year to March"; and how many months it has. Other units begin at no month that could be told. */
export const UNIT_ENDED = wordSet("ended ending to");
export const MONTHS_ENDED = wordMap({ month: 1, quarter: 3, year: 12 });

/** "The week to Friday". */
export const WEEK_TO_DAY: Phrase = ["week", UNIT_ENDED, WEEKDAYS];

/** Units that are a period behind "the" wherever they stand; and the one that is so behind a preposition of time. */
export const UNITS_UNDER_WAY = wordSet("quarter year");
export const THE_MONTH: Phrase = [wordSet("over on for in"), PERIOD_DETERMINERS, "month"];

/** Units of "a year earlier", "two years ago"; and what makes a time of them. */
export const UNITS_AGO = wordSet(`
  year years month months quarter quarters week weeks day days decade decades`);
export const AGO = wordSet("ago earlier before previously");

/** Before "year ago", as before a number of years: "a year ago", "one year earlier". */
export const ONE_AGO = wordSet("a an one");

/** "Within one or two years": what stands before, and the units. */
export const BEFORE_DEADLINE = "within";
export const UNITS_WITHIN = wordSet("years months weeks");

/** Units of "the two-day period"; and what such a unit is said of. */
export const UNITS_OF_SPANS = wordSet("day week month year");
export const SPANS = wordSet("period plan span stretch");

/** "The initial year". */
export const INITIAL_UNIT: Phrase = ["initial", PERIOD_UNITS];

/** Units of "per year"; how a rate says that it is one of a time. */
export const UNITS_OF_RATES = wordSet("year annum month");
export const RATES_IN_TIME: readonly Phrase[] = [["annually"], ["per", UNITS_OF_RATES]];

/** Days that are told from the one of publication, with how far they are from it. */
export const DAYS_TOLD = wordMap({ yesterday: -1, today: 0 });

/** Either end of a period: "the start of the year"; and before its beginning, "since the start of the year". */
export const ENDS_OF_PERIODS = wordSet("start beginning end turn close");
export const END_OF_PERIOD: Phrase = ["the", ENDS_OF_PERIODS, "of"];
export const BEFORE_BEGINNING_OF_PERIOD = wordSet("since from");

/** Of these, the later end. */
export const LATER_ENDS = wordSet("end close");

/** What every period in words has, beside months, days of the week and digits. */
export const WORDS_OF_PERIODS: ReadonlySet<string> = new Set([
  ...PERIOD_UNITS,
  ...UNITS_AGO,
  ...SEASONS,
  ...UNITS_OF_RATES,
  ...DAYS_TOLD.keys(),
  ...wordSet("annually time"),
]);

// What the words of a period say, in lower case with single spaces.

/** A part of a year. */
export const SAYS_STAGE = /quarter|half/i;

/** Since a year began. */
export const SINCE_START = /^(since|from) the (start|beginning)/;
export const YEAR_TO_DATE = /^(since|from) the (start|beginning|turn) of (the year|this year|\d{4})/;
export const SAYS_YEAR_TO_DATE = /year to date/;

/** A rate, and no period that something happened in. */
export const PER_TIME = /^(per |annually)/;

/** A period that is compared with, whatever stands before it. */
export const COMPARED_BY_ITSELF = /^(the )?(same|corresponding|comparable|year-ago|year-earlier|year ago)\b/;
export const SAYS_AGO = /\b(ago|earlier|before)$/;

/** A period of some length; one that lies before another. */
export const SAYS_LENGTH = /year|period|quarter|month|week|\d{4}/;
export const SAYS_EARLIER = /last|previous|same|prior|ago|earlier|before|\d{4}/;

/** A month of the year before. */
export const MONTH_OF_LAST_YEAR =
  /^(last|the previous) (january|february|march|april|may|june|july|august|september|october|november|december)/;

export const THREE_MONTHS = /three months/;
/** The same part of the year before. */
export const SAYS_SAME_OF_YEAR = /year|same|corresponding|comparable/;
export const SHORTER_UNIT_EARLIER = /(month|quarter) earlier/;
export const SEVERAL_YEARS = /\b(two|three|four|five|ten|\d+) years/;
export const SAYS_QUARTER = /quarter/;
export const SAYS_WEEK = /week/;
export const SAYS_MONTH =
  /month|january|february|march|april|^may|june|july|august|september|october|november|december/;

/** The year under way, and the one before it. */
export const THIS_YEAR = "this year";
export const LAST_YEAR = "last year";

/** A year as a whole; a year or a week that ends at some day. */
export const WHOLE_YEAR = /^(\d{4}|last year|the previous year|next year)$/;
export const YEAR_ENDING = /^the (year|12 months|twelve months|52 weeks) (to|end)/;
export const WEEK_ENDING = /^(the )?week (to|end)/;

/** A day, as far as its last letters tell; and one that is no day of trade. */
export const ENDS_IN_DAY = /day$/;
export const NAMES_DAY = /day(['’]s)?$/i;
export const SAYS_HOLIDAY = /holiday/;

/** How long a period is, where a mean is told beside a total. "This year" need not be over. */
export const LENGTHS: PeriodLengths = {
  units: wordMap({
    "day days daily": "day",
    "week weeks weekly": "week",
    "month months monthly": "month",
    "quarter quarters quarterly": "quarter",
    "year years annum annual yearly": "year",
  } as const),
  months: [
    [
      /^(?:(?:the|in|for|during) )?(?:(?:whole|full|entire|calendar|fiscal|financial|last|previous|prior|past) )*(?:year|(?:19|20)\d\d)$/,
      12,
    ],
    [/^(?:the )?(?:first|second|last|previous) half(?: of (?:the year|last year|(?:19|20)\d\d))?$/, 6],
    [
      /^(?:the )?(?:first|second|third|fourth|final|last|previous) quarter(?: of (?:the year|last year|(?:19|20)\d\d))?$/,
      3,
    ],
  ],
  counted:
    /^(?:the )?(?:(?:first|last|past|previous|prior|full) )?(\w+)[ -](days|weeks|months|quarters|years)$/,
  numbers: COUNT_WORDS,
};
