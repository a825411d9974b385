import type { RelationRule } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { MOVES } from "./amount-words.js";
import { spelled } from "./change-forms.js";
import { REVISED } from "./relation-words.js";
import { CLAUSE_WORDS, DOWN_VERBS, MAKES_UP, OTHER_BASES, UP_VERBS, VERBS_WITH_OBJECT } from "./words.js";

/** Before a figure that is no level: "an increase of $4m, a decrease of $2m". */
const CHANGED_BEFORE = wordSet(
  "increase increases decrease decreases rise fall drop gain loss by compared versus against",
);
/** Verbs by which something gets to a level, up or down. */
const BRINGS = wordSet(
  "bring brings brought bringing take takes took taken taking set sets put puts push pushes pushed pushing send sends sent sending drive drove driven driving leave left leaving help helped force forced",
);
/** Between a verb and the ends of a change, what makes it another clause's: "costs fell and pushed margins from 3% to 5%". */
const OTHER_CLAUSE = new Set([...MOVES, ...BRINGS, ...CLAUSE_WORDS, "as", "that"]);

/** Directly before a figure that another is compared with, or that is itself by how much. */
const NO_LEVEL_BEHIND = new Set([
  ...wordSet("by from over than on against versus with above below after including excluding"),
  ...UP_VERBS,
  ...DOWN_VERBS,
]);

