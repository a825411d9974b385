import { writeSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { packageVersion } from "../data/file/version.js";
import { FigureError } from "../errors.js";
import { COMMANDS, type CommandEntry } from "./commands.js";
import { closeDoor } from "./door.js";
import { examples } from "./examples.js";
import { EXIT, exitCodeOf } from "./exit.js";
import { oneCommand } from "./typed-words.js";

/** The command that the arguments ask for: the first word, or the one after `help`. */
function asked(args: readonly string[]): CommandEntry | undefined {
  const words = args.filter((one) => !one.startsWith("-"));
  const name = words[0] === "help" ? words[1] : words[0];
  return COMMANDS.find((one) => one.name === name);
}

async function program(args: readonly string[]): Promise<Command> {
  const entry = asked(args);
  const commands = await Promise.all(
    COMMANDS.map(async (one) => (one === entry ? one.load() : new Command(one.name).description(one.says))),
  );
  const root = new Command("trade-figures")
    .description(
      "Published trade figures made computable and checkable: exact intervals, named rates, sources, working.",
    )
    .version(packageVersion())
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .addHelpText("after", examples("rate '42.64bn yuan' '$5.83bn'", "check report.txt", "report"))
    .addHelpText(
      "after",
      "\nExit codes: 0 every check passes, 1 a check fails, 2 usage error, 3 data missing or broken.",
    );
  for (const command of commands) root.addCommand(command);
  // Commander copies these to subcommands only when they are set first; it is set on each, so order does not matter.
  for (const command of withInner(root))
    command.exitOverride().showHelpAfterError("(--help shows how it is used)");
  return root;
}

/** A command and those below it: "rates" and "rates show". */
function withInner(command: Command): Command[] {
  return [command, ...command.commands.flatMap((one) => withInner(one as Command))];
}

/** Runs the command that the arguments ask for; what it prints goes through the door, and its exit code is set. */
export async function runProgram(typed: readonly string[]): Promise<void> {
  closeDoor(cannotWrite);
  const asJson = typed.includes("--json");
  try {
    const args = oneCommand(typed);
    await (await program(args)).parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode !== 0 && asJson) tellProgram("usage", error.message.replace(/^error: /, ""));
      process.exitCode = error.exitCode === 0 ? EXIT.holds : EXIT.usage;
      return;
    }
    const text = FigureError.is(error) || isSystemError(error) ? error.message : undefined;
    if (text === undefined) throw error;
    process.stderr.write(`trade-figures: ${text}\n`);
    if (asJson && FigureError.is(error)) tellProgram(error.code, text, error.details);
    else if (asJson) tellProgram("system", text);
    process.exitCode = isSystemError(error) ? EXIT.data : exitCodeOf(error);
  }
}

/** With --json an error is told to programs too, by its code; the sentence for people goes to standard error. */
function tellProgram(code: string, message: string, details: object = {}): void {
  process.stdout.write(`${JSON.stringify({ error: { code, message, ...details } }, undefined, 2)}\n`);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === "string";
}

function cannotWrite(error: NodeJS.ErrnoException): never {
  // A closed pipe (`trade-figures … | head`) is the reader's choice, not an error.
  if (error.code === "EPIPE") process.exit(EXIT.holds);
  const why = error.code === "ENOSPC" ? "the disk is full" : (error.code ?? error.message);
  try {
    writeSync(2, `trade-figures: cannot write the output: ${why}\n`);
  } catch {
    // Standard error may be what is full.
  }
  process.exit(EXIT.data);
}
