import type { TextFinding } from "../../../check/finding.js";
import { caveatOf, offered, type Repair } from "../../../check/repair/repair.js";
import { Places } from "../../../text/place.js";
import { clean } from "../../door.js";
import type { Analysis } from "../analyse.js";
import type { Document } from "../input/documents.js";
import type { Outcome, Report } from "../types.js";
import { codeOf, KINDS, meaningOf } from "./code.js";
import { inLine } from "./in-line.js";

/** What the findings of a document are in one of the forms of other tools: a piece of the whole, one line each. */
export function asReport(form: Report, document: Document, { reading, findings }: Analysis): string {
  const places = new Places(reading.text, document.firstLine);
  const shown = findings.filter((one) => one.outcome === "inconsistent" || one.outcome === "undecided");
  const listed = form === "junit" ? findings.filter((one) => one.outcome !== undefined) : shown;
  const located = listed.map((finding): Located => {
    const [from, to] = [places.of(finding.start), places.of(finding.end)];
    return { finding, from, to, document, places };
  });
  if (form === "github") return located.map(annotation).join("");
  if (form === "sarif") return located.map((one) => JSON.stringify(sarifResult(one))).join(",\n");
  return junitSuite(document, located);
}

interface Located {
  readonly document: Document;
  readonly finding: TextFinding;
  readonly from: { readonly line: number; readonly column: number };
  readonly to: { readonly line: number; readonly column: number };
  /** Of the document's text. */
  readonly places: Places;
}

/** Whether the lines and columns of the text are those of the file: so an editor can go there and mend it. */
function isInPlace({ inPlace }: Document): boolean {
  return inPlace !== false;
}

/** What is found, and how to mend it. Where the text is not the file, its line is said in words: no editor can go there. */
function saying({ document, finding, from }: Located): string {
  const where = isInPlace(document) ? "" : `Line ${from.line}, column ${from.column} of its text: `;
  return `${where}${finding.says}${repaired(finding)}`;
}

// -------------------------------------------------------------------------------------------------- GitHub

/** A command of GitHub Actions: an error for what does not agree, a notice for what is not decided. */
function annotation(located: Located): string {
  const { document, finding, from, to } = located;
  const level = finding.outcome === "inconsistent" ? "error" : "notice";
  const where = isInPlace(document)
    ? `,line=${from.line},endLine=${to.line}${from.line === to.line ? `,col=${from.column},endColumn=${to.column}` : ""}`
    : "";
  const title = property(`${codeOf(finding)}: ${inLine(finding.text, 60)}`);
  return `::${level} file=${property(document.name)}${where},title=${title}::${data(saying(located))}\n`;
}

/** What could not be read, as an annotation. */
function failedAnnotation(name: string, message: string): string {
  return `::error file=${property(name)},title=could not be read::${data(message)}\n`;
}

const data = (text: string) => clean(text).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
const property = (text: string) => data(text).replace(/:/g, "%3A").replace(/,/g, "%2C");

function repaired({ repairs }: TextFinding): string {
  const [first] = repairs ?? [];
  if (first === undefined) return "";
  const hold = first.verdict === "consistent" ? "would" : "might";
  return ` It ${hold} hold with “${inLine(first.to, 60)}” for “${inLine(first.from, 60)}”${clean(caveatOf(first))}.`;
}

// --------------------------------------------------------------------------------------------------- SARIF

/** What is not decided is no failure to SARIF: "there was insufficient information to decide", which has no level. */
const LEVEL: Readonly<Record<string, string>> = { inconsistent: "error", undecided: "none" };
const RESULT: Readonly<Record<string, string>> = { inconsistent: "fail", undecided: "open" };

/** A result of SARIF 2.1.0, with a fix for each repair where the text is the file. */
function sarifResult(located: Located): object {
  const { document, finding, from, to, places } = located;
  const artifactLocation = { uri: uriOf(document.name) };
  const inPlace = isInPlace(document);
  const region = {
    startLine: from.line,
    startColumn: from.column,
    endLine: to.line,
    endColumn: to.column,
    snippet: { text: finding.text },
  };
  const repairs = inPlace ? offered(finding.repairs ?? []) : [];
  return {
    ruleId: codeOf(finding),
    kind: RESULT[finding.outcome ?? ""] ?? "informational",
    level: LEVEL[finding.outcome ?? ""] ?? "none",
    message: { text: saying(located) },
    locations: [{ physicalLocation: inPlace ? { artifactLocation, region } : { artifactLocation } }],
    ...(repairs.length === 0 ? {} : { fixes: repairs.map((one) => fixOf(one, places, artifactLocation)) }),
    properties: { rule: finding.rule, text: finding.text },
  };
}

function fixOf(repair: Repair, places: Places, artifactLocation: object): object {
  const { span, from, to, says } = repair;
  const [start, end] = [places.of(span.start), places.of(span.end)];
  const deletedRegion = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return {
    description: { text: `“${to}” for “${from}”${clean(caveatOf(repair))}: ${says}` },
    artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: to } }] }],
  };
}

export function uriOf(name: string): string {
  return name.split("/").map(encodeURIComponent).join("/");
}

/** The rules of a SARIF run: every code with its meaning. */
export function sarifRules(): object[] {
  return KINDS.flatMap((kind) =>
    (["inconsistent", "undecided"] as const).map((outcome) => ({
      id: codeOf({ kind, outcome }),
      shortDescription: { text: meaningOf({ kind, outcome }) },
      defaultConfiguration: { level: LEVEL[outcome] },
    })),
  );
}

// --------------------------------------------------------------------------------------------------- JUnit

function junitSuite({ name }: Document, located: readonly Located[]): string {
  const count = (outcome: string) => located.filter(({ finding }) => finding.outcome === outcome).length;
  const cases = located.map(({ finding, from }) => {
    const called = `${finding.kind} at ${from.line}:${from.column}: ${inLine(finding.text, 80)}`;
    const says = xml(`${finding.says}${repaired(finding)}`);
    const inner =
      finding.outcome === "inconsistent"
        ? `<failure type="${codeOf(finding)}" message="${says}"/>`
        : finding.outcome === "undecided"
          ? `<skipped message="${says}"/>`
          : "";
    return `<testcase classname="${xml(name)}" name="${xml(called)}">${inner}</testcase>\n`;
  });
  return `<testsuite name="${xml(name)}" tests="${located.length}" failures="${count("inconsistent")}" skipped="${count("undecided")}" errors="0">\n${cases.join("")}</testsuite>\n`;
}

/** A document that could not be read, as a suite with an error. */
function failedSuite(name: string, message: string): string {
  return `<testsuite name="${xml(name)}" tests="1" failures="0" skipped="0" errors="1">\n<testcase classname="${xml(name)}" name="reading"><error message="${xml(message)}"/></testcase>\n</testsuite>\n`;
}

/** XML 1.0 has no other control characters than these, and no halves of pairs, not even written as references. */
const XML_CONTROLS = "\t\n\r";
const NO_XML = /\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

function xml(text: string): string {
  return text
    .replace(NO_XML, (c) => (XML_CONTROLS.includes(c) ? c : "\ufffd"))
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\s+/g, " ");
}

/** What a document's outcome is in a report, where it could not be read. */
export function failedReport(form: Report, { name, message }: Extract<Outcome, { ok: false }>): string {
  if (form === "github") return failedAnnotation(name, message);
  return form === "junit" ? failedSuite(name, message) : "";
}
