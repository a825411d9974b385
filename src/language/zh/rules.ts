import type { RelationRule, RuleLanguage } from "../rule.js";
import { wordSet } from "../word-list.js";

/** Chinese words are read character by character: "增至" is two in a row. */
const chars = (text: string): string[][] => text.split("|").map((one) => [...one]);

/** Between a mark and a verb: what it is measured against, and no other subject. */
const AGAINST = ["同|环|累|按? 比|计|年?", "较|比 ~8"];
const against = (make: (measure: string) => readonly string[]): readonly string[] => AGAINST.flatMap(make);

/** A rise, or a fall, with its level, its base and by how much. */
const change = (way: string): readonly string[] => [
  ...against((measure) => [
    `由|从|自 ~8 BASE ~4, ${way}TO LEVEL ~4 , ${measure} ${way}BY RATE`,
    `LEVEL ~2 , 较|比 ~10 BASE ~4 ${way}BY INC ~1 , ${measure} ${way}BY RATE`,
  ]),
  `由|从|自 ~8 BASE ~4, ${way}TO LEVEL`,
  `由|从|自 ~8 BASE ~4, ${way}TO LEVEL ~4 , ${way}BY RATE`,
  `由|从|自 ~8 BASE ~4, ${way}TO LEVEL ~4 , ${way}BY INC`,
  `由|从|自 ~8 BASE ~4, ${way}TO LEVEL ~4 , ${way}BY POINTS`,
  `由|从|自 ~8 BASE ~4, ${way}BY POINTS ~2, 至|到|达 LEVEL`,
  `${way}BY POINTS 至|到|达 LEVEL`,
  `${way}BY INC ~1 , 总|余? 额|量? 达|至|到|为 到? LEVEL , ${way}BY RATE`,
  `${way}BY INC ~1 , 报|收 LEVEL , ~4 ${way}BY RATE`,
  `LEVEL ~2 , 较|比 ~10 BASE ~4 ${way}BY INC`,
  `LEVEL ~2 , 较|比 ~10 BASE ~4 ${way}BY RATE`,
  `较|比 ~10 BASE ~4 ${way}BY RATE ~2, 达|至|到|为 LEVEL`,
];

/** By how much, and what else is said of it: "同比增加702家,增长8.9%". */
const increase = (way: string): readonly string[] =>
  against((measure) => [
    ...AGAINST.map((first) => `LEVEL ~2 , ${first} ${way}BY INC ~1 , ${measure} ${way}BY RATE`),
    `${way}BY INC ~1 , 总|余? 额|量? 达|至|到|为 LEVEL , ${measure} ${way}BY RATE`,
    `${way}BY INC ~1 , ${measure} ${way}BY RATE`,
    ...["PERIOD LASTTIME", "上 年 LASTTIME", "上 月|季|周 度?", "年 初"].flatMap((earlier) => [
      `LEVEL ~2 , 而? ${earlier} 仅? BASE ~2 , ${measure} ${way}BY RATE`,
      `LEVEL ~2 , 而? ${earlier} 仅? BASE ~2 , ${measure} ${way}BY INC`,
      `LEVEL ~2 ,? ${measure} ${way}BY RATE ( ${earlier} BASE )`,
      `LEVEL ~2 ,? ${measure} ${way}BY RATE ~1 ;|, ${earlier} BASE`,
    ]),
    `LEVEL ~2 , ${measure} ${way}BY POINTS ~1 ;|, ~2 LASTTIME ~2 BASE`,
  ]);

const CHANGES: readonly RelationRule[] = [
  {
    name: "zh-zengzhi",
    sign: 1,
    unlessBehind: wordSet("增 减"),
    patterns: change("UP"),
    says: [
      "贸易顺差由121亿元增至144亿元。",
      "营业收入由40亿元增至50亿元，同比增长25%。",
      "营业收入50亿元，较2023年的40亿元增加10亿元，增幅为25%。",
    ],
    not: ["价格由市场决定，5元增至何处不知。", "贸易顺差由144亿元降至121亿元。"],
  },
  {
    name: "zh-jiangzhi",
    sign: -1,
    patterns: change("DOWN"),
    says: ["债务从50亿元降至42亿元。", "一季度净利润12亿元，较上年同期的15亿元下降20%。"],
    not: ["债务从50亿元增至62亿元。", "债务未从50亿元降至42亿元。"],
  },
  {
    name: "zh-zengjia",
    sign: 1,
    patterns: increase("UP"),
    says: [
      "外贸企业8613家，同比增加702家，增长8.9%。",
      "外汇储备较7月末上升318亿美元，升幅为0.98%。",
      "服务出口为286亿元，上月为260亿元，环比增长10%。",
      "负债率为58.3%，较年初上升1.6个百分点，年初为56.7%。",
    ],
    not: ["外贸企业8613家，没有增加702家，增长8.9%。", "投资增加5亿元，利润增长8.9%。"],
  },
  {
    name: "zh-jianshao",
    sign: -1,
    patterns: increase("DOWN"),
    says: [
      "煤炭进口3304万吨，环比减少269万吨，下降7.5%。",
      "净利润为1.93亿元，上年同期为2.71亿元，同比减少28.78%。",
    ],
    not: ["煤炭进口3304万吨，环比增加269万吨，增长8.9%。"],
  },
];

