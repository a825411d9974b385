// Corpora as JSON Lines: one text or case a line; which of the two formats it is shows in its fields.
import { readFileSync } from "node:fs";

export class CorpusError extends Error {}

const KINDS = { claims: ["id", "text", "mentions"], peers: ["id", "input", "expected"] };

/**
 * @returns { format: "claims" | "peers", rows }
 * @throws CorpusError with the file and line of what cannot be used
 */
export function readCorpus(path) {
  let text;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new CorpusError(`${path}: cannot be read (${error.code ?? error.message})`);
  }
  return parseCorpus(text, path);
}

/** The same from text; `path` is for messages. */
export function parseCorpus(text, path = "corpus") {
  const rows = [];
  let format;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const at = `${path}:${index + 1}`;
    let row;
    try {
      row = JSON.parse(line);
    } catch (error) {
      throw new CorpusError(`${at}: not a line of JSON: ${error.message}`);
    }
    const found = Object.keys(KINDS).find((kind) => KINDS[kind].every((field) => Object.hasOwn(row, field)));
    if (!found) {
      throw new CorpusError(
        `${at}: neither a text with claims (${KINDS.claims.join(", ")}) nor a peers' case (${KINDS.peers.join(", ")}); it has ${Object.keys(row).join(", ") || "no fields"}`,
      );
    }
    if (format && format !== found) {
      throw new CorpusError(`${at}: a ${found} row in a corpus of ${format}; one format a file`);
    }
    format = found;
    const broken = found === "claims" ? brokenClaims(row) : brokenCase(row);
    if (broken) throw new CorpusError(`${at} (${row.id}): ${broken}`);
    rows.push(row);
  }
  if (!format) throw new CorpusError(`${path}: no rows`);
  return { format, rows };
}

function brokenClaims(row) {
  for (const { span, start, end, kind } of row.mentions) {
    const there = row.text.slice(start, end);
    if (there !== span) return `the ${kind} "${span}" at ${start} to ${end}: the text has "${there}" there`;
  }
  const starts = [
    ...(row.conversions ?? []).flatMap((pair) => [
      [pair.source_span, pair.source_start],
      [pair.target_span, pair.target_start],
    ]),
    ...(row.growth ?? []).flatMap((claim) => [
      [claim.rate_span, claim.rate_start],
      [claim.current_span, claim.current_start],
      [claim.stated_baseline_span, claim.stated_baseline_start],
    ]),
    ...(row.from_to ?? []).flatMap((change) => [
      [change.from_span, change.from_start],
      [change.to_span, change.to_start],
    ]),
    ...(row.traps ?? []).map((trap) => [trap.span, trap.start]),
  ];
  for (const [span, start] of starts) {
    if (typeof span !== "string" || start === undefined) continue;
    const there = row.text.slice(start, start + span.length);
    if (there !== span) return `"${span}" at ${start}: the text has "${there}" there`;
  }
  return undefined;
}

function brokenCase(row) {
  for (const { text, start, end } of row.expected) {
    if (start === undefined) continue;
    const there = row.input.slice(start, end);
    if (there.toLowerCase() !== text.toLowerCase()) {
      return `"${text}" at ${start} to ${end}: the input has "${there}" there`;
    }
  }
  return undefined;
}

/** The first date in the field, as far as it is known: "1996-08/1997-08 (day not stored)" is 1996-08. */
export const publishedOn = (date) => /\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(date ?? "")?.[0];
