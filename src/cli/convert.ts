/** The commands that ask for a published rate of a day or a period, and convert by it. */
import { Command, Option } from "commander";
import { readText, shownPath } from "../data/file/bytes.js";
import { FigureError } from "../errors.js";
import { isCurrencyCode } from "../figure/currency.js";
import { dayNumber } from "../figure/period.js";
import { type Quantity, sourceLine } from "../figure/quantity.js";
import { isCurrency } from "../figure/units.js";
import { RateBook } from "../rate/book.js";
import { convert, cross } from "../rate/convert.js";
import { customsRate } from "../rate/customs.js";
import type { DatePolicy } from "../rate/date-policy.js";
import { impliedRate } from "../rate/implied.js";
import { RATE_KINDS, type RateKind } from "../rate/kind.js";
import { quotationOrder } from "../rate/order.js";
import { type AnyRate, pairOf, type Rate } from "../rate/rate.js";
import { examples } from "./examples.js";
import { inOwnWords } from "./missing-rate.js";
import { OWN_RATES, openBook } from "./open-book.js";
import { type ReadingOptions, readFigure, withReading } from "./options.js";
import { bold, dim, print } from "./output.js";
import { amountAndTarget, twoFigures, withoutDay } from "./typed-words.js";

interface Dated {
  readonly on?: string;
  /** The same under the name that `rate-used` and `check` have for a period. */
  readonly period?: string;
}

interface RateFlags extends ReadingOptions, Dated {
  readonly kind?: RateKind;
  readonly policy: DatePolicy;
  readonly via?: string;
  readonly rates?: string;
}