const LEVELS: readonly RelationRule[] = [
  {
    name: "zh-tongqi",
    sign: 0,
    unlessInside: wordSet("进 出 口 支 收"),
    patterns: [
      "LEVEL ~2 , 而? PERIOD LASTTIME 仅? BASE",
      "LEVEL ~2 , 而? 上 年|月 LASTTIME 仅? BASE",
      "LEVEL ( PERIOD LASTTIME BASE )",
      "LEVEL ( 上 年 LASTTIME BASE )",
    ],
    says: ["出口1264亿美元，去年同期为1201亿美元。"],
    not: ["出口1264亿美元，同期进口1099亿美元。"],
  },
];

/** Parts of which one is below zero: how they add up is not said. */
const SIGNED = chars(
  "顺差|盈利|逆差|亏损|赤字|盈余|抵扣|抵消|净流出|净支出|少增|多增|少减|减少|扣除|减去|负债",
);

const SUMS: readonly RelationRule[] = [
  {
    name: "zh-qizhong-qita",
    onePeriod: true,
    unlessIn: SIGNED,
    patterns: [
      "TOTAL ~3 , 由 ~6 PARTS ~3 组 成|构",
      "总|共 ~6 TOTAL ~3 , ~8 PART ~6 , REST ~4 PART",
      "TOTAL ~3 包 括 PARTS",
      "TOTAL ~4 , ~1 其 中 ,? PARTS ~3, REST ~6 PART",
      "TOTAL ~4 : PARTS ~3, REST ~6 PART",
      "TOTAL ~4 , 分 ~6 看 ,? PARTS ~3, REST ~6 PART",
    ],
    says: ["注册企业2892家，其中贸易类1847家、物流类632家、加工类295家、其他118家。"],
    not: ["注册企业2892家，其中贸易类1847家。"],
  },
  {
    name: "zh-qizhong",
    onePeriod: true,
    // "日均4.8亿件，其中": the mean of a day is no whole.
    unlessBehind: wordSet("均"),
    exhaustive: false,
    unlessIn: [...SIGNED, ...chars("民营|国有|外资|外商|一般贸易|对|机电")],
    patterns: ["TOTAL ~4 , ~1 其 中 ,? PARTS", "TOTAL ~2 ( 其 中 ,? PARTS", "TOTAL ~6 中|里 , PARTS"],
    says: ["进出口总值549亿元，其中出口144亿元，进口405亿元。"],
    not: ["进出口总值549亿元，其中出口144亿元。", "盈余555亿元，其中货物顺差964亿元，服务逆差409亿元。"],
  },
  {
    // "其中民营企业进出口300亿元,出口400亿元": what is counted in one may be counted in the other.
    name: "zh-qizhong-overlapping",
    onePeriod: true,
    exhaustive: false,
    overlapping: true,
    unlessIn: SIGNED,
    patterns: ["TOTAL ~4 , ~1 其 中 ,? PARTS"],
    says: ["进出口总值549亿元，其中民营企业144亿元，出口305亿元。"],
    not: ["进出口总值549亿元，其中民营企业144亿元。"],
  },
  {
    name: "zh-maohao",
    onePeriod: true,
    exhaustive: false,
    unlessBefore: wordSet("赤 逆 顺 差 盈 亏 利"),
    unlessIn: [...SIGNED, ...chars("利润|收入|支出|差|净")],
    patterns: ["总 ~4 TOTAL : PARTS", "共 ~2 TOTAL : PARTS"],
    says: ["粮食总产858吨：小麦418吨，玉米440吨。"],
    not: [
      "粮食总产858吨：同比增长5%。",
      "贸易赤字共48.3亿欧元：对亚洲42.7亿欧元，对美洲11.9亿欧元，对非洲则有盈余。",
    ],
  },
  {
    name: "zh-heji",
    onePeriod: true,
    unlessIn: SIGNED,
    patterns: [
      "分 别 PARTS ~4 , ~8 TOGETHER ~8 TOTAL",
      "PARTS ~8 , ~2 TOGETHER ~8 TOTAL",
      "PARTS ~8 , ~6 TOGETHER TOTAL",
    ],
    says: [
      "出口4亿元，进口3亿元，合计7亿元。",
      "三条生产线的产能分别为1200吨、950吨、780吨，共计2930吨。",
      "光伏装机886万千瓦，风电装机521万千瓦，两者合计1407万千瓦。",
    ],
    not: ["出口4亿元，进口3亿元。"],
  },
  {
    name: "zh-shuncha",
    onePeriod: true,
    patterns: [
      "出 口 ~4 PART ~2 , ~2 进 口 ~4 LESS ~2 , ~6 顺 差 ~4 TOTAL",
      "出 口 ~4 PART ~2 , ~2 进 口 ~4 LESS ~2 , ~6 TOTAL 的 ~4 顺 差",
      "顺 差 ~2 TOTAL ~3 出 口 ~2 PART ~2 , 进 口 ~2 LESS",
      "出 口 ~6 PART ~2 , ~6 进 口 ~6 LESS ~2 , ~8 顺 差 ~4 TOTAL",
      "出 口 ~2 进 口 分 别 ~2 PART ~1 LESS ~1 , ~6 顺 差 ~4 TOTAL",
      "出 口 和|与|, 进 口 分 别 ~2 PART 和|与|, LESS ~1 , ~6 顺 差 ~4 TOTAL",
      "收 入 ~4 PART ~2 , ~3 支 出 ~4 LESS ~2 , ~2 盈 余 ~3 TOTAL",
      "收 入 ~4 PART ~2 , ~3 支 出 ~4 LESS ~2 , ~2 结 余 ~3 TOTAL",
      "收 入 ~4 LESS ~2 , ~3 支 出 ~4 PART ~2 , ~6 赤 字 ~3 TOTAL",
      "PART 减 去 ~5 LESS ~1 , ~4 利 润|余 ~2 TOTAL",
      "进 口 ~4 PART ~2 , ~2 出 口 ~4 LESS ~2 , ~6 逆 差 ~4 TOTAL",
      "进 口 ~4 PART ~2 , ~2 出 口 ~4 LESS ~2 , ~6 TOTAL 的 ~4 逆 差",
      "出 口 ~4 LESS ~2 , ~2 进 口 ~4 PART ~2 , ~6 逆 差 ~4 TOTAL",
      "出 口 ~4 LESS ~2 , ~2 进 口 ~4 PART ~2 , ~6 TOTAL 的 ~4 逆 差",
      "收 入 ~2 LESS ~2 , ~1 支 出 ~2 PART ~2 , ~4 赤 字 ~2 TOTAL",
    ],
    says: ["出口105亿元，进口81亿元，贸易顺差24亿元。", "进口165亿卢布，出口128亿卢布，出现37亿卢布的逆差。"],
    not: ["出口105亿元，进口81亿元。", "2019年出口320亿元，2021年进口410亿元，2023年全年顺差为95亿元。"],
  },
  {
    name: "zh-zongzhi",
    onePeriod: true,
    unlessIn: chars("对|向|民营|企业|产品|东盟|欧盟|美国"),
    patterns: ["TRADE ~6 TOTAL ~2 , ~2 出 口 ~3 PART ~2 , ~2 进 口 ~3 PART"],
    says: ["两国去年贸易额112.1亿美元，我方出口64.8亿美元，进口47.3亿美元。"],
    not: ["贸易额112.1亿美元，对俄出口64.8亿美元，进口47.3亿美元。"],
  },
];

