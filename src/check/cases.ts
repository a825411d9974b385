import { FigureError } from "../errors.js";
import type { Conversion, FigureMention, GrowthClaim, Reading } from "../text/reading.js";
import type { Case } from "./case.js";
import { growthAside, meansPoints, sentenceAround, yearsAside } from "./context-words.js";
import { judgeChange } from "./judge/change.js";
import { judgeConversion } from "./judge/conversion.js";
import { growthKind, judgeGrowth, movesByPoints } from "./judge/growth.js";
import { judgeShare } from "./judge/share.js";
import { judgeSum } from "./judge/sum.js";
import type { Judgement } from "./judgement.js";
import type { CheckOptions } from "./options.js";
import { publishedCases } from "./published/cases.js";
import { TimesOf } from "./rates/claim-periods.js";
import { EvidenceOf } from "./rates/evidence.js";
import { peersOf } from "./rates/other-pairs.js";
import type { Turn } from "./repair/search.js";
import { togetherCases } from "./together/cases.js";
import { tableCases } from "./together/table.js";
import { View } from "./view.js";

/** The judgement of a case; one that fails with zeros as digits is tried with zeros as rounding. */
export function judgedCase(one: Case, view: View): Judgement | undefined {
  try {
    const strict = one.judge(view);
    if (strict?.verdict !== "inconsistent" || !view.mayLoosen(one.figures)) return strict;
    const loose = one.judge(view.loosened());
    if (loose === undefined || loose.verdict === "inconsistent") return strict;
    return {
      ...loose,
      verdict: "undecided",
      margin: strict.margin,
      computed: strict.computed,
      distance: strict.distance,
      says: () =>
        `${strict.says().replace(/\.$/, "")}; it fits only if the zeros at the end of a figure are rounded.`,
      working: strict.working,
    };
  } catch (error) {
    if (FigureError.is(error)) return undefined;
    throw error;
  }
}

export function casesOf(reading: Reading, options: CheckOptions): Case[] {
  return [
    ...conversionCases(reading, options),
    ...growthCases(reading),
    ...changeCases(reading),
    ...reading.sums.map(
      (claim): Case => ({
        kind: "sum",
        claim,
        figures: [claim.total, ...claim.parts.map(({ amount }) => amount)],
        judge: (view) => judgeSum(claim, view),
        turns: mixedTurns([claim.total, ...claim.parts.map(({ amount }) => amount)]),
      }),
    ),
    ...reading.shares.map(
      (claim): Case => ({
        kind: "share",
        claim,
        figures: present([claim.share, claim.part, claim.whole]),
        judge: (view) => judgeShare(claim, view),
        turns: mixedTurns(present([claim.part, claim.whole])),
      }),
    ),
    ...tableCases(reading),
    ...togetherCases(reading, options),
    ...publishedCases(reading, options),
  ];
}

/** The currencies of amounts that stand in more than one: one of them may be a slip. */
function mixedTurns(amounts: readonly FigureMention[]): Turn {
  const currencies = [...new Set(amounts.flatMap((one) => one.currency ?? []))];
  return currencies.length > 1 ? { currencies } : {};
}

function conversionCases(reading: Reading, options: CheckOptions): Case[] {
  if (reading.conversions.length === 0) return [];
  const evidence = new EvidenceOf(reading, options);
  let peers: ReturnType<typeof peersOf> | undefined;
  const peersBeside = (claim: Conversion) => {
    peers ??= peersOf(reading.conversions, new View(options.rounding));
    return peers(claim);
  };
  const currencies = currenciesOf(reading.mentions, 8);
  const times = new TimesOf(reading);
  return reading.conversions.map((claim) => {
    const setting = { evidence, times: times.at(claim), peers: () => peersBeside(claim) };
    return {
      kind: "conversion",
      claim,
      figures: [claim.converted, claim.amount],
      judge: (view) => judgeConversion(claim, view, setting),
      turns: { currencies },
    };
  });
}

/** The first currencies that a text names, at most so many. */
function currenciesOf(mentions: Reading["mentions"], most: number): readonly string[] {
  const found = new Set<string>();
  for (const one of mentions) {
    if (found.size === most) break;
    if ("figure" in one && one.currency !== undefined) found.add(one.currency);
  }
  return [...found];
}

function growthCases(reading: Reading): Case[] {
  const percents = new Map<string, GrowthClaim>();
  const key = (claim: GrowthClaim, of: FigureMention | undefined) =>
    of === undefined ? "" : `${claim.sign} ${of.start}`;
  // Points beside amounts are looked at where they can only be a slip for percent.
  const growth = reading.growth.filter((claim) => !movesByPoints(claim) || !meansPoints(reading.text, claim));
  for (const claim of growth) {
    if (claim.rate.kind !== "percent" && !movesByPoints(claim)) continue;
    for (const of of [claim.level, claim.base]) if (of !== undefined) percents.set(key(claim, of), claim);
  }
  return growth.flatMap((claim): Case[] => {
    const kind = growthKind(claim.rate);
    if (kind === undefined) return [];
    const other =
      kind === "increment"
        ? (percents.get(key(claim, claim.level)) ?? percents.get(key(claim, claim.base)))
        : undefined;
    const beside = other?.rate;
    // Tonnes have no prices; amounts of money do.
    const priced = kind === "growth" && claim.level?.kind === "money";
    const sentence = onceOnly(() => sentenceAround(reading.text, claim).text);
    const years = onceOnly(() => yearsAside(reading.text, claim.rate, claim.base));
    const aside = () => years() ?? (priced ? growthAside(sentence()) : undefined);
    return [
      {
        kind,
        claim,
        figures: present([
          claim.rate,
          ...(beside === undefined ? [] : [beside]),
          claim.level,
          claim.base,
          claim.by,
        ]),
        judge: (view) =>
          judgeGrowth(claim, view, { beside, aside, yearly: () => years() !== undefined, sentence }),
        turns: {
          text: reading.text,
          claim,
          sign: claim.sign,
          figure: claim.rate,
          ...mixedTurns(present([claim.level, claim.base])),
        },
      },
    ];
  });
}

/** Changes, but for those that a growth claim with the same two amounts covers. */
function changeCases(reading: Reading): Case[] {
  const covered = new Set(
    reading.growth.flatMap((one) =>
      one.level === undefined || one.base === undefined || one.rate.kind !== "percent"
        ? []
        : [`${one.base.start} ${one.level.start} ${one.sign}`],
    ),
  );
  return reading.changes
    .filter((one) => !covered.has(`${one.from.start} ${one.to.start} ${one.sign}`))
    .map((claim) => {
      const sentence = onceOnly(() => sentenceAround(reading.text, claim).text);
      return {
        kind: "change",
        claim,
        figures: present([claim.to, claim.from, claim.by]),
        judge: (view) => judgeChange(claim, view, sentence),
        turns: { text: reading.text, claim, sign: claim.sign, figure: claim.to },
      };
    });
}

/** What is made when it is first asked for, and kept. */
function onceOnly<T>(make: () => T): () => T {
  let made: { readonly of: T } | undefined;
  return () => {
    made ??= { of: make() };
    return made.of;
  };
}

function present(figures: readonly (FigureMention | undefined)[]): FigureMention[] {
  return figures.filter((one) => one !== undefined);
}
