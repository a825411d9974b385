import { check } from "../../check/check.js";
import type { CheckedClaim } from "../../check/checked-claim.js";
import type { CheckOptions } from "../../check/options.js";
import type { Repair } from "../../check/repair/repair.js";
import { read } from "../../text/read.js";
import { figuresOf } from "../../text/relations.js";
import type { Conflict, RunOptions } from "./protocol.js";
import { placeOf } from "./shown.js";

/** Edits of a text longer than this are not tried by reading all of it again. */
const LONGEST = 60_000;
const MOST_GROUPS = 40;
const MOST_EDITS = 8;

/**
 * Inconsistent claims that share figures with others: the figures cannot all be as printed. Of the edits that repair one of them, the one that leaves the fewest inconsistent in the whole
 * text, found by reading and checking the edited text. A step for each group, so that it can be stopped.
 */
export function* conflictsOf(
  claims: readonly CheckedClaim[],
  against: CheckOptions,
  options: RunOptions,
): Generator<Conflict, void> {
  for (const ids of groupsOf(claims).slice(0, MOST_GROUPS)) {
    const group = ids.map((id) => claims[id] as CheckedClaim);
    const figures = new Map(
      group
        .filter((one) => one.verdict === "inconsistent")
        .flatMap((one) => figuresOf(one.claim).map((figure) => [figure.start, placeOf(figure)])),
    );
    const edit = bestEdit(group, claims, against, options);
    const sorted = [...figures.values()].sort((a, b) => a.start - b.start);
    yield { figures: sorted, claims: ids, ...(edit === undefined ? {} : { edit }) };
  }
}

/** Inconsistent claims linked by a figure that they share, each with all other claims about its figures. */
function groupsOf(claims: readonly CheckedClaim[]): number[][] {
  const about = new Map<number, number[]>();
  for (const [id, { claim }] of claims.entries()) {
    for (const { start } of figuresOf(claim)) about.set(start, [...(about.get(start) ?? []), id]);
  }
  const beside = (id: number) =>
    figuresOf((claims[id] as CheckedClaim).claim).flatMap((figure) => about.get(figure.start) ?? []);
  const failed = (id: number) => claims[id]?.verdict === "inconsistent";
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const id of claims.keys()) {
    if (!failed(id) || seen.has(id)) continue;
    const linked = [id];
    seen.add(id);
    for (const one of linked) {
      for (const other of beside(one)) {
        if (!failed(other) || seen.has(other)) continue;
        seen.add(other);
        linked.push(other);
      }
    }
    const group = [...new Set(linked.flatMap(beside))].sort((a, b) => a - b);
    if (group.length > 1) groups.push(group);
  }
  return groups;
}

function bestEdit(
  group: readonly CheckedClaim[],
  claims: readonly CheckedClaim[],
  against: CheckOptions,
  options: RunOptions,
): Conflict["edit"] {
  const { text, publishedOn } = options;
  if (text.length > LONGEST) return undefined;
  const failed = claims.filter((one) => one.verdict === "inconsistent").length;
  const edits = new Map<string, Repair>();
  for (const one of group) {
    for (const repair of one.repairs.slice(0, 3)) {
      const key = `${repair.span.start} ${repair.to}`;
      if (repair.verdict === "consistent" && !edits.has(key)) edits.set(key, repair);
    }
  }
  let best: { readonly repair: Repair; readonly settles: number } | undefined;
  for (const repair of [...edits.values()].slice(0, MOST_EDITS)) {
    const edited = text.slice(0, repair.span.start) + repair.to + text.slice(repair.span.end);
    const dated = publishedOn === undefined ? {} : { publishedOn };
    const { summary } = check(read(edited, dated), { ...against, ...dated });
    // Fewer claims may only mean that one is not read any more.
    if (summary.claims < claims.length) continue;
    const settles = failed - summary.inconsistent;
    if (settles > (best?.settles ?? 0) || (settles === best?.settles && repair.cost < best.repair.cost))
      best = { repair, settles };
  }
  if (best === undefined) return undefined;
  const { repair, settles } = best;
  return { ...placeOf(repair.span), to: repair.to, holds: true, settles };
}
