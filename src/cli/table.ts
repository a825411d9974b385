/** The commands for whole tables: convert, summary, growth, mirror. */
import { constants } from "node:os";
import { Command, Option } from "commander";
import { type GrowthOptions, growthBy } from "../data/columns/growth.js";
import type { Sums } from "../data/columns/sums.js";
import { toCsv, writeWhole } from "../data/index.js";
import type { SetAside } from "../data/sql/bad-rows.js";
import { connect } from "../data/sql/connect.js";
import type { Engine } from "../data/sql/engine.js";
import { FileTable } from "../data/sql/files.js";
import type { SqlSource } from "../data/sql/plan.js";
import { summarise } from "../data/sql/summarise.js";
import { writeConverted } from "../data/sql/write.js";
import { loadCustoms } from "../data/trade-table/load.js";
import { type MirrorRow, mirror } from "../data/trade-table/mirror.js";
import { FigureError } from "../errors.js";
import { ROUNDING_MODES, type RoundingMode } from "../exact/rounding.js";
import { groupedText } from "../figure/show.js";
import { examples } from "./examples.js";
import { EXIT } from "./exit.js";
import { bold, dim, print } from "./output.js";
import { ofDay, ratesOf, type TableRates } from "./table/rates.js";
import { refuseMixed, type TableUnit, unitOfTable } from "./table/unit.js";
import { terminalTable } from "./terminal-table.js";

interface TableFlags {
  readonly amount: string;
  readonly decimals: string;
  readonly scaled?: boolean;
  readonly month: string;
  readonly from?: string;
  readonly to?: string;
  readonly rates?: string;
  readonly rounding: RoundingMode;
  readonly engine?: string;
  readonly setAside?: boolean;
  readonly memory?: string;
  readonly threads?: string;
  readonly by?: string;
  readonly out?: string;
  readonly json?: boolean;
}

function withTable(command: Command): Command {
  return command
    .argument(
      "<files...>",
      "CSV, Parquet, JSON or Excel files, patterns, folders; the table's name with --engine",
    )
    .option("--amount <column>", "the column of the amounts", "value")
    .option("--decimals <n>", "decimals of the amounts; an amount with more is an error", "2")
    .option("--scaled", "the column holds whole numbers of the smallest unit (with --engine)")
    .option("--month <column>", "the column of the months, 2023-09 or 202309", "month")
    .option(
      "--from <currency>",
      "the currency of the amounts (default: the one that the heading of their column names, or else CNY)",
      upperCase,
    )
    .option("--to <currency>", "the currency to convert to", upperCase)
    .option(
      "--rates <source>",
      "customs, period-average (of a month as published, or the mean of its days to eight digits), or a CSV file with the columns month,rate: yuan for one unit of the other currency; without yuan, units of --to for one of --from",
    )
    .addOption(
      new Option("--rounding <mode>", "how each amount is rounded")
        .choices([...ROUNDING_MODES])
        .default("halfEven"),
    )
    .option(
      "--engine <url>",
      "where the table is: postgresql://…, clickhouse://…, sc://… (Spark), duckdb:FILE",
    )
    .option("--set-aside", "leave rows out that cannot be read, and count them")
    .option("--memory <size>", "what DuckDB may use, as 500MB")
    .option("--threads <n>", "threads of DuckDB")
    .option("--json", "print JSON");
}

export function tableCommand(): Command {
  return new Command("table")
    .description("whole tables: exact conversion, sums and growth of files and databases; mirror statistics")
    .addCommand(convertTable())
    .addCommand(summaryTable())
    .addCommand(growthTable())
    .addCommand(mirrorTable());
}

