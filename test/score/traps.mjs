// When a trap counts as raised.

const meets = (a, b) => a.start < b.end && b.start < a.end;
const at = (a, b) => a !== undefined && b !== undefined && a.start === b.start;
const both = (a, b) => at(a[0], b[0]) && at(a[1], b[1]);

/**
 * A trap is a stretch that must not be read as money, as the rate of a growth, or as a side of a pair. It is raised when
 * something that we read touches it and the corpus does not say the same there:
 * - money, and the corpus has no money that touches ours;
 * - a growth whose rate touches it, and the corpus has no growth with a rate there; or whose level or base touches it,
 *   and the corpus has no growth with that level or base;
 * - a conversion, or a change from one amount to another, one of whose sides touches it, and the corpus has no such pair.
 * It is stricter than reading `why`: whatever the reason, a trap is in no relation but those that are annotated.
 * @returns a list of { trap, as, text }
 */
export function raised(truth, ours) {
  const found = [];
  for (const trap of truth.traps) {
    const say = (as, text) => found.push({ trap, as, text });
    for (const money of ours.mentions) {
      if (money.kind !== "money" || !meets(money, trap)) continue;
      if (!truth.mentions.some((known) => known.kind === "money" && meets(known, money)))
        say("money", money.text);
    }
    for (const claim of ours.growth) {
      if (meets(claim, trap) && !truth.growth.some((known) => meets(known, claim))) {
        say("growth", claim.text);
        continue;
      }
      for (const side of ["level", "base"]) {
        if (!claim[side] || !meets(claim[side], trap)) continue;
        const known = truth.growth.some((one) => at(one.level, claim[side]) || at(one.base, claim[side]));
        if (!known) say(`${side} of a growth`, claim[side].text);
      }
    }
    for (const [name, list, known] of [
      ["pair", ours.pairs, truth.pairs],
      ["change", ours.changes, truth.changes],
    ]) {
      for (const pair of list) {
        if (!pair.some((side) => meets(side, trap))) continue;
        if (!known.some((one) => both(one, pair))) say(name, `${pair[0].text} / ${pair[1].text}`);
      }
    }
  }
  return found;
}
