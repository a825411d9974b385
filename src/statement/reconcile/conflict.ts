import { Ratio } from "../../exact/ratio.js";
import { compile } from "../model/compile.js";
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
export function clashOf(
  conflict: Conflict,
  prints: ReadonlyMap<string, Print>,
  scale: number,
  relations: readonly TradeRelation[],
): Clash {
  const own = conflict.sources.flatMap((id) => {
    const print = prints.get(id);
    return print === undefined ? [] : [print];
  });
  const sum = pencil(conflict.certificate, prints, scale) ?? growthsAlone(own, relations);
  const close =
    conflict.gap.sign === 0 ? " Only the rounding rule decides: the two sides touch at an end that one of them excludes." : "";
  return {
    prints: own,
    statements: own.map(printInWords),
    says: `${sum.says}${close}`,
    lines: sum.lines,
    gap: conflict.gap,
    minimal: conflict.minimal,
    certificate: conflict.certificate,
  };
}

/** Growths and shares alone: what the others leave one of them, whatever the amounts. */
function growthsAlone(prints: readonly Print[], relations: readonly TradeRelation[]): Pencil {
  const target = prints.find(({ part, fact }) => part === "growth" && fact.flow === "total") ?? prints[0];
  const names = prints.map((print) => `${figureOf(print)} (${print.fact.where ?? print.id})`);
  if (target === undefined) return { says: "The relations contradict one another.", lines: [] };
  const lines = names;
  if (target.part !== "growth") return { says: `${names.join(", ")} cannot all be true.`, lines };
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
    { ms: 500 },
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
  return {
    says: `${figureOf(target)} is printed for the growth of ${levelWords(level)}, but ${others} leave ${left}.`,
    lines,
  };
}
