import type { Ratio } from "../../exact/ratio.js";
import { levelWords, periodWords } from "../../statement/model/level.js";
import { type Print, quantityOf } from "../../statement/model/print.js";
import type { Clash } from "../../statement/reconcile/conflict.js";
import type { KnownLevel } from "../../statement/reconcile/known.js";
import type { Problem, Reconciliation } from "../../statement/reconcile/reconcile.js";
import type { Correction } from "../../statement/reconcile/search.js";
import { figureOf, intervalText } from "../../statement/reconcile/words.js";
import { bold, dim, wrapped } from "../output.js";
import type { Asked } from "./asked.js";

export interface Shown {
  readonly asked: readonly Asked[];
  readonly repairs: boolean;
  readonly explain?: boolean;
  readonly revisions?: boolean;
  readonly narrowed?: boolean;
}

/** How many conflicts of one problem are told in full, and how many repairs and revisions. */
const TOLD = 3;
const LISTED = 5;

/** What was found, for people. */
export function asText(found: Reconciliation, show: Shown): string {
  const blocks = [
    ...found.problems.map((problem, i) => problemText(problem, i + 1, found, show)),
    verdictText(found),
    ...show.asked.flatMap(({ found: levels }) => levels.map(knownText)),
  ];
  if (show.narrowed) blocks.push(narrowedText(found));
  blocks.push(revisionsText(found, show.revisions === true));
  return blocks.filter((block) => block !== "").join("\n\n");
}

