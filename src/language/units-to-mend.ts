/** Words of amounts that a slip of the hand takes for each other, in the languages that are read. */

/** Scale words that are taken for each other, in steps of a thousand (or of ten thousand). */
export const LADDERS: readonly (readonly (readonly [string, number])[])[] = [
  [
    ["thousand", 3],
    ["million", 6],
    ["billion", 9],
    ["trillion", 12],
  ],
  [
    ["thousands", 3],
    ["millions", 6],
    ["billions", 9],
    ["trillions", 12],
  ],
  [
    ["k", 3],
    ["m", 6],
    ["bn", 9],
    ["tn", 12],
  ],
  [
    ["k", 3],
    ["mn", 6],
    ["bn", 9],
    ["trn", 12],
  ],
  [
    ["k", 3],
    ["m", 6],
    ["b", 9],
    ["t", 12],
  ],
  [
    ["k", 3],
    ["mln", 6],
    ["bln", 9],
    ["tln", 12],
  ],
  [
    ["тыс", 3],
    ["млн", 6],
    ["млрд", 9],
    ["трлн", 12],
  ],
  [
    ["万", 4],
    ["亿", 8],
    ["万亿", 12],
  ],
  [
    ["萬", 4],
    ["億", 8],
    ["萬億", 12],
  ],
  [
    ["lakh", 5],
    ["crore", 7],
    ["lakh crore", 12],
  ],
];

/** Scale words that may have been left out. */
export const MISSING = [
  ["million", 6],
  ["billion", 9],
] as const;

/** Points and percent at the end of a printed figure. */
export const POINTS =
  /\s*(?:percentage[\s-]points?|percent[\s-]points?|per cent[\s-]points?|%[\s-]?(?:points?|pts)|ppts?|pps?|个?百分点)$/i;
export const PERCENT = /\s*(?:percent|per cent|pct|[%％])$/i;

/** What a percentage would end in as points, in the way in which it is written. */
export const pointsFor = (text: string): string =>
  /[%％]$/.test(text) && /[\u4e00-\u9fff]/.test(text) ? "个百分点" : " percentage points";

/** What points would end in as a percentage. */
export const percentFor = (text: string): string => (/百分点$/.test(text) ? "%" : " percent");