/** What changed: by how much, from what, to what. */
export const CHANGES: readonly RelationRule[] = [
  {
    name: "by-from-to",
    unlessInside: OTHER_BASES,
    patterns: spelled("<grew-*> [<when>] VERB? from BASE ~14 to LEVEL"),
    says: [
      "Net sales rose by $5m, from $10m to $15m.",
      "Head count increased by 119 employees, from 1,501 employees at June 30, 2018 to 1,620 employees at June 30, 2019.",
      "Costs fell by $2m, or 20%, from $10m in 2018 to $8m.",
      "The allowance grew by $2m in 2021, increasing from $8m at the end of 2020 to $10m.",
    ],
    not: [
      "Sales rose by $5m from a year earlier to $15m.",
      "They moved 5 people from 10 offices to 15 offices.",
    ],
  },
  {
    name: "by-to-from",
    unlessInside: OTHER_BASES,
    patterns: spelled(
      "<grew-both> [<when>] to LEVEL ~16, <than>",
      "<grew-inc> [<when>] to LEVEL ~16, <than>",
      "VERB ~4 INC ,? to LEVEL ~6, COMPARED BASE",
      "LEVEL ~3 BE INC MORE than the? BASE",
    ),
    says: [
      "Expenses increased $9.6 million to $24.4 million for the year ended December 31, 2019 compared to $14.8 million for the year before.",
      "Revenue rose $8.6m, or 58.1%, to $23.4m from $14.8m.",
      "Selling expenses decreased by $2,415 or 17.9% to $11,062 in 2019 from $13,477 in 2018.",
    ],
    not: ["Expenses increased $9.6 million to $24.4 million."],
  },
  {
    name: "rate-to-compared",
    unlessInside: OTHER_BASES,
    only: "amount",
    patterns: spelled(
      "<grew-rate> [<when>] to LEVEL ~14, <than>",
      "<grew-rate> [<when>] at LEVEL , <than>",
      "<grew-rate> at LEVEL ~1 VERSUS BASE",
      "COMPARED BASE ~6 , ~8 BE RATE MORE at LEVEL",
      "COMPARED BASE in|during|for ~4 PERIOD , ~8 BE RATE MORE at LEVEL",
    ),
    says: [
      "Compared with $8 billion in May 2023, exports in May 2024 were 12.5% higher at $9 billion.",
      "Sales increased 59% to $328.8 million in fiscal 2019 compared to $207.0 million in 2018.",
      "Exports fell by 20% to $8bn last year, against $10bn in 2021.",
    ],
    not: [
      "Sales increased 59% to $328.8 million.",
      "Sales increased 59% to $328.8 million, compared to a loss of $2 million.",
    ],
  },
  {
    name: "year-in-brackets",
    unlessInside: OTHER_BASES,
    // "$12bn in the first half (June: $2bn, up 20%)" tells of June.
    wholeYears: true,
    only: "amount",
    patterns: spelled(
      "<grew-rate> [<when>] to|at LEVEL ( PERIOD :? BASE )",
      "<grew-rate> [<when>] to|at LEVEL ( BASE in PERIOD )",
      "LEVEL ~2 ( PERIOD :? BASE ,|; VERB? by? RATE )",
    ),
    says: [
      "Exports: $12bn (2022: $10bn, +20%).",
      "Exports were $12bn (2022: $10bn, up 20%).",
      "In 2023 exports were up 20% at $12bn (2022: $10bn).",
      "Exports reached $12bn (previous year: $10bn; +20%).",
      "Exports rose 20% to $12bn ($10bn in 2022).",
    ],
    not: [
      "Exports of the first half were $12bn (June 2022: $2bn, up 20%).",
      "Exports rose 20% to $12bn ($3bn in May 2022).",
      "Exports were up 20% at $12bn (2017: $10bn).",
    ],
  },
  {
    name: "to-compared",
    // "the July gain was revised to 89,000 from 114,000 and the June gain to 118,000 from 179,000"
    // "so far up to 10.2m tonnes": a bound.
    unlessBefore: new Set(["growth", "far", ...REVISED]),
    unlessIn: phraseList("was revised|were revised|been revised|revised to|revised from"),
    patterns: ["VERB ~2 to LEVEL ~16, <from>"],
    says: [
      "Income increased to $299.3 million in 2019 compared to $148.6 million in 2018.",
      "Sales rose to $24.4m, compared with $14.8m.",
      "The margin decreased to 23.6% during the year ended December 31, 2019 from 25.0% during the same period in 2018.",
    ],
    not: [
      "Sales rose to $24.4m, compared with a target of $30m.",
      "Sales rose to $24.4m and profit came to $5m, compared with $4m.",
    ],
  },
  {
    name: "level-verb-compared",
    unlessBehind: NO_LEVEL_BEHIND,
    patterns: ["LEVEL ~6, VERB <from> !to", "LEVEL , which is|was a ~1 NOUN from ~4 of BASE"],
    says: [
      "Other income was $103 million, increasing compared to $53 million in 2018.",
      "The margin is expected to be 51%, which is a slight increase from the 2002 margin of 50%.",
    ],
    not: [
      "Other income was $103 million, compared to $53 million in 2018.",
      "The allowance grew by $2 million, increasing from $8 million.",
      "Bad loans were 2.1% of net advances from 2.5%.",
    ],
  },
  {
    name: "amount-and-rate",
    unlessBefore: wordSet("making made make makes took takes taking"),
    patterns: [
      "NOUN ~6 , of INC ,? or RATE !of",
      "NOUN ~6 of RATE ,? REPRESENTS INC",
      "NOUN ~6 of INC ,? REPRESENTS a? RATE",

      "VERB by? INC ,? or RATE !of",
      "VERB by? INC ,? or by RATE !of",
      "VERB ~6 by INC ,? or RATE !of",
      "VERB by? INC ( up|down|or? RATE )",
      "VERB by? RATE ,? or INC !of",
      "VERB by? RATE ( INC )",
      "VERB by? INC ,? ~3 ,? REPRESENTS a|an? RATE",
      "VERB by? INC , a|an NOUN of RATE",
      "VERB by? INC –|—|- RATE",
      "NOUN ~6 of INC ,? or RATE !of",
      "NOUN ~6 of RATE ,? or INC !of",
      "NOUN ~6 of INC ( RATE )",
      "the|this|that|a|an|its|our|their INC ,? or RATE ,? NOUN",
      "RATE ,? or INC ,? NOUN",
      "INC ( RATE ) NOUN",
    ],
    says: [
      "Revenue increased $15.5 billion or 14%, driven by growth across each of our segments.",
      "Profit rose $4.1m, or 9%.",
      "Product revenues were stable, declining 0.6% or $1 million.",
      "The increase of $12.4 million, or 18%, was due to new shops.",
      "The $7.0 million, or 5%, increase in costs reflects higher volumes.",
    ],
    not: [
      "It spent $4.1m, or 9% of its budget.",
      "Revenue increased, and $4m or 9% went to research.",
      "It made a loss of $4m, or 9% of sales.",
      "It gained $4m, or 9% of the market.",
      "Sales were $302m, or a 25.3% increase.",
    ],
  },
  {
    name: "amount-and-rate-to",
    patterns: spelled(
      "<grew-both> [<when>] to|at LEVEL",
      "NOUN ~8 of INC ,? or RATE ,? to LEVEL [~12, <than>]",
      "NOUN ~8 of RATE , to LEVEL [~12, <than>]",
    ),
    says: [
      "Profit was up 3.5 percent or 2.2 million dollars to 65.1 million dollars.",
      "Sales rose $5m, or 50%, to $15m.",
      "Operating income increased $108 million, or 7%, from 2013 to $1.6 billion in 2014.",
    ],
    not: ["Sales rose $5m, or 50%, and costs to $15m."],
  },
  {
    name: "amount-to",
    patterns: spelled(
      "LEVEL ~3 , INC MORE than",
      "LEVEL ~2, ~1 BE INC MORE on|than",
      "at LEVEL ~4 , BE INC MORE",
      "BE INC MORE at LEVEL , <than>",
      "<grew-inc> [<when>] to|at LEVEL",
      "VERB ~6 by INC to LEVEL",
    ),
    says: [
      "The operating loss increased $63 million to $987 million.",
      "Debt fell by $2bn to $9bn.",
      "It increased its gross tax benefits by $0.2 billion to $2.7 billion.",
      "The number of jobless fell by 41,000 month on month to 3.127 million.",
      "Imports were $9 billion lower at $21 billion, against $30 billion a year before.",
    ],
    not: ["It cut prices by $2, from $11 to $9."],
  },
  {
    name: "level-verb-amount",
    // "of $3bn make up 12%": a share.
    unlessInside: new Set([...OTHER_BASES, ...MAKES_UP]),
    unlessBefore: wordSet("for excluding including despite after"),
    patterns: spelled("of LEVEL [<when>] was|were|is|are|had|has|have? <grew-*> [~6 <than>]"),
    says: [
      "Rent of $310m rose by $12m.",
      "Earnings of $6.0 billion decreased by $932 million (13.4%).",
      "Revenue of $71.4 billion was up $9.4 billion, or 15%, from the prior year.",
      "Net sales of $1.4 billion in fiscal year 2019 increased 15.2% from $1.2 billion in fiscal year 2018.",
    ],
    not: ["Of $310m, rent took $12m.", "A loan of $310m helped. Rent rose by $12m."],
  },
  {
    name: "level-noun-of",
    unlessBefore: CHANGED_BEFORE,
    unlessBehind: NO_LEVEL_BEHIND,
    unlessInside: OTHER_BASES,
    patterns: spelled(
      "LEVEL ~10 <comma> <rise-both> [~6 <than>]",
      "LEVEL ~10 <comma> <rise-inc> [~6 <than>]",
      "LEVEL ~10 <comma> <rise-rate> ~6 <than>",
      "LEVEL ~10 <comma> <rise-*> ~2 <over>",
      "LEVEL INTRO <rise-rate>",
    ),
    says: [
      "Net sales were $1,361.2 million, a decrease of $141.7 million, or 9.4%, from net sales of $1,502.9 million for fiscal 2018.",
      "Interest expense in 2019 was $1,952 million, an increase of $473 million year to year.",
      "Operating cash flow was $669.5m, which was an increase of $76.6m as compared to 2018.",
    ],
    not: [
      "Net sales were $1,361.2 million, a far cry from the goal of $1,500 million.",
      "Net cash was $40m, primarily due to an increase of $4m in receivables.",
    ],
  },
  {
    name: "level-up",
    unlessBefore: CHANGED_BEFORE,
    unlessBehind: NO_LEVEL_BEHIND,
    unlessInside: new Set([...OTHER_BASES, ...VERBS_WITH_OBJECT]),
    patterns: spelled(
      "LEVEL ~10 <and> <up-both> [~6 <than>]",
      "LEVEL ~10 <and> <up-inc> [~6 <than>]",
      "LEVEL ~10 <and> <up-rate> ~6 <than>",
      "LEVEL ~10 <and> <up-both> ~2 <over>",
      "LEVEL ~10 <and> <up-rate> ~2 <over>",
    ),
    says: [
      "Average assets were $129.5 billion during 2009, down $12.6 billion or 9% from 2008.",
      "Net sales totaled $50.0 million, increasing by $4.0 million, or 8.7%.",
      "Revenue was $50.0 million in 2019, up 8.7% from revenue of $46.0 million in 2018.",
    ],
    not: ["It had debt of $50.0 million, raised $4.0 million and cut costs by 9%."],
  },
  {
    name: "level-compared-rise",
    only: "amount",
    unlessInside: new Set([...OTHER_BASES, ...VERBS_WITH_OBJECT]),
    patterns: spelled(
      "LEVEL ~12, <than> ~10 <comma> <rise-*> !on",
      "LEVEL ~12, <than> ~10 <comma> <up-*> !on|than|from|over",
      "LEVEL ~8 ; PERIOD ,? it|they|that|this|those BE BASE <comma> <rise-*> !on|than|from|over",
    ),
    says: [
      "Revenue was $50.0 million in 2019 compared to $46.0 million in 2018, an increase of $4.0 million, or 8.7%.",
      "Net 12.3 mln dlrs vs 11.1 mln dlrs, up 10.8 pct.",
      "Turnover was A$1.2bn against A$1.1bn a year earlier, 9% more.",
      "Exports were $8.0bn in May; a year earlier they were $8.2bn, a fall of 2.4%.",
    ],
    not: [
      "Net 12.3 mln dlrs vs 11.1 mln dlrs, 10.8 pct of sales.",
      "Revenue was $50.0 million compared to a target of $46.0 million, up 8.7%.",
    ],
  },
  {
    name: "levels-respectively-rise",
    only: "amount",
    unlessInside: wordSet("combined"),
    years: "latest first",
    patterns: spelled(
      "LEVEL and BASE <dated> ~3, respectively <comma> <rise-*>",
      "LEVEL and BASE <dated> ~3, respectively , <up-*>",
      "in|for|of|during PERIOD and PERIOD ~3, LEVEL and BASE ,? respectively <comma> <rise-*>",
    ),
    says: [
      "Revenue was $50.0 million and $46.0 million in 2019 and 2018, respectively, an increase of $4.0 million, or 8.7%.",
      "Costs for the six months ended June 30, 2019 and 2018, were $50.0m and $46.0m, respectively, an increase of $4.0m.",
      "Costs were $50.0m and $46.0m for the years ended June 30, 2019 and 2018, respectively, representing an increase of 8.7%.",
    ],
    not: [
      "Revenue was $46.0 million and $50.0 million in 2018 and 2019, respectively, an increase of $4.0 million, or 8.7%.",
      "Revenue was $50.0 million and $46.0 million in 2019 and 2018, respectively, of which $4.0 million, or 8.7%, was abroad.",
    ],
  },
  {
    name: "levels-respectively-rise-to-the-second",
    only: "amount",
    unlessInside: wordSet("combined"),
    years: "latest last",
    patterns: spelled(
      "BASE and LEVEL <dated> ~3, respectively <comma> <rise-*>",
      "BASE and LEVEL <dated> ~3, respectively , <up-*>",
    ),
    says: [
      "Revenue was $46.0 million and $50.0 million in 2018 and 2019, respectively, an increase of $4.0 million, or 8.7%.",
    ],
    not: [
      "Revenue was $50.0 million and $46.0 million in 2019 and 2018, respectively, an increase of $4.0 million, or 8.7%.",
    ],
  },
  {
    name: "from-base-by-to",
    // "to $2bn from $3bn as exports rose 4% to $20bn" tells of two.
    unlessInside: wordSet("as while when because since with"),
    patterns: [
      "from BASE ~8, VERB by? INC ,? to LEVEL",
      "from BASE ~8, VERB by? RATE ,? to LEVEL",
      "up|down from BASE ,? ~4 reached|hit|were|was|stood|totalled|totaled at? LEVEL ( RATE )",
      "VERB to LEVEL ~6 COMPARED BASE ,? ~3 by INC",
    ],
    says: [
      "From $20 a barrel in May, prices rose $5 to $25 in June.",
      "Up from $25bn, exports reached $30bn (+20%).",
      "From 40,000 tonnes a year earlier output increased by 25% to 50,000 tonnes.",
    ],
    not: [
      "From $20 in May, prices rose in June.",
      "Far from $20, prices rose, and $5 was paid.",
      "The deficit narrowed to $2.3bn from $3.1bn as exports rose 4% to $20.8bn.",
    ],
  },
  {
    name: "from-to-respectively",
    patterns: [
      "VERB ~2 by? RATES ,? respectively ,? to LEVELS ~2, COMPARED BASES",
      "VERB ~2 by? RATES ,? respectively ,? to LEVELS",
      "VERB ~2 by? RATES ,? to LEVELS ~2, COMPARED BASES ,? respectively",
      "VERB ~1 respectively by INCS ,? to LEVELS",
      "VERB ~1 by INCS ,? respectively ,? to LEVELS",
      "VERB ~1 by INCS ,? to LEVELS ,? respectively",
      "LEVELS ,? respectively ,? ~2 VERB SLIGHTLY? by? INCS",
      "LEVELS ,? respectively ,? ~2 VERB SLIGHTLY? by? RATES",

      "VERB ~3 from BASES ~12 to LEVELS ~6 ,? respectively",
      "VERB ~3 to LEVELS ~4 , respectively , COMPARED BASES",
    ],
    says: ["Sales and profit rose from $40m and $4m to $50m and $5m, respectively."],
    not: ["Sales rose from $40m to $50m, and those of A and B were $5m and $4m, respectively."],
  },
  {
    name: "from-to-noun-of",
    unlessInside: OTHER_BASES,
    patterns: spelled(
      "VERB ~3 from BASE ~12 to LEVEL ~10 <comma> <rise-*>",
      "VERB ~3 from BASE ~12 to LEVEL ~10 , or|up|down by? INC ,? or RATE",
      "VERB ~3 from BASE ~12 to LEVEL ~10 , or|up|down by? RATE !of",
      "VERB ~2 to LEVEL ~16, <than> ~10 <comma> <rise-*>",
      "VERB ~2 to LEVEL ~16, <than> ~10 , or by? INC ,? or RATE",
      "VERB ~2 to LEVEL ~16, <than> ~10 , or by? RATE !of",
    ),
    says: [
      "The selling price decreased from $1.397 per dozen for fiscal 2018 to $1.265 per dozen for fiscal 2019, a decrease of $0.132 per dozen, or 9.4%.",
      "Revenue increased to $50.0 million in 2019 from $46.0 million in 2018, or 8.7%.",
    ],
    not: [
      "The price fell from $1.397 to $1.265.",
      "Cash rose from $46.0m to $50.0m, primarily due to an increase of $3m in deposits.",
    ],
  },
  {
    name: "percent-from-to",
    unlessBefore: wordSet("growth"),
    // "Shares rose as the rate went from 3.4% to 3.1%": what went did not rise.
    unlessInside: OTHER_CLAUSE,
    only: "percent",
    patterns: ["VERB ~8 from BASE ~14 to LEVEL"],
    says: [
      "The law reduced the corporate tax rate from 35% to 21% effective January 1, 2018.",
      "Unemployment fell from 5.4% in May to 5.1% in June.",
    ],
    not: [
      "A fee of 5% is charged, from 2% to 7% by size.",
      "Shares rose as the rate went from 3.4% to 3.1%.",
      "Prices fell from 3 to 8 percent in most towns.",
    ],
  },
  {
    name: "percent-to-from",
    unlessBefore: wordSet("growth"),
    // "Shares rose as the bank brought its rate to 7% from 8%": another verb, or another clause, is of the rate.
    unlessInside: OTHER_CLAUSE,
    only: "percent",
    patterns: [
      "VERB a|an|the|its|their|his|her|our ~9, to LEVEL ~12, <from>",
      "VERB ~3 <when> to LEVEL ~12, <from>",
    ],
    says: [
      "The bank raised its lending rate to 7-3/4 pct from 7-1/2 pct.",
      "The group lifted its share of the Spanish market to 31 percent from 28 percent.",
    ],
    not: [
      "Shares rose as the bank brought its lending rate to 7% from 8%.",
      "Shares rose after the bank took its lending rate to 7% from 8%.",
      "Falling oil prices pushed the inflation rate to 7% from 6%.",
    ],
  },
  {
    name: "percent-noun-from-to",
    // "The growth of demand would slow from 5% to 3%"
    unlessInside: new Set([...OTHER_CLAUSE, "growth"]),
    only: "percent",
    patterns: ["NOUN ~12 from BASE ~14 to LEVEL"],
    says: ["The result includes the reduction in the statutory income tax rate from 35% to 21%."],
    not: ["The bank said that growth of demand would slow from 5% to 3%."],
  },
  {
    name: "points-to",
    only: "percent",
    unlessBehind: NO_LEVEL_BEHIND,
    unlessInside: OTHER_BASES,
    patterns: spelled(
      "VERB ~5 by? POINTS ,? [<when>] to LEVEL [~12, <than>]",
      "VERB ~5 by? POINTS ~6, to LEVEL",
      "BE POINTS MORE to? LEVEL",
      "VERB by? POINTS ,? [<when>] from BASE ~12 to LEVEL",
      "VERB ~2 to LEVEL ~12 COMPARED BASE ~3 , ~2 by POINTS",
      "VERB ~2 to LEVEL ~12, <than> ~6 <comma> <rise-points>",
      "VERB ~8 from BASE ~12 to LEVEL ~1 , ~3 by POINTS",
      "VERB ~8 from BASE ~12 to LEVEL ~6 <comma> <rise-points>",
      "VERB ~8 from BASE ~12 to LEVEL ~6 , or|up|down by? POINTS",
      "LEVEL ~12, <than> ~10 <comma> <rise-points>",
      "LEVEL ~12, <than> ~10 <comma> <up-points>",
      "LEVEL ~10 <comma> <rise-points> [~6 <than>]",
      "LEVEL ~6 ,? and? <up-points> [~6 <than>]",
    ),
    says: [
      "The EBITDA margin increased 0.6 percentage points to 43.3% in Q4 2019.",
      "The margin of 37.9% increased by 1.4 percentage points over Q4 2018.",
      "The margin was 39.7% in the quarter, up 1.2 percentage points over Q4 2018.",
      "Operating margins were 14.3%, up 60 basis points from 13.7% in 2008.",
      "Our tax rate was 21.3% compared to 23.6% in 2018, a decrease of 230 basis points.",
      "Gross margin increased from 38.0% in 2018 to 39.5% in 2019, or 150 basis points.",
    ],
    not: [
      "The margin increased 0.6 percentage points.",
      "As capacity was cut by 1.4%, the margin was down 7.8 percentage points.",
    ],
  },
  {
    name: "level-rate-up",
    unlessBefore: wordSet("growth"),
    patterns: [
      "after BASE ~4 , ~6 VERB ~3 to LEVEL ~3 , RATE MORE",
      "VERB ~3 to LEVEL ~3 , RATE MORE than the? ~3 BASE",
      "VERB ~3 to LEVEL ~6, VERSUS BASE ~4 , RATE MORE",
      "NOUN of RATE took|brought|left|lifted|pushed|takes|brings ~6 to LEVEL from BASE",
      "NOUN of RATE took|brought|left|lifted|pushed|takes|brings ~6 to LEVEL",
    ],
    says: [
      "After 214 mln guilders in 1987, net profit improved to 246 mln guilders, 15 pct up.",
      "A drop of 9.3% took deliveries down to 3.72 million tonnes in February.",
    ],
    not: ["After 214 mln guilders came 246 mln guilders, 15 pct of sales."],
  },
  {
    name: "higher-than",
    plainBase: true,
    only: "amount",
    patterns: [
      "LEVEL ~10, BE MORE than the? BASE",
      "LEVEL ~3 , MORE than the BASE",
      "LEVEL , MORE the BASE",
      "LEVEL ~6 , which BE MORE than the? BASE",
      "LEVEL ~3 , SLIGHTLY MORE than the? BASE",
      "at LEVEL ~6, BE MORE than the? BASE",
      "LEVEL ~4, RATE MORE <beyond>",
    ],
    says: [
      "Net earnings of $672 million in Q4 2019 were higher than the $606 million reported in Q4 2018.",
      "Orders of $9.9bn were 5 percent above last year's $9.4bn.",
      "Spending on plant was $1.6 billion, slightly higher than $1.4 billion in 1992.",
    ],
    not: [
      "It sold $672 million, more than $600 million of it abroad.",
      "Earnings of $672 million were higher than expected.",
      "Earnings of $214 million, excluding a gain of $38 million, were 8.1% higher than the $198 million of 2018.",
    ],
  },
  {
    name: "amount-above",
    plainBase: true,
    unlessBehind: NO_LEVEL_BEHIND,
    // "Sales were $50m, with exports of $12m, $5m above last year's $45m": of which of the two?
    unlessBefore: wordSet("with on including excluding despite without"),
    unlessInside: OTHER_BASES,
    patterns: ["LEVEL ~6 [, or?] INC MORE <beyond>", "LEVEL ~4 was|were|is|are INC MORE <beyond>"],
    says: [
      "Zinc closed at $2,310 a tonne, $45 below Tuesday's $2,355.",
      "The mill has bought 2.2m tonnes since July, 0.6m fewer than the 2.8m of last season.",
      "Prices of $12 were $2 above the $10 of May.",
    ],
    not: [
      "Sales were $50m, with exports of $12m, $5m above last year's $45m.",
      "It sold $672 million of bonds, $60 million more than planned.",
    ],
  },
  {
    name: "times-the-base",
    sign: 1,
    unlessBehind: NO_LEVEL_BEHIND,
    unlessInside: OTHER_BASES,
    patterns: ["LEVEL ~8 <which-is> TIMES [as ~1 as] BASE", "TIMES [as ~1 as] BASE ~8 , at LEVEL"],
    says: [
      "Exports reached $12bn last year, three times the $4bn of 2019.",
      "Wind output of 18.9 terawatt-hours was 3.5 times the 5.4 terawatt-hours of 2014.",
      "Sales were twice the $4bn of 2019, at $8bn.",
    ],
    not: [
      "Sales of $12bn were three times the target of $4bn.",
      "It paid $12bn, three times its sales, and $4bn later.",
    ],
  },
  {
    name: "level-and-year",
    sign: 0,
    base: "above zero",
    only: "amount",
    unlessBehind: NO_LEVEL_BEHIND,
    patterns: ["LEVEL ~8 ( PERIOD :? ~1 BASE )"],
    says: ["Revenue was £6.8m (2021: £5.9m).", "Net cash was €45m (31 December 2021: €38m)."],
    not: ["Profit was €1m (2021: €−2m).", "Revenue was £6.8m (of which 2021: £5.9m)."],
  },
  {
    name: "level-and-years-before",
    sign: 0,
    base: "above zero",
    only: "amount",
    unlessYears: "latest last",
    unlessBehind: NO_LEVEL_BEHIND,
    patterns: ["LEVEL ~14 ( BASE in|for PERIOD and|,|)"],
    says: [
      "Research costs were $61m in 2002 ($58m in 2001 and $47m in 2000).",
      "For 2002, $61m was spent on research that was bought with other firms ($58m for 2001).",
    ],
    not: [
      "Research will cost $45m from 2023 on ($30m in 2024 and $15m in 2025).",
      "Research costs were $61m in 2002 ($58m of it in 2001 and $3m in 2000).",
    ],
  },
  {
    name: "level-year-before",
    sign: 0,
    base: "bare",
    unlessBehind: NO_LEVEL_BEHIND,
    patterns: spelled(
      "<grew-*> [<when>] to LEVEL ~3 ( BASE )",
      "<grew-rate> [<when>] and was|were|totalled|totaled|amounted ~2 LEVEL ( BASE )",
      "LEVEL ( BASE ) <comma> <rise-*>",
      "LEVEL ( BASE ) , <up-*>",
      "LEVEL ( BASE )",
    ),
    says: [
      "Operating profit rose by 26.9% to EUR 105.8 (83.4) million.",
      "Net sales increased by 27% and were EUR 105.8 million (83.4).",
      "The margin was 12.1% (11.3).",
      "Net sales were SEK 4,518 million (3,984), an increase of 13.4%.",
    ],
    not: [
      "Sales were 4,518 million (3,984 at home).",
      "Sales rose 20% to $10.0 million ($US 7.0 million).",
      "It paid $12 (3) for it.",
    ],
  },
  {
    name: "percent-against-base",
    sign: 0,
    only: "percent",
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    patterns: ["LEVEL ~8, VERSUS BASE PERIOD"],
    says: [
      "The bills were sold to yield an average 7.30 pct, versus 7.17 pct last week.",
      "Inflation was 2.1% in May, against 2.4% the month before.",
    ],
    not: [
      "Revenue grew 19%, against 4.4% last year.",
      "The vote was 52% against 48% of the members present.",
    ],
  },
  {
    name: "share-against-base",
    sign: 0,
    only: "percent",
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    patterns: ["LEVEL of ~14, VERSUS BASE ~2 EARLIER"],
    says: [
      "In 2006, 69 percent of our shipments were made under this program, compared to 71 percent in 2005.",
    ],
    not: ["In 2006, 69 percent of our shipments were by sea, compared to 25 percent by air in 2005."],
  },
  {
    name: "base-then-level",
    // "$9.0m for the year, rising to $0.8m in December": two figures of two things, which the words do not tell apart.
    ifItHolds: true,
    // "rose by 5%, falling to 3%", "up to 9%"
    unlessBehind: NO_LEVEL_BEHIND,
    unlessIn: phraseList("up to"),
    unlessInside: OTHER_BASES,
    patterns: ["BASE ~6 , VERB ~1 to LEVEL"],
    says: [
      "The rate was 7-1/4 percent in 1998, decreasing gradually to 5 percent by 2002.",
      "Orders were $9.0m in May, falling to $7.5m in June.",
    ],
    not: [
      "Sales rose by $9.0m, falling to $7.5m abroad.",
      "Sales were $9.0m for the year, rising to $0.8m in December.",
      "It paid $9.0m, up to $7.5m of it in shares.",
      "Orders were $9.0m, and stocks fell to $7.5m.",
    ],
  },
  {
    name: "level-against-base",
    sign: 0,
    // "grew 19%, compared to 4.4%" compares growths.
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      "LEVEL ~4 vs|versus BASE",
      "LEVEL ~8, VERSUS [~3 of] BASE ~2 EARLIER",
      "LEVEL ~8, VERSUS [~3 of] BASE ~2 for|at|on|from|of PERIOD",
      "LEVEL ~8, VERSUS the? PERIOD ~4 of BASE",
      "LEVEL ( previous|prior|last year ~1 BASE )",
      "respectively LEVELS ,? VERSUS BASES",
      "LEVELS ~2, respectively ~2, VERSUS BASES",
      "LEVELS ,? VERSUS BASES ,? respectively",
    ],
    says: [
      "Net 14.2 mln vs 12.9 mln.",
      "Our effective tax rate was 21.3% compared with 23.8% in the prior year.",
      "Our effective tax rate was 33 percent for 1997, as compared to the 1996 effective tax rate of 37 percent.",
      "The effective tax rate was 21.5%, compared to 20.7% for the three months ended September 30, 2022.",
      "Our debt ratio was 54.8%, compared to 50.1% at June 30, 2022.",
      "Cash used was $1.3 billion in 2006, compared to $860.4 million used during 2005.",
      "Dividends paid were $3.15 per share in 2016 compared with dividends of $2.95 per share in 2015.",
    ],
    not: [
      "Sales were $24.4m, compared with a target of $30m.",
      "Sales were $24.4m, against costs of $4m in the prior year.",
      "It paid $5m (of which $4m in May).",
      "Revenue grew 19% in 2019, compared with 4.4% in the prior year.",
    ],
  },
];
