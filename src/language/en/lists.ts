/** Lists of English words that the engines go by, each named by the file that reads it. */
const list = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ""));

/** Of `text/amount/affixes.ts`. */
export const AFFIXES_WEIGHED: ReadonlySet<string> = list(`
  gain gained lose lost losing weigh weighs weighed weighing`);

/** Of `text/amount/build.ts`. */
export const BUILD_PER: ReadonlySet<string> = list(`
  share tonne ton barrel kilogram kg bushel ounce pound litre liter gallon unit head person hour day week month year night mile kilometre metre unit ticket bottle dozen piece kwh mwh vehicle car hectare acre`);

/** Of `text/amount/counts.ts`. */
export const COUNTS_TIME_UNITS: ReadonlySet<string> = list(`
  year years month months week weeks day days hour hours minute minutes second seconds quarter quarters decade decades century centuries times time`);

/** Of `text/amount/counts.ts`. */
export const COUNTS_UNITS: ReadonlySet<string> = list(`
  kw kwh mw gw twh tons tonnes barrels km kg people barrel tonne hectares sheep cattle oz`);

/** Of `text/amount/counts.ts`. */
export const COUNTS_MODIFIERS: ReadonlySet<string> = list(`
  new foreign domestic private local large small big major medium different additional more metric short cubic square`);

/** Of `text/amount/counts.ts`. */
export const COUNTS_LINKS: ReadonlySet<string> = list(`
  from to and against after only on versus with than nor or of at by about just`);

/** Of `text/amount/counts.ts`. */
export const COUNTS_COMPARES: ReadonlySet<string> = list(`
  from to against with than after on above below`);

/** Of `text/amount/multiples.ts`. */
export const MULTIPLES_AS: ReadonlySet<string> = list(`
  much many large big high fast long likely expensive strong great heavy wide far often good old quickly valuable`);

/** What makes "three times" a factor and not a count of occasions. */
export const MULTIPLES_COMPARED: ReadonlySet<string> = list(`
  as the its what that those last more higher larger greater bigger faster less lower fewer over their`);

/** Words behind "a third" that show that it is a part of something and not the third of several. */
export const MULTIPLES_AFTER_PART: ReadonlySet<string> = list(`
  of to from in within at by while when more less higher lower fewer since over compared on as during last this and or by , . ; ) : — – ? !`);

/** Of `text/amount/not-amounts.ts`. */
export const NOT_AMOUNTS_STREETS: ReadonlySet<string> = list(`
  street road avenue square lane boulevard`);

/** Of `text/amount/ranges.ts`. */
export const RANGES_SMALL_WORDS: ReadonlySet<string> = list(`
  by about around some nearly almost an a estimated another`);

/** Of `text/period/dates.ts`. */
export const DATES_BEFORE_YEAR: ReadonlySet<string> = list(`
  in of for during since from to and by until through before after against over year than late early mid end fiscal ( - the with finished ended started began all`);

/** What a year stands before: "1996 sales". */
export const DATES_NAMED_BY_YEAR: ReadonlySet<string> = list(`
  sales profit profits revenue revenues turnover earnings net output results exports imports figures budget income deficit surplus level levels harvest crop dividend forecast growth gdp`);

/** Of `text/period/dates.ts`. */
export const DATES_AFTER_YEAR: ReadonlySet<string> = list(`
  to and from was were , ) ; : sales exports imports results figures`);

/** Of `text/period/phrases.ts`. */
export const PHRASES_UNITS: ReadonlySet<string> = list(`
  year month quarter week weekend weekends period day half decade session sessions months weeks quarters days date season holiday span`);

/** Of `text/period/phrases.ts`. */
export const PHRASES_RELATIVE: ReadonlySet<string> = list(`
  this last next previous current same past prior preceding corresponding year following comparable that whole full entire`);

/** Of `text/period/phrases.ts`. */
export const PHRASES_PLAN_ORDINALS: ReadonlySet<string> = list(`
  first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`);

/** Of `text/relation/changes.ts`. */
export const CHANGES_SOFT: ReadonlySet<string> = list(`
  about around nearly almost some roughly just a an the only over`);

/** Of `text/relation/comparison-basis.ts`. */
export const COMPARISON_BASIS_IN: ReadonlySet<string> = list(`
  in for during`);

/** Of `text/relation/comparison-basis.ts`. */
export const COMPARISON_BASIS_COMPARING: ReadonlySet<string> = list(`
  against from with versus than`);

/** Of `text/relation/conversions.ts`. */
export const CONVERSIONS_APPROXIMATE: ReadonlySet<string> = list(`
  about around approximately approx roughly nearly some`);

/** Of `text/relation/growths.ts`. */
export const GROWTHS_DENIALS: ReadonlySet<string> = list(`
  denied denies deny denying untrue false rumour rumours rumor rumors stopped ceased avoided averted`);