const SHARES: readonly RelationRule[] = [
  {
    name: "zh-zhan",
    only: "amount",
    patterns: [
      // "进出口5.07万亿元，同比增长12.3%，占全国的76.6%": of the amount, not of its growth.
      "PART ~3 , ~6 RATE , ~1 占 ~12 WHOLE ~3 的 ~3 SHARE",
      "PART ~3 , ~6 RATE , ~1 占 ~10 SHARE",
      "WHOLE ~8 中 , ~6 PART ~10 , ~1 占 比? 为? SHARE",
      "WHOLE ~8 中 , ~6 PART ~4 , 即|也 SHARE",
      "WHOLE ~10 , ~8 PART ~2 , ~1 占 比 为? SHARE",
      "WHOLE ~6 , ~4 占 ~4 PART ~1 , 即 SHARE",
      "PART ~6 , ~1 占 ~12 WHOLE ~3 的 ~3 SHARE",
      "PART ~6 占 ~12 WHOLE ~3 的 ~3 SHARE",
      "PART ~3 相 当 于 ~8 WHOLE ~3 的 ~3 SHARE",
      "WHOLE ~12 , ~1 OFWHICH ~10 PART ~12 , ~1 占 比? SHARE",
      "WHOLE ~10 中 , 有 ~8 PART ~12 , ~1 占 比? SHARE",
      "WHOLE ~10 OFWHICH ~10 PART ~8 , ~1 占 比? SHARE",
      "占 ~10 SHARE ~1 , 金 额 ~2 PART",
      "PART ~12 , ~1 占 ~10 SHARE",
    ],
    says: [
      "对俄出口14.4亿元，占出口总额54.9亿元的26.2%。",
      "其中石油144亿元，占总额的26%。",
      "旅客4450万人，其中内地旅客3404万人，占76.5%。",
      "出口机电产品7.57万亿元，同比增长10.1%，占出口总值的56.6%。",
    ],
    not: ["机电产品出口增长10.1%，占出口总值的56.6%。", "石油144亿元，同比增长26%。"],
  },
];

