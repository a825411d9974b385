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
