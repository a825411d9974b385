import { BALANCES } from "../balances.js";
import type { RelationRule, RuleLanguage } from "../rule.js";
import { phraseList, wordSet } from "../word-list.js";
import { DOWN_NOUNS, DOWN_PARTICLES, DOWN_VERBS, UP_NOUNS, UP_PARTICLES, UP_VERBS } from "./words.js";

const FORECASTS = wordSet("ziel prognose erwartung erwartungen schätzung schätzungen");

/** By how much something rose: in percent, in points, as an amount, or as two of these. */
const AMOUNTS = [
  "RATE",
  "POINTS",
  "INC",
  "INC ~1 ,? OR .? um? RATE",
  "RATE ~1 ,? OR .? um? INC",
  "INC ( OR? .? NOUN? RATE )",
  "RATE ( OR? .? INC )",
];
const by = (make: (by: string) => readonly string[]): string[] => AMOUNTS.flatMap(make);

/** Behind a level: what it was before. */
const BEFORE = [
  " ~8, COMPARED noch|den|zuvor|damals? BASE",
  " ~2 COMPARED dem|den ~1 PERIOD von BASE",
  " , nachdem ~8 BASE",
  " ~3 ( PERIOD :|noch? :? BASE",
  " ;|, im? PERIOD hatte|hatten|waren|war|lag|betrug ~4 bei? BASE",
];

/** Behind two levels: by how much the second is more. */
const THEREBY = by((amount) => [
  ` ~4 ,? OR .? um? ${amount}`,
  ` ( OR? .? NOUN? um? ${amount}`,
  ` ,|–|- ~5 NOUN von|um ${amount}`,
  ` und ~3 um ${amount}`,
]);

