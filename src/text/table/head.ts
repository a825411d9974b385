import { SCALE_IN_DIGITS, TABLE_WORDS } from "../../language/table-words.js";
import type { TableWords } from "../../language/tables.js";
import { YEAR_AT_START } from "../../language/zh/words.js";
import { isLetter, scaleAt, unitAt } from "../../notation/parts.js";

/** What a head, a label or a caption says of the unit of its figures; both parts may be missing. */
export interface HeadUnit {
  /** A currency, "percent", "percentage-point", or "number" for what is counted. */
  readonly unit?: string | undefined;
  /** Power of ten: 9 of "US$ bn". */
  readonly exponent?: number | undefined;
  /** What is counted. */
  readonly of?: string | undefined;
}

const MOST = 300;

/**
 * The unit that a head says: "(US$ bn)", "in millions of yuan", "单位：亿元", "Exports, '000 tonnes", "%". A name such as
 * "Euro area" says none: a unit stands by itself between brackets, commas or after its own word, or ends the head with a
 * sign or a scale.
 * @returns undefined where two units are said
 */
export function unitOfHead(text: string): HeadUnit | undefined {
  let found: HeadUnit = {};
  for (const piece of piecesOf(text.slice(0, MOST))) {
    const one = unitOfPiece(piece);
    if (one === undefined) continue;
    if (one.unit !== undefined && found.unit !== undefined && one.unit !== found.unit) return undefined;
    found = {
      unit: found.unit ?? one.unit,
      exponent: found.exponent ?? one.exponent,
      of: found.of ?? one.of,
    };
  }
  return found;
}

interface Piece {
  readonly text: string;
  /** Whether it stands between brackets, or behind a comma or the like: by itself. */
  readonly apart: boolean;
}

/** The parts of a head between brackets, commas and the like. */
function piecesOf(text: string): Piece[] {
  return text
    .split(/[()（）[\]，；;：:|\n]|,(?!\d)|\s[–—-]\s/)
    .map((piece, i) => ({ text: piece, apart: i > 0 }))
    .filter((piece) => piece.text.trim() !== "");
}

function unitOfPiece({ text, apart }: Piece): HeadUnit | undefined {
  const words = partsOf(text);
  const tail = words.slice(words.lastIndexOf(undefined) + 1).filter((one) => one !== undefined);
  const said = tail.filter((one) => one.unit !== undefined || one.exponent !== undefined);
  // A bare word at the end of a name is the name's own: "exports in dollars" says a unit, the row "Cars" does not.
  const alone = tail.length === words.length && apart;
  const clear =
    alone || tail[0]?.beside === true || said.some((one) => one.sign || one.exponent !== undefined);
  if (said.length === 0 || !clear) {
    return words.some((one) => one?.unit === "percent" && one.sign) ? { unit: "percent" } : undefined;
  }
  const units = [...new Set(said.flatMap((one) => one.unit ?? []))];
  if (units.length > 1) return undefined;
  const exponents = said.flatMap((one) => one.exponent ?? []);
  return {
    unit: units[0],
    exponent: exponents.length === 0 ? undefined : exponents.reduce((a, b) => a + b, 0),
    of: said.find((one) => one.of !== undefined)?.of,
  };
}

interface Part extends HeadUnit {
  readonly end: number;
  /** Whether it is a sign or a code, which no name ends with. */
  readonly sign?: boolean;
  readonly beside?: boolean;
}

/** The words of a piece: what each says, or undefined for a word that says no unit. */
function partsOf(piece: string): (Part | undefined)[] {
  const parts: (Part | undefined)[] = [];
  let at = 0;
  while (at < piece.length) {
    if (/[\s.'’/]/.test(piece[at] as string) && !/^['’]000/.test(piece.slice(at, at + 4))) {
      if (piece[at] === "/") parts.push(undefined);
      at++;
      continue;
    }
    const part = partAt(piece, at, parts.at(-1));
    parts.push(part);
    at = part?.end ?? wordEnd(piece, at);
  }
  return parts;
}

