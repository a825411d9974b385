import { GERMAN_TABLES } from "./de/tables.js";
import { ENGLISH_TABLES } from "./en/tables.js";
import type { TableWords } from "./tables.js";
import { CHINESE_TABLES } from "./zh/tables.js";

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
