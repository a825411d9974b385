import { phrase, phraseList, wordMap, wordSet } from "../word-list.js";

/** What English says between figures: what leads from one to the other, what compares, and what parts them. */

// ---------------------------------------------------------------------------------------------- comparison

/** Prepositions before the figure that another is compared with. The lists differ by what may stand there besides. */
export const COMPARISON_PREPOSITIONS = wordSet("from against versus");
export const COMPARES_WITH_PERIOD = wordSet("from than versus against");
export const COMPARES_WITH_NAMED_PERIOD = wordSet("against from with versus than");
export const COMPARES_WITH_AMOUNT = wordSet("with against from versus");
export const COMPARES_WITH_LEVEL = wordSet("from against versus than after");
export const COMPARES_WITH_BASE = wordSet("from against versus after on than");
export const BEFORE_COMPARED_FLOW = wordSet("against from than");
export const BEFORE_COMPARED_PERIOD = wordSet("from than over on versus against");

/** Behind "compared": "compared with", "compared to". */
export const COMPARED_WITH = wordSet("with to");

/** "Compared", "compares" before it; and any form of the verb. */
export const COMPARED = wordSet("compared compares");
export const VERB_OF_COMPARISON = /^compar/;
/** Of these, what stands before "with" and "to" where the clause has a verb of its own. */
export const PARTICIPLE_OF_COMPARISON = "compared";
/** Before a base, behind the level. */
export const COMPARED_WITH_BASE = phrase("compared with");
/** Before the second end of a change, where one word compares. */
export const COMPARES_ENDS = wordSet("against versus vs after");
/** Before what is as much, as many: "three times as many as in 2010"; and before a date, where it compares nothing. */
export const BEFORE_EQUAL = "as";
export const AS_OF = phrase("as of");

/** Before "to" that does not lead to the second end of a change: "compared to", "up to". */
export const BEFORE_OTHER_TO = wordSet("compared compares up");
/** Before a level that is at most reached, and no verb of a rise. */
export const UP_TO = phrase("up to");

/** Behind an amount that is more or less by it: "$5bn more". */
export const BEHIND_DIFFERENCE = wordSet("more less higher lower above below than");

/** Behind a second amount that is a difference and no conversion: "or £1m less than". */
export const BEHIND_DISTANCE = wordSet("more less higher lower fewer better worse short");

/** Before an amount that is a threshold: "above $5bn". */
export const BEFORE_THRESHOLD = wordSet("above below than");

/** Before the amounts that several are compared with, in their order: "from $45bn and $40bn"; and between these. */
export const SAYS_BEFORE_LIST = wordSet("from against versus");
export const JOINS_LIST = wordSet("and ,");

/** "Less than the drop from $45bn": what compares with another change, and where that one begins. */
export const LEADS_TO_OTHER_CHANGE = wordSet("than with to against versus as");
export const BEGINS_CHANGE = wordSet("from");

/** "Below the mark of $30,000". */
export const THRESHOLDS = wordSet("mark threshold barrier");

/** Behind "no" or "not", and before "than", where the two are a hedge. */
export const BEHIND_NO = wordSet("more less fewer");
export const HEDGING_BEFORE_THAN = wordSet("more less fewer greater better");

/** Behind "twice" or "three times" that compares with another time. */
export const AFTER_FACTOR = wordSet("as those that the what its their");

/** Comparatives that are as often prepositions before a number: "over 5%"; and those that say how much: "more of it". */
export const BEFORE_BOUND = wordSet("over under");
export const SAYS_HOW_MUCH = wordSet("more less");
/** Comparatives that need no "than". */
export const COMPARES_WITHOUT_THAN = wordSet("above below ahead");
/** Behind "than", before a quarter that is told by its ordinal alone: "than in the second". */
export const BEFORE_BARE_ORDINAL = phrase("in the");

// ------------------------------------------------------------------------------------- growth and its level

