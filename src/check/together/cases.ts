import { Near } from "../../exact/decimal.js";
import type { Interval } from "../../exact/interval.js";
import { Ratio } from "../../exact/ratio.js";
import { once } from "../../language/once.js";
import type { Clash } from "../../statement/reconcile/conflict.js";
import { listed } from "../../statement/reconcile/words.js";
import { Budget } from "../../statement/solver/budget.js";
import type { FigureMention, Reading, Together } from "../../text/reading.js";
import type { Case } from "../case.js";
import type { Judgement } from "../judgement.js";
import type { CheckOptions } from "../options.js";
import { isSlip } from "../repair/slip.js";
import { View } from "../view.js";
import { statementsOf } from "./document.js";
import { contradiction, leftBy, Statements } from "./engine.js";
import type { Said } from "./said.js";

/** Effort for all statements of one text together. */
const USUAL = 5;
/** So many figures of a set that was not decided are named. */
const MOST_NAMED = 6;

/** What the figures of many sentences say together: sets that contradict each other, and sets that hold each other in place. */
export function togetherCases(reading: Reading, options: CheckOptions): Case[] {
  const all = statementsOf(reading, options.firstLine);
  if (all.length < 2) return [];
  const { effort = USUAL } = options;
  const budget = new Budget({ effort }, effort);
  const view = new View(options.rounding);
  const statements = new Statements(all, view);
  const made = (said: readonly Said[], beside: readonly Said[] = []) => caseOf(reading, said, beside, effort);
  const cases: Case[] = [];
  const ruled = once(() => claimedIn(reading));
  const isRuled = (said: readonly Said[]) =>
    said.every(({ part }) => part !== "record") && ruled().has(keyOf(said));
  let left = all;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { found, undecided } = statements.contradictions(left, budget);
    const out = new Set(found.flat());
    left = left.filter((one) => !out.has(one));
    for (const said of found) {
      // Two figures of one name that no slip explains may be of two things: neither is held against the others.
      if (isOneTwice(said) && !isSlip(said[0]?.mention, said[1]?.mention, view)) continue;
      if (isRuled(said)) continue;
      // What else bears on them says which of them is to be mended, and how.
      const beside = statements.around(said).filter((one) => left.includes(one));
      cases.push(made(said, beside.length + said.length <= MOST_BESIDE ? beside : []));
    }
    // What is left of a part that was decided can all be true.
    if (found.length === 0 && undecided) cases.push(undecidedCase(reading, left));
    if (found.length === 0 || !undecided) break;
  }
  for (const held of statements.supported(left, budget)) {
    if (!isRuled(held)) cases.push(made(held));
  }
  return distinct(cases);
}

const MOST_ROUNDS = 20;
/** With so many figures at most a contradiction is mended. */
const MOST_BESIDE = 6;

/** Two figures of one name: the same amount, or the same growth. */
const isOneTwice = ([a, b, ...more]: readonly Said[]): boolean =>
  a !== undefined &&
  b !== undefined &&
  more.length === 0 &&
  a.part === b.part &&
  a.part !== "record" &&
  a.about.flow === b.about.flow &&
  a.about.period.text === b.about.period.text;

const keyOf = (said: readonly Said[]): string => key(mentionsOf(said));
const key = (mentions: readonly FigureMention[]): string =>
  [...new Set(mentions.map(({ start }) => start))].sort((a, b) => a - b).join(" ");

const mentionsOf = (said: readonly Said[]): FigureMention[] =>
  [...new Set(said.map(({ mention }) => mention))].sort((a, b) => a.start - b.start);

/** Figures that a sentence or a table relates already. */
function claimedIn({ sums, growth, changes }: Reading): Set<string> {
  return new Set([
    ...sums.map(({ total, parts }) => key([total, ...parts.map(({ amount }) => amount)])),
    ...growth.map(({ rate, level, base }) => key([rate, level, base].filter((one) => one !== undefined))),
    ...changes.map(({ from, to }) => key([from, to])),
  ]);
}

function distinct(cases: readonly Case[]): Case[] {
  const seen = new Set<string>();
  return cases.filter(({ figures }) => {
    const name = key(figures);
    return !seen.has(name) && seen.add(name) !== undefined;
  });
}

