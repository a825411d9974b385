import { h } from "./dom.js";
import type { Finding } from "./finding.js";
import { intervalPicture } from "./interval-picture.js";
import { MOST_OF_A_PAIR, MOST_PAIRS } from "./protocol.js";
import { type Language, rangeIn } from "./words.js";

/** The rates that the amounts of a text imply, a picture for each pair of currencies that occurs more than once. */
export function ratePictures(
  findings: readonly Finding[],
  language: Language,
  open: (id: number) => void,
): HTMLElement[] {
  const pairs = new Map<string, Finding[]>();
  for (const one of findings) {
    if (one.pair === undefined || one.computed === undefined) continue;
    pairs.set(one.pair, [...(pairs.get(one.pair) ?? []), one]);
  }
  return [...pairs]
    .filter(([, all]) => all.length > 1)
    .slice(0, MOST_PAIRS)
    .flatMap(([pair, all]) => {
      const rows = all.slice(0, MOST_OF_A_PAIR).flatMap((one) => {
        if (one.computed === undefined) return [];
        const { value, range, from, to } = one.computed;
        const says = `${value.replace(`${pair} `, "")}${range === "" ? "" : `, ${rangeIn(language, range)}`}`;
        return [{ label: one.text, from, to, class: one.outcome, says, go: () => open(one.id) }];
      });
      const picture = intervalPicture(rows, pair);
      return picture === undefined ? [] : [h("h3", {}, pair), picture];
    });
}
