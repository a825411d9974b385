import pc from "picocolors";
import { type TextFinding, wordsOfFinding } from "../../../check/finding.js";
import { caveatOf } from "../../../check/repair/repair.js";
import { described } from "../../../notebook/annotated/article.js";
import type { Outcome } from "../../../statement/statement.js";
import { Places } from "../../../text/place.js";
import type { Reading } from "../../../text/reading.js";
import { clean } from "../../door.js";
import { wrapped } from "../../output.js";
import type { Analysis } from "../analyse.js";
import type { Document } from "../input/documents.js";
import type { Settings } from "../types.js";
import { inLine } from "./in-line.js";
import { leftOutText } from "./summary.js";

const SIGNS: Readonly<Record<Outcome, string>> = {
  consistent: "✓",
  inconsistent: "✗",
  undecided: "?",
  computed: "=",
};

const WIDEST = 40;

/** A document for people; empty where there is nothing to say about it. */
export function asText(
  document: Document,
  { reading, findings, notCompared }: Analysis,
  settings: Settings,
): string {
  const c = pc.createColors(settings.colour);
  const places = new Places(reading.text, document.firstLine);
  const at = (span: { readonly start: number }) => {
    const { line, column } = places.of(span.start);
    return c.dim(`${line}:${column}`.padEnd(8));
  };
  const few = settings.quiet || settings.brief;
  const shown = few ? findings.filter((one) => one.outcome === "inconsistent") : problemsFirst(findings);
  const lines: string[] = [];
  if (settings.mode === "read") {
    const words = reading.mentions.map((one) => inLine(one.text, WIDEST));
    const width = Math.max(0, ...words.map((one) => one.length));
    for (const [i, one] of reading.mentions.entries())
      lines.push(`  ${at(one)}${(words[i] as string).padEnd(width)}  ${clean(described(one))}`);
    if (settings.explain) addNotes(lines, reading);
    if (lines.length > 0 && findings.length > 0) lines.push("");
  }
  for (const one of settings.mode === "read" ? findings : shown)
    lines.push(findingText(one, at(one), inLine(wordsOfFinding(one, reading.text)), settings));
  for (const one of few ? [] : notCompared)
    lines.push(`  ${at(one)}${c.dim(`not compared: ${inLine(one.text, 60)} (${clean(one.why)})`)}`);
  if (settings.unread) {
    for (const one of reading.unread) {
      lines.push(`  ${at(one)}${c.dim(`not read: ${inLine(one.text, 60)} (${clean(one.why)})`)}`);
    }
  }
  if (reading.unsupported !== undefined && !settings.unread) {
    lines.push(`  not read: the text seems to be in ${clean(reading.unsupported)}`);
  }
  if (lines.length === 0) {
    if (few) return "";
    lines.push(c.dim(settings.mode === "read" ? "  no figures" : "  no claims that can be computed"));
  }
  const out = Object.entries(document.leftOut ?? {});
  if (out.length > 0) {
    const texts = out.map(([what, count]) => leftOutText(what, count));
    lines.push(c.dim(`  left out: ${texts.join(", ")}`));
  }
  const day = document.publishedOn === undefined ? "" : c.dim(`  published ${clean(document.publishedOn)}`);
  const tally = settings.brief && !settings.quiet ? c.dim(`  ${tallied(findings)}`) : "";
  return `${c.bold(inLine(document.name, 200))}${day}${tally}\n${lines.join("\n")}\n`;
}

const GRAVITY: readonly (Outcome | undefined)[] = ["inconsistent", "undecided"];

/** What does not agree before what is not decided, before the rest; each in the order of the text. */
function problemsFirst(findings: readonly TextFinding[]): TextFinding[] {
  const rank = ({ outcome }: TextFinding) => {
    const at = GRAVITY.indexOf(outcome);
    return at < 0 ? GRAVITY.length : at;
  };
  return [...findings].sort((a, b) => rank(a) - rank(b));
}

function tallied(findings: readonly TextFinding[]): string {
  return (["inconsistent", "undecided", "consistent", "computed"] as const)
    .map((outcome) => ({ outcome, count: findings.filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcome}`)
    .join(", ");
}

function addNotes(lines: string[], reading: Reading): void {
  const notes = new Set<string>();
  for (const one of reading.mentions) {
    if (!("figure" in one)) continue;
    for (const note of one.figure.notes) notes.add(`${note.says}; could be: ${note.others.join(", ")}`);
  }
  for (const note of notes)
    lines.push(wrapped(clean(note), "          ").replace("          ", "  note    "));
}

function findingText(one: TextFinding, at: string, words: string, settings: Settings): string {
  const c = pc.createColors(settings.colour);
  const colour = { consistent: c.green, inconsistent: c.red, undecided: c.yellow, computed: c.cyan };
  const none = settings.mode === "read" ? "" : `${c.dim("– not computed")}  `;
  const verdict =
    one.outcome === undefined ? none : `${colour[one.outcome](`${SIGNS[one.outcome]} ${one.outcome}`)}  `;
  const lines = [`  ${at}${verdict}${c.bold(one.kind)}  ${words}`, wrapped(clean(one.says), "          ")];
  if (one.distance) lines.push(`          ${c.dim(`margin: ${clean(one.distance)}`)}`);
  for (const repair of one.repairs ?? []) {
    const hold = repair.verdict === "consistent" ? "would hold" : "might hold";
    lines.push(
      `          ${hold} with “${inLine(repair.to, 60)}” for “${inLine(repair.from, 60)}”${clean(caveatOf(repair))}`,
    );
  }
  if (settings.explain) lines.push(`            read by the rule ${one.rule}`);
  if (settings.explain && one.working !== undefined) lines.push(wrapped(clean(one.working), "            "));
  return lines.join("\n");
}
