import type { RuleLanguage } from "../../language/rule.js";
import type { NamedFlow } from "../../language/story.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../scan/line.js";

/** The flows of trade among the parts of a sum. */
export interface TradeParts {
  readonly exports: Amount;
  readonly imports: Amount;
  readonly balance: Amount;
}

/**
 * "$190bn: exports $110bn, imports $80bn, balance $30bn": the three that such a list names, each once. Their balance is no
 * part of the trade that the other two add up to. `undefined` where a part is none of them.
 */
export function tradeParts(
  line: Line,
  parts: readonly Amount[],
  language: RuleLanguage,
): TradeParts | undefined {
  if (language.flows === undefined || parts.length !== 3) return undefined;
  const found = new Map(parts.map((part) => [flowOf(line, line.placeOf(part), language), part]));
  const [exports, imports, balance] = [found.get("exports"), found.get("imports"), found.get("balance")];
  return exports && imports && balance ? { exports, imports, balance } : undefined;
}

/** "$110bn of exports", else "exports of $110bn": what is said behind an amount goes up to the next mark. */
function flowOf(line: Line, place: number, { flows, joins }: RuleLanguage): NamedFlow | undefined {
  const isEnd = (i: number) => line.items[i] === undefined || line.amount(i) !== undefined;
  for (let i = place + 1; !isEnd(i) && !line.items[i]?.mark && !joins.has(line.word(i)); i++) {
    const flow = flows?.get(line.word(i));
    if (flow !== undefined) return flow;
  }
  for (let i = place - 1; !isEnd(i); i--) {
    const flow = flows?.get(line.word(i));
    if (flow !== undefined) return flow;
  }
  return undefined;
}
