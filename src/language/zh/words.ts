/** Chinese words that the reader goes by: they stand directly before and behind an amount. */

/** What stands directly before an amount by which something rose. */
export const UP: readonly string[] = [
  "增长",
  "增加",
  "上升",
  "上涨",
  "增幅为",
  "提高",
  "扩大",
  "上调",
  "回升",
  "攀升",
  "涨幅为",
  "增速为",
  "增长了",
  "上涨了",
  "增至",
  "升幅为",
  "大涨",
  "大增",
  "同比增",
  "环比增",
  "同比涨",
  "环比涨",
  "同比升",
  "环比升",
];

/** The same of a fall. */
export const DOWN: readonly string[] = [
  "下降",
  "减少",
  "下跌",
  "下滑",
  "降低",
  "萎缩",
  "下调",
  "回落",
  "缩减",
  "降幅为",
  "跌幅为",
  "下降了",
  "减少了",
  "跌去",
  "大跌",
  "大降",
  "收窄",
  "同比降",
  "环比降",
  "同比跌",
  "环比跌",
  "同比减",
  "环比减",
];

/** What may stand between the verb and its amount. */
export const BEFORE_AMOUNT = /(?:约|近|超过|逾|达|至少|了|为|幅度)$/;

/** What may be counted, directly behind the number. */
export const MEASURES: readonly string[] = [
  "千瓦时",
  "平方米",
  "人次",
  "千瓦",
  "公里",
  "亿吨",
  "辆",
  "吨",
  "户",
  "家",
  "台",
  "套",
  "人",
  "件",
  "亩",
  "艘",
  "架",
  "次",
  "桶",
  "部",
  "只",
  "头",
  "个",
  "例",
  "名",
  "条",
  "公顷",
  "立方米",
];

/** A period: its year, a count of months or quarters, a part of the year, months from and to, a month, a day. */
export const PERIODS =
  /(?:(今年|去年|前年|(?:19|20)\d\d年|上年)(?:的)?)?(?:(?:前|头)(1[01]|[一二三四五六七八九十1-9])(个月|季度)|(上半年|下半年|一季度|二季度|三季度|四季度|全年|年末|年底)|(\d{1,2})(?:月)?(?:至|-|—|~)(\d{1,2})月份?|(\d{1,2})月(?:(\d{1,2})日|份?(?!\d))(?:底|末)?)?/y;

/** Denials before a verb, and words about what is to come. */
export const DENIED = /(未|没有|并非|不会)(同比|环比)?$/;
export const EXPECTED = /(预计|预期|有望|料|将)/;

/** Before an amount that is compared with: "比去年同期的233.9亿元", "较上年的300亿元". */
export const COMPARED = /[比较](?:(?:19|20)\d\d年|1?\d月|[^比较,，。；;\d多少增减涨跌升降]){0,12}$/;

/** Nouns of a growth: what rises or falls behind them is the growth itself. */
export const OF_GROWTH = /(?:[涨跌增降升减]幅|增速)[^,，。；;]{0,8}$/;

/** Between a level and what it is compared with: nothing but a mark. */
export const ONLY_MARK = /^[,，]?\s*[比较]/;

/** Words before a verb that say what it is measured against. */
export const BASES = [
  [/同比|上年|去年|前年|同期/, "yoy"],
  [/环比|上月/, "mom"],
  [/上季/, "qoq"],
  [/上周/, "wow"],
] as const;

/** What begins with a measure word and is none. */
export const NO_MEASURES: readonly string[] = ["个百分点", "个月"];

export const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."一二三四五六七八九十"].map((digit, k) => [digit, k + 1]),
);

/** Years told from the year of publication. */
export const YEARS: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 上年: -1, 前年: -2 };

/** Parts of a year, by their first and last month. */
export const STAGES: Readonly<Record<string, readonly [from: number, to: number]>> = {
  上半年: [1, 6],
  下半年: [7, 12],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
};

export const QUARTERS = "季度";
export const WHOLE_YEAR = "全年";

/** Directly before how much something grew or shrank: "新增38公里". */
export const BEFORE_INCREMENT = /* @__PURE__ */ new Set(["增", "减"]);

/** Between two numbers of a range, and before what was reached: "至", "到". */
export const TO: ReadonlySet<string> = new Set(["至", "到"]);
export const FROM: ReadonlySet<string> = new Set(["由", "从"]);
export const COMPARES: ReadonlySet<string> = new Set(["比", "较"]);
export const AND = "和";
/** "分别": each of a list has its own. */
export const EACH: readonly [string, string] = ["分", "别"];
/** Words before an amount in another currency: "约合", "折合". */
export const CONVERTS: ReadonlySet<string> = new Set(["约", "折", "合", "相"]);
/** What may stand between them and the amount: "约合人民币". */
export const CONVERSION_LEADS: ReadonlySet<string> = new Set([...CONVERTS, ..."人民币为相当于即"]);
/** Words before a level that say nothing of it. */
export const BEFORE_LEVEL = ["约", "了", "到", "每", "股", "达", "至"] as const;
/** "翻了一番": it doubled. */
export const DOUBLED: readonly [string, string, string, string] = ["翻", "了", "一", "番"];
/** Behind digits or their scale: more than that. */
export const OVER = /[多余]/;
/** Before an amount: below zero. */
export const MINUS = "负";
/** The period of last year. */
export const LAST_YEAR = /去年|上年/;
/** What begins a Chinese period that does not begin with digits; what stands behind the digits of one, and between them. */
export const PERIOD_STARTS = /[今去前上下一二三四]/;
export const YEAR = "年";
export const MONTH = "月";
export const BETWEEN_MONTHS = /[\d至—~-]/;
/** A year at the start of a head, and a word that is one: with the character for it, or without. */
export const YEAR_AT_START = /^(?:19|20)\d\d(?!\d)年?/;
export const ONLY_YEAR = /^\d{4}年?$/;