/** Behind a clause's level: another thing's level follows, ", bringing its total to $54 million". */
export const BRINGS_OTHER = wordSet("bringing taking pushing leaving putting making giving");
/** Behind a comma, what goes on to another thing: ", with orders amounting to". */
export const BESIDE = wordSet("with");
/** Between a rate and its level, what a level of something else stands behind. */
export const PARTS_LEVEL = wordSet("; against");
/** Between a level and what may be its base. */
export const PARTS_BASE = wordSet("; and");
/** Between the two ends of a change; JOINS_BOTH does so where nothing compares. */
export const PARTS_ENDS = wordSet("; while which");

/** Before what is taken in or out beside the amounts of a change: "after a $1m gain". */
export const BEFORE_ASIDE = wordSet("after including excluding before despite on with");

/** Verbs by which the same subject goes on: "and stood at". */
export const GOES_ON = wordSet("cost costs amounted stood came totalled totaled reached");
export const COSTS = wordSet("cost costs");
export const BEFORE_COSTS = wordSet("will would now");

/** Before "at": "to close at HK$91.45". */
export const SETTLES = wordSet("close end finish settle trade stand");

/** The level that an amount is said to be, before "of": "the year-ago level of". */
export const LEVEL_NOUNS = /^level|figure|total$/;

/** Words before a level that say nothing of it. */
export const BEFORE_LEVELS = wordSet(`
  about around nearly almost some roughly approximately approx just over under more less than an a at least record - breaking high setting average annual annualised annualized rate seasonally adjusted the new high low level total of up only range as much estimated all time`);

/** Words that may stand before "at" and its level, beside periods: "lower than a month earlier at 51,200 tonnes". */
export const BEFORE_AT_LEVEL = wordSet(`
  in of from than on over , the year - y m yoy for during higher lower up down compared with to level ' ’ s a above below`);

/** Words between a level and the phrase of growth that stands behind it: ", an increase of". */
export const BEFORE_GROWTH_PHRASE = wordSet(`
  a an the with actual real nominal by and or sharp slight further showing representing marking year month quarter week on annual about almost nearly more than over some around is was which that strong modest respectable corresponding equivalent to for only just under still also were are corresponds corresponded means meaning represents marks stand stood standing stands`);

/** Forms of "be" behind a subject. */
export const BE = wordSet("be was were is are been");

/** Around a hyphen that joins the words of a period: "year-on-year", "year-over-year". */
export const BEHIND_HYPHEN = wordSet("on over");
export const BEFORE_HYPHEN = "on";

/** Before them, words that say nothing: "or still". */
export const BEFORE_BE = wordSet("or by still");

/** Before an amount in a subject: "profit of 41bn", "at 640 million euros". */
export const OF_OR_AT = wordSet("of at");

/** Figures of one time that are told anew: "the gain was revised to 89,000 from 114,000" says not which way. */
export const REVISED = wordSet("revised restated corrected");

/** Before a comparative of another thing than the amount before it: "$5.3bn, for 4% less gas". */
export const BEFORE_EXCHANGED = "for";

/** Verbs before a rate that is itself the growth: "growth was 5 percent". */
export const COPULAS = wordSet(`
  at was is were are be been stood reached hit averaged remained totalled totaled exceeded surpassed showed registered recorded posted`);

/** What is itself a growth. */
export const GROWTH_SUBJECTS = wordSet("growth expansion inflation");
export const RATE_NOUNS = wordSet("rate pace");
export const PLURAL_RATE_NOUNS = wordSet("rate rates");
/** The growth of the clause before: "X, and the growth rate was 6%". */
export const THE_GROWTH = phrase("the growth");
/** Of what is itself a growth, what moved only where it stands near: in "the gap between rates and inflation" it did not. */
export const GROWTH_NEAR_BY = "inflation";
/** Between such a word and its rate, what begins another statement. */
export const PARTS_SUBJECT = wordSet("; while —");
/** Behind a rate and "growth", what is named by growth and did not grow: "growth stocks". */
export const NAMED_BY_GROWTH = "stocks";

/** Verbs whose particle turns them: "gave up 5%" falls, "put on 5%" rises. */
export const GIVES = wordSet("give gives gave given giving");
export const BEHIND_GIVES = "up";
export const PUTS = wordSet("put puts putting");
export const BEHIND_PUTS = "on";

/** The particle that is a fall by itself, "was off 5%", and behind a rate, "5% shaved off"; and what stands before it. */
export const OFF = "off";
export const BEFORE_OFF = wordSet(", was were is and");

