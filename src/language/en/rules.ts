import type { RelationRule, RuleLanguage } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { BE } from "./relation-words.js";
import { DOWN_NOUNS, DOWN_VERBS, LESS_WORDS, MORE_WORDS, NEGATIONS, UP_NOUNS, UP_VERBS } from "./words.js";

const CHANGES: readonly RelationRule[] = [
  {
    name: "by-from-to",
    patterns: [
      "VERB by? INC ,? from BASE ~14 to LEVEL",
      "VERB by? INC ,? or RATE ,? from BASE ~14 to LEVEL",
      "VERB by? RATE ,? or INC ,? from BASE ~14 to LEVEL",
      "VERB by? INC ( RATE ) ,? from BASE ~14 to LEVEL",
    ],
    says: [
      "Net sales rose by $5m, from $10m to $15m.",
      "Head count increased by 119 employees, from 1,501 employees at June 30, 2018 to 1,620 employees at June 30, 2019.",
      "Costs fell by $2m, or 20%, from $10m in 2018 to $8m.",
    ],
    not: [
      "Sales rose by $5m from a year earlier to $15m.",
      "They moved 5 people from 10 offices to 15 offices.",
    ],
  },
  {
    name: "by-to-from",
    patterns: [
      "VERB ~4 INC ,? to LEVEL ~6, COMPARED BASE",
      "LEVEL ~3 BE INC MORE than the? BASE",

      "VERB by? INC ,? to LEVEL ~16, COMPARED BASE",
      "VERB by? INC ,? or RATE ,? to LEVEL ~16, COMPARED BASE",
      "VERB by? INC ( RATE ) ,? to LEVEL ~16, COMPARED BASE",
      "VERB by? RATE ,? or INC ,? to LEVEL ~16, COMPARED BASE",
    ],
    says: [
      "Expenses increased $9.6 million to $24.4 million for the year ended December 31, 2019 compared to $14.8 million for the year before.",
      "Revenue rose $8.6m, or 58.1%, to $23.4m from $14.8m.",
      "Selling expenses decreased by $2,415 or 17.9% to $11,062 in 2019 from $13,477 in 2018.",
    ],
    not: ["Expenses increased $9.6 million to $24.4 million."],
  },
  {
    name: "rate-to-compared",
    patterns: ["VERB by? RATE ,? to LEVEL ~14, COMPARED BASE"],
    says: [
      "Sales increased 59% to $328.8 million in fiscal 2019 compared to $207.0 million in 2018.",
      "Exports fell by 20% to $8bn last year, against $10bn in 2021.",
    ],
    not: [
      "Sales increased 59% to $328.8 million.",
      "Sales increased 59% to $328.8 million, compared to a loss of $2 million.",
    ],
  },
  {
    name: "to-compared",
    unlessBefore: wordSet("growth"),
    patterns: ["VERB to LEVEL ~16, COMPARED BASE", "VERB ~2 to LEVEL ~16, COMPARED BASE"],
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
    patterns: ["LEVEL ~6, VERB COMPARED BASE"],
    says: ["Other income was $103 million, increasing compared to $53 million in 2018."],
    not: ["Other income was $103 million, compared to $53 million in 2018."],
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
    patterns: [
      "VERB by? INC ,? or RATE ,? to LEVEL",
      "VERB by? RATE ,? or INC ,? to LEVEL",
      "VERB by? INC ( RATE ) ,? to LEVEL",
    ],
    says: [
      "Profit was up 3.5 percent or 2.2 million dollars to 65.1 million dollars.",
      "Sales rose $5m, or 50%, to $15m.",
    ],
    not: ["Sales rose $5m, or 50%, and costs to $15m."],
  },
  {
    name: "amount-to",
    patterns: ["LEVEL ~3 , INC MORE than", "LEVEL ~2, ~1 BE INC MORE on|than", "VERB by? INC ,? to|at LEVEL"],
    says: ["The operating loss increased $63 million to $987 million.", "Debt fell by $2bn to $9bn."],
    not: ["It cut prices by $2, from $11 to $9."],
  },
  {
    name: "level-verb-amount",
    unlessBefore: wordSet("and for excluding including despite after"),
    patterns: [
      "of LEVEL ~8 VERB by? INC ,? COMPARED BASE",
      "of LEVEL ~8 VERB by? INC ( RATE ) ,? COMPARED BASE",
      "of LEVEL ~8 VERB by? INC ,? or RATE ,? COMPARED BASE",
      "of LEVEL ~8 VERB by? INC",
      "of LEVEL ~8 VERB by? RATE COMPARED BASE",
      "of LEVEL ~8 VERB by? RATE ~6 COMPARED BASE",
      "of LEVEL ~8 VERB by? RATE",
    ],
    says: [
      "Rent of $310m rose by $12m.",
      "Net sales of $1.4 billion in fiscal year 2019 increased 15.2% from $1.2 billion in fiscal year 2018.",
    ],
    not: ["Of $310m, rent took $12m.", "A loan of $310m helped. Rent rose by $12m."],
  },
  {
    name: "level-noun-of",
    unlessBefore: wordSet("increase increases decrease decreases rise fall drop gain loss by"),
    patterns: [
      "LEVEL ~8, represented|represents|representing a|an NOUN of RATE ,? COMPARED ~5 BASE",
      "LEVEL and BASE ~16, respectively , a|an NOUN of INC ,? or RATE",
      "LEVEL and BASE ~16, respectively , a|an NOUN of INC",
      "LEVEL and BASE ~16, respectively , a|an NOUN of RATE",

      "LEVEL ~12, COMPARED BASE ~10 , and|a|an NOUN of INC ,? or RATE",
      "LEVEL ~12, COMPARED BASE ~10 , and|a|an NOUN of INC",
      "LEVEL ~12, COMPARED BASE ~10 , and|a|an NOUN of RATE",
      "LEVEL represented|represents|representing|was|is a|an NOUN of RATE ,? COMPARED ~5 BASE",
      "LEVEL represented|represents|representing|was|is a|an NOUN of INC ,? COMPARED ~5 BASE",
      "LEVEL represented|represents|representing a|an NOUN of RATE",
      "LEVEL ~6 , and|a|an NOUN of INC ,? or RATE ,? COMPARED ~5 BASE",
      "LEVEL ~6 , and|a|an NOUN of INC ,? COMPARED ~5 BASE",
      "LEVEL ~6 , and|a|an NOUN of INC ,? or RATE",
      "LEVEL ~6 , and|a|an NOUN of INC",
    ],
    says: [
      "Net sales were $1,361.2 million, a decrease of $141.7 million, or 9.4%, from net sales of $1,502.9 million for fiscal 2018.",
      "Interest expense in 2019 was $1,952 million, an increase of $473 million year to year.",
    ],
    not: ["Net sales were $1,361.2 million, a far cry from the goal of $1,500 million."],
  },
  {
    name: "from-base-by-to",
    patterns: [
      "from BASE ~8, VERB by? INC ,? to LEVEL",
      "from BASE ~8, VERB by? RATE ,? to LEVEL",
      "VERB to LEVEL ~6 COMPARED BASE ,? ~3 by INC",
    ],
    says: [
      "From $20 a barrel in May, prices rose $5 to $25 in June.",
      "From 40,000 tonnes a year earlier output increased by 25% to 50,000 tonnes.",
    ],
    not: ["From $20 in May, prices rose in June.", "Far from $20, prices rose, and $5 was paid."],
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

      "VERB ~3 from BASES ~12 to LEVELS ~6 ,? respectively",
      "VERB ~3 to LEVELS ~4 , respectively , COMPARED BASES",
    ],
    says: ["Sales and profit rose from $40m and $4m to $50m and $5m, respectively."],
    not: ["Sales rose from $40m to $50m, and those of A and B were $5m and $4m, respectively."],
  },
  {
    name: "from-to-noun-of",
    patterns: [
      "VERB ~3 from BASE ~12 to LEVEL ~10 , a|an NOUN of INC ,? or RATE",
      "VERB ~3 from BASE ~12 to LEVEL ~10 , a|an NOUN of INC",
    ],
    says: [
      "The selling price decreased from $1.397 per dozen for fiscal 2018 to $1.265 per dozen for fiscal 2019, a decrease of $0.132 per dozen, or 9.4%.",
    ],
    not: ["The price fell from $1.397 to $1.265."],
  },
  {
    name: "percent-from-to",
    unlessBefore: wordSet("growth"),
    only: "percent",
    patterns: ["VERB ~8 from BASE ~14 to LEVEL", "NOUN ~12 from BASE ~14 to LEVEL"],
    says: [
      "The law reduced the corporate tax rate from 35% to 21% effective January 1, 2018.",
      "The result includes the reduction in the statutory income tax rate from 35% to 21%.",
      "Unemployment fell from 5.4% in May to 5.1% in June.",
    ],
    not: ["A fee of 5% is charged, from 2% to 7% by size."],
  },
  {
    name: "points-to",
    patterns: [
      "VERB ~5 by? POINTS ,? to LEVEL ~8, COMPARED BASE",
      "VERB ~5 by? POINTS ~6, to LEVEL",
      "VERB ~2 to LEVEL ~6 COMPARED BASE ~3 , ~2 by POINTS",
      "VERB ~2 to LEVEL ~6 COMPARED BASE , a|an ~1 NOUN of POINTS",
      "VERB ~2 to LEVEL ~6 COMPARED BASE , a|an POINTS",
      "VERB ~8 from BASE ~8 to LEVEL ~1 , ~3 by POINTS",
      "VERB ~8 from BASE ~8 to LEVEL ~1 , a|an ~1 NOUN of POINTS",

      "VERB by? POINTS ,? to LEVEL ~12 COMPARED BASE",
      "VERB by? POINTS ,? from BASE ~12 to LEVEL",
      "VERB by? POINTS ,? to LEVEL",
      "LEVEL ~6 VERB by? POINTS",
      "LEVEL ~6 , VERB by? POINTS",
    ],
    says: [
      "The EBITDA margin increased 0.6 percentage points to 43.3% in Q4 2019.",
      "The margin of 37.9% increased by 1.4 percentage points over Q4 2018.",
      "The margin was 39.7% in the quarter, up 1.2 percentage points over Q4 2018.",
    ],
    not: [
      "The margin increased 0.6 percentage points.",
      "As capacity was cut by 1.4%, the margin was down 7.8 percentage points.",
    ],
  },
  {
    name: "level-against-base-rate",
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      "LEVEL ~8, VERSUS BASE ~8 , ~2 VERB by? RATE",
      "LEVEL ~8, VERSUS BASE ~8 , a|an ~1 NOUN of RATE",
      "LEVEL ~8, VERSUS BASE ~8 , ~1 RATE MORE",
    ],
    says: [
      "Net 12.3 mln dlrs vs 11.1 mln dlrs, up 10.8 pct.",
      "Turnover was A$1.2bn against A$1.1bn a year earlier, 9% more.",
    ],
    not: ["Net 12.3 mln dlrs vs 11.1 mln dlrs, 10.8 pct of sales."],
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
      "LEVEL ~4, MORE than the BASE",
      "LEVEL , MORE the BASE",
      "at LEVEL ~6, BE MORE than the? BASE",
      "LEVEL ~3, RATE MORE than the? BASE",
      "LEVEL ~3, RATE MORE the BASE",
    ],
    says: ["Net earnings of $672 million in Q4 2019 were higher than the $606 million reported in Q4 2018."],
    not: [
      "It sold $672 million, more than $600 million of it abroad.",
      "Earnings of $672 million were higher than expected.",
    ],
  },
  {
    name: "level-against-base",
    sign: 0,
    // "grew 19%, compared to 4.4%" compares growths.
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      "LEVEL ~4 vs|versus BASE",
      "LEVEL ~8, VERSUS BASE EARLIER",
      "LEVEL ( previous|prior|last year ~1 BASE )",
      "respectively LEVELS ,? VERSUS BASES",
      "LEVELS ~2, respectively ~2, VERSUS BASES",
    ],
    says: [
      "Net 14.2 mln vs 12.9 mln.",
      "Our effective tax rate was 21.3% compared with 23.8% in the prior year.",
    ],
    not: [
      "Sales were $24.4m, compared with a target of $30m.",
      "Sales were $24.4m, against costs of $4m in the prior year.",
      "It paid $5m (of which $4m in May).",
      "Revenue grew 19% in 2019, compared with 4.4% in the prior year.",
    ],
  },
];

