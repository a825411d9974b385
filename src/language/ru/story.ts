import type { NamedFlow, StoryLanguage } from "../story.js";
import { list } from "./words.js";

const phrases = (text: string): string[][] => text.split("|").map((one) => one.split(" "));

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
  surplus: list("профицит"),
  gap: list(""),
  reach: list(
    "составил составила составило составили составлял составляла составляло составляли достиг достигла достигло достигли был была было были равнялся",
  ),
  to: list("до"),
  fill: list("около примерно почти более менее чем порядка лишь только уже до на"),
  plain: list("общий общая общее весь вся внешнеторговый торговый"),
  prepositions: list("в из с со для на по между"),
  pronouns: list("он она оно они это этот эта этот показатель сумма"),
  breaks: list("и а но при когда хотя если который которая которые"),
  earlier: list("ранее назад раньше прошлого прошлом прошлым прошлый предыдущего предыдущем"),
  several: list("два две три четыре пять лет годами годах"),
  year: list("год года годом году"),
  another: list(
    "оценка оценке оценкам прогноз прогнозу ожидается предварительным предварительные уточненным уточнённым реальном номинальном выражении данным без среднем не может бы",
  ),
  ofThis: phrases("из них|из этой суммы|из этого|из этого объема|из этого объёма"),
  ofTotal: phrases("от общего|от этой суммы|общего объема|общего объёма"),
  that: list("это"),
  converts: list("курсу курс эквивалентно эквивалент равно"),
};
