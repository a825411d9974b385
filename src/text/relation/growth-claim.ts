import { yearBefore } from "../../figure/period.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim } from "../reading.js";
import type { Line } from "../scan/line.js";
import { basisByWords } from "./basis-by-words.js";
import { basisOf } from "./comparison-basis.js";
import { isForecast } from "./forecast.js";
import type { Said } from "./phrase.js";

/** A growth claim with its basis and period, from the rate at `place` and what the words around it say. */
export function growthClaim(
  line: Line,
  place: number,
  said: Said,
  level: Amount | undefined,
  base: Amount | undefined,
): GrowthClaim {
  const rate = line.amount(place) as Amount;
  const { basis, period } =
    line.language === undefined ? basisOf(line, place, said, base) : basisByWords(line, place, line.language);
  const all = [rate, level, base].filter((one) => one !== undefined);
  const start = Math.min(...all.map((one) => one.start), line.items[said.from]?.start ?? rate.start);
  const end = Math.max(...all.map((one) => one.end), line.items[said.to]?.end ?? rate.end);
  const resolved = basis === "yoy" ? period?.period : undefined;
  return {
    rule: `growth-${said.form}`,
    ...line.sentence.span(start, end),
    rate,
    sign: said.sign,
    ...(level === undefined ? {} : { level }),
    ...(base === undefined ? {} : { base }),
    ...(period === undefined ? {} : { period }),
    ...(resolved === undefined ? {} : { basePeriod: yearBefore(resolved) }),
    basis,
    forecast: isForecast(line, said.from),
  };
}
