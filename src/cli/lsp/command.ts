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
    .option("--undecided", "mark what is not decided, too")
    .addHelpText(
      "after",
      `${examples("lsp", "lsp --published-on 2023-10-23 --undecided")}
An editor starts it; src/cli/lsp/README.md in the package's sources says how in VS Code, Neovim and Helix.
Marked are contradictions; a figure says on hover its interval and the working; quick fixes are the repairs.`,
    )
    .action(async (flags: LspFlags) => {
      const { serve } = await import("./server.js");
      await serve(flags);
    });
}
