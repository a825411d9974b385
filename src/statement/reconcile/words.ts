import type { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import type { RoundingMode } from "../../exact/rounding.js";
import type { Hedge } from "../../figure/note.js";
import { type Source, sourceLine } from "../../figure/quantity.js";
import { HEDGE_WORDS } from "../../notation/say.js";
import type { Fact } from "../fact.js";
import type { Model } from "../model/compile.js";
import { daysOf, levelWords, periodWords } from "../model/level.js";
import { type Print, quantityOf, subjectOf } from "../model/print.js";
import type { Certificate, CertificateLine } from "../solver/system.js";

/** One print, for a reader: its figure, what it is about, where it stands. */
export interface PrintInWords {
  readonly id: string;
  readonly figure: string;
  readonly about: string;
  readonly where: string;
  readonly source: string;
}

/** The figure of a print as it was printed: "CNY 42.64bn", "+82.3%", "a record". */
export function figureOf({ part, fact }: Print): string {
  if (part === "record") return fact.record?.of === "lowest" ? "the lowest" : "the highest";
  const of = quantityOf(fact, part);
  if (of === undefined) return "";
  const text = hedged(of);
  return part === "growth" && !of.value.isNegative() ? `+${text}` : text;
}

function hedged(of: NonNullable<Fact["amount"]>): string {
  const { value } = of.shown();
  const hedge = "hedge" in of ? (of.hedge as Hedge | undefined) : undefined;
  return hedge === undefined ? value : `${HEDGE_WORDS[hedge]}${value}`;
}

export function aboutPrint({ part, fact }: Print): string {
  const words = levelWords(subjectOf(fact, part));
  return part === "growth" ? `growth of ${words}` : part === "share" ? `share of the world: ${words}` : words;
}

export function printInWords(print: Print): PrintInWords {
  const { part, fact } = print;
  const of = quantityOf(fact, part);
  const source: Source | undefined = of?.source ?? fact.amount?.source;
  return {
    id: print.id,
    figure: figureOf(print),
    about: aboutPrint(print),
    where: fact.where ?? print.id.replace(/, \w+$/, ""),
    source: source === undefined ? "" : sourceLine(source),
  };
}

const SUFFIX: Readonly<Record<number, string>> = { 0: "", 6: "m", 9: "bn" };

/** A number of the system as text, rounded to one side, with as many digits as keep it apart from `other`. */
export function amountText(value: Ratio, mode: RoundingMode, scale: number, other?: Ratio): string {
  const own = value.decimalPlaces();
  let places = Math.min(own ?? 4, 4);
  if (other !== undefined) {
    // Rounding must not make two numbers equal that differ.
    for (; places < 12; places++) {
      const shown = Ratio.fromText(value.toFixed(places, mode));
      if (shown.compare(other) === value.compare(other)) break;
    }
  }
  return `${value.toFixed(places, mode)}${SUFFIX[scale] ?? ""}`;
}

/** A line of a certificate as numbers. */
interface Line {
  readonly line: CertificateLine;
  readonly times: Ratio;
  readonly bound: Ratio;
}

/** What a certificate says, told around one printed amount: what that print says, and what all others leave. */
export interface Pencil {
  /** One sentence. */
  readonly says: string;
  /** Each line with what it is multiplied by, for a reader with a pencil: they add up to `adds`. */
  readonly lines: readonly string[];
}

/**
 * The certificate as a sum with a pencil. Around the amount with the largest part in it: its own end against the one
 * that all other lines, added up, leave it.
 * @returns undefined where no amount takes part, but growths and shares alone
 */
export function pencil(
  certificate: Certificate,
  { prints, allowances, scale }: Pick<Model, "prints" | "allowances" | "scale">,
): Pencil | undefined {
  const lines = certificate.lines.map(
    (line): Line => ({ line, times: Ratio.fromText(line.times), bound: Ratio.fromText(line.bound) }),
  );
  const amounts = lines.filter(
    ({ line, bound }) => line.statement !== undefined && line.terms.length === 1 && bound.sign !== 0,
  );
  const size = ({ times, bound }: Line) => times.mul(bound).abs();
  const target = amounts.reduce<Line | undefined>(
    (most, one) =>
      most === undefined ||
      size(one).compare(size(most)) > 0 ||
      (size(one).equals(size(most)) && one.line.side === "lower")
        ? one
        : most,
    undefined,
  );
  if (target === undefined) return undefined;
  // lower lines: times × (terms − bound) ≥ 0; upper: times × (bound − terms) ≥ 0. Their sum has no unknown left.
  const sign = target.line.side === "lower" ? Ratio.ONE : Ratio.of(-1n);
  const open = lines.some((one) => one !== target && one.line.open);
  let left = Ratio.ZERO;
  for (const { line, times, bound } of lines) {
    if (line === target.line) continue;
    const part = times.mul(bound);
    left = left.add(line.side === "upper" ? part : part.negated());
  }
  // Of the target's own unknown, per unit of it.
  const per = target.times.mul(Ratio.fromText((target.line.terms[0] as readonly [string, string])[1]));
  const limit = left.div(target.times).mul(sign);
  const own = target.bound;
  const isLower = target.line.side === "lower";
  const ownText = amountText(own, isLower ? "floor" : "ceil", scale, limit);
  const limitText = amountText(limit, isLower ? "ceil" : "floor", scale, own);
  const others = unique(
    lines.flatMap(({ line }) =>
      line !== target.line && line.statement !== undefined && line.statement !== target.line.statement
        ? [line.statement]
        : [],
    ),
  ).map((id) => prints.get(id));
  const because = others.flatMap((print) => (print === undefined ? [] : [cited(print)]));
  const by = because.length === 0 ? "the relations" : listed(because);
  const print = prints.get(target.line.statement as string) as Print;
  const allowed = unique(lines.flatMap(({ line }) => allowances.get(line.limit ?? "") ?? []));
  const even = allowed.length === 0 ? "" : `, even with ${allowed.join(" and ")},`;
  const says = isLower
    ? `${figureOf(print)} is at least ${ownText}, but ${by}${even} leave ${open ? "less than" : "at most"} ${limitText} for ${aboutPrint(print)}.`
    : `${figureOf(print)} is ${target.line.open ? "less than" : "at most"} ${ownText}, but ${by}${even} need ${open ? "more than" : "at least"} ${limitText} of ${aboutPrint(print)}.`;
  return {
    says: because.length === 1 ? says.replace(" leave ", " leaves ").replace(" need ", " needs ") : says,
    lines: written(lines, per, scale, prints),
  };
}

/** "a, b and c". */
export const listed = (of: readonly string[]): string =>
  of.length < 2 ? (of[0] ?? "") : `${of.slice(0, -1).join(", ")} and ${of[of.length - 1]}`;

const unique = <T>(of: readonly T[]): T[] => [...new Set(of)];

/** "14.4bn of 2023 (provinces.csv line 9)". */
function cited(print: Print): string {
  const { from, to } = daysOf(print.fact.period);
  const where = print.fact.where === undefined ? "" : ` (${print.fact.where})`;
  const what = print.part === "growth" ? "the growth of" : print.part === "share" ? "the share of" : "";
  return `${what === "" ? "" : `${what} `}${figureOf(print)} for ${print.fact.flow} of ${periodWords(from, to)}${where}`;
}

/** Each line times its number, with the end it uses. */
function written(
  lines: readonly Line[],
  per: Ratio,
  scale: number,
  prints: ReadonlyMap<string, Print>,
): string[] {
  return lines.map(({ line, times, bound }) => {
    const scaled = times.div(per.abs());
    const relation = line.side === "lower" ? (line.open ? ">" : "≥") : line.open ? "<" : "≤";
    const print = line.statement === undefined ? undefined : prints.get(line.statement);
    const by = scaled.toFixed(4, "halfEven").replace(/\.?0+$/, "");
    if (print !== undefined && line.terms.length === 1) {
      return `${by} × ${aboutPrint(print)} ${relation} ${amountText(bound, "halfEven", scale)}`;
    }
    if (print !== undefined) return `${by} × ${figureOf(print)}: ${termsText(line)} ${relation} 0`;
    return `${by} × ${line.limit ?? line.definition ?? line.id}`;
  });
}

function termsText(line: CertificateLine): string {
  return line.terms
    .map(([name, times], i) => {
      const by = Ratio.fromText(times);
      const size = by.abs();
      const text = size.equals(Ratio.ONE)
        ? name
        : `${size.toFixed(4, "halfEven").replace(/\.?0+$/, "")} × [${name}]`;
      return i === 0 ? (by.sign < 0 ? `−${text}` : text) : `${by.sign < 0 ? "−" : "+"} ${text}`;
    })
    .join(" ");
}

const SCALES = [
  [12, "tn"],
  [9, "bn"],
  [6, "m"],
] as const;

/** An interval of amounts in the scale of its size, rounded outwards: "[42.635bn, 42.645bn)". */
export function intervalText(of: Interval): string {
  const size = of.high.isFinite ? of.high.abs() : of.low.abs();
  const [power, suffix] = SCALES.find(([power]) => size.exponent >= power) ?? [0, ""];
  const width = of.isFinite ? of.high.sub(of.low).shift(-power) : size.shift(-power);
  const places = width.sign === 0 ? 6 : Math.min(9, Math.max(0, 3 - width.exponent));
  const end = (value: Ratio, mode: "floor" | "ceil") => {
    const shown = value.shift(-power);
    const exact = shown.decimalPlaces();
    return `${shown.toFixed(exact !== undefined && exact < places ? exact : places, mode)}${value.sign === 0 ? "" : suffix}`;
  };
  if (!of.high.isFinite) return `at least ${end(of.low, "floor")}`;
  return `${of.lowerOpen ? "(" : "["}${of.low.isFinite ? end(of.low, "floor") : "−∞"}, ${end(of.high, "ceil")}${of.upperOpen ? ")" : "]"}`;
}