function convertTable(): Command {
  return withTable(new Command("convert"))
    .description("every row with its amount in another currency, each rounded once, as CSV or Parquet")
    .requiredOption("--out <file>", "where to: .csv or .parquet; written whole or not at all")
    .addHelpText("after", examples("table convert trade/*.csv --to USD --rates customs --out usd.parquet"))
    .action(async (files: string[], flags: TableFlags) => {
      if (flags.engine !== undefined) {
        throw new FigureError(
          "bad-option",
          "rows stay in their engine: table summary and growth go there, convert does not",
        );
      }
      const unit = unitOfTable(flags.amount, flags);
      const rates = ratesOf(flags, unit.currency);
      if (rates === undefined) throw new FigureError("bad-option", "a conversion needs --to and --rates");
      const out = flags.out as string;
      const { done, setAside } = await withFiles(files, flags, [], async (table, signal) => {
        await refuseMixed(unit, flags, table, signal);
        const converted = writeConverted(table, out, {
          amount: flags.amount,
          from: unit.currency,
          rates: rates.by,
          rateKey: flags.month,
          rounding: flags.rounding,
          signal,
        });
        const done = await explained(rates, converted);
        return { done, setAside: table.setAside };
      });
      tellSetAside(setAside);
      print(
        `${bold(`${count(done.rows)}, amounts in ${flags.to} in the column ${done.column}`)}\n${dim([`${out}, by ${done.engine}, ${flags.rounding}`, unit.taken].filter(Boolean).join("; "))}`,
        { ...done, unit, out, setAside },
        flags.json,
      );
    });
}

function summaryTable(): Command {
  return withTable(new Command("summary"))
    .description("exact sums by columns, converted where --to says so")
    .option("--by <columns>", "columns to sum by, with commas between (default: the column of the months)")
    .option("--out <file>", "write the sums as CSV")
    .addHelpText(
      "after",
      examples(
        "table summary trade.parquet --by month,province --to USD --rates customs",
        "table summary trade --engine postgresql://localhost/customs --by province",
      ),
    )
    .action(async (files: string[], flags: TableFlags) => {
      const { sums, unit, version, setAside } = await sumsOf(
        files,
        flags,
        columnsOf(flags.by ?? flags.month),
      );
      const rows = sums.rows.map((row) => [...row.keys, sums.text(row), row.count.toLocaleString("en")]);
      show(
        [...sums.by, [sums.currency, unit.scale].filter(Boolean).join(" "), "rows"],
        rows,
        flags,
        { engine: version, setAside, unit, rows: sums.toJSON() },
        [version, unit.taken].filter(Boolean).join("; "),
      );
    });
}

interface GrowthFlags extends TableFlags {
  readonly over: NonNullable<GrowthOptions["over"]>;
}

function growthTable(): Command {
  return withTable(new Command("growth"))
    .description("exact growth of sums by columns over a year before")
    .addOption(new Option("--by <columns>", "columns to sum by besides the month").default("", "none"))
    .addOption(
      new Option("--over <what>", "what grows: each month, or each year up to that month")
        .choices(["year", "year-to-date"])
        .default("year"),
    )
    .option("--out <file>", "write the growth as CSV")
    .addHelpText(
      "after",
      examples("table growth trade/ --by province --to USD --rates customs --over year-to-date"),
    )
    .action(async (files: string[], flags: GrowthFlags) => {
      const by = [flags.month, ...columnsOf(flags.by).filter((one) => one !== flags.month)];
      const { sums, version, setAside } = await sumsOf(files, flags, by);
      // A column of days is one of months here, as growth is on the same month a year before.
      const growth = growthBy(sums.map(flags.month, ofDay), {
        month: flags.month,
        over: flags.over,
        decimals: 6,
      });
      const rows = growth.map((row) => [...row.keys, percentText(row.text)]);
      const json = growth.map(({ keys, text, top, bottom }) => ({
        ...Object.fromEntries(sums.by.map((name, i) => [name, keys[i]])),
        growth: text,
        increase: String(top),
        base: String(bottom),
      }));
      if (rows.length === 0)
        process.stderr.write(
          `no growth: of no group is there both a month and, with an amount above zero, the month a year before${flags.over === "year" ? "" : ", and all before them"}\n`,
        );
      show([...sums.by, "growth"], rows, flags, { engine: version, setAside, rows: json }, version);
    });
}

