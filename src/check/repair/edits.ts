import { FigureError } from "../../errors.js";
import type { Figure } from "../../figure/figure.js";
import {
  currencyNames,
  isPlural,
  PRINTED_WORDS,
  pluralOf,
  sharedNames,
} from "../../language/currency-names.js";
import { CURRENCY_CHARACTERS, CURRENCY_SIGNS } from "../../language/lexicon.js";
import { LADDERS, MISSING, PERCENT, POINTS, percentFor, pointsFor } from "../../language/units-to-mend.js";
import type { FigureMention } from "../../text/reading.js";
import type { Printed } from "../operand.js";
import { type Remade, remade } from "../view.js";
import { digitEdits } from "./digit-edits.js";
import { type NumberPlace, type Place, type Places, placesOf } from "./places.js";
import { COSTS, type RepairKind } from "./repair.js";

/** One edit of a mention: what it prints then, and the figures that it makes. */
export interface Edit {
  readonly kind: RepairKind;
  readonly cost: number;
  readonly printed: Printed;
  /** Of a currency: whether one sign stands for both, so that they are taken for each other. */
  readonly alike?: boolean;
}

/**
 * Every single edit of a mention that is tried: scale word, point, digits, and, where `currencies` are given, currency;
 * a few hundred at most.
 * @param kinds those that are wanted, where not all are
 */
export function* editsOf(
  mention: FigureMention,
  printed: Printed,
  currencies: readonly string[] | undefined,
  kinds?: ReadonlySet<RepairKind>,
): Generator<Edit> {
  const wanted = (kind: RepairKind) => kinds?.has(kind) !== false;
  const places = placesOf(mention);
  // The scale of a table's figures stands in its head, and is that of all of them.
  const scaled = mention.kind === "money" || mention.kind === "count";
  if (wanted("scale") && scaled && mention.headed === undefined) yield* scaleEdits(printed, places);
  if (wanted("unit")) yield* unitEdits(mention, printed);
  if (currencies !== undefined) yield* currencyEdits(mention, printed, places, currencies);
  for (const number of places.numbers) yield* numberEdits(printed, number, wanted);
}

function* numberEdits(
  printed: Printed,
  number: NumberPlace,
  wanted: (kind: RepairKind) => boolean,
): Generator<Edit> {
  for (const { kind, digits, word, steps } of digitEdits(number, wanted)) {
    const text = replaced(printed.text, number, word);
    const made = withChange(printed, text, [number.of], { digits });
    if (made !== undefined) yield { kind, cost: COSTS[kind] + (steps > 1 ? 1 : 0), printed: made };
  }
}

function* scaleEdits(printed: Printed, { scales, numbers }: Places): Generator<Edit> {
  const [number] = numbers;
  if (scales.length === 0 && number !== undefined && printed.to === undefined && number.digits.length <= 5) {
    for (const [name, exponent] of MISSING) {
      const text = replaced(printed.text, { ...number, start: number.end }, ` ${name}`);
      const made = withChange(printed, text, ["figure"], { shift: exponent });
      // A word that was left out is further than one that was mistaken for another.
      if (made !== undefined) yield { kind: "scale", cost: COSTS.scale + 1, printed: made };
    }
  }
  for (const scale of scales) {
    const word = scale.word.toLowerCase();
    const ladder = LADDERS.find((one) => one.some(([name]) => name === word));
    if (ladder === undefined) continue;
    const here = ladder.findIndex(([name]) => name === word);
    for (const [i, [name, exponent]] of ladder.entries()) {
      if (i === here) continue;
      const text = replaced(printed.text, scale, likeCase(scale.word, name));
      const made = withChange(printed, text, scale.of, { shift: exponent - scale.exponent });
      if (made !== undefined)
        yield { kind: "scale", cost: COSTS.scale + Math.abs(i - here) - 1, printed: made };
    }
  }
}

function* unitEdits(mention: FigureMention, printed: Printed): Generator<Edit> {
  const { text } = printed;
  const [pattern, unit, word] =
    mention.kind === "percent"
      ? [PERCENT, "percentage-point", pointsFor(text)]
      : [POINTS, "percent", percentFor(text)];
  if ((mention.kind !== "percent" && mention.kind !== "percentage-point") || !pattern.test(text)) return;
  const made = withChange(printed, text.replace(pattern, word), ["figure", "to"], { unit });
  if (made !== undefined) yield { kind: "unit", cost: COSTS.unit, printed: made };
}

/** Currencies whose signs are taken for each other. */
const COMMON = ["USD", "EUR", "GBP"];