const CHANGES: readonly RelationRule[] = [
  {
    name: "de-um-von-auf",
    unlessBefore: FORECASTS,
    patterns: [
      ...by((amount) => [
        `VERB ~10 um ~1 ${amount} ~4, von BASE ~10 auf LEVEL`,
        `VERB ~10 von BASE ~6 um ~1 ${amount} ~4 auf LEVEL`,
        `um ~1 ${amount} ~4 von BASE ~10 auf LEVEL ~3 VERB`,
        `von BASE ~6 um ~1 ${amount} ~4 auf LEVEL ~3 VERB`,
        `PARTED ~10 um ~1 ${amount} ~4 von BASE ~10 auf LEVEL ~2 MORE END`,
        `COMPARED ~3 ( BASE ) VERB ~8 um ~1 ${amount} ~4 auf LEVEL`,
      ]),
      ...THEREBY.flatMap((thereby) => [
        `VERB ~10 von BASE ~10 auf LEVEL${thereby}`,
        `von BASE ~10 auf LEVEL ~3 VERB${thereby}`,
        `PARTED ~10 von BASE ~10 auf LEVEL ~2 MORE${thereby}`,
      ]),
    ],
    says: [
      "Die Exporte stiegen um 25 Prozent von 40 Mrd. Euro auf 50 Mrd. Euro.",
      "Die Einfuhren sanken von 50 Mrd. Euro um 20 Prozent auf 40 Mrd. Euro.",
      "Die Schulden sind um 16 Prozent von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gesunken.",
      "Der Umsatz legte um 50 Prozent von 30 Millionen Euro auf 45 Millionen Euro zu.",
      "Der Umsatz stieg von 2,0 auf 2,1 Milliarden Euro und damit um 5,0 Prozent.",
      "Der Umsatz kletterte von 1'187 Mio. Franken auf 1'250 Mio. Franken, was einer Zunahme um 5.3% gleichkommt.",
    ],
    not: [
      "Die Exporte stiegen nicht um 25 Prozent von 40 Mrd. Euro auf 50 Mrd. Euro.",
      "Die Exporte stiegen um 25 Prozent von 40 Firmen auf 50 Mrd. Euro.",
      "Währungsbereinigt stiegen die Exporte um 20 Prozent von 40 Mrd. Euro auf 50 Mrd. Euro.",
    ],
  },
  {
    name: "de-um-auf",
    unlessBefore: FORECASTS,
    patterns: [
      ...by((amount) => [
        ...BEFORE.flatMap((before) => [
          `VERB ~10 um ~1 ${amount} ~6 auf LEVEL${before}`,
          `um ~1 ${amount} ~6 auf LEVEL ~3 VERB${before}`,
          `PARTED ~10 um ~1 ${amount} ~6 auf LEVEL ~2 MORE${before}`,
        ]),
        `VERB ~10 um ~1 ${amount} ~6 auf LEVEL`,
        `um ~1 ${amount} ~6 auf LEVEL ~3 VERB`,
        `PARTED ~10 um ~1 ${amount} ~6 auf LEVEL ~2 MORE END`,
        `NOUN ~3 von|um ${amount} ~6 auf LEVEL`,
      ]),
      "VERB ~10 um RATE ~6 auf LEVEL , ~6 um RATE ~4 auf LEVEL",
      "PARTED ~10 um RATE ~6 auf LEVEL MORE , ~6 um RATE ~4 auf LEVEL",
      "VERB ~10 um INC ~4 auf LEVEL ~2 ( NOUN? ~1 RATE )",
      "VERB ~10 um INC ~4 auf LEVEL ~1 ( NOUN RATE )",
      "VERB ~10 um INC ~4 auf LEVEL ,? OR um? RATE",
      "VERB ~10 um INC ~4 auf LEVEL ~1 ,|–|- ~5 NOUN von|um RATE",
      "PARTED ~10 um INC ~4 auf LEVEL ~4 MORE , ~3 RATE",
      "NOUN RATE auf LEVEL",
    ],
    says: [
      "Die Ausfuhren stiegen im September um 5,2 Prozent auf 126,4 Milliarden Euro.",
      "Im September stiegen die Ausfuhren um 5,2 Prozent auf 126,4 Milliarden Euro.",
      "Die Exporte sind um 7,5 Prozent auf 126,4 Milliarden Euro gesunken.",
      "Die Einfuhren nahmen gegenüber dem Vorjahr um 3,1 Prozent auf 98,7 Mrd. Euro zu.",
      "Der Umsatz ging um 12 % auf 3,4 Mio. Euro zurück.",
      "Die Arbeitslosenquote sank um 0,2 Prozentpunkte auf 5,5 Prozent.",
      "Der Umsatz stieg um 5,0 Prozent auf 2,1 Mrd. Euro, nachdem er im Vorjahr 2,0 Mrd. Euro betragen hatte.",
      "Der Umsatz nahm um 100 Mio. Euro oder 5,0 Prozent auf 2,1 Mrd. Euro zu.",
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
      ...[
        "INC ~1 ,? OR .? um? RATE",
        "RATE ~1 ,? OR .? um? INC",
        "INC ( OR? .? NOUN? RATE )",
        "RATE ( OR? .? INC )",
      ].flatMap((amount) => [
        `VERB ~10 um ${amount}`,
        `um ${amount} ~3 VERB`,
        `PARTED ~10 um ${amount} MORE END`,
        `PARTED ~10 um ${amount} MORE und ~6 bei LEVEL`,
        `VERB ${amount} und ~6 bei LEVEL`,
      ]),
    ],
    says: [
      "Die Zahl der Tonnen nahm um 1,2 Millionen Tonnen oder 4,9 Prozent zu.",
      "Der Gewinn stieg um 4,1 Millionen Euro oder 9 Prozent.",
      "Der Umsatz ist um 100 Mio. Euro oder 5,0 Prozent gewachsen.",
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
      "mit LEVEL ~6 um? RATE MORE ~4 als ~3 ; ~5 BASE",
      ...by((amount) => [
        `LEVEL ~6 ;|,|– das|dies ist|sind|war|waren ~1 ${amount} MORE ~2 als ~5 ( BASE )`,
        `LEVEL ~6 ;|,|– das|dies ist|sind|war|waren ~1 um? ${amount} MORE ~4 als`,
        `LEVEL ~6 ;|,|– und? damit ~2 ${amount} MORE ~4 als`,
        `LEVEL und ~2 damit ~2 um? ${amount} MORE`,
        `LEVEL ~3 ,|–|- um? ${amount} MORE ~4 als`,
        `LEVEL ~3 ,|–|- ${amount} MORE dem|den|der`,
        `LEVEL ~2 um? ${amount} MORE ~4 als`,
        `LEVEL ~2 um? ${amount} MORE dem|den|der ~2 PERIOD? von? BASE`,
        `LEVEL ~2 um? ${amount} MORE dem|den|der`,
        `mit LEVEL ~8 um? ${amount} MORE dem|den|der ~2 PERIOD? von? BASE`,
        `mit LEVEL ~8 um? ${amount} MORE dem|den|der`,
        `mit LEVEL ~6 um? ${amount} MORE ~4 als`,
        `LEVEL lag|lagen ~4 um? ${amount} MORE dem|den ~8 BASE`,
      ]),
      "LEVEL ~4, das waren|sind INC mehr|weniger ~8 ( ~1 RATE )",
    ],
    says: [
      "Der Umsatz betrug 3,4 Mio. Euro, 12 % mehr als im Vorjahr.",
      "Exportiert wurden Waren für 13,8 Mrd. Euro; das waren 5,3 % weniger als im Vorjahr.",
      "Mit 3,42 Mio. Tonnen wurden 15,6 % weniger Kartoffeln geerntet als 2022.",
      "Der Umsatz lag mit 2,1 Mrd. Euro um 5,0 Prozent über dem Vorjahreswert von 2,0 Mrd. Euro.",
      "Mit 2,1 Mrd. Euro lag der Umsatz um 5,0 Prozent über dem Vorjahr.",
    ],
    not: [
      "Der Umsatz betrug 3,4 Mio. Euro, 12 % davon mehr als geplant im Inland.",
      "Der Umsatz lag um 5,0 Prozent über dem Vorjahr, der Gewinn bei 2,0 Mrd. Euro.",
    ],
  },
  {
    name: "de-uebertraf",
    sign: 1,
    patterns: by((amount) => [
      `übertraf|übertrafen|überstieg|überstiegen ~1 mit LEVEL ~4 PERIOD ~2 BASE ~2 um ${amount}`,
    ]),
    says: ["Der Umsatz übertraf mit 2,1 Mrd. Euro den Vorjahreswert von 2,0 Mrd. Euro um 5,0 Prozent."],
    not: ["Der Umsatz übertraf mit 2,1 Mrd. Euro die Erwartungen von 2,0 Mrd. Euro um 5,0 Prozent."],
  },
  {
    name: "de-um-rate",
    patterns: ["VERB ~10 um RATE", "um RATE ~3 VERB", "PARTED ~10 um RATE ~2 MORE END"],
    says: [
      "Die Ausfuhren stiegen im Jahr 2022 um 14,3 Prozent.",
      "Die Produktion ist um 2,1 Prozent geschrumpft.",
      "Die Bestellungen nahmen um 4 Prozent ab.",
    ],
    not: ["Es geht um 5 Prozent der Stimmen.", "Die Ausfuhren stiegen nicht um 14,3 Prozent."],
  },
  {
    name: "de-von-auf",
    unlessBefore: FORECASTS,
    patterns: [
      "VERB ~10 von BASE ~10 auf LEVEL",
      "von BASE ~10 auf LEVEL ~3 VERB",
      "PARTED ~10 von BASE ~10 auf LEVEL ~2 MORE END",
      "NOUN ~6 von BASE ~10 auf LEVEL",
    ],
    says: [
      "Der Überschuss stieg von 12,1 Milliarden Euro im August auf 14,4 Milliarden Euro im September.",
      "Die Schulden sind von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gesunken.",
      "Der Gewinn legte von 30 Millionen Euro auf 45 Millionen Euro zu.",
      "Der Anteil fiel von 30 Prozent auf 25 Prozent.",
      "Der Anteil stieg von 12,3 auf 14,1 Prozent.",
    ],
    not: [
      "Das Unternehmen zog von 12 Standorten auf 14 Standorte um.",
      "Die Schulden sind nicht von 5,0 Mrd. Euro auf 4,2 Mrd. Euro gesunken.",
    ],
  },
  {
    name: "de-auf-nach",
    unlessBefore: FORECASTS,
    patterns: BEFORE.flatMap((before) => [
      `VERB ~8 auf LEVEL${before}`,
      `auf LEVEL ~3 VERB${before}`,
      `PARTED ~8 auf LEVEL ~2 MORE${before}`,
    ]),
    says: [
      "Der Umsatz stieg auf 5,1 Milliarden Euro, nach 4,6 Milliarden Euro im Vorjahr.",
      "Das Defizit sank auf 2,0 Milliarden Dollar, verglichen mit 2,6 Milliarden Dollar ein Jahr zuvor.",
      "Der Umsatz stieg auf 2,1 Mrd. Euro, nachdem er im Vorjahr bei 2,0 Mrd. Euro gelegen hatte.",
    ],
    not: [
      "Der Umsatz stieg auf 5,1 Milliarden Euro, nach Angaben des Konzerns.",
      "Der Umsatz lag bei 5,1 Milliarden Euro, nach 4,6 Milliarden Euro im Vorjahr.",
    ],
  },
  {
    name: "de-gegenueber",
    sign: 0,
    unlessBefore: new Set([...FORECASTS, ...UP_VERBS, ...DOWN_VERBS]),
    patterns: [
      ...by((amount) =>
        [
          `LEVEL ~4, COMPARED noch|den|zuvor? BASE ~6 ,|–|- ~5 NOUN von|um ${amount}`,
          `LEVEL ~4, COMPARED noch|den|zuvor? BASE ~6 ( NOUN? ${amount}`,
          `nach BASE ~3 PERIOD ~6 LEVEL ,|–|- ~5 NOUN von|um ${amount}`,
          `nach BASE ~3 PERIOD ~6 LEVEL ,|–|- OR? ~1 ${amount} MORE`,
          `LEVEL ~4, im? PERIOD noch? BASE ,|–|- ~5 NOUN von|um ${amount}`,
          `LEVEL ~4, im jahr|monat|quartal davor|zuvor noch? BASE ,|–|- ~5 NOUN von|um ${amount}`,
          `hatte|hatten ~8 PERIOD ~4 BASE betragen|gelegen|erreicht , ~4 LEVEL , OR? ~1 ${amount} MORE`,
          `PERIOD ~6 BASE , ~4 PERIOD ~3 LEVEL ,|–|- OR? ~1 ${amount} MORE`,
        ].filter((one) => !one.startsWith("PERIOD")),
      ),
      "LEVEL ~4, COMPARED noch|den|zuvor|damals? BASE ~3 PERIOD",
      "LEVEL ~4, COMPARED noch|den|zuvor|damals? BASE ein ~1 zuvor|davor|vorher|früher",
      "LEVEL ~4, COMPARED dem|den ~1 PERIOD von BASE",
      "LEVEL ~1 ( PERIOD : BASE )",
      "LEVEL ~1 ( PERIOD noch? BASE )",
      "LEVEL ~2 nach zuvor? BASE",
      "statt BASE ~3 LEVEL",
      "nach BASE ~3 PERIOD ~6 LEVEL",
      "hatte|hatten ~8 PERIOD ~4 BASE betragen|gelegen|erreicht , ~6 LEVEL",
      "während ~8 PERIOD ~4 BASE betrug|betrugen|lag|lagen|war|waren , waren|sind|war|ist ~6 LEVEL",
    ],
    says: [
      "Der Umsatz belief sich auf 2,1 Mrd. Euro nach 2,0 Mrd. Euro im Vorjahr.",
      "Der Umsatz lag bei 2,1 Mrd. Euro (Vorjahr: 2,0 Mrd. Euro).",
      "Nach 2,0 Mrd. Euro im Vorjahr waren es nun 2,1 Mrd. Euro, ein Plus von 5,0 Prozent.",
      "Hatte der Umsatz im Vorjahr noch 2,0 Mrd. Euro betragen, waren es nun 2,1 Mrd. Euro.",
    ],
    not: [
      "Der Umsatz lag bei 2,1 Mrd. Euro, nach Angaben der Firma im Vorjahr bei mehr.",
      "Der Umsatz stieg um 5,0 Prozent (2022: 3,1 Prozent).",
    ],
  },
  {
    name: "de-noun-von",
    unlessBefore: new Set([...FORECASTS, ...wordSet("davor zuvor vorher damals statt")]),
    patterns: [
      ...by((amount) => [
        `LEVEL ~6 ,|–|- ein|eine|das|was|dies ~3 NOUN von|um ${amount}`,
        `LEVEL ~6 ,|– und? damit ~3 NOUN von|um ${amount}`,
        `LEVEL ~6 ; COMPARED ~5 ein|eine NOUN von|um ${amount}`,
        `LEVEL ~1 nach BASE ~6 ( ${amount} )`,
        `LEVEL ~1 nach BASE ~6 , ~3 NOUN von|um ${amount}`,
        `LEVEL ~3 ( ein|eine? NOUN von? ${amount}`,
      ]),
      "LEVEL ~2 ;|, ~6 ein|einen NOUN von|um INC OR .? RATE",
      "LEVEL ~1 ( RATE ~6 )",
    ],
    says: [
      "Die Exporte erreichten 126,4 Milliarden Euro, ein Plus von 5,2 Prozent gegenüber dem Vorjahr.",
      "Der Umsatz betrug 3,4 Mio. Euro, was einem Rückgang von 12 Prozent entspricht.",
      "Der Umsatz betrug 2,1 Mrd. Euro (+5,0 Prozent gegenüber dem Vorjahr).",
    ],
    not: [
      "Die Exporte erreichten 126,4 Milliarden Euro, ein Anteil von 5,2 Prozent.",
      "Auf China entfielen 126,4 Milliarden Euro (5,2 Prozent).",
    ],
  },
  {
    name: "de-fach",
    sign: 1,
    patterns: [
      "TIMES ~6 von BASE ~8 auf LEVEL",
      "TIMES ~6 auf LEVEL ~6, COMPARED BASE",
      "TIMES ~6 auf LEVEL",
      "von BASE ~8 auf LEVEL ~3 TIMES",
      "auf das TIMES ~2 von BASE ~8 auf LEVEL",
      "LEVEL ~3 ,? ~4 TIMES so viel|viele|hoch|groß wie",
    ],
    says: [
      "Der Handel verdoppelte sich von 1,2 auf 2,4 Mrd. Euro.",
      "Der Absatz hat sich von 20 auf 60 Mio. Euro verdreifacht.",
    ],
    not: ["Der Handel verdoppelte sich nicht von 1,2 auf 2,4 Mrd. Euro."],
  },
];