interface MirrorFlags {
  readonly exporter: string;
  readonly importer: string;
  readonly by: "chapter" | "commodity" | "all";
  readonly level?: string;
  readonly freight: string;
  readonly transit?: string;
  readonly threshold: string;
  readonly json?: boolean;
}

function mirrorTable(): Command {
  return new Command("mirror")
    .description(
      "one country's exports beside its partner's imports from it, with bounds for each known cause",
    )
    .argument("<files...>", "customs rows of UN Comtrade (CSV, JSON), Eurostat Comext or SDMX-CSV")
    .requiredOption("--exporter <code>", "the exporting country, as the files name it: CHN")
    .requiredOption("--importer <code>", "the importing country, as the files name it: RUS")
    .addOption(
      new Option("--by <what>", "what to compare").choices(["all", "chapter", "commodity"]).default("all"),
    )
    .option("--level <digits>", "digits of the commodity codes: 2, 4, 6, or total")
    .option("--freight <percents>", "what freight and insurance add, at least and at most", "0-10")
    .option(
      "--transit <percent>",
      "the share of exports that may arrive a period later (default: 50 for months, 5 for years)",
    )
    .option("--threshold <percent>", "the share that the importer may leave out", "1")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples("table mirror comtrade.csv --exporter CHN --importer RUS --by chapter --level 2"),
    )
    .action(async (files: string[], flags: MirrorFlags) => {
      const {
        rows: all,
        leftOut,
        reporters,
      } = await loadCustoms(files, {
        ...levelOf(flags.level),
        between: [flags.exporter, flags.importer],
      });
      const pick = (reporter: string, partner: string) =>
        all.filter((row) => row.reporter === reporter && row.partner === partner);
      const freight = flags.freight.split("-");
      if (freight.length !== 2)
        throw new FigureError("bad-option", `--freight is written as 0-10, found ${flags.freight}`);
      const rows = mirror(pick(flags.exporter, flags.importer), pick(flags.importer, flags.exporter), {
        by: flags.by,
        freight: freight as [string, string],
        threshold: flags.threshold,
        ...(flags.transit === undefined ? {} : { transit: flags.transit }),
      });
      if (rows.length === 0) {
        const named = reporters.slice(0, 20).join(", ");
        throw new FigureError(
          "bad-data",
          `no rows between ${flags.exporter} and ${flags.importer}; reporters are ${named}`,
        );
      }
      // Where amounts are whole, so are the bounds of what they may be; what lies beyond keeps its digits.
      const whole = rows.every((row) =>
        [row.exports, row.imports].every((text) => trimmed(text) === floor(text)),
      );
      const amount = (text: string) => groupedText(whole ? trimmed(text) : text);
      const [least, most] = whole ? [ceil, floor] : [String, String];
      const lines = rows.map((row) => [
        row.month,
        row.commodity,
        amount(row.exports),
        amount(row.imports),
        row.lower === "" ? "" : `${groupedText(least(row.lower))} to ${groupedText(most(row.upper))}`,
        {
          consistent: "✓ explained",
          inconsistent: `✗ ${amount(row.unexplained)} beyond`,
          undecided: `? ${missingOf(row, flags)}`,
        }[row.verdict],
      ]);
      const currency = all[0]?.currency ?? "";
      const head = [
        "period",
        "commodity",
        `exports, ${currency}`,
        `imports, ${currency}`,
        "imports that the exports allow",
        "",
      ];
      const notes = leftOut.map((one) => dim(`left out ${count(one.rows)}: ${one.why}`));
      print([terminalTable(head, lines), ...notes].join("\n"), { currency, rows, leftOut }, flags.json);
      if (rows.some((row) => row.verdict === "inconsistent")) process.exitCode = EXIT.fails;
    });
}

