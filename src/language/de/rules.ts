import type { RelationRule, RuleLanguage } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { DOWN_NOUNS, DOWN_PARTICLES, DOWN_VERBS, UP_NOUNS, UP_PARTICLES, UP_VERBS } from "./words.js";

/** The first part of verbs that are parted, and what ends their clause. */
const PARTED =
  "nahm|nahmen|nimmt|legte|legten|legt|ging|gingen|geht|gab|gaben|gibt|brach|brachen|stieg|stiegen|hob|hoben|hebt|sackte|sackten|büßte|büßten|zog|zogen|schnellte|schnellten";
const END = ".|,|;|und|)";
const FORECASTS = wordSet("ziel prognose erwartung erwartungen schätzung schätzungen");

const CHANGES: readonly RelationRule[] = [
  {
    name: "de-um-von-auf",
    patterns: [
      "VERB ~10 um RATE ~4 von BASE ~10 auf LEVEL",
      "VERB ~10 um POINTS ~4 von BASE ~10 auf LEVEL",
      `${PARTED} ~10 um POINTS ~4 von BASE ~10 auf LEVEL MORE ${END}`,
      `${PARTED} ~10 von BASE ~10 auf LEVEL MORE und? ~4 um POINTS`,
      "VERB ~10 von BASE ~10 auf LEVEL ~4 , mithin|also|somit|entsprechend um POINTS",
      "VERB ~10 von BASE ~10 auf LEVEL ~4, bzw|mithin|also|somit|oder .? um? RATE",
      "VERB ~10 von BASE ~10 auf LEVEL ( RATE )",
      "VERB ~10 von BASE ~10 auf LEVEL ~1 , ~5 NOUN von|um RATE",
      `${PARTED} ~10 auf LEVEL MORE , mithin|also|somit um RATE`,
      "VERB ~10 von BASE ~6 um RATE ~4 auf LEVEL",
      "um RATE ~4 von BASE ~10 auf LEVEL ~3 VERB",
      `${PARTED} ~10 um RATE ~4 von BASE ~10 auf LEVEL MORE ${END}`,
    ],
    says: [
      "Die Exporte stiegen um 25 Prozent von 40 Mrd. Euro auf 50 Mrd. Euro.",
      "Die Einfuhren sanken von 50 Mrd. Euro um 20 Prozent auf 40 Mrd. Euro.",
      "Die Schulden sind um 16 Prozent von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gesunken.",
      "Der Umsatz legte um 50 Prozent von 30 Millionen Euro auf 45 Millionen Euro zu.",
    ],
    not: [
      "Die Exporte stiegen nicht um 25 Prozent von 40 Mrd. Euro auf 50 Mrd. Euro.",
      "Die Exporte stiegen um 25 Prozent von 40 Firmen auf 50 Mrd. Euro.",
    ],
  },
  {
    name: "de-um-auf",
    patterns: [
      "VERB ~10 um RATE ~6 auf LEVEL ~8, COMPARED BASE",
      "VERB ~10 um RATE ~6 auf LEVEL ~3 ( ~2 : BASE",
      "VERB ~10 um POINTS ~6 auf LEVEL ~6, COMPARED BASE",
      "VERB ~10 um POINTS ~6 auf LEVEL ;|, im ~2 hatte ~3 bei BASE",
      "VERB ~10 um RATE ~6 auf LEVEL , ~6 um RATE ~4 auf LEVEL",
      `${PARTED} ~10 um RATE ~6 auf LEVEL MORE , ~6 um RATE ~4 auf LEVEL`,
      "VERB ~10 um RATE ~6 auf LEVEL",
      "VERB ~10 um POINTS ~6 auf LEVEL",
      "um RATE ~6 auf LEVEL ~3 VERB",
      "um POINTS ~6 auf LEVEL ~3 VERB",
      `${PARTED} ~10 um RATE ~6 auf LEVEL MORE ${END}`,
    ],
    says: [
      "Die Ausfuhren stiegen im September um 5,2 Prozent auf 126,4 Milliarden Euro.",
      "Die Exporte sind um 7,5 Prozent auf 126,4 Milliarden Euro gesunken.",
      "Die Einfuhren nahmen gegenüber dem Vorjahr um 3,1 Prozent auf 98,7 Mrd. Euro zu.",
      "Der Umsatz ging um 12 % auf 3,4 Mio. Euro zurück.",
      "Die Arbeitslosenquote sank um 0,2 Prozentpunkte auf 5,5 Prozent.",
    ],
    not: [
      "Die Ausfuhren stiegen nicht um 5,2 Prozent auf 126,4 Milliarden Euro.",
      "Das Paket wurde auf 126,4 Milliarden Euro geschätzt.",
      "Die Preise stiegen um 5,2 Prozent, während der Absatz auf 3 Millionen Euro sank.",
    ],
  },
  {
    name: "de-um-und-rate",
    patterns: [
      `${PARTED} ~10 um INC ~1 bzw|oder|beziehungsweise .? um? RATE MORE ${END}`,
      `${PARTED} ~10 um RATE ~1 bzw|oder|beziehungsweise .? um? INC MORE ${END}`,
      `${PARTED} ~10 um RATE ( bzw|oder? .? INC ) MORE ${END}`,
      `${PARTED} ~10 um INC ( bzw|oder|plus|minus? .? RATE ) MORE ${END}`,
      "VERB ~10 um INC ~1 ,? bzw|oder|beziehungsweise|also .? um? RATE",
      "VERB ~10 um RATE ~1 ,? bzw|oder|beziehungsweise|also .? um? INC",
      "VERB ~10 um INC ~1 bzw|oder|beziehungsweise .? um? RATE ~6 auf LEVEL",
      "VERB ~10 um INC ~4 auf LEVEL ~2 ( ~1 RATE )",
      "VERB ~10 um INC ~4 auf LEVEL ,? mithin|also|somit um? RATE",
      `${PARTED} ~10 um INC ~4 auf LEVEL ~4 MORE , ~3 RATE`,
      "VERB ~10 um INC ~4 auf LEVEL ~1 ( plus|minus? RATE )",
      "LEVEL ~2 ;|, ~6 ein|einen NOUN von|um INC bzw|oder|beziehungsweise .? RATE",
      "LEVEL ~4, das waren|sind INC mehr|weniger ~8 ( ~1 RATE )",
    ],
    says: [
      "Die Zahl der Tonnen nahm um 1,2 Millionen Tonnen oder 4,9 Prozent zu.",
      "Der Gewinn stieg um 4,1 Millionen Euro oder 9 Prozent.",
      "Die Einnahmen gingen um 3 Prozent (bzw. 893 Millionen Franken) zurück.",
    ],
    not: [
      "Der Gewinn stieg nicht um 4,1 Millionen Euro oder 9 Prozent.",
      "Es geht um 4,1 Millionen Euro oder 9 Prozent.",
    ],
  },
  {
    name: "de-mehr-als",
    unlessBefore: FORECASTS,
    patterns: [
      "mit LEVEL ~6 um? RATE MORE ~4 als ~6 , als ~3 BASE",
      "LEVEL ~6 ;|, das ist|sind|war|waren RATE MORE ~4 als",
      "LEVEL ~6 ;|, und? damit RATE MORE ~4 als",
      "LEVEL und damit RATE MORE ~4 als",
      "LEVEL , RATE MORE ~4 als",
      "LEVEL ~2 um RATE MORE ~4 als",
      "mit LEVEL ~6 um? RATE MORE ~4 als",
      "LEVEL lag|lagen ~4 um? RATE MORE dem|den ~8 BASE",
    ],
    says: [
      "Der Umsatz betrug 3,4 Mio. Euro, 12 % mehr als im Vorjahr.",
      "Exportiert wurden Waren für 13,8 Mrd. Euro; das waren 5,3 % weniger als im Vorjahr.",
      "Mit 3,42 Mio. Tonnen wurden 15,6 % weniger Kartoffeln geerntet als 2022.",
    ],
    not: ["Der Umsatz betrug 3,4 Mio. Euro, 12 % davon mehr als geplant im Inland."],
  },
  {
    name: "de-um-rate",
    patterns: ["VERB ~10 um RATE", "um RATE ~3 VERB", `${PARTED} ~10 um RATE MORE ${END}`],
    says: [
      "Die Ausfuhren stiegen im Jahr 2022 um 14,3 Prozent.",
      "Die Produktion ist um 2,1 Prozent geschrumpft.",
      "Die Bestellungen nahmen um 4 Prozent ab.",
    ],
    not: ["Es geht um 5 Prozent der Stimmen.", "Die Ausfuhren stiegen nicht um 14,3 Prozent."],
  },
  {
    name: "de-von-auf",
    patterns: [
      "VERB ~10 um INC ~4, von BASE ~10 auf LEVEL",
      "VERB ~10 um INC ~6 auf LEVEL , nachdem ~6 BASE",
      "VERB ~10 von BASE ~10 auf LEVEL",
      "von BASE ~10 auf LEVEL ~3 VERB",
      `${PARTED} ~10 von BASE ~10 auf LEVEL MORE ${END}`,
    ],
    says: [
      "Der Überschuss stieg von 12,1 Milliarden Euro im August auf 14,4 Milliarden Euro im September.",
      "Die Schulden sind von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gesunken.",
      "Der Gewinn legte von 30 Millionen Euro auf 45 Millionen Euro zu.",
      "Der Anteil fiel von 30 Prozent auf 25 Prozent.",
    ],
    not: [
      "Das Unternehmen zog von 12 Standorten auf 14 Standorte um.",
      "Die Schulden sind nicht von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gesunken.",
    ],
  },
  {
    name: "de-auf-nach",
    unlessBefore: FORECASTS,
    only: "amount",
    patterns: [
      "VERB ~10 um INC ~4 auf LEVEL ~6, COMPARED BASE",
      "VERB ~8 auf LEVEL ~6, COMPARED BASE",
      "VERB ~10 um INC ~4 auf LEVEL",
      "um INC ~4 auf LEVEL ~3 VERB",
    ],
    says: [
      "Der Umsatz stieg auf 5,1 Milliarden Euro, nach 4,6 Milliarden Euro im Vorjahr.",
      "Das Defizit sank auf 2,0 Milliarden Dollar, verglichen mit 2,6 Milliarden Dollar ein Jahr zuvor.",
      "Der Gewinn stieg um 5 Millionen Euro auf 20 Millionen Euro.",
      "Der Gewinn fiel um 30 Millionen Euro auf 120 Millionen Euro, nach 150 Millionen Euro im Vorjahr.",
    ],
    not: [
      "Der Umsatz stieg auf 5,1 Milliarden Euro, nach Angaben des Konzerns.",
      "Der Umsatz lag bei 5,1 Milliarden Euro, nach 4,6 Milliarden Euro im Vorjahr.",
    ],
  },
  {
    name: "de-noun-von",
    patterns: [
      "LEVEL ~6 , ein|eine|das|was ~3 NOUN von|um RATE",
      "LEVEL ~1 nach BASE ~6 ( RATE )",
      "LEVEL ~1 nach BASE ~6 , ~3 NOUN von|um RATE",
      "LEVEL ~3 ( ein|eine? NOUN von? RATE",
      "NOUN ~3 von|um RATE ~6 auf LEVEL",
    ],
    says: [
      "Die Exporte erreichten 126,4 Milliarden Euro, ein Plus von 5,2 Prozent gegenüber dem Vorjahr.",
      "Der Umsatz betrug 3,4 Mio. Euro, was einem Rückgang von 12 Prozent entspricht.",
      "Der Konzern meldete einen Rückgang um 8 Prozent auf 2,7 Milliarden Euro.",
    ],
    not: ["Die Exporte erreichten 126,4 Milliarden Euro, ein Anteil von 5,2 Prozent."],
  },
];