const balances = BALANCES.flatMap(([first, a, second, b, left]) => [
  `${first} ~6 ${a} ~5, und|;|während? ~3 ${second} ~6 ${b} ~5, ~2 ${left} ~6 TOTAL`,
  `${first} ~6 ${a} ~5, und|;|während? ~3 ${second} ~6 ${b} ;|, ~6 ${left} ~6 TOTAL`,
  `${first} ( ${a} ) ~5, und? ~3 ${second} ( ${b} ) ~5, ${left} ~4 TOTAL`,
  `${left} ~4 TOTAL ~3 :|(|,|bei|aus weil? ~3 ${first} ~4 ${a} ~3 ,|und|bei? ~2 ${second} ~5 ${b}`,
  `TOTAL ${left} ~3 :|(|,|bei|aus weil? ~3 ${first} ~4 ${a} ~3 ,|und|bei? ~2 ${second} ~5 ${b}`,
]);

const SUMS: readonly RelationRule[] = [
  {
    name: "de-zusammen",
    onePeriod: true,
    mixed: true,
    patterns: [
      "PARTS ~6, TOGETHER also|genau|rund? TOTAL",
      "PARTS ~4, macht|machen|ergibt|ergeben|ergaben|ergab ~3 TOTAL",
      "( PART ) und|, ~4 ( PART ) ~3 SUMS sich? ~2 auf|zu TOTAL",
      "( PART ) und|, ~4 ( PART ) ~6 TOGETHER ~2 TOTAL",
      "PARTS ~5 SUMS sich ~2 auf|zu TOTAL",
      "TOGETHER ~4 PARTS TOTAL",
      "TOTAL ~8, bestehend aus PARTS",
      "TOTAL ~4 setzen|setzt|setzte|setzten sich ~3 aus PARTS ~3 zusammen",
      "TOTAL ~4 bestehen|besteht|bestand|bestanden aus PARTS",
      "TOTAL ~6 , davon PARTS ~4, REST ~3 PART",
      "TOTAL ~6 , PART davon ~6, REST ~3 PART",
      "SUMS ~4 auf TOTAL : PARTS",
    ],
    says: [
      "Polen kaufte für 4 Milliarden Euro und Italien für 3 Milliarden Euro, zusammen 7 Milliarden Euro.",
      "Die Exporte von 126,4 Mrd. Euro und die Importe von 109,9 Mrd. Euro summierten sich auf 236,3 Mrd. Euro.",
      "Insgesamt 640 Stellen fallen weg, 410 davon in der Verwaltung, die übrigen 230 im Vertrieb.",
    ],
    not: [
      "Polen kaufte für 4 Milliarden Euro und Italien für 3 Milliarden Euro ein.",
      "Polen kaufte 2021 für 4 Milliarden Euro und 2023 für 3 Milliarden Euro, insgesamt seit 2015 für 17 Milliarden Euro.",
    ],
  },
  {
    name: "de-davon",
    exhaustive: false,
    mixed: true,
    patterns: [
      "TOTAL ~10, davon|wovon PARTS",
      "TOTAL ~10, von denen PARTS",
      "TOTAL ~8 , PART davon ~8, ~3 PART",
      "TOTAL ~8 ; PART davon ~8, ~3 PART",
      "vom|von ~4 TOTAL ~2 gehen|gingen|entfielen|entfallen|fließen|flossen|stammen|stammten|kamen|kommen|sind|waren PARTS",
      "TOTAL ~4 teilen|verteilen|verteilten|teilten|verteilte|verteilt ~5 PARTS",
      "TRADE ~4 TOTAL ~3 :|(|, EXPORTS ~3 PART ~3 ,|und ~2 IMPORTS ~3 PART",
    ],
    says: [
      "Der Handel erreichte 54,9 Milliarden Yuan, davon 14,4 Milliarden Yuan Exporte und 40,5 Milliarden Yuan Importe.",
      "Von den 236,3 Mrd. Euro entfielen 126,4 Mrd. Euro auf Exporte und 109,9 Mrd. Euro auf Importe.",
    ],
    not: [
      "Der Handel erreichte 54,9 Milliarden Yuan, davon 14,4 Milliarden Yuan Exporte.",
      "Der Umsatz betrug 54,9 Mio. Euro: 14,4 Mio. Euro mehr als im Vorjahr.",
    ],
  },
  {
    name: "de-darunter",
    exhaustive: false,
    overlapping: true,
    mixed: true,
    patterns: ["TOTAL ~10, darunter PARTS", "TOTAL ~10, einschließlich|inklusive PARTS"],
    says: ["45 Menschen kamen ums Leben, darunter 30 Männer und 15 Frauen."],
    not: ["45 Menschen kamen ums Leben, darunter 30 Männer."],
  },
  {
    name: "de-doppelpunkt",
    exhaustive: false,
    mixed: true,
    onePeriod: true,
    unlessBefore: new Set([
      ...UP_VERBS,
      ...DOWN_VERBS,
      ...wordSet(
        "überschuss defizit saldo minus plus gewinn verlust finanzierungssaldo handelsbilanz bilanz differenz handelsüberschuss handelsbilanzüberschuss fehlbetrag negativ ergebnis",
      ),
    ]),
    unlessIn: phraseList(
      "importe|importen|einfuhren|einfuhr|ausgaben|aufwendungen|verlust|minus|abzüglich|mehr|weniger|davon|darunter|pro|je|gegenüber|höher|niedriger",
    ),
    patterns: ["TOTAL ~4 : PARTS", "TOTAL ~3 ( PARTS )", "TOTAL ~6 : ~4 ( PART ) ~5 ( PART )"],
    says: ["Die Flotte zählt 45 Schiffe: 20 Tanker, 15 Frachter und 10 Fähren."],
    not: [
      "Der Umsatz betrug 54,9 Mio. Euro: 14,4 Mio. Euro mehr als geplant, 3 Mio. Euro mehr als im Vorjahr.",
      "Der Saldo betrug 39,1 Mrd. Euro: Einnahmen von 925,4 Mrd. Euro, Ausgaben von 964,5 Mrd. Euro.",
    ],
  },
  {
    name: "de-balance",
    onePeriod: true,
    // "Exporte nach China" and all imports have no balance.
    unlessInside: wordSet("nach aus leistungsbilanz dienstleistungsbilanz dienstleistungen"),
    patterns: [
      ...balances,
      "EXPORTS ~6 PART ~6 und|, ~1 IMPORTS ~6 LESS ~8, überschuss ~3 von TOTAL",
      "IMPORTS ~6 PART ~6 und|, ~1 EXPORTS ~6 LESS ~8, defizit ~3 von TOTAL",
      "EXPORTS PART , IMPORTS LESS , saldo plus? TOTAL",
      "IMPORTS übertrafen|überstiegen mit PART ~1 EXPORTS ~2 LESS ~1 , ~4 DEFICIT ~2 TOTAL",
      "EXPORTS übertrafen|überstiegen mit PART ~1 IMPORTS ~2 LESS ~1 , ~4 SURPLUS ~2 TOTAL",
      "PART minus|abzüglich ~3 LESS ergeben|ergibt|ergab|ergaben ~4 TOTAL",
      "abzug ~5 (? LESS )? blieben|bleiben|verblieben|verbleiben|bleibt|blieb|verblieb|verbleibt von ~4 PART ~2 TOTAL",
    ],
    says: [
      "Exporten von 10,5 Milliarden Euro und Importen von 8,1 Milliarden Euro entsprach ein Überschuss von 2,4 Milliarden Euro.",
      "Exporten von 126,4 Mrd. Euro standen Importe von 109,9 Mrd. Euro gegenüber, der Überschuss betrug 16,5 Mrd. Euro.",
      "Einnahmen von 30 Mio. Euro standen Ausgaben von 42 Mio. Euro gegenüber, sodass ein Defizit von 12 Mio. Euro entstand.",
    ],
    not: [
      "Exporten von 10,5 Milliarden Euro und Importen von 8,1 Milliarden Euro folgte nichts.",
      "Die Exporte lagen 2021 bei 10,5 Mrd. Euro, die Importe 2022 bei 8,1 Mrd. Euro, der Überschuss 2023 bei 2,4 Mrd. Euro.",
    ],
  },
];

