// Tables of readers beside each other.
import { inWords } from "./claims.mjs";
import { ON_PURPOSE } from "./on-purpose.mjs";
import { same, written } from "./rational.mjs";
import { measures } from "./tally.mjs";

const three = (value) => (value === undefined ? "–" : value.toFixed(3));

function grid(head, rows) {
  const all = [head, ...rows];
  const wide = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(wide[0]) : cell.padStart(wide[column])))
        .join("   "),
    )
    .join("\n");
}

/** @param readers { name: lines }: precision / recall / F1 of the lines that all have */
export function besideOnClaims(readers) {
  const names = Object.keys(readers);
  const lines = Object.keys(readers[names[0]]);
  return grid(
    ["precision / recall / F1", ...names],
    lines.map((line) => [
      line,
      ...names.map((name) => {
        const counts = readers[name][line];
        if (!counts) return "–";
        const { precision, recall, f1 } = measures(counts);
        return `${three(precision)} / ${three(recall)} / ${three(f1)}`;
      }),
    ]),
  );
}

/** @param readers { name: sets }: of each set, the share of cases that hold and F1, over all cases and without those that differ on purpose */
export function besideOnCases(readers) {
  const names = Object.keys(readers);
  const sets = Object.keys(readers[names[0]]);
  return ["all", "rest"]
    .map((part) =>
      grid(
        [part === "all" ? "all cases: held, F1" : "without those on purpose", ...names],
        sets.map((set) => [
          `${set} (${readers[names[0]][set][part].cases})`,
          ...names.map((name) => {
            const { cases, held, value, exact } = readers[name][set][part];
            if (cases === 0) return "–";
            return `${((100 * held) / cases).toFixed(1)}%  ${three(measures(value).f1)} (spans too: ${three(measures(exact).f1)})`;
          }),
        ]),
      ),
    )
    .join("\n\n");
}

/** The rules of what differs on purpose, with how many cases each touches and in how many we differ. */
export function purposes(rules) {
  return ON_PURPOSE.filter(({ name }) => rules[name])
    .map(
      ({ name, why }) =>
        `  ${name}: ${rules[name].cases} cases, ${rules[name].differ} read otherwise\n      ${why}`,
    )
    .join("\n");
}

const wantedWords = ({ text, values, currency, codes, kind }) => {
  const [low, high] = values[0] ?? [];
  const amount = low && (same(low, high) ? written(low) : `${written(low)} to ${written(high)}`);
  const unit =
    kind === "percent"
      ? "%"
      : (currency ?? (codes ? `one of ${[...codes].slice(0, 3).join(", ")} …` : "any currency"));
  return `"${text}"${amount ? ` = ${amount} ${unit}` : " without an amount"}`;
};

/** Every case that does not hold, those on purpose with their rule. */
export function caseMisses(misses) {
  return misses
    .map(({ row, rule, wrong, missed, extra }) =>
      [
        `${row.id}${row.locale ? ` ${row.locale}` : ""}${rule ? `  (on purpose: ${rule.name})` : ""}`,
        `    ${row.input.length > 160 ? `${row.input.slice(0, 160)}…` : row.input}`,
        ...wrong.map(
          ([wanted, item]) => `    expected ${wantedWords(wanted)}\n    got      ${inWords(item)}`,
        ),
        ...missed.map((wanted) => `    missed   ${wantedWords(wanted)}`),
        ...extra.map((item) => `    false    ${inWords(item)}`),
      ].join("\n"),
    )
    .join("\n");
}
