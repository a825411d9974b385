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
  /** Words of a head or label of percentages. */
  readonly percent: readonly string[];
  /** Words of amounts that are each of one thing, per share or a price: the scale of the table does not hold for them. */
  readonly each: readonly string[];
  /** Words of figures that have another unit than the amounts around them. */
  readonly apart: readonly string[];
  /** The same, where a label ends with them. */
  readonly apartLast: readonly string[];
  /** What leads to what a caption does not hold for. */
  readonly except: readonly string[];
  /** Labels of rows that are taken off. */
  readonly less: readonly string[];
  /** Labels that begin like these and are of rows that are added. */
  readonly lessThan: readonly string[];
  /** Words of growth that two columns of amounts do not give: in real terms, at other rates. */
  readonly adjusted: readonly string[];
  /** Words of a sentence before a label of which its figure is a part. */
  readonly within: readonly string[];
}