const SUMS: readonly RelationRule[] = [
  {
    name: "de-davon",
    exhaustive: false,
    patterns: [
      "TOTAL ~10, davon PARTS",
      "TOTAL ~10, darunter PARTS",
      "TOTAL ~10, von denen PARTS",
      "summieren|summiert|summierten|summierte ~4 auf TOTAL : PARTS",
    ],
    says: [
      "Der Handel erreichte 54,9 Milliarden Yuan, davon 14,4 Milliarden Yuan Exporte und 40,5 Milliarden Yuan Importe.",
    ],
    not: ["Der Handel erreichte 54,9 Milliarden Yuan, davon 14,4 Milliarden Yuan Exporte."],
  },
  {
    name: "de-zusammen",
    onePeriod: true,
    patterns: [
      "PARTS ~6, TOGETHER also? TOTAL",
      "TOTAL ~8, bestehend aus PARTS",
      "TOTAL ~6 , davon PARTS ~4, REST ~3 PART",
    ],
    says: [
      "Polen kaufte für 4 Milliarden Euro und Italien für 3 Milliarden Euro, zusammen 7 Milliarden Euro.",
    ],
    not: ["Polen kaufte für 4 Milliarden Euro und Italien für 3 Milliarden Euro ein."],
  },
  {
    name: "de-balance",
    onePeriod: true,
    patterns: [
      "EXPORTS ~6 PART ~6 und|, ~1 IMPORTS ~6 LESS ~8, überschuss ~3 von TOTAL",
      "IMPORTS ~6 PART ~6 und|, ~1 EXPORTS ~6 LESS ~8, defizit ~3 von TOTAL",
      "EXPORTS ~6 PART ~1 und|, ~1 IMPORTS ~6 LESS ;|, ~4 SURPLUS ~6 TOTAL",
      "IMPORTS ~6 PART ~1 und|, ~1 EXPORTS ~6 LESS ;|, ~4 DEFICIT ~6 TOTAL",
      "EXPORTS ~6 LESS ~1 und|, ~1 IMPORTS ~6 PART ;|, ~4 DEFICIT ~6 TOTAL",
      "IMPORTS ~6 LESS ~1 und|, ~1 EXPORTS ~6 PART ;|, ~4 SURPLUS ~6 TOTAL",
      "SURPLUS von TOTAL , weil EXPORTS ~2 PART ~2 IMPORTS ~4 LESS",
      "EXPORTS PART , IMPORTS LESS , saldo plus? TOTAL",
      "PART minus|abzüglich ~3 LESS ergeben|ergibt|ergab|ergaben ~4 TOTAL",
    ],
    says: [
      "Exporten von 10,5 Milliarden Euro und Importen von 8,1 Milliarden Euro entsprach ein Überschuss von 2,4 Milliarden Euro.",
    ],
    not: ["Exporten von 10,5 Milliarden Euro und Importen von 8,1 Milliarden Euro folgte nichts."],
  },
];

