import { RateBook } from "../rate/book.js";
import { aboutFact } from "../statement/fact.js";
import { compile } from "../statement/model/compile.js";
import { type Print, printsOf } from "../statement/model/print.js";
import type { TradeRelation } from "../statement/model/relation.js";
import { type UsualOptions, usualRelations } from "../statement/model/relations/usual.js";
import { type Clash, clashOf } from "../statement/reconcile/conflict.js";
import { disjoint } from "../statement/reconcile/disjoint.js";
import { Known } from "../statement/reconcile/known.js";
import type { Revision } from "../statement/reconcile/revisions.js";
import { Budget } from "../statement/solver/budget.js";
import { areaRelations } from "./areas.js";
import { facts } from "./evidence.js";
import { isAbout } from "./on-record.js";
import { type DataPackage, openData } from "./open.js";
import { rateEntries } from "./rates.js";
import type { ContradictionRow } from "./rows.js";

/** Whether the figures of a folder can all be true, but for those on record. */
export interface DataCheck {
  /** How many printed figures there are, and how many amounts they are about, printed or not. */
  readonly statements: number;
  readonly amounts: number;
  /** Figures that contradictions.csv gives a reason for, each with what it clashes with. */
  readonly onRecord: readonly { readonly clash: Clash; readonly reason: string }[];
  /** Conflicts without one: the check fails. */
  readonly unexplained: readonly Clash[];
  /** Rows of contradictions.csv whose figures fit: the check fails too, since a reason outlived its cause. */
  readonly stale: readonly string[];
  /** Whether every conflict was found, or excluded; otherwise that took too much work. */
  readonly decided: boolean;
  /** The revisions that the figures imply, the largest first. */
  readonly revisions: readonly Revision[];
}

/** Effort; one or two suffice. */
const MOST = 120;

/**
 * Decides whether all figures of a data folder can be true together, without those on record, and whether each of those on
 * record would contradict the others.
 * @throws FigureError "bad-data", "no-file" with file, line and column
 */
export function checkData(folder?: string, options: Omit<UsualOptions, "book"> = {}): DataCheck {
  const data = openData(folder);
  const relations = dataRelations(data, options);
  const prints = printsOf(facts(data));
  const model = compile(prints, relations);
  const record = data.table("contradictions").map((row) => ({
    row,
    ids: new Set(prints.filter((print) => isAbout(print, row)).map(({ id }) => id)),
  }));
  const doubted = new Set(record.flatMap(({ ids }) => [...ids]));
  const firm = new Set(prints.map(({ id }) => id).filter((id) => !doubted.has(id)));
  const told = (chosen: ReadonlySet<string>) => {
    const found = disjoint(model.system, new Budget({}, MOST), chosen);
    return { ...found, clashes: found.conflicts.map((one) => clashOf(one, model, relations)) };
  };
  const rest = told(firm);
  const inConflict = new Set(rest.clashes.flatMap((clash) => clash.prints.map(({ id }) => id)));
  let decided = !rest.undecided;
  const onRecord: { clash: Clash; reason: string }[] = [];
  const stale: string[] = [];
  for (const { row, ids } of record) {
    const back = told(new Set([...firm, ...ids].filter((id) => !inConflict.has(id))));
    decided &&= !back.undecided;
    const [clash] = back.clashes;
    if (clash !== undefined) onRecord.push({ clash, reason: row.reason });
    else stale.push(`${data.place(row)}: ${row.part} of ${nameOf(row)}`);
  }
  return {
    statements: prints.length,
    amounts: model.levels.size,
    onRecord,
    unexplained: rest.clashes,
    stale,
    decided,
    get revisions() {
      return new Known(model, new Set([...doubted, ...inConflict]), relations).revisions;
    },
  };
}

/** What holds between the figures of a data folder, with its own rates of customs. */
export function dataRelations(data: DataPackage, options: Omit<UsualOptions, "book"> = {}): TradeRelation[] {
  return [...usualRelations({ ...options, book: new RateBook(rateEntries(data)) }), ...areaRelations()];
}

/** Whether contradictions.csv gives a reason why a figure contradicts others. */
export const isOnRecord = (data: DataPackage, print: Print): boolean =>
  data.table("contradictions").some((row) => isAbout(print, row));

const nameOf = ({ area, partner, flow, period }: ContradictionRow): string =>
  `${area} with ${partner}, ${flow}, ${period}`;

/** Where the figures of a conflict stand, for a line of output. */
export function placesOf({ prints }: Clash): string {
  return prints.map(({ fact }) => fact.where ?? aboutFact(fact)).join("; ");
}
