/** Arguments as people type them: amounts without quotes, "to USD", the day behind the rest. */
import { FigureError } from "../errors.js";

const DAY_OR_PERIOD = /^(?:19|20)\d\d(?:[-/].*)?$/;

/** What an option and the last of several words say of the day; the words without it. */
export function withoutDay(
  words: readonly string[],
  named: string | undefined,
): { readonly words: readonly string[]; readonly on: string | undefined } {
  const last = words.at(-1);
  if (last === undefined || words.length < 2 || !DAY_OR_PERIOD.test(last)) return { words, on: named };
  if (named !== undefined)
    throw new FigureError("bad-option", `found two days, "${last}" and the one of the option: name one`);
  return { words: words.slice(0, -1), on: last };
}

/** An amount and the currency that it is to be in: "42.64bn CNY USD", "42.64bn yuan to dollars". */
export function amountAndTarget(
  words: readonly string[],
  named: string | undefined,
): { readonly amount: string; readonly target: string } {
  const amountWords = named === undefined ? words.slice(0, -1) : words;
  const target = named ?? words.at(-1);
  if (target === undefined || amountWords.length === 0)
    throw new FigureError(
      "bad-option",
      `convert "${words.join(" ")}" to which currency? Name it last: convert "42.64bn yuan" USD --on 2023-10-23`,
    );
  return { amount: amountWords.join(" ").replace(/ (?:to|in|into)$/i, ""), target };
}

/** Two figures, each a word in quotes, or of as many words as the other. */
export function twoFigures(command: string, words: readonly string[]): readonly [string, string] {
  const half = words.length / 2;
  if (words.length < 2 || !Number.isInteger(half))
    throw new FigureError(
      "bad-option",
      `${command} needs two figures, each in quotes: '42.64bn yuan' '$5.83bn'; found ${words.map((one) => `"${one}"`).join(" ")}`,
    );
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
}

/** The command that a line means which says it in two words: "rates used" is rate-used. */
export function oneCommand(args: readonly string[]): readonly string[] {
  const [first = "", second] = args;
  return /^rates?$/.test(first) && second === "used" ? ["rate-used", ...args.slice(2)] : args;
}
