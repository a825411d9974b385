/** The command that shows what rates there are: every series with its span, and one pair's rates as a table and a line. */
import { Command, Option } from "commander";
import { FigureError } from "../errors.js";
import { dayNumber, dayText, type Period, period } from "../figure/period.js";
import { sourceLine } from "../figure/quantity.js";
import type { RateBook } from "../rate/book.js";
import { FOR_GOOD } from "../rate/fixed.js";
import { RATE_KINDS, type RateKind } from "../rate/kind.js";
import { pairOf, type Rate } from "../rate/rate.js";
import { examples } from "./examples.js";
import { inOwnWords } from "./missing-rate.js";
import { openBook } from "./open-book.js";
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
  const root: Command = new Command("rates")
    .description(
      "which rates there are (kinds, pairs, spans, gaps, terms), and those of one pair as a table with a chart",
    )
    .argument("[pair...]")
    .usage("[options] <command>")
    .action(([pair = "", over, ...more]: readonly string[]): Promise<void> => {
      if (pair === "") return root.help({ error: true });
      if (more.length === 0 && /^[a-z]{3}\/[a-z]{3}$/i.test(pair)) return show(pair, over, {});
      throw new FigureError(
        "bad-option",
        `rates has no "${pair.slice(0, 40)}": write rates list, or rates show USD/CNY 2023-10; the mean of a period is "trade-figures average", the rate that two figures imply "trade-figures rate", which one was used "trade-figures rate-used"`,
      );
    })
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
    .description("every series of rates: those that come with the package, and those that were fetched")
    .argument("[code]", "only those with this currency or pair: JPY, USD/CNY")
    .option("--json", "print JSON")
    .action(async (code: string | undefined, flags: ListFlags) => list(code?.toUpperCase(), flags));
  root
    .command("show")
    .description("the rates of a pair in a period: a table of at most 40 rows, and a chart")
    .argument("<pair>", "the pair: USD/CNY")
    .argument("[period]", "2023-10, 2023-Q3, 2023")
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
"trade-figures update --help" says how to fetch later days; data/rates/README.md says more of the terms.`;

async function list(code: string | undefined, flags: ListFlags): Promise<void> {
  const book = await openBook();
  const today = Math.floor(Date.now() / 86_400_000);
  const series = book
    .contents()
    .filter(({ pair }) => code === undefined || pair === code || pair.split("/").includes(code))
    .sort((x, y) => (x.kind + x.pair < y.kind + y.pair ? -1 : 1));
  if (series.length === 0) {
    const codes = [...new Set(book.contents().flatMap(({ pair }) => pair.split("/")))].sort();
    throw new FigureError(
      "no-rate",
      code?.includes("/") === true
        ? `no series is quoted as ${code}; "trade-figures rate ${code} --on DAY" makes a cross`
        : `no series with ${code}; there are ${codes.join(", ")}`,
    );
  }
  const rows = series.map((one) => ({
    pair: one.pair,
    kind: one.kind,
    from: one.from,
    to: one.to === FOR_GOOD ? "for good" : one.to,
    rates: one.length,
    gaps: one.gaps,
    "days old": one.to === FOR_GOOD ? 0 : Math.max(0, today - dayNumber(one.to)),
    publisher: one.source?.publisher,
  }));
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
  const table = terminalTable(
    ["pair", "kind", "from", "to", "rates", "gaps of over ten days", "publisher"],
    cells,
  );
  print(`${table}\n\n${freshness(rows)}\n${dim(TERMS)}`, rows, flags.json);
}

/** The newest day of each kind, and how old it is. */
function freshness(rows: readonly { kind: RateKind; to: string; "days old": number }[]): string {
  const newest = RATE_KINDS.flatMap((kind) => {
    const [last] = rows
      .filter((row) => row.kind === kind && row.to !== "for good")
      .sort((x, y) => x["days old"] - y["days old"]);
    return last === undefined ? [] : [`${kind.replace("-", " ")} ${last.to} (${last["days old"]} days ago)`];
  });
  return newest.length === 0 ? "" : `The newest: ${newest.join(", ")}.`;
}

const MOST_ROWS = 40;

async function show(text: string, over: string | undefined, flags: ShowFlags): Promise<void> {
  const pair = pairOf(text.toUpperCase()).join("/") as `${string}/${string}`;
  if (over === undefined)
    throw new FigureError("bad-option", `the rates of which period? rates show ${pair} 2023-10`);
  const of = period(over);
  const book = await openBook();
  const mean = meanOf(book, pair, of, flags.kind === undefined ? {} : { kind: flags.kind });
  // What the mean was made of says which kind that is, and whether it is a cross.
  const kind = flags.kind ?? kindOf(mean);
  const rates: Rate[] = [];
  for (let day = dayNumber(of.start); day <= dayNumber(of.end); day++) {
    const found = book.tryRate(pair, dayText(day), { kind });
    if (found !== undefined && found.period?.text !== rates.at(-1)?.period?.text) rates.push(found);
  }
  const [first] = rates;
  if (first === undefined)
    throw new FigureError("no-rate", `no ${kind} rate of ${pair} in ${of.text}: only its mean is known`);
  const digits = alike(rates);
  if (flags.csv) {
    const lines = rates.map((one, i) => `${dayOf(one)},${pair.replace("/", ",")},${digits[i]},${kind}`);
    print(["date,base,quote,rate,kind", ...lines].join("\n"), rates, flags.json);
    return;
  }
  const step = Math.max(1, Math.ceil(rates.length / MOST_ROWS));
  const low = rates.reduce((a, b) => (b.value.lessThan(a.value) ? b : a), first);
  const high = rates.reduce((a, b) => (b.value.greaterThan(a.value) ? b : a), first);
  const width = high.value.minus(low.value);
  const rows = rates.map((one, i) => [
    dayOf(one),
    digits[i] as string,
    bar(width.isZero() ? 0 : one.value.minus(low.value).dividedBy(width).toNumber()),
  ]);
  const count = `${rates.length} ${rates.length === 1 ? "rate" : "rates"}`;
  const made =
    first.chain.length === 0 ? kind.replace("-", " ") : `${crossOf(first)} (${kind.replace("-", " ")})`;
  const head = `${pair}, ${made}, ${of.text}: ${count}${step > 1 ? `, every ${ordinal(step)} shown` : ""}`;
  const source = first.source ?? first.chain[0]?.source;
  const digitsOf = (one: Rate) => digits[rates.indexOf(one)];
  const foot = [
    ...(rates.length < 2
      ? []
      : [
          `lowest ${digitsOf(low)} on ${dayOf(low)}, highest ${digitsOf(high)} on ${dayOf(high)}; the bars begin at the lowest`,
          `mean ${mean.show()} (${mean.found ?? mean.chain.map((leg) => `${leg.pair}: ${leg.found}`).join("; ")})`,
        ]),
    ...(source === undefined ? [] : [sourceLine(source)]),
  ];
  const table = terminalTable(
    rates.length < 2 ? ["date", "rate"] : ["date", "rate", "above the lowest"],
    rows.filter((_, i) => i % step === 0).map((row) => (rates.length < 2 ? row.slice(0, 2) : row)),
  );
  print(`${bold(head)}\n\n${table}\n\n${dim(foot.join("\n"))}`, { mean, rates }, flags.json);
}

/** The rate of a day, or the mean of whatever rates a period has; without any, what is missing are rates, not a mean. */
function meanOf(book: RateBook, pair: `${string}/${string}`, of: Period, asked: { kind?: RateKind }): Rate {
  if (of.start === of.end) return book.rate(pair, of.start, asked);
  try {
    return book.average(pair, of, { ...asked, maxMissing: 1 });
  } catch (error) {
    throw inOwnWords(error, { noun: "rates" });
  }
}

/** Digits as printed; of crosses, whose bounds allow now more and now fewer, as many decimals as all of them allow. */
function alike(rates: readonly Rate[]): string[] {
  const own = rates.map((one) => one.quoted.split(" ")[1] as string);
  if (rates.every((one) => one.chain.length === 0 && one.working === undefined)) return own;
  const decimals = Math.min(...own.map((text) => text.split(".")[1]?.length ?? 0));
  return rates.map((one) => one.exact.toFixed(decimals, "halfExpand"));
}

function dayOf(one: Rate): string {
  return one.period?.end === FOR_GOOD ? one.period.start : (one.period?.text ?? "");
}

/** "cross over EUR". */
function crossOf(one: Rate): string {
  const [a, b] = one.chain;
  const shared = [a?.base, a?.quote].find((code) => code === b?.base || code === b?.quote);
  return `cross over ${shared}`;
}

function ordinal(n: number): string {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  return `${n}${["th", "st", "nd", "rd"][last] ?? "th"}`;
}

function kindOf(mean: Rate): RateKind {
  const [leg = mean] = mean.chain;
  if (leg.kind !== "cross" && leg.kind !== "period-average") return leg.kind;
  return RATE_KINDS.find((kind) => (leg.label ?? "").includes(kind.replace("-", " "))) ?? "period-average";
}

function bar(share: number): string {
  const eighths = Math.round(share * 8 * 30);
  return "█".repeat(Math.floor(eighths / 8)) + (eighths % 8 === 0 ? "" : (" ▏▎▍▌▋▊▉"[eighths % 8] as string));
}
