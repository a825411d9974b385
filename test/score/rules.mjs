// What each rule of the reader read in a corpus: how often, and how much of it the corpus has as well.
import { levelled } from "./claims.mjs";
import { publishedOn } from "./corpus.mjs";
import { ourGrowth, rowRow } from "./plain.mjs";

const at = (a, start) => a !== undefined && a.start === start;
const pairs = (a, b, [one, other]) => a.start === one.start && b.start === other.start;
const among = (all, starts) => all.every((one) => starts.has(one.start));

/** Each kind of claim, with whether the corpus has it: true, false, or undefined where it does not annotate the kind. */
const KINDS = {
  conversions: (one, truth) => truth.pairs.some((pair) => pairs(one.amount, one.converted, pair)),
  growth: (one, truth, row) => {
    const own = ourGrowth(one);
    const increment = (row.growth ?? []).some((claim) => at(one.rate, claim.increment_start));
    return increment || truth.growth.some((claim) => levelled(claim, own));
  },
  changes: (one, truth) => truth.changes.some((change) => pairs(one.from, one.to, change)),
  sums: (one, _, row) =>
    row.sums?.some(
      ({ total_start, parts }) =>
        at(one.total, total_start) &&
        among(
          one.parts.map(({ amount }) => amount),
          new Set(parts.map(({ start }) => start)),
        ),
    ),
  shares: (one, _, row) =>
    row.shares?.some(({ share_start, part_start }) => at(one.share, share_start) && at(one.part, part_start)),
};

/**
 * @param rows of a corpus of claims @param read (text, options) => Reading
 * @returns { rule: { hits, right, wrong, open } }: `open` is of a kind that the corpus does not annotate
 */
export function scoreRules(rows, read) {
  const rules = {};
  for (const row of rows) {
    const on = publishedOn(row.date);
    const reading = read(row.text, on === undefined ? {} : { publishedOn: on });
    const truth = rowRow(row);
    for (const [kind, has] of Object.entries(KINDS)) {
      for (const one of reading[kind]) {
        const name = one.rule ?? "no rule";
        rules[name] ??= { hits: 0, right: 0, wrong: 0, open: 0 };
        const rule = rules[name];
        const right = has(one, truth, row);
        rule.hits++;
        rule[right === undefined ? "open" : right ? "right" : "wrong"]++;
      }
    }
  }
  return Object.fromEntries(
    Object.entries(rules).sort(([a, x], [b, y]) => y.hits - x.hits || (a < b ? -1 : 1)),
  );
}

/** The same as a table. */
export function rulesTable(rules) {
  const wide = Math.max(4, ...Object.keys(rules).map((name) => name.length));
  const line = (name, cells) =>
    `${name.padEnd(wide)}${cells.map((cell) => String(cell).padStart(8)).join("")}`;
  const lines = Object.entries(rules).map(([name, { hits, right, wrong, open }]) =>
    line(name, [hits, right, wrong, open]),
  );
  return [line("rule", ["hits", "right", "wrong", "open"]), ...lines].join("\n");
}
