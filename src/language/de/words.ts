import { wordMap, wordSet } from "../word-list.js";

/** German words that the reader goes by, lower case. Verbs stand in the forms that news uses. */

export const UP_VERBS = wordSet(`
  stieg stiegen steigt steigen gestiegen stiege kletterte kletterten klettert geklettert wuchs wuchsen wächst wachsen
  gewachsen erhöhte erhöhten erhöht erhöhen vergrößerte vergrößerten vergrößert steigerte steigerten gesteigert steigert
  verteuerte verteuerten verteuert sprang sprangen springt gesprungen schnellte schnellten hochgeschnellt verbesserte
  verbesserten verbessert angestiegen zugelegt zugenommen gesteigert ausgeweitet anstieg anstiegen zunahm zunahmen
  zulegte zulegten wuchs aufgestockt stockte angehoben gewann gewannen gewonnen kletterten anzog anzogen`);

export const DOWN_VERBS = wordSet(`
  sank sanken sinkt sinken gesunken fiel fielen fällt fallen gefallen schrumpfte schrumpften schrumpft geschrumpft
  verringerte verringerten verringert reduzierte reduzierten reduziert senkte senkten senkt gesenkt verminderte
  verminderten vermindert verbilligte verbilligten verbilligt rutschte rutschten rutscht gerutscht stürzte stürzten
  gestürzt zurückgegangen abgenommen nachgegeben eingebrochen zurückging zurückgingen abnahm abnahmen gekürzt kürzte
  gedrückt drückte verschlechterte verschlechterten verschlechtert abgerutscht herabgesetzt`);

export const UP_NOUNS = wordSet(`
  verteuerung aufschlag anstieg zuwachs plus zunahme steigerung wachstum erhöhung zuwächse sprung`);

export const DOWN_NOUNS = wordSet(`
  verbilligung schwund rückgang minus abnahme senkung einbruch verringerung rückschlag reduzierung kürzung`);

/** The second part of a verb that is parted: "nahm … zu", "ging … zurück". */
export const UP_PARTICLES = wordSet("zu an hoch mehr höher über");
export const DOWN_PARTICLES = wordSet("zurück ab nach ein weniger niedriger geringer unter");

export const MONTHS = wordMap({
  "januar jänner": 1,
  februar: 2,
  märz: 3,
  april: 4,
  mai: 5,
  juni: 6,
  juli: 7,
  august: 8,
  september: 9,
  oktober: 10,
  november: 11,
  dezember: 12,
});

export const ORDINALS = wordMap({
  "ersten erste erstes": 1,
  "zweiten zweite zweites": 2,
  "dritten dritte drittes": 3,
  "vierten vierte viertes": 4,
});

export const NUMBERS = wordMap({
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
});

export const RELATIVE = wordMap({
  "vorjahr vorjahres vorjahreszeitraum vorjahreszeitraums vorjahresperiode": { unit: "year", shift: -1 },
  "vorjahresmonat vorjahresquartal vorjahreswert vorjahresniveau": { unit: "year", shift: -1 },
  "vormonat vormonats": { unit: "month", shift: -1 },
  "vorquartal vorquartals vorquartale": { unit: "quarter", shift: -1 },
  vorwoche: { unit: "week", shift: -1 },
} as const);

export const BASES = wordMap({
  "jahresvergleich jahresfrist jahressicht vorjahresvergleich": "yoy",
  "monatsvergleich monatsfrist": "mom",
  quartalsvergleich: "qoq",
  wochenvergleich: "wow",
} as const);
