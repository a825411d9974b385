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

/**
 * What each word stands for; words that stand for the same are one key, parted by spaces.
 * @example wordMap({ "jan january": 1 }).get("january") // 1
 */
export const wordMap = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(
    Object.entries(entries).flatMap(([all, value]) => all.split(" ").map((word) => [word, value] as const)),
  );

/**
 * Under which key each phrase stands; the phrases of a key are parted by "|".
 * @example phraseKeys({ about: "around|close to", below: "nearly" }).get("close to") // about
 */
export const phraseKeys = <K extends string>(lists: Readonly<Record<K, string>>): ReadonlyMap<string, K> =>
  new Map(
    (Object.entries(lists) as [K, string][]).flatMap(([key, all]) =>
      all.split("|").map((phrase) => [phrase, key] as const),
    ),
  );
