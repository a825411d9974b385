import { COUNT_WORDS } from "../context.js";
import type { PeriodLengths } from "../rule.js";
import { wordMap, wordSet } from "../word-list.js";

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

/** Before "year": which year it is, told from the one under way. */
export const WHICH_YEAR = wordSet("this last next current previous same preceding prior");

/** Of words that tell a time from the one under way, those that go back by one. */
export const YEAR_BEFORE = wordSet("last previous preceding prior");
export const ONE_BACK = wordSet("last previous prior preceding past");

/** And those that go on by one. */
export const ONE_ON = wordSet("next following");

/** Days of the week from 1 January 1970 on. */
export const DAYS_FROM_1970: readonly string[] = [
  ...wordSet("thursday friday saturday sunday monday tuesday wednesday"),
];

/** Units of a period that is told from the one under way. */
export const PERIOD_UNITS = wordSet(`
  year month quarter week weekend weekends period day half decade session sessions months weeks quarters days date season holiday span`);

/** Before such a unit: "last quarter", "the same period". */
export const BEFORE_PERIOD_UNIT = wordSet(`
  this last next previous current same past prior preceding corresponding year following comparable that whole full entire`);

/** What may stand in the place of such a unit. */
export const SEASONS = wordSet("spring summer autumn fall winter time");

/** Words that begin a period in words, beside ordinals and "last" and its kind. */
export const PERIOD_STARTS = wordSet(`
  the its their half last opening initial latest coming a an one annually yesterday today per since from`);

/** Of these, those that many other things begin with as well; and what may stand behind them, beside ordinals and numbers. */
export const PERIOD_OWNERS = wordSet("the its their from since per");
export const BEHIND_PERIOD_OWNERS = wordSet("the annum few");

/** Between "a" and a unit, or a unit itself. */
export const BEHIND_PERIOD_ARTICLES = wordSet("few");

/** Which part of a year: "the first quarter", "the final half". */
export const ORDINALS_OF_STAGES = wordMap({ "first 1st": 1, "second 2nd": 2, third: 3, "fourth final": 4 });

/** "The second", where "quarter" is left out. */
export const ORDINALS_OF_QUARTERS = wordSet("first second third fourth");

/** Which of the plans of a country: "the ninth five-year plan". */
export const ORDINALS_OF_PLANS = wordSet(`
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`);

/** How many months the last unit of a year has: "the last quarter of 2023". */
export const MONTHS_OF_LAST = wordMap({ month: 1, quarter: 3, half: 6 });

/** Before a number of months: "the first nine months". */
export const BEFORE_COUNTED_TIME = wordSet(`
  first last past previous preceding prior opening initial latest next coming final`);

/** Units of time that are counted, without their "s". */
export const COUNTED_TIME = wordSet("month quarter week year day session");

/** Behind counted months, before the last of them: "the six months to November". */
export const BEFORE_LAST_MONTH = wordSet("to ended ending through");

/** Before counted months that are a period although nothing else says which. */
export const BEFORE_LENGTH_OF_TIME = wordSet("over in during for within");

/** Behind "year-": "the year-ago period". */
export const YEAR_AGO = wordSet("ago earlier");

/** Behind "the week": "the week before". */
export const UNIT_BEFORE = wordSet("before earlier");

/** Behind "the year": "the year to March". */
export const UNIT_ENDED = wordSet("ended ending to");

/** Before "the month", where it is a period and no part of another phrase. */
export const BEFORE_THE_MONTH = wordSet("over on for in");

/** Units of "a year earlier", "two years ago"; and what makes a time of them. */
export const UNITS_AGO = wordSet(`
  year years month months quarter quarters week weeks day days decade decades`);
export const AGO = wordSet("ago earlier before previously");

/** Units of "within one or two years". */
export const UNITS_WITHIN = wordSet("years months weeks");

/** Units of "the two-day period"; and what such a unit is said of. */
export const UNITS_OF_SPANS = wordSet("day week month year");
export const SPANS = wordSet("period plan span stretch");

/** Units of "per year". */
export const UNITS_OF_RATES = wordSet("year annum month");

/** Either end of a period: "the start of the year". */
export const ENDS_OF_PERIODS = wordSet("start beginning end turn close");

/** Of these, the later end. */
export const LATER_ENDS = wordSet("end close");

/** What every period in words has, beside months, days of the week and digits. */
export const WORDS_OF_PERIODS: ReadonlySet<string> = new Set([
  ...PERIOD_UNITS,
  ...UNITS_AGO,
  ...SEASONS,
  ...UNITS_OF_RATES,
  ...wordSet("annually yesterday today"),
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
