import type { Hedge } from "../../figure/note.js";
import type { Language } from "../language.js";
import { phraseKeys, wordMap, wordSet } from "../word-list.js";
import { RUSSIAN_RULES } from "./rules.js";
import { RUSSIAN_STORY } from "./story.js";
import { MONTHS, NUMBERS, ORDINALS } from "./words.js";

const HEDGES: Readonly<Record<Hedge, string>> = {
  below: "почти|без малого|чуть менее|чуть меньше",
  above: "чуть более|чуть больше|немногим более",
  about: "около|примерно|приблизительно|порядка|ориентировочно|где то",
  more: "более|более чем|больше|свыше|выше|превышает",
  atLeast: "не менее|не меньше|минимум|как минимум|от",
  less: "менее|менее чем|меньше",
  atMost: "не более|не больше|максимум",
};

export const RUSSIAN: Language = {
  code: "ru",
  decimal: ",",
  spaces: true,
  capitalNouns: false,
  abbreviations: wordSet(
    "г гг долл млрд млн тыс трлн им ул тел др см ст рис табл напр т.е т.д т.п в.т.ч п.п кв проц",
  ),
  afterOrdinal: wordSet("квартал квартале квартала полугодие полугодии"),
  hedges: phraseKeys(HEDGES),
  longer: new Map(),
  range: { to: wordSet("– -"), between: "от", and: "до" },
  months: MONTHS,
  ordinals: ORDINALS,
  numbers: NUMBERS,
  stages: wordMap({ "квартал квартала квартале": 3, "полугодие полугодия полугодии": 6 }),
  monthWords: wordSet("месяца месяцев месяцы"),
  relative: new Map(),
  shifts: wordMap({
    "прошлый прошлого прошлом прошлым прошлому прошлая прошлой прошедший прошедшего прошедшем минувший минувшего минувшем":
      -1,
    "предыдущий предыдущего предыдущем предыдущим": -1,
    "этот этого этом текущий текущего текущем нынешний нынешнего нынешнем": 0,
    "следующий следующего следующем будущий будущего будущем": 1,
  } as const),
  units: wordMap({
    "год года году годом годе": "year",
    "квартал квартала квартале кварталом": "quarter",
    "месяц месяца месяце месяцем": "month",
    "неделя недели неделю неделей": "week",
  } as const),
  ago: wordSet("ранее назад раньше"),
  compares: wordSet("сравнению сравнении против чем относительно к"),
  articles: wordSet(
    "с со аналогичным аналогичному аналогичного периодом периоду месяцем месяцу уровнем уровню тем же в",
  ),
  bases: wordMap({
    годовом: "yoy",
    "месячном помесячном": "mom",
    квартальном: "qoq",
  } as const),
  forecast: wordSet(
    "ожидается ожидают ожидает прогнозирует прогнозируют прогнозу прогноз может могут мог бы планирует планируют будет будут вырастет снизится сократится должен",
  ),
  conversionLeads: wordSet(
    "около примерно приблизительно почти порядка или что эквивалентно составляет равно это то есть в пересчете пересчёте эквиваленте – — по нынешнему текущему курсу более менее чем , = ≈",
  ),
  conversionWords: wordSet("эквивалентно эквиваленте пересчете пересчёте или равно курсу это есть"),
  rules: RUSSIAN_RULES,
  story: RUSSIAN_STORY,
};
