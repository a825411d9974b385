import type { Amount } from "../amount/amount.js";
import { yearBeforeOf } from "../period/calendar.js";
import type { GrowthClaim } from "../reading.js";
import type { Line } from "../scan/line.js";
import { basisByWords } from "./basis-by-words.js";
import { basisOf } from "./comparison-basis.js";
import { isForecast } from "./forecast.js";
import { wayOf } from "./improvement.js";
import type { Said } from "./phrase.js";

/** What a rule says of a growth itself. */
interface ByRule {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly by: Amount | undefined;
}

/**
 * A growth claim with its basis and period, from the rate at `place` and what the words around it say. All are made alike,
 * whatever they lack: readers go over many.
 */
export function growthClaim(
  line: Line,
  place: number,
  said: Said,
  level: Amount | undefined,
  base: Amount | undefined,
  own?: ByRule,
): GrowthClaim {
  const rate = line.amount(place) as Amount;
  const { basis, period } =
    line.language === undefined ? basisOf(line, place, said, base) : basisByWords(line, place, line.language);
  let start = Math.min(rate.start, line.items[said.from]?.start ?? rate.start);
  let end = Math.max(rate.end, line.items[said.to]?.end ?? rate.end);
  for (const one of [level, base]) {
    if (one === undefined) continue;
    start = Math.min(start, one.start);
    end = Math.max(end, one.end);
  }
  if (own !== undefined) ({ start, end } = own);
  const resolved = basis === "yoy" ? period?.period : undefined;
  return {
    rule: own?.rule ?? `growth-${said.form}`,
    text: line.sentence.slice(start, end),
    start,
    end,
    rate,
    sign: wayOf(line, said.sign, said.from, said.to, base, level, true),
    level,
    base,
    period,
    basePeriod: resolved === undefined ? undefined : yearBeforeOf(resolved),
    basis,
    forecast: isForecast(line, said.from),
    by: own?.by,
  };
}
