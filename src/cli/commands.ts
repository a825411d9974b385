import type { Command } from "commander";

/** A command of the program: what the list of commands says of it, and where it is found once it is asked for. */
export interface CommandEntry {
  readonly name: string;
  readonly says: string;
  readonly load: () => Promise<Command>;
}

/** Every command, in the order of the help. Only the one that is asked for is loaded, so that a start takes no time. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "report",
    says: "recompute every statement of a report from its data, with verdicts and working, and publish the site",
    load: async () => (await import("./report.js")).reportCommand(),
  },
  {
    name: "new",
    says: "make a project of one's own: data, a report, a notebook; from a table where one is given",
    load: async () => (await import("./new.js")).newCommand(),
  },
  {
    name: "figure",
    says: "read one printed figure: its interval, unit, hedge, and what is ambiguous about it",
    load: async () => (await import("./figures.js")).figureCommand(),
  },
  {
    name: "rate",
    says: "the rate that two printed figures imply; or with a pair, the published rate of a day or period",
    load: async () => (await import("./convert.js")).rateCommand(),
  },
  {
    name: "convert",
    says: "an amount in another currency, at a published rate of a day or the mean of a period, with its bounds",
    load: async () => (await import("./convert.js")).convertCommand(),
  },
  {
    name: "cross",
    says: "a pair made of two published rates that share a currency, each leg with its day, kind and source",
    load: async () => (await import("./convert.js")).crossCommand(),
  },
  {
    name: "average",
    says: "the mean of a pair's published rates over a month, quarter, year or range, and how many days it has",
    load: async () => (await import("./convert.js")).averageCommand(),
  },
  {
    name: "customs",
    says: "the rate that China's customs apply in a month, by the rule: the parity of the third Wednesday before",
    load: async () => (await import("./convert.js")).customsCommand(),
  },
  {
    name: "baseline",
    says: "the level of the base period that a current level and its growth imply",
    load: async () => (await import("./figures.js")).baselineCommand(),
  },
  {
    name: "growth",
    says: "the growth between two amounts, in percent, with its bounds",
    load: async () => (await import("./figures.js")).growthCommand(),
  },
  {
    name: "rates",
    says: "which rates there are (kinds, pairs, spans, gaps, terms), and those of one pair as a table with a chart",
    load: async () => (await import("./rates-list.js")).ratesCommand(),
  },
  {
    name: "rate-used",
    says: "which published rate turned one printed figure into the other",
    load: async () => (await import("./rates.js")).rateUsedCommand(),
  },
  {
    name: "growth-in",
    says: "a growth measured in one currency, as growth in another, with the percentage points due to the exchange rate",
    load: async () => (await import("./rates.js")).growthInCommand(),
  },
  {
    name: "read",
    says: "read the figures of texts: amounts, rates, growth, periods, each with its interval and place",
    load: async () => (await import("./text/command.js")).readCommand(),
  },
  {
    name: "check",
    says: "check the arithmetic of what texts say: conversions, growth, changes, sums, shares; sentences against each other, and against published figures",
    load: async () => (await import("./text/command.js")).checkCommand(),
  },
  {
    name: "lsp",
    says: "check texts as they are written: a language server for VS Code, Neovim, Helix and other editors",
    load: async () => (await import("./lsp/command.js")).lspCommand(),
  },
  {
    name: "reconcile",
    says: "decide exactly whether published figures can all be true; if not, which cannot and why, and what the slip may be; and what they imply together",
    load: async () => (await import("./reconcile.js")).reconcileCommand(),
  },
  {
    name: "page",
    says: "write the checker as one file: a page that checks texts in any browser, without a network",
    load: async () => (await import("./page.js")).pageCommand(),
  },
  {
    name: "data",
    says: "the figures of a data folder",
    load: async () => (await import("./data.js")).dataCommand(),
  },
  {
    name: "trace",
    says: "look each figure of a text up among the data and what is computed from them; list those that follow from nothing",
    load: async () => (await import("./trace.js")).traceCommand(),
  },
  {
    name: "table",
    says: "whole tables: exact conversion, sums and growth of files and databases; mirror statistics",
    load: async () => (await import("./table.js")).tableCommand(),
  },
  {
    name: "update",
    says: "fetch an official source into the user's cache, checked before it is kept",
    load: async () => (await import("./update.js")).updateCommand(),
  },
  {
    name: "run",
    says: "run notebooks without Python; the first cell that fails ends a notebook, and is named",
    load: async () => (await import("./run.js")).runCommand(),
  },
  {
    name: "notebook",
    says: "notebooks as pages: as they are saved, or with cells that run in the browser",
    load: async () => (await import("./notebook.js")).notebookCommand(),
  },
  {
    name: "kernel",
    says: "the notebook kernels",
    load: async () => (await import("./kernel.js")).kernelCommand(),
  },
  {
    name: "lab",
    says: "open JupyterLab on the notebooks, with the project's kernel; sets Jupyter up in .venv where it is not found",
    load: async () => (await import("./kernel.js")).labCommand(),
  },
];
