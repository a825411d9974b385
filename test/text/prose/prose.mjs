// True prose of our own: single true claims between sentences without one, and stories whose sentences belong together.
import { claim, KINDS } from "../../score/mutate/claims.mjs";
import { seeded } from "../../score/mutate/random.mjs";
import { sentence } from "../../score/mutate/slot.mjs";
import { stories } from "./stories.mjs";

const FILLER = [
  "The customs office published the figures on Tuesday, later than it had announced.",
  "Officials gave no reason for the delay, and calls to the press office were not answered.",
  "The railway runs 14 trains a day between the two cities, according to its timetable for 2023.",
  "The agreement on transit was signed by both sides on 12 May 2021 and came into force in 2022.",
  "It was not clear whether the change would hold through the winter.",
];

/** Texts of about so many words, each with the day of publication that its claim was made with. */
export function* trueProse(words, seed = 1) {
  const random = seeded(seed);
  let left = words;
  for (let turn = 0; left > 0; turn++) {
    const { parts, slots, facts } = claim(random.pick(KINDS), random);
    const [story] = stories(1, seed * 1_000_003 + turn);
    const text = `${random.pick(FILLER)} ${sentence(parts, slots)} ${random.pick(FILLER)}\n\n${story}`;
    left -= text.split(/\s+/).length;
    yield { text, options: facts.on === undefined ? {} : { publishedOn: facts.on } };
  }
}
