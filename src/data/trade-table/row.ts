/** One row of customs statistics: who reported which flow with whom, of what, when, and its value as printed. */
export interface CustomsRow {
  /** Codes as the source has them, upper case: CN, CHN or 156. */
  readonly reporter: string;
  readonly partner: string;
  readonly flow: "export" | "import" | "re-export" | "re-import";
  /** The code of the Harmonised System or its like: "27", "270900", "TOTAL". */
  readonly commodity: string;
  /** "2023-09", or "2023" for years. */
  readonly month: string;
  /** Plain digits as printed. */
  readonly value: string;
  readonly currency: string;
  /** Exports are valued free on board, imports with freight and insurance, where the source keeps to the custom. */
  readonly valuation: "FOB" | "CIF";
  readonly quantity: string | undefined;
  readonly unit: string | undefined;
  /** Codes of what the row is a part of: second partner, procedure, mode of transport. */
  readonly parts: Readonly<Record<string, string>>;
  readonly file: string;
  readonly line: number;
}

/** The chapter of a code of the Harmonised System: its first two digits. @example chapterOf("270900") // 27 */
export function chapterOf(commodity: string): string {
  return /^\d{2,}$/.test(commodity) ? commodity.slice(0, 2) : commodity;
}
