/**
 * What the figures of a table say of each other. A table does not print its formulas: "Total" may be of more than the
 * rows above it, "change" may be in real terms. So a law is taken for one only where other rows or columns of the same
 * table bear it out; the figures that it is borne out by are looked for with plain numbers, and every claim that comes of
 * it is then computed from the printed digits, like any claim of a text.
 */
import type { Body, Placed } from "./body.js";
import { isCalled, says } from "./head.js";

/** A law in one place of the table. */
export type TableClaim =
  | {
      readonly law: "total" | "difference";
      readonly total: Placed;
      readonly parts: readonly { readonly sign: 1 | -1; readonly of: Placed }[];
    }
  | { readonly law: "share"; readonly share: Placed; readonly part: Placed; readonly whole: Placed }
  | { readonly law: "growth"; readonly rate: Placed; readonly level: Placed; readonly base: Placed };

/** A figure that a law seems to be about, which no other figure bears out. */
export interface Unborne {
  readonly of: Placed;
  readonly why: string;
}

export interface Found {
  readonly claims: TableClaim[];
  readonly unborne: Unborne[];
}

export function lawsOf(body: Body): Found {
  const found: Found = { claims: [], unborne: [] };
  totals(body, found);
  differences(body, found);
  ratios(body, found);
  return found;
}

const at = ({ numbers }: Body, row: number, column: number) => numbers[row]?.[column];

/**
 * How a trial went: it fits, misses, or misses by what a second rounding may do; `sharp` where chance does not. `bits` is how
 * often one would have to halve its size to come to what rounding leaves open: 7% is of four bits, 7.0% of seven.
 */
interface Trial {
  readonly printed: Placed;
  /** How far the printed figure is from the computed one. */
  readonly off: number;
  readonly fits: boolean;
  readonly near: boolean;
  /** A miss by more than figures that were computed before they were rounded may have. */
  readonly far: boolean;
  readonly sharp: boolean;
  readonly bits: number;
}

function trial(printed: Placed, computed: number, slack: number): Trial {
  const { half } = printed;
  const off = Math.abs(printed.value - computed);
  // Numbers are binary here: what is printed to the last digit may be off by a hair.
  const hair = (half + slack) * 1e-9 + Math.abs(computed) * 1e-12;
  const reach = half + slack;
  return {
    printed,
    off,
    // Where the ends of the two ranges only touch, nothing is borne out.
    fits: off < reach - hair,
    near: off <= reach + half + hair,
    // A unit of the last digit for each part.
    far: off > Math.max(reach + half, 2 * slack) + hair,
    sharp: slack <= 6 * half && Math.abs(printed.value) >= 20 * half,
    bits: Math.min(8, Math.log2(Math.max(1, Math.abs(printed.value) / reach))),
  };
}

/** Two figures at least agree that chance does not make agree, and at most half as many do not. */
function borne(trials: readonly Trial[]): boolean {
  const sharp = trials.filter((one) => one.fits && one.sharp).length;
  const misses = trials.filter((one) => !one.near).length;
  return sharp >= 2 && misses <= sharp / 2;
}

// ------------------------------------------------------------------------------------------------ totals