const SUMS: readonly RelationRule[] = [
  {
    name: "total-consisting-of",
    mixed: true,
    patterns: ["TOTAL ~14, CONSIST PARTS OFFSET LESSES", "TOTAL ~14, CONSIST PARTS"],
    says: [
      "Capital expenditure totalled S$1.72 billion, comprising S$587 million for Singtel and S$1.13 billion for Optus.",
      "Net cash provided by operations was $45.0 million for fiscal 2019 consisting of $24.2 million of net income and $47.6 million of non-cash charges, partially offset by an increase in working capital of $26.8 million.",
      "Exports of $30m consisted of $10m of steel, $12m of copper and $8m of grain.",
    ],
    not: [
      "It had $30m in cash, consisting mostly of $20m in bonds.",
      "Sales were $30m, including $10m abroad.",
    ],
  },
  {
    name: "total-consisting-mainly-of",
    exhaustive: false,
    overlapping: true,
    patterns: ["TOTAL ~14, MAINLY PARTS OFFSET LESSES"],
    says: [
      "Cash used in investing was $40 million, consisting primarily of purchases of $70 million, partially offset by maturities of $30 million.",
    ],
    not: ["It had $30m in cash, consisting primarily of $20m in bonds."],
  },
  {
    name: "total-of-which",
    mixed: true,
    patterns: [
      "total of TOTAL ~6 , PARTS",

      "TOTAL ~14, of which PARTS OFFSET LESSES",
      "TOTAL ~14, of which PARTS",
      "TOTAL ~14, which included PARTS",
      "TOTAL ~2, PART of which ~10, OFFSET LESSES",
      "of the|its|their TOTAL ~2 , PARTS",
    ],
    exhaustive: false,
    says: [
      "We had commitments totaling $5.3 million, of which $3.7 million expire in less than one year and $1.6 million expire in one to three years.",
      "Property totaled $73.7 million, which included $69.9 million held in the U.S. and $3.9 million held outside the U.S.",
    ],
    not: ["We had commitments of $5.3 million, of which $3.7 million expire this year."],
  },
  {
    name: "total-list",
    mixed: true,
    unlessBefore: wordSet(
      "deficit surplus gap difference balance shortfall net rose fell increased decreased",
    ),
    patterns: ["TOTAL : PARTS", "TOTAL ~3 as follows : PARTS", "TOTAL ~8 ( PARTS ~8 )"],
    says: [
      "The impairment loss was $719 million: $365 million associated with A, $275 million associated with B, and $79 million associated with C.",
      "It spent $45m (steel $30m, copper $10m and zinc $5m).",
    ],
    not: [
      "Sales were $719 million: $12 million more than a year before.",
      "It paid $12 million (10 million euros).",
    ],
  },
  {
    name: "together",
    patterns: [
      "PARTS ~6, TOGETHER TOTAL",
      "PARTS ~6 , TOTAL TOGETHER",
      "PARTS ~6 , or? TOTAL in all|total|sum",
      "PARTS ~6 , or TOTAL altogether|together",
      "PARTS ~6 –|— TOTAL ~2 in all|total",
    ],
    says: [
      "Germany bought $4bn and France $3bn, together $7bn.",
      "It sold 120 tonnes of tin and 80 tonnes of zinc, for a total of 200 tonnes.",
      "Germany bought $4bn, France $3bn and Spain $2bn, $9bn together.",
    ],
    not: ["Germany bought $4bn and France $3bn; altogether they bought 20 million tonnes."],
  },
  {
    name: "total-split",
    onePeriod: true,
    exhaustive: false,
    patterns: [
      "TOTAL is|was|are|were|will ~1 split|divided|shared ~2 between|among|by ~5 ( PART ) and|, ~4 ( PART )",
      "TOTAL comes|came|come from ~5 ( PART ) and|, ~4 ( PART )",
      "TOTAL ~2 is|was|are|were split|divided|shared ~2 between|among|by ~6, PART and ~6, PART",
    ],
    says: [
      "The $30m is split between the state ($18m) and investors ($12m).",
      "The $30m comes from the state ($18m) and investors ($12m).",
    ],
    not: ["The $30m is split between the state and investors ($12m)."],
  },
  {
    name: "parts-making",
    onePeriod: true,
    unlessIn: phraseList("profit|loss|surplus|deficit|so far|since|cumulative"),
    patterns: [
      "PARTS ~3 , making TOTAL",
      "PARTS ~3 , which makes|made TOTAL",
      "PARTS ~3 , bringing the total to TOTAL",
    ],
    says: ["The state pays $18m and investors $12m, making $30m."],
    not: [
      "The state pays $18m and investors $12m, making a profit of $30m.",
      "The state pays $18m, making $30m.",
      "The port, with its 14 quays, saw 311 ships from abroad and 1,024 from the coast, making 1,335 calls.",
    ],
  },
  {
    name: "total-and-rest",
    unlessBefore: wordSet("deficit surplus net rose fell"),
    patterns: ["of the|its|their? TOTAL ~8 , PARTS ~8, and the? remaining|rest|remainder|other ~4 PART"],
    says: [
      "Of $640 million in assistance, $250 million is to come from one bank, $190 million from another, and the remaining $200 million from donors.",
    ],
    not: [
      "Of $640 million in assistance, $250 million is to come from one bank.",
      "By then 253,203 shares had vested, 200,297 shares had been forfeited, and the remaining 93,500 shares will vest later.",
    ],
  },
  {
    name: "difference-of",
    patterns: [
      "gap|difference between ~8 PART ~10 and ~8 LESS ~8 is|was ~2 TOTAL",
      "gap|difference between ~8 PART ~10 and ~8 LESS ~8 –|— TOTAL",

      "TOTAL ~6, the difference between ~6 PART ~8 and ~6 LESS",
      "difference between ~6 PART ~8 and ~6 LESS ~4 is|was|of|comes|came ~2 TOTAL",
    ],
    says: [
      "The gain was $3m, the difference between $10m and $7m.",
      "The difference between the price of $10m and the book value of $7m is $3m.",
    ],
    not: ["There was a difference between $10m and $7m."],
  },
  {
    name: "less-leaves",
    patterns: [
      "PART plus ~4 PART ,? less|minus ~4 LESS ,? LEAVES ~4 TOTAL",
      "TOTAL ,? after deducting ~8 LESS from ~8 PART",
      "balance|surplus ~6 TOTAL , after EARNS of PART and COSTS of LESS",
      "EARNS of PART and COSTS of LESS ~8, surplus|profit of TOTAL",
      "EARNS of LESS and COSTS of PART ~8, deficit|gap|shortfall|loss of TOTAL",
      "by PART to LESS , a majority of TOTAL",
      "PART exceeded|exceeds ~3 LESS ~1 , ~2 by TOTAL",

      "PART ~1 less|minus ~3 LESS ~2 LEAVES ~4 TOTAL",
      "PART ~3 exceeded|exceeds ~4 LESS ~2, by TOTAL",
      "LESS ~1 , fell|falls short of ~3 PART ~2 , by TOTAL",
      "EARNS of PART ~3 exceeded ~1 COSTS of LESS ,? ~6 by TOTAL",
      "profit|surplus|gain ~2 of PART ~8 and ~3 loss|deficit ~2 of LESS ~8 LEAVES ~4 TOTAL",
      "EARNS ~6 PART ~4 and|while ~3 COSTS ~6 LESS ~4 ,? which? ~4 profit|surplus ~3 of TOTAL",
    ],
    says: [
      "Assets of $80m less liabilities of $30m give net assets of $50m.",
      "Income was $50m and costs were $42m, which leaves a profit of $8m.",
    ],
    not: ["Assets of $80m less liabilities of $30m were sold."],
  },
  {
    name: "total-including",
    exhaustive: false,
    overlapping: true,
    only: "amount",
    patterns: [
      "TOTAL ~8, including|includes|included PARTS",
      "totalled|totaled|totalling|totaling TOTAL , with PARTS",
    ],
    says: ["The price was $25 million, including $20 million in cash and $5 million in shares."],
    not: ["The price was $25 million, including $20 million in cash."],
  },
];

