import type { ShareClaim, Sum } from "../../reading.js";
import type { Amount } from "../amount/amount.js";
import type { Line } from "../line.js";

/** What an amount of a trade sentence is of, by the last such word before it. */
type Flow = "exports" | "imports" | "balance" | "trade";

const FLOWS: ReadonlyMap<string, Flow> = new Map(
  Object.entries({
    exports: "exports",
    export: "exports",
    shipments: "exports",
    imports: "imports",
    import: "imports",
    purchases: "imports",
    surplus: "balance",
    deficit: "balance",
    gap: "balance",
    shortfall: "balance",
    trade: "trade",
    turnover: "trade",
  } as const),
);

interface Labelled {
  readonly amount: Amount;
  readonly flow: Flow;
  /** Which way a balance points: +1 for a surplus, −1 for a deficit. */
  readonly sign: 1 | -1;
}

/** "exports of A and imports of B, leaving a surplus of C", "total trade of T, with exports at A and imports at B". */
export function sumsOf(line: Line, sides: ReadonlySet<Amount>): Sum[] {
  const labelled = labels(line, sides);
  const one = (flow: Flow) => {
    const found = labelled.filter((each) => each.flow === flow);
    return found.length === 1 ? found[0] : undefined;
  };
  const [exports, imports] = [one("exports"), one("imports")];
  if (exports === undefined || imports === undefined) return [];
  const found: Sum[] = [];
  const balance = one("balance");
  if (balance !== undefined && single(balance, exports, imports)) {
    found.push(
      sum(line, balance.amount, [
        { sign: balance.sign, amount: exports.amount },
        { sign: balance.sign === 1 ? -1 : 1, amount: imports.amount },
      ]),
    );
  }
  const trade = one("trade");
  if (trade !== undefined && single(trade, exports, imports)) {
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
  const start = Math.min(...all.map((one) => one.start));
  return { ...line.sentence.span(start, Math.max(...all.map((one) => one.end))), total, parts };
}

/** Each amount of money with the flow that the words before it name; amounts that are a side matter are passed over. */
function labels(line: Line, sides: ReadonlySet<Amount>): Labelled[] {
  const found: Labelled[] = [];
  let flow: { readonly flow: Flow; readonly sign: 1 | -1; readonly at: number } | undefined;
  for (let i = 0; i < line.items.length; i++) {
    const word = line.word(i);
    const named = FLOWS.get(word);
    if (named !== undefined) {
      // "trade surplus" is a balance, "export growth" no flow of its own.
      flow = { flow: named, sign: word === "surplus" ? 1 : -1, at: i };
      continue;
    }
    const amount = line.amount(i);
    if (amount?.kind !== "money" || sides.has(amount)) continue;
    // "a $5bn surplus": the word behind the amount.
    const behind = FLOWS.get(line.word(i + 1));
    if (behind !== undefined) {
      found.push({ amount, flow: behind, sign: line.word(i + 1) === "surplus" ? 1 : -1 });
      flow = undefined;
      continue;
    }
    if (flow !== undefined && i - flow.at <= 14) found.push({ amount, flow: flow.flow, sign: flow.sign });
    flow = undefined;
  }
  return found;
}

/** "14.4bn yuan, or 26 percent of the total of 54.9bn yuan", "14.4bn yuan, 26% of the total". */
export function sharesOf(line: Line): ShareClaim[] {
  const found: ShareClaim[] = [];
  for (const [k, place] of line.amounts.entries()) {
    const share = line.amount(place) as Amount;
    if ((share.kind !== "percent" && share.kind !== "fraction") || share.role !== "share") continue;
    const part = partBefore(line, place);
    const whole = wholeBehind(line, line.amounts[k + 1], place);
    const all = [share, part, whole].filter((one) => one !== undefined);
    const start = Math.min(...all.map((one) => one.start));
    found.push({
      ...line.sentence.span(start, Math.max(...all.map((one) => one.end))),
      share,
      ...(part === undefined ? {} : { part }),
      ...(whole === undefined ? {} : { whole }),
    });
  }
  return found;
}

/** The amount that the share is of: directly before ", or", over its conversion in brackets. */
function partBefore(line: Line, place: number): Amount | undefined {
  let at = place - 1;
  while (
    line.period(at) !== undefined ||
    /^(in|during|for|or|about|around|nearly|almost|roughly|,|accounting|for|representing|equal|equivalent|to|some|a)$/.test(
      line.word(at),
    )
  )
    at--;
  if (at === place - 1) return undefined;
  if (line.word(at) === ")") {
    while (at > 0 && place - at < 12 && line.word(at) !== "(") at--;
    at--;
  }
  const amount = line.amount(at);
  return amount?.kind === "money" || amount?.kind === "count" ? amount : undefined;
}

/** "of the total of X", "of X". */
function wholeBehind(line: Line, next: number | undefined, place: number): Amount | undefined {
  if (next === undefined || next - place > 7) return undefined;
  const of = /^(the|its|their)$/.test(line.word(next - 1)) ? next - 2 : next - 1;
  if (line.word(of) !== "of") return undefined;
  const amount = line.amount(next);
  for (let i = place + 1; i < next; i++) if (line.items[i]?.mark && line.word(i) !== ",") return undefined;
  return amount?.kind === "money" || amount?.kind === "count" ? amount : undefined;
}