/** Rows called a total against the rows that it may be of, column by column. */
function totals(body: Body, found: Found): void {
  const width = body.heads.length;
  const rows = rowsOf(body);
  /** The rows that a total above has taken: of a total of totals they are no parts again. */
  const taken = new Set<number>();
  let totals = 0;
  body.labels.forEach((label, row) => {
    if (rows[row]?.total !== true || ++totals > MOST_TOTALS) return;
    const whole = isCalled(label, "total");
    // Accounts print the sum below a line without a word for it.
    const unsaid = label === "";
    const columns = Array.from({ length: width }, (_, column) => column).filter((column) =>
      addsUp(body, row, column),
    );
    if (columns.length === 0) return;
    const tried = [
      ...partsOf(rows, row, whole).map((parts) => tryParts(body, row, columns, parts)),
      // Among so many stretches of rows one may fit by chance: all columns have to agree, but for one of many.
      ...stretchesOf(rows, row, taken)
        .map((parts) => tryParts(body, row, columns, parts))
        .filter(({ sharp, misses }) => misses === 0 || (misses === 1 && sharp >= 2)),
    ];
    const isBelow = (one: Tried) => (one.rows[0] as number) > row;
    const above = bestOf(
      tried.filter((one) => !isBelow(one)),
      unsaid,
    );
    // A total of the rows above it may also be what is taken off below it, with what is left.
    const below = tried.filter(
      (one) =>
        isBelow(one) && (above === undefined || one.rows.some((part) => isLess(body.labels[part] as string))),
    );
    const best = [above, bestOf(below, unsaid)].filter((one) => one !== undefined);
    if (best.length === 0) {
      const first = columns.map((column) => at(body, row, column)).find((one) => one !== undefined);
      if (first !== undefined && tried.length > 0 && !unsaid) {
        found.unborne.push({ of: first, why: "a total of a table that the other rows give in no column" });
      }
      return;
    }
    for (const part of best[0]?.rows ?? []) taken.add(part);
    for (const { columns, units } of best) {
      for (const { total, parts, trial } of columns) {
        const all = parts.map(({ of }) => of);
        const told =
          units.has(total.unit?.unit ?? "") && !total.noted && !isExplained(body, total, trial.off, all);
        if (trial.fits || (trial.far && told)) found.claims.push({ law: "total", total, parts });
      }
    }
  });
}

/** The rows that give the most of a total's columns, if most of its columns are given by them. */
function bestOf(tried: readonly Tried[], unsaid: boolean): Tried | undefined {
  const best = tried.reduce<Tried | undefined>(
    (a, b) => (b.sharp > 0 && (a === undefined || b.sharp - b.misses > a.sharp - a.misses) ? b : a),
    undefined,
  );
  if (best === undefined || best.misses === 0) return best;
  const few = best.misses <= best.sharp && best.misses <= 1 + best.sharp / 2;
  return few && !(unsaid && best.sharp < 2) ? best : undefined;
}

/** Beyond these a table is a list of something else, and trying them all would take long. */
const MOST_TOTALS = 60;
const MOST_PARTS = 400;

interface Part {
  readonly sign: 1 | -1;
  readonly of: Placed;
}

interface Tried {
  readonly rows: readonly number[];
  readonly columns: readonly {
    readonly total: Placed;
    readonly parts: readonly Part[];
    readonly trial: Trial;
  }[];
  readonly sharp: number;
  readonly misses: number;
  /** The units in which it is borne out; a percentage that adds up to 100 is, wherever the amounts are. */
  readonly units: ReadonlySet<string>;
}

/** Whether the figures of a column may add up: no averages, changes, ranks, and of percentages only what makes 100. */
function addsUp(body: Body, row: number, column: number): boolean {
  const head = body.heads[column] as string;
  const total = at(body, row, column);
  if (total?.unit === undefined || says(head, "notAdded") || isOfOne(body, total)) return false;
  if (total.unit.unit === "percent") return total.value === 100 && !says(head, "change");
  return total.unit.unit !== "percentage-point" && !total.assumed;
}

/** Cents beside amounts in whole millions are per share, if no head says so. */
function isOfOne({ numbers }: Body, { half, unit }: Placed): boolean {
  const whole = (one: Placed | undefined) =>
    one !== undefined && one.half >= 0.5 && one.unit?.unit === unit?.unit;
  return half < 0.01 && unit?.unit !== "percent" && numbers.some((row) => row.some(whole));
}

