// The score of one reader on a corpus of claims: right, missed and wrong by kind, and every one of them by name.
import { publishedOn } from "./corpus.mjs";
import { ourRow, rowRow } from "./plain.mjs";
import { exact, same, size, times, within, written } from "./rational.mjs";
import { add, matched, tally } from "./tally.mjs";
import { raised } from "./traps.mjs";

const NEAR = exact("0.0001");
const FLOAT = exact("1e-12");
const spanned = (a, b) => a.start === b.start && a.end === b.end;
const meets = (a, b) => a.start < b.end && b.start < a.end;
/** Exactly; but 0.3333 stands for a third, and a peer that computes in floating point may be off in its last digits. */
const equal = (a, b) => (x, y) =>
  a.near ? within(x, y, NEAR) : same(x, y) || (b.float === true && within(x, y, times(size(x), FLOAT)));
/** What the corpus gives no value for is right by its place. */
const valued = (a, b) => a.low === undefined || (equal(a, b)(a.low, b.low) && equal(a, b)(a.high, b.high));
const sized = (a, b) => valued({ ...a, ...unsigned(a) }, { ...b, ...unsigned(b) });
const unsigned = ({ low, high }) => (low && high ? { low: size(low), high: size(high) } : {});
/** A peer that says "dollar" may mean any of `codes`. */
const currencied = (a, b) =>
  a.kind !== "money" ||
  (b.currency === undefined && b.codes ? b.codes.has(a.currency) : a.currency === b.currency);

/** The kinds that are scored, with how: `exact` needs span, value and, for money, currency. */
const KINDS = [
  "money",
  "percent",
  "percentage-point",
  "basis-point",
  "multiple",
  "fraction",
  "rate",
  "count",
  "period",
];
const ROW_KIND = { "percentage-points": "percentage-point", "basis-points": "basis-point" };
const RECALL_ONLY = new Set(["count", "period"]);
/** The line that the threshold is set on. */
export const COMBINED = "percent, points, multiples";
const PARTS = ["percent", "percentage-point", "basis-point", "multiple"];

/** Lines that must reach a score; the closed corpus is held to the same. */
export const THRESHOLDS = {
  money: 0.98,
  [COMBINED]: 0.98,
  pairs: 0.95,
  growth: 0.9,
};

/**
 * Scores `read` on rows of claims.
 * @param read (text, { publishedOn }) => Reading
 * @returns { lines: { name: tally }, misses: [], traps: [], rows }
 */
export function scoreClaims(rows, read) {
  return scoreRows(rows, (row) => {
    const on = publishedOn(row.date);
    return ourRow(read(row.text, on === undefined ? {} : { publishedOn: on }));
  });
}

/** The lines that a reader of money and percentages alone can be scored on. */
export const SHARED = /^(?:money|percent)(?:: |$)/;

/** The same for a reader that gives money and percentages alone: `items` is what it found in each row. */
export function scoreMentions(rows, items) {
  const found = new Map(rows.map((row, index) => [row, items[index]]));
  const { lines, misses } = scoreRows(rows, (row) => ({
    mentions: found.get(row),
    pairs: [],
    growth: [],
    changes: [],
  }));
  return {
    lines: Object.fromEntries(Object.entries(lines).filter(([name]) => SHARED.test(name))),
    misses: misses.filter(({ line }) => SHARED.test(line)),
  };
}

function scoreRows(rows, readRow) {
  const lines = {};
  const misses = [];
  const traps = [];
  for (const row of rows) {
    const truth = rowRow(row);
    let ours;
    try {
      ours = readRow(row);
    } catch (error) {
      throw new Error(`${row.id}: the reader threw "${error.message}" on ${JSON.stringify(row.text)}`, {
        cause: error,
      });
    }
    const exhaustive = new Set((row.exhaustive_kinds ?? []).map((kind) => ROW_KIND[kind] ?? kind));
    const score = (name, part) => {
      lines[name] ??= tally();
      add(lines[name], part);
    };
    const note = (name, sort, expected, got) =>
      misses.push({ id: row.id, line: name, sort, text: row.text, ...places(expected, got) });

    for (const kind of KINDS) scoreKind(kind, truth, ours, exhaustive, score, note);
    scoreRelation("pairs", truth.pairs, ours.pairs, score, note);
    scoreGrowth(truth.growth, ours.growth, score, note);
    scoreRelation("from-to", truth.changes, ours.changes, score, note);
    for (const trap of raised(truth, ours)) traps.push({ id: row.id, source: row.text, ...trap });
  }
  return { lines: withCombined(lines), misses, traps, rows: rows.length };
}

