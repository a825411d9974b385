import type { TextFinding } from "../../claim/finding.js";
import type { Mention } from "../../claim/reading.js";
import type { Analysis } from "./analyse.js";
import type { Document } from "./documents.js";
import { Places } from "./place.js";
import type { Counts } from "./settings.js";

/** A document as JSON: mentions with their places, and findings that name their figures by index. */
export function asJson(
  document: Document,
  { reading, findings }: Analysis,
  counts: Counts,
  explain: boolean,
): object {
  const places = new Places(reading.text);
  const index = new Map(reading.mentions.map((one, i) => [`${one.start} ${one.end}`, i]));
  return {
    name: document.name,
    ...(document.publishedOn === undefined ? {} : { publishedOn: document.publishedOn }),
    mentions: reading.mentions.map((one) => ({ ...spanned(one, places), ...mentionJson(one) })),
    findings: findings.map((one) => ({
      kind: one.kind,
      ...spanned(one, places),
      ...findingJson(one, explain),
      figures: one.figures.flatMap((figure) => index.get(`${figure.start} ${figure.end}`) ?? []),
    })),
    unread: reading.unread.map((one) => ({ ...spanned(one, places), why: one.why })),
    counts,
  };
}

function spanned(span: { text: string; start: number; end: number }, places: Places) {
  return { text: span.text, start: span.start, end: span.end, ...places.of(span.start) };
}

function mentionJson(one: Mention): object {
  if (one.kind === "period")
    return { kind: one.kind, ...(one.period === undefined ? {} : { period: one.period }) };
  if (one.kind === "comparison") return { kind: one.kind, basis: one.basis };
  if (one.kind === "record") {
    const { kind, direction, since } = one;
    return { kind, direction, ...(since === undefined ? {} : { since: since.text }) };
  }
  const { kind, figure, to, hedge, currency, implicit, of, per, role } = one;
  return { kind, currency, hedge: hedge?.text, of, per, role, implicit, figure, to };
}

/** The working is long and rarely wanted by a program: it comes with --explain. */
function findingJson(finding: TextFinding, explain: boolean): object {
  const { outcome, says, distance, repairs } = finding;
  return {
    verdict: outcome,
    says,
    distance: distance === "" ? undefined : distance,
    working: explain ? finding.working : undefined,
    repairs: repairs === undefined || repairs.length === 0 ? undefined : repairs,
  };
}
