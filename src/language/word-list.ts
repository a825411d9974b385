/** How the words of a language are written down: in a text, parted by spaces; phrases by "|". */

/**
 * A set of words, in their order.
 * @example [...wordSet("rise  rises\n rose")].length // 3
 */
export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter((word) => word !== ""));

/**
 * Phrases parted by "|", each as its words.
 * @example phraseList("compared with|versus")[0].length // 2
 */
export const phraseList = (text: string): string[][] => text.split("|").map((one) => one.trim().split(/\s+/));

/** Words that stand one behind another; a set where one of several may stand. */
export type Phrase = readonly (string | ReadonlySet<string>)[];

/**
 * A phrase, as its words.
 * @example phrase("year to date").length // 3
 */
export const phrase = (text: string): string[] => text.split(" ");

/**
 * What each word stands for; words that stand for the same are one key, parted by spaces.
 * @example wordMap({ "jan january": 1 }).get("january") // 1
 */
export const wordMap = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(entries).flatMap(([all, value]) => all.split(" ").map((word) => [word, value] as const)),
  );

/**
 * What phrases stand for; those that stand for the same are one text, parted by "|".
 * @example phraseMap([[6, "m|million"], [9, "bn"]]).get("million") // 6
 */
export const phraseMap = <T>(
  entries: readonly (readonly [value: T, phrases: string])[],
): ReadonlyMap<string, T> =>
  new Map(entries.flatMap(([value, all]) => all.split("|").map((phrase) => [phrase, value] as const)));

/**
 * Under which key each phrase stands.
 * @example phraseKeys({ about: "around|close to", below: "nearly" }).get("close to") // about
 */
export const phraseKeys = <K extends string>(lists: Readonly<Record<K, string>>): ReadonlyMap<string, K> =>
  phraseMap(Object.entries(lists) as [K, string][]);
