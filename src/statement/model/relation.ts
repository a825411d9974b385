import type { Level, Levels } from "./level.js";
import type { Rule } from "./rule.js";

/**
 * Something that holds between amounts. It is asked twice: which further amounts it needs (again and again, until no
 * relation needs another), and then for its rules.
 */
export interface TradeRelation {
  readonly name: string;
  /** Makes levels with `levels.of` that its rules are about and that nobody printed. */
  readonly needs?: (levels: Levels) => void;
  readonly rules: (levels: Levels) => readonly Rule[];
}

/** Levels of the latest figures, without those of one release. */
export const latest = (levels: readonly Level[]): Level[] =>
  levels.filter((one) => one.vintage === undefined);
