import { OWNS, type StoryLanguage } from "../../language/story.js";
import type { Telling } from "../reading.js";

/**
 * "China's exports to Russia were $10bn. Its imports from Russia were $12bn.": whose they are is said before. Only where one
 * owner was named, of a flow with the same partner: "its imports" without one may be anybody's.
 */
export function withOwners(
  facts: readonly Telling[],
  before: readonly Telling[],
  { trade }: StoryLanguage,
): readonly Telling[] {
  const { possessives } = trade ?? {};
  if (possessives === undefined || facts.length === 0) return facts;
  const named = [...before];
  return facts.map((fact) => {
    const { subject } = fact;
    const [first = "", ...rest] = subject.words;
    const own = possessives.has(first) && subject.owner === "" ? ownerOf(fact, named) : undefined;
    const found: Telling =
      own === undefined
        ? fact
        : { ...fact, subject: { ...subject, owner: own, words: [...own.split(" "), ...OWNS, ...rest] } };
    named.push(found);
    return found;
  });
}

function ownerOf({ subject }: Telling, named: readonly Telling[]): string | undefined {
  const owners = new Set(named.map(({ subject: { owner } }) => owner).filter((one) => one !== ""));
  const [owner] = owners;
  if (owner === undefined || owners.size > 1 || subject.flow === undefined || subject.partner === owner)
    return undefined;
  const alike = named.some((one) => one.subject.owner === owner && one.subject.partner === subject.partner);
  return alike ? owner : undefined;
}
