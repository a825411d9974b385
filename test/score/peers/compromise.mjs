// compromise as a reader of money and percentages.
import { createRequire } from "node:module";
import { exact } from "../rational.mjs";
import { unitNamed } from "./names.mjs";
import { trimmed } from "./spans.mjs";

const require = createRequire(import.meta.url);
const SIGNS = { $: "dollar", "€": "euro", "£": "pound", "¥": "yen" };

/** @returns { name, version, items(text) }, or { name, missing } in one line */
export function compromise() {
  const name = "compromise";
  try {
    const nlp = require("compromise");
    return { name, version: nlp.version, items: (text) => [...money(nlp, text), ...percent(nlp, text)] };
  } catch (error) {
    return { name, missing: error.message.split("\n")[0] };
  }
}

const stretch = ({ terms }) => ({
  start: terms[0].offset.start,
  end: terms.at(-1).offset.start + terms.at(-1).offset.length,
});
const meets = (a, b) => a.start < b.end && b.start < a.end;

/**
 * `.money()` finds the place; its own number leaves a scale word out ("15 billion dollars" is 15), `.numbers()` reads it:
 * so the number is taken from there, which is the reading that favours it. The span is both together.
 */
export function money(nlp, text) {
  const document = nlp(text);
  const numbers = document
    .numbers()
    .json({ offset: true })
    .map((found) => ({ ...stretch(found), ...found.number }));
  return document
    .money()
    .json({ offset: true })
    .flatMap((found) => {
      const place = stretch(found);
      const inside = numbers.filter((number) => meets(number, place));
      const parts = inside.length > 0 ? inside : [{ ...place, num: found.money.num }];
      return parts.flatMap((number) => {
        const value = exact(number.num ?? "");
        if (value === undefined) return [];
        const spanned =
          parts.length > 1
            ? number
            : { start: Math.min(place.start, number.start), end: Math.max(place.end, number.end) };
        // "20.2 million" of "20.2 million pounds": the unit that it names is given to it.
        const unit = number.unit ?? "";
        const tail = unit && text.slice(spanned.end).match(/^\s+/)?.[0];
        if (tail && text.startsWith(unit, spanned.end + tail.length))
          spanned.end += tail.length + unit.length;
        const named = found.money.currency;
        const code = /^[A-Z]{3}$/.test(named)
          ? { currency: named }
          : { codes: unitNamed(SIGNS[number.prefix] ?? (named || number.unit)).codes };
        return [
          trimmed(text, { kind: "money", ...pick(spanned), float: true, low: value, high: value, ...code }),
        ];
      });
    });
}

const pick = ({ start, end }) => ({ start, end });
const UNIT = /^\s*(?:per ?cent|%)/i;

export function percent(nlp, text) {
  return nlp(text)
    .percentages()
    .json({ offset: true })
    .flatMap((found) => {
      const value = exact(found.number?.num ?? "");
      if (value === undefined) return [];
      const { start, end } = stretch(found);
      // "12.5 percent" ends at the number: the word behind it is given to it.
      const word = UNIT.exec(text.slice(end))?.[0].length ?? 0;
      return [trimmed(text, { kind: "percent", start, end: end + word, low: value, high: value })];
    });
}