const OF = "der|des|vom|von|aller|an|am";
const SHARES: readonly RelationRule[] = [
  {
    name: "de-anteil",
    unlessBefore: wordSet("stieg stiegen sank sanken wuchs fiel nahm legte um"),
    unlessInside: new Set([...UP_VERBS, ...DOWN_VERBS, "mehr", "weniger", "höher", "über"]),
    patterns: [
      ...["SHARE", "ein? anteil von SHARE"].flatMap((share) => [
        `PART ~2 ,? OR .? ${share} ${OF} ~5 WHOLE`,
        `PART ~2 ( OR? ${share} ${OF} ~5 WHOLE`,
        `PART ~3 , ${share} ${OF} ~5 WHOLE`,
        `von|vom|bei|aus|unter ~7 WHOLE ~8, PART ~2 ,? OR .? ${share}`,
        `von|vom|bei|aus|unter ~7 WHOLE ~8, PART ( OR? ${share}`,
        `von|vom|bei|aus ~5 ( WHOLE ) ~4 PART OR .? ${share}`,
        `von|vom|bei|aus ~5 , WHOLE , ~5 PART ~3, OR .? ${share}`,
        `PART der|von|aus|des ~2 WHOLE ~6 ( ${share}`,
        `PART der|von|aus|des ~2 WHOLE ~10, OR .? ${share}`,
        `PART der|von|aus|des ~2 WHOLE ~8, das|dies|was ~2 ${share}`,
        `WHOLE ~8, davon ~6 PART ~2 ( ${share} )`,
        `WHOLE ~8, davon ~4 PART OR ${share}`,
        `PART ~4 ( ${share} der|des|vom|von`,
        `PART ~2 ,? OR .? ${share} der|des|vom|von`,
      ]),
      "von|vom|bei|aus ~7 WHOLE ~8, PART OR .? SHARE ~6 und|, ~6 PART OR .? SHARE",
      "von|vom|bei|aus ~7 ( WHOLE ) ~6 PART OR .? SHARE ~6 und|, ~6 PART OR .? SHARE",
      "von|vom|bei|aus ~7 WHOLE ~8, PART ( SHARE ) ~6 und|, ~6 PART ( SHARE )",
      "mit PART ~3 SHARE der|des|vom|von|aller ~5 WHOLE",
      "mit PART ~2 für SHARE der|des|vom|von|aller ~5 WHOLE",
      "mit PART ~3 SHARE der|des|vom|von|aller ~3 ( WHOLE )",
      "PART ~6, anteil von SHARE an ~5 WHOLE",
      "PART ~6, quote|anteil von SHARE",
      "anteil ~6 an ~4 WHOLE ~2 mit PART ~1 bei SHARE",
      "anteil von SHARE an ~5 WHOLE ~1 ;|,|. ~5 PART",
      "SHARE ~4 ,|– das ist|sind|war|waren PART ~1 von WHOLE",
      "SHARE ~1 :|( PART von|aus|der ~1 WHOLE",
      "SHARE der|des|vom|von|aller ~4 WHOLE ,|( OR? ~1 PART",
      "SHARE der|des|vom|von ~3 WHOLE , ~3 PART",
      "PART ~4 , oder SHARE aus|in|auf",
    ],
    says: [
      "Auf Öl entfielen 14,4 Milliarden Yuan, oder 26 Prozent der gesamten 54,9 Milliarden Yuan.",
      "Sie investierte 3 Millionen Euro (12 Prozent des Budgets).",
      "Von 114,9 Mrd. Euro entfielen 9,8 Mrd. Euro (8,5 Prozent) auf China.",
      "31 von 118 Sitzen sind mit Frauen besetzt, das entspricht 26,3 Prozent.",
    ],
    not: [
      "Der Umsatz stieg um 3 Millionen Euro, oder 12 Prozent.",
      "Von 114,9 Mrd. Euro stieg der Wert auf 120 Mrd. Euro (4,4 Prozent).",
    ],
  },
];

