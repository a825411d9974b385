import { Command } from "commander";
import { examples } from "../examples.js";
import type { LspFlags } from "./flags.js";

/** The command of the language server. */
export function lspCommand(): Command {
  return new Command("lsp")
    .description(
      "check texts as they are written: a language server for VS Code, Neovim, Helix and other editors",
    )
    .option(
      "--published-on <date>",
      "the day of publication of texts that do not say it: 2023-10-23, 2023-10",
    )
    .option("--locale <locale>", "how numbers are written: en (1,234.5), de (1.234,5), fr, …")
    .option(
      "--region <country>",
      "whose dollars, pounds, francs are meant where the text does not say: AU, CH",
    )
    .option("--rates <file>", "rates of your own, before the bundled ones")
    .option(
      "--data <path>",
      "compare with published figures: a data folder, a CSV, YAML or JSON file as reconcile reads it, or the word bundled; may be repeated",
      (value: string, before: readonly string[] = []) => [...before, value],
    )
    .option(
      "--revision <share>",
      "how much a published figure may have been revised since; with --data; default: 1%",
    )
    .option("--undecided", "mark what is not decided, too")
    .addHelpText(
      "after",
      `${examples("lsp --data bundled", "lsp --published-on 2023-10-23 --undecided")}
An editor starts it; src/cli/lsp/README.md in the package's sources says how in VS Code, Neovim and Helix.
An editor's initializationOptions may say the same: {"data": ["bundled"], "publishedOn": "2023-10-23"}.
Contradictions are marked; hovering over a figure shows its interval and the working; the quick fixes are the repairs.`,
    )
    .action(async (flags: LspFlags) => {
      const { serve } = await import("./server.js");
      await serve(flags);
    });
}
