import { FigureError } from "../../../errors.js";
import { addsUp } from "../../fact.js";
import { levelWords } from "../level.js";
import { latest, type TradeRelation } from "../relation.js";
import { atMost, equal } from "../rule.js";

/** The trade with one partner is part of the trade with the world. */
export function partners(): TradeRelation {
  return {
    name: "partners",
    rules: (levels) =>
      latest(levels.all()).flatMap((part) => {
        if (part.partner === "WLD" || !addsUp(part.flow)) return [];
        const whole = levels.find({ ...part, partner: "WLD" });
        return whole === undefined
          ? []
          : [atMost([part], whole, `${levelWords(part)}: part of the trade with the world`)];
      }),
  };
}

export interface WholeOptions {
  /** What the names are. Default: "area". */
  readonly of?: "area" | "partner" | "flow";
  /** Whether the parts are all there are: their sum is then the whole, and not at most the whole. Default: false. */
  readonly complete?: boolean;
}

/**
 * Parts that do not overlap, and their whole: provinces of a country, members of a union, kinds of goods as flows.
 * Only amounts that are spoken of count; of a complete whole the parts of each of its periods are unknowns.
 * @throws FigureError "bad-option" for no parts, or a part that is its own whole
 * @example parts("Northeast", ["Liaoning", "Jilin", "Heilongjiang"]).name // Northeast
 */
export function parts(whole: string, of: readonly string[], options: WholeOptions = {}): TradeRelation {
  const { of: dimension = "area", complete = false } = options;
  if (of.length === 0 || of.includes(whole) || new Set(of).size < of.length) {
    throw new FigureError(
      "bad-option",
      `the parts of ${whole} have to be one or more other names, each once; found ${of.join(", ") || "none"}`,
    );
  }
  return {
    name: whole,
    needs: (levels) => {
      if (!complete) return;
      for (const one of latest(levels.all())) {
        if (one[dimension] === whole) for (const name of of) levels.of({ ...one, [dimension]: name });
      }
    },
    rules: (levels) =>
      latest(levels.all()).flatMap((one) => {
        if (one[dimension] !== whole || !addsUp(one.flow)) return [];
        const found = of.map((name) => levels.find({ ...one, [dimension]: name }));
        const known = found.filter((part) => part !== undefined);
        if (known.length === 0) return [];
        const names = `${known.map((part) => part[dimension]).join(" + ")}`;
        return complete
          ? [equal(one, known, `${levelWords(one)} = ${names}`)]
          : [atMost(known, one, `${levelWords(one)}: at least ${names}`)];
      }),
  };
}
