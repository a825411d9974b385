import { BEFORE_WHOLE, DEFINITE } from "../../language/en/little-words.js";
import {
  ARTICLES_OF_WHOLE,
  BEFORE_COMPARED_FLOW,
  BEFORE_EXCHANGED,
  BEFORE_FLOW_LEVEL,
  BEFORE_PARTNER,
  BEFORE_PARTNER_OF_BOTH,
  BEFORE_SHARE,
  BEHIND_DIFFERENCE,
  COMPARES_WITH_LEVEL,
  FAVOUR,
  FLOW_LEADS,
  GAP,
  IN_TIME,
  OTHER_BALANCES,
  PARTS_SUMS,
  POINTS_BACK,
  PRICE_DISTANCES,
  SHARE_PARTICIPLES,
  SURPLUS,
  TRADE_FLOWS,
} from "../../language/en/relation-words.js";
import { DOWN_VERBS, UP_VERBS } from "../../language/en/words.js";
import type { Amount } from "../amount/amount.js";
import type { ShareClaim, Sum } from "../reading.js";
import { Anchor } from "../scan/anchor.js";
import type { Line } from "../scan/line.js";

/** What an amount of a trade sentence is of, by the last such word before it. */
type Flow = "exports" | "imports" | "balance" | "trade";

interface Labelled {
  readonly amount: Amount;
  readonly flow: Flow;
  /** Which way a balance points: +1 for a surplus, −1 for a deficit. */
  readonly sign: 1 | -1;
  /** Of a balance: whether nothing says which flow is the larger, or whose balance it is: "a gap", "China's surplus". */
  readonly bySize: boolean;
  /** With whom, or in what, the flow is said to be: "Russia" of "exports to Russia". */
  readonly partner: string;
  readonly period: string;
}

const flowWords = (flow: Flow) => [...TRADE_FLOWS].filter(([, of]) => of === flow).map(([word]) => word);
const EXPORTS = new Anchor(() => flowWords("exports"));
const IMPORTS = new Anchor(() => flowWords("imports"));

/** Whether a sentence has what a sum of flows is made of: exports, imports, and a third amount. */
export function tellsFlows(line: Line): boolean {
  return line.amounts.length > 2 && EXPORTS.in(line.sentence) && IMPORTS.in(line.sentence);
}

/** "exports of A and imports of B, leaving a surplus of C", "total trade of T, with exports at A and imports at B". */
export function sumsOf(line: Line, sides: ReadonlySet<Amount>): Sum[] {
  const labelled = labels(line, sides);
  const one = (flow: Flow) => {
    const found = labelled.filter((each) => each.flow === flow);
    return found.length === 1 ? found[0] : undefined;
  };
  const [exports, imports] = [one("exports"), one("imports")];
  if (exports === undefined || imports === undefined || !alike(exports, imports)) return [];
  const found: Sum[] = [];
  const balance = one("balance");
  if (balance !== undefined && single(balance, exports, imports) && alike(balance, exports)) {
    const parts: Sum["parts"] = [
      { sign: balance.sign, amount: exports.amount },
      { sign: balance.sign === 1 ? -1 : 1, amount: imports.amount },
    ];
    found.push({ ...sum(line, balance.amount, parts), ...(balance.bySize ? { bySize: true } : {}) });
  }
  const trade = one("trade");
  if (trade !== undefined && single(trade, exports, imports) && alike(trade, exports)) {
    found.push(
      sum(line, trade.amount, [
        { sign: 1, amount: exports.amount },
        { sign: 1, amount: imports.amount },
      ]),
    );
  }
  return found;
}

/** Amounts of money, none of them a range; whether their currencies are one is for the checker to say. */
function single(...all: readonly Labelled[]): boolean {
  return all.every((each) => each.amount.currency !== undefined && each.amount.parts.high === undefined);
}

function sum(line: Line, total: Amount, parts: Sum["parts"]): Sum {
  const all = [total, ...parts.map((part) => part.amount as Amount)];
  return { rule: "trade-flows", ...line.sentence.around(all), total, parts };
}

