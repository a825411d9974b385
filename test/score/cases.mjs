// The score of readers on the cases that other readers publish for themselves.
import { ON_PURPOSE } from "./on-purpose.mjs";
import { sameCode, unitNamed } from "./peers/names.mjs";
import { trimmed } from "./peers/spans.mjs";
import { exact, minus, plus, same, size, times, within } from "./rational.mjs";
import { add, matched, tally } from "./tally.mjs";

const NEAR = exact("1e-12");
const meets = (a, b) => a.start < b.end && b.start < a.end;
const spanned = (a, b) => a.start === b.start && a.end === b.end;

/**
 * What a case expects: where, and which values and currencies count as right. A value in coins (50 cents) may be given in
 * units (0.50 dollars). A currency that the case leaves open, a bare "dollar", fits any dollar.
 */
export function expectations(row) {
  let from = 0;
  return row.expected.map((wanted) => {
    const start = wanted.start ?? indexAfter(row.input, wanted.text, from);
    from = start + wanted.text.length;
    const unit = unitNamed(wanted.unit);
    const values = [];
    const ends = (low, high) => values.push([exact(low), exact(high)]);
    if (wanted.value != null) ends(wanted.value, wanted.value);
    else if (wanted.low ?? wanted.high) ends(wanted.low ?? wanted.high, wanted.high ?? wanted.low);
    if (wanted.uncertainty) {
      const [middle, reach] = [exact(wanted.value), exact(wanted.uncertainty)];
      values.splice(0, 1, [minus(middle, reach), plus(middle, reach)]);
    }
    if (unit.part !== "1")
      for (const [low, high] of [...values])
        values.push([low, high].map((end) => times(end, exact(unit.part))));
    return {
      ...trimmed(row.input, { kind: wanted.kind, start, end: start + wanted.text.length }),
      values,
      currency: wanted.currency ?? undefined,
      codes: unit.codes,
    };
  });
}

function indexAfter(input, text, from) {
  const [where, what] = [input.toLowerCase(), text.toLowerCase()];
  const later = where.indexOf(what, from);
  return Math.max(later < 0 ? where.indexOf(what) : later, 0);
}

const currencyFits = (wanted, item) => {
  if (wanted.kind !== "money") return true;
  if (wanted.currency === undefined) {
    if (wanted.codes === undefined) return true;
    return item.currency !== undefined
      ? wanted.codes.has(item.currency)
      : item.codes === undefined || [...item.codes].some((code) => wanted.codes.has(code));
  }
  if (item.currency !== undefined) return sameCode(wanted.currency, item.currency);
  return item.codes?.has(wanted.currency) ?? false;
};
const valueFits = (wanted, item) =>
  wanted.values.some(([low, high]) => close(low, item.low) && close(high, item.high));
// 33.3333333333333 stands for a third; and some peers compute in floating point.
const close = (a, b) => same(a, b) || within(a, b, times(size(a), NEAR));

const right = (wanted, item) =>
  wanted.kind === item.kind && meets(wanted, item) && valueFits(wanted, item) && currencyFits(wanted, item);

/** The rule by which a case differs on purpose, if one does. */
export const purpose = (row) => ON_PURPOSE.find((rule) => rule.applies(row));

/**
 * @param rows cases
 * @param items what one reader found in each, in the same order
 * @returns { sets: { set: { all: Counts, rest: Counts } }, misses, rules }: `rest` is without the cases that differ on purpose
 */
export function scoreCases(rows, items) {
  const sets = {};
  const misses = [];
  const rules = {};
  for (const [index, row] of rows.entries()) {
    const kinds = row.kind.split("+");
    const expected = expectations(row);
    const got = items[index].filter((item) => kinds.includes(item.kind));
    const found = matched(expected, got, right, (a, b) => meets(a, b));
    const exactly = matched(expected, got, (a, b) => right(a, b) && spanned(a, b));
    const holds = found.wrong.length + found.missed.length + found.extra.length === 0;
    const rule = purpose(row);
    const part = {
      cases: 1,
      held: holds ? 1 : 0,
      value: {
        right: found.right.length,
        missed: found.missed.length + found.wrong.length,
        wrong: found.extra.length + found.wrong.length,
      },
      exact: {
        right: exactly.right.length,
        missed: exactly.missed.length,
        wrong: exactly.extra.length,
      },
    };
    sets[row.set] ??= { all: counts(), rest: counts() };
    addCounts(sets[row.set].all, part);
    if (rule) {
      rules[rule.name] ??= { cases: 0, differ: 0 };
      add(rules[rule.name], { cases: 1, differ: holds ? 0 : 1 });
    } else {
      addCounts(sets[row.set].rest, part);
    }
    if (!holds) misses.push({ row, rule, ...found });
  }
  return { sets, misses, rules };
}

const counts = () => ({ cases: 0, held: 0, value: tally(), exact: tally() });

function addCounts(into, part) {
  into.cases += part.cases;
  into.held += part.held;
  add(into.value, part.value);
  add(into.exact, part.exact);
}