function verdictText(found: Reconciliation): string {
  const { prints, levels, conflicts, problems, more, verdict } = found;
  const counted = `${count(prints.length, "statement")}, ${count(levels, "amount")}`;
  if (verdict === "consistent") return bold(`All can be true: ${counted}.`);
  const further = found.timedOut ? "a longer --time-limit" : "a larger --effort";
  if (verdict === "undecided") return bold(`Undecided: ${found.why}; ${further} looks further (${counted}).`);
  const others = more ? " There are more conflicts among the same figures." : "";
  const late =
    found.why !== ""
      ? ` Not all was${found.why.replace(/^not/, "")}; ${further} looks further.`
      : found.timedOut
        ? " The time limit ended the search for further conflicts."
        : "";
  return bold(
    `They cannot all be true: ${counted}, ${count(problems.length, "problem")} with ${count(conflicts.length, "conflict")}.${others}${late}`,
  );
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? "" : "s"}`;

function problemText(problem: Problem, number: number, found: Reconciliation, show: Shown): string {
  const { clashes, suspects } = problem;
  const lines: string[] = [];
  const title = clashes.length === 1 ? "" : `, ${clashes.length} conflicts`;
  lines.push(bold(`Problem ${number}${title}`));
  for (const clash of clashes.slice(0, TOLD)) lines.push(clashText(clash, show));
  if (clashes.length > TOLD)
    lines.push(dim(`  and ${count(clashes.length - TOLD, "conflict")} more with the same figures`));
  if (clashes.length > 1) {
    const top = suspects.filter(({ conflicts }) => conflicts === suspects[0]?.conflicts).slice(0, LISTED);
    const all = top[0]?.conflicts === clashes.length;
    const each = top.map(({ print }) => `${figureOf(print)} (${placeOf(print)})`).join(", ");
    lines.push(
      wrapped(
        all
          ? `In every one of them: ${each}. Leaving ${top.length === 1 ? "it" : "any of them"} out ends all ${clashes.length}.`
          : `In most of them, ${top[0]?.conflicts} of ${clashes.length}: ${each}.`,
        "  ",
      ),
    );
  }
  if (show.repairs) lines.push(...repairsText(problem, found));
  return lines.join("\n");
}

const placeOf = (print: Print): string => print.fact.where ?? print.id;

function clashText(clash: Clash, { explain }: Shown): string {
  const rows = clash.statements.map(
    ({ figure, about, where, source }) =>
      `  ✗ ${figure}  ${about}  ${dim(`[${where}${source === "" ? "" : `; ${source}`}]`)}`,
  );
  const sum = wrapped(clash.says, "    ");
  const unproven = clash.minimal
    ? []
    : [dim("    (whether each of them is needed took too much work to find out)")];
  const lines = explain ? clash.lines.map((line) => wrapped(line, "      ")) : [];
  return [...rows, sum, ...unproven, ...lines].join("\n");
}

function repairsText(problem: Problem, found: Reconciliation): string[] {
  const { found: all, complete, tried, timedOut } = problem.corrections;
  // Other digits in the place of the same figure are one line.
  const same = (one: Correction) =>
    all.filter((other) => other.kind === "digit" && one.kind === "digit" && other.print === one.print);
  const listed = all.filter((one) => same(one).length === 0 || same(one)[0] === one);
  const lines = listed.slice(0, LISTED).map((one, i) => {
    const others = found.problems.flatMap((other, at) =>
      one.ends.some((group) => other.is(group)) ? [at + 1] : [],
    );
    const also = others.length === 0 ? "" : ` It ends problem ${others.join(", ")} as well.`;
    const next = one.next === undefined ? "" : ` What that meets next: ${one.next.says}`;
    const digits = same(one).slice(1, LISTED).map(madeOf);
    const alike = digits.length === 0 ? "" : `, or ${digits.join(", ")}`;
    return wrapped(
      `${i === 0 ? "nearest repair" : "or"}: ${one.says}${alike}.${also}${next}`,
      "    ",
    ).replace("    ", "  → ");
  });
  if (lines.length === 0) {
    return [
      dim(
        `  No single slip of those tried (${tried}) explains it${complete ? "" : `; ${timedOut ? "the time was up" : "the effort was spent"} before all were`}.`,
      ),
    ];
  }
  return lines;
}

/** The figure that a repair puts in. */
function madeOf({ changes, print }: Correction): string {
  const [fact] = [...changes.values()][0] ?? [];
  return (fact && quantityOf(fact, print.part)?.shown().value) ?? "";
}

function knownText({ level, interval, lowerBy, upperBy, exact }: KnownLevel): string {
  const name = levelWords(level, { currency: true });
  if (interval === undefined) return `${name}: the figures contradict one another`;
  const by = (prints: readonly Print[]) =>
    prints.length === 0
      ? "no figure: flows are not negative"
      : prints
          .map(
            (print) =>
              `${figureOf(print)} for ${print.fact.flow}, ${print.fact.period.text} (${placeOf(print)})`,
          )
          .join("; ");
  const lines = [
    `${bold(name)}: ${intervalText(interval)}${exact ? "" : " (perhaps narrower: that took too much work to find out)"}`,
    wrapped(`at least, by ${by(lowerBy)}`, "  "),
  ];
  if (interval.high.isFinite) lines.push(wrapped(`at most, by ${by(upperBy)}`, "  "));
  return lines.join("\n");
}

function narrowedText({ known }: Reconciliation): string {
  const all = known.narrowed().slice(0, 4 * LISTED);
  if (all.length === 0) return "No printed amount is narrowed by the others.";
  const lines = all.map(({ print, level, narrowed, printed }) => {
    const why = known.of(level);
    const by = [...new Set([...(why?.lowerBy ?? []), ...(why?.upperBy ?? [])])]
      .filter((one) => one !== print)
      .map(
        (one) =>
          `${figureOf(one)} for ${one.fact.flow}, ${periodWords(level.from, level.to) === "" ? "" : one.fact.period.text} (${placeOf(one)})`,
      );
    return wrapped(
      `${figureOf(print)} (${placeOf(print)}), ${levelWords(level)}: ${intervalText(printed)} as printed, ${intervalText(narrowed)} with the others${by.length === 0 ? "" : `, by ${by.join("; ")}`}`,
      "  ",
    );
  });
  return `${bold("Printed amounts that the others narrow")}, the most first:\n${lines.join("\n")}`;
}

function revisionsText({ revisions }: Reconciliation, all: boolean): string {
  if (revisions.length === 0) return "";
  const of = (kind: "period" | "base") => revisions.filter((one) => one.kind === kind);
  const [periods, bases] = [of("period"), of("base")];
  const largest = (list: typeof revisions) =>
    list[0] === undefined ? "" : `, the largest ${sizeText(list[0].size)}`;
  const summary = wrapped(
    `Revisions that the figures imply, at least: ${count(periods.length, "step")} from one release to the next${largest(periods)}; ${count(bases.length, "base")} of growths${largest(bases)}.`,
    "",
  );
  if (!all) return summary;
  return `${summary}\n${revisions.map(({ says }) => wrapped(says, "  ")).join("\n")}`;
}

const sizeText = (size: Ratio): string => `${size.abs().shift(2).toFixed(2, "floor")}%`;
