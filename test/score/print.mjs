// Scores as text: a table of lines, and the misses with the text around them.
import { measures } from "./tally.mjs";

const share = (value) => (value === undefined ? "    –" : value.toFixed(3).padStart(5));

/** @param lines { name: tally } @param thresholds { name: least F1 } @param recallOnly names without precision */
export function table(lines, thresholds = {}, recallOnly = () => false) {
  const wide = Math.max(...Object.keys(lines).map((name) => name.length));
  const out = [`${"".padEnd(wide)}  precision  recall     F1   right  missed  wrong`];
  for (const [name, counts] of Object.entries(lines)) {
    const { precision, recall, f1 } = measures(counts);
    const only = recallOnly(name);
    const least = thresholds[name];
    const says =
      least === undefined ? "" : `   at least ${least.toFixed(2)}: ${f1 >= least ? "pass" : "FAIL"}`;
    out.push(
      `${name.padEnd(wide)}      ${only ? "    –" : share(precision)}   ${share(recall)}  ${only ? "    –" : share(f1)}  ${count(counts.right)}  ${count(counts.missed)}  ${only ? "    –" : count(counts.wrong)}${says}`,
    );
  }
  return out.join("\n");
}

const count = (n) => String(n).padStart(5);

const REACH = 60;

/** The text around a stretch, the stretch between ‹ and ›, on one line. */
export function around(text, start, end) {
  const from = Math.max(0, start - REACH);
  const to = Math.min(text.length, end + REACH);
  const cut = `${from > 0 ? "…" : ""}${text.slice(from, start)}‹${text.slice(start, end)}›${text.slice(end, to)}${to < text.length ? "…" : ""}`;
  return cut.replace(/\s+/g, " ");
}

export function misses(list) {
  return list
    .map(({ id, line, sort, text, start, end, expected, got }) =>
      [
        `${id}  ${line}  ${sort}`,
        `    ${around(text, start, end)}`,
        expected && `    expected ${expected}`,
        got && `    got      ${got}`,
      ]
        .filter(Boolean)
        .join("\n"),
    )
    .join("\n");
}

export function traps(list) {
  return list
    .map(({ id, trap, as, text, source }) =>
      [
        `${id}  trap raised: "${trap.span}" (${trap.why})`,
        `    ${around(source, trap.start, trap.end)}`,
        `    read as ${as}: "${text}"`,
      ].join("\n"),
    )
    .join("\n");
}
