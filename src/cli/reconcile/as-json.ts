import { aboutFact } from "../../statement/fact.js";
import { levelWords } from "../../statement/model/level.js";
import type { Clash } from "../../statement/reconcile/conflict.js";
import type { Reconciliation } from "../../statement/reconcile/reconcile.js";
import type { Correction } from "../../statement/reconcile/search.js";
import { printInWords } from "../../statement/reconcile/words.js";
import type { Shown } from "./as-text.js";

/** What was found, for programs; amounts in units of their currency, as text. */
export function asJson(found: Reconciliation, show: Shown): object {
  return {
    verdict: found.verdict,
    ...(found.why === "" ? {} : { why: found.why }),
    ...(found.timedOut ? { timedOut: true } : {}),
    statements: found.prints.length,
    amounts: found.levels,
    moreConflicts: found.more,
    problems: found.problems.map((problem) => ({
      conflicts: problem.clashes.map(clash),
      suspects: problem.suspects.map(({ print, conflicts }) => ({ ...printInWords(print), conflicts })),
      ...(show.repairs
        ? {
            repairs: problem.corrections.found.map((one) => correction(one, found)),
            repairsTried: problem.corrections.tried,
            allTried: problem.corrections.complete,
            ...(problem.corrections.timedOut ? { timedOut: true } : {}),
          }
        : {}),
    })),
    ...(show.asked.length === 0
      ? {}
      : {
          known: show.asked.flatMap(({ text, found: levels }) =>
            levels.map(({ level, interval, lowerBy, upperBy, exact }) => ({
              asked: text,
              about: levelWords(level, { currency: true }),
              ...(interval === undefined ? {} : { interval }),
              lowerBy: lowerBy.map(printInWords),
              upperBy: upperBy.map(printInWords),
              exact,
            })),
          ),
        }),
    ...(show.narrowed
      ? {
          narrowed: found.known.narrowed().map(({ print, printed, narrowed }) => ({
            ...printInWords(print),
            printed,
            narrowed,
          })),
        }
      : {}),
    revisions: found.revisions.map(({ kind, size, says }) => ({
      kind,
      size: size.toFixed(6, "halfEven"),
      says,
    })),
  };
}

const clash = ({ statements, says, lines, gap, minimal, certificate }: Clash) => ({
  statements,
  says,
  lines,
  gap: gap.toFixed(8, "halfEven"),
  minimal,
  certificate,
});

const correction = ({ kind, says, cost, ends, next, changes }: Correction, found: Reconciliation) => ({
  kind,
  says,
  cost: Number(cost.toFixed(2)),
  changes: [...changes].map(([was, made]) => ({
    where: was.where,
    from: aboutFact(was),
    to: made.map(aboutFact),
  })),
  endsProblems: found.problems.flatMap((problem, i) =>
    ends.some((group) => problem.is(group)) ? [i + 1] : [],
  ),
  ...(next === undefined ? {} : { next: { statements: next.statements, says: next.says } }),
});

/** Every certificate, with the constraints that its lines name: what data/verify checks. */
export function certificatesOf({ conflicts, system }: Reconciliation): object {
  const named = new Set(
    conflicts.flatMap(({ certificate }) =>
      [...certificate.lines, ...certificate.definitions].map(({ id }) => id),
    ),
  );
  const constraints = system.constraints.filter(({ id }) => named.has(id));
  const used = [...new Set(constraints.flatMap(({ terms }) => terms.map(({ variable }) => variable)))];
  const place = new Map(used.map((variable, i) => [variable, i]));
  return {
    system: {
      variables: used.map((variable) => system.variables[variable]),
      constraints: constraints.map((one) => ({
        ...one,
        terms: one.terms.map(({ variable, times }) => ({ variable: place.get(variable), times })),
      })),
    },
    certificates: conflicts.map(({ certificate }) => certificate),
  };
}
