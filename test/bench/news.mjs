// News text of our own from a seed, with the truth about each figure in it: for benchmarks.
import { claim, KINDS } from "../score/mutate/claims.mjs";
import { seeded } from "../score/mutate/random.mjs";
import { interval, printed } from "../score/mutate/slot.mjs";
import { plus, ratio, times } from "../score/rational.mjs";

// Sentences without a figure to read, some with digits that are none: most of a newspaper is that.
const FILLER = [
  "The customs office published the figures on Tuesday, later than it had announced.",
  "Officials gave no reason for the delay, and calls to the press office were not answered.",
  "Traders at the port said that business had picked up since the new berth was opened.",
  "The railway runs 14 trains a day between the two cities, according to its timetable for 2023.",
  "Analysts had expected a weaker result, mostly because of the holidays in early October.",
  "The agreement on transit was signed by both sides on 12 May 2021 and came into force in 2022.",
  "Flight CZ6011 brought the delegation of 23 companies to the fair, which closes on 28 October.",
  "A spokeswoman of the chamber of commerce said that demand for machinery was steady.",
  "Under Article 24 of the law, declarations have to be made within 48 hours.",
  "The road to the border crossing was closed for repairs between 7:30 and 16:00 on Sunday.",
  "Prices of fertiliser have eased, but importers still complain about long queues.",
  "The ministry repeated that it follows the talks on the COVID-19 rules at Gate 7 closely.",
  "It was not clear whether the change would hold through the winter.",
  "Several shipping lines have moved their schedules back to the northern route.",
];

/**
 * @param bytes about how long
 * @returns { paragraphs, truth: [{ start, end, kind, unit, value }][], figures }: places within each paragraph
 */
export function news(bytes, seed = 1) {
  const random = seeded(seed);
  const paragraphs = [];
  const truth = [];
  let length = 0;
  let figures = 0;
  while (length < bytes) {
    let text = "";
    const known = [];
    const sentences = 3 + random.below(3);
    for (let i = 0; i < sentences; i++) {
      if (text !== "") text += " ";
      if (random.chance(0.7)) {
        text += random.pick(FILLER);
        continue;
      }
      const { parts, slots } = claim(random.pick(KINDS), random);
      for (const part of parts) {
        if (typeof part === "string") {
          text += part;
          continue;
        }
        const slot = slots[part.slot];
        const span = printed(slot);
        if (part.slot !== "stated")
          known.push({ start: text.length, end: text.length + span.length, ...truthOf(slot) });
        text += span;
      }
    }
    paragraphs.push(text);
    truth.push(known);
    figures += known.length;
    length += text.length + 2;
  }
  return { paragraphs, truth, figures };
}

const HUNDRED = ratio(100n);

function truthOf(slot) {
  const { low, high } = interval(slot);
  const middle = times(plus(low, high), ratio(1n, 2n));
  return slot.unit === "percent"
    ? { kind: "percent", value: times(middle, HUNDRED) }
    : { kind: "money", unit: slot.unit, value: middle };
}
