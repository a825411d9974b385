import type { NamedFlow, StoryLanguage } from "../story.js";
import { list } from "./words.js";

const phrases = (text: string): string[][] => text.split("|").map((one) => one.split(" "));

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
  surplus: list("überschuss handelsüberschuss"),
  gap: list(""),
  reach: list("war waren betrug betrugen lag lagen erreichte erreichten belief beliefen"),
  to: list("auf"),
  fill: list("sich auf bei rund etwa knapp gut fast nur noch insgesamt ungefähr ca"),
  plain: list("der die das den dem des ein eine einen gesamte gesamten insgesamt s"),
  prepositions: list("nach aus mit von in zwischen für im"),
  pronouns: list("er sie es dies das diese"),
  breaks: list("und während aber doch weil da dass welche bevor wenn"),
  earlier: list("zuvor vorher vorjahr vorjahres vorjahreszeitraum vorjahresmonat früher"),
  several: list("zwei drei vier fünf sechs jahre jahren"),
  year: list("jahr vorjahr vorjahres vorjahreszeitraum vorjahresmonat"),
  another: list(
    "schätzung schätzungen geschätzt erwartet prognose vorläufig vorläufigen revidiert real nominal bereinigt laut ohne durchschnittlich nicht könnte dürfte würde",
  ),
  ofThis: phrases("davon|hiervon|von diesen|von diesem betrag"),
  ofTotal: phrases("davon|der summe|der gesamtsumme|des gesamten"),
  that: list("das dies es"),
  converts: list("kurs wechselkurs umgerechnet entspricht entsprach"),
};
