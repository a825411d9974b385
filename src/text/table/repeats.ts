import { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { currencyNames } from "../../language/currency-names.js";
import { RATIO_WORDS, SCALES } from "../../language/lexicon.js";
import { TABLE_WORDS } from "../../language/table-words.js";
import { ONLY_YEAR } from "../../language/zh/words.js";
import type { FigureMention, GrowthClaim, Mention, Repeat, Span } from "../reading.js";
import { Sentences } from "../scan/sentences.js";
import { isCalled, says } from "./head.js";
import type { ReadTable } from "./tables.js";

/**
 * Figures of sentences that a table of the text prints too: the sentence has the words of the row, the period and the words
 * of the column, and something of what the table is about; and it has one figure of that kind. Where a word is missing,
 * or there are two such cells or figures, nothing is said.
 */
export function repeatsOf(
  text: string,
  tables: readonly ReadTable[],
  mentions: readonly Mention[],
  growth: readonly GrowthClaim[],
): Repeat[] {
  let left = MOST_LINES;
  const lines = tables.map((one) => {
    const some = linesOf(one).slice(0, left);
    left -= some.length;
    return some;
  });
  if (left === MOST_LINES) return [];
  const rates = new Set(growth.map((one) => one.rate));
  const found: Repeat[] = [];
  let next = 0;
  const prose = mentions.filter((one): one is FigureMention => "figure" in one && one.headed === undefined);
  const sentences = new Sentences(text);
  for (let one = sentences.next(); one !== undefined; one = sentences.next()) {
    const { start, end } = one;
    while (next < prose.length && (prose[next] as FigureMention).start < start) next++;
    const here: FigureMention[] = [];
    for (; next < prose.length && (prose[next] as FigureMention).start < end; next++)
      here.push(prose[next] as FigureMention);
    if (here.length === 0 || end - start > LONGEST) continue;
    const sentence = ` ${plain(text.slice(start, end))} `;
    for (const table of lines) {
      const named = table.filter((line) => has(sentence, line.label));
      // A figure of two rows together is in no cell.
      if (named.length !== 1) continue;
      const line = named[0] as TableLine;
      found.push(...inLine(line, sentence, here, rates).filter((claim) => isOfLine(claim, line, sentence)));
    }
  }
  return found;
}

const MOST_LINES = 400;
const LONGEST = 1_500;

/** A row of a table, or a column, with its cells and the words that a sentence must have for each. */
interface TableLine {
  readonly label: string;
  /** What the table is about, without the label. */
  readonly about: readonly string[];
  readonly cells: readonly {
    readonly figure: FigureMention;
    readonly words: readonly string[];
    readonly change: boolean;
  }[];
}

function linesOf({ grid, body, figures }: ReadTable): TableLine[] {
  const topic = wordsOf(grid.title?.text ?? "").filter((word) => !/\d/.test(word));
  const heads = body.heads.map((head) => ({ words: wordsOf(head), change: says(head, "change") }));
  return body.labels.flatMap((label, row) => {
    const name = plain(label);
    if (name.length < 2 || isCalled(label, "total") || isCalled(label, "rest") || !/\p{L}{2}/u.test(name))
      return [];
    const cells = (body.numbers[row] ?? []).flatMap((one, column) => {
      const figure = one && figures.get(one);
      return figure === undefined ? [] : [{ figure, ...(heads[column] ?? { words: [], change: false }) }];
    });
    const about = topic.filter((word) => !has(` ${name} `, word));
    return about.length === 0 && cells.length === 0 ? [] : [{ label: name, about, cells }];
  });
}

function inLine(
  { about, cells }: TableLine,
  sentence: string,
  here: readonly FigureMention[],
  rates: ReadonlySet<FigureMention>,
): Repeat[] {
  const fitting = cells.filter(
    ({ words }) => words.some((word) => /\d/.test(word)) && words.every((word) => has(sentence, word)),
  );
  return fitting.flatMap(({ figure, words, change }): Repeat[] => {
    const topic = [...about, ...words].some((word) => !/\d/.test(word) && has(sentence, word));
    if (!topic) return [];
    const alike = (one: FigureMention) =>
      one.kind === figure.kind &&
      one.currency === figure.currency &&
      (figure.kind !== "percent" || rates.has(one));
    if (figure.kind === "percent" && !change) return [];
    if (fitting.filter((one) => alike(one.figure)).length !== 1) return [];
    const stated = here.filter(alike);
    const [one] = stated;
    if (
      one === undefined ||
      stated.length > 1 ||
      one.to !== undefined ||
      one.hedge !== undefined ||
      one.per !== undefined
    )
      return [];
    const span: Span = { text: one.text, start: one.start, end: one.end };
    return [{ ...span, rule: "text-against-table", figure: one, again: figure }];
  });
}

/**
 * Whether two figures that do not agree are of one thing: the sentence has to say what the table is about, and not that its
 * figure is a part; and where they have the same digits, both have to say how large they are.
 */
function isOfLine({ figure, again }: Repeat, { label, about }: TableLine, sentence: string): boolean {
  const [stated, printed] = [figure.figure, again.figure];
  if (stated.interval.meets(printed.interval)) return true;
  if (about.length > 0 && !about.some((word) => has(sentence, word))) return false;
  const before = sentence.slice(0, sentence.indexOf(` ${label} `));
  if (TABLE_WORDS.within.some((word) => before.endsWith(` ${word}`))) return false;
  const digits = stated.digits.replace(/\D|^[0.]+/g, "").length;
  const said = stated.scale !== 0 && printed.scale !== 0 && digits > 1;
  return said || !SIZES.some((size) => stated.interval.times(size).meets(printed.interval));
}

/** "$101.6 billion" in a table of millions is printed 101,626. */
const SIZES = /* @__PURE__ */ [-9, -6, -3, 3, 6, 9].map((zeros) => Interval.point(Ratio.scaled(1n, zeros)));

const MARKS = /[\s\u00a0()（）[\],，;；:：.。!?！？"“”'’|/–—-]+/g;

const plain = (text: string): string => text.toLowerCase().replace(MARKS, " ").trim();

const isHan = (text: string): boolean => /[\u3400-\u9fff]/.test(text);

/** Whole words of Latin letters; of others no space parts one from the next. */
function has(sentence: string, words: string): boolean {
  return isHan(words) ? sentence.includes(words) : sentence.includes(` ${words} `);
}

/** Words that stand beside what a figure is of, and say nothing about it. */
const BESIDE = new Set([...TABLE_WORDS.beside, ...TABLE_WORDS.change, ...TABLE_WORDS.counted]);

/** The words of a head that a sentence about its figures has too: no unit, nothing that stands beside one. */
function wordsOf(head: string): string[] {
  return plain(head)
    .split(" ")
    .filter((word) => (ONLY_YEAR.test(word) || /^\p{L}{4,}$/u.test(word) || isHan(word)) && !BESIDE.has(word))
    .filter((word) => !SCALES.has(word) && !currencyNames().has(word) && !RATIO_WORDS.has(word))
    .slice(0, 12);
}
