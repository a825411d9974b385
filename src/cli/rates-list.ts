/** The command that shows what rates there are: every series with its span, and one pair's rates as a table and a line. */
import { Command, Option } from "commander";
import { cacheFolder, openRateBook } from "../data/index.js";
import { dayNumber, period } from "../figure/period.js";
import { sourceLine } from "../figure/quantity.js";
import { RATE_KINDS, type RateKind } from "../rate/kind.js";
import { pairOf, type Rate } from "../rate/rate.js";
import { examples } from "./examples.js";
import { bold, dim, print } from "./output.js";
import { terminalTable } from "./terminal-table.js";

interface ListFlags {
  readonly json?: boolean;
}

interface ShowFlags extends ListFlags {
  readonly kind?: RateKind;
  readonly csv?: boolean;
}

export function ratesCommand(): Command {
  const root = new Command("rates")
    .description(
      "which rates there are: kinds, pairs, spans, gaps, terms; and one pair's as a table with a chart",
    )
    .addHelpText(
      "after",
      examples(
        "rates list",
        "rates list JPY",
        "rates show USD/CNY 2023-10",
        "rates show EUR/RUB 2022-01/2022-03 --csv",
      ),
    );
  root
    .command("list")
    .description("every series of the book, the bundled ones and those of the cache")
    .argument("[code]", "only those with this currency or pair: JPY, USD/CNY")
    .option("--json", "print JSON")
    .action(async (code: string | undefined, flags: ListFlags) => list(code?.toUpperCase(), flags));
  root
    .command("show")
    .description("the rates of a pair in a period: a table of at most 40 rows, and a chart")
    .argument("<pair>", "the pair: USD/CNY")
    .argument("<period>", "2023-10, 2023-Q3, 2023")
    .addOption(
      new Option("--kind <kind>", "which rate (default: the first that has the period)").choices([
        ...RATE_KINDS,
      ]),
    )
    .option("--csv", "print every rate as CSV")
    .option("--json", "print JSON")
    .action(show);
  return root;
}

const TERMS = `Terms: ECB rates name the European Central Bank as their source, values unaltered; H.10 is a work of the United States
government (cite the Board's H.10); the central parity is published by the China Foreign Exchange Trade System.
The update command fetches later days; data/rates/README.md says more.`;

async function list(code: string | undefined, flags: ListFlags): Promise<void> {
  const book = openRateBook(undefined, await cacheFolder());
  const today = Math.floor(Date.now() / 86_400_000);
  const series = book
    .contents()
    .filter(({ pair }) => code === undefined || pair === code || pair.split("/").includes(code))
    .sort((x, y) => (x.kind + x.pair < y.kind + y.pair ? -1 : 1));
  const rows = series.map((one) => {
    const age = today - dayNumber(one.to);
    return {
      pair: one.pair,
      kind: one.kind,
      from: one.from,
      to: one.to > "2100" ? "for good" : one.to,
      rates: one.length,
      gaps: one.gaps,
      "days old": one.to > "2100" ? 0 : age,
      publisher: one.source?.publisher,
    };
  });
  const cells = rows.map((row) => [
    row.pair,
    row.kind.replace("-", " "),
    row.from,
    row.to,
    String(row.rates),
    row.gaps.length === 0
      ? ""
      : row.gaps.slice(0, 2).join(", ") + (row.gaps.length > 2 ? `, ${row.gaps.length - 2} more` : ""),
    row.publisher ?? "",
  ]);
  const text =
    rows.length === 0
      ? `no series with ${code}`
      : `${terminalTable(["pair", "kind", "from", "to", "rates", "gaps of over ten days", "publisher"], cells)}\n${dim(TERMS)}`;
  print(text, rows, flags.json);
}

const MOST_ROWS = 40;

async function show(text: string, over: string, flags: ShowFlags): Promise<void> {
  const pair = pairOf(text.toUpperCase()).join("/") as `${string}/${string}`;
  const of = period(over);
  const book = openRateBook(undefined, await cacheFolder());
  const mean = book.average(pair, of, {
    ...(flags.kind === undefined ? {} : { kind: flags.kind }),
    maxMissing: 1,
  });
  // What the mean was made of says which kind that is, and whether it is a cross.
  const kind = flags.kind ?? kindOf(mean);
  const rates: Rate[] = [];
  for (let day = dayNumber(of.start); day <= dayNumber(of.end); day++) {
    const on = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const found = book.tryRate(pair, on, { kind });
    if (found !== undefined && found.period?.text !== rates.at(-1)?.period?.text) rates.push(found);
  }
  if (flags.csv) {
    const lines = rates.map((one) => `${one.period?.text ?? ""},${one.quoted.split(" ")[1]},${one.kind}`);
    print(["date,rate,kind", ...lines].join("\n"), rates, flags.json);
    return;
  }
  const step = Math.max(1, Math.ceil(rates.length / MOST_ROWS));
  const low = rates.reduce((a, b) => (b.value.lessThan(a.value) ? b : a), rates[0] as Rate);
  const high = rates.reduce((a, b) => (b.value.greaterThan(a.value) ? b : a), rates[0] as Rate);
  const width = high.value.minus(low.value);
  const cells = rates
    .filter((_, i) => i % step === 0)
    .map((one) => [
      one.period?.text ?? "",
      one.quoted.split(" ")[1] as string,
      bar(width.isZero() ? 0 : one.value.minus(low.value).dividedBy(width).toNumber()),
    ]);
  const source = rates[0]?.source ?? rates[0]?.chain[0]?.source;
  const head = `${pair}, ${kind.replace("-", " ")}, ${of.text}: ${rates.length} rates${step > 1 ? `, every ${step}th shown` : ""}`;
  const foot = [
    `lowest ${low.quoted} on ${low.period?.text}, highest ${high.quoted} on ${high.period?.text}; the bars begin at the lowest`,
    `mean ${mean.show()} (${mean.found ?? mean.describe()})`,
    ...(source === undefined ? [] : [sourceLine(source)]),
  ];
  print(
    `${bold(head)}\n\n${terminalTable(["date", "rate", "above the lowest"], cells)}\n${dim(foot.join("\n"))}`,
    { mean, rates },
    flags.json,
  );
}

function kindOf(mean: Rate): RateKind {
  if (mean.kind !== "cross" && mean.kind !== "period-average") return mean.kind;
  const label = mean.label ?? mean.chain[0]?.label ?? "";
  return RATE_KINDS.find((kind) => label.includes(kind.replace("-", " "))) ?? "period-average";
}

function bar(share: number): string {
  const eighths = Math.round(share * 8 * 30);
  return "█".repeat(Math.floor(eighths / 8)) + (eighths % 8 === 0 ? "" : (" ▏▎▍▌▋▊▉"[eighths % 8] as string));
}
