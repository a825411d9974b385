// Sentences with digits that are neither money nor growth.
import { seeded } from "../mutate/random.mjs";
import { percent } from "./amounts.mjs";

export const TRAPS = [
  (row, random) => {
    row.say("The delegation arrived on flight ");
    row.trap(`CZ${1000 + random.below(8999)}`, "flight number");
    row.say(".");
  },
  (row) => {
    row.say("Readers can call ");
    row.trap("010-5550-1260", "telephone number");
    row.say(" on weekdays.");
  },
  (row, random) => {
    row.say("The home side won ");
    row.trap(`${1 + random.below(4)}-${random.below(2)}`, "match score");
    row.say(" on Saturday.");
  },
  (row) => {
    row.say("The bank keeps its benchmark rate at ");
    const level = percent(row, seeded(row.text.length + 3), "interest-rate", false);
    row.traps.push({ span: level.span, start: level.start, end: level.end, why: "a level, not growth" });
    row.say(".");
  },
  (row, random) => {
    row.say("He holds ");
    const stake = percent(row, random, "share", false);
    row.traps.push({ span: stake.span, start: stake.start, end: stake.end, why: "a share, not growth" });
    row.say(" of the shares.");
  },
  (row) => {
    row.say("The law took effect under ");
    row.trap("Article 24", "number of a legal article");
    row.say(" on ");
    row.trap("12 May 2021", "date");
    row.say(".");
  },
  (row, random) => {
    row.say("The index closed at ");
    row.trap(
      `${10 + random.below(20)},${100 + random.below(899)}.${10 + random.below(89)}`,
      "index level, not money",
    );
    row.say(".");
  },
  (row) => {
    row.say("The plant works ");
    row.trap("24/7", "around the clock");
    row.say(" since the ");
    row.trap("COVID-19", "name with a number");
    row.say(" rules ended.");
  },
];