/** Whether two flows can be of one trade: nothing says that their partners or periods differ. */
function alike(a: Labelled, b: Labelled): boolean {
  const partner = a.partner === "" || b.partner === "" || a.partner === b.partner;
  return partner && (a.period === "" || b.period === "" || a.period === b.period);
}

/** Each amount of money with the flow that it is said to be the level of; changes and side matters are passed over. */
function labels(line: Line, sides: ReadonlySet<Amount>): Labelled[] {
  const found: Labelled[] = [];
  for (let i = 0; i < line.items.length; i++) {
    const amount = line.amount(i);
    if (amount?.kind !== "money" || sides.has(amount) || BEHIND_DIFFERENCE.has(line.word(i + 1))) continue;
    // "a $5bn surplus": the word behind the amount.
    const behind = TRADE_FLOWS.get(line.word(i + 1));
    const at = behind === undefined ? flowBefore(line, i) : i + 1;
    const flow = at === undefined ? undefined : TRADE_FLOWS.get(line.word(at));
    if (at === undefined || flow === undefined || isOther(line, at)) continue;
    found.push({
      amount,
      flow,
      sign: SURPLUS.has(line.word(at)) ? 1 : -1,
      bySize: GAP.has(line.word(at)) || isOwned(line, at, i),
      partner: behind === undefined ? partnerOf(line, at, i) : "",
      period: periodAfter(line, i),
    });
  }
  return found;
}

