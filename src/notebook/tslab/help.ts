import type { Converter } from "./converter.js";

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What the type checker says of a place in a cell; lines and characters count from 0. */
export interface Diagnostic {
  readonly start: Place;
  readonly end?: Place;
  readonly messageText: string;
  readonly fileName?: string;
  /** The texts that may stand there, where only some may. */
  readonly allowed?: readonly string[];
}

/** The most texts that an error lists. */
const MANY = 30;

/** For a text that is none of those allowed, which are: "sport" is no kind of rate, and these are. */
export function withAllowed(
  converter: Pick<Converter, "complete">,
  declarations: string,
  source: string,
  diagnostic: Diagnostic,
): Diagnostic {
  if (diagnostic.fileName || !/not assignable to/.test(diagnostic.messageText)) return diagnostic;
  const start = offset(source, diagnostic.start);
  const literal = /^(?:[\w$]+\s*:\s*)?(["'])/.exec(source.slice(start));
  if (literal === null) return diagnostic;
  try {
    const { original } = converter.complete(declarations, source, start + literal[0].length) as {
      original?: { entries?: readonly { name: string; kind: string }[] };
    };
    const allowed = (original?.entries ?? []).filter(({ kind }) => kind === "string").map(({ name }) => name);
    return allowed.length === 0 ? diagnostic : { ...diagnostic, allowed: allowed.slice(0, MANY) };
  } catch {
    return diagnostic;
  }
}

function offset(source: string, { line, character }: Place): number {
  const lines = source.split("\n").slice(0, line);
  return lines.reduce((sum, one) => sum + one.length + 1, 0) + character;
}

/**
 * The end of the name of the call whose arguments the cursor is in, so that help on `(` and after a comma is about the
 * function; undefined where there is none.
 */
export function calleeBefore(source: string, cursor: number): number | undefined {
  let depth = 0;
  for (let at = cursor - 1; at >= 0 && cursor - at < 5000; at--) {
    const letter = source[at] as string;
    if (letter === ")" || letter === "]" || letter === "}") depth++;
    else if (letter === "[" || letter === "{") depth--;
    else if (letter === "(" && depth > 0) depth--;
    else if (letter === "(") {
      const name = /[\w$]\s*(?:<[^<>()]*>)?\s*$/.exec(source.slice(0, at));
      return name === null ? undefined : name.index;
    }
  }
  return undefined;
}
