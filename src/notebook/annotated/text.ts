/** A stretch of a text: what is between two empty lines. */
export interface Paragraph {
  readonly start: number;
  readonly end: number;
}

/** The paragraphs of a text, in order; empty lines part them. */
export function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf("\n", at);
    const stop = next === -1 ? text.length : next;
    const blank = text.slice(at, stop).trim() === "";
    if (blank && start !== -1) found.push({ start, end });
    if (blank) start = -1;
    else {
      if (start === -1) start = at;
      end = stop;
    }
    at = stop + 1;
  }
  if (start !== -1) found.push({ start, end });
  return found;
}

// A line this long was broken where the page ended, a shorter one where its writer meant it.
const WRAPPED = 55;

/** A piece of a text with its meant line breaks as `<br>`; `escaped` is applied to the rest. */
export function withBreaks(text: string, before: number, escaped: (text: string) => string): string {
  const lines = text.split("\n");
  let length = before;
  return lines
    .map((line, i) => {
      if (i > 0) length = 0;
      length += line.length;
      return `${escaped(line)}${i === lines.length - 1 ? "" : length < WRAPPED ? "<br>" : "\n"}`;
    })
    .join("");
}