function tryParts(body: Body, row: number, columns: readonly number[], rows: readonly number[]): Tried {
  // Below a total stands what is taken off it, and what is left: both are its parts.
  const above = (rows[0] as number) < row;
  const less = rows.map((part) => above && isLess(body.labels[part] as string));
  const tried = columns.flatMap((column) => {
    const total = at(body, row, column) as Placed;
    const parts: Part[] = [];
    for (const [i, part] of rows.entries()) {
      const of = at(body, part, column);
      if (of === undefined && body.nothing[part]?.[column] === true) continue;
      // A part that is left empty may be nothing, or not known.
      if (of?.unit === undefined || of.assumed || of.unit.unit !== total.unit?.unit) return [];
      parts.push({ sign: less[i] === true && of.value > 0 ? -1 : 1, of });
    }
    const factor = (one: Placed) => 10 ** ((one.unit?.exponent ?? 0) - one.printed.exponent);
    const own = factor(total);
    const sum = parts.reduce((whole, { sign, of }) => whole + (sign * of.value * factor(of)) / own, 0);
    const slack = parts.reduce((whole, { of }) => whole + (of.half * factor(of)) / own, 0);
    const one = trial(total, sum, slack);
    const many = parts.filter(({ of }) => of.value !== 0).length > 1;
    // One part in billions beside millions has a sign that was no unit.
    if (!one.fits && parts.some(({ of }) => factor(of) !== own)) return [];
    // What is left at the end of each month is no sum: the last line says again what it was in the last of them.
    if (!one.fits && parts.some(({ of }) => of.value === total.value)) return [];
    if (parts.length === 0 || (!many && one.fits)) return [];
    // Many rounded parts leave a wide range: sharp where it is narrow beside the total itself.
    const sharp = Math.abs(total.value) >= 40 * (slack + total.half) && many;
    return [{ total, parts, trial: { ...one, sharp } }];
  });
  const fitting = tried.filter(({ trial }) => trial.fits && trial.sharp);
  const units = new Set(fitting.map(({ total }) => total.unit?.unit ?? ""));
  if (fitting.length > 0) units.add("percent");
  return {
    rows,
    columns: tried,
    sharp: fitting.length,
    misses: tried.filter(({ trial }) => !trial.near).length,
    units,
  };
}

/** "Less: interest", not "Less than one year". */
const isLess = (label: string) => isCalled(label, "less") && !isCalled(label, "lessThan");

/** The rows straight above a total, as far up as may be, without those that other totals have taken. */
function stretchesOf(rows: readonly RowKind[], row: number, taken: ReadonlySet<number>): number[][] {
  const above: number[] = [];
  for (let i = row - 1; i >= 0 && above.length < MOST_STRETCH; i--)
    if (rows[i]?.empty === false && !taken.has(i)) above.unshift(i);
  return above.map((_, i) => above.slice(i)).filter((one) => one.length > 1);
}

const MOST_STRETCH = 40;

/** The rows that a total may be of: those above it to the next break, all above but other totals, those below it. */
function partsOf(rows: readonly RowKind[], row: number, whole: boolean): number[][] {
  const part = (i: number) => rows[i]?.empty === false && !rows[i].total;
  const above: number[] = [];
  for (let i = row - 1; part(i); i--) above.unshift(i);
  const before = Array.from({ length: row }, (_, i) => i).filter(part);
  const below: number[] = [];
  for (let i = row + 1; part(i); i++) below.push(i);
  const subtotals = whole
    ? Array.from({ length: row }, (_, i) => i).filter((i) => rows[i]?.empty === false && rows[i].total)
    : [];
  const outer = (i: number) => rows[i]?.inner === false;
  const amounts = (i: number) => rows[i]?.added === true;
  const options = [
    above,
    above.filter(outer),
    above.filter(amounts),
    before,
    before.filter(amounts),
    subtotals,
    below,
    below.filter(outer),
  ];
  const seen = new Set<string>();
  return options.filter(
    (one) => one.length > 1 && one.length <= MOST_PARTS && !seen.has(String(one)) && seen.add(String(one)),
  );
}

const NOT_PARTS = ["balance", "change", "share", "notAdded"] as const;

/** What a row is by its label, looked at once for all totals of a table. */
interface RowKind {
  readonly empty: boolean;
  readonly total: boolean;
  /** A part of the row above it, by its own words. */
  readonly inner: boolean;
  /** An amount that may be added to others: no balance, change, share or average. */
  readonly added: boolean;
}

