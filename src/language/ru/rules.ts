import type { RelationRule, RuleLanguage } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { DOWN_NOUNS, DOWN_VERBS, LESS, MORE, UP_NOUNS, UP_VERBS } from "./words.js";

const FORECASTS = wordSet("прогноз прогнозу прогноза цель план плану ожидается ожидают");

const CHANGES: readonly RelationRule[] = [
  {
    name: "ru-na-do",
    unlessBefore: FORECASTS,
    patterns: [
      "VERB ~8 на RATE ~3, до LEVEL ~4, COMPARED BASE",
      "VERB ~8 на RATE ~3, до LEVEL",
      "VERB ~8 на RATE ~3, с BASE ~6 до LEVEL",
      "VERB ~8 на RATE ~6 и REACHED LEVEL",
      "LEVEL ~2 , что на RATE MORE",
      "VERB ~8 с BASE ~8 до LEVEL ~5, или|то|есть|говоря ,? на RATE",
      "VERB ~8 с BASE ~8 до LEVEL ~3, или|то|есть на RATE",
      "VERB ~8 с BASE ~8 до LEVEL ~3, NOUN ~2 RATE",
      "VERB ~8 с BASE ~8 до LEVEL ~2 ( на? RATE )",
      "VERB ~8 до LEVEL ~6, или|есть на RATE ~4, COMPARED BASE",
      "LEVEL ~4 , что|это на RATE MORE ~6, ( BASE",
      "LEVEL ~4 ,? что|это|на на? RATE MORE ~3 BASE",
      "LEVEL ~4 , что|это ~2 на RATE MORE",
      "LEVEL ~4 , на RATE MORE",
      "LEVEL ~2 против BASE ~8, NOUN –|- RATE",
      "LEVEL ~2 против BASE ~8, NOUN на? RATE",
      "LEVEL ~1 и VERB COMPARED BASE ~6 на RATE",
    ],
    says: [
      "Экспорт вырос на 5,2% до 126,4 млрд долларов.",
      "Импорт снизился на 20%, до 8 млрд долларов против 10 млрд долларов годом ранее.",
      "Продажи выросли на 50% — с 20 тыс. машин до 30 тыс. машин.",
      "Объём торговли возрос на 23,4% и составил 617 млн долларов.",
      "Выручка составила 3,4 трлн рублей, что на 7% больше, чем годом ранее.",
    ],
    not: ["Экспорт не вырос на 5,2% до 126,4 млрд долларов.", "Скидка на 5% действует до 3 млн рублей."],
  },
  {
    name: "ru-points",
    patterns: [
      "VERB ~8 на POINTS ~3, до LEVEL ~4, COMPARED BASE",
      "VERB ~8 на POINTS ~3, с BASE ~6 до LEVEL",
      "VERB ~8 на POINTS ~3, до LEVEL",
    ],
    says: [
      "Доля юаня выросла на 3,5 п.п., до 34,5%.",
      "Безработица снизилась на 0,2 процентного пункта до 3,0%.",
    ],
    not: ["Доля юаня выросла на 3,5 п.п. за год."],
  },
  {
    name: "ru-na-i-rate",
    unlessBefore: FORECASTS,
    patterns: [
      "VERB ~8 на INC ~1 , или|есть|– на? RATE ~3, до LEVEL",
      "VERB ~8 на INC ( на? RATE ) ~2, до LEVEL",
      "VERB ~8 на INC ~1 , или|есть на? RATE ~2, и ~1 REACHED LEVEL",
      "VERB ~8 на INC ~1 , или|есть на? RATE ~2, и ~5 LEVEL",
      "VERB ~8 на INC ~1 , или на? RATE",
      "VERB ~8 на RATE ~1 , или на? INC",
      "VERB ~8 на INC ( на? RATE )",
      "LEVEL ~4 , что|это на INC ~1 , или на? RATE ~1 , MORE",
      "LEVEL ~4 , что|это на INC ( RATE ) MORE",
      "LEVEL ~2, VERB ~8 на INC ~1 , или на? RATE",
      "VERB ~8 на INC ~4 и REACHED ~1 LEVEL",
    ],
    says: [
      "Импорт упал на 640 млн долларов, или на 17,8%.",
      "Цена опустилась на 1,84 доллара, или на 2,5%, – до 71,16 доллара.",
      "Грузооборот достиг 27,4 млн тонн, что на 1,9 млн тонн, или на 7,5%, больше, чем год назад.",
    ],
    not: [
      "Импорт не упал на 640 млн долларов, или на 17,8%.",
      "Речь идёт о 640 млн долларов, или 17,8% импорта.",
    ],
  },
  {
    name: "ru-na-rate",
    patterns: ["VERB ~8 на RATE", "NOUN ~4 на RATE"],
    says: ["Экспорт в 2022 году вырос на 14,3%.", "Отмечен рост цен на 2,1%."],
    not: ["Речь идёт о 5% акций.", "Экспорт не вырос на 14,3%."],
  },
  {
    name: "ru-ot-do",
    unlessBefore: FORECASTS,
    patterns: [
      "VERB ~8 на INC ~3, с BASE ~8 до LEVEL",
      "VERB ~8 на INC ~3, до LEVEL ~4, COMPARED BASE",
      "VERB ~8 с BASE ~8 до LEVEL",
      "VERB ~8 до LEVEL ~4, COMPARED BASE",
      "VERB ~8 на INC ~3, до LEVEL",
      "LEVEL ~4 , что|это на INC MORE ~4 BASE",
    ],
    says: [
      "Профицит вырос с 12,1 млрд долларов до 14,4 млрд долларов.",
      "Убыток уменьшился до 2,0 млрд рублей с 2,6 млрд рублей.",
      "Прибыль выросла на 5 млн рублей, до 20 млн рублей.",
    ],
    not: ["Компания переехала из 12 офисов в 14 зданий.", "Цена составляет от 5 до 10 рублей."],
  },
];

