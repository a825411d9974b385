/** German words that the reader goes by, lower case. Verbs stand in the forms that news uses. */
export const list = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ""));

export const UP_VERBS = list(`
  stieg stiegen steigt steigen gestiegen stiege kletterte kletterten klettert geklettert wuchs wuchsen wächst wachsen
  gewachsen erhöhte erhöhten erhöht erhöhen vergrößerte vergrößerten vergrößert steigerte steigerten gesteigert steigert
  verteuerte verteuerten verteuert sprang sprangen springt gesprungen schnellte schnellten hochgeschnellt verbesserte
  verbesserten verbessert angestiegen zugelegt zugenommen gesteigert ausgeweitet anstieg anstiegen zunahm zunahmen
  zulegte zulegten wuchs aufgestockt stockte angehoben verdoppelte`);

export const DOWN_VERBS = list(`
  sank sanken sinkt sinken gesunken fiel fielen fällt fallen gefallen schrumpfte schrumpften schrumpft geschrumpft
  verringerte verringerten verringert reduzierte reduzierten reduziert senkte senkten senkt gesenkt verminderte
  verminderten vermindert verbilligte verbilligten verbilligt rutschte rutschten rutscht gerutscht stürzte stürzten
  gestürzt zurückgegangen abgenommen nachgegeben eingebrochen zurückging zurückgingen abnahm abnahmen gekürzt kürzte
  gedrückt drückte verschlechterte verschlechterten verschlechtert abgerutscht herabgesetzt`);

export const UP_NOUNS = list(`
  anstieg zuwachs plus zunahme steigerung wachstum erhöhung zuwächse sprung`);

export const DOWN_NOUNS = list(`
  rückgang minus abnahme senkung einbruch verringerung rückschlag reduzierung kürzung`);

/** The second part of a verb that is parted: "nahm … zu", "ging … zurück". */
export const UP_PARTICLES = list("zu an hoch");
export const DOWN_PARTICLES = list("zurück ab nach ein");

const words = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(entries).flatMap(([all, value]) => all.split(" ").map((word) => [word, value] as const)),
  );

export const MONTHS = words({
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

export const ORDINALS = words({
  "ersten erste erstes": 1,
  "zweiten zweite zweites": 2,
  "dritten dritte drittes": 3,
  "vierten vierte viertes": 4,
});

export const NUMBERS = words({
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

export const RELATIVE = words({
  "vorjahr vorjahres vorjahreszeitraum vorjahreszeitraums vorjahresperiode": { unit: "year", shift: -1 },
  "vorjahresmonat vorjahresquartal vorjahreswert vorjahresniveau": { unit: "year", shift: -1 },
  "vormonat vormonats": { unit: "month", shift: -1 },
  "vorquartal vorquartals vorquartale": { unit: "quarter", shift: -1 },
  vorwoche: { unit: "week", shift: -1 },
} as const);

export const BASES = words({
  "jahresvergleich jahresfrist jahressicht vorjahresvergleich": "yoy",
  "monatsvergleich monatsfrist": "mom",
  quartalsvergleich: "qoq",
  wochenvergleich: "wow",
} as const);

export { words };
