import { yearBefore } from "../../figure/period.js";
import { FORECAST_WORDS, NEGATIONS } from "../../language/en/words.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim } from "../reading.js";
import type { Line } from "../scan/line.js";
import { chineseMood } from "./chinese.js";
import { basisOf } from "./comparison-basis.js";
import { besides, deal, type Earlier, levelBeside, share } from "./coordination.js";
import { saidOf } from "./growth-phrase.js";
import { levelOf } from "./level.js";
import type { Said } from "./phrase.js";
import { isRateKind, roleOf } from "./role.js";

const NO_LEVEL = { level: undefined, base: undefined };

/** The growth claims of a sentence; every percentage is told what it is of. */
export function growthOf(line: Line): GrowthClaim[] {
  const claims: GrowthClaim[] = [];
  const taken = new Set<Amount>();
  const earlier: Earlier[] = [];
  for (const place of line.amounts) {
    const rate = line.amount(place) as Amount;
    if (!isRateKind(rate)) continue;
    const own = saidOf(line, place);
    const said = own ?? besides(line, place, earlier);
    if (said === undefined) continue;
    if (negated(line, said.from, Math.max(place, said.to))) {
      line.sentence.leave(rate.start, rate.end, "a growth that the sentence denies");
      continue;
    }
    const found = said.form === "itself" ? NO_LEVEL : levelOf(line, place, said, taken);
    const beside =
      found.level === undefined && said.form !== "itself"
        ? levelBeside(line, place, said, earlier)
        : undefined;
    const { level, base } = beside ?? found;
    earlier.push({ place, said, level, base });
    if (rate.kind === "percent" && level?.kind === "percent") rate.asPoints();
    if (said.amount !== undefined) claims.push(claimOf(line, said.amount, said, level, base));
    claims.push(claimOf(line, place, said, level, base));
    rate.role = "growth";
    for (const one of [level, base]) {
      if (one === undefined) continue;
      taken.add(one);
      if (one.kind === "percent") one.role = "level";
    }
  }
  for (const [k, { said }] of earlier.entries()) if (said.beside) shareAt(claims, earlier, line, k);
  deal(line, claims);
  for (const place of line.amounts) {
    const rate = line.amount(place) as Amount;
    if (rate.kind === "percent" || rate.kind === "fraction") rate.role ??= roleOf(line, place);
  }
  return claims;
}

function shareAt(claims: GrowthClaim[], earlier: readonly Earlier[], line: Line, k: number): void {
  const at = [k - 1, k].map((n) =>
    claims.findIndex((claim) => claim.rate === line.amount(earlier[n]?.place ?? -1)),
  );
  if (at.every((n) => n >= 0)) share(claims, at);
}

function claimOf(
  line: Line,
  place: number,
  said: Said,
  level: Amount | undefined,
  base: Amount | undefined,
): GrowthClaim {
  const rate = line.amount(place) as Amount;
  const { basis, period } = basisOf(line, place, said, base);
  const all = [rate, level, base].filter((one) => one !== undefined);
  const start = Math.min(...all.map((one) => one.start), line.items[said.from]?.start ?? rate.start);
  const end = Math.max(...all.map((one) => one.end), line.items[said.to]?.end ?? rate.end);
  const resolved = basis === "yoy" ? period?.period : undefined;
  return {
    ...line.sentence.span(start, end),
    rate,
    sign: said.sign,
    ...(level === undefined ? {} : { level }),
    ...(base === undefined ? {} : { base }),
    ...(period === undefined ? {} : { period }),
    ...(resolved === undefined ? {} : { basePeriod: yearBefore(resolved) }),
    basis,
    forecast: forecast(line, said.from),
  };
}

/** Whether the sentence denies the growth: "did not rise", "denied that profits fell", "a drop was avoided". */
function negated(line: Line, from: number, to: number): boolean {
  for (let i = from - 1; i >= 0 && from - i <= 3; i--) if (NEGATIONS.has(line.word(i))) return true;
  for (let i = from - 1; i >= 0 && from - i <= 12; i--) {
    if (line.word(i) === ";" || line.word(i) === "but") break;
    if (DENIALS.has(line.word(i)) || line.says(i, "not", "true")) return true;
  }
  for (let i = to + 1; i <= to + 5; i++)
    if (/^(avoided|averted|false|untrue|denied)$/.test(line.word(i))) return true;
  return chineseMood(line.sentence.text, line.items[from]?.start ?? 0).denied;
}

const DENIALS = new Set(
  "denied denies deny denying untrue false rumour rumours rumor rumors stopped ceased avoided averted".split(
    " ",
  ),
);

function forecast(line: Line, from: number): boolean {
  if (chineseMood(line.sentence.text, line.items[from]?.start ?? 0).forecast) return true;
  for (let i = from; i >= 0 && from - i <= 12; i--) {
    if (line.word(i) === ";") return false;
    if (FORECAST_WORDS.has(line.word(i))) return true;
  }
  return false;
}
