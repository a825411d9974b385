import type { NumberPlace } from "./places.js";
import type { RepairKind } from "./repair.js";

/** Other digits in the place of a number. */
export interface DigitEdit {
  readonly kind: RepairKind;
  readonly digits: string;
  /** As printed, with the separators of the number. */
  readonly word: string;
  /** By how many places the point moved; 2 for digits exchanged over it or put in behind it; 1 for all others. */
  readonly steps: number;
}

const MAX_EDITED = 12;
const MAX_MOVED = 3;

/**
 * The digits of a number with one slip: the point moved, two neighbours exchanged, one changed, left out, doubled, or put
 * in; of these the kinds that are wanted.
 */
export function* digitEdits(
  number: NumberPlace,
  wanted: (kind: RepairKind) => boolean,
): Generator<DigitEdit> {
  const { digits } = number;
  const [swap, change, drop, double] = (["swap", "digit", "drop", "double"] as const).map(wanted);
  const edit = (kind: RepairKind, made: string, steps = 1): DigitEdit[] =>
    wellFormed(made) && made !== digits ? [{ kind, digits: made, word: asPrinted(made, number), steps }] : [];
  for (let steps = 1; steps <= MAX_MOVED && wanted("point"); steps++) {
    for (const by of [steps, -steps]) yield* edit("point", moved(digits, by), steps);
  }
  const last = Math.min(digits.length, MAX_EDITED);
  for (let i = 0; i < last; i++) {
    const digit = digits[i] as string;
    if (digit === ".") continue;
    const [before, behind] = [digits.slice(0, i), digits.slice(i + 1)];
    const next = digits[i + 1];
    if (swap && next !== undefined && next !== "." && next !== digit) {
      yield* edit("swap", before + next + digit + digits.slice(i + 2));
    }
    // "106.0" for "100.6": neighbours with the point between them.
    const over = swap && next === "." ? digits[i + 2] : undefined;
    if (over !== undefined && over !== digit)
      yield* edit("swap", `${before}${over}.${digit}${digits.slice(i + 3)}`, 2);
    if (change) for (let other = 0; other <= 9; other++) yield* edit("digit", `${before}${other}${behind}`);
    if (drop) yield* edit("drop", before + behind);
    if (double) yield* edit("double", before + digit + digit + behind);
  }
  if (!wanted("insert")) return;
  const point = digits.indexOf(".");
  for (const { made, at } of inserted(digits.slice(0, last), digits.slice(last))) {
    // One more behind the point says more than was printed; one left out before it is another amount.
    yield* edit("insert", made, point >= 0 && at > point ? 2 : 1);
  }
}

/** A digit more, before or behind any of them; one that doubles its neighbour is told as that. */
function inserted(digits: string, rest: string): { readonly made: string; readonly at: number }[] {
  const found: { made: string; at: number }[] = [];
  for (let i = 0; i <= digits.length; i++) {
    for (let digit = 0; digit <= 9; digit++) {
      const text = String(digit);
      if (text === digits[i] || text === digits[i - 1]) continue;
      found.push({ made: digits.slice(0, i) + text + digits.slice(i) + rest, at: i });
    }
  }
  return found;
}

/** A number as it is printed: no leading zero but that before the point, digits on both sides of the point. */
function wellFormed(digits: string): boolean {
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits) && /[1-9]/.test(digits);
}

/** The point moved to the right by so many places, to the left below zero; zeros are added where digits end. */
function moved(digits: string, by: number): string {
  const at = digits.indexOf(".");
  const all = digits.replace(".", "");
  const place = (at < 0 ? all.length : at) + by;
  if (place > all.length) {
    // 84.4 to 8440 would need a zero that was never printed; the scale words say such things.
    return at < 0 ? all.padEnd(place, "0") : "";
  }
  // A zero before the point is printed by those who meant it for one place, as 0.58 for 5.8.
  if (place < 0 || (place === 0 && by < -1)) return "";
  const whole = place <= 0 ? "0" : all.slice(0, place);
  const rest = all.slice(place);
  const plain = whole.replace(/^0+(?=\d)/, "");
  return rest === "" ? plain : `${plain}.${rest}`;
}

/** Digits with the separators and the width of the number that they replace. */
function asPrinted(digits: string, like: NumberPlace): string {
  const [whole = "", fraction] = digits.split(".");
  // Of three digits nobody knows whether four would have been set apart; in print they mostly are.
  const short = like.grouping === "none" && /^\D*\d{1,3}(?:\D|$)/.test(like.word) && whole.length === 4;
  const mark = like.decimal === "." ? "," : ".";
  const separator = short ? mark : /[^\d０-９]/.exec(like.word.slice(1))?.[0];
  const separated = short || (like.grouping !== "none" && separator !== undefined);
  const grouped =
    !separated || separator === undefined
      ? whole
      : like.grouping === "indian"
        ? whole.replace(/\B(?=(\d{2})*\d{3}$)/g, separator)
        : whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const plain = fraction === undefined ? grouped : `${grouped}${like.decimal}${fraction}`;
  return /[０-９]/.test(like.word)
    ? plain.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    : plain;
}
