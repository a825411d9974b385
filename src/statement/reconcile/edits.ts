import { FigureError } from "../../errors.js";
import type { Figure } from "../../figure/figure.js";
import { dayText, type Period, period } from "../../figure/period.js";
import type { Quantity } from "../../figure/quantity.js";
import { figure } from "../../notation/figure.js";
import { HEDGE_WORDS } from "../../notation/say.js";
import { aboutFact, addsUp, type Fact, FLOWS, type Flow } from "../fact.js";
import { daysOf, periodText, periodWords } from "../model/level.js";
import { type Print, quantityOf } from "../model/print.js";

/** A slip that authors make when they pass a figure on. */
export type SlipKind =
  | "cut" // digits cut off, not rounded
  | "relabel" // the amount is of another flow
  | "exchange" // exports and imports exchanged
  | "period" // a month for the months since January, or the neighbouring one
  | "growth-period" // the growth is that of the month, the amount that of the months since January, or the other way
  | "sign" // rose for fell
  | "swap" // two neighbouring digits exchanged
  | "scale" // million for billion, or the point one place off
  | "currency" // yuan for dollars
  | "digit"; // one digit is another

/** How far a slip is: the nearest are those that keep every digit. */
const COSTS: Readonly<Record<SlipKind, number>> = {
  cut: 0.9,
  relabel: 1,
  exchange: 1,
  period: 1.3,
  "growth-period": 1.3,
  swap: 1.4,
  scale: 1.5,
  sign: 1.5,
  currency: 1.6,
  digit: 2,
};

/** One slip undone: these facts for those. */
export interface Edit {
  readonly kind: SlipKind;
  readonly cost: number;
  /** In words: "42.64bn is total trade, not exports". */
  readonly says: string;
  readonly changes: ReadonlyMap<Fact, readonly Fact[]>;
  /** What of the rows the slip itself changes. */
  readonly touched: ReadonlySet<Print["part"]>;
  /** Whether a row gets another label, so that its growth and share move along with its amount. */
  readonly moves: boolean;
}

/** The nearest slips that a print may suffer from, in no order. */
export function* edits(print: Print, facts: readonly Fact[]): Generator<Edit> {
  const { fact, part } = print;
  // A label is that of the row: it is doubted with the amount where there is one.
  const label = fact.amount === undefined ? "growth" : "amount";
  if (part === label) {
    yield* relabels(fact, part);
    yield* otherPeriods(fact);
  }
  if (part === "growth" && fact.amount !== undefined) yield* growthPeriods(fact);
  if (part !== "share") yield* exchanges(fact, facts);
  if (part === "amount" && fact.amount !== undefined && isPrinted(fact.amount))
    yield* amounts(fact, fact.amount);
  if (part === "growth" && fact.growth !== undefined && isPrinted(fact.growth))
    yield* growths(fact, fact.growth);
  if (part === "share" && fact.share !== undefined && isPrinted(fact.share)) {
    const { share } = fact;
    for (const [kind, digits] of digitSlips(share.digits)) {
      yield* replaced(
        fact,
        kind,
        share,
        { digits },
        (made) => ({ share: made as Figure<"percent"> }),
        "share",
      );
    }
  }
}

const isPrinted = (of: Quantity): of is Figure => "digits" in of && "text" in of;

const edit = (
  kind: SlipKind,
  says: string,
  changes: readonly (readonly [Fact, readonly Fact[]])[],
  touched: readonly Print["part"][],
  cost = COSTS[kind],
): Edit => ({
  kind,
  cost,
  says,
  changes: new Map(changes),
  touched: new Set(touched),
  moves: kind === "relabel" || kind === "period",
});

function* relabels(fact: Fact, part: Print["part"]): Generator<Edit> {
  if (!addsUp(fact.flow)) return;
  const figureText = shownOf(fact, part);
  for (const flow of FLOWS) {
    if (flow === fact.flow) continue;
    yield edit(
      "relabel",
      `${figureText} is ${flowWords(flow)}, not ${flowWords(fact.flow)} (${aboutFact(fact)})`,
      [[fact, [{ ...fact, flow }]]],
      [part],
    );
  }
}

const flowWords = (flow: Flow): string => (flow === "total" ? "exports and imports together" : flow);

const shownOf = (fact: Fact, part: Print["part"]): string => quantityOf(fact, part)?.shown().value ?? "";

