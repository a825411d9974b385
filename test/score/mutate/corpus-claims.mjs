// The claims of an annotated corpus that are complete, as claims whose figures can be changed.
import { publishedOn } from "../corpus.mjs";
import { quotient, verdict } from "./oracle.mjs";
import { interval } from "./slot.mjs";

const SCALES = { 0: [], 6: ["million", "mn", "m"], 9: ["billion", "bn", "b"], 12: ["trillion", "tn"] };
const NAMES = { CNY: ["yuan"], USD: ["dollars", "$"], EUR: ["euros", "€"], JPY: ["yen", "¥"] };

/**
 * Of rows of claims: pairs, growth with level and base, changes between two amounts, each with the others of its row, as a
 * figure can be in several. Rows that are wrong in print already are left out: nothing in them was true before.
 * @returns [{ kind, parts, slots, facts, also }]
 */
export function corpusClaims(rows) {
  return rows.filter(soundInPrint).flatMap((row) => {
    const all = [...pairs(row), ...growth(row), ...changes(row)];
    const sound = all.filter(({ kind, slots, facts }) => verdict(kind, slots, facts) === "together");
    return sound.map((one) => ({ ...one, also: sound.filter((other) => other !== one) }));
  });
}

const soundInPrint = ({ conversions, growth: claims, traps }) =>
  !(conversions ?? []).some((pair) => pair.source_error) &&
  !(claims ?? []).some((claim) => claim.stated_baseline_check?.consistent_within_rounding === false) &&
  !(traps ?? []).some(({ why }) => /as printed|the writer/.test(why));

function pairs(row) {
  return (row.conversions ?? []).flatMap((pair) => {
    const slots = slotsOf(row, { amount: pair.source_start, converted: pair.target_start });
    if (!slots || slots.amount.unit === slots.converted.unit) return [];
    const implied = quotient(interval(slots.amount), interval(slots.converted));
    const units = [slots.amount.unit, slots.converted.unit];
    return implied ? [claim("pair of a corpus", row, slots, { implied, units })] : [];
  });
}

function growth(row) {
  return (row.growth ?? []).flatMap((one) => {
    if (one.unit !== "percent" || one.signed_rate == null) return [];
    const slots = slotsOf(row, {
      rate: one.rate_start,
      level: one.current_start,
      base: one.stated_baseline_start,
    });
    return slots ? [claim("growth", row, slots, { sign: one.signed_rate.startsWith("-") ? -1 : 1 })] : [];
  });
}

function changes(row) {
  return (row.from_to ?? []).flatMap((one) => {
    const slots = slotsOf(row, { to: one.to_start, from: one.from_start });
    return slots
      ? [claim("direction", row, slots, { sign: one.implied_percent.startsWith("-") ? -1 : 1 })]
      : [];
  });
}

/** The row's text around the slots. */
function claim(kind, row, slots, facts) {
  const order = Object.entries(slots).sort(([, a], [, b]) => a.start - b.start);
  const parts = [];
  let from = 0;
  for (const [name, { start, end }] of order) {
    parts.push(row.text.slice(from, start), { slot: name });
    from = end;
  }
  parts.push(row.text.slice(from));
  return { kind, parts, slots, facts: { ...facts, on: publishedOn(row.date) } };
}

/** Slots for mentions that start at the places; undefined where one is no plain figure. */
function slotsOf(row, places) {
  const slots = {};
  for (const [name, start] of Object.entries(places)) {
    const mention = row.mentions.find((one) => one.start === start);
    if (!mention || mention.range || !mention.digits || !mention.span.includes(mention.digits))
      return undefined;
    if (mention.kind !== "money" && mention.kind !== "percent") return undefined;
    if (mention.numeral_form || mention.currency === null) return undefined;
    slots[name] = {
      digits: mention.digits,
      scale: Number(/^1e(\d+)$/.exec(mention.scale)?.[1] ?? 0),
      unit: mention.currency ?? "percent",
      start: mention.start,
      end: mention.end,
      write: (slot) => rewritten(mention, slot),
    };
  }
  return slots;
}

/** The span with other digits, another scale word or another currency; unchanged where it has no word to change. */
function rewritten(mention, { digits, scale, unit }) {
  let text = mention.span.replace(mention.digits, digits);
  const before = Number(/^1e(\d+)$/.exec(mention.scale)?.[1] ?? 0);
  if (before !== scale) text = swapped(text, SCALES[before] ?? [], SCALES[scale] ?? []);
  if (mention.currency && mention.currency !== unit)
    text = swapped(text, NAMES[mention.currency] ?? [], NAMES[unit] ?? []);
  return text;
}

function swapped(text, from, to) {
  const index = from.findIndex((word) => text.includes(word));
  if (index < 0 || to.length === 0) return text;
  const sign = /[^a-z]/i.test(from[index]);
  const other = sign ? to.find((word) => /[^a-z]/i.test(word)) : to[index < to.length ? index : 0];
  return other === undefined ? text : text.replace(from[index], other);
}