const SHARES: readonly RelationRule[] = [
  {
    name: "amount-or-share",
    patterns: [
      "PART of the? WHOLE ~2 ,|(|–|— or? SHARE )|–|—|,|of",
      "PART of the? WHOLE ~2 , or SHARE .",
      "share of the? ~3 WHOLE was|is PART ,? or SHARE",
      "of ~4 WHOLE , PART ( SHARE ) came|comes|went|goes|was|were|is|are",
      "PART ~2 constitutes|constituted|corresponds|corresponded|equals to? SHARE of",
      "PART ~2, accounting|accounts|accounted for ~1 SHARE of ~8 WHOLE",
      "SHARE of ~4 WHOLE ~6 , or PART",
      "share of the? WHOLE ~3 is|was SHARE , or PART",
      "SHARE of ~6 , PART out of WHOLE",
      "PART ,? or SHARE of all ~3 , WHOLE",
      "PART ~4 on WHOLE ~4 , a rate of SHARE",

      "PART ~8 , or SHARE of ~5 of? WHOLE",
      "PART ~8 ( SHARE of ~5 of? WHOLE",
      "of ~4 total ~3 of? WHOLE , PART ,? or SHARE",
      "PART ,? which is|was|are|were ~1 SHARE of ~3 WHOLE",
      "PART is|was|are|were SHARE of ~3 WHOLE",
      "for|represented|represents|representing|up|was|were|comprised|took|contributed SHARE ,? or PART ,? of",
      "PART represents|represented|equals|equalled ~1 SHARE of ~4 of WHOLE",
      "PART represents|represented|equals|equalled ~1 SHARE of WHOLE",
      "SHARE of the? WHOLE ~6 , or PART",
      "PART –|—|- SHARE of",
      "PART ~8 , or SHARE of",
      "PART ~8 ( SHARE of",
      "SHARE of ~8 , or PART",
    ],
    says: [
      "Securities included approximately $15 million of common shares, or 0.06% of total plan assets.",
      "It cut 11% of the company's workforce, or 1,027 employees.",
    ],
    not: ["Revenue rose $15 million, or 6%.", "It bought 11% of the company, or so it said."],
  },
];