/** Exports and imports of one print: their amounts, their growths, or both exchanged. */
function* exchanges(fact: Fact, facts: readonly Fact[]): Generator<Edit> {
  if (fact.flow !== "exports" && fact.flow !== "imports") return;
  const unit = (of: Fact) => String(of.amount?.unit ?? of.growthCurrency ?? "");
  for (const other of facts) {
    const opposite = fact.flow === "exports" ? "imports" : "exports";
    if (other.flow !== opposite || other.area !== fact.area || other.partner !== fact.partner) continue;
    if (other.period.start !== fact.period.start || other.period.end !== fact.period.end) continue;
    if (unit(other) !== unit(fact)) continue;
    const [out, into] = fact.flow === "exports" ? [fact, other] : [other, fact];
    const amounts = out.amount !== undefined && into.amount !== undefined;
    const grown = out.growth !== undefined && into.growth !== undefined;
    const of = wordsFor(fact.period);
    if (amounts) {
      yield edit(
        "exchange",
        `the amounts of exports and imports of ${of} are exchanged: exports are ${shownOf(into, "amount")}, imports ${shownOf(out, "amount")}`,
        [
          [out, [withAmount(out, into.amount)]],
          [into, [withAmount(into, out.amount)]],
        ],
        ["amount"],
      );
    }
    if (grown) {
      yield edit(
        "exchange",
        `the growths of exports and imports of ${of} are exchanged: exports grew ${shownOf(into, "growth")}, imports ${shownOf(out, "growth")}`,
        [
          [out, [withGrowth(out, into.growth)]],
          [into, [withGrowth(into, out.growth)]],
        ],
        ["growth"],
      );
    }
    if (amounts && grown) {
      yield edit(
        "exchange",
        `exports and imports of ${of} are exchanged, amounts and growths`,
        [
          [out, [{ ...out, flow: "imports" }]],
          [into, [{ ...into, flow: "exports" }]],
        ],
        ["amount", "growth"],
        COSTS.exchange + 0.05,
      );
    }
  }
}

const withAmount = (fact: Fact, amount: Fact["amount"]): Fact =>
  amount === undefined ? fact : { ...fact, amount };
const withGrowth = (fact: Fact, growth: Fact["growth"]): Fact =>
  growth === undefined ? fact : { ...fact, growth };

/** The month for the months since January, and the other way: the period that is told with it in one release. */
function sister(from: number, to: number): Period | undefined {
  const [start, end] = [dayText(from), dayText(to)];
  if (!start.endsWith("-01") || !end.endsWith("-01")) return undefined;
  const january = `${start.slice(0, 4)}-01`;
  const last = dayText(to - 1).slice(0, 7);
  if (start.slice(0, 7) === last) return last === january ? undefined : named(`${january}/${last}`);
  return start.slice(0, 7) === january && last.startsWith(start.slice(0, 4)) ? named(last) : undefined;
}

const named = (text: string): Period => {
  const { from, to } = daysOf(period(text));
  return period(periodText(from, to));
};
const wordsFor = (of: Period): string => periodWords(daysOf(of).from, daysOf(of).to);

/** The row is of the month and not of the months since January, or the other way; or of the neighbouring month. */
function* otherPeriods(fact: Fact): Generator<Edit> {
  const { from, to } = daysOf(fact.period);
  const figureText = shownOf(fact, fact.amount === undefined ? "growth" : "amount");
  const moved = (other: Period, further: number) =>
    edit(
      "period",
      `${figureText} is of ${wordsFor(other)}, not of ${wordsFor(fact.period)} (${aboutFact(fact)})`,
      [[fact, [{ ...fact, period: other }]]],
      ["amount", "growth"],
      COSTS.period + further,
    );
  const other = sister(from, to);
  if (other !== undefined) yield moved(other, 0);
  const month = dayText(from).slice(0, 7);
  if (dayText(from).endsWith("-01") && dayText(to).endsWith("-01") && dayText(to - 1).startsWith(month)) {
    const one = period(month);
    yield moved(one.back("1 month"), 0.2);
    yield moved(one.forward("1 month"), 0.2);
  }
}

/** The growth alone is that of the other period of the release. */
function* growthPeriods(fact: Fact): Generator<Edit> {
  const { from, to } = daysOf(fact.period);
  const other = sister(from, to);
  const { growth, growthCurrency, ...rest } = fact;
  if (other === undefined || growth === undefined) return;
  const { amount, share: _, ...alone } = fact;
  const currency = growthCurrency ?? String(amount?.unit ?? "");
  yield edit(
    "growth-period",
    `the growth of ${shownOf(fact, "growth")} is that of ${wordsFor(other)}, not of ${wordsFor(fact.period)} (${aboutFact(fact)})`,
    [[fact, [rest, { ...alone, growthCurrency: currency, period: other }]]],
    ["growth"],
  );
}

const SCALES: readonly (readonly [number, string])[] = [
  [0, ""],
  [3, "thousand"],
  [6, "million"],
  [9, "billion"],
  [12, "trillion"],
];

