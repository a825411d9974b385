import type { NamedFlow, StoryLanguage } from "../story.js";
import { wordSet } from "../word-list.js";

/** What Chinese clauses say by which their figures of trade are told; characters stand next to each other. */
export interface ChineseStory {
  /** Names of a flow, the longest first. */
  readonly flows: readonly (readonly [name: string, flow: NamedFlow, balance?: "surplus" | "deficit"])[];
  /** Between a flow and its level. */
  readonly fill: ReadonlySet<string>;
  /** Before a flow, what says nothing of it. */
  readonly plain: readonly string[];
  readonly toward: readonly string[];
  readonly joins: readonly string[];
  /** Single characters for countries, in pairs: "中俄贸易额". */
  readonly short: ReadonlyMap<string, string>;
  /** What else a place is called. */
  readonly alias: ReadonlyMap<string, string>;
  /** Before a period that another is compared with, or that has no beginning. */
  readonly beforeOther: ReadonlySet<string>;
  /** Words by which a figure may be another one, anywhere in the sentence; and those that name a source. */
  readonly another: RegExp;
  readonly cites: RegExp;
  readonly customs: RegExp;
  readonly otherCustoms: RegExp;
  readonly terms: readonly (readonly [RegExp, string])[];
  /** What may stand behind a level: growth, and what it is measured against. */
  readonly tail: RegExp;
}

export const CHINESE_TELLINGS: ChineseStory = {
  flows: [
    ["货物贸易进出口总值", "trade"],
    ["进出口总值", "trade"],
    ["进出口总额", "trade"],
    ["外贸总值", "trade"],
    ["贸易总额", "trade"],
    ["贸易总值", "trade"],
    ["双边贸易额", "trade"],
    ["进出口额", "trade"],
    ["贸易额", "trade"],
    ["贸易顺差", "balance", "surplus"],
    ["贸易逆差", "balance", "deficit"],
    ["进出口", "trade"],
    ["出口总额", "exports"],
    ["出口总值", "exports"],
    ["进口总额", "imports"],
    ["进口总值", "imports"],
    ["出口额", "exports"],
    ["进口额", "imports"],
    ["顺差", "balance", "surplus"],
    ["逆差", "balance", "deficit"],
    ["出口", "exports"],
    ["进口", "imports"],
  ],
  fill: wordSet("为 达 约 近 到 至 了 是 超 共 的 额 总 值 实 现 完 成 逾"),
  plain: [
    "其中",
    "全国",
    "全年",
    "全省",
    "由此",
    "因此",
    "货物",
    "外贸",
    "对外",
    "双边",
    "两国",
    "的",
    "共",
    "间",
    "之",
    ",",
    "我方",
  ],
  toward: ["对", "向", "自", "从"],
  joins: ["与", "同", "和"],
  short: new Map([
    ["中", "中国"],
    ["俄", "俄罗斯"],
    ["美", "美国"],
    ["日", "日本"],
    ["韩", "韩国"],
    ["欧", "欧盟"],
    ["德", "德国"],
  ]),
  alias: new Map([
    ["我国", "中国"],
    ["俄国", "俄罗斯"],
    ["辽宁省", "辽宁"],
    ["吉林省", "吉林"],
    ["黑龙江省", "黑龙江"],
  ]),
  beforeOther: wordSet("比 较 与 于 从 由 自 至"),
  another:
    /预计|预测|估计|初步|修正|目标|计划|有望|不含|剔除|扣除|可比|实际|平均|月均|日均|累计|季调|如果|若|可能|服务|将|加工|一般贸易|曾|原/,
  cites: /据|显示|统计|数据|称|表示|公布|口径/,
  customs: /海关/,
  otherCustoms: /俄罗斯海关|俄海关|日本海关|韩国海关|美国|俄方|日方|韩方|美方|国际收支/,
  terms: [
    [/(?:以|按)美元(?:计价|计)/, "USD"],
    [/(?:以|按)人民币(?:计价|计)/, "CNY"],
  ],
  tail: /^(?:[，,、（(]?(?:同比|环比|较上年同期|较去年同期|比上年同期|比去年同期|比上年|较上年|与去年同期相比)?(?:分别)?(?:增长|下降|增加|减少|上升|增|降)?[，,）)]?)*$/,
};

/** How Chinese joins sentences: a conversion in the next one. */
export const CHINESE_STORY: StoryLanguage = {
  flows: new Map(CHINESE_TELLINGS.flows.map(([name, flow]) => [name, flow])),
  surplus: wordSet("顺差 贸易顺差"),
  gap: wordSet(""),
  reach: wordSet("为 是 约"),
  to: wordSet("至 到"),
  fill: CHINESE_TELLINGS.fill,
  plain: wordSet("的 ， 全国 货物 外贸"),
  prepositions: wordSet("对 向 自 从 与 同 和"),
  pronouns: wordSet(""),
  breaks: wordSet(""),
  earlier: wordSet("同期"),
  several: wordSet(""),
  year: wordSet("年"),
  another: wordSet(""),
  ofThis: [],
  ofTotal: [],
  that: wordSet("这"),
  converts: wordSet("折 合 当"),
  trade: {
    verbs: new Map(),
    between: wordSet(""),
    and: wordSet("和 与 同"),
    cited: wordSet(""),
    sources: wordSet(""),
    customs: wordSet("海关"),
    neutral: wordSet(""),
    ends: wordSet(""),
    passes: wordSet(""),
    narrows: wordSet(""),
    terms: wordSet(""),
    money: new Map(),
    during: wordSet(""),
    since: wordSet("自 截至"),
    allGoods: wordSet("货物 商品"),
    toward: {
      exports: wordSet("对 向"),
      imports: wordSet("自 从 对"),
      total: wordSet("对 与 同 和"),
      owner: wordSet(""),
    },
  },
};
