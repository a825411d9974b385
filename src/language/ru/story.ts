import type { NamedFlow, StoryLanguage } from "../story.js";
import { phraseList, wordSet } from "../word-list.js";

/** How Russian joins sentences that speak of one thing. */
export const RUSSIAN_STORY: StoryLanguage = {
  flows: new Map<string, NamedFlow>([
    ["экспорт", "exports"],
    ["импорт", "imports"],
    ["профицит", "balance"],
    ["дефицит", "balance"],
    ["товарооборот", "trade"],
    ["торговля", "trade"],
  ]),
  surplus: wordSet("профицит"),
  gap: wordSet(""),
  reach: wordSet(
    "составил составила составило составили составлял составляла составляло составляли достиг достигла достигло достигли был была было были равнялся",
  ),
  to: wordSet("до"),
  fill: wordSet("около примерно почти более менее чем порядка лишь только уже до на"),
  plain: wordSet("общий общая общее весь вся внешнеторговый торговый"),
  prepositions: wordSet("в из с со для на по между"),
  pronouns: wordSet("он она оно они это этот эта этот показатель сумма"),
  breaks: wordSet("и а но при когда хотя если который которая которые"),
  earlier: wordSet("ранее назад раньше прошлого прошлом прошлым прошлый предыдущего предыдущем"),
  several: wordSet("два две три четыре пять лет годами годах"),
  year: wordSet("год года годом году"),
  another: wordSet(
    "оценка оценке оценкам прогноз прогнозу ожидается предварительным предварительные уточненным уточнённым реальном номинальном выражении без среднем не может бы",
  ),
  ofThis: phraseList("из них|из этой суммы|из этого|из этого объема|из этого объёма"),
  ofTotal: phraseList("от общего|от этой суммы|общего объема|общего объёма"),
  that: wordSet("это"),
  converts: wordSet("курсу курс эквивалентно эквивалент равно"),
  trade: {
    genitive: true,
    verbs: new Map(),
    between: wordSet("между"),
    and: wordSet("и"),
    cited: wordSet("данным"),
    sources: wordSet(
      "данным данные данных сообщила сообщил сообщило сообщили сообщает статистика статистике статистики ведомство министерство",
    ),
    customs: wordSet("таможни таможня таможенной таможенная таможенного гту"),
    neutral: wordSet("также однако при этом всего год года году месяц квартал сравнению"),
    ends: wordSet("несмотря благодаря"),
    passes: wordSet("достиг достигла достигло достигли превысил превысила превысило превысили"),
    narrows: wordSet("для"),
    terms: wordSet(""),
    money: new Map(),
    during: wordSet("в во за по"),
    since: wordSet("до после"),
    allGoods: wordSet("товаров товары"),
    toward: { exports: wordSet("в"), imports: wordSet("из"), total: wordSet("с"), owner: wordSet("из") },
  },
};