function withRate(command: Command): Command {
  return withReading(command)
    .option(
      "--on <day or period>",
      "the day of the rate, or the period of its mean: 2023-10-23, 2023-10, 2023-Q3, 2023",
    )
    .addOption(new Option("--period <period>").conflicts("on").hideHelp())
    .addOption(
      new Option("--kind <kind>", "which rate (default: the first that has the day)").choices([
        ...RATE_KINDS,
      ]),
    )
    .addOption(
      new Option("--policy <policy>", "what to take on a day without a rate")
        .choices(["exact", "previous", "nearest"])
        .default("exact"),
    )
    .option("--via <currency>", "make a cross rate over this currency (default: EUR, then USD)")
    .option(...OWN_RATES);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The rate of a day, or the mean of a period; customs rates are made by the rule where the book has only the fixing. */
function asked(book: RateBook, pair: `${string}/${string}`, on: string, flags: RateFlags): Rate {
  const kind = flags.kind === undefined ? {} : { kind: flags.kind };
  const via = flags.via === undefined ? {} : { via: flags.via.toUpperCase() };
  if (DAY.test(on)) {
    dayNumber(on);
    const query = { ...kind, ...via, policy: flags.policy };
    // Customs apply one rate for a month: that of another month is none, whatever the policy.
    if (flags.kind === "customs")
      return book.tryRate(pair, on, { ...query, policy: "exact" }) ?? customsRate(book, pair, on.slice(0, 7));
    try {
      return book.rate(pair, on, query);
    } catch (error) {
      throw inOwnWords(error, { policy: "add --policy previous or --policy nearest, or name another day" });
    }
  }
  if (flags.kind === "customs" && /^\d{4}-\d\d$/.test(on))
    return book.tryAverage(pair, on, { ...kind, ...via }) ?? customsRate(book, pair, on);
  return book.average(pair, on, { ...kind, ...via });
}

/**
 * The rate that is asked for. Where no kind is named, a rate of one's own file goes before every published one, whatever
 * their kinds: a file that is named and not used would be a surprise.
 */
async function askedOf(pair: `${string}/${string}`, on: string, flags: RateFlags): Promise<Rate> {
  if (flags.rates !== undefined && flags.kind === undefined) {
    const own = RateBook.fromCsv(readText(flags.rates), shownPath(flags.rates));
    const via = flags.via === undefined ? {} : { via: flags.via.toUpperCase() };
    const found = DAY.test(on)
      ? own.tryRate(pair, on, { ...via, policy: flags.policy })
      : own.tryAverage(pair, on, via);
    if (found !== undefined) return found;
  }
  return asked(await openBook(flags.rates), pair, on, flags);
}

/** Where a rate comes from: each leg of a cross with its own day and kind; who published them, once. */
function provenance(rate: AnyRate): string {
  const all: readonly AnyRate[] = [rate, ...rate.chain];
  const sources = [
    ...new Set(all.flatMap((one) => (one.source === undefined ? [] : sourceLine(one.source)))),
  ];
  const each = sources.length > 1;
  return [
    `at ${rate.show()} (${rate.describe(each && rate.chain.length === 0)})`,
    ...rate.chain.map((leg) => `   ${leg.quoted} (${leg.describe(each)})`),
    ...(each ? [] : sources),
  ].join("\n");
}

export function convertCommand(): Command {
  return withRate(new Command("convert"))
    .description(
      "an amount in another currency, at a published rate of a day or the mean of a period, with its bounds",
    )
    .usage("[options] <amount> <currency>")
    .argument("<amount...>", "the amount as printed, then the currency to convert to: USD, cny, euros")
    .addOption(new Option("--to <currency>").hideHelp())
    .addHelpText(
      "after",
      examples(
        'convert "42.64bn yuan" USD --on 2023-10-23 --kind central-parity',
        'convert "500m roubles" USD --on 2019-05-06',
        "convert '¥4.2tn' EUR --on 2023 --explain",
        "convert '100m DEM' USD --on 2004-06-12 --policy previous",
      ),
    )
    .action(async (typed: readonly string[], options: RateFlags & { readonly to?: string }) => {
      const { words, on: named } = withoutDay(typed, dayOf(options));
      const { amount: text, target } = amountAndTarget(words, options.to);
      const amount = readFigure(text, options);
      const to = currencyNamed(target, options);
      if (!isCurrency(amount.unit))
        throw new FigureError("bad-option", `"${text}" has no currency: write one, as in "42.64bn yuan"`);
      if (amount.unit === to) throw new FigureError("bad-option", `"${text}" is in ${to} already`);
      const rate = await askedOf(marketPair(amount.unit, to), needed(named), options);
      const converted = convert(amount, rate) as Quantity;
      const shown = options.explain
        ? `${converted.explain()}\n${rate.explain()}`
        : `${bold(converted.show())}\n${dim(provenance(rate))}`;
      print(shown, { converted, rate }, options.json);
    });
}

/** A currency by its code, in either case, or by a name or sign as texts have it: usd, euros, ¥. */
function currencyNamed(text: string, options: ReadingOptions): string {
  const code = text.trim().toUpperCase();
  if (isCurrencyCode(code)) return code;
  try {
    const { unit } = readFigure(`1 ${text}`, options);
    if (isCurrency(unit)) return unit;
  } catch {
    // The message below says what is wanted.
  }
  throw new FigureError(
    "bad-option",
    `"${text.slice(0, 40)}" is not a currency: write an ISO 4217 code (USD) or a name (dollars)`,
  );
}

/** The pair as the market quotes it, whichever way the amount is converted. */
function marketPair(from: string, to: string): `${string}/${string}` {
  const [base, quote] = quotationOrder(...pairOf(`${from}/${to}`));
  return `${base}/${quote}`;
}

const dayOf = ({ on, period }: Dated): string | undefined => on ?? period;

/** What stands behind the pair, or the option of the same meaning. */
function oneOf(behind: string | undefined, option: string | undefined): string | undefined {
  if (behind !== undefined && option !== undefined)
    throw new FigureError("bad-option", `found two days, "${behind}" and "${option}": name one`);
  return behind ?? option;
}

function needed(named: string | undefined): string {
  if (named !== undefined) return named;
  throw new FigureError(
    "bad-option",
    "which day? name one with --on 2023-10-23, or a period: --on 2023-10, --on 2023",
  );
}

export function rateCommand(): Command {
  return withRate(new Command("rate"))
    .description(
      "the rate that two printed figures imply; or with a pair, the published rate of a day or period",
    )
    .usage("[options] <a> <b>")
    .argument("<figures...>", "two figures of one flow; or a pair and its day or period: USD/CNY 2023-10-23")
    .addHelpText(
      "after",
      examples(
        "rate '42.64bn yuan' '$5.83bn'",
        "rate '€12.5bn' '$13.6bn' --explain",
        "rate usd/cny 2019-05-06",
        "rate GBP/JPY --on 2023-Q3",
      ),
    )
    .action(async (typed: readonly string[], options: RateFlags) => {
      const { pair, words } = pairFirst(typed);
      if (pair !== undefined) {
        const { words: more, on } = withoutDay([pair, ...words], dayOf(options));
        if (more.length > 1)
          throw new FigureError("bad-option", `"${more.at(-1)}" is not a day or a period: write 2023-10-23`);
        showRate(await askedOf(pair, needed(on), options), options);
        return;
      }
      if (words.length === 1)
        throw new FigureError(
          "bad-option",
          `rate needs two figures, or a pair such as USD/CNY with --on; found "${words[0]}"`,
        );
      const [a, b] = twoFigures("rate", words);
      const implied = impliedRate(readFigure(a, options), readFigure(b, options)) as AnyRate;
      print(options.explain ? implied.explain() : bold(implied.show()), implied, options.json);
    });
}

/** A pair that the words begin with, in one or in two of them: USD/CNY, usd cny. */
function pairFirst(words: readonly string[]): {
  readonly pair: `${string}/${string}` | undefined;
  readonly words: readonly string[];
} {
  const [first = "", second = ""] = words;
  const code = /^[a-z]{3}$/i;
  const split = code.test(first) && code.test(second);
  const text = split ? `${first}/${second}` : first;
  if (!/^[a-z]{3}\/[a-z]{3}$/i.test(text)) return { pair: undefined, words };
  const pair = pairOf(text.toUpperCase()).join("/") as `${string}/${string}`;
  return { pair, words: words.slice(split ? 2 : 1) };
}

function showRate(rate: AnyRate, options: RateFlags): void {
  print(
    options.explain
      ? rate.explain()
      : `${bold(rate.show())}\n${dim(provenance(rate).replace(/^at .*? \(/, "("))}`,
    rate,
    options.json,
  );
}

export function crossCommand(): Command {
  return withRate(new Command("cross"))
    .description(
      "a pair made of two published rates that share a currency, each leg with its day, kind and source",
    )
    .argument("<pair>", "the pair: USD/CNY")
    .argument("[day]", "the day or period, as --on")
    .addHelpText("after", examples("cross USD/CNY --on 2023-10-23 --via EUR", "cross GBP/KRW --on 2018"))
    .action(async (text: string, day: string | undefined, options: RateFlags) => {
      const pair = pairOf(text.toUpperCase());
      const book = await openBook(options.rates);
      const on = needed(oneOf(day, dayOf(options)));
      const pivots = options.via === undefined ? ["EUR", "USD"] : [options.via.toUpperCase()];
      const via = pivots.find((one) => !pair.includes(one));
      if (via === undefined)
        throw new FigureError(
          "bad-option",
          `a cross of ${pair.join("/")} goes over a third currency, found ${pivots.join(" and ")}: name another with --via, as --via GBP`,
        );
      // Without a kind, both legs must still be of one: a morning's fixing and an afternoon's make no cross.
      const kinds = options.kind === undefined ? RATE_KINDS : [options.kind];
      for (const kind of kinds) {
        const legs = pair.map((code) => {
          const leg = `${via}/${code}` as const;
          const query = { kind, via };
          return DAY.test(on)
            ? book.tryRate(leg, on, { ...query, policy: options.policy })
            : book.tryAverage(leg, on, query);
        });
        const [base, quote] = legs;
        if (base === undefined || quote === undefined) continue;
        const made = cross(quote, base);
        showRate(made.base === pair[0] ? made : made.inverted(), options);
        return;
      }
      // No kind has both legs: the book says why.
      asked(book, pair.join("/") as `${string}/${string}`, on, { ...options, via });
      throw new FigureError(
        "no-rate",
        `no kind of rate has both ${via}/${pair[0]} and ${via}/${pair[1]} for ${on}`,
      );
    });
}

export function averageCommand(): Command {
  return withRate(new Command("average"))
    .description(
      "the mean of a pair's published rates over a month, quarter, year or range, and how many days it has",
    )
    .argument("<pair>", "the pair: USD/CNY")
    .argument("[period]", "2023-10, 2023-Q3, 2023-H1, 2023, 2023-01/2023-09")
    .addHelpText(
      "after",
      examples(
        "average USD/CNY 2023-01/2023-09",
        "average eur/rub 2019",
        "average USD/JPY 1985-Q4 --kind noon-buying",
      ),
    )
    .action(async (text: string, period: string | undefined, options: RateFlags) => {
      const pair = pairOf(text.toUpperCase()).join("/") as `${string}/${string}`;
      const over = oneOf(period, dayOf(options));
      if (over === undefined)
        throw new FigureError("bad-option", `the average over which period? average ${pair} 2023-10`);
      const book = await openBook(options.rates);
      const kind = options.kind === undefined ? {} : { kind: options.kind };
      const via = options.via === undefined ? {} : { via: options.via.toUpperCase() };
      const rate = book.average(pair, over, { ...kind, ...via });
      showRate(rate, options);
    });
}

export function customsCommand(): Command {
  return withReading(new Command("customs"))
    .description(
      "the rate that China's customs apply in a month, by the rule: the parity of the third Wednesday before",
    )
    .argument("<pair>", "the pair: USD/CNY")
    .argument("[month]", "2023-07, or a day of it")
    .addOption(new Option("--on <month>").hideHelp())
    .addOption(new Option("--period <month>").conflicts("on").hideHelp())
    .addHelpText("after", examples("customs USD/CNY 2023-07", "customs EUR/CNY 2022-03 --explain"))
    .action(async (text: string, named: string | undefined, options: ReadingOptions & Dated) => {
      const pair = pairOf(text.toUpperCase()).join("/") as `${string}/${string}`;
      const month = oneOf(named, dayOf(options));
      if (month === undefined)
        throw new FigureError("bad-option", `the rate of which month? customs ${pair} 2023-07`);
      const book = await openBook();
      const on = month.slice(0, 7);
      const rate =
        book.tryAverage(pair, on, { kind: "customs" }) === undefined
          ? customsRate(book, pair, on)
          : book.rate(pair, `${on}-01`, { kind: "customs" });
      print(
        options.explain
          ? rate.explain()
          : `${bold(rate.show())}\n${dim(`(${rate.describe()})\n${CUSTOMS_CAVEAT}`)}`,
        rate,
        options.json,
      );
    });
}

const CUSTOMS_CAVEAT =
  "The rule is for one month's declarations. It does not fully account for published dollars: a year's yuan and dollars are sums over twelve such rates and many invoice currencies.";
