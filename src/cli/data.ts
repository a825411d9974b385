import Table from "cli-table3";
import { Command } from "commander";
import { checkData, type DataCheck, placesOf } from "../data/contradictions.js";
import type { Identified, Identity } from "../statement/identities.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { print, wrapped } from "./output.js";

const LAWS: Readonly<Record<Identity, string>> = {
  flows: "exports + imports = total",
  "growth-between": "the total's growth lies between its flows'",
  "flow-growths": "the flows' bases make the total's base",
  months: "cumulative before + month = cumulative",
  "year-before": "level ÷ (1 + growth) = level a year before",
  part: "a part is at most the whole",
  share: "share × whole = part",
  currencies: "yuan ÷ dollars = a rate that customs applied",
  twice: "one figure in two rows",
};

export function dataCommand(): Command {
  const check = new Command("check")
    .description(
      "try every identity that the tables of a folder allow: sums, cumulative figures, growths, shares, rates",
    )
    .argument("[folder]", "a folder with datapackage.json; default: the data of the package")
    .option("--all", "list every identity that was tried, those that hold as well")
    .option("--revisions", "list the revisions, the largest first")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("data check", "data check my-report/data --revisions", "data check --json")}

A contradiction that contradictions.csv gives a reason for is on record. Customs revise earlier months without
saying so: a gap of up to 2% of a cumulative figure, or of up to 5% of the base of a growth, counts as a revision.
Exit codes: 0 every contradiction is on record, 1 one is not, or a reason on record has no contradiction any more,
2 usage error, 3 data missing or broken.`,
    )
    .action((folder: string | undefined, flags: { all?: boolean; revisions?: boolean; json?: boolean }) => {
      const done = checkData(folder);
      print(report(done, flags), asJson(done), flags.json);
      process.exitCode = done.unexplained.length + done.stale.length > 0 ? EXIT.fails : EXIT.holds;
    });
  return new Command("data").description("the figures of a data folder").addCommand(check);
}

function report(done: DataCheck, { all, revisions }: { all?: boolean; revisions?: boolean }): string {
  const table = new Table({
    head: ["identity", "tried", "hold", "revised", "largest revision", "contradict"],
    style: { head: [], border: [] },
  });
  for (const [identity, law] of Object.entries(LAWS)) {
    const own = done.found.filter((one) => one.identity === identity);
    const count = (finding: string) => own.filter((one) => one.finding === finding).length;
    const largest = own.filter((one) => one.finding === "revision").sort(byGap)[0];
    table.push([
      law,
      String(own.length),
      String(count("holds")),
      String(count("revision")),
      largest === undefined ? "" : `${largest.gap.times(100).toFixed(2)}%`,
      String(count("contradiction")),
    ]);
  }
  const line = (one: Identified, mark: string) => wrapped(`${mark} ${one.says} [${placesOf(one)}]`, "  ");
  const parts = [table.toString()];
  const list = (title: string, lines: readonly string[]) => {
    if (lines.length > 0) parts.push(`${title}\n${lines.join("\n")}`);
  };
  if (all)
    list(
      "All that was tried:",
      done.found.map((one) => line(one, one.finding === "holds" ? "✓" : "~")),
    );
  else if (revisions) {
    const revised = done.found.filter((one) => one.finding === "revision").sort(byGap);
    list(
      "Revisions, the largest first:",
      revised.map((one) => line(one, "~")),
    );
  }
  list(
    "On record:",
    done.onRecord.map(({ found, reason }) => `${line(found, "!")}\n${wrapped(reason, "    ")}`),
  );
  list(
    "Contradictions without a reason on record:",
    done.unexplained.map((one) => line(one, "✗")),
  );
  list(
    "On record, but no figures contradict each other there any more:",
    done.stale.map((one) => `  ✗ ${one}`),
  );
  return parts.join("\n\n");
}

const byGap = (a: Identified, b: Identified) => b.gap.comparedTo(a.gap);

function asJson({ found, onRecord, unexplained, stale }: DataCheck): object {
  const plain = (one: Identified) => ({
    identity: one.identity,
    finding: one.finding,
    gap: one.gap.toSignificantDigits(6).toFixed(),
    says: one.says,
    rows: one.facts.map((fact) => fact.where),
  });
  return {
    tried: found.length,
    unexplained: unexplained.map(plain),
    onRecord: onRecord.map((one) => ({ ...plain(one.found), reason: one.reason })),
    stale,
    found: found.map(plain),
  };
}
