import { RateBook } from "../rate/book.js";
import { aboutFact } from "../statement/fact.js";
import { type Identified, type IdentityOptions, identities } from "../statement/identities.js";
import { facts } from "./evidence.js";
import { type DataPackage, openData } from "./open.js";
import { rateEntries } from "./rates.js";

/** What the identities say of a folder's figures. */
export interface DataCheck {
  readonly found: readonly Identified[];
  /** Contradictions that contradictions.csv gives a reason for. */
  readonly onRecord: readonly { readonly found: Identified; readonly reason: string }[];
  /** Contradictions without one: the check fails. */
  readonly unexplained: readonly Identified[];
  /** Rows of contradictions.csv that no figures show any more: the check fails too, since a reason outlived its cause. */
  readonly stale: readonly string[];
}

/**
 * Tries every identity that the figures of a data folder allow, and compares what contradicts itself with what is on
 * record.
 * @throws FigureError "bad-data", "no-file" with file, line and column
 * @example checkData().unexplained.length // 0
 */
export function checkData(folder?: string, options: Omit<IdentityOptions, "book"> = {}): DataCheck {
  const data = openData(folder);
  const found = identities(facts(data), { ...options, book: new RateBook(rateEntries(data)) });
  return compareWithRecord(found, data);
}

function compareWithRecord(found: readonly Identified[], data: DataPackage): DataCheck {
  const record = new Map(
    data
      .table("contradictions")
      .map((row) => [
        [row.identity, row.area, row.partner, row.flow, row.period].join(" "),
        { row, used: false },
      ]),
  );
  const onRecord: { found: Identified; reason: string }[] = [];
  const unexplained: Identified[] = [];
  for (const one of found) {
    if (one.finding !== "contradiction") continue;
    const { area, partner, flow, period } = one.about;
    const known = record.get([one.identity, area, partner, flow, period.text].join(" "));
    if (known === undefined) unexplained.push(one);
    else {
      known.used = true;
      onRecord.push({ found: one, reason: known.row.reason });
    }
  }
  const stale = [...record.values()]
    .filter(({ used }) => !used)
    .map(
      ({ row }) =>
        `${data.place(row)}: ${row.identity}, ${row.area} with ${row.partner}, ${row.flow}, ${row.period}`,
    );
  return { found, onRecord, unexplained, stale };
}

/** Where the figures of a finding stand, for a line of output. */
export function placesOf(one: Identified): string {
  return one.facts.map((fact) => fact.where ?? aboutFact(fact)).join("; ");
}
