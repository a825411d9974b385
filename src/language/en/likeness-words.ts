import { wordMap, wordSet } from "../word-list.js";

/** What says whether two amounts are of one thing: "revenue rose to $50m against costs of $46m". */

/** Before the amount that another is compared with. */
export const LEADS_TO_BASE = wordSet("from against versus vs with to than over above on after");

/** Marks that part what is said of one amount from what is said of another. */
export const PARTS_AMOUNTS = wordSet(", ; : ( ) — –");

/** Words of a figure that say nothing of what it is of. */
export const SAYS_NOTHING = wordSet(`
  a an the its their our his her this that these those it they was were is are of in at for during and or - ’ ' s as about around nearly almost
  some roughly approximately approx just only more less than least most under over up down close well net gross total overall level levels figure figures amount
  amounts value worth sum number rate low lows high highs record peak revised restated reported recorded posted registered seen made paid earned shipped landed poured lent produced delivered imported exported sent home received collected booked mined harvested pumped loaded unloaded planted sown crushed slaughtered carried handled bought raised taken like time late meeting board
  generated achieved had adjusted unadjusted original initial previously earlier already we same downward upward provisional seasonally marked comparable corresponding equivalent similar
  respective preceding prior previous last past year years period periods quarter quarters month months week weeks half halves day days fiscal
  financial accounting reporting trading business interim calendar ago before ended ending end first second third fourth nine three four five six seven eight ten eleven twelve one two fy q h per`);

/** Behind an amount, what goes on to something else: "from $46 million due to new shops". */
export const GOES_ON_BEHIND = wordSet(`
  due primarily mainly mostly largely principally partly because as driven reflecting when while which thanks owing following resulting
  including excluding despite although but if and or on amid before after effective`);

/** Behind an amount, before what else it is of: "$46 million for its rival". */
export const BEFORE_OTHER_THING = wordSet("to by with at among");

/** Nouns that reports use for one thing; those of one line are one. */
export const ONE_THING = wordMap({
  "sales sale sold revenue revenues turnover": "sales",
  "profit profits income earnings result": "profit",
  "expense expenses cost costs expenditure expenditures spending charge charges": "cost",
  "operations operating activities": "operations",
  "deficit deficits shortfall gap": "deficit",
} as const);

/** Behind a rate, before what it is of: "an increase of 3% in tonnes", "3 points from reform"; and on what condition. */
export const BEFORE_CHANGED_THING = wordSet("in from");
export const ON_CONDITION = wordSet("when if once excluding");
/** Behind "in", what says nothing of that. */
export const IDIOMS = wordSet("line part comparison addition absolute percentage dollars");

/** Before another figure than the one that a sentence goes on with: "profit was $5m on sales of $9m, up 8%". */
export const BEFORE_BESIDE = wordSet("on including excluding");
/** Of these, what is as far before it as its words are long: "excluding a one-off gain of $9m". */
export const SETS_ASIDE = wordSet("including excluding");
/** Between it and that figure: "on sales of $9m"; but "return on equity stood at 18%". */
export const OF = wordSet("of");

/** Behind an amount a share, what makes it one of other shares: "19 cents before the split". */
export const SPLITS = wordSet("split splits");

/** What a rate is said in that the amounts beside it are not: "up 5% in constant currency to $52.9m from $50m". */
export const OTHER_TERMS =
  /\b(?:constant|local|comparable)[ -]+(?:currenc|exchange|rates|dollar|price|terms)|\bcurrency[ -]neutral|\blike[ -]for[ -]like\b|\bpro[ -]forma\b|\borganic(?:ally\b| +(?:basis|growth|net|sales|revenues?|turnover|increase|decrease|decline|rise)\b)|[%t] organic\b/i;

/** The same at the head of a sentence: "Excluding acquisitions, …", "On a per-share basis …". */
export const HEAD_TERMS =
  /^\W*(?:(?:adjust(?:ed|ing) for|excluding|stripping out|net of|without)\b[^,]{0,80},|on an? (?!(?:gaap|ifrs|reported|consolidated|nominal)\b)[a-z -]{2,40}? basis\b)/i;
