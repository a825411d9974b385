/** The commands that compute with figures given on the command line. */
import { Command } from "commander";
import type { Figure } from "../figure/figure.js";
import type { Quantity } from "../figure/quantity.js";
import { baseline, growth } from "../growth/growth.js";
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