function* currencyEdits(
  mention: FigureMention,
  printed: Printed,
  { units }: Places,
  currencies: readonly string[],
): Generator<Edit> {
  if (mention.kind !== "money" || units.length === 0) return;
  const own = mention.currency ?? mention.figure.unit;
  const same = sameSign(own);
  const common = units.some(({ word }) => /[^A-Za-z\s.]/.test(word)) ? COMMON : [];
  const tried = new Set([...units.flatMap(({ word }) => sharing(word)), ...same, ...currencies, ...common]);
  for (const code of tried) {
    if (code === own) continue;
    const text = [...units]
      .sort((a, b) => b.start - a.start)
      .reduce((whole, place) => replaced(whole, place, currencyLike(place.word, code)), printed.text);
    const made = withChange(printed, text, ["figure", "to"], { unit: code });
    const alike = same.includes(code);
    if (made !== undefined) yield { kind: "currency", cost: COSTS.currency, printed: made, alike };
  }
}

/** Currencies that print the same sign or name: of HK$ all dollars, of rupees all rupees. */
function sharing(word: string): string[] {
  const sign = /[$＄£￡¥￥]/.exec(word)?.[0];
  const last = word.toLowerCase().split(/\s+/).at(-1) as string;
  return [
    ...CURRENCY_SIGNS.filter((one) => one.sign === sign || one.sign === word).flatMap((one) => [
      one.currency,
      ...(one.others ?? []),
    ]),
    ...(sharedNames().get(last)?.countries.values() ?? []),
  ];
}

/** Currencies of which a sign stands for this one as well, whatever word is printed: yen and yuan are both ¥. */
function sameSign(code: string): string[] {
  const yen = CURRENCY_SIGNS.filter((one) => /[¥￥]/.test(one.sign)).flatMap((one) => [
    one.currency,
    ...(one.others ?? []),
  ]);
  return yen.includes(code) ? yen : [];
}

/** How a currency is printed in the manner of another: a sign for a sign, a name for a name, otherwise its code. */
function currencyLike(word: string, code: string): string {
  if (/[\u3400-\u9fff]/.test(word)) {
    return CURRENCY_CHARACTERS.find(([, unit]) => unit === code)?.[0] ?? code;
  }
  if (/^[A-Z]{3}$/.test(word)) return code;
  if (/[^A-Za-z\s.]/.test(word)) {
    // A sign with a country's letters is changed for another such; a bare one for a bare one.
    const lettered = /[A-Za-z]/.test(word);
    const first = /^[A-Za-z]/.test(word);
    const own = CURRENCY_SIGNS.filter((one) => one.currency === code);
    const sign =
      own.find(({ sign }) => /[A-Za-z]/.test(sign) === lettered && /^[A-Za-z]/.test(sign) === first) ??
      own.find(({ sign }) => /[A-Za-z]/.test(sign) === lettered) ??
      own[0];
    return sign === undefined ? `${code} ` : sign.sign;
  }
  const last = word.toLowerCase().split(/\s+/).at(-1) as string;
  const names = [...currencyNames()].filter(([, unit]) => unit === code).map(([name]) => name);
  const singular = currencyNames().has(pluralOf(last));
  const found =
    names.find((name) => name.includes(" ") && name.endsWith(last)) ??
    names.find((name) => isPlural(name) !== singular && !name.includes(" ") && name !== code.toLowerCase()) ??
    names[0];
  return found === undefined ? code : capitalised(found);
}

/** "hong kong dollars" as it is printed: adjectives with a capital. */
function capitalised(name: string): string {
  const words = name.split(" ");
  return words
    .map((word, i) =>
      i === words.length - 1
        ? word
        : (PRINTED_WORDS.get(word) ?? word.charAt(0).toUpperCase() + word.slice(1)),
    )
    .join(" ");
}

function likeCase(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase() && like !== like.toLowerCase())
    return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function replaced(text: string, at: Place, by: string): string {
  return text.slice(0, at.start) + by + text.slice(at.end);
}

/** The mention with a change to one or both of its figures; undefined where it cannot be made. */
function withChange(
  printed: Printed,
  text: string,
  of: readonly ("figure" | "to")[],
  change: Remade,
): Printed | undefined {
  try {
    const [figure, to] = (["figure", "to"] as const).map((which) => {
      const one: Figure | undefined = printed[which];
      return one !== undefined && of.includes(which) ? remade(one, change) : one;
    });
    if (figure === undefined || (printed.to !== undefined && to === undefined)) return undefined;
    return { text, figure, to };
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}