const SHARES: readonly RelationRule[] = [
  {
    name: "de-anteil",
    unlessBefore: wordSet("stieg stiegen sank sanken um"),
    patterns: [
      "PART ~4 , oder SHARE der|des|vom|von ~5 WHOLE",
      "PART ~4 ( SHARE der|des|vom|von",
      "PART ~4 , oder SHARE der|des|vom|von",
      "PART ~6, anteil von SHARE an ~5 WHOLE",
      "PART ,|( ein? anteil von SHARE",
      "SHARE ~4 , das ist|sind|war|waren PART ~1 von WHOLE",
      "SHARE ~1 : PART von WHOLE",
      "von|vom ~6 WHOLE ~10, PART ~4 , also SHARE",
      "von|vom ~6 WHOLE ~10, PART oder SHARE",
      "von|vom ~2 ( WHOLE ) ~3 PART oder SHARE",
      "SHARE der|des|vom|von ~3 WHOLE , ~3 PART",
      "PART ~4 , oder SHARE aus|in|auf",
    ],
    says: [
      "Auf Öl entfielen 14,4 Milliarden Yuan, oder 26 Prozent der gesamten 54,9 Milliarden Yuan.",
      "Sie investierte 3 Millionen Euro (12 Prozent des Budgets).",
    ],
    not: ["Der Umsatz stieg um 3 Millionen Euro, oder 12 Prozent."],
  },
];