function scoreKind(kind, truth, ours, exhaustive, score, note) {
  const all = truth.mentions.filter((item) => item.kind === kind);
  // Money of a currency that the text does not say may be read without one, or not at all.
  const open = all.filter((item) => item.currency === null);
  const expected = all.filter((item) => item.currency !== null);
  const got = ours.mentions.filter(
    (item) =>
      item.kind === kind && !(item.currency === undefined && open.some((other) => meets(other, item))),
  );
  const counted = (extra) => (exhaustive.has(kind) ? extra : 0);

  const agrees =
    kind === "period"
      ? spanned
      : (wanted, item) => spanned(wanted, item) && valued(wanted, item) && currencied(wanted, item);
  const { right, wrong, missed, extra } = matched(expected, got, agrees, meets);
  score(kind, {
    right: right.length,
    missed: missed.length + wrong.length,
    wrong: counted(wrong.length + extra.length),
  });
  for (const [wanted, item] of wrong) note(kind, "wrong", wanted, item);
  for (const wanted of missed) note(kind, "missed", wanted);
  if (exhaustive.has(kind)) for (const item of extra) note(kind, "false", undefined, item);

  // The same apart from where a span ends, and apart from the value: so that one convention does not decide.
  if (kind === "money" || kind === "percent" || RECALL_ONLY.has(kind)) {
    const lenient = (name, test) => {
      const part = matched(expected, got, test);
      score(`${kind}: ${name}`, {
        right: part.right.length,
        missed: part.missed.length,
        wrong: counted(part.extra.length),
      });
    };
    if (kind === "period") lenient("touched", meets);
    else {
      lenient(
        "value",
        (wanted, item) => meets(wanted, item) && valued(wanted, item) && currencied(wanted, item),
      );
      lenient("span", spanned);
      // Whether a bracket is a minus is a convention too.
      if (kind === "money") {
        lenient(
          "size",
          (wanted, item) => meets(wanted, item) && sized(wanted, item) && currencied(wanted, item),
        );
      }
    }
  }
}

const pairsUp = (a, b) => spanned(a[0], b[0]) && spanned(a[1], b[1]);

function scoreRelation(name, expected, got, score, note) {
  const near = (a, b) => meets(a[0], b[0]) || meets(a[1], b[1]);
  const { right, wrong, missed, extra } = matched(expected, got, pairsUp, near);
  score(name, {
    right: right.length,
    missed: missed.length + wrong.length,
    wrong: wrong.length + extra.length,
  });
  for (const [wanted, item] of wrong) note(name, "wrong", wanted, item);
  for (const wanted of missed) note(name, "missed", wanted);
  for (const item of extra) note(name, "false", undefined, item);
}

const signedAlike = (a, b) => spanned(a, b) && valued(a, b);
/** The level starts where it should; where the corpus gives its value, that too. A count's span may stop at its number. */
const sided = (a, b) => {
  if (a === undefined || b === undefined) return a === b;
  return a.start === b.start && valued(a, b);
};
export const levelled = (a, b) => signedAlike(a, b) && sided(a.level, b.level);
const timed = (a, b) => {
  if (a === undefined || b === undefined) return a === b;
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return one.includes(other) || other.includes(one);
};

function scoreGrowth(expected, got, score, note) {
  const tests = {
    growth: levelled,
    "growth: rate": spanned,
    "growth: rate, sign": signedAlike,
    "growth: … and basis": (a, b) => levelled(a, b) && a.basis === b.basis,
    "growth: … and base": (a, b) => levelled(a, b) && sided(a.base, b.base),
    "growth: … and period": (a, b) => levelled(a, b) && timed(a.period, b.period),
  };
  for (const [name, test] of Object.entries(tests)) {
    const { right, wrong, missed, extra } = matched(expected, got, test, meets);
    score(name, {
      right: right.length,
      missed: missed.length + wrong.length,
      wrong: wrong.length + extra.length,
    });
    if (name !== "growth") continue;
    for (const [wanted, item] of right) {
      const off = [
        wanted.basis !== item.basis && "basis",
        !sided(wanted.base, item.base) && "base",
        !timed(wanted.period, item.period) && "period",
      ].filter(Boolean);
      if (off.length > 0) note(`growth: ${off.join(", ")}`, "wrong", wanted, item);
    }
    for (const [wanted, item] of wrong) note(name, "wrong", wanted, item);
    for (const wanted of missed) note(name, "missed", wanted);
    for (const item of extra) note(name, "false", undefined, item);
  }
}

function withCombined(lines) {
  const combined = tally();
  for (const kind of PARTS) if (lines[kind]) add(combined, lines[kind]);
  const order = Object.entries(lines);
  const after = order.findIndex(([name]) => name === "fraction");
  order.splice(after < 0 ? order.length : after, 0, [COMBINED, combined]);
  return Object.fromEntries(order);
}

/** Where to look in the text, and both sides in words. */
function places(expected, got) {
  const all = [expected, got].flat().filter(Boolean);
  return {
    start: Math.min(...all.map((item) => item.start)),
    end: Math.max(...all.map((item) => item.end)),
    expected: expected && inWords(expected),
    got: got && inWords(got),
  };
}

/** One item, one pair or one growth claim, as a line says it. */
export function inWords(item) {
  if (Array.isArray(item)) return item.map((side) => `"${side.text}"`).join(" ~ ");
  const value =
    item.low &&
    (same(item.low, item.high) ? written(item.low) : `${written(item.low)} to ${written(item.high)}`);
  if ("basis" in item) {
    const side = (name) => (item[name] ? `, ${name} "${item[name].text}"` : "");
    return `"${item.text}" = ${value}${side("level")}${side("base")}, ${item.basis}, period ${item.period ? `"${item.period}"` : "none"}`;
  }
  const currency = item.currency ? `${item.currency} ` : "";
  return `"${item.text}"${value ? ` = ${currency}${value}` : ""}`;
}
