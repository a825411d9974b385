// Printed figures inside a sentence, which can be printed again with one thing changed.
import { exact, minus, plus, ratio, times } from "../rational.mjs";

const WORDS = { 0: "", 6: "million", 9: "billion", 12: "trillion" };
const SHORT = { 0: "", 6: "m", 9: "bn", 12: "tn" };
// "¥" is yuan as well as yen: it is left out.
const SIGNS = { USD: "$", EUR: "€", GBP: "£" };
const NAMES = { CNY: "yuan", USD: "dollars", EUR: "euros", GBP: "pounds", JPY: "yen" };

/** @typedef {{ digits: string, scale: number, unit: string, short?: boolean, sign?: boolean, write?: (slot) => string }} Slot as printed */

/** The slot as text: "42.64bn yuan", "$5.83 billion", "82.3 percent". */
export function printed(slot) {
  const { digits, scale, unit, short, sign, write } = slot;
  if (write) return write(slot);
  if (unit === "percent") return short ? `${digits}%` : `${digits} percent`;
  const amount = short ? `${digits}${SHORT[scale]}` : `${digits}${scale === 0 ? "" : ` ${WORDS[scale]}`}`;
  return sign && SIGNS[unit] ? `${SIGNS[unit]}${amount}` : `${amount} ${NAMES[unit]}`;
}

/** What the slot can stand for: half a unit of its last digit either way, { low, high }. */
export function interval({ digits, scale, unit }) {
  const plain = digits.replaceAll(",", "");
  const decimals = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
  const power = unit === "percent" ? -2 : scale;
  const value = times(exact(plain), exact(`1e${power}`));
  const half = times(ratio(1n, 2n), exact(`1e${power - decimals}`));
  return { low: minus(value, half), high: plus(value, half) };
}

/** @param parts strings and names of slots, in order @returns the sentence */
export const sentence = (parts, slots) =>
  parts.map((part) => (typeof part === "string" ? part : printed(slots[part.slot]))).join("");

/** A slot's place in a template. */
export const at = (slot) => ({ slot });

/** `text` as a template: "rose {rate} to {level}". */
export const template = (text) =>
  text
    .split(/(\{\w+\})/)
    .filter(Boolean)
    .map((part) => (part.startsWith("{") ? at(part.slice(1, -1)) : part));