const SUMS: readonly RelationRule[] = [
  {
    name: "ru-v-tom-chisle",
    exhaustive: false,
    patterns: [
      "TOTAL ~6, в том числе PARTS",
      "TOTAL ~6, из них PARTS",
      "TOTAL ~6, из которых PARTS",
      "TOTAL ~4, причём PARTS",
    ],
    says: [
      "Товарооборот составил 54,9 млрд юаней, в том числе экспорт — 14,4 млрд юаней и импорт — 40,5 млрд юаней.",
    ],
    not: ["Товарооборот составил 54,9 млрд юаней, в том числе экспорт — 14,4 млрд юаней."],
  },
  {
    name: "ru-vsego",
    onePeriod: true,
    patterns: [
      "TOTAL ~3 складывается|складываются|состоит|состоят из PARTS",
      "из TOTAL ~4 PART ~6, REST ~2 PART",
      "PARTS ~4 ;|, TOGETHER ~6 TOTAL",
      "PARTS ~3 суммарно|вместе ~3 TOTAL",
      "к ~2 PART ~3 прибавить ~3 PART ~5, выйдет|получится|получим TOTAL",
      "PARTS ~4, всего|итого TOTAL",
      "PARTS ~4, в сумме TOTAL",
      "PARTS ~4, в общей сложности TOTAL",
    ],
    says: ["Польша купила на 4 млрд евро, а Италия на 3 млрд евро, всего 7 млрд евро."],
    not: ["Польша купила на 4 млрд евро, а Италия на 3 млрд евро."],
  },
  {
    name: "ru-saldo",
    onePeriod: true,
    patterns: [
      "экспорт ~6 PART ~4, импорт ~6 LESS ~4, SURPLUS ~4 TOTAL",
      "импорт ~6 LESS ~4, экспорт ~6 PART ~4, SURPLUS ~4 TOTAL",
      "импорт ~6 PART ~4, экспорт ~6 LESS ~4, дефицит ~4 TOTAL",
      "экспорт ~6 LESS ~4, импорт ~6 PART ~4, дефицит ~4 TOTAL",
      "расходы ~6 PART ~4, доходы ~6 LESS ~4, дефицит ~4 TOTAL",
      "доходы ~6 LESS ~4, расходы ~6 PART ~4, дефицит ~4 TOTAL",
      "расходы ~2 ( PART ) превысили доходы ~2 ( LESS ) , дефицит ~4 TOTAL",
    ],
    says: ["Экспорт составил 10,5 млрд евро, импорт — 8,1 млрд евро, положительное сальдо — 2,4 млрд евро."],
    not: ["Экспорт составил 10,5 млрд евро, импорт — 8,1 млрд евро."],
  },
];

const SHARES: readonly RelationRule[] = [
  {
    name: "ru-dolya",
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      "PART ~1 , или SHARE от? ~4 в WHOLE",
      "PART ~1 , или SHARE !и|до",
      "PART ( SHARE !)|,",
      "доля ~6 SHARE ~2 , или PART",
      "доля ~6 SHARE : ~6 PART ~2 из WHOLE",
      "SHARE ~8 :|(|– ~3 PART ~2 из WHOLE",
      "PART ~2 из WHOLE ~2 , или|– SHARE",
      "SHARE , или PART , из WHOLE",
      "PART ~3 при ~4 WHOLE ~2 доля SHARE",
    ],
    says: [
      "На нефть пришлось 14,4 млрд юаней, или 26% от общего объёма в 54,9 млрд юаней.",
      "Компания вложила 3 млн евро (12% бюджета).",
    ],
    not: ["Выручка выросла на 3 млн евро, или на 12%.", "Выручка составила 3 млн евро (12%)."],
  },
];

/** How Russian says what its figures have to do with each other. */
export const RUSSIAN_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  classes: {
    COMPARED: phraseList("с|против|по сравнению с|в сравнении с|относительно|с уровня|после"),
    REACHED: phraseList(
      "составил|составила|составило|составили|составляет|составляют|достиг|достигла|достигло|достигли|достигнув|составив|равен|равна|равно|равны|равен теперь",
    ),
    REST: phraseList("остальные|остальных|оставшиеся|оставшихся|прочие"),
    SURPLUS: phraseList("профицит|сальдо|положительное сальдо|активное сальдо"),
    OFFSET: [],
    TOGETHER: phraseList("всего|итого|в сумме|в общей сложности"),
  },
  up: { verbs: UP_VERBS, nouns: UP_NOUNS, more: MORE },
  down: { verbs: DOWN_VERBS, nouns: DOWN_NOUNS, more: LESS },
  negations: wordSet("не нет ни без никогда вряд"),
  soft: wordSet(
    "около примерно почти более менее чем порядка приблизительно лишь только уже свыше на сумму рекордных",
  ),
  points: wordSet("пп"),
  or: wordSet("или"),
  of: wordSet("от всего общего"),
  joins: wordSet("и , а"),
  stops: wordSet("; не но хотя однако тогда как который которая которые если ( ) :"),
};
