/**
 * What a rate is: `central-parity` the fixing of the China Foreign Exchange Trade System, `reference` the ECB's,
 * `noon-buying` the Federal Reserve's H.10, `spot` a market rate of a moment, `customs` the rate that customs apply
 * in a month, `period-average` a mean over days, `implied` what two printed figures say, `stated` a rate that a
 * publication prints beside its figures, `cross` two rates multiplied.
 */
export type RateKind =
  | "central-parity"
  | "reference"
  | "noon-buying"
  | "spot"
  | "customs"
  | "period-average"
  | "implied"
  | "stated"
  | "cross";

export const RATE_KINDS: readonly RateKind[] = [
  "central-parity",
  "reference",
  "noon-buying",
  "spot",
  "customs",
  "period-average",
  "implied",
  "stated",
  "cross",
];
