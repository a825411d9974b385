import { Command } from "commander";
import { checkData, type DataCheck, placesOf } from "../data/contradictions.js";
import type { Clash } from "../statement/reconcile/conflict.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { print, wrapped } from "./output.js";

interface Flags {
  readonly revisions?: boolean;
  readonly json?: boolean;
  readonly revision: string;
  readonly baseRevision: string;
}

export function dataCommand(): Command {
  const check = new Command("check")
    .description(
      "decide whether the figures of a folder can all be true: sums, cumulative figures, growths, shares, rates",
    )
    .argument("[folder]", "a folder with datapackage.json; default: the data of the package")
    .option("--revision <share>", "how much of an earlier figure a later release may have revised", "2%")
    .option("--base-revision <share>", "how much the base of a growth may have been revised", "5%")
    .option("--revisions", "list the revisions that the figures imply, the largest first")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("data check", "data check my-report/data --revisions", "data check --json")}

A figure that contradictions.csv gives a reason for is on record: it is left out, and has to contradict the others when
it is put back. Customs revise earlier months without saying so: up to 2% of an earlier figure, and up to 5% of the base
of a growth, count as a revision. For figures of any other form, and for repairs, see trade-figures reconcile.
Exit codes: 0 every contradiction is on record, 1 one is not, or a figure on record contradicts nothing any more,
2 usage error, 3 undecided, or data missing or broken.`,
    )
    .action((folder: string | undefined, flags: Flags) => {
      const done = checkData(folder, flags);
      print(report(done, flags), asJson(done), flags.json);
      const fails = done.unexplained.length + done.stale.length > 0;
      process.exitCode = fails ? EXIT.fails : done.decided ? EXIT.holds : EXIT.data;
    });
  return new Command("data").description("the figures of a data folder").addCommand(check);
}

function report(done: DataCheck, { revisions }: Flags): string {
  const line = (one: Clash, mark: string) => wrapped(`${mark} ${one.says} [${placesOf(one)}]`, "  ");
  const { statements, amounts, onRecord, unexplained, stale, decided } = done;
  const parts: string[] = [];
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) parts.push(`${title}\n${lines.join("\n")}`);
  };
  list(
    "On record:",
    onRecord.map(({ clash, reason }) => `${line(clash, "!")}\n${wrapped(reason, "    ")}`),
  );
  list(
    "Contradictions without a reason on record:",
    unexplained.map((one) => line(one, "✗")),
  );
  list(
    "On record, but nothing contradicts these figures any more:",
    stale.map((one) => `  ✗ ${one}`),
  );
  if (revisions) {
    list(
      "Revisions that the figures imply, the largest first:",
      done.revisions.map(({ says }) => wrapped(`~ ${says}`, "  ")),
    );
  }
  const verdict =
    unexplained.length > 0
      ? "cannot all be true"
      : decided
        ? "can all be true"
        : "were not all decided with the work that a check may do";
  parts.push(`${statements} figures about ${amounts} amounts; without those on record they ${verdict}.`);
  return parts.join("\n\n");
}

function asJson({
  statements,
  amounts,
  onRecord,
  unexplained,
  stale,
  decided,
  revisions,
}: DataCheck): object {
  const plain = ({ says, statements: prints, gap, certificate }: Clash) => ({
    says,
    statements: prints,
    gap: gap.toFixed(8, "halfEven"),
    certificate,
  });
  return {
    statements,
    amounts,
    decided,
    unexplained: unexplained.map(plain),
    onRecord: onRecord.map((one) => ({ ...plain(one.clash), reason: one.reason })),
    stale,
    revisions: revisions.map(({ kind, size, says }) => ({ kind, size: size.toFixed(6, "halfEven"), says })),
  };
}
