import { type Print, subjectOf } from "../statement/model/print.js";
import type { ContradictionRow } from "./rows.js";

/** Whether a row of contradictions.csv gives a reason why a figure contradicts others. */
export const isAbout = (
  { fact, part }: Print,
  row: Pick<ContradictionRow, "area" | "partner" | "flow" | "period" | "currency" | "part">,
): boolean =>
  part === row.part &&
  fact.area === row.area &&
  fact.partner === row.partner &&
  fact.flow === row.flow &&
  fact.period.text === row.period &&
  subjectOf(fact, part).currency === row.currency;
