/** The commands that compute with figures given on the command line. */
import { Command, Option } from "commander";
import { cacheFolder, openRateBook } from "../data/index.js";
import type { Figure } from "../figure/figure.js";
import type { Quantity } from "../figure/quantity.js";
import { baseline, growth } from "../growth/growth.js";
import { convert } from "../rate/convert.js";
import { impliedRate } from "../rate/implied.js";
import { type AnyRate, RATE_KINDS, type RateKind } from "../rate/rate.js";
import type { DatePolicy } from "../rate/series.js";
import { examples } from "./examples.js";
import { type ReadingOptions, readFigure, withReading } from "./options.js";
import { bold, dim, print } from "./output.js";

export function figureCommand(): Command {
  return withReading(new Command("figure"))
    .description("read one printed figure: its interval, unit, hedge, and what is ambiguous about it")
    .argument("<text>", "the figure as printed, in quotes")
    .addHelpText(
      "after",
      examples('figure "42.64bn yuan"', 'figure "nearly 800"', "figure '¥4.2万亿' --json"),
    )
    .action((text: string, options: ReadingOptions) => {
      const read = readFigure(text, options);
      print(figureText(read), read, options.json);
    });
}

function figureText(read: Figure): string {
  const lines = [
    bold(read.show()),
    `interval  ${read.interval.show()}`,
    `unit      ${read.unit}`,
    `rounding  ${read.rounding}${read.hedge === undefined ? "" : `; hedge: ${read.hedge}`}`,
  ];
  for (const note of read.notes)
    lines.push(dim(`note      ${note.says}; could be: ${note.others.join(", ")}`));
  return lines.join("\n");
}

export function rateCommand(): Command {
  return withReading(new Command("rate"))
    .description("the exchange rate that two printed figures of one flow imply, with its bounds")
    .argument("<a>", "one figure")
    .argument("<b>", "the same flow in another currency")
    .addHelpText("after", examples("rate '42.64bn yuan' '$5.83bn'", "rate '€12.5bn' '$13.6bn' --explain"))
    .action((a: string, b: string, options: ReadingOptions) => {
      const implied = impliedRate(readFigure(a, options), readFigure(b, options)) as AnyRate;
      print(options.explain ? implied.explain() : bold(implied.show()), implied, options.json);
    });
}

interface ConvertOptions extends ReadingOptions {
  readonly on: string;
  readonly kind: RateKind;
  readonly policy: DatePolicy;
  readonly via?: string;
}

export function convertCommand(): Command {
  return withReading(new Command("convert"))
    .description("an amount in another currency, at a published rate of a day, with its bounds")
    .argument("<amount>", "the amount as printed")
    .argument("<to>", "the currency to convert to: USD, CNY, EUR")
    .requiredOption("--on <date>", "the day of the rate: 2023-10-23")
    .addOption(new Option("--kind <kind>", "which rate").choices([...RATE_KINDS]).makeOptionMandatory())
    .addOption(
      new Option("--policy <policy>", "on a day without a rate")
        .choices(["exact", "previous", "nearest"])
        .default("exact"),
    )
    .option("--via <currency>", "make a cross over this currency")
    .addHelpText(
      "after",
      examples(
        'convert "42.64bn yuan" USD --on 2023-10-23 --kind central-parity',
        'convert "42.64bn yuan" USD --on 2023-10-23 --kind reference --via EUR --explain',
      ),
    )
    .action(async (text: string, to: string, options: ConvertOptions) => {
      const amount = readFigure(text, options);
      const rate = openRateBook(undefined, await cacheFolder()).rate(`${to}/${amount.unit}`, options.on, {
        kind: options.kind,
        policy: options.policy,
        ...(options.via === undefined ? {} : { via: options.via }),
      });
      const converted = convert(amount, rate) as Quantity;
      const shown = options.explain
        ? converted.explain()
        : `${bold(converted.show())}\n${dim(`at ${rate.show()} (${rate.describe()})`)}`;
      print(shown, { converted, rate }, options.json);
    });
}

export function baselineCommand(): Command {
  return withReading(new Command("baseline"))
    .description("the level of the base period that a current level and its growth imply")
    .argument("<current>", "the level reached")
    .argument("<growth>", "its growth, in percent")
    .addHelpText("after", examples('baseline "42.64bn yuan" 82.3%', "baseline '$240.11bn' 26.3% --explain"))
    .action((current: string, rate: string, options: ReadingOptions) => {
      show(baseline(readFigure(current, options), readFigure(rate, options).in("percent")), options);
    });
}

export function growthCommand(): Command {
  return withReading(new Command("growth"))
    .description("the growth between two amounts, in percent, with its bounds")
    .argument("<from>", "the base level")
    .argument("<to>", "the current level")
    .addHelpText(
      "after",
      examples("growth '$18.656bn' '$21.18bn'", "growth '190.271bn dollars' '$240.11bn' --json"),
    )
    .action((from: string, to: string, options: ReadingOptions) => {
      show(growth(readFigure(from, options), readFigure(to, options)), options);
    });
}

function show(found: Quantity, options: ReadingOptions): void {
  print(options.explain ? found.explain() : bold(found.show()), found, options.json);
}
