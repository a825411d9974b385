import type { FigureMention, Span } from "../../text/reading.js";
import { directionWord } from "../context-words.js";
import type { Judgement } from "../judgement.js";
import type { Edits, View } from "../view.js";
import { editsOf } from "./edits.js";
import {
  COSTS,
  type Effect,
  nearer,
  type Repair,
  type RepairKind,
  type Trial,
  undecidedCost,
} from "./repair.js";

/** What can be edited besides the figures. */
export interface Turn {
  readonly text?: string;
  readonly claim?: Span;
  readonly sign?: 1 | -1 | 0;
  /** The figure that the verb governs. */
  readonly figure?: FigureMention;
  /** Currencies of the text, to try where a currency may be wrong. */
  readonly currencies?: readonly string[];
}

const MAX_REPAIRS = 5;
/** Claims with more figures than that (a sum of dozens) are repaired in the first ones only. */
const MAX_FIGURES = 6;
const MAX_TRIALS = 800;

/** How many edits are tried for all claims of a text together: some hundred claims, so that a long list of slips ends. */
export class TrialBudget {
  private left = 24_000;

  /** Whether another edit may be tried. */
  spend(): boolean {
    return this.left-- > 0;
  }
}

/**
 * Tries every single edit of a claim by the check itself, and keeps the nearest five after which it may hold: those that
 * make another claim fail come last.
 * @param elsewhere what an edit costs or gains by what it does to other claims
 * @param budget    what is left to try for the whole text
 */
export function repairsOf(
  figures: readonly FigureMention[],
  turns: Turn,
  judge: (edits: Edits) => Judgement | undefined,
  view: View,
  elsewhere: (edits: Edits) => Effect,
  budget: TrialBudget = new TrialBudget(),
): Repair[] {
  const trials: Trial[] = [];
  let tried = 0;
  const attempt = (
    kind: RepairKind,
    cost: number,
    span: Span,
    to: string,
    edits: Edits,
    alike: boolean | undefined,
  ) => {
    const found = judge(edits);
    // An edit after which nothing speaks for or against the claim repairs nothing.
    if (found === undefined || found.verdict === "inconsistent" || found.against === "nothing") return;
    const { verdict, offset, says } = found;
    // Any two amounts fit the rates of some third currency, roughly; yen and yuan are taken for each other.
    if (kind === "currency" && verdict !== "consistent" && alike !== true) return;
    const { cost: others, breaks } = elsewhere(edits);
    const whole = cost + (verdict === "undecided" ? undecidedCost(cost) : 0) + others;
    trials.push({
      cost: whole,
      breaks: breaks !== undefined,
      offset,
      order: trials.length,
      key: `${span.start} ${span.end} ${to}`,
      repair: () => ({
        ...{ kind, span, from: span.text, to, verdict, says: says(), cost: whole },
        ...(breaks === undefined ? {} : { breaks }),
      }),
    });
  };
  const turned = turnedWord(turns);
  if (turned !== undefined)
    attempt("direction", COSTS.direction, turned.span, turned.to, { turned: true }, undefined);
  for (const mention of figures.slice(0, MAX_FIGURES)) {
    const span = { text: mention.text, start: mention.start, end: mention.end };
    for (const edit of editsOf(mention, view.printed(mention), turns.currencies)) {
      if (++tried > MAX_TRIALS || !budget.spend()) break;
      const edits = { figure: { of: mention, printed: edit.printed } };
      attempt(edit.kind, edit.cost, span, edit.printed.text, edits, edit.alike);
    }
  }
  return distinct(trials.sort(nearer))
    .slice(0, MAX_REPAIRS)
    .map((one) => one.repair());
}

/** The verb of a claim, and the one that says the opposite. */
export function turnedWord({ text, claim, sign, figure }: Turn): { span: Span; to: string } | undefined {
  if (text === undefined || claim === undefined || sign === undefined || sign === 0) return undefined;
  return directionWord(text, claim, sign, figure ?? claim);
}

/** Two ways to the same text (a digit doubled, or another dropped) are one repair: the nearer. */
function distinct(trials: readonly Trial[]): Trial[] {
  const seen = new Set<string>();
  return trials.filter(({ key }) => !seen.has(key) && seen.add(key));
}
