// A reading, and a corpus row, as plain items that can be laid beside each other: spans, kinds, exact values.
import { dividedBy, exact, minus, ratio, times } from "./rational.mjs";

const KIND = {
  "percentage-points": "percentage-point",
  "basis-points": "basis-point",
};
const HUNDRED = exact("100");
const PARTS = { percent: "100", "percentage-point": "100", "basis-point": "10000" };

/** @typedef {{ kind, start, end, text, currency?, low?, high?, near? }} Item: an exact value, or the ends of a range */

/** What one of our mentions says, in the units in which it is printed: 82.3% is 82.3. */
export function ourItem(mention) {
  const { kind, start, end, text, figure, to } = mention;
  const item = { kind, start, end, text };
  if (figure === undefined) return item;
  const low = ourValue(kind, figure);
  return {
    ...item,
    low,
    high: to === undefined ? low : ourValue(kind, to),
    ...(mention.currency === undefined ? {} : { currency: mention.currency }),
  };
}

/** Ratios are held as ratios: a third, 0.333…, whatever unit its figure is shown in. */
const ourValue = (kind, figure) => times(exact(figure.value.toFixed()), exact(PARTS[kind] ?? "1"));

/** What a row of the corpus says of one mention. */
export function rowItem(mention) {
  const { kind, start, end, span } = mention;
  const item = { kind: KIND[kind] ?? kind, start, end, text: span };
  if (kind === "money") item.currency = mention.currency;
  if (mention.fraction)
    return { ...item, low: exact(mention.fraction), high: exact(mention.fraction), near: true };
  const [low, high] = mention.range ? [mention.low, mention.high] : [mention.value, mention.value];
  return low == null ? item : { ...item, low: exact(low), high: exact(high) };
}

/** A growth as the corpus writes it: the signed rate in percent, points or the unit itself. */
export function ourGrowth(claim) {
  const rate = ourItem(claim.rate);
  return {
    start: rate.start,
    end: rate.end,
    text: rate.text,
    low: signed(rate.kind, claim.sign, rate.low),
    high: signed(rate.kind, claim.sign, rate.high),
    level: claim.level && ourItem(claim.level),
    base: claim.base && ourItem(claim.base),
    basis: claim.basis === "unsaid" ? "unspecified" : claim.basis,
    period: claim.period?.text,
  };
}

/** "doubled" is +100; "halved" −50, whichever sign it is given with; "by a third" ±33.33… */
function signed(kind, sign, value) {
  if (kind === "multiple") {
    const change = times(minus(value, exact("1")), HUNDRED);
    if (sign === 1 || change.over < 0n) return change;
    // "fell threefold": a third is left.
    return times(minus(dividedBy(exact("1"), value), exact("1")), HUNDRED);
  }
  const printed = kind === "fraction" ? times(value, HUNDRED) : value;
  // A rate printed with its own minus, "growth of -2%", is signed already.
  return printed.over < 0n ? printed : times(printed, ratio(BigInt(sign)));
}

export function rowGrowth(claim, mentions) {
  const at = (span, start) =>
    span == null
      ? undefined
      : {
          ...(mentions.find((mention) => mention.start === start) ?? {}),
          start,
          end: start + span.length,
          text: span,
        };
  const ends = [
    claim.signed_rate_exact ?? claim.signed_rate ?? claim.signed_rate_low,
    claim.signed_rate_exact ?? claim.signed_rate ?? claim.signed_rate_high,
  ];
  return {
    start: claim.rate_start,
    end: claim.rate_start + claim.rate_span.length,
    text: claim.rate_span,
    low: ends[0] == null ? undefined : exact(ends[0]),
    high: ends[1] == null ? undefined : exact(ends[1]),
    near: claim.unit === "fraction",
    level: at(claim.current_span, claim.current_start),
    base: at(claim.stated_baseline_span, claim.stated_baseline_start),
    basis: claim.basis,
    period: claim.period ?? undefined,
  };
}

/** Everything of a reading that is scored. */
export function ourRow(reading) {
  const ends = (mention) => ({ start: mention.start, end: mention.end, text: mention.text });
  return {
    mentions: reading.mentions.map(ourItem),
    pairs: reading.conversions.map(({ amount, converted }) => [ends(amount), ends(converted)]),
    growth: reading.growth.map(ourGrowth),
    changes: reading.changes.map(({ from, to }) => [ends(from), ends(to)]),
  };
}

/** Everything of a corpus row that is scored. */
export function rowRow(row) {
  const span = (text, start) => ({ start, end: start + text.length, text });
  const mentions = row.mentions.map(rowItem);
  return {
    mentions,
    pairs: (row.conversions ?? []).map((pair) => [
      span(pair.source_span, pair.source_start),
      span(pair.target_span, pair.target_start),
    ]),
    growth: (row.growth ?? []).map((claim) => rowGrowth(claim, mentions)),
    changes: (row.from_to ?? []).map((change) => [
      span(change.from_span, change.from_start),
      span(change.to_span, change.to_start),
    ]),
    traps: row.traps ?? [],
  };
}
