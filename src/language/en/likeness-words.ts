import { wordMap, wordSet } from "../word-list.js";

/** What says whether two amounts are of one thing: "revenue rose to $50m against costs of $46m". */

/** Before the amount that another is compared with. */
export const LEADS_TO_BASE = wordSet("from against versus vs with to than over above on after");

/** Marks that part what is said of one amount from what is said of another. */
export const PARTS_AMOUNTS = wordSet(", ; : ( ) — –");

/** Words of a figure that say nothing of what it is of. */
export const SAYS_NOTHING = wordSet(`
  a an the its their our his her this that these those it they was were is are of in at for during and or - ’ ' s as about around nearly almost
  some roughly approximately approx just only more less under over up down close well net gross total overall level levels figure figures amount
  amounts value worth sum number rate low lows high highs record peak revised restated reported recorded posted registered seen made paid earned
  generated achieved had adjusted unadjusted original initial previously earlier already we same comparable corresponding equivalent similar
  respective preceding prior previous last past year years period periods quarter quarters month months week weeks half halves day days fiscal
  financial accounting reporting trading business interim calendar ago before ended ending end first second third fourth nine six three twelve one two fy q h per`);

/** Behind an amount, what goes on to something else: "from $46 million due to new shops". */
export const GOES_ON_BEHIND = wordSet(`
  due primarily mainly mostly largely principally partly because as driven reflecting when while which thanks owing following resulting
  including excluding despite although but if and or on amid before after`);

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
