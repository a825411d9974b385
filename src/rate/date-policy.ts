/**
 * What to do on a day without a rate. `exact`: an error. `previous`: the last day before it that has one. `nearest`:
 * the nearest day either side, the earlier of two; this may be a day that was still to come. Nothing is interpolated.
 */
export type DatePolicy = "exact" | "previous" | "nearest";

export const DATE_POLICIES: readonly DatePolicy[] = ["exact", "previous", "nearest"];