/** Of `text/relation/growths.ts`. */
export const GROWTHS_CARRIES: ReadonlySet<string> = list(`
  and while whereas`);

/** Of `text/relation/level.ts`. */
export const LEVEL_GOES_ON: ReadonlySet<string> = list(`
  cost costs amounted stood came totalled totaled reached`);

/** Of `text/relation/phrase-left.ts`. */
export const PHRASE_LEFT_COPULAS: ReadonlySet<string> = list(`
  at was is were are be been stood reached hit averaged remained totalled totaled exceeded surpassed showed registered recorded posted`);

/** Of `text/relation/phrase-left.ts`. */
export const PHRASE_LEFT_GROWTH_SUBJECTS: ReadonlySet<string> = list(`
  growth expansion inflation`);

/** Of `text/relation/sums-and-shares.ts`. */
export const SUMS_AND_SHARES_COMPARED: ReadonlySet<string> = list(`
  more less higher lower above below than`);

/** Words that lead from a flow to its level: "exports were", "imports of", "trade rose 5% to". */
export const SUMS_AND_SHARES_LEADS: ReadonlySet<string> = list(`
  of to at was were is are worth totalled totaled reached hit came stood : being`);

/** Of `text/relation/sums-and-shares.ts`. */
export const SUMS_AND_SHARES_SOFT: ReadonlySet<string> = list(`
  about around nearly almost some roughly approximately just over under more than a an the record only`);

/** Names of money of which the country near by decides whose it is. */
export const SHARED_MONEY: ReadonlySet<string> = list(`
  crown crowns koruna korunas krona kronor krone kroner franc francs peso pesos dinar dinars rial rials riyal riyals rupee rupees shilling shillings dirham dirhams lira lire liras som`);

/** Numbers from zero to nineteen, in their order. */
export const SMALL_NUMBERS: ReadonlySet<string> = list(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`);

/** Twenty, thirty, … in their order. */
export const TENS_OF_NUMBERS: ReadonlySet<string> = list(`
  twenty thirty forty fifty sixty seventy eighty ninety`);

/** Words that begin a multiple or a fraction, beside "doubled" and its kind. */
export const MULTIPLE_STARTS: ReadonlySet<string> = list(`
  twice halved halving half a an`);

/** Words that begin a period in words, beside ordinals and "last" and its kind. */
export const PERIOD_STARTS: ReadonlySet<string> = list(`
  the its their half last opening initial latest coming a an one annually yesterday today per since from`);

/** Words before a level that say nothing of it. */
export const BEFORE_LEVELS: ReadonlySet<string> = list(`
  about around nearly almost some roughly approximately approx just over under more less than an a at least record - breaking high setting average annual annualised annualized rate seasonally adjusted the new high low level total of up only range as much estimated all time`);

/** Words that may stand before the converted amount. */
export const CONVERSION_LEADS: ReadonlySet<string> = list(`
  about around approximately approx which is are was nearly almost some roughly or equal equals equivalent to of the a an just over under more than less at us dollar dollars yen yuan euro euros japanese chinese value worth circa ca c . : ~ ≈ = being nominally currently that corresponds corresponding i.e or`);

/** Words that may stand between two rates of one verb. */
export const BETWEEN_RATES: ReadonlySet<string> = list(`
  and but , only by or also m y mom yoy qoq / month year quarter week on over the - in from a for during to about nearly almost some roughly than of respectively second first third fourth earlier , compared with just`);

/** Abbreviations whose full stop does not end a sentence, in lower case. */
export const ABBREVIATIONS: ReadonlySet<string> = list(`
  mr mrs ms dr prof st jr sr gen sen rep gov lt col maj sgt capt rev hon no nos vs etc approx ca est inc corp co ltd plc bros dept fig vol pp art sec al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri rs fr u.s u.k u.n e.u p.m a.m i.e e.g`);

/** Words that stand for one before what is counted: "a million", "an eighth". */
export const ARTICLES: ReadonlySet<string> = list("a an");

/** What every period in words has, beside months, days of the week and digits. */
export const PERIOD_UNITS: ReadonlySet<string> = new Set([
  ...PHRASES_UNITS,
  ...list("years decades annum annually yesterday today spring summer autumn fall winter time"),
]);

/** Words before a period that says whose or which it is. */
export const PERIOD_OWNERS: ReadonlySet<string> = list("the its their from since per");

/** What may stand behind them, beside ordinals, numbers, units and "last" and its kind. */
export const PERIOD_BEHIND_OWNERS: ReadonlySet<string> = list(`
  the final opening initial latest coming start beginning end turn close annum few`);

/** What may stand between "a" and a unit. */
export const PERIOD_BEHIND_ARTICLES: ReadonlySet<string> = list("few years decades");
