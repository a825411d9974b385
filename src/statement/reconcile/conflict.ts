import { Ratio } from "../../exact/ratio.js";
import { compile, type Model } from "../model/compile.js";
import { levelWords } from "../model/level.js";
import { baseOf, type Print, subjectOf } from "../model/print.js";
import type { TradeRelation } from "../model/relation.js";
import { range } from "../solver/index.js";
import type { Certificate, Conflict } from "../solver/system.js";
import { figureOf, type Pencil, type PrintInWords, pencil, printInWords } from "./words.js";

/** Figures that cannot all be true, though without any one of them the others could. */
export interface Clash {
  readonly prints: readonly Print[];
  /** The same for a reader, each with its figure, subject, place and source. */
  readonly statements: readonly PrintInWords[];
  /** One sentence, with the numbers: a sum with a pencil. */
  readonly says: string;
  /** The lines of that sum, each with its multiplier. */
  readonly lines: readonly string[];
  /** How far apart the two sides are, relative to the larger; 0 where only the rounding rule decides. */
  readonly gap: Ratio;
  /** Whether it is proven that none of the figures can be spared. */
  readonly minimal: boolean;
  readonly certificate: Certificate;
}

/** A conflict of the solver in words. */
export function clashOf(conflict: Conflict, model: Model, relations: readonly TradeRelation[]): Clash {
  const own = conflict.sources.flatMap((id) => {
    const print = model.prints.get(id);
    return print === undefined ? [] : [print];
  });
  const amounts = pencil(conflict.certificate, model);
  const sum = amounts ?? growthsAlone(own, relations);
  const gap = amounts === undefined ? (sum as Alone).gap : conflict.gap;
  const close =
    gap.sign === 0
      ? " Only the rounding rule decides: the two sides touch at an end that one of them excludes."
      : "";
  return {
    prints: own,
    statements: own.map(printInWords),
    says: `${sum.says}${close}`,
    lines: sum.lines,
    gap,
    minimal: conflict.minimal,
    certificate: conflict.certificate,
  };
}

interface Alone extends Pencil {
  /** How far apart, as a share of the base. */
  readonly gap: Ratio;
}

/** Growths and shares alone: what the others leave one of them, whatever the amounts. */
function growthsAlone(prints: readonly Print[], relations: readonly TradeRelation[]): Alone {
  const target = prints.find(({ part, fact }) => part === "growth" && fact.flow === "total") ?? prints[0];
  const names = prints.map((print) => `${figureOf(print)} (${print.fact.where ?? print.id})`);
  if (target === undefined)
    return { says: "The relations contradict one another.", lines: [], gap: Ratio.ONE };
  const lines = names;
  if (target.part !== "growth")
    return { says: `${names.join(", ")} cannot all be true.`, lines, gap: Ratio.ONE };
  const model = compile(prints, relations);
  const level = model.levels.of(subjectOf(target.fact, "growth"));
  const base = model.levels.of(baseOf(level));
  const found = range(
    {
      variables: model.system.variables,
      constraints: [
        ...model.system.constraints.filter(({ source }) => source !== target.id),
        {
          id: "the base is one",
          source: "the base is one",
          kind: "definition",
          terms: [{ variable: base.index, times: Ratio.ONE }],
          lower: { value: Ratio.ONE, open: false },
          upper: { value: Ratio.ONE, open: false },
        },
      ],
    },
    [{ variable: level.index, times: Ratio.ONE }],
    { effort: 0.5 },
  );
  const end = (of: { readonly value: Ratio } | undefined, mode: "floor" | "ceil") =>
    of === undefined ? undefined : `${of.value.sub(Ratio.ONE).shift(2).toFixed(3, mode)}%`;
  const [low, high] = [end(found?.lower, "floor"), end(found?.upper, "ceil")];
  const others = prints
    .filter((print) => print !== target)
    .map((print) => `${figureOf(print)} for ${print.fact.flow} (${print.fact.where ?? print.id})`)
    .join(" and ");
  const left =
    low !== undefined && high !== undefined
      ? `between ${low} and ${high}`
      : low !== undefined
        ? `at least ${low}`
        : `at most ${high ?? "nothing"}`;
  const own = target.fact.growth?.interval;
  const above =
    own === undefined || found?.lower === undefined
      ? Ratio.ZERO
      : found.lower.value.sub(Ratio.ONE).sub(own.high);
  const below =
    own === undefined || found?.upper === undefined
      ? Ratio.ZERO
      : own.low.sub(found.upper.value.sub(Ratio.ONE));
  const gap = above.sign > 0 ? above : below.sign > 0 ? below : Ratio.ZERO;
  return {
    gap,
    says: `${figureOf(target)} is printed for the growth of ${levelWords(level)}, but ${others} leave ${left}.`,
    lines,
  };
}