/** What the last of several sentences says by how much: of the figures before. */
const ALTOGETHER = by((amount) => [
  `das|dies|damit|somit ~6 NOUN von|um ~1 ${amount}`,
  `das|der|die ~1 NOUN ~4 ${amount}`,
  `das|dies ~3 um? ${amount} MORE`,
  `~3 VERB damit|somit ~2 um ${amount}`,
]);

/** Sentences whose subject is the one before. */
const WERE =
  "waren es|war es|waren es noch|hatte er|hatte sie|hatte es|hatten sie|lag er|lag sie|lag es|lagen sie|betrug er|betrug sie|betrugen sie|waren|hatten es";

const PASSAGES: readonly RelationRule[] = [
  {
    name: "de-saetze-level",
    unlessIn: phraseList("als geplant|als erwartet|als prognostiziert|als vorgesehen|als im plan"),
    patterns: [
      ...by((amount) => [
        `LEVEL … // das|dies ist|sind|war|waren ~2 um? ${amount} MORE`,
        `LEVEL … // das|dies entspricht|entsprach|bedeutet|bedeutete|ist|war ~3 NOUN von|um ~1 ${amount}`,
        `LEVEL … // damit ~6 um ${amount} MORE dem|den|der`,
      ]),
      "LEVEL … // das|dies ist|sind|war|waren ~2 INC MORE … // ~5 NOUN von|um RATE",
      "LEVEL … // das|dies ist|sind|war|waren ~2 INC MORE … // das|dies ~6 RATE",
    ],
    says: [
      "Im September wurden Waren im Wert von 126,4 Mrd. Euro ausgeführt. Das waren 5,2 Prozent mehr als im Vorjahresmonat.",
      "Der Hafen schlug 14,7 Mio. Tonnen um. Das waren 0,9 Mio. Tonnen mehr als im Vorjahreszeitraum. Prozentual ist das ein Plus von 6,5 %.",
    ],
    not: [
      "Die Exporte betrugen 126,4 Mrd. Euro, die Importe 98,7 Mrd. Euro. Das waren 5,2 Prozent mehr als im Vorjahr.",
      "Die Exporte betrugen 126,4 Mrd. Euro. Der Umsatz der Bahn war um 5,2 Prozent höher.",
      "Der Umsatz betrug 126,4 Mio. Euro. Das waren 5,2 Prozent mehr als geplant.",
    ],
  },
  {
    name: "de-saetze-base",
    sign: 0,
    patterns: [
      ...ALTOGETHER.flatMap((end) => [
        `LEVEL … // ein jahr zuvor|davor|vorher|früher WERE ~2 BASE … // ${end}`,
        `BASE … // heute|inzwischen|jetzt|nun WERES ~2 LEVEL … // ${end}`,
        `BASE … // ~2 PERIOD VERB er|sie|es auf LEVEL … // ${end}`,
      ]),
      "BASE … // heute|inzwischen|jetzt|nun WERES ~2 LEVEL … // … TIMES",
    ],
    says: [
      "Der Umsatz erreichte 2,1 Mrd. Euro. Ein Jahr zuvor hatte er 2,0 Mrd. Euro betragen. Er stieg damit um 5,0 Prozent.",
    ],
    not: [
      "Der Umsatz erreichte 2,1 Mrd. Euro. Ein Jahr zuvor hatte er gezögert. Er stieg damit um 5,0 Prozent.",
    ],
  },
  {
    name: "de-saetze-jahre",
    sign: 0,
    unlessIn: phraseList("geplant|erwartet|veranschlagt|prognostiziert|vorgesehen"),
    inOrder: true,
    patterns: ALTOGETHER.flatMap((end) => [
      `LEVEL … // ~4 PERIOD WERE ~2 BASE … // ${end}`,
      `BASE … // ~4 PERIOD WERE ~2 LEVEL … // ${end}`,
    ]),
    says: [
      "Die Exporte lagen bei 126,4 Mrd. Euro. Im Vorjahr waren es 120,1 Mrd. Euro gewesen. Das ist ein Plus von 5,2 Prozent.",
      "Im Jahr 2022 hatte der Verein noch 8.460 Mitglieder. Ende 2023 waren es 9.215. Das ist ein Zuwachs von 8,9 %.",
    ],
    not: [
      "Der Umsatz betrug 2,1 Mrd. Euro. Im Vorjahr investierte der Konzern 1,2 Mrd. Euro. Das ist ein Plus von 5,0 Prozent.",
      "Der Umsatz betrug 2,1 Mrd. Euro, der Gewinn 0,3 Mrd. Euro. Im Vorjahr waren es 2,0 Mrd. Euro. Das ist ein Plus von 5,0 Prozent.",
    ],
  },
  {
    name: "de-saetze-anteil",
    unlessIn: phraseList("gestiegen|gesunken|mehr als|weniger als"),
    patterns: [
      "WHOLE … // davon|darunter|hiervon|für|auf|aus|in|im|an ~6 PART … // das|dies ~4 anteil|quote von SHARE !der|des|an|am",
      "WHOLE … // davon|darunter|hiervon|für|auf|aus|in|im|an ~6 PART … // der anteil ~4 SHARE !der|des|an|am",
      "WHOLE … // davon|darunter|hiervon ~6 PART … // das|dies ist|sind|waren|entspricht|entsprach ~1 SHARE",
      "WHOLE … // davon|darunter|hiervon ~6 PART ~4 ,? OR .? SHARE",
      "WHOLE … // davon|darunter|hiervon ~6 PART ( SHARE )",
    ],
    says: [
      "Die Stadt gibt 1,92 Mrd. Euro aus. Für Personal sind 538 Mio. Euro eingeplant. Das entspricht einem Anteil von 28,0 %.",
      "Die Importe betrugen 114,9 Mrd. Euro. Davon stammten 9,8 Mrd. Euro aus China. Das sind 8,5 Prozent.",
    ],
    not: [
      "Die Stadt gibt 1,92 Mrd. Euro aus. Das Land gibt 5,38 Mio. Euro. Die Quote der Arbeitslosen liegt bei 5,0 %.",
    ],
  },
  {
    name: "de-saetze-saldo",
    samePeriod: true,
    unlessInside: wordSet("nach aus leistungsbilanz dienstleistungsbilanz dienstleistungen"),
    patterns: BALANCES.flatMap(([first, a, second, b, left]) => [
      `${first} … ${a} … // ~5 ${second} … ${b} … // ~4 THUS … ${left} ~6 TOTAL`,
      `${first} … ${a} ~6, und? ~4 ${second} … ${b} … // ~4 THUS … ${left} ~6 TOTAL`,
      `${first} … ${a} … // ~5 ${second} … ${b} ~8, ${left} ~6 TOTAL`,
    ]),
    says: [
      "Die Ausfuhren beliefen sich im Juni auf 128,4 Mrd. Euro. Die Einfuhren lagen bei 111,9 Mrd. Euro. Damit ergab sich ein Überschuss von 16,5 Mrd. Euro.",
      "Die Einnahmen lagen bei 30 Mio. Euro. Dem standen Ausgaben von 42 Mio. Euro gegenüber. Es blieb ein Fehlbetrag von 12 Mio. Euro.",
    ],
    not: [
      "Die Ausfuhren lagen 2022 bei 128,4 Mrd. Euro. Die Einfuhren lagen 2021 bei 111,9 Mrd. Euro. Der Überschuss betrug 2020 noch 16,5 Mrd. Euro.",
    ],
  },
  {
    name: "de-saetze-rest",
    patterns: [
      "TOTAL … // … PART … // REST ~6 PART",
      "TOTAL … // … PARTS … // REST ~6 PART",
      "TOTAL … // … PART … , REST ~6 PART",
      "PART … // … PART … // TOGETHER ~8 TOTAL",
      "PART … // … PART … // das|dies macht|ergibt|sind zusammen|insgesamt ~2 TOTAL",
    ],
    mixed: true,
    samePeriod: true,
    says: [
      "Die Kosten liegen bei 30 Mio. Euro. Der Bund übernimmt 18 Mio. Euro. Die restlichen 12 Mio. Euro zahlt das Land.",
    ],
    not: [
      "Die Kosten liegen bei 30 Mio. Euro. Der Bund übernimmt 18 Mio. Euro. Das Land zahlt 12 Mio. Euro.",
    ],
  },
  {
    name: "de-saetze-umgerechnet",
    unlessBefore: wordSet("kurs wechselkurs"),
    patterns: [
      "AMOUNT … // das sind umgerechnet? ~2 CONVERTED",
      "AMOUNT … // das|dies entspricht|entsprach|entsprechen ~3 CONVERTED",
      "AMOUNT … // umgerechnet sind|waren|ist|war das ~2 CONVERTED",
      "AMOUNT … // … kurs … AMOUNT … // das|dies ~4 CONVERTED",
    ],
    says: ["Der Preis beträgt 50 Millionen Dollar. Umgerechnet sind das etwa 46 Millionen Euro."],
    not: ["Der Preis beträgt 50 Millionen Dollar. Das Werk in Bonn kostete 46 Millionen Euro."],
  },
];

