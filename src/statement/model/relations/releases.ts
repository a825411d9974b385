import { Ratio } from "../../../exact/ratio.js";
import { isBalance } from "../../fact.js";
import { levelWords } from "../level.js";
import type { TradeRelation } from "../relation.js";
import { within } from "../rule.js";
import { percent } from "./periods.js";

/**
 * An amount as one release has it, and as it stands in the latest figures: no further apart than revisions are known
 * to go. The base of a growth is such an amount.
 */
export function releases({ revision }: { readonly revision: Ratio }): TradeRelation {
  return {
    name: "releases",
    needs: (levels) => {
      for (const { vintage: _, ...subject } of levels.all().filter((one) => one.vintage !== undefined)) {
        levels.of(subject);
      }
    },
    rules: (levels) =>
      levels.all().flatMap((one) => {
        if (one.vintage === undefined || isBalance(one.flow)) return [];
        const { vintage: _, ...subject } = one;
        const now = levels.find(subject);
        if (now === undefined) return [];
        const says = `${levelWords(one)}, within ${percent(revision)} of what is published`;
        const factors = { low: Ratio.ONE.sub(revision), high: Ratio.ONE.add(revision) };
        return within(one, now, factors, says, `a base revised by ${percent(revision)}`);
      }),
  };
}
