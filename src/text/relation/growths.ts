import {
  CARRIES_BASIS,
  DEALS_OUT,
  DENIALS,
  DENIALS_BEHIND,
  ENDS_DENIAL,
  NOT_TRUE,
} from "../../language/en/relation-words.js";
import { NEGATIONS } from "../../language/en/words.js";
import { BEFORE_INCREMENT, ONLY_MARK } from "../../language/zh/words.js";
import type { Amount } from "../amount/amount.js";
import type { GrowthClaim } from "../reading.js";
import type { Line } from "../scan/line.js";
import { chineseBase, chineseMood } from "./chinese.js";
import { isOfOtherTime } from "./comparison-basis.js";
import { besides, deal, type Earlier, levelBeside, share } from "./coordination.js";
import { growthClaim } from "./growth-claim.js";
import { saidOf } from "./growth-phrase.js";
import { levelOf } from "./level.js";
import { changesAnother, isInOtherTerms, isOfAnother } from "./likeness.js";
import { listedBases, pairListed } from "./listed-bases.js";
import { ofOtherChange } from "./opposed.js";
import { isRateKind, roleOf } from "./role.js";

const NONE: readonly GrowthClaim[] = [];
const NO_LEVEL = { level: undefined, base: undefined };

/** The growth claims of a sentence beside those that a rule has `read`; every percentage is told what it is of. */
export function growthOf(line: Line, read: ReadonlySet<Amount>): readonly GrowthClaim[] {
  if (!line.amounts.some((place) => isRateKind(line.amount(place) as Amount))) return NONE;
  const claims: GrowthClaim[] = [];
  const taken = new Set<Amount>(read);
  const earlier: Earlier[] = [];
  const lists = listedBases(line);
  const listed = new Set(lists.flatMap((list) => list.map((place) => line.amount(place))));
  for (const place of line.amounts) {
    const rate = line.amount(place) as Amount;
    if (!isRateKind(rate) || read.has(rate)) continue;
    const own = saidOf(line, place);
    const said = own ?? besides(line, place, earlier);
    if (said === undefined) continue;
    if (negated(line, said.from, Math.max(place, said.to))) {
      line.sentence.leave(rate.start, rate.end, "a growth that the sentence denies");
      continue;
    }
    const near = said.form === "itself" ? NO_LEVEL : levelOf(line, place, said, taken);
    const alone = isDealtOut(line, near.level, place) ? { ...near, level: undefined } : near;
    const found =
      alone.level !== undefined &&
      alone.base !== undefined &&
      (isInOtherTerms(line, place) ||
        isOfOtherTime(line, place, alone.base) ||
        listed.has(alone.base) ||
        ofOtherChange(line, alone.level, alone.base) ||
        changesAnother(line, place, alone.base) ||
        isOfAnother(line, alone.base))
        ? { ...alone, base: undefined }
        : alone;
    const beside =
      found.level === undefined && said.form !== "itself"
        ? levelBeside(line, place, said, earlier)
        : undefined;
    const { level, base } = turned(line, place, beside ?? found, taken);
    earlier.push({ place, said, level, base });
    if (rate.kind === "percent" && level?.kind === "percent") rate.asPoints();
    const claim = growthClaim(line, place, said, level, base);
    // "an increase of 1.08 million tons or 3.9%": both are of one change.
    if (said.amount !== undefined)
      claims.push({ ...growthClaim(line, said.amount, said, level, base), basis: claim.basis });
    claims.push(claim);
    rate.role = "growth";
    for (const one of [level, base]) {
      if (one === undefined) continue;
      taken.add(one);
      if (one.kind === "percent") one.role = "level";
    }
  }
  for (const [k, { said }] of earlier.entries()) if (said.beside) shareAt(claims, earlier, line, k);
  deal(line, claims);
  pairListed(line, claims, lists);
  for (let k = 1; k < claims.length; k++) carry(line, claims, k);
  for (const place of line.amounts) {
    const rate = line.amount(place) as Amount;
    if (rate.kind === "percent" || rate.kind === "fraction") rate.role ??= roleOf(line, place);
  }
  return claims;
}

