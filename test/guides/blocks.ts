/** A fenced block of a page: what its first line says, its lines, and where they stand. */
export interface Block {
  /** The language: `ts`, `sh`, `text`, … */
  readonly language: string;
  /** The file that it is, where its first line names one: "```csv exports.csv". */
  readonly file: string | undefined;
  readonly code: string;
  /** Place of `code` in the page. */
  readonly start: number;
  readonly end: number;
}

const FENCE = /^```(\S*)(?:[ \t]+(\S+))?\n([\s\S]*?)^```[ \t]*$/gm;

/** The fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCE)].map((found) => {
    const [whole, language = "", file, code = ""] = found;
    const start = found.index + whole.indexOf("\n") + 1;
    return { language, file, code, start, end: start + code.length };
  });
}

/** A page with other text at some places. */
export function replaced(
  page: string,
  parts: readonly { start: number; end: number; text: string }[],
): string {
  let done = "";
  let at = 0;
  for (const { start, end, text } of [...parts].sort((a, b) => a.start - b.start)) {
    done += page.slice(at, start) + text;
    at = end;
  }
  return done + page.slice(at);
}

/**
 * Whether what a page shows is what came out, where a line or an end of `…` stands for what is left out: the pieces
 * between have to come one after the other.
 */
export function shows(shown: string, found: string): boolean {
  if (!shown.includes("…")) return shown === found;
  let at = 0;
  for (const piece of shown.split("…").map((one) => one.trim())) {
    const next = found.indexOf(piece, at);
    if (next < 0) return false;
    at = next + piece.length;
  }
  return true;
}

/** The blocks that run as the program of their page: a block with the name of a file is that file. */
export const typescriptOf = (blocks: readonly Block[]): Block[] =>
  blocks.filter(({ language, file }) => language === "ts" && file === undefined);
