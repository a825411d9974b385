/** A piece of text on a page, by its lower left corner. */
export interface Word {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of the letters. */
  readonly size: number;
}

interface Line {
  readonly words: readonly Word[];
  readonly y: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

/**
 * The text of a page in reading order: lines from the top; of two columns the left one first, between lines that go over
 * both; an empty line where the paragraphs part; cells of a table parted by tabs.
 */
export function pageText(words: readonly Word[]): string {
  const lines = linesOf(words);
  const gutter = gutterOf(lines);
  const ordered = gutter === undefined ? [lines] : inColumns(lines, gutter);
  return ordered
    .map(paragraphs)
    .filter((text) => text !== "")
    .join("\n\n");
}

function linesOf(words: readonly Word[]): Line[] {
  const sorted = [...words].sort((a, b) => b.y - a.y || a.x - b.x);
  const groups: Word[][] = [];
  for (const word of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    // A raised number of a note lies within the height of its line.
    if (first !== undefined && Math.abs(first.y - word.y) <= 0.45 * Math.max(first.size, word.size))
      group?.push(word);
    else groups.push([word]);
  }
  return groups.map((group) => lineOf(group.sort((a, b) => a.x - b.x)));
}

function lineOf(words: readonly Word[]): Line {
  const size = Math.max(...words.map((one) => one.size));
  return {
    words,
    size,
    y: (words[0] as Word).y,
    left: Math.min(...words.map((one) => one.x)),
    right: Math.max(...words.map((one) => one.x + one.width)),
  };
}

/** Where a strip without text parts the page in two columns, if more than half of its lines keep it free. */
function gutterOf(lines: readonly Line[]): number | undefined {
  if (lines.length < 8) return undefined;
  const [left, right] = [
    Math.min(...lines.map((one) => one.left)),
    Math.max(...lines.map((one) => one.right)),
  ];
  const width = right - left;
  const size = median(lines.map((one) => one.size));
  let best: { at: number; free: number } | undefined;
  for (let at = left + 0.35 * width; at <= left + 0.65 * width; at += size / 2) {
    let [free, both] = [0, 0];
    for (const line of lines) {
      const cut = line.words.some((one) => one.x < at + size / 2 && one.x + one.width > at - size / 2);
      if (cut) continue;
      free++;
      if (line.left < at && line.right > at) both++;
    }
    // Text on both sides of most of them, or it is the ragged end of one column; two short cells are a table.
    if (free >= 0.7 * lines.length && both >= 0.4 * lines.length && free > (best?.free ?? 0))
      best = { at, free };
  }
  if (best === undefined) return undefined;
  const { at } = best;
  const filled = lines.filter((line) => {
    const sides = [line.words.filter((one) => one.x < at), line.words.filter((one) => one.x >= at)];
    return sides.every((side) => side.reduce((sum, one) => sum + one.width, 0) > 0.25 * width);
  });
  return filled.length >= 0.4 * lines.length ? at : undefined;
}

/** Stretches of lines: what goes over both columns, then the left column, then the right one, down to the next such. */
function inColumns(lines: readonly Line[], gutter: number): Line[][] {
  const found: Line[][] = [];
  let [whole, left, right]: [Line[], Line[], Line[]] = [[], [], []];
  const close = () => {
    found.push(whole, left, right);
    [whole, left, right] = [[], [], []];
  };
  for (const line of lines) {
    const sides = [
      line.words.filter((one) => one.x + one.width <= gutter),
      line.words.filter((one) => one.x >= gutter),
    ];
    const over = sides.reduce((sum, side) => sum + side.length, 0) < line.words.length;
    if (over) {
      if (left.length + right.length > 0) close();
      whole.push(line);
      continue;
    }
    for (const [i, side] of sides.entries()) if (side.length > 0) (i === 0 ? left : right).push(lineOf(side));
  }
  close();
  return found;
}

function paragraphs(lines: readonly Line[]): string {
  const steps = lines.slice(1).map((line, i) => (lines[i] as Line).y - line.y);
  const step = quantile(
    steps.filter((one) => one > 0),
    0.25,
  );
  let text = "";
  let before: Line | undefined;
  for (const line of lines) {
    const words = lineText(line);
    if (before !== undefined) {
      const gap = before.y - line.y;
      const larger = Math.abs(before.size - line.size) > 0.15 * Math.max(before.size, line.size);
      const apart = gap > 1.4 * Math.max(step, before.size) || (larger && gap > 1.2 * line.size);
      // A word that is broken at the end of a line goes on in the next.
      if (!apart && /\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(words)) text = text.slice(0, -1);
      else text += apart ? "\n\n" : "\n";
    }
    text += words;
    before = line;
  }
  return text;
}

/** The words of a line: apart by a space, or by a tab where the gap is one of a table. */
function lineText({ words, size }: Line): string {
  let text = "";
  let end: number | undefined;
  for (const word of words) {
    const gap = end === undefined ? 0 : word.x - end;
    const blank = /\s$/.test(text) || /^\s/.test(word.text);
    if (end !== undefined) {
      if (gap > 1.3 * size) text = `${text.trimEnd()}\t`;
      else if (gap > 0.15 * size && !blank) text += " ";
    }
    text += text.endsWith("\t") ? word.text.trimStart() : word.text;
    end = word.x + word.width;
  }
  return text.trimEnd();
}

const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * part)] ?? 0;
}
