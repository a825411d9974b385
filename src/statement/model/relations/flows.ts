import { isBalance } from "../../fact.js";
import type { Level, Levels } from "../level.js";
import { levelWords } from "../level.js";
import type { TradeRelation } from "../relation.js";
import { equal } from "../rule.js";

/**
 * total = exports + imports, for each period and release.
 * Where more than one flow of a trade is spoken of, all three are unknowns of each of its periods.
 */
export function flows(): TradeRelation {
  return {
    name: "flows",
    needs: (levels) => {
      for (const group of trades(levels)) {
        const spoken = new Set(group.map((one) => one.flow));
        if (!spoken.has("exports") && !spoken.has("imports")) continue;
        for (const one of group) {
          if (one.vintage === undefined) for (const flow of FLOW_NAMES) levels.of({ ...one, flow });
        }
      }
      // Of a release only what at least two of its flows say: a third follows from them.
      for (const same of releases(levels)) {
        const [first] = same;
        if (first?.vintage !== undefined && same.length > 1) {
          for (const flow of FLOW_NAMES) levels.of({ ...first, flow });
        }
      }
    },
    rules: (levels) =>
      releases(levels).flatMap((same) => {
        const of = (flow: string) => same.find((one) => one.flow === flow);
        const [total, exports, imports] = [of("total"), of("exports"), of("imports")];
        if (total === undefined || exports === undefined || imports === undefined) return [];
        return [equal(total, [exports, imports], `${levelWords(total)} = exports + imports`)];
      }),
  };
}

/** exports = imports + surplus, and imports = exports + deficit, where one of the two is spoken of. */
export function balances(): TradeRelation {
  const sides = (one: Level) =>
    one.flow === "surplus" ? (["exports", "imports"] as const) : (["imports", "exports"] as const);
  return {
    name: "balances",
    needs: (levels) => {
      for (const one of levels.all()) {
        if (isBalance(one.flow)) for (const flow of sides(one)) levels.of({ ...one, flow });
      }
    },
    rules: (levels) =>
      levels.all().flatMap((one) => {
        if (!isBalance(one.flow)) return [];
        const [more, less] = sides(one).map((flow) => levels.find({ ...one, flow }));
        if (more === undefined || less === undefined) return [];
        return [equal(more, [less, one], `${levelWords(one)} = ${more.flow} − ${less.flow}`)];
      }),
  };
}

const FLOW_NAMES = ["exports", "imports", "total"] as const;
const isFlow = (one: Level) => one.flow === "exports" || one.flow === "imports" || one.flow === "total";

const trades = (levels: Levels) =>
  levels.grouped((one) => [one.area, one.partner, one.currency]).map((group) => group.filter(isFlow));
const releases = (levels: Levels) =>
  levels
    .grouped((one) => [one.area, one.partner, one.currency, one.from, one.to, one.vintage])
    .map((group) => group.filter(isFlow));
