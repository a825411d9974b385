import type { RelationRule } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";

/** What comes to something that was there before: "it opened 5 shops and bought 4, for a total of 90". */
export const ADDS = /* @__PURE__ */ wordSet(
  "add adds added adding open opens opened opening acquire acquires acquired acquiring hire hires hired hiring further another additional extra",
);

/** What takes away from something: "it hired 300 and cut 120, bringing the total to 250". */
const TAKES = /* @__PURE__ */ wordSet(
  "close closes closed closing shut cut cuts cutting sell sells sold selling lose loses lost losing scrap scrapped scrapping shed shedding retired demolished returned repaid repaying redeemed fell falling less minus off down left",
);

/** Before a total whose list says something else than its parts. */
const NOT_SUMMED = /* @__PURE__ */ wordSet(
  "deficit surplus gap difference balance shortfall net rose fell increased decreased average averaged averaging averages mean",
);

/** A whole and its parts, a difference and what it is of. */
export const SUMS: readonly RelationRule[] = [
  {
    // Before the one that says that these are all.
    name: "total-consisting-mainly-of",
    exhaustive: false,
    overlapping: true,
    patterns: ["TOTAL ~14, MAINLY PARTS OFFSET LESSES", "TOTAL ~14, MAINLY PARTS"],
    says: [
      "Cash used in investing was $40 million, consisting primarily of purchases of $70 million, partially offset by maturities of $30 million.",
      "A loss of $2.3 million primarily consisted of $1.5 million of fees and $0.9 million of closure costs.",
      "Acquisition costs of $2.8 million consist primarily of fees of $1.6 million, $0.3 million of closure costs, and $0.9 million of termination costs.",
    ],
    not: [
      "It had $30m in cash, consisting primarily of $20m in bonds.",
      "It had $30m in cash, primarily in bonds.",
    ],
  },
  {
    name: "total-consisting-of",
    mixed: true,
    // "$1.9m consisted of $1.3m in both years, and $0.6m and $0.5m in 2023 and 2022"
    unlessYears: "latest first",
    patterns: ["TOTAL ~14, CONSIST PARTS OFFSET LESSES", "TOTAL ~14, CONSIST PARTS"],
    says: [
      "Capital expenditure totalled S$1.72 billion, comprising S$587 million for Singtel and S$1.13 billion for Optus.",
      "Net cash provided by operations was $45.0 million for fiscal 2019 consisting of $24.2 million of net income and $47.6 million of non-cash charges, partially offset by an increase in working capital of $26.8 million.",
      "Exports of $30m consisted of $10m of steel, $12m of copper and $8m of grain.",
      "Exports of $30.0m consisted of $20.0m of steel, $9.0m of which went to Spain, and $10.0m of copper.",
    ],
    not: [
      "It had $30m in cash, consisting mostly of $20m in bonds.",
      "Sales were $30m, including $10m abroad.",
    ],
  },
  {
    name: "total-of-which",
    mixed: true,
    patterns: [
      "total of TOTAL ~6 , PARTS",

      "TOTAL ~14, of which PARTS OFFSET LESSES",
      "TOTAL ~14, of which PARTS",
      "TOTAL ~2, PART of which ~10, OFFSET LESSES",
      "of the|its|their TOTAL ~12 , !the PARTS OFFSET LESSES",
    ],
    exhaustive: false,
    says: [
      "We had commitments totaling $5.3 million, of which $3.7 million expire in less than one year and $1.6 million expire in one to three years.",
    ],
    not: [
      "Depreciation was $46m in 1995 and $47m in 1994, of which $33m and $34m, respectively, was of plants at home.",
      "We had commitments of $5.3 million, of which $3.7 million expire this year.",
      "Debt was $5.3 million, of which $3.1 million was public, including $1.7 million owed to banks, and $2.2 million private.",
    ],
  },
  {
    name: "of-the-total",
    mixed: true,
    exhaustive: false,
    // "Of its debt of $5.3m, $3.1m matures in 2027 and $3.0m is secured": two parts may have something in common.
    overlapping: true,
    unlessInside: wordSet("compared against versus than"),
    patterns: ["of the|its|their TOTAL ~12 , !the PARTS"],
    says: ["Of the $5.3 million spent in 2023, $3.1 million was for ships and $2.2 million for trains."],
    not: [
      "Of the $5.3 million spent in 2023, $3.1 million was for ships.",
      "Of the $5.3 million spent in 2023, $3.1 million was for ships, compared with $2.0 million in 2022.",
    ],
  },
  {
    name: "growth-which-included",
    bySize: true,
    ofGrowth: true,
    only: "percent",
    patterns: [
      "TOTAL ~14, INCLUDING ~2 growth|increase of PART and ADVERSE ~3 of LESS",
      "TOTAL ~14, INCLUDING PART ~1 growth|increase and ADVERSE ~3 of LESS",
      "TOTAL ~14, INCLUDING ~2 decline|decrease of PART and FAVORABLE ~3 of LESS",
      "TOTAL ~14, INCLUDING ~2 growth|increase of PART and FAVORABLE ~3 of PART",
      "TOTAL ~14, INCLUDING ~2 decline|decrease of PART and ADVERSE ~3 of PART",
    ],
    says: [
      "Sales rose by 2.1% on the year before, which included operational growth of 4.8% and a negative currency impact of 2.7%.",
      "Sales fell by 12.3% from 2015, which included an operational decrease of 11.2% and a negative currency impact of 1.1%.",
      "Sales fell by 0.3%, which included operational growth of 0.8% and an unfavorable currency effect of 1.1%.",
    ],
    not: ["Sales rose by 2.1%, which included growth of 4.8% in Spain and a fall of 2.7% in Italy."],
  },
  {
    name: "total-which-included",
    mixed: true,
    exhaustive: false,
    // "Net debt was $9m, which included loans of $11m and cash of $2m": what is included may be taken off.
    overlapping: true,
    patterns: ["TOTAL ~14, which included PARTS"],
    says: [
      "Property totaled $73.7 million, which included $69.9 million held in the U.S. and $3.9 million held outside the U.S.",
    ],
    not: ["Property totaled $73.7 million, which included $69.9 million held in the U.S."],
  },
  {
    name: "parts-in-all",
    mixed: true,
    unlessBefore: ADDS,
    patterns: ["PARTS ~2 , or TOTAL in all|total", "PARTS ~2 , or TOTAL altogether|together"],
    says: ["The port handled 1,210 full boxes and 340 empties, or 1,550 in all."],
    not: ["The port handled 1,210 full boxes and 340 empties, or 1,550 tonnes of it."],
  },
  {
    name: "total-list",
    mixed: true,
    unlessBefore: NOT_SUMMED,
    patterns: ["TOTAL : PARTS", "TOTAL ~3 as follows : PARTS"],
    says: [
      "The impairment loss was $719 million: $365 million associated with A, $275 million associated with B, and $79 million associated with C.",
    ],
    not: ["Sales were $719 million: $12 million more than a year before."],
  },
  {
    name: "total-in-brackets",
    mixed: true,
    unlessBefore: NOT_SUMMED,
    // "$9m and $8m for tankers ($7m and $6m of it leased)"
    unlessBehind: wordSet("and"),
    // "$5m in 2002 ($4m in 2001 and $3m in 2000)"
    unlessYears: "latest first",
    largest: true,
    unlessInside: wordSet("including includes notably mainly primarily mostly chiefly especially"),
    patterns: ["TOTAL ~8 ( PARTS ~8 )"],
    says: [
      "It spent $45m (steel $30m, copper $10m and zinc $5m).",
      "It will cost $45m ($30m in 2024 and $15m in 2025).",
    ],
    not: [
      "It paid $12 million (10 million euros).",
      "Imports averaged 167 tonnes a month (184 in January, 180 in February and 137 in March).",
      "Research costs were $61m in 2002 ($58m in 2001 and $47m in 2000).",
      "Leases include $61m and $58m for tankers ($47m and $33m of it for new ones).",
    ],
  },
  {
    name: "added-to",
    patterns: ["to PART ~6 add|adds|added PARTS ~6, TOGETHER TOTAL"],
    says: [
      "To the 300 km already built the plan adds 40 km this year and 60 km next, for a total of 400 km.",
    ],
    not: ["To the 300 km already built the plan adds 40 km this year and 60 km next."],
  },
  {
    name: "added-for-a-total",
    mixed: true,
    // What was there before may be in the total; more than it the parts are not, unless something was given up.
    exhaustive: false,
    unlessInside: TAKES,
    patterns: [
      "ADDING PARTS ~6, TOGETHER TOTAL",
      "ADDING PARTS ~6 , or? TOTAL in all|total|altogether|together",
    ],
    says: [
      "It added 40 km this year and 60 km last year, for a total of 400 km.",
      "It opened 12 shops in Kent and 9 shops in Essex, or 21 shops in all.",
    ],
    not: ["It opened 12 shops in Kent and 9 shops in Essex."],
  },
  {
    name: "together",
    unlessBefore: ADDS,
    // "$2bn in 2023 and $3bn in 2024, for a total of $8bn over three years"
    unlessIn: phraseList("over"),
    patterns: [
      "PARTS ~6, COMBINED TOTAL",
      // But not "compared with a total of 19.5 TWh the year before".
      "PARTS ~6, ,|:|–|—|(|making|giving|reaching|yielding a total of TOTAL",
      "PARTS , a total of TOTAL",
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
    not: [
      "Germany bought $4bn and France $3bn; altogether they bought 20 million tonnes.",
      "It will save $2bn in 2023 and $3bn in 2024, for a total of $8bn over three years.",
      "The fund returned 3.8% in the quarter, 9.6% over one year and 6.4% a year over five years, or 36% in all.",
    ],
  },
  {
    name: "traded-together",
    // "He added that Germany bought $4bn and France $3bn": what was added is something else.
    unlessInside: ADDS,
    patterns: ["TRADED PARTS ~6, COMBINED TOTAL", "TRADED PARTS ~6 , or? TOTAL in all|total|sum"],
    says: [
      "He added that Germany bought $4bn and France $3bn, for a total of $7bn.",
      "The unit, acquired in 2020, sold 120 tonnes and 80 tonnes, or 200 tonnes in all.",
    ],
    not: ["It bought a rival and added 40 km and 60 km, for a total of 400 km."],
  },
  {
    name: "brackets-together",
    mixed: true,
    // "A ($3bn) and B ($2bn) together spent $4bn": what stands in the brackets may be something else.
    exhaustive: false,
    overlapping: true,
    patterns: [
      "( PART ) [, ~4 ( PART )] [, ~4 ( PART )] ,? and ~4 ( PART ) ,? together|jointly ~4 TOTAL !more|less|fewer|higher|lower",
      "( PART ) [, ~4 ( PART )] [, ~4 ( PART )] ,? and ~4 ( PART ) between them ~4 TOTAL !more|less|fewer|higher|lower",
    ],
    says: [
      "Spain ($31m), Italy ($22m) and Malta ($4m) together took $57m of it.",
      "Spain ($31m) and Italy ($22m) between them took $53m of it.",
    ],
    not: [
      "Spain ($31m) and Italy ($22m) together took $57m more than before.",
      "Spain ($31m) and Italy ($22m) took $57m.",
    ],
  },
  {
    name: "total-and-brackets",
    mixed: true,
    patterns: ["TOTAL ~14, CONSIST <in-brackets>", "the total , TOTAL , ~4 <in-brackets>"],
    says: [
      "The total, $30bn, went to Germany ($12bn), France ($10bn) and Spain ($8bn).",
      "Revenue of $30m, consisting of licences ($18m) and services ($12m), was flat.",
    ],
    not: ["Revenue of $30m, consisting of licences ($18m) and services, was flat."],
  },
  {
    name: "mean-and-total",
    mean: true,
    only: "amount",
    unlessBefore: wordSet("could would will rate pace if plans planned"),
    unlessInside: wordSet("since until could would will rate pace up rose fell from share shares"),
    unlessIn: phraseList(
      "so far|to date|at the current|at this|at its peak|at the peak|after|before|annualised|annualized",
    ),
    patterns: [
      "averaged|averaging|averages PART ~6, or|totalling|totaling|total|making ~4 TOTAL",
      "average ~2 of PART ~6, or|totalling|totaling|total|making ~4 TOTAL",
      "TOTAL ~8, average|averages ~2 of PART",
      "TOTAL ~8, averaging PART",
      "totalled|totaled|totalling|totaling ~1 TOTAL ~6 , or PART",
      "came|comes|amounted to TOTAL ~6 , or PART",
      "TOTAL ~6 , or PART ~2 on average",
    ],
    says: [
      "Imports averaged $30bn a month, or $360bn for the year.",
      "Imports came to $360bn in 2023, an average of $30bn a month.",
      "Exports were $180bn in the first half, a monthly average of $30bn.",
      "In the past six months takings came to $2.4m, or $0.4m a month.",
    ],
    not: [
      "It costs $10 a month, or $100 for the year.",
      "Rent averages $2,500 a month, or $25,000 a year for members.",
      "Imports averaged $30bn a month this year, or $200bn so far.",
      "Imports came to $200bn in the year to August, an average of $25bn a month.",
      "Exports were $180bn in the first half and $400bn in the year, an average of $30bn a month.",
      "Sales were $36.5m in 2023, or $0.1m a day.",
      "It lost $30m in 2023, or $0.50 a share.",
    ],
  },
  {
    name: "totalled-list",
    mixed: true,
    // Exports and imports are told apart from other parts, and from a change.
    unlessInside: wordSet("exports imports"),
    patterns: ["total|totalled|totaled|totalling|totaling ~1 TOTAL ~6 [and ~4] : PARTS"],
    says: ["Loans totalled $30bn in the year: $12bn to farms, $10bn to shops and $8bn to homes."],
    not: ["Loans totalled $30bn in the year: $12bn to farms."],
  },
  {
    name: "total-then-list",
    mixed: true,
    // "Bids were made for the $30m plant: $35m by A and $32m by B": the colon alone does not say that they add up.
    exhaustive: false,
    overlapping: true,
    unlessInside: wordSet("exports imports"),
    unlessBefore: wordSet(
      "deficit surplus gap difference balance shortfall net rose fell increased decreased up down total totalled totaled totalling totaling average averaged averaging averages mean growth",
    ),
    patterns: [
      "TOTAL ~6 [and ~4] : PARTS",
      "TOTAL ~3 : <in-brackets>",
      "total|totalled|totaled|totalling|totaling ~1 TOTAL ~8, PARTS ~8, and the? remaining|rest|remainder|other ~4 PART",
    ],
    says: [
      "Exports of $30bn went to Asia and Europe: $12bn to China, $10bn to Germany and $8bn to Spain.",
      "Loans totalled $30bn last year, with $12bn going to farms, $10bn to shops and the remaining $8bn to homes.",
    ],
    not: [
      "Exports rose to $30bn last year: $12bn more to China and $10bn more to Germany.",
      "Growth averaged 5% over the half-year: 4.5% in the first quarter and 5.5% in the second.",
      "Exports of $30bn went to Asia: $12bn to China.",
    ],
  },
  {
    name: "change-by-its-causes",
    exhaustive: false,
    overlapping: true,
    only: "amount",
    patterns: [
      "NOUN ~6 of TOTAL ~10, CAUSED PARTS OFFSET LESSES",
      "TOTAL ~1 NOUN ~10, CAUSED PARTS OFFSET LESSES",
      "VERB SLIGHTLY? by? TOTAL ~16, CAUSED PARTS OFFSET LESSES",
      "VERB SLIGHTLY? by? TOTAL ~16, CAUSED PARTS",
      "VERB by TOTAL ~4 : PARTS",
      "NOUN ~6 of TOTAL ~16, CAUSED PARTS",
    ],
    says: [
      "Operating income increased by $12m due to a $20m rise in sales, partly offset by an $8m fall in fees.",
      "Interest expense increased $5.3 million, primarily as a result of $3.3 million on debt and $2.0 million on leases.",
      "Expenses decreased $2.2m due to a $2.7m decrease in salaries and $0.7m in fees and rent, partly offset by a $1.2m increase in trade and travel.",
      "Revenue rose by $45m: $14m came from old shops, $31m from new ones.",
      "The $4.2 million increase in gross profit reflects a $6.5 million benefit from pricing, partially offset by $2.3 million of freight.",
    ],
    not: ["Operating income increased by $12m due to a $20m rise in sales."],
  },
  {
    name: "total-split",
    onePeriod: true,
    exhaustive: false,
    patterns: [
      "TOTAL is|was|are|were|will ~1 split|divided|shared ~2 between|among|by <in-brackets>",
      "TOTAL ~1 comes|came|come|went|goes from|to <in-brackets>",
      "TOTAL ~2 is|was|are|were split|divided|shared ~2 between|among|by ~6, PART and ~6, PART",
    ],
    says: [
      "The $30m is split between the state ($18m) and investors ($12m).",
      "The $30m comes from the state ($18m) and investors ($12m).",
      "The $30bn came from Germany ($12bn), France ($10bn) and Spain ($8bn).",
    ],
    not: ["The $30m is split between the state and investors ($12m)."],
  },
  {
    name: "parts-making",
    onePeriod: true,
    unlessIn: phraseList("profit|loss|surplus|deficit|so far|since|cumulative"),
    patterns: ["PARTS ~3 , making TOTAL", "PARTS ~3 , which makes|made TOTAL"],
    says: ["The state pays $18m and investors $12m, making $30m."],
    not: [
      "The state pays $18m and investors $12m, making a profit of $30m.",
      "The state pays $18m, making $30m.",
      "The port, with its 14 quays, saw 311 ships from abroad and 1,024 from the coast, making 1,335 calls.",
    ],
  },
  {
    name: "bringing-the-total-to",
    // Most totals that are brought to somewhere had begun before; more than they the parts are not.
    exhaustive: false,
    unlessBefore: TAKES,
    unlessInside: TAKES,
    patterns: ["PARTS ~3 , bringing|taking|lifting|raising the|its|their total to TOTAL"],
    says: ["The state paid $18m and investors $12m, bringing the total to $30m."],
    not: ["The state paid $18m, bringing the total to $30m."],
  },
  {
    name: "total-and-rest",
    unlessBefore: wordSet("deficit surplus net rose fell"),
    patterns: [
      "of the|its|their? TOTAL ~8 ,? PARTS ~8, and the? remaining|rest|remainder ,? ~4 PART",
      "of the|its|their? TOTAL ~8 ,? PARTS ~8, and the other ,? ~4 PART",
    ],
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
    bySize: true,
    patterns: [
      "gap|difference between ~8 PART ~10 and ~8 LESS ~8 is|was ~2 TOTAL",
      "gap|difference between ~8 PART ~10 and ~8 LESS ~8 –|— TOTAL",
      "gap|difference between ~8 ( PART ~3 ) and ~8 ( LESS ~3 ) is|was ~2 TOTAL",

      "TOTAL ~6, the difference between ~6 PART ~8 and ~6 LESS",
      "difference between ~6 PART ~8 and ~6 LESS ~4 is|was|of|comes|came ~2 TOTAL",
    ],
    says: [
      "The gain was $3m, the difference between $10m and $7m.",
      "The difference between the price of $10m and the book value of $7m is $3m.",
      "The deficit was $25m, the difference between revenue of $318m and spending of $343m.",
    ],
    not: ["There was a difference between $10m and $7m."],
  },
  {
    name: "less-leaves",
    // "A surplus of $9m with services": more was earned than is said.
    unlessIn: phraseList("excluding|thanks to|cumulative|overall|in services"),
    patterns: [
      "PART plus ~4 PART ,? less|minus ~4 LESS ,? LEAVES ~4 TOTAL",
      "TOTAL ,? after deducting ~8 LESS from ~8 PART",
      "balance|surplus ~6 TOTAL , after EARNS of PART and COSTS of LESS",
      "EARNS of PART and COSTS of LESS ~8, surplus|profit of TOTAL !with",
      "EARNS of LESS and COSTS of PART ~8, deficit|gap|shortfall|loss of TOTAL !with",
      "by PART to LESS , a majority of TOTAL",
      "PART exceeded|exceeds ~3 LESS ~1 , ~2 by TOTAL",

      "PART ~1 less|minus ~3 LESS ~2 LEAVES ~4 TOTAL",
      "PART ~3 exceeded|exceeds ~4 LESS ~2, by TOTAL",
      "LESS ~1 , fell|falls short of ~3 PART ~2 , by TOTAL",
      "EARNS of PART ~3 exceeded ~1 COSTS of LESS ,? ~6 by TOTAL",
      "profit|surplus|gain ~2 of PART ~8 and ~3 loss|deficit ~2 of LESS ~8 LEAVES ~4 TOTAL",
      "EARNS ~6 PART ~4 and|while ~3 COSTS ~6 LESS ~4 ,? which? ~4 profit|surplus ~3 of TOTAL",
      "exports of PART ~4 against ~1 imports of LESS ,? LEAVES a|the? trade? surplus of TOTAL !with",
      "exports of LESS ~4 against ~1 imports of PART ,? LEAVES a|the? trade? deficit|gap|shortfall of TOTAL !with",
    ],
    says: [
      "Assets of $80m less liabilities of $30m give net assets of $50m.",
      "Income was $50m and costs were $42m, which leaves a profit of $8m.",
      "Exports of $50m set against imports of $42m gave a surplus of $8m.",
    ],
    not: ["Assets of $80m less liabilities of $30m were sold."],
  },
  {
    name: "spending-less-revenue",
    // "A deficit of $9m after interest": more was spent than is said.
    unlessIn: phraseList("after|before|once|primary|operating|current|excluding|including|with|thanks to"),
    patterns: [
      "EARNS ~6 LESS ~4 and|while|against ~3 COSTS ~6 PART ~4 ,? which? LEAVES <shortfall>",
      "COSTS ~6 PART ~4 and|while|against ~3 EARNS ~6 LESS ~4 ,? which? LEAVES <shortfall>",
    ],
    says: [
      "Receipts are put at $42m and spending at $50m, which leaves $8m to be borrowed.",
      "Spending of $50m against revenue of $42m leaves a gap of $8m.",
    ],
    not: [
      "Revenue was $42m and costs were $50m, which left a net loss of $9m.",
      "Revenue was $42m and costs were $50m, leaving a deficit of $9m after interest.",
      "Receipts are put at $42m and spending at $50m, which leaves $9m fewer loans.",
    ],
  },
  {
    name: "exported-and-imported",
    bySize: true,
    onePeriod: true,
    unlessIn: phraseList("excluding|including|with|thanks to|after|before|since"),
    patterns: [
      "exported <goods-worth> PART ~1 ,? and|but|while imported <goods-worth> LESS ~1 , MEANING <trade-balance>",
      "imported <goods-worth> PART ~1 ,? and|but|while exported <goods-worth> LESS ~1 , MEANING <trade-balance>",
    ],
    says: ["It exported goods worth $50m and imported $42m worth, which meant a positive balance of $8m."],
    not: [
      "It exported goods worth $50m and imported $42m worth, and had a surplus of $20m in services.",
      "It exported oil worth $50m and imported food worth $42m, leaving a trade surplus of $20m.",
      "It exported goods worth $50m in May and imported $42m worth in June, leaving a surplus of $9m.",
    ],
  },
  {
    name: "dividends-of-a-year",
    only: "amount",
    unlessIn: phraseList("special|since|cumulative|so far|including|with a"),
    patterns: [
      "interim dividend ~4 PART ~8 [;|,|and] ~4 final ~4 PART ~2 ,? which? MAKING <year-dividend>",
      "final ~4 PART ,? which? ~2 interim dividend ~4 PART ~2 ,? which? MAKING <year-dividend>",
      "final dividend ~4 PART ,? which? ~2 interim ~4 PART ~2 ,? which? MAKING <year-dividend>",
    ],
    says: [
      "The interim dividend was 3.0p; the final is 5.0p, which brings the total to 8.0p a share.",
      "A final dividend of 5.0p, which with the interim dividend of 3.0p makes a total of 8.0p a share, is proposed.",
    ],
    not: [
      "The interim dividend was 3.0p; the final is 5.0p a share, up from 4.5p.",
      "The interim dividend was 3.0p and the final 5.0p, taking the shares to 120p.",
      "The interim payment is $3.0m; the final payment is $5.0m, which takes debt to $20.0m.",
    ],
  },
  {
    name: "opened-less-closed",
    bySize: true,
    // "A net gain of $150 with the bonus": more was gained than is said.
    unlessIn: phraseList("after|before|with|including|excluding|worldwide|overall|in all|since|so far|from"),
    patterns: [
      "OPENED ~2 PART ~6 ,? and|but|while ~3 CLOSED ~2 LESS ~6 , <net>",
      "HIRED ~2 PART ~6 ,? and|but|while ~3 FIRED ~2 LESS ~6 , <net>",
      "bought|acquired PART ~2 ,? and|but|while ~1 sold LESS , <net>",
      "won|gained PART ,? and|but|while ~1 lost LESS , <net>",
    ],
    says: [
      "It opened 48 shops and closed 17 shops in the year, a net gain of 31 shops.",
      "The fund bought $5.2m of shares and sold $3.2m, a net $2.0m.",
    ],
    not: [
      "It opened 48 shops and closed 17 shops in the year, and made a net profit of $31m.",
      "It bought $5.2m of shares and sold $3.2m, and had net debt of $2.5m.",
    ],
  },
  {
    name: "total-including",
    // "$1.7bn in 2001, including $98m of one kind, and $1.3bn in 2000"
    unlessYears: "latest first",
    exhaustive: false,
    overlapping: true,
    only: "amount",
    patterns: [
      "TOTAL ~8, including|includes|included PARTS",
      "totalled|totaled|totalling|totaling TOTAL ~8 , with PARTS",
    ],
    says: [
      "The price was $25 million, including $20 million in cash and $5 million in shares.",
      "Loans totaled $25 million at the end of 2022, with $20 million and $5 million due this year and later, respectively.",
    ],
    not: [
      "The price was $25 million, including $20 million in cash.",
      "Costs were $17 million in 2001, including $3 million of fees, and $13 million in 2000.",
    ],
  },
];