function* amounts(fact: Fact, amount: Figure): Generator<Edit> {
  const set = (made: Figure): Partial<Fact> => ({ amount: made });
  if (amount.hedge === undefined && amount.rounding !== "trunc") {
    yield* replaced(fact, "cut", amount, { rounding: "trunc" }, set, "amount");
  }
  for (const [scale] of SCALES) {
    if (Math.abs(scale - amount.scale) === 3)
      yield* replaced(fact, "scale", amount, { scale }, set, "amount");
  }
  for (const by of [-1, 1]) {
    const digits = pointMoved(amount.digits, by);
    if (digits !== undefined) yield* replaced(fact, "scale", amount, { digits }, set, "amount");
  }
  const unit = String(amount.unit);
  const currency = unit === "CNY" ? "USD" : unit === "USD" ? "CNY" : undefined;
  if (currency !== undefined) {
    // A growth was measured in the currency of its row, whatever the amount beside it is in.
    const growthCurrency = fact.growthCurrency ?? unit;
    yield* replaced(
      fact,
      "currency",
      amount,
      { unit: currency },
      (made) => ({ amount: made, growthCurrency }),
      "amount",
    );
  }
  for (const [kind, digits] of digitSlips(amount.digits)) {
    yield* replaced(fact, kind, amount, { digits }, set, "amount");
  }
}

function* growths(fact: Fact, growth: Figure<"percent">): Generator<Edit> {
  const set = (made: Figure): Partial<Fact> => ({ growth: made as Figure<"percent"> });
  if (growth.hedge === undefined && growth.rounding !== "trunc") {
    yield* replaced(fact, "cut", growth, { rounding: "trunc" }, set, "growth");
  }
  yield* replaced(fact, "sign", growth, { negative: !growth.value.isNegative() }, set, "growth");
  for (const by of [-1, 1]) {
    const digits = pointMoved(growth.digits, by);
    if (digits !== undefined) yield* replaced(fact, "scale", growth, { digits }, set, "growth");
  }
  for (const [kind, digits] of digitSlips(growth.digits)) {
    yield* replaced(fact, kind, growth, { digits }, set, "growth");
  }
}

function pointMoved(digits: string, by: number): string | undefined {
  const at = digits.indexOf(".");
  if (at < 0) return undefined;
  const all = digits.replace(".", "");
  const place = at + by;
  if (place < 1 || place >= all.length + 1) return undefined;
  const rest = all.slice(place);
  const whole = all.slice(0, place).replace(/^0+(?=\d)/, "");
  return rest === "" ? whole : `${whole}.${rest}`;
}

// A cell of more digits is a table's own precision: nobody types it.
const MAX_EDITED = 9;

/** Two neighbours exchanged, one digit changed. */
function* digitSlips(digits: string): Generator<readonly [SlipKind, string]> {
  const last = Math.min(digits.length, MAX_EDITED);
  for (let i = 0; i < last; i++) {
    const digit = digits[i] as string;
    if (digit === ".") continue;
    const [before, behind] = [digits.slice(0, i), digits.slice(i + 1)];
    const j = digits[i + 1] === "." ? i + 2 : i + 1;
    const next = digits[j];
    if (next !== undefined && next !== digit) {
      const signs = [...digits];
      [signs[i], signs[j]] = [next, digit];
      yield ["swap", signs.join("")];
    }
    for (let other = 0; other <= 9; other++) {
      if (String(other) !== digit) yield ["digit", `${before}${other}${behind}`];
    }
  }
}

interface Other {
  readonly digits?: string;
  readonly scale?: number;
  readonly unit?: string;
  readonly rounding?: "trunc";
  readonly negative?: boolean;
}

/** The figure with something else in its place; nothing where that is no figure. */
function* replaced(
  fact: Fact,
  kind: SlipKind,
  of: Figure,
  other: Other,
  set: (made: Figure) => Partial<Fact>,
  part: Print["part"],
): Generator<Edit> {
  const digits = other.digits ?? of.digits;
  if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(digits)) return;
  const made = rebuilt(of, { ...other, digits });
  // What only says less explains anything: "more than 1bn" for "more than 9bn".
  if (made === undefined || (made.unit === of.unit && made.interval.encloses(of.interval))) return;
  const was = of.shown().value;
  const says =
    kind === "cut"
      ? `${was} was cut, not rounded (${aboutFact(fact)})`
      : `${part === "amount" ? "" : `the ${part} is `}${made.shown().value}, not ${was} (${aboutFact(fact)})`;
  yield edit(kind, says, [[fact, [{ ...fact, ...set(made) }]]], [part]);
}

function rebuilt(
  of: Figure,
  { digits, scale = of.scale, unit, rounding, negative }: Other,
): Figure | undefined {
  const word = SCALES.find(([power]) => power === scale)?.[1];
  const own = unit ?? String(of.unit);
  const sign = (negative ?? of.value.isNegative()) ? "-" : "";
  const hedge = of.hedge === undefined ? "" : HEDGE_WORDS[of.hedge];
  const text =
    own === "percent" ? `${hedge}${sign}${digits}%` : `${hedge}${sign}${digits} ${word ?? ""} ${own}`;
  try {
    const made = figure(text.trim().replace(/ +/g, " "), {
      rounding: rounding ?? of.rounding,
      ...(of.label === undefined ? {} : { label: of.label }),
      ...(of.source === undefined ? {} : { source: of.source }),
    });
    return String(made.unit) === own ? made : undefined;
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}