function rowsOf({ labels, numbers }: Body): RowKind[] {
  return labels.map((label, i) => {
    const empty = (numbers[i] ?? []).every((one) => one === undefined);
    return {
      empty,
      total: isCalled(label, "total") || isCalled(label, "subtotal") || (label === "" && !empty),
      inner: isCalled(label, "ofWhich"),
      added: !NOT_PARTS.some((words) => says(label, words)),
    };
  });
}

// ------------------------------------------------------------------------------------------- differences

const MOST_TRIED = 24;

/** Columns called a balance or a change, against two others: the first less the second in every row. */
function differences(body: Body, found: Found): void {
  const width = body.heads.length;
  // The growth of a balance is not the one growth less the other.
  const ofGrowth = body.labels.map((label) => says(label, "change"));
  for (let column = 0; column < width; column++) {
    const head = body.heads[column] as string;
    if (!says(head, "balance") && !says(head, "change")) continue;
    const amounts = columnsOf(body, column).filter((one) => one !== column);
    const pairs = amounts.flatMap((a) => amounts.filter((b) => a !== b).map((b) => [a, b] as const));
    const needed = 5 + Math.log2(1 + pairs.length);
    let best:
      | { claims: (readonly [Placed, Placed, Placed, Trial])[]; bits: number; sign: 1 | -1 }
      | undefined;
    for (const [a, b] of pairs) {
      const rows = body.numbers.flatMap((row, r) => {
        const [total, plus, minus] = [row[column], row[a], row[b]];
        if (total !== undefined && isPercent(total) && ofGrowth[r] === true) return [];
        return sameUnits(total, plus, minus) ? [[total, plus, minus] as [Placed, Placed, Placed]] : [];
      });
      // What is taken off may be printed as a negative.
      const sign = rows.every(([, , minus]) => minus.value <= 0) ? 1 : -1;
      const claims = rows.map(([x, y, z]) => {
        const one = trial(x, y.value + sign * z.value, y.half + z.half);
        // What is taken off has to be more than rounding.
        return [x, y, z, { ...one, sharp: one.sharp && Math.abs(z.value) > 4 * (x.half + z.half) }] as const;
      });
      const trials = claims.map(([, , , one]) => one);
      const sharp = trials.filter((one) => one.fits && one.sharp);
      const near = isBeside(amounts, column, a, b);
      const misses = trials.filter((one) => !one.near).length;
      if (!borne(trials) || (!near && misses > 0)) continue;
      const bits = sharp.reduce((sum, one) => sum + one.bits, 0);
      if (bits > (best?.bits ?? (near ? 0 : needed))) best = { claims, bits, sign };
    }
    const told = toldOf(best?.claims ?? []);
    for (const [total, plus, minus, one] of best?.claims ?? []) {
      if (!one.fits && (!one.far || !told(total) || isExplained(body, total, one.off, [plus, minus])))
        continue;
      found.claims.push({
        law: "difference",
        total,
        parts: [
          { sign: 1, of: plus },
          { sign: best?.sign ?? -1, of: minus },
        ],
      });
    }
  }
}

/**
 * Whether a difference that misses is a slip: the others of its unit bear it out, and none of them misses too. Two that
 * miss say that a third column is taken off that was not read.
 */
function toldOf(claims: readonly (readonly [Placed, Placed, Placed, Trial])[]): (total: Placed) => boolean {
  const alike = (total: Placed) =>
    claims.flatMap(([one, , , trial]) => (one.unit?.unit === total.unit?.unit ? [trial] : []));
  return (total) => borne(alike(total)) && alike(total).filter((one) => !one.near).length === 1;
}

/** Whether two columns of amounts are the next to a third: both before it, both behind it, or one on each side. */
function isBeside(amounts: readonly number[], column: number, a: number, b: number): boolean {
  const between = (one: number) =>
    amounts.filter((other) => (other - column) * (other - one) < 0 && other !== a && other !== b).length;
  return between(a) === 0 && between(b) === 0;
}