/** Sentences whose subject is the one before; and what the last of them says by how much. */
const MEASURED = (way: string): readonly string[] =>
  ["RATE", "INC", "POINTS"].flatMap((amount) => [
    `同|环 比 ~1 ${way}BY ~1 ${amount}`,
    `较|比 ~8 ${way}BY ~1 ${amount}`,
    `${way}BY ~1 ${amount}`,
  ]);

const told = (way: string): readonly string[] =>
  MEASURED(way.split("-")[0] as string)
    .filter((end) => !end.includes(" ? "))
    .flatMap((end) => [
      `LEVEL … // 上 年 LASTTIME 仅? BASE … // ${end}`,
      `LEVEL … // PERIOD LASTTIME 仅? BASE … // ${end}`,
      `LEVEL … // PERIOD LASTTIME 仅? BASE ~2 , ${end}`,
      `BASE … // PERIOD 份? ${way}TO ~1 LEVEL … // ${end}`,
      `BASE … // ~10 这 一? 数|指 字|标 ~4 LEVEL … // ${end}`,
    ]);

const PASSAGES: readonly RelationRule[] = [
  {
    name: "zh-duanluo-zeng",
    sign: 1,
    patterns: [...told("UP"), "LEVEL … // 比|较 ~8 UPBY RATE", "LEVEL … // 同|环 比 UPBY RATE"],
    unlessIn: chars("目标|预期|计划|预计|预算"),
    says: [
      "出口1264亿美元。去年同期为1201亿美元。增长5.2%。",
      "2022年出口1201亿美元。2023年增至1264亿美元。增幅为5.2%。",
      "出口1264亿美元。比去年同期增长5.2%。",
    ],
    not: ["出口1264亿美元，进口1099亿美元。同比增长5.2%。", "出口1264亿美元。利润比去年同期增长5.2%。"],
  },
  {
    name: "zh-duanluo-jiang",
    sign: -1,
    patterns: [...told("DOWN"), "LEVEL … // 比|较 ~8 DOWNBY RATE", "LEVEL … // 同|环 比 DOWNBY RATE"],
    unlessIn: chars("目标|预期|计划|预计|预算"),
    says: ["8月份，失业率为5.3%。9月份降至5.1%。环比下降0.2个百分点。"],
    not: ["8月份，失业率为5.3%。9月份发放补贴5.1亿元。环比下降0.2个百分点。"],
  },
  {
    name: "zh-duanluo-qizhong",
    exhaustive: false,
    samePeriod: true,
    unlessIn: [...SIGNED, ...chars("民营|国有|外资|外商|一般贸易|对|机电")],
    patterns: ["TOTAL … // 其 中 ,? ~8 PARTS", "TOTAL … // ~8 PART … // REST ~8 PART"],
    says: [
      "总投资30亿元。其中中央出资18亿元，地方出资12亿元。",
      "总投资30亿元。中央出资18亿元。其余12亿元由地方承担。",
    ],
    not: ["总投资30亿元。其中中央出资18亿元。", "总投资30亿元。中央出资18亿元，地方出资12亿元。"],
  },
  {
    name: "zh-duanluo-xiangjia",
    samePeriod: true,
    unlessIn: SIGNED,
    patterns: [
      "PART … // … PART … // 两 项|者 相 加 ~10, TOTAL",
      "PART … // … PART … // 合|总|共 计 ~8 TOTAL",
    ],
    says: ["全市出口1286.3亿元。同期进口742.9亿元。两项相加，进出口总值为2029.2亿元。"],
    not: ["全市出口1286.3亿元。同期进口742.9亿元。全省进出口总值为5029.2亿元。"],
  },
  {
    name: "zh-duanluo-zhan",
    samePeriod: true,
    patterns: [
      "WHOLE … // 其 中 ~8 PART ~2 , ~1 占 比? 为? SHARE",
      "WHOLE … // 其 中 ~8 PART … // 占 比 ~1 SHARE",
      "WHOLE … // ~8 ,? ~4 PART … // 其 占 比 ~1 SHARE",
    ],
    says: [
      "进口总额1149亿美元。其中自中国进口98亿美元，占8.5%。",
      "全省出口总值4215亿元。民营企业表现抢眼，出口2740亿元。其占比为65.0%。",
    ],
    not: ["进口总额1149亿美元。自中国进口98亿美元，增长8.5%。"],
  },
  {
    name: "zh-duanluo-huansuan",
    patterns: [
      "AMOUNT … // 按 ~6 汇 率 ~2 CONVERTS CONVERTED",
      "AMOUNT … // … 汇 率 按? AMOUNT ~1 AMOUNT ~6 // ~8 CONVERTS ~4 CONVERTED",
    ],
    says: ["合同金额500亿元。按当前汇率约合69亿美元。"],
    not: ["合同金额500亿元。按当前汇率计算，去年利润为69亿美元。"],
  },
];

