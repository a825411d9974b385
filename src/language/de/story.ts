import type { NamedFlow, StoryLanguage } from "../story.js";
import { phraseList, wordSet } from "../word-list.js";

/** How German joins sentences that speak of one thing. */
export const GERMAN_STORY: StoryLanguage = {
  flows: new Map<string, NamedFlow>([
    ["exporte", "exports"],
    ["ausfuhren", "exports"],
    ["importe", "imports"],
    ["einfuhren", "imports"],
    ["überschuss", "balance"],
    ["handelsüberschuss", "balance"],
    ["defizit", "balance"],
    ["handelsdefizit", "balance"],
    ["handel", "trade"],
    ["außenhandel", "trade"],
  ]),
  surplus: wordSet("überschuss handelsüberschuss"),
  gap: wordSet(""),
  reach: wordSet("war waren betrug betrugen lag lagen erreichte erreichten belief beliefen"),
  to: wordSet("auf"),
  fill: wordSet("sich auf bei rund etwa knapp gut fast nur noch insgesamt ungefähr ca"),
  plain: wordSet("der die das den dem des ein eine einen gesamte gesamten insgesamt s"),
  prepositions: wordSet("nach aus mit von in zwischen für im"),
  pronouns: wordSet("er sie es dies das diese"),
  breaks: wordSet("und während aber doch weil da dass welche bevor wenn"),
  earlier: wordSet("zuvor vorher vorjahr vorjahres vorjahreszeitraum vorjahresmonat früher"),
  several: wordSet("zwei drei vier fünf sechs jahre jahren"),
  year: wordSet("jahr vorjahr vorjahres vorjahreszeitraum vorjahresmonat"),
  another: wordSet(
    "schätzung schätzungen geschätzt erwartet prognose vorläufig vorläufigen revidiert real nominal bereinigt ohne durchschnittlich nicht könnte dürfte würde",
  ),
  ofThis: phraseList("davon|hiervon|von diesen|von diesem betrag"),
  ofTotal: phraseList("davon|der summe|der gesamtsumme|des gesamten"),
  that: wordSet("das dies es"),
  converts: wordSet("kurs wechselkurs umgerechnet entspricht entsprach"),
  trade: {
    genitive: true,
    verbs: new Map([
      ["exportierte", ["exports", "exporte"]],
      ["importierte", ["imports", "importe"]],
    ]),
    between: wordSet("zwischen"),
    and: wordSet("und"),
    cited: wordSet("laut"),
    sources: wordSet(
      "laut zufolge sagte teilte meldete berichtete angaben statistik statistiken zahlen daten bundesamt amt behörde ministerium",
    ),
    customs: wordSet("zoll zollverwaltung zollbehörde zolldaten zollamt"),
    neutral: wordSet(
      "dabei zudem außerdem hingegen dagegen insgesamt jahr monat quartal gegenüber verglichen",
    ),
    ends: wordSet("trotz dank wegen laut"),
    passes: wordSet("erreichte erreichten überschritt überschritten übertraf übertrafen"),
    narrows: wordSet("für"),
    terms: wordSet(""),
    money: new Map(),
    during: wordSet("im in während des der von jahr jahres"),
    since: wordSet("seit bis vor nach"),
    allGoods: wordSet("waren güter wert provinz bilaterale bilateralen"),
    toward: {
      exports: wordSet("nach in"),
      imports: wordSet("aus"),
      total: wordSet("mit"),
      owner: wordSet("von aus"),
    },
  },
};
