import type { RelationRule } from "../rule.js";
import { wordSet } from "../word-list.js";
import { DOWN_VERBS, UP_VERBS } from "./words.js";

/** What share of a whole an amount is. */
export const SHARES: readonly RelationRule[] = [
  {
    name: "amount-or-share",
    only: "amount",
    // "2.1m, up from 1.9m, or 19% of imports": the share is that of the level.
    unlessBehind: wordSet("from than against versus"),
    patterns: [
      "PART of the? WHOLE ~2 ,|(|–|— or? SHARE )|–|—|,|of",
      "PART of the? WHOLE ~2 , or SHARE .",
      "share of the? ~3 WHOLE was|is PART ,? or SHARE",
      "of ~4 WHOLE , PART ( SHARE ) came|comes|went|goes|was|were|is|are",
      "PART ~2 ,? constitutes|constituted|corresponds|corresponded|equals to? SHARE of",
      "with|holding|having PART of the? WHOLE ~4 , ~4 hold|holds|held|has|have|had|owns|own|controls|control ~2 SHARE of",
      "( ~2 PART ) represents|represented|constituted ~1 SHARE of ~6 of WHOLE",
      "( ~2 PART ) made up SHARE of ~6 of WHOLE",
      "of ~8, WHOLE ~3 , PART ( SHARE )",
      "PART ~2, accounting|accounts|accounted for ~1 SHARE of ~8 WHOLE",
      "SHARE of ~6 WHOLE ~6 , or|so|making PART",
      "share of the? WHOLE ~3 is|was SHARE , or PART",
      "SHARE of ~6 , PART out of WHOLE",
      "PART ,? or SHARE of all ~3 , WHOLE",
      "PART ~4 on WHOLE ~4 , a rate of SHARE",

      "PART ~8 , or SHARE of ~5 of? WHOLE",
      "PART ~8 ( SHARE of ~5 of? WHOLE",
      "of ~4 total ~3 of? WHOLE , PART ,? or SHARE",
      "PART ,? which is|was|are|were ~1 SHARE of ~3 WHOLE",
      "PART is|was|are|were SHARE of ~3 WHOLE",
      "PART make|makes|made up SHARE of ~3 WHOLE",
      "for|represented|represents|representing|up|was|were|comprised|took|contributed SHARE ,? or PART ,? of",
      "PART represents|represented|equals|equalled ~1 SHARE of ~4 of WHOLE",
      "PART represents|represented|equals|equalled ~1 SHARE of WHOLE",
      "SHARE of the? WHOLE ~6 , or PART",
      "SHARE ,? or PART ,? of",
      "SHARE ( PART ) of",
      "PARTS ,? or SHARES of",
      "PART –|—|- SHARE of",
      "PART ~8 , or SHARE of",
      "PART ~8 ( SHARE of",
      "SHARE of ~8 , or PART",
    ],
    says: [
      "Securities included approximately $15 million of common shares, or 0.06% of total plan assets.",
      "Meat exports of $3bn make up 12% of the total of $25bn.",
      "It cut 11% of the company's workforce, or 1,027 employees.",
      "Research cost $12.1 million and $10.4 million, or 12% and 11% of revenue, in 2019 and 2018, respectively.",
    ],
    not: [
      "Revenue rose $15 million, or 6%.",
      "It bought 11% of the company, or so it said.",
      "It shipped 2.1m barrels, up from 1.9m, or 19% of imports of 11m.",
    ],
  },
  {
    name: "amount-representing-share",
    only: "amount",
    // "rose to 21m from 18m, representing 9% of sales", "was 12m, up 2m, representing": the share is that of the level.
    unlessBehind: new Set([...wordSet("from than against versus with by"), ...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      "PART ~8 ,? SHARE_IS ~1 SHARE of ~6 of WHOLE",
      "PART ~8 ,? SHARE_IS ~1 SHARE of",
      "PARTS ~6 ,? SHARE_IS SHARES of",
    ],
    says: [
      "Education generated revenue of $105 million during 2012, which represented 2% of our total revenue.",
      "Sales to one customer were $4.0 million in 2019, accounting for 8% of total revenue of $50.0 million.",
    ],
    not: [
      "Profit rose to $21.1m from $18.6m in 2007, representing 9.7% of net sales.",
      "Sales were $4.0 million, accounting for much of the growth.",
    ],
  },
];