/** How Chinese says what its figures have to do with each other, beyond a rate with its level. */
export const CHINESE_RULES: RuleLanguage = {
  rules: [...CHANGES, ...LEVELS, ...SUMS, ...SHARES],
  passages: PASSAGES,
  classes: {
    UPTO: chars(
      "增至|升至|增加到|涨到了|增到了|增加到了|增长到|增加至|增长至|上升到|上升至|扩大到|扩大至|提高到|提高至|涨至|涨到|升到|增到",
    ),
    DOWNTO: chars(
      "降至|降到了|减少到了|跌到了|减至|下降到|减少到|下降至|减少至|跌至|跌到|缩小到|缩小至|下调至|降低到|降低至|降到|减到",
    ),
    UPBY: chars(
      "增长|增加|上升|上涨|提高|扩大|增长了|增加了|上升了|上涨了|增长约|增长超|增幅|增幅为|增速|升幅|升幅为|涨幅|涨幅为|攀升|大涨|大增|增|涨|升|多|多了|多出",
    ),
    DOWNBY: chars(
      "下降|减少|下跌|下滑|降低|缩小|下降了|减少了|下跌了|降幅|降幅为|减幅|减幅为|跌幅|跌幅为|跌去|大跌|大降|便宜|回落|收窄|萎缩|缩减|降|减|跌|少|少了",
    ),
    LASTTIME: chars("同期|上月|年初|上季度|上周"),
    REST: chars("其他|其它|其余|余下"),
    OFWHICH: chars("其中|当中|里有|中有|中的|里|收中|额中|量中"),
    TRADE: chars("进出口|进出口总值|进出口总额|贸易额|贸易总额|外贸总值|外贸总额"),
    CONVERTS: chars("约合|折合|合|相当于|折算为|约为|因此折合人民币|折合人民币|约合人民币"),
    OFFSET: [],
    TOGETHER: chars("合计|总计|共计|合共|一共|总共"),
  },
  up: { verbs: wordSet("增"), nouns: wordSet("增 长 升 涨"), more: wordSet("增") },
  down: { verbs: wordSet("减"), nouns: wordSet("减 少 降 跌"), more: wordSet("减") },
  negations: wordSet("未 没 不 非"),
  soft: wordSet("约 近 逾 达 为 了 的"),
  points: wordSet(""),
  or: wordSet("或"),
  of: wordSet("的"),
  joins: wordSet(", 和 及 与"),
  stops: wordSet("; 但 而 未 没 不 ( ) :"),
};
