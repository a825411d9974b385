import { type Command, Option } from "commander";
import { type PrintRounding, ROUNDING_MODES } from "../exact/rounding.js";
import type { Figure } from "../figure/figure.js";
import { figure } from "../notation/figure.js";

/** Options of every command that reads figures. */
export interface ReadingOptions {
  readonly rounding: PrintRounding;
  readonly json?: boolean;
  readonly explain?: boolean;
}

export function withReading(command: Command): Command {
  return command
    .addOption(
      new Option("--rounding <mode>", "how the publisher rounded")
        .choices([...ROUNDING_MODES, "unknown", "exact"])
        .default("halfExpand"),
    )
    .option("--explain", "show every step of the working")
    .option("--json", "print JSON");
}

export function readFigure(text: string, options: ReadingOptions): Figure {
  return figure(text, { rounding: options.rounding });
}
