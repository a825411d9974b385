import { Command } from "commander";
import { type Known, type Traced, trace } from "../check/trace.js";
import { readText, shownPath } from "../data/file/bytes.js";
import { numbersIn } from "../data/known.js";
import { Decimal } from "../exact/decimal.js";
import { parseNotebook, sourceOf } from "../notebook/run/ipynb.js";
import { knownTo } from "../report/known.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { print } from "./output.js";

interface TracedFile {
  readonly file: string;
  readonly figures: readonly (Traced & { readonly line: number; readonly sentence: string })[];
}

export function traceCommand(): Command {
  return new Command("trace")
    .description(
      "look each figure of a text up among the data and what is computed from them; list those that follow from nothing",
    )
    .argument("<file...>", "texts, Markdown, notebooks (their own outputs count as computed)")
    .option(
      "--data <folder>",
      "the folder of the data package (default: the one that comes with the package)",
    )
    .option("--all", "list every figure with what it follows from")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("trace README.md", "trace notebooks/*.ipynb --all", "trace article.md --data my-report/data")}

Looked up: amounts of money, percentages, points, rates, and numbers with a decimal point. Code in Markdown is not.
Exit codes: 0 every figure follows from something, 1 one does not, 2 usage error, 3 data missing or broken.`,
    )
    .action((files: string[], { data, all, json }: { data?: string; all?: boolean; json?: boolean }) => {
      const known = knownTo(data);
      const done = files.map((file) => tracedFile(file, known));
      print(done.map((one) => fileText(one, all === true)).join("\n"), done.map(fileJson), json);
      const lost = done.some(({ figures }) => figures.some((one) => one.from === undefined));
      process.exitCode = lost ? EXIT.fails : EXIT.holds;
    });
}

/** The figures of a file, each with what it follows from. */
export function tracedFile(file: string, known: readonly Known[]): TracedFile {
  const text = readText(file);
  return file.endsWith(".ipynb") ? tracedNotebook(file, text, known) : placed(file, text, trace(text, known));
}

/**
 * A notebook's words, from the data and from what its own cells put out; what its cells type is no computed number, and
 * has to follow from the data too.
 */
function tracedNotebook(file: string, text: string, known: readonly Known[]): TracedFile {
  const { cells } = parseNotebook(text, file);
  const words: string[] = [];
  const typed: string[] = [];
  const shown: string[] = [];
  for (const cell of cells) {
    if (cell.cell_type === "markdown") words.push(sourceOf(cell));
    if (cell.cell_type !== "code") continue;
    const strings = [...sourceOf(cell).matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map((found) => found[1] as string);
    typed.push(...strings);
    // A chart's title and notes are words that a reader sees.
    words.push(...strings.filter((one) => /\s/.test(one) && /[.\d]/.test(one)));
    for (const output of cell.outputs ?? []) {
      const of = "text" in output ? output.text : "data" in output ? output.data["text/plain"] : "";
      shown.push(Array.isArray(of) ? of.join("") : String(of ?? ""));
    }
  }
  const given = new Set(typed.flatMap(numbersIn));
  const outputs = [...new Set(shown.flatMap(numbersIn))]
    .filter((number) => !given.has(number))
    .map(
      (number): Known => ({ value: new Decimal(number), kind: "text", where: "an output of the notebook" }),
    );
  const prose = words.join("\n\n");
  return placed(file, prose, trace(prose, [...known, ...outputs]));
}

function placed(file: string, text: string, traced: readonly Traced[]): TracedFile {
  return {
    file,
    figures: traced.map((one) => {
      const line = text.slice(0, one.start).split("\n").length;
      return { ...one, line, sentence: sentenceAt(text, one.start) };
    }),
  };
}

/** The sentence or table row that a figure stands in. */
function sentenceAt(text: string, at: number): string {
  const from = Math.max(
    text.lastIndexOf("\n", at),
    text.slice(0, at).search(/[.!?]\s(?!.*[.!?]\s)[^\n]*$/) + 1,
  );
  const rest = text.slice(at);
  const to = rest.search(/[.!?](\s|$)|\n/);
  return text.slice(from + 1, to < 0 ? text.length : at + to + 1).trim();
}

function fileText({ file, figures }: TracedFile, all: boolean): string {
  const lost = figures.filter((one) => one.from === undefined);
  const lines = (all ? figures : lost).map((one) =>
    one.from === undefined
      ? `  ✗ line ${one.line}: ${one.text} follows from nothing: “${one.sentence}”`
      : `  ✓ line ${one.line}: ${one.text} follows from ${one.from.where}`,
  );
  return [`${shownPath(file)}: ${figures.length} figures, ${lost.length} follow from nothing`, ...lines].join(
    "\n",
  );
}

function fileJson({ file, figures }: TracedFile): object {
  return {
    file,
    figures: figures.map(({ text, line, sentence, from }) => ({
      text,
      line,
      sentence,
      from: from?.where ?? null,
    })),
  };
}
