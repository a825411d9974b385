/** The commands that read texts: `read` says what their figures are, `check` whether they agree. */
import { Command, InvalidArgumentError, Option } from "commander";
import { FigureError } from "../../errors.js";
import { examples } from "../examples.js";
import { DEFAULTS } from "./defaults.js";
import { type FailOn, type RunFlags, runRead } from "./run.js";
import type { Format, Settings } from "./types.js";

interface Flags {
  readonly format?: RunFlags["form"];
  readonly from?: Format;
  readonly all?: boolean;
  readonly maxLines: number;
  readonly publishedOn?: string;
  readonly rates?: string;
  readonly locale?: string;
  readonly region?: string;
  readonly field: string;
  readonly dateField?: string;
  readonly idField: string;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly out?: string;
  readonly html?: string;
  readonly explain?: boolean;
  readonly unread?: boolean;
  readonly quiet?: boolean;
  readonly jobs?: number;
  readonly maxBytes: number;
  readonly maxSeconds: number;
  readonly maxMemory: number;
  readonly progress: boolean;
  readonly failOn?: FailOn;
  readonly data?: readonly string[];
  readonly revision?: string;
  readonly certificates?: string;
}

export function readCommand(): Command {
  return textCommand(
    "read",
    "read the figures of texts: amounts, rates, growth, periods, each with its interval and place",
  )
    .option("--quiet", "no summary line and no progress")
    .addHelpText(
      "after",
      `${examples(
        "read report.txt",
        "read report.html --published-on 2023-10-23 --html report-read.html",
        "read 'news/**/*.txt' --jsonl --out figures.jsonl",
        "read archive.jsonl --field body --date-field date --jobs 8 --jsonl",
        "read --json < report.txt",
      )}\n${NOTES}\nExit codes: 0 everything was read, 2 usage error, 3 something could not be read (the rest was).`,
    );
}

export function checkCommand(): Command {
  return textCommand(
    "check",
    "check the arithmetic of what texts say: conversions, growth, changes, sums, shares; sentences against each other, and against published figures",
  )
    .option("--quiet", "only what is inconsistent, no summary line and no progress")
    .option(
      "--data <path>",
      "compare with published figures: a data folder, a CSV, YAML or JSON file as reconcile reads it, or the word bundled for those of the package; may be repeated",
      (path: string, before: readonly string[] = []) => [...before, path],
    )
    .option(
      "--revision <share>",
      "how much a published figure may have been revised since; with --data; default: 1%",
    )
    .option(
      "--certificates <file>",
      "write the proof of each contradiction between sentences, or with published figures, as JSON; data/verify has scripts that check it",
    )
    .addOption(
      new Option(
        "--fail-on <verdict>",
        "which verdict ends with exit code 1; with undecided, inconsistent does too",
      )
        .choices(["inconsistent", "undecided", "never"])
        .default("inconsistent"),
    )
    .addHelpText(
      "after",
      `${examples(
        "check report.txt --published-on 2023-10-23",
        "check drafts/ --quiet",
        "check report.md --explain --html report-checked.html",
        "check archive.jsonl --date-field date --jsonl --fail-on never",
        "check drafts/ --html pages/ --format sarif --out check.sarif",
        "check report.txt --data bundled --published-on 2023-10-23",
        "check drafts/ --data my-data/ --certificates proofs.json",
      )}\n${NOTES}\nExit codes: 0 every check passes, 1 something is inconsistent (--fail-on), 2 usage error, 3 something could\nnot be read (the rest was; 3 takes precedence over 1, since not all was checked).`,
    );
}

const NOTES = `
Of a folder all files below it are read (.txt .text .md .markdown .html .htm .xhtml .csv .tsv .docx .pdf .eml .ipynb .xlsx,
and the archives .jsonl .ndjson .zip .gz), but no links, no hidden files, and nothing in the folder that --html names, so
that the pages of one run are no texts of the next. Lines and columns are those of the text without markup. A .jsonl archive
has one JSON object on each line; a text longer than --max-bytes, or of more than 60,000 numbers, is read in pieces, each
named by its first line.
The day of publication comes from --date-field, else from --published-on, else from what a document says of itself (a page's
meta data, the Date of a message, date: at the head of Markdown, the properties of a Word document); of many documents,
each one's own day goes before --published-on.`;

