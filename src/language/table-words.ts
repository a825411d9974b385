import { GERMAN_TABLES } from "./de/tables.js";
import { ENGLISH_TABLES } from "./en/tables.js";
import { CHINESE_TABLES } from "./zh/tables.js";

/** What the heads and labels of tables say, as a language prints them: lower case, hyphens as spaces. */
export interface TableWords {
  /** Labels of a row or column that is the sum of others, whole or as the first words of the label. */
  readonly total: readonly string[];
  /** Labels of a sum within a table. */
  readonly subtotal: readonly string[];
  /** Labels of the rest: with such a row the parts are all there. */
  readonly rest: readonly string[];
  /** Labels of rows that are parts of the row above them. */
  readonly ofWhich: readonly string[];
  /** Words of a head of shares. */
  readonly share: readonly string[];
  /** Words of a head of changes. */
  readonly change: readonly string[];
  /** Words of a head of differences of two others. */
  readonly balance: readonly string[];
  /** Words of a head whose figures do not add up: averages, indices, ranks. */
  readonly notAdded: readonly string[];
  /** What is counted. */
  readonly counted: readonly string[];
  /** Words of a head that say nothing beside a unit: "in", "unit". */
  readonly beside: readonly string[];
}

/** A table has too few words to tell its language by: all are looked for. */
const LANGUAGES: readonly TableWords[] = [ENGLISH_TABLES, CHINESE_TABLES, GERMAN_TABLES];

const joined = (of: keyof TableWords): readonly string[] =>
  LANGUAGES.flatMap((one) => one[of]).sort((a, b) => b.length - a.length);

export const TABLE_WORDS: TableWords = {
  total: joined("total"),
  subtotal: joined("subtotal"),
  rest: joined("rest"),
  ofWhich: joined("ofWhich"),
  share: joined("share"),
  change: joined("change"),
  balance: joined("balance"),
  notAdded: joined("notAdded"),
  counted: joined("counted"),
  beside: joined("beside"),
};