/** How German says what its figures have to do with each other. */
export const GERMAN_RULES: RuleLanguage = {
  rules: [...CHANGES, ...SUMS, ...SHARES],
  passages: PASSAGES,
  classes: {
    EXPORTS: phraseList(
      "warenexporte|warenexporten|warenausfuhren|exporteure|exporte|exporten|ausfuhren|ausfuhr|export|die exporte|die ausfuhren",
    ),
    IMPORTS: phraseList(
      "warenimporte|warenimporten|wareneinfuhren|die importen|importe|importen|einfuhren|einfuhr|import|die importe|die einfuhren|nur importe",
    ),
    SURPLUS: phraseList(
      "überschuss|handelsüberschuss|exportüberschuss|handelsbilanzüberschuss|außenhandelsüberschuss",
    ),
    DEFICIT: phraseList("defizit|handelsdefizit|handelsbilanzdefizit|fehlbetrag|außenhandelsdefizit"),
    TRADE: phraseList("handel|außenhandel|handelsvolumen|warenhandel|handelsumsatz|warenaustausch"),
    REST: phraseList("der rest|den rest|die übrigen|die restlichen|übrige|sonstige|andere"),
    COMPARED: phraseList(
      "nach|gegenüber|verglichen mit|im vergleich zu|im vergleich mit|nach zuvor|von zuvor|statt|anstelle von|gegen",
    ),
    INCOME: phraseList(
      "einnahmen|erträge|erträgen|erlöse|erlösen|umsatz|umsätze|umsätzen|einkünfte|zuflüsse|zuflüssen|aktiva|vermögen",
    ),
    COSTS: phraseList(
      "ausgaben|kosten|aufwendungen|aufwand|abflüsse|abflüssen|verbindlichkeiten|schulden|lasten|sonderlasten",
    ),
    PROFIT: phraseList("überschuss|gewinn|plus|saldo|ergebnis|reingewinn|haushaltsüberschuss|eigenkapital"),
    LOSS: phraseList("defizit|fehlbetrag|minus|verlust|lücke|haushaltsdefizit|finanzierungsdefizit|loch"),
    WERE: phraseList(WERE),
    WERES: phraseList(
      "sind es|sind es bereits|ist es|liegt er bei|liegt sie bei|liegt es bei|beträgt er|beträgt sie",
    ),
    OR: phraseList(
      "oder|bzw|beziehungsweise|also|mithin|somit|entsprechend|das heißt|das sind|das waren|das ist|dies sind|das entspricht|das entsprach|und damit|und somit|damit|genau",
    ),
    PARTED: phraseList(
      "nahm|nahmen|nimmt|nehmen|legte|legten|legt|legen|ging|gingen|geht|gehen|gab|gaben|gibt|brach|brachen|bricht|stieg|stiegen|steigt|hob|hoben|hebt|sackte|sackten|büßte|büßten|zog|zogen|schnellte|schnellten|wurde|wurden|fiel|fielen",
    ),
    THUS: phraseList(
      "damit|somit|daraus|also|folglich|so|es blieb|es blieben|unterm strich|unter dem strich|per saldo|im saldo",
    ),
    END: phraseList(".|,|;|und|)|:|–|-|sowie"),
    SUMS: phraseList(
      "summieren|summiert|summierten|summierte|addieren|addiert|addierten|addierte|belaufen|beliefen",
    ),
    OFFSET: [],
    INCLUDING: phraseList("davon|darunter|einschließlich|inklusive|von denen|wovon"),
    TOGETHER: phraseList(
      "zusammen|insgesamt|in summe|alles in allem|zusammengenommen|summa summarum|zusammen also|insgesamt also|total|gesamthaft|unter dem strich|macht zusammen|macht insgesamt|ergibt zusammen",
    ),
  },
  up: { verbs: UP_VERBS, nouns: UP_NOUNS, more: UP_PARTICLES },
  down: { verbs: DOWN_VERBS, nouns: DOWN_NOUNS, more: DOWN_PARTICLES },
  negations: wordSet("nicht kein keine keinen keiner keinem nie niemals weder kaum"),
  terms: wordSet(
    "währungsbereinigt währungsbereinigte preisbereinigt preisbereinigte inflationsbereinigt bereinigt bereinigte real organisch organische kalenderbereinigt saisonbereinigt mengenmäßig wechselkursbereinigt vergleichbarer lokalwährung lokalwährungen volumenmäßig jahresdurchschnittlich jährlich pro durchschnittlich",
  ),
  past: wordSet(
    "vorjahr vorjahres vorjahreszeitraum vorjahreszeitraums vorjahresmonat vorjahresquartal vormonat vorquartal vorwoche",
  ),
  soft: wordSet(
    "rund etwa ungefähr circa ca zirka knapp gut fast beinahe nahezu über mehr als weniger unter nur noch insgesamt real nominal schätzungsweise für",
  ),
  points: wordSet("pp punkte punkten punkt"),
  or: wordSet("oder"),
  of: wordSet("des der vom von"),
  deals: wordSet("jeweils respektive"),
  ends: wordSet("als auf"),
  differences: wordSet("gewinn gewinns verlust verlusts überschuss defizit gewinne verluste"),
  by: wordSet("um"),
  joins: wordSet("und , sowie plus bzw beziehungsweise"),
  stops: wordSet(
    "; nicht kein keine keinen keiner während wobei aber doch obwohl weil da dass welche und oder ( ) :",
  ),
};
