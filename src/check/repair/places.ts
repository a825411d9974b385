import { digitAt, isProblem, numberAt } from "../../notation/number.js";
import { currencyBefore, scaleAt, unitAt } from "../../notation/parts.js";
import type { FigureMention } from "../../text/reading.js";

/** Where in a mention's text a part of it stands. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

export interface NumberPlace extends Place {
  readonly of: "figure" | "to";
  /** The digits without separators, as the figure has them. */
  readonly digits: string;
  readonly decimal: "." | ",";
  readonly grouping: "none" | "thousands" | "indian" | "space";
}

export interface ScalePlace extends Place {
  readonly exponent: number;
  /** Which figures it scales: of a range, one or both. */
  readonly of: readonly ("figure" | "to")[];
}

/** The parts of a printed figure that a slip can change. */
export interface Places {
  readonly numbers: readonly NumberPlace[];
  readonly scales: readonly ScalePlace[];
  /** Every place that says the currency. */
  readonly units: readonly Place[];
}

const MAX_NUMBERS = 2;

/** Finds the numbers of a mention, held to the digits of its figures, with the scale and the unit of each. */
export function placesOf(mention: FigureMention): Places {
  const { text } = mention;
  const numbers: NumberPlace[] = [];
  const scales: ScalePlace[] = [];
  const units: Place[] = [];
  let i = 0;
  while (i < text.length && numbers.length < MAX_NUMBERS) {
    if (digitAt(text, i) < 0) {
      i++;
      continue;
    }
    const of: NumberPlace["of"] = numbers.length === 0 ? "figure" : "to";
    const wanted = of === "figure" ? mention.figure.digits : mention.to?.digits;
    const found = ([".", ","] as const)
      .map((decimal) => ({ decimal, number: numberAt(text, i, { decimal, spaces: true }) }))
      .find(({ number }) => !isProblem(number) && number.digits === wanted);
    if (found === undefined || isProblem(found.number)) break;
    const { end, digits, grouping } = found.number;
    const start = text[i - 1] === "." && digits.startsWith("0.") && text[i] !== "0" ? i - 1 : i;
    numbers.push({ of, start, end, word: text.slice(start, end), digits, decimal: found.decimal, grouping });
    i = end;
    const before = currencyBefore(text, start);
    const scale = scaleAt(text, end, before !== undefined);
    if (scale !== undefined) {
      const word = text.slice(end, scale.end).replace(/^[\s\-‐‑]+/, "");
      const lone = of === "to" && scales.length === 0;
      scales.push({
        start: scale.end - word.length,
        end: scale.end,
        word,
        exponent: scale.exponent,
        of: lone ? ["figure", "to"] : [of],
      });
      i = scale.end;
    }
    if (before !== undefined)
      units.push({ start: before.start, end: before.end, word: text.slice(before.start, before.end) });
    const behind = unitAt(text, i);
    if (behind !== undefined) {
      units.push({ start: behind.start, end: behind.end, word: text.slice(behind.start, behind.end) });
      i = behind.end;
    }
  }
  return { numbers, scales, units };
}
