#!/usr/bin/env node
import { Command, CommanderError } from "commander";
import { FigureError } from "../errors.js";
import { EXIT, exitCodeOf } from "./exit.js";
import {
  baselineCommand,
  convertCommand,
  examples,
  figureCommand,
  growthCommand,
  rateCommand,
} from "./figures.js";
import { kernelCommand, labCommand } from "./kernel.js";
import { growthInCommand, rateUsedCommand } from "./rates.js";
import { reproduceCommand } from "./reproduce.js";
import { runCommand } from "./run.js";
import { checkCommand, readCommand } from "./text/command.js";
import { updateCommand } from "./update.js";
import { packageVersion } from "./version.js";

function program(): Command {
  const commands = [
    reproduceCommand(),
    figureCommand(),
    rateCommand(),
    convertCommand(),
    baselineCommand(),
    growthCommand(),
    rateUsedCommand(),
    growthInCommand(),
    readCommand(),
    checkCommand(),
    updateCommand(),
    runCommand(),
    kernelCommand(),
    labCommand(),
  ];
  const root = new Command("trade-figures")
    .description(
      "Published trade figures made computable and checkable: exact intervals, named rates, sources, working.",
    )
    .version(packageVersion())
    .addHelpText("after", examples("rate '42.64bn yuan' '$5.83bn'", "check report.txt", "reproduce"))
    .addHelpText("after", "\nExit codes: 0 holds, 1 does not hold, 2 wrong use, 3 data missing or broken.");
  for (const command of commands) root.addCommand(command);
  // Commander copies these to subcommands only when they are set first; it is set on each, so order does not matter.
  for (const command of [root, ...commands])
    command.exitOverride().showHelpAfterError("(--help shows how it is used)");
  return root;
}

async function main(): Promise<void> {
  try {
    await program().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.holds : EXIT.usage;
      return;
    }
    const text = FigureError.is(error) || isSystemError(error) ? error.message : undefined;
    if (text === undefined) throw error;
    process.stderr.write(`trade-figures: ${text}\n`);
    process.exitCode = isSystemError(error) ? EXIT.data : exitCodeOf(error);
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

// A closed pipe (`trade-figures … | head`) is the reader's choice, not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(EXIT.holds);
  throw error;
});

await main();
