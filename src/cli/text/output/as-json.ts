import type { TextFinding } from "../../../check/finding.js";
import { Places } from "../../../text/place.js";
import type { Mention } from "../../../text/reading.js";
import type { Analysis } from "../analyse.js";
import type { Document } from "../input/documents.js";
import type { Counts } from "../types.js";
import { codeOf } from "./code.js";

/**
 * A document as JSON: mentions with their places, and findings that name their figures by index. Each is turned into
 * text by itself: as objects all at once, a text of many figures would take some times the memory.
 */
export function asJson(document: Document, analysis: Analysis, counts: Counts, explain: boolean): string {
  const { reading, findings } = analysis;
  const places = new Places(reading.text, document.firstLine);
  const index = new Map(reading.mentions.map((one, i) => [`${one.start} ${one.end}`, i]));
  const list = <T>(all: readonly T[], json: (one: T) => object) =>
    `[${all.map((one) => JSON.stringify(json(one))).join(",")}]`;
  const mentions = list(reading.mentions, (one) => ({ ...spanned(one, places), ...mentionJson(one) }));
  const found = list(findings, (one) => ({
    kind: one.kind,
    ...spanned(one, places),
    ...findingJson(one, explain),
    figures: one.figures.flatMap((figure) => index.get(`${figure.start} ${figure.end}`) ?? []),
  }));
  const left = list(analysis.notCompared, (one) => ({ ...spanned(one, places), why: one.why }));
  const unread = list(reading.unread, (one) => ({ ...spanned(one, places), why: one.why }));
  const { name, publishedOn } = document;
  const head = JSON.stringify(publishedOn === undefined ? { name } : { name, publishedOn }).slice(0, -1);
  return `${head},"mentions":${mentions},"findings":${found},"unread":${unread},"notCompared":${left},"counts":${JSON.stringify(counts)}}`;
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
  const { kind, rule, outcome, says, distance, repairs } = finding;
  return {
    // Sentences may be worded anew; programs go by the code.
    code: codeOf({ kind, ...(outcome === undefined ? {} : { outcome }) }),
    rule,
    verdict: outcome,
    says,
    distance: distance === "" ? undefined : distance,
    working: explain ? finding.working : undefined,
    repairs: repairs === undefined || repairs.length === 0 ? undefined : repairs,
    certificate: outcome === "inconsistent" ? finding.proof : undefined,
  };
}
