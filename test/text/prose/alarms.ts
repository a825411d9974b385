import { check, read } from "../../../src/index.js";
import { mutations, ownClaims } from "../../score/mutate/run.mjs";
import { trueProse } from "./prose.mjs";

/** What is called inconsistent in that many words of true prose, and how many claims were checked. */
export function alarmsIn(words: number, seed: number): { alarms: string[]; claims: number } {
  const alarms: string[] = [];
  let claims = 0;
  for (const { text, options } of trueProse(words, seed)) {
    for (const one of check(read(text, options), options).claims) {
      claims++;
      if (one.verdict === "inconsistent") alarms.push(`${one.says}\n${text}`);
    }
  }
  return { alarms, claims };
}

/** Kinds of claims that a text contradicts by itself, without published rates. */
const BY_ITSELF = ["growth", "sum", "share", "multiple"] as const;

/** Of the changes to true claims that arithmetic excludes: how many there are, how many are found; and false alarms. */
export function mutated(
  count: number,
  seed: number,
): { detectable: number; found: number; alarms: unknown[] } {
  const judge = (text: string, options: { publishedOn?: string }) =>
    check(read(text, options), options).claims.map(({ verdict }) => verdict);
  const { changed, alarms } = mutations(judge, ownClaims(count, seed), { seed });
  const all = BY_ITSELF.flatMap((kind) => Object.values(changed[kind]) as Record<string, number>[]);
  const sum = (what: string) => all.reduce((total, one) => total + (one[what] ?? 0), 0);
  return { detectable: sum("detectable"), found: sum("found"), alarms };
}
