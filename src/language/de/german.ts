import type { Hedge } from "../../figure/note.js";
import type { Language } from "../language.js";
import { phraseKeys, wordMap, wordSet } from "../word-list.js";
import { GERMAN_RULES } from "./rules.js";
import { GERMAN_STORY } from "./story.js";
import { BASES, MONTHS, NUMBERS, ORDINALS, RELATIVE } from "./words.js";

const HEDGES: Readonly<Record<Hedge, string>> = {
  below: "knapp|fast|beinahe|nahezu|annähernd",
  above: "gut|etwas mehr als",
  about: "rund|etwa|ungefähr|circa|ca|zirka|schätzungsweise|in etwa|um die",
  more: "mehr als|über",
  atLeast: "mindestens|wenigstens|nicht weniger als",
  less: "weniger als|unter",
  atMost: "höchstens|maximal|bis zu|nicht mehr als",
};

export const GERMAN: Language = {
  code: "de",
  decimal: ",",
  otherDecimal: {
    other:
      /\d\.\d{1,2}\s?(?:%|Prozent|Mio|Mrd|Mill|Tsd|Franken|Euro|Dollar|Fr\.|CHF)|\d['’]\d{3}\.\d|(?:CHF|Fr\.) \d+\.\d{1,2}(?!\d)/,
    own: /\d,\d+\s?(?:%|Prozent|Mio|Mrd|Mill|Tsd|Franken|Euro|Dollar|Fr\.|CHF)/,
  },
  capitalNouns: true,
  abbreviations: wordSet(
    "mrd mio tsd bio bzw ca vgl z.b d.h u.a usw inkl exkl rd nr dr prof st jan feb aug sept okt nov dez",
  ),
  afterOrdinal: new Set([...MONTHS.keys(), ...wordSet("quartal halbjahr vierteljahr jahrhundert platz")]),
  hedges: phraseKeys(HEDGES),
  longer: wordMap({ billion: 3, "billiarde billiarden": 0 }),
  range: { to: wordSet("bis"), between: "zwischen", and: "und" },
  shared: {
    from: wordSet("von aus zwischen statt"),
    to: wordSet("auf nach gegenüber zu"),
    and: wordSet("und , oder bzw beziehungsweise sowie /"),
    by: wordSet("um"),
    of: wordSet("von der aus"),
  },
  times: {
    words: wordMap({
      "verdoppelte verdoppelten verdoppelt": 2,
      "verdreifachte verdreifachten verdreifacht": 3,
      "vervierfachte vervierfachten vervierfacht": 4,
      "verfünffachte verfünffachten verfünffacht": 5,
      verzehnfacht: 10,
    }),
    before: wordSet("das"),
    behind: wordSet("fache"),
  },
  counted: {
    adjective: /(?:e|en|er|es|em)$/,
    not: wordSet(""),
    times: wordSet(
      "jahr jahre jahren monat monate monaten tag tage tagen woche wochen stunde stunden minute minuten sekunden quartal quartale quartalen uhr",
    ),
    before: wordSet(
      "übrigen restlichen verbleibenden insgesamt davon zusammen genau darunter von weitere weiteren anderen",
    ),
    behind: wordSet("davon"),
  },
  months: MONTHS,
  ordinals: ORDINALS,
  numbers: NUMBERS,
  stages: wordMap({ "quartal quartals vierteljahr": 3, "halbjahr halbjahres halbjahrs": 6 }),
  monthWords: wordSet("monate monaten"),
  relative: RELATIVE,
  shifts: wordMap({
    "vergangenen vergangenes vergangene letzten letztes letzte vorigen voriges vorige": -1,
    "diesem dieses dieser diesen laufenden laufendes": 0,
    "kommenden nächsten kommendes nächstes": 1,
  } as const),
  units: wordMap({
    "jahr jahres": "year",
    "quartal quartals": "quarter",
    "monat monats": "month",
    woche: "week",
  } as const),
  compares: wordSet("gegenüber zum zur vergleich als nach binnen verglichen mit"),
  articles: wordSet("dem der das den im in zum zur mit gleichen entsprechenden selben"),
  bases: BASES,
  forecast: wordSet(
    "dürfte dürften wird werden erwartet erwarten soll sollen sollte sollten prognostiziert voraussichtlich könnte könnten würde würden rechnet rechnen will wollen plant planen",
  ),
  conversionLeads: wordSet(
    "umgerechnet rund etwa ungefähr circa ca knapp gut fast über oder also entspricht entsprechend das sind was derzeit aktuell nach heutigem aktuellem kurs tageskurs umgerechneten beziehungsweise bzw was dies entsprach entsprechen . , = ≈",
  ),
  conversionWords: wordSet("umgerechnet entspricht entsprach entsprechen sind oder gleichkommt = ≈"),
  conversionBehind: wordSet("wert schwer"),
  rules: GERMAN_RULES,
  story: GERMAN_STORY,
};
