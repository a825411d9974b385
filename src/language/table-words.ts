import { GERMAN_TABLES } from "./de/tables.js";
import { ENGLISH_TABLES } from "./en/tables.js";
import type { TableWords } from "./tables.js";
import { CHINESE_TABLES } from "./zh/tables.js";

/** A table has too few words to tell its language by: all are looked for. */
const LANGUAGES: readonly TableWords[] = [ENGLISH_TABLES, CHINESE_TABLES, GERMAN_TABLES];

const joined = (of: keyof TableWords): readonly string[] =>
  LANGUAGES.flatMap((one) => one[of]).sort((a, b) => b.length - a.length);

/** A scale that a head prints in digits: "£000s", "$'000", "1,000 tonnes". */
export const SCALE_IN_DIGITS =
  /^(?:['’]000s?|000s|1[,.' ]?000(?![\d,.])|10[,.' ]?000(?![\d,.])|100(?=[\s-]?\p{L})|10(?=\s\p{L}))/u;

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
  percent: joined("percent"),
  each: joined("each"),
  apart: joined("apart"),
  apartLast: joined("apartLast"),
  except: joined("except"),
  less: joined("less"),
  lessThan: joined("lessThan"),
  adjusted: joined("adjusted"),
  within: joined("within"),
};
