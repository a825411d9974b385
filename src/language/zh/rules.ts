import type { RelationRule, RuleLanguage } from "../rule.js";
import { wordSet } from "../word-list.js";

/** Chinese words are read character by character: "增至" is two in a row. */
const chars = (text: string): string[][] => text.split("|").map((one) => [...one]);

const change = (way: string): readonly string[] => [
  `由|从 ~8 BASE ~4, ${way}TO LEVEL ~1 , ${way}BY RATE`,
  `由|从 ~8 BASE ~4, ${way}TO LEVEL`,
  `LEVEL ~2 , 较|比 ~10 BASE ~4 ${way}BY RATE`,
  `较|比 ~10 BASE ~4 ${way}BY RATE ~2, 达|至|到|为 LEVEL`,
];

const CHANGES: readonly RelationRule[] = [
  {
    name: "zh-zengzhi",
    sign: 1,
    patterns: change("UP"),
    says: ["贸易顺差由121亿元增至144亿元。", "营业收入由40亿元增至50亿元，增长25%。"],
    not: ["价格由市场决定，5元增至何处不知。", "贸易顺差由144亿元降至121亿元。"],
  },
  {
    name: "zh-jiangzhi",
    sign: -1,
    patterns: change("DOWN"),
    says: ["债务从50亿元降至42亿元。", "一季度净利润12亿元，较上年同期的15亿元下降20%。"],
    not: ["债务从50亿元增至62亿元。", "债务未从50亿元降至42亿元。"],
  },
];

const SUMS: readonly RelationRule[] = [
  {
    name: "zh-qizhong",
    exhaustive: false,
    patterns: ["TOTAL ~2 , 其 中 PARTS"],
    says: ["进出口总值549亿元，其中出口144亿元，进口405亿元。"],
    not: ["进出口总值549亿元，其中出口144亿元。"],
  },
  {
    name: "zh-heji",
    patterns: ["PARTS ~8 , TOGETHER ~2 TOTAL"],
    says: ["出口4亿元，进口3亿元，合计7亿元。"],
    not: ["出口4亿元，进口3亿元。"],
  },
  {
    name: "zh-shuncha",
    patterns: [
      "出 口 ~4 PART ~2 , 进 口 ~4 LESS ~2 , ~4 顺 差 ~4 TOTAL",
      "进 口 ~4 PART ~2 , 出 口 ~4 LESS ~2 , ~4 逆 差 ~4 TOTAL",
      "出 口 ~4 LESS ~2 , 进 口 ~4 PART ~2 , ~4 逆 差 ~4 TOTAL",
    ],
    says: ["出口105亿元，进口81亿元，贸易顺差24亿元。"],
    not: ["出口105亿元，进口81亿元。"],
  },
];

const SHARES: readonly RelationRule[] = [
  {
    name: "zh-zhan",
    patterns: ["PART ~2 , 占 ~10 WHOLE 的 SHARE", "PART ~2 , 占 ~10 SHARE"],
    says: ["对俄出口14.4亿元，占出口总额54.9亿元的26.2%。", "其中石油144亿元，占总额的26%。"],
    not: ["石油144亿元，同比增长26%。"],
  },
];

/** How Chinese says what its figures have to do with each other, beyond a rate with its level. */
export const CHINESE_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  classes: {
    UPTO: chars(
      "增至|升至|增加到|增长到|增加至|增长至|上升到|上升至|扩大到|扩大至|提高到|提高至|涨至|涨到|升到|增到",
    ),
    DOWNTO: chars(
      "降至|减至|下降到|减少到|下降至|减少至|跌至|跌到|缩小到|缩小至|下调至|降低到|降低至|降到|减到",
    ),
    UPBY: chars("增长|增加|上升|上涨|提高|扩大|增长了|增加了|增长约|增幅为"),
    DOWNBY: chars("下降|减少|下跌|下滑|降低|缩小|下降了|减少了|降幅为"),
    OFFSET: [],
    TOGETHER: chars("合计|总计|共计|合共|一共|总共"),
  },
  up: { verbs: wordSet("增"), nouns: wordSet("增"), more: wordSet("增") },
  down: { verbs: wordSet("减"), nouns: wordSet("减"), more: wordSet("减") },
  negations: wordSet("未 没 不 非"),
  soft: wordSet("约 近 逾 达 为 了 的"),
  points: wordSet(""),
  or: wordSet("或"),
  of: wordSet("的"),
  joins: wordSet(", 和 及 与"),
  stops: wordSet("; 但 而 ( ) :"),
};