/** Adverbs of a rise that are no verbs: "inched ahead 5%". */
export const UP_ADVERBS = wordSet("ahead higher");
/** What says a change without being its verb: "X, up 5%". The participle of a verb does, too: "X, rising 5%". */
export const PARTICLES_OF_CHANGE = wordSet("up down off");
export const ENDS_PARTICIPLE = "ing";
/** Before a participle that is said of the subject: "having risen 5%". */
export const BEFORE_PARTICIPLE = "having";
/** Behind a verb that says that something was not reached: "fell short of". */
export const SHORT_OF = phrase("short of");
export const NO_OR_NOT = wordSet("no not");

/** Before a period that stands between a verb and its rate. */
export const PREPOSITIONS_OF_TIME = wordSet("in during for over since on");
export const IN_TIME = wordSet("in for during");

/** Behind "percent of the", where the rate is a growth of it all the same. */
export const VALUE_NOUNS = wordSet("value worth");

/** Before a rate that is no growth: "every 5 percent". */
export const EVERY = wordSet("every each per");

/** Between "above" and the time that is compared with: "above the level seen last year". */
export const BEFORE_COMPARED_TIME = wordSet(`
  the its their a of in level levels figure total that amount same shipped seen recorded`);

/** Verbs and words that deny what is said. */
export const DENIALS = wordSet(`
  denied denies deny denying untrue false rumour rumours rumor rumors stopped ceased avoided averted`);

/** The same behind what is said: "a drop was avoided". */
export const DENIALS_BEHIND = wordSet("avoided averted false untrue denied");

/** A denial of two words; and what ends the reach of one that stands before. */
export const NOT_TRUE = phrase("not true");
export const ENDS_DENIAL = wordSet("; but");

// ------------------------------------------------------------------------------------ several rates together

/** Between two rates of one verb. */
export const BETWEEN_RATES = wordSet(`
  and but , only by or also m y mom yoy qoq / month year quarter week on over the - in from a for during to about nearly almost some roughly than of respectively second first third fourth earlier , compared with just`);

/** Between two clauses, where what the first is measured against holds for the second. */
export const CARRIES_BASIS = wordSet("and while whereas");

/** Before a rate of an earlier time: "climbed 1.0 percent after a slow 1.4 percent in March". */
export const BEFORE_EARLIER_RATE = "after";
/** Between two rates, what the first of them has with a verb of its own: then the second may have none. */
export const HAS_OWN_VERB = wordSet("; to at was");

/** Marks and words that part the stretches of two rates; of two clauses. */
export const PARTS_RATES = wordSet("and but , ;");
export const PARTS_CLAUSES = wordSet("; while whereas but");
export const PARTS_CHANGES = wordSet("; and while but excludes excluding includes including");
export const PARTS_SUMS = wordSet("; and while against with compared whereas");
export const PARTS_LEVELS = wordSet("; while");
export const PARTS_STORY = wordSet("and but ; while");

/** What a rate is joined to the one before it by; nothing at all may stand there. */
export const JOINS_RATES: ReadonlySet<string> = new Set(["and", "but", ",", ""]);

export const ARTICLES = wordSet("a an the");
export const ARTICLES_AND_HEDGES = wordSet("a an the about around some");

/** Verbs that are as often adverbs. */
export const ADVERBS_OF_CHANGE = wordSet("up down lower");

/** Before a rate that shares the level of the one before it. */
export const BEFORE_SHARED_LEVEL = wordSet(`
  a an the of to stand with only just still by year month quarter week on - over`);

// ------------------------------------------------------------------------------- what a growth is measured against

/** Behind figures of several times or things: none of them alone is the level of what follows. */
export const DEALS_OUT = wordSet("respectively");

/** Units of "year on year", "m/m". */
export const BASIS_UNITS = wordMap({
  "year y": "yoy",
  "month m": "mom",
  "quarter q": "qoq",
  "week w": "wow",
  day: "dod",
} as const);

/** What joins the two: "year-on-year". */
export const ON_OR_OVER = wordSet("- on over /");