const trimmed = (digits: string) => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits);
const floor = (digits: string) => digits.replace(/\..*/, "");
const ceil = (digits: string) =>
  trimmed(digits) === floor(digits) ? floor(digits) : String(BigInt(floor(digits)) + 1n);

/** What is not there to decide by. */
function missingOf(row: MirrorRow, { exporter, importer }: MirrorFlags): string {
  if (row.exports === "") return `no exports that ${exporter} reports`;
  if (row.imports === "") return `no imports that ${importer} reports`;
  return `${exporter}'s exports of the period before are missing`;
}

async function sumsOf(
  files: readonly string[],
  flags: TableFlags,
  by: readonly string[],
): Promise<{ sums: Sums; unit: TableUnit; version: string; setAside: SetAside | undefined }> {
  const unit = unitOfTable(flags.amount, flags);
  const rates = ratesOf(flags, unit.currency);
  const ask = (engine: Engine, source: SqlSource, signal: AbortSignal) =>
    summarise(engine, source, {
      from: unit.currency,
      by,
      rateKey: flags.month,
      rounding: flags.rounding,
      signal,
      ...(rates === undefined ? {} : { rates: rates.by }),
    });
  if (flags.engine !== undefined) {
    if (files.length !== 1) throw new FigureError("bad-option", "with --engine one table is named");
    const engine = await connect(flags.engine);
    try {
      const d = engine.dialect;
      const names = new Set([...by, ...(rates === undefined ? [] : [flags.month])]);
      const source: SqlSource = {
        from: (files[0] as string)
          .split(".")
          .map((one) => d.identifier(one))
          .join("."),
        amount: d.identifier(flags.amount),
        decimals: wholeNumber(flags.decimals, "--decimals"),
        scaled: flags.scaled === true,
        keys: Object.fromEntries([...names].map((name) => [name, d.identifier(name)])),
      };
      const sums = await interruptible((signal) => explained(rates, ask(engine, source, signal)));
      return { sums, unit, version: engine.version, setAside: undefined };
    } finally {
      await engine.close();
    }
  }
  const found = await withFiles(files, flags, by, async (table, signal) => {
    await refuseMixed(unit, flags, table, signal);
    return {
      sums: await explained(rates, ask(table.engine, table.source, signal)),
      unit,
      version: table.engine.version,
      setAside: table.setAside,
    };
  });
  tellSetAside(found.setAside);
  return found;
}

/** Work that says why a rate is missing, and what to do: the engine knows only its month. */
async function explained<T>(rates: TableRates | undefined, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const lack = rates?.lacking();
    if (!FigureError.is(error) || error.code !== "no-rate" || lack === undefined) throw error;
    throw new FigureError(
      "no-rate",
      `${error.message}: ${lack}; --rates takes a CSV file of your own, month,rate`,
    );
  }
}

/** A column that is not there, with the option that names it. */
async function opened(table: Promise<FileTable>, { amount, month }: TableFlags): Promise<FileTable> {
  try {
    return await table;
  } catch (error) {
    if (!FigureError.is(error) || error.code !== "bad-option") throw error;
    const { column: missing } = error.details;
    const option = missing === amount ? "--amount" : missing === month ? "--month" : undefined;
    if (option === undefined) throw error;
    throw new FigureError(
      "bad-option",
      `${error.message}; ${option} names the column of the ${option.slice(2)}s`,
      error.details,
    );
  }
}