/** Whether what is missing is another figure beside the total, or one of its parts with the other sign: no slip, but another law. */
function isExplained({ numbers }: Body, total: Placed, off: number, parts: readonly Placed[]): boolean {
  const line = numbers.find((row) => row.includes(total)) ?? [];
  const column = line.indexOf(total);
  const others = [...line, ...numbers.map((row) => row[column])];
  const is = (size: number, half: number) => Math.abs(Math.abs(size) - off) <= 2 * half + total.half;
  return (
    others.some((one) => one !== undefined && one !== total && one.value !== 0 && is(one.value, one.half)) ||
    parts.some((one) => is(2 * one.value, 2 * one.half))
  );
}

function sameUnits(...cells: (Placed | undefined)[]): boolean {
  const [first] = cells;
  return cells.every(
    (one) =>
      one?.unit !== undefined &&
      !one.assumed &&
      one.unit.unit === first?.unit?.unit &&
      (one.unit.exponent ?? 0) === (first.unit.exponent ?? 0),
  );
}

/** How many rows are tried for all pairs of columns of a table together: so a table that is made to take long does not. */
const MOST_TRIALS = 2_000_000;

const amountsOf = new WeakMap<Body, readonly number[]>();

/** Columns of amounts, the nearest first, to the left before those to the right; as many as the size of the table allows. */
function columnsOf(body: Body, from: number): number[] {
  let all = amountsOf.get(body);
  if (all === undefined) {
    all = body.heads.flatMap((_, column) =>
      body.numbers.some((row) => row[column]?.unit !== undefined && !isPercent(row[column] as Placed))
        ? [column]
        : [],
    );
    amountsOf.set(body, all);
  }
  const work = body.numbers.length * body.heads.length;
  const most = Math.min(MOST_TRIED, Math.floor(Math.sqrt(MOST_TRIALS / work)));
  const left = all
    .filter((one) => one < from)
    .slice(-most)
    .reverse();
  const right = all.filter((one) => one >= from).slice(0, Math.max(0, most - left.length));
  return [...left, ...right];
}

const isPercent = (one: Placed) => one.unit?.unit === "percent";

// ---------------------------------------------------------------------------------- shares and growth

interface Ratio {
  readonly law: "share" | "growth";
  readonly printed: Placed;
  readonly over: Placed;
  readonly under: Placed;
  readonly trial: Trial;
}

/**
 * Columns of percentages: the share of each row in a total row, or of one column in another; the growth from one column to
 * another, or from row to row. The one that most rows bear out is what the column says.
 */
