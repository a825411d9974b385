// Checks certificates that statements cannot all be true, and witnesses that they can: node verify.mjs FILE...
// A FILE holds one certificate, a list of them, or {"system": ..., "certificates": [...], "witnesses": [...]}; with a
// system, each line is also compared with the constraint that it names. Exit code: 0 all hold, 1 one does not.
import { readFileSync } from "node:fs";

// A fraction is [above, below], two whole numbers, below greater than 0.
function fraction(text) {
  const [, sign, whole, decimals = "", below = "1"] = /^(-?)(\d+)(?:\.(\d+)|\/0*([1-9]\d*))?$/.exec(text);
  return [BigInt(sign + whole + decimals), BigInt(below) * 10n ** BigInt(decimals.length)];
}
const plus = ([a, b], [c, d]) => (b === d ? [a + c, b] : [a * d + c * b, b * d]);
const times = ([a, b], [c, d]) => [a * c, b * d];
const negated = ([a, b]) => [-a, b];
const add = (sums, name, by) => sums.set(name, plus(sums.get(name) ?? [0n, 1n], by));
const cancels = (sums) => [...sums.values()].every(([above]) => above === 0n);

// Multiplies the lines, adds them, and sees that every unknown cancels and that what is left is false.
function certificateHolds({ lines, definitions }, system) {
  const unknown = new Map();
  let [room, open] = [[0n, 1n], false]; // the upper bounds less the lower bounds
  for (const line of [...lines, ...definitions]) {
    const defined = "equals" in line;
    const ends = defined ? ["lower", "upper"] : [line.side];
    const [bound, by] = [fraction(defined ? line.equals : line.bound), fraction(line.times)];
    if (!["lower", "upper"].includes(ends[0]) || (!defined && by[0] <= 0n)) return false;
    if (system && !belongs(line, ends, bound, system)) return false;
    const factor = line.side === "lower" && !defined ? negated(by) : by;
    for (const [name, c] of line.terms) add(unknown, name, times(factor, fraction(c)));
    room = plus(room, times(factor, bound));
    open ||= !defined && line.open;
  }
  return cancels(unknown) && (room[0] < 0n || (room[0] === 0n && open));
}
// Whether a line is the constraint that it names: the same terms, bound and openness.
function belongs(line, ends, bound, { variables, constraints }) {
  const constraint = constraints.find(({ id }) => id === line.id) ?? { terms: [] };
  const left = new Map();
  for (const { variable, times: c } of constraint.terms) add(left, variables[variable], fraction(c));
  for (const [name, c] of line.terms) add(left, name, negated(fraction(c)));
  const same = (end) => end && !plus(fraction(end.value), negated(bound))[0] && end.open === !!line.open;
  return cancels(left) && ends.every((end) => same(constraint[end]));
}
// Whether the values, in the order of the variables, make every constraint true.
function witnessHolds(witness, { constraints }) {
  const within = (end, room) => !end || room > 0n || (room === 0n && !end.open);
  return constraints.every(({ terms, lower, upper }) => {
    const add = (sum, { variable, times: c }) => plus(sum, times(fraction(c), fraction(witness[variable])));
    const above = (end) => end && plus(terms.reduce(add, [0n, 1n]), negated(fraction(end.value)))[0];
    return within(lower, above(lower)) && within(upper, upper && -above(upper));
  });
}
const results = process.argv.slice(2).flatMap((path) => {
  const read = JSON.parse(readFileSync(path, "utf8"));
  const { certificates, witnesses = [], system } = read.certificates ? read : { certificates: [read].flat() };
  const held = certificates.map((certificate) => certificateHolds(certificate, system));
  return [...held, ...witnesses.map((witness) => witnessHolds(witness, system))];
});
console.log(`${results.filter(Boolean).length} of ${results.length} hold`);
process.exitCode = results.length > 0 && results.every(Boolean) ? 0 : 1;