/** Words that name the basis by themselves. */
export const BASIS_NAMES = wordMap({ yoy: "yoy", qoq: "qoq", mom: "mom" } as const);

/** Adjectives that do so before a noun of change: "an annual gain". */
export const BASIS_ADJECTIVES = wordMap({
  "annual yearly": "yoy",
  monthly: "mom",
  quarterly: "qoq",
} as const);

/** Before a whole period that is the basis: "over the month". */
export const OVER_THE = wordSet("on over");
export const WHOLE_PERIODS: ReadonlyMap<string, "yoy" | "mom" | "qoq"> = new Map([
  ["the year", "yoy"],
  ["the month", "mom"],
  ["the quarter", "qoq"],
] as const);

/** Before a verb, where a period behind "from" says since when: "will rise 5% from June". */
export const BEFORE_BEGINNING = wordSet("was were be been being is are will would to");

/** Before the time from which on something is: "tariffs rise 5% from June", "up 5% since 2019". */
export const BEFORE_START = "from";
export const SINCE = "since";
/** Between a part of a year and the year: "the first quarter of 2020". */
export const BEFORE_ITS_YEAR = "of";
/** Between a multiple and what it is of: "twice those of last year". */
export const BEFORE_MULTIPLIED = "of";
/** What makes of a year one that is not over: "this year so far". */
export const SO_FAR = phrase("so far");

/** Between an amount and its period. */
export const BETWEEN_AMOUNT_AND_PERIOD = wordSet("in for during ( ) a of");

/** What ends the words before such an amount. */
export const LEADS_TO_AMOUNT = wordSet("from against versus to at ,");

/** Between a preposition that compares and its period: "than the level in". */
export const BEFORE_BASE_PERIOD = wordSet("for in the that of figure level levels a those during");

/** Where a period must say itself that it is an earlier one. */
export const OVER_OR_ABOVE = wordSet("over on above below");

// ---------------------------------------------------------------------------------------- changes of two amounts

/** Before an end of a change that says nothing of it. */
export const BEFORE_CHANGED = wordSet(
  "about around nearly almost some roughly just a an the only over another further",
);

/** What is counted on two sides at one time: "by 230 votes against 180". */
export const COUNTED_SIDES = wordSet(
  "votes vote ballots ballot seats seat goals points games shots members delegates",
);

/** What is above zero, and what is below. */
export const GAINS = wordSet("profit profits surplus gain gains earnings income ebit ebitda");
export const LOSSES = wordSet("loss losses deficit deficits shortfall gap");

/** What became better, and went up or down with it: "the loss improved to $4 million". */
export const IMPROVES = wordSet("improve improves improved improving improvement improvements");

/** Of what can improve, what grows by it; and what shrinks. A ratio, a rate or "employee turnover" may do either. */
export const BETTER_WITH_MORE = wordSet(`
  revenue revenues sales profit profits earnings income ebitda ebit margin margins eps productivity output volume volumes provided`);
export const BETTER_WITH_LESS = wordSet(`
  loss losses deficit deficits shortfall gap cost costs expense expenses expenditure expenditures days debt used outflow outflows burn unemployment`);

/** Behind what improves, before what more is said of it: "income from operations", "cash used in". */
export const BEHIND_SUBJECT = wordSet(
  "of in from for before after on by with to as against during per excluding including",
);

/** Before "improved", words that are not what did. */
export const BEFORE_IMPROVES = wordSet(
  "a an the slight significant further has had have been was also an , which that is this",
);

/** What a change is of: "from a loss of". */
export const COMPARED_THINGS = wordSet(`
  of loss profit deficit surplus net gap shortfall income earnings`);

/** Nouns of a fall that are not of a number: "a deterioration from". */
export const WORSENING = wordSet("deterioration");

// ------------------------------------------------------------------------------------------- two currencies

/** Words that may stand before the converted amount. */
export const CONVERSION_LEADS = wordSet(`
  about around approximately approx which is are was nearly almost some roughly or equal equals equivalent to of the a an just over under more than less at us dollar dollars yen yuan euro euros japanese chinese value worth circa ca c . : ~ ≈ = being nominally currently that corresponds corresponding i.e or comes came works worked out at say says`);