function claimOf({ text }: Reading, said: readonly Said[]): Together {
  const told = mentionsOf(said);
  const start = Math.min(...told.map((one) => one.start));
  const end = Math.max(...told.map((one) => one.end));
  return { rule: "statements-together", text: text.slice(start, end), start, end, told };
}

/** @param beside what else a repair has to fit: it is not accused */
function caseOf(reading: Reading, said: readonly Said[], beside: readonly Said[], effort: number): Case {
  const all = [...said, ...beside];
  const edited = editsOf(all);
  return {
    kind: "together",
    claim: claimOf(reading, said),
    figures: toMend(said),
    judge: (view) => {
      const isPrinted = view.edits.figure === undefined && view.edits.turned !== true;
      return edited(view) ?? judged(said, contradiction(isPrinted ? said : all, view, effort));
    },
    turns: turnsOf(reading, said),
  };
}

/** The figures in the order in which a slip is looked for: what is made of others first. */
function toMend(said: readonly Said[]): FigureMention[] {
  const made = said.filter(({ about: { flow } }) => flow !== "exports" && flow !== "imports");
  return [...new Set([...mentionsOf(made), ...mentionsOf(said)])];
}

/**
 * Judges edits of amounts, hundreds for each: what the others leave an amount is found once, and an edit can be true with
 * them where it meets that. Undefined where that does not decide it.
 */
function editsOf(said: readonly Said[]): (view: View) => Judgement | undefined {
  const known = new Map<string, Interval | undefined>();
  return (view) => {
    const of = view.edits.figure?.of;
    const [one, ...more] = said.filter(({ mention }) => mention === of);
    if (one?.part !== "amount" || more.length > 0) return undefined;
    const key = `${one.id} ${view.loose}`;
    if (!known.has(key)) {
      const others = said.filter((other) => other !== one);
      known.set(key, leftBy(others, one, view));
    }
    const left = known.get(key);
    const own = view.of(one.mention);
    if (left === undefined || own.unit !== one.unit) return undefined;
    if (own.interval.intersect(left) === undefined) return judged(said, "some");
    const size = own.exact.abs();
    const far = left.isFinite && size.sign > 0 ? own.exact.sub(left.middle).abs().div(size) : Ratio.ZERO;
    return { ...judged(said, "none"), offset: far.toDecimal() };
  };
}

/** The verb of a growth, where the set has one: it may be the one that was mistaken. */
function turnsOf({ text }: Reading, said: readonly Said[]): Case["turns"] {
  const grown = said.filter(({ part }) => part === "growth");
  const claim = grown[0]?.telling.growth;
  if (grown.length !== 1 || claim === undefined) return {};
  return { text, claim, sign: claim.sign, figure: claim.rate };
}

function undecidedCase(reading: Reading, said: readonly Said[]): Case {
  const claim = claimOf(reading, said);
  return { kind: "together", claim, figures: claim.told, judge: () => judged(said, undefined), turns: {} };
}

function judged(said: readonly Said[], clash: Clash | "none" | "some" | undefined): Judgement {
  const figures = namesOf(said);
  if (clash === undefined || clash === "none") {
    const says =
      clash === "none"
        ? `${figures} can all be true.`
        : `Whether ${figures} can all be true took too much work to find out.`;
    return plain(clash === "none" ? "consistent" : "undecided", says, says);
  }
  if (clash === "some") {
    const says = `${figures} cannot all be true.`;
    return plain("inconsistent", says, says);
  }
  return {
    ...plain(
      "inconsistent",
      `${figures} cannot all be true: ${clash.says}`,
      [clash.says, ...clash.lines].join("\n"),
    ),
    proof: () => clash.certificate,
  };
}

function plain(verdict: Judgement["verdict"], says: string, working: string): Judgement {
  return {
    verdict,
    margin: undefined,
    against: "text",
    offset: new Near(0),
    computed: undefined,
    distance: () => "",
    says: () => says,
    working: () => working,
  };
}

/** "“a” (1:5), “b” (2:7) and “c” (4:1)", with line and column; of many the first, and how many there are. */
function namesOf(said: readonly Said[]): string {
  const places = new Map(said.map(({ mention, place }) => [mention, place]));
  const names = mentionsOf(said).map((one) => `“${one.text.replace(/\s+/g, " ")}” (${places.get(one)})`);
  const more = names.length - MOST_NAMED;
  return listed(more > 1 ? [...names.slice(0, MOST_NAMED), `${more} other figures`] : names);
}
