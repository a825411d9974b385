// Mutations: true claims as they are and with one thing changed, before a judge; how much it finds, and how much it finds wrongly.
import { CHANGES, mutated } from "./change.mjs";
import { claim, KINDS } from "./claims.mjs";
import { verdict } from "./oracle.mjs";
import { seeded } from "./random.mjs";
import { sentence } from "./slot.mjs";

/**
 * @param judge (text, { publishedOn? }) => verdicts of the claims in it
 * @param claims true claims: { kind, parts, slots, facts }
 * @param turns how often each claim is changed, in each way
 * @returns { untouched: { kind: { claims, judged, flagged, undecided } }, changed: { kind: { change: Counts } }, alarms }
 * Counts: `made`; `detectable`: arithmetic excludes it at the printed precision (`edge`: the intervals only touch, left
 * out); `found` of these; `doubted`: called undecided where the true one was not; `flagged` of those that arithmetic allows.
 */
export function mutations(judge, claims, { seed = 1, turns = 1 } = {}) {
  const random = seeded(seed);
  const untouched = {};
  const changed = {};
  const alarms = [];
  const quiet = [];
  for (const one of claims) {
    const options = one.facts.on === undefined ? {} : { publishedOn: one.facts.on };
    const text = sentence(one.parts, one.slots);
    const before = judge(text, options);
    untouched[one.kind] ??= { claims: 0, judged: 0, flagged: 0, undecided: 0 };
    const seen = untouched[one.kind];
    seen.claims++;
    if (before.length > 0) seen.judged++;
    if (before.includes("undecided")) seen.undecided++;
    if (before.includes("inconsistent")) {
      seen.flagged++;
      alarms.push({ kind: one.kind, change: "none", text });
    }
    for (const change of Object.keys(CHANGES)) {
      for (let turn = 0; turn < turns; turn++) {
        const other = mutated(one.slots, change, random);
        if (other === undefined) continue;
        const after = sentence(one.parts, other.slots);
        if (after === text) continue;
        changed[one.kind] ??= {};
        changed[one.kind][change] ??= {
          made: 0,
          detectable: 0,
          found: 0,
          doubted: 0,
          allowed: 0,
          flagged: 0,
          edge: 0,
        };
        const counts = changed[one.kind][change];
        counts.made++;
        const truth = truthOf(one, other);
        if (truth === "edge") {
          counts.edge++;
          continue;
        }
        const verdicts = judge(after, options);
        const flagged = verdicts.includes("inconsistent");
        if (truth === "together") {
          counts.allowed++;
          if (flagged) {
            counts.flagged++;
            alarms.push({ kind: one.kind, change, text: after });
          }
        } else {
          counts.detectable++;
          if (flagged) counts.found++;
          else if (verdicts.includes("undecided") && !before.includes("undecided")) counts.doubted++;
          if (!flagged) quiet.push({ kind: one.kind, change, slot: other.slot, text: after });
        }
      }
    }
  }
  return { untouched, changed, alarms, quiet };
}

const WORST = ["together", "edge", "units", "apart"];

/** What arithmetic says of the claim with one slot changed, and of all other claims that the same figure is in. */
function truthOf(one, { slots, slot }) {
  const all = [verdict(one.kind, slots, one.facts)];
  const { start, digits, scale, unit } = slots[slot];
  for (const claim of one.also ?? []) {
    for (const [name, same] of Object.entries(claim.slots)) {
      if (same.start !== start) continue;
      const changed = { ...claim.slots, [name]: { ...same, digits, scale, unit } };
      all.push(verdict(claim.kind, changed, claim.facts));
    }
  }
  return all.sort((a, b) => WORST.indexOf(b) - WORST.indexOf(a))[0];
}

/** `count` true claims of each kind of our own. */
export function ownClaims(count, seed = 1) {
  const random = seeded(seed);
  const made = KINDS.flatMap((kind) => Array.from({ length: count }, () => claim(kind, random)));
  // A claim whose own prints only touch would be no true one to a strict reader.
  return made.filter(({ kind, slots, facts }) => verdict(kind, slots, facts) === "together");
}