function textCommand(mode: Settings["mode"], description: string): Command {
  return new Command(mode)
    .description(description)
    .argument("[file...]", "files, folders, patterns in quotes, or - for standard input")
    .addOption(
      new Option("--from <kind>", "what kind all inputs are; default: by the ending of each, otherwise text")
        .choices(Object.keys(KINDS))
        .argParser(formatOf),
    )
    .option(
      "--published-on <date>",
      "the day of publication, or its month or year: 2023-10-23, 2023-10, 2023",
    )
    .option("--rates <file>", "rates of your own, before the bundled ones: date,base,quote,rate,kind")
    .option("--locale <locale>", "how numbers are written: en (1,234.5), de (1.234,5), fr, …")
    .option(
      "--region <country>",
      "whose dollars, pounds, francs are meant where the text does not say: AU, CH",
    )
    .option(
      "--field <name>",
      "in an archive, the field with the text; a.b is the field b inside a",
      DEFAULTS.field,
    )
    .option("--date-field <name>", "in an archive, the field with the day of publication")
    .option("--id-field <name>", "in an archive, the field with the name of a document", DEFAULTS.idField)
    .option(
      "--explain",
      mode === "check" ? "show every step of the working" : "say what the text leaves open",
    )
    .option("--unread", "list the digits that were seen and not read, with the reason")
    .addOption(
      new Option(
        "--format <form>",
        mode === "check" ? "how to print: github, sarif and junit are for other tools" : "how to print",
      )
        .choices(["text", "json", "jsonl", "html", ...(mode === "check" ? ["github", "sarif", "junit"] : [])])
        .conflicts(["json", "jsonl"]),
    )
    .addOption(new Option("--json", "--format json: one JSON document").conflicts("jsonl"))
    .option("--jsonl", "--format jsonl: one line of JSON for each document, as it is read")
    .option(
      "--out <file>",
      "write to this file, not to standard output; its ending chooses the form: .json, .jsonl, .html, .sarif, .xml",
    )
    .option("--all", "with many documents: list everything, not only what does not agree")
    .option("--max-lines <n>", "how many lines to print before the rest is counted; 0: all", natural, 1000)
    .option(
      "--html <file|folder>",
      "write the texts with every figure marked: one .html page, or a folder of pages",
    )
    .option("--jobs <n>", "threads for large inputs; default: one for each core", whole)
    .option(
      "--max-bytes <n>",
      "the largest document, or line of an archive, in bytes",
      whole,
      DEFAULTS.maxBytes,
    )
    .option("--max-seconds <n>", "how long one document may take, in seconds", whole, DEFAULTS.maxSeconds)
    .option(
      "--max-memory <mb>",
      "the memory of each thread that reads documents, in MB",
      whole,
      DEFAULTS.maxMemory,
    )
    .option("--no-progress", "hide the progress bar")
    .action(async (files: string[], flags: Flags) => {
      if (flags.revision !== undefined && flags.data === undefined) {
        throw new FigureError(
          "bad-option",
          "--revision is how much published figures may have been revised: name them with --data, or --data bundled",
        );
      }
      const run = runFlags(flags);
      process.exitCode = await runRead(files, settingsOf(mode, flags, run), run);
    });
}

const KINDS: Readonly<Record<string, Format>> = {
  text: "text",
  txt: "text",
  md: "text",
  html: "html",
  jsonl: "jsonl",
  csv: "csv",
  docx: "docx",
  pdf: "pdf",
  eml: "eml",
  ipynb: "ipynb",
  xlsx: "xlsx",
  zip: "zip",
  gz: "gz",
};

function formatOf(text: string): Format {
  const found = Object.hasOwn(KINDS, text) ? KINDS[text] : undefined;
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Allowed choices are ${Object.keys(KINDS).join(", ")}.`);
}

function natural(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number from 0.");
}

function whole(text: string): number {
  const number = Number(text);
  if (/^\d{1,12}$/.test(text) && number >= 1) return number;
  throw new InvalidArgumentError("It is a whole number from 1.");
}

const FORMS: readonly (readonly [RegExp, RunFlags["form"]])[] = [
  [/\.jsonl$/i, "jsonl"],
  [/\.sarif(\.json)?$/i, "sarif"],
  [/\.json$/i, "json"],
  [/\.html?$/i, "html"],
  [/\.xml$/i, "junit"],
];

function runFlags(flags: Flags): RunFlags {
  const { format, from, out, html, jobs, progress, failOn, json, jsonl, maxLines } = flags;
  const byName = out === undefined ? undefined : FORMS.find(([ending]) => ending.test(out))?.[1];
  return {
    form: format ?? (json ? "json" : jsonl ? "jsonl" : (byName ?? "text")),
    progress,
    maxLines,
    failOn: failOn ?? "never",
    ...(from === undefined ? {} : { format: from }),
    ...(out === undefined ? {} : { out }),
    ...(html === undefined ? {} : { html }),
    ...(jobs === undefined ? {} : { jobs }),
    ...(flags.certificates === undefined ? {} : { certificates: flags.certificates }),
  };
}

function settingsOf(mode: Settings["mode"], flags: Flags, { form, out, html }: RunFlags): Settings {
  const { publishedOn, rates, locale, region, dateField } = flags;
  return {
    mode,
    field: flags.field,
    idField: flags.idField,
    explain: flags.explain ?? false,
    quiet: flags.quiet ?? false,
    unread: flags.unread ?? false,
    colour: form === "text" && out === undefined && process.stdout.isTTY === true && !process.env["NO_COLOR"],
    brief: mode === "check" && !flags.all && !flags.explain && !flags.unread,
    wants: {
      text: form === "text",
      json: form === "json" || form === "jsonl",
      page: html !== undefined || form === "html",
      ...(flags.certificates === undefined ? {} : { certificates: true }),
      ...(form === "github" || form === "sarif" || form === "junit" ? { report: form } : {}),
    },
    maxBytes: flags.maxBytes,
    maxSeconds: flags.maxSeconds,
    maxMemory: flags.maxMemory,
    ...(flags.data === undefined ? {} : { data: flags.data }),
    ...(flags.revision === undefined ? {} : { revision: flags.revision }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(rates === undefined ? {} : { rates }),
    ...(locale === undefined ? {} : { locale }),
    ...(region === undefined ? {} : { region }),
    ...(dateField === undefined ? {} : { dateField }),
  };
}
