import type { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import type { Constraint, End, System, Term } from "../solver/system.js";
import { daysOf, type Level, Levels, levelWords } from "./level.js";
import { baseOf, earlierThan, mention, type Print, wholeOf } from "./print.js";
import type { TradeRelation } from "./relation.js";
import type { Rule, Times } from "./rule.js";

/** Prints and relations as a system of linear constraints. */
export interface Model {
  readonly system: System;
  readonly levels: Levels;
  /** By the name that their constraints carry as `source`. */
  readonly prints: ReadonlyMap<string, Print>;
  /** What limits make allowance for, by their name as a source. */
  readonly allowances: ReadonlyMap<string, string>;
  /** The unit of the system's amounts: 9 where they are billions. */
  readonly scale: number;
}

/** How often relations may ask for further levels: each asks for those of the others. */
const ROUNDS = 20;

/**
 * Every print and every relation, compiled. Unknowns are the levels that prints or relations mention, none below zero.
 * A growth is held as level = (1 + growth) × base, with the base as of its release.
 */
export function compile(prints: readonly Print[], relations: readonly TradeRelation[]): Model {
  const levels = new Levels();
  const own = prints.map((print) => mention(print, levels));
  for (let round = 0; round < ROUNDS; round++) {
    const before = levels.size;
    for (const relation of relations) relation.needs?.(levels);
    if (levels.size === before) break;
  }
  const scale = scaleOf(prints);
  const made = new Constraints(scale);
  // Names of the unknowns in words, each once.
  const variables = levels.all().map((one) => levelWords(one, { currency: true }));
  for (const level of levels.all()) made.notNegative(level, variables[level.index] as string);
  for (const relation of relations) for (const rule of relation.rules(levels)) made.rule(rule);
  for (const [i, print] of prints.entries()) printed(print, own[i] as Level, levels, made);
  return {
    system: { variables, constraints: made.all },
    levels,
    prints: new Map(prints.map((print) => [print.id, print])),
    allowances: made.allowances,
    scale,
  };
}

/** The model in which some prints state nothing; their amounts stay unknowns. */
export function without(model: Model, leftOut: ReadonlySet<string>): Model {
  const { variables, constraints } = model.system;
  const kept = constraints.filter(({ kind, source }) => kind !== "statement" || !leftOut.has(source));
  return { ...model, system: { variables, constraints: kept } };
}

/** Billions where the largest amount has some, otherwise millions or ones: short numbers in certificates. */
function scaleOf(prints: readonly Print[]): number {
  const largest = prints.reduce((most, { fact }) => {
    const exact = fact.amount?.exact.abs();
    return exact === undefined || exact.compare(most) < 0 ? most : exact;
  }, Ratio.ZERO);
  const exponent = largest.exponent;
  return exponent >= 9 ? 9 : exponent >= 6 ? 6 : 0;
}

class Constraints {
  readonly all: Constraint[] = [];
  readonly allowances = new Map<string, string>();
  private readonly ids = new Map<string, number>();

  constructor(private readonly scale: number) {}

  notNegative(level: Level, name: string): void {
    this.add(
      "limit",
      `${name}: not negative`,
      [[level, Ratio.ONE]],
      { value: Ratio.ZERO, open: false },
      undefined,
    );
  }

  rule({ kind, says, allows, terms, lower, upper }: Rule): void {
    if (allows !== undefined) this.allowances.set(says, allows);
    this.add(kind, says, terms, this.scaled(lower), this.scaled(upper));
  }

  print(id: string, terms: readonly Times[], lower: End | undefined, upper: End | undefined): void {
    this.add("statement", id, terms, this.scaled(lower), this.scaled(upper));
  }

  private scaled(end: End | undefined): End | undefined {
    return end === undefined || end.value.sign === 0
      ? end
      : { value: end.value.shift(-this.scale), open: end.open };
  }

  private add(
    kind: Constraint["kind"],
    source: string,
    terms: readonly Times[],
    lower: End | undefined,
    upper: End | undefined,
  ): void {
    const seen = (this.ids.get(source) ?? 0) + 1;
    this.ids.set(source, seen);
    this.all.push({
      id: seen === 1 ? source : `${source} #${seen}`,
      source,
      kind,
      terms: terms.map(([level, times]): Term => ({ variable: level.index, times })),
      ...(lower === undefined ? {} : { lower }),
      ...(upper === undefined ? {} : { upper }),
    });
  }
}

const ZERO: End = { value: Ratio.ZERO, open: false };

/** @param level what the print is about */
function printed({ id, part, fact }: Print, level: Level, levels: Levels, made: Constraints): void {
  if (part === "amount") {
    const { lower, upper } = ends(fact.amount?.interval as Interval);
    made.print(id, [[level, Ratio.ONE]], lower, upper);
  } else if (part === "growth") {
    const base = levels.of(baseOf(level));
    made.print(id, [[base, Ratio.ONE]], { value: Ratio.ZERO, open: true }, undefined);
    ratio(id, level, base, fact.growth?.interval as Interval, Ratio.ONE, made);
  } else if (part === "share") {
    ratio(id, level, levels.of(wholeOf(level)), fact.share?.interval as Interval, Ratio.ZERO, made);
  } else {
    const { of, since } = fact.record as NonNullable<typeof fact.record>;
    for (const other of earlierThan(level, levels, since === undefined ? undefined : daysOf(since))) {
      const [more, less] = of === "highest" ? [level, other] : [other, level];
      made.print(
        id,
        [
          [more, Ratio.ONE],
          [less, MINUS],
        ],
        ZERO,
        undefined,
      );
    }
  }
}

const MINUS = Ratio.of(-1n);

/** level = (plus + ratio) × base. */
function ratio(id: string, level: Level, base: Level, of: Interval, plus: Ratio, made: Constraints): void {
  const { lower, upper } = ends(of);
  const side = (end: End): readonly Times[] => [
    [level, Ratio.ONE],
    [base, plus.add(end.value).negated()],
  ];
  if (lower !== undefined) made.print(id, side(lower), { value: Ratio.ZERO, open: lower.open }, undefined);
  if (upper !== undefined) made.print(id, side(upper), undefined, { value: Ratio.ZERO, open: upper.open });
}

function ends(of: Interval): { readonly lower: End | undefined; readonly upper: End | undefined } {
  return {
    lower: of.low.isFinite ? { value: of.low, open: of.lowerOpen } : undefined,
    upper: of.high.isFinite ? { value: of.high, open: of.upperOpen } : undefined,
  };
}
