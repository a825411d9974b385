import { BALANCES } from "../balances.js";
import type { RelationRule, RuleLanguage } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { DOWN_NOUNS, DOWN_VERBS, LESS, MORE, UP_NOUNS, UP_VERBS } from "./words.js";

const FORECASTS = wordSet("прогноз прогнозу прогноза цель план плану ожидается ожидают");

/** By how much something rose: in percent, in points, as an amount, by a factor, or as two of these. */
const AMOUNTS = [
  "на ~1 RATE",
  "на ~1 POINTS",
  "на ~1 INC",
  "на INC ~1 ,? OR на? RATE",
  "на RATE ~1 ,? OR на? INC",
  "на INC ( на? RATE )",
  "на RATE ( на? INC )",
  "в ~1 TIMES",
  "TIMES",
];
const by = (make: (by: string) => readonly string[]): string[] => AMOUNTS.flatMap(make);

/** What it was before, behind a level. */
const BEFORE = [
  " ~4, COMPARED BASE",
  " ~2 ( в? PERIOD –|—|-|:? BASE",
  " ~2 ( на? PERIOD –|—|-|:? BASE",
  " , PERIOD ~4 BASE",
];

const CHANGES: readonly RelationRule[] = [
  {
    name: "ru-na-do",
    unlessBefore: FORECASTS,
    patterns: [
      ...by((amount) => [
        ...BEFORE.flatMap((before) => [
          `VERB ~8 ${amount} ~3, DASH? до LEVEL${before}`,
          `VERB ~8 ${amount} ~6, и ~2 REACHED LEVEL${before}`,
        ]),
        `VERB ~8 ${amount} ~3, DASH? до LEVEL`,
        `VERB ~8 ${amount} ~3, DASH? с|со BASE ~6, до LEVEL`,
        `VERB ~8 ${amount} ~6, и ~2 REACHED LEVEL`,
        `VERB ~8 ${amount} и? REACHED LEVEL`,
        `VERB ~8 с|со BASE ~8, до LEVEL ~6, OR ,? ${amount}`,
        `VERB ~8 с|со BASE ~8, до LEVEL ~2 ( ${amount} )`,
        `VERB ~8 до LEVEL ~4, OR ,? ${amount} ~4, COMPARED BASE`,
        `VERB ~8 до LEVEL ~3 ( ~3 BASE ) , ~3 OR? ${amount}`,
        `LEVEL ~2 ( ~3 BASE ) , ~3 OR ${amount}`,
        `LEVEL ~4 ,? что|это|и ~2 ${amount} ,? MORE ~6 BASE`,
        `LEVEL ~4 ,? что|это|и ~2 ${amount} ,? MORE ~6, ( BASE`,
        `LEVEL ~4 ,? что|это|и ~2 ${amount} ,? MORE`,
        `LEVEL ~3 ,? DASH? ${amount} MORE ~4 BASE`,
        `LEVEL ~3 ,? DASH? ${amount} MORE`,
        `LEVEL ~2, VERB ~8 ${amount}`,
        `LEVEL ~2, COMPARED BASE ~6, ~2 NOUN –|—|-? ${amount}`,
        `LEVEL ~1 и VERB COMPARED BASE ~6 ${amount}`,
        `NOUN ~4 ${amount} ~3, DASH? до LEVEL`,
        `LEVEL ( NOUN ~2 ${amount} ~6 )`,
        `LEVEL ~2 , ~3 NOUN ~3 ${amount}`,
        `${amount} ~2 VERB ~4 PERIOD ~2 и REACHED LEVEL`,
      ]),
      "VERB ~8 с|со BASE ~8 до LEVEL ~3, NOUN –|—|-? ~2 RATE",
      "VERB ~8 с|со BASE ~8 до LEVEL ~3, RATE MORE",
      "LEVEL ~2 COMPARED BASE ~8, NOUN –|—|-? на? RATE",
      "VERB ~8 на INC ~1 , OR на? RATE ~2, и ~5 LEVEL",
      "LEVEL ( RATE ~6 )",
      "LEVEL ( NOUN RATE ~6 )",
      "LEVEL ~2 , NOUN –|—|-|составил|составила? ~2 RATE",
      "NOUN ~3 составил|составила|составило ~2 RATE ~3, до LEVEL",
    ],
    says: [
      "Экспорт вырос на 5,2% до 126,4 млрд долларов.",
      "Импорт снизился на 20%, до 8 млрд долларов против 10 млрд долларов годом ранее.",
      "Продажи выросли на 50% — с 20 тыс. машин до 30 тыс. машин.",
      "Объём торговли возрос на 23,4% и составил 617 млн долларов.",
      "Выручка составила 3,4 трлн рублей, что на 7% больше, чем годом ранее.",
      "Экспорт составил 126,4 млрд долларов (+5,2%).",
      "Импорт упал на 640 млн долларов, или на 17,8%, до 3,0 млрд долларов.",
      "Доля юаня увеличилась на 4,4 процентного пункта и составила 34,5%.",
    ],
    not: [
      "Экспорт не вырос на 5,2% до 126,4 млрд долларов.",
      "Скидка на 5% действует до 3 млн рублей.",
      "В сопоставимых ценах выпуск вырос на 4,2% — с 84,3 до 126,4 млрд долларов.",
      "На нефть пришлось 126,4 млрд долларов (5,2%).",
    ],
  },
  {
    name: "ru-kratno",
    sign: 1,
    unlessBefore: new Set([...FORECASTS, ...DOWN_VERBS, ...LESS]),
    unlessInside: new Set([...DOWN_VERBS, ...LESS]),
    patterns: [
      "TIMES : LEVEL ~3, COMPARED BASE",
      "MORE в TIMES : ~3 LEVEL ~6, COMPARED BASE",
      "MORE в TIMES : ~4 LEVEL ~2 , ~2 PERIOD ~3 BASE",
      "TIMES ~3 и REACHED LEVEL",
      "TIMES ~2, DASH? до LEVEL ~3, COMPARED BASE",
      "TIMES ~2, DASH? до LEVEL",
      "TIMES ~2, DASH? с|со BASE ~6 до LEVEL",
      "в TIMES ~1 превысил|превысила|превысило|превысили ~4 PERIOD ~2 и REACHED LEVEL",
      "LEVEL ~3 , ~2 в TIMES MORE",
    ],
    says: [
      "Экспорт удвоился и составил 126,4 млрд долларов.",
      "Экспорт вырос в 1,5 раза — с 84,3 до 126,4 млрд долларов.",
      "Число туристов удвоилось: 1,24 млн человек против 620 тыс. годом ранее.",
    ],
    not: [
      "Экспорт снизился вдвое, до 63,2 млрд долларов.",
      "Экспорт не удвоился и составил 126,4 млрд долларов.",
    ],
  },
  {
    name: "ru-na-i-rate",
    unlessBefore: FORECASTS,
    patterns: [
      ...["на INC ~1 ,? OR на? RATE", "на RATE ~1 ,? OR на? INC", "на INC ( на? RATE )"].flatMap((amount) => [
        `VERB ~8 ${amount}`,
        `NOUN ~3 ${amount}`,
      ]),
      "отстаёт|отстает ~3 на INC ( RATE )",
    ],
    says: ["Импорт упал на 640 млн долларов, или на 17,8%.", "Отмечен рост цен на 640 рублей, или на 17,8%."],
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
    // "спад пересмотрен с 1,2% до 1,4%": told anew, not changed.
    unlessInside: wordSet(
      "пересмотрен пересмотрена пересмотрено пересмотрены уточнен уточнена уточнено уточнены",
    ),
    patterns: [
      "VERB ~8 с|со BASE ~8 до LEVEL",
      ...BEFORE.map((before) => `VERB ~8 до LEVEL${before}`),
      "NOUN ~8 с|со BASE ~8 до LEVEL",
      "составлявший|составлявшая|составлявшее ~4 BASE , VERB на INC и ~3 LEVEL",
    ],
    says: [
      "Профицит вырос с 12,1 млрд долларов до 14,4 млрд долларов.",
      "Убыток уменьшился до 2,0 млрд рублей с 2,6 млрд рублей.",
      "Экспорт снизился с 132,1 до 126,4 млрд долларов.",
      "Экспорт снизился до 126,4 млрд долларов со 132,1 млрд долларов годом ранее.",
    ],
    not: ["Компания переехала из 12 офисов в 14 зданий.", "Цена составляет от 5 до 10 рублей."],
  },
  {
    name: "ru-protiv",
    sign: 0,
    unlessBefore: new Set([...FORECASTS, ...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      "LEVEL ~4, против BASE ~3 PERIOD",
      "LEVEL ~4, против BASE",
      "LEVEL ~4, по сравнению с|со BASE ~3 PERIOD",
      "LEVEL ~2 ( в? PERIOD –|—|-|:? BASE",
      "LEVEL , PERIOD –|—|-? ~3 BASE",
    ],
    says: [
      "Безработица составила 3,0% против 3,2% месяцем ранее.",
      "Экспорт составил 126,4 млрд долларов (годом ранее — 120,1 млрд долларов).",
    ],
    not: [
      "Экспорт вырос на 5,2% против 3,1% годом ранее.",
      "Он отсудил 5 млн рублей против воли 3 млн акционеров.",
    ],
  },
];

const SUMS: readonly RelationRule[] = [
  {
    name: "ru-vsego",
    onePeriod: true,
    unlessIn: phraseList("еще|ещё"),
    mixed: true,
    patterns: [
      "TOTAL ~3 складывается|складываются|состоит|состоят|сложилась|складывалась из PARTS",
      "TOTAL ~3 складывается|складываются|состоит|состоят из ~3 ( PART ) ~4, ( PART ) ~4, ( PART )",
      "TOTAL ~3 складывается|складываются|состоит|состоят из ~3 ( PART ) ~4, ( PART )",
      "из TOTAL ~4 PART ~6, REST ~2 PART",
      "TOTAL ~6, PART ~6, REST ~2 PART",
      "PARTS ~4 ;|,|–|— TOGETHER ~6 TOTAL",
      "PARTS ~3 суммарно|вместе|совокупно ~3 TOTAL",
      "к ~2 PART ~3 прибавить ~3 PART ~5, выйдет|получится|получим TOTAL",
      "PARTS ~4, TOGETHER ~2 TOTAL",
      "EXPORTS ~6 PART ~5, ~2 IMPORTS ~6 PART ~5, ~2 TRADE ~4 TOTAL",
    ],
    says: [
      "Польша купила на 4 млрд евро, а Италия на 3 млрд евро, всего 7 млрд евро.",
      "Из 412 млрд рублей кредитов 268 млрд рублей получили юрлица, оставшиеся 144 млрд рублей – граждане.",
    ],
    not: ["Польша купила на 4 млрд евро, а Италия на 3 млрд евро."],
  },
  {
    name: "ru-v-tom-chisle",
    exhaustive: false,
    mixed: true,
    patterns: [
      "TOTAL ~6, в том числе PARTS",
      "TOTAL ~6, из них|которых PARTS",
      "TOTAL ~4, причём|причем PARTS",
      "из ~2 TOTAL ~4 PARTS",
      "TRADE ~3 TOTAL ~2 :|(|–|— EXPORTS ~2 PART ~2, ~1 IMPORTS ~2 PART",
    ],
    unlessInside: wordSet("больше меньше выше ниже вырос выросла снизился снизилась или до"),
    says: [
      "Товарооборот составил 54,9 млрд юаней, в том числе экспорт — 14,4 млрд юаней и импорт — 40,5 млрд юаней.",
      "Из 30 млн рублей 18 млн рублей дало государство, 12 млн — инвестор.",
    ],
    not: ["Товарооборот составил 54,9 млрд юаней, в том числе экспорт — 14,4 млрд юаней."],
  },
  {
    name: "ru-dvoetochie",
    exhaustive: false,
    mixed: true,
    onePeriod: true,
    unlessBefore: new Set([
      ...UP_VERBS,
      ...DOWN_VERBS,
      ...wordSet("профицит дефицит сальдо прибыль убыток разница баланс остаток профицита дефицита"),
    ]),
    unlessIn: phraseList(
      "больше|меньше|против|выше|ниже|импорт|импорта|расходы|убыток|годом ранее|минус|или|курсу|было|поступило|отгружено|осталось|прибыло|выбыло",
    ),
    patterns: ["TOTAL ~3 : PARTS", "TOTAL ~1 ( PARTS )"],
    says: ["Экспорт зерна – 48 млн тонн: 40 млн тонн пшеницы, 8 млн тонн ячменя."],
    not: [
      "Экспорт составил 54,9 млрд юаней: на 14,4 млрд юаней больше плана и на 5 млрд юаней больше, чем в мае.",
    ],
  },
  {
    name: "ru-saldo",
    onePeriod: true,
    unlessInside: wordSet("китай китая китаем россию россии сша"),
    patterns: [
      ...BALANCES.flatMap(([first, a, second, b, left]) => [
        `${first} ~6 ${a} ~4, и? ~2 ${second} ~6 ${b} ~4, ~3 ${left} ~6 TOTAL`,
        `${first} ~6 ${a} ~2 и|при ~2 ${second} ~6 ${b} ~2, ~3 ${left} ~6 TOTAL`,
        `${first} ~2 ( ${a} ) ~4 ${second} ~2 ( ${b} ) ~2, ~2 ${left} ~4 TOTAL`,
        `${left} ~4 TOTAL ~1 :|при|(|, ~1 ${first} ~5 ${a} ~2, и? ~2 ${second} ~5 ${b}`,
      ]),
      "расходы ~2 ( PART ) превысили доходы ~2 ( LESS ) , дефицит ~4 TOTAL",
    ],
    says: [
      "Экспорт составил 10,5 млрд евро, импорт — 8,1 млрд евро, положительное сальдо — 2,4 млрд евро.",
      "При экспорте 126,4 млрд долларов и импорте 109,9 млрд долларов профицит составил 16,5 млрд долларов.",
    ],
    not: [
      "Экспорт составил 10,5 млрд евро, импорт — 8,1 млрд евро.",
      "Экспорт в Китай составил 10,5 млрд евро, импорт — 80,1 млрд евро, профицит — 2,4 млрд евро.",
    ],
  },
];

const SHARES: readonly RelationRule[] = [
  {
    name: "ru-dolya",
    unlessBefore: new Set([...UP_VERBS, ...DOWN_VERBS]),
    unlessInside: new Set([...UP_VERBS, ...DOWN_VERBS, ...MORE, ...LESS]),
    patterns: [
      "из|от ~3 WHOLE ~4 PART ~2 ( SHARE )",
      "из|от ~3 WHOLE ~4 PART ,? OR SHARE",
      "WHOLE ~4, из них|которых ~4 PART ~2 ( SHARE ) !и|,",
      "WHOLE ~4, в том числе ~4 PART ( SHARE ) !и|,",
      "PART ~1 , OR SHARE от? ~4 в WHOLE",
      "PART ~1 , OR SHARE от? ~4 ( WHOLE",
      "PART ~3 ,? что соответствует|составляет|составило|равно|равняется SHARE ~4 WHOLE",
      "PART ~3 ,? что соответствует|составляет|составило|равно|равняется SHARE ~4 ( WHOLE",
      "PART ~1 , OR SHARE !и|до",
      "PART ( SHARE ) ~4 из WHOLE",
      "PART ( SHARE ) из WHOLE",
      "PART ( SHARE !)|,",
      "доля|долю ~6 SHARE ~2 , OR PART из WHOLE",
      "доля|долю ~6 SHARE ~2 , OR PART",
      "доля|долю ~6 ( WHOLE ) ~3 SHARE , OR PART",
      "SHARE ~8 :|(|–|— ~3 PART ~2 из ~4 WHOLE",
      "SHARE ~4 ( PART ~2 из ~4 WHOLE )",
      "SHARE , PART ~2 из WHOLE",
      "PART ~2 из ~2 WHOLE ~6, OR ~3 SHARE",
      "PART ~2 из ~2 WHOLE ~6, DASH ~3 SHARE",
      "PART ~2 из ~2 WHOLE ~2 ( SHARE )",
      "SHARE , OR PART , из WHOLE",
      "PART ~3 при ~4 WHOLE ~2 –|—|-? доля ~2 SHARE",
    ],
    says: [
      "На нефть пришлось 14,4 млрд юаней, или 26% от общего объёма в 54,9 млрд юаней.",
      "Компания вложила 3 млн евро (12% бюджета).",
      "Импорт составил 114,9 млрд долларов, из них 9,8 млрд (8,5%) пришлось на Китай.",
      "74 из 450 депутатов (16,4%) — женщины.",
    ],
    not: [
      "Выручка выросла на 3 млн евро, или на 12%.",
      "Выручка составила 3 млн евро (12%).",
      "Из 114,9 млрд долларов 9,8 млрд (+8,5%) пришлось на Китай.",
    ],
  },
];

/** What the last of several sentences says by how much: of the figures before. */
const ALTOGETHER = by((amount) => [`~4, NOUN ~3 ${amount}`, `~4, VERB ${amount}`]).concat([
  "~4, NOUN –|—|-|составил|составила|составило|:? RATE",
  "~4, NOUN –|—|-|составил|составила|составило|:? POINTS",
  "разница –|—|-|составила|:? POINTS",
  "разница –|—|-|составила|:? INC",
]);

const PASSAGES: readonly RelationRule[] = [
  {
    name: "ru-frazy-uroven",
    unlessIn: phraseList("плана|прогноза|ожиданий|запланированного"),
    patterns: [
      ...by((amount) => [`LEVEL … // это ~1 ${amount} MORE`]),
      "LEVEL … // это на INC MORE … // … NOUN –|—|-|составил|составила|:? RATE",
    ],
    says: [
      "Экспорт составил 126,4 млрд долларов. Это на 5,2% больше, чем годом ранее.",
      "Порт перевалил 21,6 млн тонн. Это на 1,7 млн тонн больше, чем год назад. Прирост — 8,5%.",
    ],
    not: [
      "Экспорт составил 126,4 млрд долларов, импорт — 98,7 млрд долларов. Это на 5,2% больше, чем годом ранее.",
      "Экспорт составил 126,4 млрд долларов. Выручка порта на 5,2% больше, чем годом ранее.",
    ],
  },
  {
    name: "ru-frazy-gody",
    sign: 0,
    inOrder: true,
    unlessIn: phraseList("планировалось|ожидалось|прогноз|план"),
    patterns: ALTOGETHER.flatMap((end) =>
      [
        `LEVEL … // PERIOD ~4 WERE ~2 BASE … // ${end}`,
        `LEVEL … // в? PERIOD ~2 WERE ~2 BASE … // ${end}`,
        `PERIOD … BASE … // ~2 PERIOD ~2 WERE ~2 LEVEL … // ${end}`,
        `BASE … // в|по? ~2 PERIOD ~2 WERE ~2 LEVEL … // ${end}`,
      ].filter((one) => !one.startsWith("PERIOD")),
    ),
    says: [
      "Экспорт составил 126,4 млрд долларов. Годом ранее он равнялся 120,1 млрд долларов. Рост составил 5,2%.",
      "В 2022 году экспорт составил 120,1 млрд долларов. В 2023 году он достиг 126,4 млрд долларов. Таким образом, рост составил 5,2%.",
    ],
    not: [
      "Экспорт составил 126,4 млрд долларов. Годом ранее компания вложила 120,1 млрд долларов. Рост составил 5,2%.",
      "В 2023 году экспорт составил 120,1 млрд долларов. Он достиг 126,4 млрд долларов. Рост составил 9,2%.",
    ],
  },
  {
    name: "ru-frazy-seychas",
    patterns: ALTOGETHER.flatMap((end) => [
      `BASE … // сейчас|теперь|сегодня ~3 LEVEL … // ${end}`,
      `BASE … // ~4 он|она|оно VERB до LEVEL … // ${end}`,
    ]),
    sign: 0,
    says: [
      "В 2018 году на учёте стояло 12 тыс. электромобилей. Сейчас их 54 тыс. Парк увеличился в 4,5 раза.",
    ],
    not: ["В 2018 году на учёте стояло 12 тыс. электромобилей. Сейчас холодно. Парк увеличился в 4,5 раза."],
  },
  {
    name: "ru-frazy-dolya",
    patterns: [
      "WHOLE … // из них|которых ~6 PART … // это ~1 SHARE",
      "WHOLE … // на|для|из|в ~5 PART … // это ~1 SHARE ~3 .",
      "WHOLE … // ~5 среди|из них|которых ~3 PART … // это ~1 SHARE",
      "WHOLE … // из них|которых ~6 PART ~2 ( SHARE )",
      "WHOLE … // из них|которых ~6 PART , OR SHARE",
    ],
    says: [
      "Импорт составил 114,9 млрд долларов. Из них 9,8 млрд долларов пришлось на Китай. Это 8,5% всего импорта.",
      "Бюджет составляет 30 млрд рублей. На образование направят 12 млрд рублей. Это 40% всех расходов.",
    ],
    not: ["Бюджет составляет 30 млрд рублей. Область дала 12 млн рублей. Это 40% от плана."],
  },
  {
    name: "ru-frazy-saldo",
    samePeriod: true,
    unlessInside: wordSet("китай китая китаем россию россии сша услуг"),
    patterns: BALANCES.flatMap(([first, a, second, b, left]) => [
      `${first} … ${a} … // ~3 ${second} … ${b} … // THUS … ${left} ~6 TOTAL`,
      `${first} … ${a} … ${second} … ${b} … // THUS … ${left} ~6 TOTAL`,
    ]),
    says: [
      "Доходы составили 126,4 млрд рублей. Расходы — 109,9 млрд рублей. Таким образом, профицит достиг 16,5 млрд рублей.",
    ],
    not: [
      "Экспорт в 2022 году составил 126,4 млрд долларов. Импорт в 2021 году — 109,9 млрд долларов. Таким образом, профицит достиг 18,5 млрд долларов.",
    ],
  },
  {
    name: "ru-frazy-summa",
    exhaustive: false,
    samePeriod: true,
    mixed: true,
    patterns: [
      "TOTAL … // из них|которых ~4 PARTS … // ~3 PART ~4, ~3 PART",
      "TOTAL … // из них|которых ~4 PART … // ~3 PART ~4, ~3 PART",
      "TOTAL … // из них|которых ~4 PARTS",
    ],
    says: [
      "Зерновых собрано 6,84 млн тонн. Из них пшеницы – 4,85 млн тонн. Ячмень дал 1,32 млн тонн, кукуруза – 0,67 млн тонн.",
    ],
    not: ["Зерновых собрано 6,84 млн тонн. Пшеницы – 4,85 млн тонн. Ячмень дал 1,32 млн тонн."],
  },
  {
    name: "ru-frazy-pereschyot",
    unlessBefore: wordSet("курс курсу"),
    patterns: [
      "AMOUNT … // это ~2 CONVERTED",
      "AMOUNT … // в пересчёте|пересчете это|выходит|получается ~2 CONVERTED",
      "AMOUNT … // по ~2 курсу ~4 это|составляет ~2 CONVERTED",
      "AMOUNT … // … курс … AMOUNT … // в пересчёте|пересчете ~2 CONVERTED",
      "AMOUNT … // … курс … AMOUNT … // это ~2 CONVERTED",
    ],
    says: ["Сумма сделки — 50 млрд юаней. Это около 6,9 млрд долларов."],
    not: ["Сумма сделки — 50 млрд юаней. Завод стоил 6,9 млрд долларов."],
  },
];

/** How Russian says what its figures have to do with each other. */
export const RUSSIAN_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  passages: PASSAGES,
  classes: {
    COMPARED: phraseList(
      "с|со|против|по сравнению с|по сравнению со|в сравнении с|относительно|с уровня|после|вместо",
    ),
    REACHED: phraseList(
      "составил|составила|составило|составили|составляет|составляют|достиг|достигла|достигло|достигли|достигнув|составив|равен|равна|равно|равны|равен теперь",
    ),
    REST: phraseList("остальные|остальных|оставшиеся|оставшихся|прочие"),
    SURPLUS: phraseList(
      "профицит|сальдо|положительное сальдо|активное сальдо|профицит торгового баланса|превышение",
    ),
    DEFICIT: phraseList("дефицит|отрицательное сальдо"),
    EXPORTS: phraseList("экспорт|экспорте|экспорта|экспортом|вывоз"),
    IMPORTS: phraseList("импорт|импорте|импорта|импортом|ввоз"),
    INCOME: phraseList("доходы|доходах|доходов|выручка|выручке|поступления|поступлениях"),
    COSTS: phraseList("расходы|расходах|расходов|затраты|затратах|издержки"),
    PROFIT: phraseList("профицит|прибыль|превышение"),
    LOSS: phraseList("дефицит|убыток"),
    TRADE: phraseList("товарооборот|товарооборота|торговля|торговли|внешнеторговый оборот|оборот"),
    OR: phraseList(
      "или|то есть|это|иначе говоря|т е|что составляет|что составило|что равно|что соответствует",
    ),
    THUS: phraseList("таким образом|следовательно|значит|итак|отсюда|тем самым"),
    DASH: phraseList("–|—|-"),
    WERE: phraseList(
      "он составил|он составлял|он равнялся|он достиг|она составила|она составляла|она равнялась|она достигла|оно составило|было|их было|этот показатель составил|этот показатель составлял|показатель составил|показатель составлял|он был на уровне",
    ),
    OFFSET: [],
    INCLUDING: phraseList("в том числе|включая|из них|из которых|в т . ч"),
    TOGETHER: phraseList("всего|итого|в сумме|в общей сложности|суммарно|вместе|в совокупности"),
  },
  up: { verbs: UP_VERBS, nouns: UP_NOUNS, more: MORE },
  down: { verbs: DOWN_VERBS, nouns: DOWN_NOUNS, more: LESS },
  negations: wordSet("не нет ни без никогда вряд"),
  terms: wordSet(
    "сопоставимых реальном постоянных ежегодно среднегодовой реальных рублях рублевом рублёвом долларах выражении ценах физическом натуральном очищенный скорректированный среднем",
  ),
  past: wordSet("ранее назад прошлого прошлом прошлый предыдущего предыдущем годом месяцем"),
  soft: wordSet(
    "около примерно почти более менее чем порядка приблизительно лишь только уже свыше рекордных",
  ),
  points: wordSet("пп"),
  or: wordSet("или"),
  of: wordSet("от всего общего"),
  deals: wordSet("соответственно"),
  ends: wordSet("до чем"),
  differences: wordSet("прибыль прибыли убыток убытка профицит дефицит сальдо"),
  by: wordSet("на"),
  joins: wordSet("и , а"),
  stops: wordSet("; не но хотя однако тогда как который которая которые если ( ) :"),
};