/** In Chinese the amount that is compared with comes first: "比233.9亿元增长28.3%,达到300.1亿元". */
function turned(line: Line, place: number, found: Levels, taken: ReadonlySet<Amount>): Levels {
  const { text } = line.sentence;
  const { level, base } = found;
  if (level !== undefined && chineseBase(text, level.start))
    return { level: base ?? besideBase(line, level), base: level };
  if (base !== undefined) return found;
  const before = line.amounts.filter((one) => one < place).map((one) => line.amount(one) as Amount);
  const compared = before.findLast((one) => one.kind === "money" || one.kind === "count");
  return compared !== undefined && !taken.has(compared) && chineseBase(text, compared.start)
    ? { level, base: compared }
    : found;
}

/** "were $50m and $46m in 2019 and 2018, respectively, an increase of 8%": the last of several is not what grew. */
function isDealtOut(line: Line, level: Amount | undefined, place: number): boolean {
  if (level === undefined) return false;
  for (let i = line.placeOf(level) + 1; i < place; i++) if (DEALS_OUT.has(line.word(i))) return true;
  return false;
}

interface Levels {
  readonly level: Amount | undefined;
  readonly base: Amount | undefined;
}

/** "达1268家,比634家翻了一番": the amount directly before the words that compare. */
function besideBase(line: Line, base: Amount): Amount | undefined {
  const before = line.amount(line.amounts[line.amounts.indexOf(line.placeOf(base)) - 1] ?? -1);
  const alike = before?.kind === base.kind && before.currency === base.currency && before.of === base.of;
  if (!alike || BEFORE_INCREMENT.has(line.word(line.placeOf(before) - 1))) return undefined;
  return ONLY_MARK.test(line.sentence.text.slice(before.end, base.start)) ? before : undefined;
}

function shareAt(claims: GrowthClaim[], earlier: readonly Earlier[], line: Line, k: number): void {
  const at = [k - 1, k].map((n) =>
    claims.findIndex((claim) => claim.rate === line.amount(earlier[n]?.place ?? -1)),
  );
  if (at.every((n) => n >= 0)) share(claims, at);
}

/** "a rise of 32 percent from 1995 and steel imports rose 14 percent": what the rate before is measured against. */
function carry(line: Line, claims: GrowthClaim[], k: number): void {
  const [before, own] = [claims[k - 1], claims[k]] as [GrowthClaim, GrowthClaim];
  if (own.basis !== "unsaid" || before.basis === "unsaid" || own.rate.kind !== "percent") return;
  // "to 2.5% in June from 4.3% in March": both are of one growth.
  const itself = own.rule === "growth-itself";
  if (before.rate.kind !== "percent") return;
  if (!itself && own.period !== undefined && own.period !== before.period) return;
  const [from, to] = [before, own].map(({ rate }) => line.placeOf(rate as Amount));
  if (from === undefined || to === undefined || to <= from || before.forecast !== own.forecast) return;
  for (let i = from + 1; i < to; i++) if (line.word(i) === ";") return;
  for (let i = from + 1; i < to; i++)
    if (itself || CARRIES_BASIS.has(line.word(i))) claims[k] = { ...own, basis: before.basis };
}

/** Whether the sentence denies the growth: "did not rise", "denied that profits fell", "a drop was avoided". */
function negated(line: Line, from: number, to: number): boolean {
  for (let i = from - 1; i >= 0 && from - i <= 3; i--) if (NEGATIONS.has(line.word(i))) return true;
  for (let i = from - 1; i >= 0 && from - i <= 12; i--) {
    if (ENDS_DENIAL.has(line.word(i))) break;
    if (DENIALS.has(line.word(i)) || line.says(i, NOT_TRUE)) return true;
  }
  for (let i = to + 1; i <= to + 5; i++) if (DENIALS_BEHIND.has(line.word(i))) return true;
  return chineseMood(line.sentence.text, line.items[from]?.start ?? 0).denied;
}