/** Of these, what makes an amount behind a comma a conversion. */
export const CONVERTS = wordSet(
  "equivalent equal equals corresponds corresponding i.e ie comes works worked",
);
export const CONVERTS_FIRST = wordSet("or equivalent equal");
export const ABOUT = wordSet("about around approximately approx roughly nearly some");

/** What may follow the converted amount in its bracket. */
export const BEHIND_CONVERTED = wordSet("or then today");
/** The same before the rate that it was converted at: "at 1,400 won per dollar". */
export const BEFORE_RATE = "at";
/** Before a conversion in apposition: "5bn yuan, that is 700m dollars". */
export const THAT_IS = phrase("that is");
/** The same where the sentence says the rate; without one, "a stake of €5m is worth $8m" is a gain. */
export const IS_WORTH = phraseList("is worth|are worth|was worth|were worth|comes to|came to");
/** Between two conversions in one bracket. */
export const JOINS_CONVERSIONS = wordSet("; , or /");

// ------------------------------------------------------------------------------------------- sums and shares

/** What an amount of a trade sentence is of. */
export const TRADE_FLOWS = wordMap({
  "exports export shipments": "exports",
  "imports import purchases": "imports",
  "surplus deficit gap shortfall": "balance",
  "trade turnover total": "trade",
} as const);

/** Of what names a balance, what says that it is above zero; and what does not say which flow is the larger. */
export const SURPLUS = wordSet("surplus");
export const GAP = wordSet("gap");

/** Words that lead from a flow to its level: "exports were", "imports of", "trade rose 5% to". */
export const FLOW_LEADS = wordSet(`
  of to at was were is are worth totalled totaled reached hit came stood : being`);

/** Before the level of a flow. */
export const BEFORE_FLOW_LEVEL = wordSet(`
  about around nearly almost some roughly approximately just over under more than a an the record only`);

/** Before "deficit" or "gap" that is not one of trade; and before a flow of another length of time. */
export const OTHER_BALANCES = wordSet(`
  on budget funding fiscal financing output account annual yearly monthly gender wage`);

/** "In Beijing's favour". */
export const FAVOUR = wordSet("favour favor");

/** Behind a flow, before its partner or its goods. */
export const BEFORE_PARTNER = wordSet("to from with of in between");
/** Of what parts sums, what stands before a partner behind a flow: "trade with Russia". */
export const BEFORE_PARTNER_OF_BOTH = "with";

/** Behind a rate that is the distance of two prices: "a 14% discount". */
export const PRICE_DISTANCES = wordSet("discount premium");

/** Between an amount and its share: ", or about 26 percent of". */
export const BEFORE_SHARE = wordSet(`
  in during for or about around nearly almost roughly , accounting for representing equal equivalent to some a`);

/** Of these, what says of the amount before last what the share is. */
export const SHARE_PARTICIPLES = wordSet("accounting representing equal equivalent");

/** Behind "8% of", words for the amount before. */
export const POINTS_BACK = wordSet("them these those it which");

export const ARTICLES_OF_WHOLE = wordSet("the its their");

/** Behind a percentage that is a share; and before one. */
export const BEHIND_SHARE = wordSet("stake share shareholding owned majority");
export const INTEREST_IN = phrase("interest in");
export const SHARE_VERBS = wordSet(`
  share stake accounting accounted accounts represent represents representing investing owns holds`);

// --------------------------------------------------------------------------------------------------- records

/** What may stand between "the highest" and "since": "the highest monthly level since". */
export const RECORD_NOUNS = wordSet(`
  level value total monthly annual quarterly figure reading amount rate volume pace`);

/** Before the time since which, or in which, there was no other such. */
export const BEFORE_SPAN_OF_RECORD = wordSet("since in");

/** Behind "the highest", that there never was another such. */
export const OF_ALL_TIME = phraseList("ever|on record");

/** What is a record by its name: "a record", "a record high", "an all-time low"; and what shows that it is no other noun. */
export const RECORD = "record";
export const ALL_TIME = phrase("all - time");
export const BEFORE_RECORD = wordSet("a new");
export const ENDS_OF_RECORDS = wordMap({ high: "highest", low: "lowest" } as const);
