/** The command that decides whether many published figures can all be true. */
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { openRateBook, packageFolder, writeWhole } from "../data/index.js";
import { STATEMENT_FIELDS } from "../data/statement-rows.js";
import { readStatements } from "../data/statements.js";
import { FigureError } from "../errors.js";
import type { TradeRelation } from "../statement/model/relation.js";
import { parts } from "../statement/model/relations/parts.js";
import { usualRelations } from "../statement/model/relations/usual.js";
import { type Reconciliation, reconcile } from "../statement/reconcile/reconcile.js";
import { progressLine } from "./door.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { print } from "./output.js";
import { asJson, certificatesOf } from "./reconcile/as-json.js";
import { asText } from "./reconcile/as-text.js";
import { type Asked, askedOf, questionOf } from "./reconcile/asked.js";

interface Flags {
  readonly json?: boolean;
  readonly certificates?: string;
  readonly timeLimit?: number;
  readonly effort: number;
  readonly revision: string;
  readonly baseRevision: string;
  readonly rateTolerance: string;
  readonly rates: boolean;
  readonly repairs: boolean;
  readonly conflicts: number;
  readonly quantity: readonly string[];
  readonly revisions?: boolean;
  readonly narrowed?: boolean;
  readonly explain?: boolean;
  readonly sum: readonly string[];
  readonly whole: readonly string[];
  readonly progress: boolean;
}

export function reconcileCommand(): Command {
  const list = (value: string, before: readonly string[]) => [...before, value];
  return new Command("reconcile")
    .description(
      "decide exactly whether published figures can all be true; if not, which cannot and why, and what the slip may be; and what they imply together",
    )
    .argument(
      "[path...]",
      "data folders, and CSV, YAML or JSON files with statements; default: the data of the package",
    )
    .option("--json", "print JSON")
    .option(
      "--certificates <file>",
      "write the proof of each conflict as JSON; data/verify has scripts that check it",
    )
    .option(
      "--effort <n>",
      "how much work to do for an answer; 1 takes about a second, and gives the same answer on every machine",
      seconds,
      60,
    )
    .option(
      "--time-limit <seconds>",
      "stop each search after that time by the clock, whatever the effort",
      seconds,
    )
    .option("--revision <share>", "how much of an earlier figure a later release may have revised", "2%")
    .option("--base-revision <share>", "how much the base of a growth may have been revised", "5%")
    .option("--rate-tolerance <share>", "how far yuan ÷ dollars may lie outside the rates of customs", "1%")
    .option("--no-rates", "do not compare yuan with dollars")
    .addOption(
      new Option(
        "--sum <whole=part+part>",
        "areas that make up another: Northeast=Liaoning+Jilin+Heilongjiang",
      )
        .argParser(list)
        .default([], "none"),
    )
    .addOption(
      new Option("--whole <whole=part+part>", "areas that are part of another: CHN=Liaoning+Jilin")
        .argParser(list)
        .default([], "none"),
    )
    .option("--conflicts <n>", "how many conflicts to list", whole, 50)
    .option("--no-repairs", "do not look for the slips that explain a conflict")
    .addOption(
      new Option(
        "--quantity <words>",
        "what is known of an amount: 'Liaoning RUS exports 2023'; may be repeated",
      )
        .argParser(list)
        .default([], "none"),
    )
    .option("--narrowed", "list printed amounts that the other figures narrow")
    .option("--revisions", "list every revision that the figures imply, the largest first")
    .option("--explain", "show each conflict as a sum that can be redone by hand")
    .option("--no-progress", "hide the progress line")
    .addHelpText(
      "after",
      `${examples(
        "reconcile",
        "reconcile figures.csv --explain",
        "reconcile my-data/ figures.yaml --revision 1% --certificates proof.json",
        "reconcile --no-repairs --quantity 'Liaoning RUS exports 2023-10/2023-12'",
      )}

A statement has these columns, or fields:
${Object.entries(STATEMENT_FIELDS)
  .map(([name, says]) => `  ${name.padEnd(9)} ${says}`)
  .join("\n")}

Exit codes: 0 all can be true, 1 they cannot, 2 usage error, 3 undecided, or data missing or broken.`,
    )
    .action((paths: readonly string[], flags: Flags) => {
      process.exitCode = run(paths, flags);
    });
}

function run(paths: readonly string[], flags: Flags): number {
  const facts = readStatements(paths.length === 0 ? [join(packageFolder(), "data")] : paths);
  // A name that no figure has is said before the search.
  const questions = flags.quantity.map((text) => questionOf(text, facts));
  const relations: TradeRelation[] = [
    ...usualRelations({
      revision: flags.revision,
      baseRevision: flags.baseRevision,
      rateTolerance: flags.rateTolerance,
      ...(flags.rates ? { book: openRateBook() } : {}),
    }),
    ...flags.sum.map((text) => partsOf(text, true)),
    ...flags.whole.map((text) => partsOf(text, false)),
  ];
  let current = "";
  const bar = searchLine(flags.progress && !flags.json);
  const found = reconcile(facts, {
    relations,
    limits: {
      effort: flags.effort,
      moreEffort: flags.effort / 30,
      repairEffort: flags.effort / 3,
      ...(flags.timeLimit === undefined ? {} : { ms: flags.timeLimit * 1000 }),
      conflicts: flags.conflicts,
    },
    progress: bar.step,
    trying: (tried, of) => bar.says(`${current}: ${tried} of ${of} slips tried`),
  });
  const asked: Asked[] = questions.map((one) => {
    bar.says(`what is known of ${one.text}`);
    return askedOf(one, found);
  });
  const show = { ...flags, asked, repairs: flags.repairs };
  if (flags.repairs) {
    found.problems.forEach((problem, i) => {
      current = `looking for the slip behind problem ${i + 1} of ${found.problems.length}`;
      void problem.corrections;
    });
  }
  bar.end();
  print(flags.json ? "" : asText(found, show), flags.json ? asJson(found, show) : undefined, flags.json);
  if (flags.certificates !== undefined) {
    writeWhole(flags.certificates, `${JSON.stringify(certificatesOf(found), undefined, 1)}\n`);
  }
  return exitOf(found);
}

const exitOf = ({ verdict }: Reconciliation): number =>
  verdict === "consistent" ? EXIT.holds : verdict === "contradictory" ? EXIT.fails : EXIT.data;

function partsOf(text: string, complete: boolean): TradeRelation {
  const [name = "", list = ""] = text.split("=").map((one) => one.trim());
  const names = list
    .split("+")
    .map((one) => one.trim())
    .filter((one) => one !== "");
  if (name === "" || names.length === 0) {
    throw new FigureError(
      "bad-option",
      `"${text.slice(0, 60)}" is not a whole with its parts: write Northeast=Liaoning+Jilin`,
    );
  }
  return parts(name, names, { complete });
}

function seconds(text: string): number {
  const value = Number(text);
  if (/^\d{1,6}(\.\d{1,3})?$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError("It is a number above zero.");
}

function whole(text: string): number {
  const value = Number(text);
  if (/^\d{1,6}$/.test(text) && value >= 1) return value;
  throw new InvalidArgumentError("It is a whole number from 1.");
}

/** One line on standard error while the search runs, where that is a terminal. */
function searchLine(wanted: boolean) {
  const shown = wanted && process.stderr.isTTY === true;
  const says = (text: string) => {
    if (shown) progressLine(text);
  };
  return {
    says,
    step: (done: number, of: number, found: number) =>
      says(`part ${done} of ${of} searched, ${found} ${found === 1 ? "conflict" : "conflicts"}`),
    end: () => says(""),
  };
}
