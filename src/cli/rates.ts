/** The commands that ask which rate was used, and what a growth is in another currency. */
import { Command, Option } from "commander";
import { FigureError } from "../errors.js";
import { period, yearBefore } from "../figure/period.js";
import { growthBridge } from "../growth/in-currency.js";
import { RATE_KINDS, type RateKind } from "../rate/kind.js";
import { quotationOrder } from "../rate/order.js";
import { pairOf, rate } from "../rate/rate.js";
import { rateUsed } from "../rate/used.js";
import { examples } from "./examples.js";
import { OWN_RATES, openBook } from "./open-book.js";
import { type ReadingOptions, readFigure, withReading } from "./options.js";
import { bold, dim, print } from "./output.js";
import { terminalTable } from "./terminal-table.js";
import { twoFigures, withoutDay } from "./typed-words.js";

interface RateUsedFlags extends ReadingOptions {
  readonly printed?: string;
  /** The same under the names that `convert` and `check` have for a day. */
  readonly on?: string;
  readonly publishedOn?: string;
  readonly period?: string;
  readonly stated?: string;
  readonly days: string;
  readonly rates?: string;
}

export function rateUsedCommand(): Command {
  return withReading(new Command("rate-used"))
    .description("which published rate turned one printed figure into the other")
    .usage("[options] <a> <b>")
    .argument("<figures...>", "the figure that was converted, then what was printed beside it")
    .option("--printed <date>", "the day of printing: 2023-10-23")
    .addOption(new Option("--on <date>").conflicts("printed").hideHelp())
    .addOption(new Option("--published-on <date>").conflicts(["printed", "on"]).hideHelp())
    .option("--period <period>", "the period of the flow, for its averages: 2023-01/2023-09")
    .option("--stated <rate>", "the rate that the text states, as 7.1641")
    .option("--days <days>", "how many days before the day of printing to try", "7")
    .option(...OWN_RATES)
    .addHelpText(
      "after",
      examples(
        "rate-used '42.64bn yuan' '$5.83bn' --printed 2023-10-23 --period 2023-01/2023-09",
        "rate-used '41.76tn yuan' '$5.82tn' --printed 2024-01-12 --period 2023 --explain",
      ),
    )
    .action(async (typed: readonly string[], options: RateUsedFlags) => {
      const { words, on: printedOn } = withoutDay(
        typed,
        options.printed ?? options.on ?? options.publishedOn,
      );
      const [a, b] = twoFigures("rate-used", words);
      if (printedOn === undefined)
        throw new FigureError("bad-option", "printed on which day? name it: --printed 2023-10-23");
      const [first, second] = [readFigure(a, options), readFigure(b, options)];
      const daysBack = wholeNumber(options.days, "--days");
      const stated = options.stated;
      const found = rateUsed(first, second, {
        book: await openBook(options.rates),
        printedOn,
        daysBack,
        ...(options.period === undefined ? {} : { period: options.period }),
        ...(stated === undefined ? {} : { stated: statedRate(first.unit, second.unit, stated, printedOn) }),
      });
      const rows = found.candidates.map((one) => [
        one.rate.quoted,
        one.rate.label ?? one.rate.kind.replace("-", " "),
        one.rate.period?.text ?? "",
        one.prints,
        one.reproduces ? "✓ the same digits" : one.verdict === "consistent" ? "? within rounding" : "✗ no",
      ]);
      const shown = options.explain ? rows : rows.slice(0, 8);
      const more =
        rows.length > shown.length ? dim(`\n${rows.length - shown.length} more with --explain`) : "";
      print(
        `${bold(found.says)}\n\n${terminalTable(["rate", "kind", "day or period", "would print", "fits"], shown)}${more}`,
        found,
        options.json,
      );
    });
}

function statedRate(a: string, b: string, digits: string, on: string) {
  const pair = quotationOrder(a, b).join("/") as `${string}/${string}`;
  pairOf(pair);
  return rate(pair, digits, { kind: "stated", on });
}

function wholeNumber(text: string, flag: string): number {
  if (!/^\d{1,4}$/.test(text))
    throw new FigureError("bad-option", `${flag} needs a whole number, found "${text}"`);
  return Number(text);
}

interface GrowthInFlags extends ReadingOptions {
  readonly of?: string;
  /** The same under the name that the other commands have for a period. */
  readonly period?: string;
  readonly base?: string;
  readonly pair: string;
  readonly kind: RateKind;
}

export function growthInCommand(): Command {
  return withReading(new Command("growth-in"))
    .description(
      "a growth measured in one currency, as growth in another, with the percentage points due to the exchange rate",
    )
    .argument("<currency>", "the currency to state the growth in: USD")
    .argument("<growth>", "the growth in the other currency of the pair, in percent")
    .option("--of <period>", "the period that grew: 2023-01/2023-09")
    .addOption(new Option("--period <period>").conflicts("of").hideHelp())
    .option("--base <period>", "the period that it grew from (default: a year before)")
    .option("--pair <pair>", "the pair of the average rates", "USD/CNY")
    .addOption(
      new Option("--kind <kind>", "which rates to average")
        .choices([...RATE_KINDS])
        .default("period-average"),
    )
    .addHelpText(
      "after",
      examples("growth-in USD 82.3% --of 2023-01/2023-09", "growth-in USD 32.7% --of 2023 --explain"),
    )
    .action(async (currency: string, text: string, options: GrowthInFlags) => {
      const book = await openBook();
      const over = options.of ?? options.period;
      if (over === undefined)
        throw new FigureError("bad-option", "growth over which period? name it: --of 2023-01/2023-09");
      const of = period(over);
      const base = options.base === undefined ? yearBefore(of) : period(options.base);
      const pair = pairOf(options.pair).join("/") as `${string}/${string}`;
      const bridge = growthBridge(currency, readFigure(text, options).in("percent"), {
        current: book.average(pair, of, { kind: options.kind }),
        base: book.average(pair, base, { kind: options.kind }),
      });
      const lines = [
        bold(`${bridge.other.show()} in ${currency}`),
        `${bridge.own.show()} as given, ${bridge.exchange.show()} from the exchange rate`,
        ...(options.explain ? [bridge.other.explain()] : []),
      ];
      print(lines.join("\n"), bridge, options.json);
    });
}