function ratios(body: Body, found: Found): void {
  const totals = body.labels.flatMap((label, row) => (isCalled(label, "total") ? [row] : []));
  for (let column = 0; column < body.heads.length; column++) {
    const printed = body.numbers.map((row) =>
      row[column] !== undefined && isPercent(row[column] as Placed) ? row[column] : undefined,
    );
    if (printed.filter((one) => one !== undefined).length < 2) continue;
    const head = body.heads[column] as string;
    const [shares, changes] = [says(head, "share"), says(head, "change")];
    // Growth in real terms is in many a row what the amounts give, and in others not.
    const exact = says(head, "adjusted");
    const amounts = columnsOf(body, column);
    const needed = LEAST_BITS + 1 + Math.log2(1 + amounts.length ** 2);
    let best: { readonly all: readonly Ratio[]; readonly bits: number } | undefined;
    const offer = (all: readonly (Ratio | undefined)[]) => {
      const made = all.filter((one) => one !== undefined);
      const trials = made.map((one) => one.trial);
      const law = made[0]?.law;
      const bits = bitsOf(trials, law);
      const said = law === "share" ? shares : changes;
      if (bits > (best?.bits ?? (said ? LEAST_BITS : needed)) && isBorneOut(trials, said && !exact))
        best = { all: made, bits };
    };
    if (!changes) {
      for (const a of amounts) {
        for (const row of totals) {
          offer(
            printed.map((one, r) =>
              r === row ? undefined : ratio("share", one, at(body, r, a), at(body, row, a)),
            ),
          );
        }
        for (const b of amounts) {
          if (a !== b) offer(printed.map((one, r) => ratio("share", one, at(body, r, a), at(body, r, b))));
        }
      }
    }
    if (!shares) {
      for (const a of amounts) {
        for (const b of amounts) {
          if (a !== b) offer(printed.map((one, r) => ratio("growth", one, at(body, r, a), at(body, r, b))));
        }
        for (const lag of [1, 4, 12]) {
          for (const by of [-lag, lag]) {
            offer(printed.map((one, r) => ratio("growth", one, at(body, r, a), at(body, r + by, a))));
          }
        }
      }
    }
    for (const one of best?.all ?? []) {
      if (!one.trial.fits && (exact || !one.trial.far)) continue;
      found.claims.push(
        one.law === "share"
          ? { law: "share", share: one.printed, part: one.over, whole: one.under }
          : { law: "growth", rate: one.printed, level: one.over, base: one.under },
      );
    }
    if (best === undefined && (shares || changes)) {
      const first = printed.find((one) => one !== undefined && !one.assumed);
      if (first !== undefined) {
        found.unborne.push({ of: first, why: "a percentage of a table that too few other figures bear out" });
      }
    }
  }
}

/** So much has to agree where the head says what the column is; where it does not, more, the more columns are tried. */
const LEAST_BITS = 4;

/** What agrees, in bits; a share that several rows print alike is one, since a whole column may have it of anything. */
function bitsOf(trials: readonly Trial[], law: Ratio["law"] | undefined): number {
  const values = new Set<number>();
  return trials.reduce((sum, { printed, fits, bits }) => {
    const again = law === "share" && values.has(printed.value);
    values.add(printed.value);
    return fits && !again ? sum + bits : sum;
  }, 0);
}

/** Whether so few do not agree that they may be slips: fewer where the head does not say what the column is. */
function isBorneOut(trials: readonly Trial[], said: boolean): boolean {
  const misses = trials.filter((one) => !one.near).length;
  const least = said && misses === 0 ? 1 : 2;
  const fits = trials.filter((one) => one.fits && one.bits >= least).length;
  const sharp = trials.filter((one) => one.fits && one.sharp).length;
  if (fits < 2) return false;
  return misses === 0 || (said ? misses <= Math.max(fits / 3, sharp / 2) : misses === 1 && fits >= 6);
}

function ratio(
  law: Ratio["law"],
  printed: Placed | undefined,
  over: Placed | undefined,
  under: Placed | undefined,
): Ratio | undefined {
  if (printed === undefined || over === undefined || under === undefined) return undefined;
  if (over.unit === undefined || under.unit === undefined || over.unit.unit !== under.unit.unit)
    return undefined;
  if (isPercent(over) || isPercent(under) || under.value <= under.half || over.value < 0) return undefined;
  const scale =
    10 **
    ((over.unit.exponent ?? 0) - over.printed.exponent - (under.unit.exponent ?? 0) + under.printed.exponent);
  const quotient = (over.value / under.value) * scale;
  const low = ((over.value - over.half) / (under.value + under.half)) * scale;
  const high = ((over.value + over.half) / (under.value - under.half)) * scale;
  const from = law === "share" ? 0 : 100;
  const computed = quotient * 100 - from;
  const wide = (printed.value < computed ? quotient - low : high - quotient) * 100;
  const tried = trial(printed, computed, wide);
  // Growth of small amounts is printed from their unrounded ones, and those are not always what was rounded.
  const small = Math.min(over.value / over.half, under.value / under.half) < 2_000;
  const far = small ? tried.off > 3 * printed.half + 2 * wide : tried.far;
  return { law, printed, over, under, trial: { ...tried, far } };
}