/** "leaving China a surplus", "China's surplus", "a deficit of $5bn in Beijing's favour": of one of the two partners. */
function isOwned(line: Line, flow: number, amount: number): boolean {
  const { text } = line.sentence;
  const isName = (i: number) =>
    /^\p{Lu}/u.test(text.slice(line.items[i]?.start, line.items[i]?.end)) && i > 0;
  for (let i = Math.min(flow, amount) - 1; i >= 0 && flow - i <= 5; i--) {
    if (line.items[i]?.mark && !/^['’]$/.test(line.word(i))) break;
    if (line.amount(i) !== undefined) break;
    if (isName(i)) return true;
  }
  for (let i = amount + 1; i <= amount + 6; i++) if (FAVOUR.has(line.word(i))) return true;
  return false;
}

/** The flow word that governs the amount at `i`, if the words between say that it is its level. */
function flowBefore(line: Line, i: number): number | undefined {
  let lead = i - 1;
  while (BEFORE_FLOW_LEVEL.has(line.word(lead))) lead--;
  if (
    !FLOW_LEADS.has(line.word(lead)) &&
    !TRADE_FLOWS.has(line.word(lead)) &&
    line.period(lead) === undefined
  )
    return undefined;
  for (let at = lead; at >= 0 && i - at <= 12; at--) {
    const word = line.word(at);
    if (TRADE_FLOWS.has(word)) return at;
    const other = line.amount(at);
    if (other !== undefined && (other.kind === "money" || other.kind === "count")) return undefined;
    if (PARTS_SUMS.has(word) && !(word === BEFORE_PARTNER_OF_BOTH && TRADE_FLOWS.has(line.word(at - 1)))) {
      return undefined;
    }
  }
  return undefined;
}

/** A balance of something else than trade, a tax on trade, a flow that is compared with, a yearly one beside a monthly. */
function isOther(line: Line, at: number): boolean {
  const before = line.word(at - 1);
  if (OTHER_BALANCES.has(before)) return true;
  for (let i = at - 1; i >= 0 && at - i <= 4; i--) if (BEFORE_COMPARED_FLOW.has(line.word(i))) return true;
  return false;
}

/** The words between the flow and what leads to its level: its partner or its goods. */
function partnerOf(line: Line, flow: number, amount: number): string {
  if (!BEFORE_PARTNER.has(line.word(flow + 1))) return "";
  const words: string[] = [];
  for (let i = flow + 2; i < amount; i++) {
    const word = line.word(i);
    if (FLOW_LEADS.has(word) || UP_VERBS.has(word) || DOWN_VERBS.has(word) || line.items[i]?.mark) break;
    if (word !== "" && word !== DEFINITE) words.push(word);
  }
  return line.period(flow + 2) === undefined ? words.join(" ") : "";
}

function periodAfter(line: Line, i: number): string {
  const at = IN_TIME.has(line.word(i + 1)) ? i + 2 : i + 1;
  return line.period(at)?.text.toLowerCase() ?? "";
}

/** "14.4bn yuan, or 26 percent of the total of 54.9bn yuan", "14.4bn yuan, 26% of the total". */
export function sharesOf(line: Line, read: ReadonlySet<Amount>): ShareClaim[] {
  const found: ShareClaim[] = [];
  for (let k = 0; k < line.amounts.length; k++) {
    const place = line.amounts[k] as number;
    const share = line.amount(place) as Amount;
    if ((share.kind !== "percent" && share.kind !== "fraction") || share.role !== "share") continue;
    // "At $43, a 14% discount to the price of $50": the distance of two prices.
    if (read.has(share) || PRICE_DISTANCES.has(line.word(place + 1))) continue;
    // "412 buses, 8% of them electric": the amount before is the whole, and the part is not said.
    if (POINTS_BACK.has(line.word(place + 2))) continue;
    const part = partBefore(line, place);
    const whole = wholeBehind(line, line.amounts[k + 1], place);
    const all = [share, part, whole].filter((one) => one !== undefined);
    found.push({ rule: "share-of", ...line.sentence.around(all), share, part, whole });
  }
  return found;
}

/** The amount that the share is of: directly before ", or", over its conversion in brackets. */
function partBefore(line: Line, place: number): Amount | undefined {
  let at = place - 1;
  while (line.period(at) !== undefined || BEFORE_SHARE.has(line.word(at))) {
    // "pays $45m for a 40% stake": a price, and no part; "$45m, accounting for 40%" is one.
    if (line.word(at) === BEFORE_EXCHANGED && !SHARE_PARTICIPLES.has(line.word(at - 1))) return undefined;
    at--;
  }
  if (at === place - 1) return undefined;
  if (line.word(at) === ")") {
    while (at > 0 && place - at < 12 && line.word(at) !== "(") at--;
    at--;
  }
  const amount = line.amount(at);
  if (amount?.kind !== "money" && amount?.kind !== "count") return undefined;
  // "rose to $5m from $4m, representing 10% of sales", "was $5m, up $1m, representing": the participle is of the level.
  const lead = line.word(at - 1);
  const isChange = COMPARES_WITH_LEVEL.has(lead) || UP_VERBS.has(lead) || DOWN_VERBS.has(lead);
  if (!isChange) return amount;
  const level = line.amount(line.amounts[line.amounts.indexOf(at) - 1] ?? -1);
  // "to $29m, or 4% of sales, from $30m, or 5%": each has its own. "2.1m, up from 1.9m, or 19%": of which of the two?
  if (!SHARE_PARTICIPLES.has(participleBefore(line, place)))
    return level?.role === "share" ? amount : undefined;
  return level?.kind === amount.kind && level.currency === amount.currency ? level : undefined;
}

function participleBefore(line: Line, place: number): string {
  let at = place - 1;
  while (at > 0 && BEFORE_SHARE.has(line.word(at)) && !SHARE_PARTICIPLES.has(line.word(at))) at--;
  return line.word(at);
}

/** "of the total of X", "of X". */
function wholeBehind(line: Line, next: number | undefined, place: number): Amount | undefined {
  if (next === undefined || next - place > 7) return undefined;
  const of = ARTICLES_OF_WHOLE.has(line.word(next - 1)) ? next - 2 : next - 1;
  if (line.word(of) !== BEFORE_WHOLE) return undefined;
  const amount = line.amount(next);
  for (let i = place + 1; i < next; i++) if (line.items[i]?.mark && line.word(i) !== ",") return undefined;
  return amount?.kind === "money" || amount?.kind === "count" ? amount : undefined;
}
