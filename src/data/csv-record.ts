/** One record of a CSV text with the physical line, from 1, that it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}