function partAt(piece: string, at: number, before: Part | undefined): Part | undefined {
  const number = SCALE_IN_DIGITS.exec(piece.slice(at, at + 8))?.[0];
  if (number !== undefined) {
    const zeros = number.replace(/\D/g, "");
    return { end: at + number.length, exponent: zeros === "000" ? 3 : zeros.length - 1 };
  }
  const year = YEAR_AT_START.exec(piece.slice(at, at + 5))?.[0];
  if (year !== undefined) return { end: at + year.length, beside: true };
  const unit = unitAt(piece, at);
  if (unit !== undefined && unit.start === at && !isLetter(pieceAfter(piece, unit.word, unit.end))) {
    const letters = /^\p{L}/u.test(piece.slice(at, at + 1));
    return {
      end: unit.end,
      unit: unit.unit,
      exponent: unit.exponent === 0 ? undefined : unit.exponent,
      sign: !letters || /^[A-Z]{3}$/.test(unit.word) || unit.word.length <= 3,
    };
  }
  const scale = scaleAt(piece, at);
  if (scale !== undefined && !isLetter(pieceAfter(piece, scale.word, scale.end))) {
    // A letter is a scale behind a currency, "$m", or alone in its brackets.
    const alone = !/^[a-z]$/i.test(scale.word) || before?.unit !== undefined || piece.trim().length === 1;
    if (alone) return { end: scale.end, exponent: scale.exponent };
  }
  const counted = knownAt(piece, at, "counted");
  if (counted !== undefined) {
    const of = piece.slice(at, at + counted);
    return { end: at + counted, unit: "number", of };
  }
  const beside = knownAt(piece, at, "beside");
  return beside === undefined ? undefined : { end: at + beside, beside: true };
}

/** What stands behind a word of Latin letters; of others no space parts one from the next. */
function pieceAfter(piece: string, word: string, end: number): string | undefined {
  const latin = /[A-Za-z]$/.test(word) && /[A-Za-z]/.test(piece[end] ?? "");
  return latin ? piece[end] : undefined;
}

function wordEnd(piece: string, at: number): number {
  let end = at + 1;
  if (!isLetter(piece[at]) || (piece.codePointAt(at) ?? 0) > 0x2e7f) return end;
  while (end < piece.length && isLetter(piece[end]) && (piece.codePointAt(end) ?? 0) <= 0x2e7f) end++;
  return end;
}

/** The length of the word of a list that stands at a place, not cut from a longer one. */
function knownAt(text: string, at: number, list: keyof TableWords): number | undefined {
  const rest = text.slice(at, at + 40).toLowerCase();
  if (at > 0 && /[a-z]/i.test(text[at - 1] as string)) return undefined;
  const found = TABLE_WORDS[list].find(
    (word) => rest.startsWith(word) && !(isLatin(word.at(-1)) && isLatin(rest[word.length])),
  );
  return found?.length;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0-]+/g, " ")
    .trim();

const isLatin = (c: string | undefined) => c !== undefined && /\p{Script=Latin}/u.test(c);

/** Whether a head or label has one of these words. */
export function says(text: string, list: keyof TableWords): boolean {
  const whole = plain(text);
  return TABLE_WORDS[list].some((word) => {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + 1)) {
      const cut =
        (isLatin(word[0]) && isLatin(whole[at - 1])) ||
        (isLatin(word.at(-1)) && isLatin(whole[at + word.length]));
      if (!cut) return true;
    }
    return false;
  });
}

/** Whether a head or label ends with one of these words, over a note in brackets. */
export function saysLast(text: string, list: keyof TableWords): boolean {
  const whole = plain(text.replace(/\s*\([^()]*\)/g, ""));
  return TABLE_WORDS[list].some(
    (word) => whole.endsWith(word) && !(isLatin(word[0]) && isLatin(whole.at(-word.length - 1))),
  );
}

/** Where the first of these words stands in a text; -1 for nowhere. */
export function placeOf(text: string, list: keyof TableWords): number {
  const whole = text.toLowerCase();
  return TABLE_WORDS[list].map((word) => whole.indexOf(word)).find((at) => at >= 0) ?? -1;
}

/** Whether a label is one of these words, or begins with one: "Total", "Total exports", "合计". */
export function isCalled(text: string, list: keyof TableWords): boolean {
  const whole = plain(text.replace(/[:：*]+\s*$/, ""));
  return TABLE_WORDS[list].some((word) => {
    const rest = whole.slice(word.length);
    return whole === word || (whole.startsWith(word) && (/^[\s(（,，:：]/.test(rest) || isHan(word)));
  });
}

const isHan = (word: string): boolean => (word.codePointAt(0) ?? 0) > 0x2e7f;
