import type { RelationRule, RuleLanguage } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { DOWN_NOUNS, DOWN_PARTICLES, DOWN_VERBS, UP_NOUNS, UP_PARTICLES, UP_VERBS } from "./words.js";

/** The first part of verbs that are parted, and what ends their clause. */
const PARTED =
  "nahm|nahmen|nimmt|legte|legten|legt|ging|gingen|geht|gab|gaben|gibt|brach|brachen|stieg|stiegen";
const END = ".|,|;|und|)";
const FORECASTS = wordSet("ziel prognose erwartung erwartungen schätzung schätzungen");

const CHANGES: readonly RelationRule[] = [
  {
    name: "de-um-von-auf",
    patterns: [
      "VERB ~10 um RATE ~4 von BASE ~10 auf LEVEL",
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
      "LEVEL ~6 , ein|eine|das|was ~3 NOUN von RATE",
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
    patterns: ["TOTAL ~10, davon PARTS", "TOTAL ~10, von denen PARTS"],
    says: [
      "Der Handel erreichte 54,9 Milliarden Yuan, davon 14,4 Milliarden Yuan Exporte und 40,5 Milliarden Yuan Importe.",
    ],
    not: ["Der Handel erreichte 54,9 Milliarden Yuan, davon 14,4 Milliarden Yuan Exporte."],
  },
  {
    name: "de-zusammen",
    patterns: ["PARTS ~6, zusammen|insgesamt TOTAL", "TOTAL ~8, bestehend aus PARTS"],
    says: [
      "Polen kaufte für 4 Milliarden Euro und Italien für 3 Milliarden Euro, zusammen 7 Milliarden Euro.",
    ],
    not: ["Polen kaufte für 4 Milliarden Euro und Italien für 3 Milliarden Euro ein."],
  },
  {
    name: "de-balance",
    patterns: [
      "exporte|exporten|ausfuhren ~6 PART ~6 und|, ~1 importe|importen|einfuhren ~6 LESS ~8, überschuss ~3 von TOTAL",
      "importe|importen|einfuhren ~6 PART ~6 und|, ~1 exporte|exporten|ausfuhren ~6 LESS ~8, defizit ~3 von TOTAL",
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
    COMPARED: phraseList("nach|gegenüber|verglichen mit|im vergleich zu|nach zuvor|von zuvor"),
    OFFSET: [],
    TOGETHER: phraseList("zusammen|insgesamt"),
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