/** How English says what its figures have to do with each other, beyond a rate with its level. */
export const ENGLISH_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  classes: {
    COMPARED: phraseList(
      "compared with|compared to|as compared with|as compared to|in comparison with|versus|vs|against|from|up from|down from",
    ),
    BE: phraseList("was|were|is|are|was significantly|were significantly|was slightly|were slightly"),
    VERSUS: phraseList(
      "versus|vs|against|as against|compared with|compared to|as compared with|as compared to|compares with|compares to|compare with",
    ),
    EARLIER: phraseList(
      "in the prior|in the same|in the previous|in the corresponding|in the preceding|in the first half|a year|in|for the|last year|the year before|the previous year|the prior year|at the|a month|at the same",
    ),
    REPRESENTS: phraseList(
      "representing|which represents|which is|equal to|equivalent to|, equal to|, equivalent to",
    ),
    CONSIST: phraseList(
      "consisting of|consisted of|consisted of the|consists of|and consisted of|and consisted of the|which consisted of|comprising|comprised of|comprised|which comprised|made up of|being",
    ),
    LEAVES: phraseList("leave|leaves|left|leaving|is|gives|give|giving|equals|makes|make|made"),
    EARNS: phraseList("income|revenue|revenues|receipts|earnings|takings|inflows"),
    COSTS: phraseList("costs|expenses|spending|expenditure|outlays|payments|outflows|expenditures"),
    MAINLY: phraseList(
      "consisting primarily of|consisted primarily of|consisting mainly of|consisted mainly of|consisting principally of|consisted principally of|consisting mostly of|consisted mostly of",
    ),
    OFFSET: phraseList(
      "partially offset by|partly offset by|offset by|offset partially by|offset in part by|, partially offset by|, partly offset by|, offset by|, less|net of|, net of",
    ),
    TOGETHER: phraseList(
      "together|for a total of|a total of|totalling|totaling|in total|which together make|which make|making a total of|making together",
    ),
  },
  up: { verbs: UP_VERBS, nouns: UP_NOUNS, more: MORE_WORDS },
  down: { verbs: DOWN_VERBS, nouns: DOWN_NOUNS, more: LESS_WORDS },
  negations: NEGATIONS,
  soft: wordSet(
    "about around nearly almost some roughly approximately just only over a an the net us estimated total revised record new",
  ),
  points: wordSet("pts pt points"),
  or: wordSet("or"),
  of: wordSet("of"),
  copulas: BE,
  joins: wordSet("and , plus"),
  stops: wordSet("; while whereas but although though because which who and or ( ) :"),
};