/** Work on the files as one table, which ctrl-C ends while they are opened and later. */
async function withFiles<T>(
  files: readonly string[],
  flags: TableFlags,
  by: readonly string[],
  work: (table: FileTable, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (flags.scaled === true)
    throw new FigureError("bad-option", "--scaled goes with --engine; files hold amounts");
  const keys = new Set([...by, ...(flags.to === undefined ? [] : [flags.month])]);
  const open = (signal?: AbortSignal) =>
    FileTable.open(files, {
      amount: flags.amount,
      decimals: wholeNumber(flags.decimals, "--decimals"),
      keys: [...keys],
      setAside: flags.setAside === true,
      ...(signal === undefined ? {} : { signal }),
      ...(flags.memory === undefined ? {} : { memory: flags.memory }),
      ...(flags.threads === undefined ? {} : { threads: wholeNumber(flags.threads, "--threads") }),
    });
  // A sheet is read by this thread. Nothing is written before it is, so that a signal may end the process there.
  const sheets = files.some((one) => /\.xlsx$/i.test(one)) ? await opened(open(), flags) : undefined;
  return interruptible(async (signal) => {
    const table = sheets ?? (await opened(open(signal), flags));
    try {
      return await work(table, signal);
    } finally {
      await table.close();
    }
  });
}

function show(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  flags: TableFlags,
  json: unknown,
  version: string,
): void {
  if (flags.out !== undefined) {
    writeWhole(
      flags.out,
      toCsv(rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ""])))),
    );
    print(`${count(rows.length)} in ${flags.out}, by ${version}`, json, flags.json);
    return;
  }
  print(`${terminalTable(head, rows)}\n${dim(`${count(rows.length)}, by ${version}`)}`, json, flags.json);
}

const count = (rows: number): string => `${rows.toLocaleString("en")} ${rows === 1 ? "row" : "rows"}`;

function tellSetAside(setAside: SetAside): void {
  if (setAside.count === 0) return;
  const lines = setAside.rows
    .slice(0, 10)
    .map(
      (row) =>
        `  ${row.file}${row.line === undefined ? "" : `, line ${row.line}`}: "${row.found}" ${row.why}`,
    );
  const more =
    setAside.count > lines.length
      ? [`  and ${(setAside.count - lines.length).toLocaleString("en")} more`]
      : [];
  process.stderr.write(
    `${count(setAside.count)} set aside, which no sum contains:\n${[...lines, ...more].join("\n")}\n`,
  );
}

/**
 * Ends the engine's work at ctrl-C, so that nothing half written stays. Only for work that waits for an engine: where this
 * thread computes by itself, no signal is heard before it is done, and without a listener one ends the process at once.
 */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const end = (signal: NodeJS.Signals) => {
    // Asked a second time, it does not wait for the engine. What runs at `exit` removes what is half written.
    if (stop.signal.aborted) process.exit(128 + constants.signals[signal]);
    stop.abort();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const one of signals) process.on(one, end);
  try {
    return await work(stop.signal);
  } finally {
    for (const one of signals) process.off(one, end);
  }
}

/** 0.071234 as 7.1234%. */
function percentText(ratio: string): string {
  const [, sign, whole, decimals] = /^(-?)(\d+)\.(\d+)$/.exec(ratio) as unknown as [
    string,
    string,
    string,
    string,
  ];
  const percent = `${whole}${decimals.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  return `${sign}${percent}.${decimals.slice(2)}%`;
}

const columnsOf = (by: string | undefined): string[] => {
  const names = (by ?? "").split(",").map((one) => one.trim());
  return [...new Set(names)].filter((one) => one !== "");
};

const upperCase = (code: string): string => code.toUpperCase();

function wholeNumber(text: string, flag: string): number {
  if (!/^\d{1,4}$/.test(text))
    throw new FigureError("bad-option", `${flag} needs a whole number, found "${text}"`);
  return Number(text);
}

function levelOf(text: string | undefined): { level?: 2 | 4 | 6 | "total" } {
  if (text === undefined) return {};
  if (text === "total") return { level: "total" };
  if (text === "2" || text === "4" || text === "6") return { level: Number(text) as 2 | 4 | 6 };
  throw new FigureError("bad-option", `--level is 2, 4, 6 or total, found "${text}"`);
}
