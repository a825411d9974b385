import type { TradeRelation } from "../statement/model/relation.js";
import { parts } from "../statement/model/relations/parts.js";

/** Areas of the package's own tables that are part of others. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  CHN: ["Heilongjiang", "Jilin", "Liaoning"],
  Heilongjiang: ["Harbin"],
  Jilin: ["Hunchun"],
  Liaoning: ["Shenyang"],
};

/** Provinces trade no more than their country, cities no more than their province. */
export const areaRelations = (): TradeRelation[] =>
  Object.entries(WHOLES).map(([whole, of]) => parts(whole, of));