/** How German says what its figures have to do with each other. */
export const GERMAN_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  classes: {
    EXPORTS: phraseList("exporte|exporten|ausfuhren|ausfuhr|export|die exporte|die ausfuhren"),
    IMPORTS: phraseList("importe|importen|einfuhren|einfuhr|import|die importe|die einfuhren|nur importe"),
    SURPLUS: phraseList(
      "überschuss|handelsüberschuss|exportüberschuss|handelsbilanzüberschuss|außenhandelsüberschuss",
    ),
    DEFICIT: phraseList("defizit|handelsdefizit|handelsbilanzdefizit|fehlbetrag|außenhandelsdefizit"),
    REST: phraseList("der rest|die übrigen|die restlichen|übrige|sonstige|andere"),
    COMPARED: phraseList("nach|gegenüber|verglichen mit|im vergleich zu|nach zuvor|von zuvor"),
    OFFSET: [],
    TOGETHER: phraseList("zusammen|insgesamt|in summe|alles in allem|zusammengenommen|summa summarum"),
  },
  up: { verbs: UP_VERBS, nouns: UP_NOUNS, more: UP_PARTICLES },
  down: { verbs: DOWN_VERBS, nouns: DOWN_NOUNS, more: DOWN_PARTICLES },
  negations: wordSet("nicht kein keine keinen keiner keinem nie niemals weder kaum"),
  soft: wordSet(
    "rund etwa ungefähr circa ca zirka knapp gut fast beinahe nahezu über mehr als weniger unter nur noch insgesamt real nominal schätzungsweise für",
  ),
  points: wordSet("pp"),
  or: wordSet("oder"),
  of: wordSet("des der vom von"),
  joins: wordSet("und , sowie plus"),
  stops: wordSet(
    "; nicht kein keine keinen keiner während wobei aber doch obwohl weil da dass welche und oder ( ) :",
  ),
};
