import type { TableWords } from "../tables.js";

/** What tables in German are headed with. */
export const GERMAN_TABLES: TableWords = {
  total: ["summe", "gesamt", "insgesamt", "gesamtsumme", "zusammen", "alle länder", "welt"],
  subtotal: ["zwischensumme"],
  rest: ["übrige", "sonstige", "andere", "rest", "übrige länder", "restliche", "sonstige länder"],
  ofWhich: ["darunter", "davon"],
  share: ["anteil", "anteile"],
  change: ["veränderung", "wachstum", "zunahme", "abnahme", "zuwachs", "+/"],
  balance: ["saldo", "überschuss", "defizit", "differenz", "netto", "veränderung"],
  notAdded: ["durchschnitt", "mittel", "index", "rang", "preis", "kurs", "quote", "je", "kumuliert"],
  counted: ["tonnen", "stück", "fahrzeuge", "fässer", "personen", "beschäftigte", "einheiten", "kilogramm"],
  beside: ["in", "von", "wert", "werte", "angaben", "einheit"],
  percent: ["prozent", "%"],
  each: ["je", "pro", "preis"],
  apart: ["je", "pro", "quote", "durchschnitt", "anzahl", "index", "preis", "beschäftigte", "mitarbeiter"],
  apartLast: ["marge", "rendite", "tage"],
  except: ["außer"],
  less: ["abzüglich"],
  lessThan: [],
  adjusted: ["real", "bereinigt", "organisch"],
  within: ["teil der", "teil des", "innerhalb der"],
};
