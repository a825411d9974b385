import { FigureError } from "../errors.js";
import { period } from "../figure/period.js";
import { GERMAN } from "../language/de/german.js";
import { ENGLISH_RULES } from "../language/en/rules.js";
import { ENGLISH_STORY } from "../language/en/story.js";
import { guess } from "../language/guess.js";
import type { Language } from "../language/language.js";
import { RUSSIAN } from "../language/ru/russian.js";
import { CHINESE_RULES } from "../language/zh/rules.js";
import { CHINESE_STORY } from "../language/zh/story.js";
import { decimalMark } from "../notation/decimal-mark.js";
import type { Amount } from "./amount/amount.js";
import { byLanguage } from "./amount/by-words.js";
import { readBare } from "./amount/counts.js";
import { remember } from "./amount/currency.js";
import { readRates } from "./amount/rates.js";
import { scanAmounts } from "./amount/scan.js";
import type { Settings } from "./amount/types.js";
import { inOrder } from "./in-order.js";
import { Published } from "./period/calendar.js";
import { readPeriods } from "./period/periods.js";
import {
  emptyLists,
  type GrowthClaim,
  type Lists,
  type Mention,
  type Reading,
  type ReadTextOptions,
} from "./reading.js";
import { compareBehindRates } from "./relation/behind-rate.js";
import { besideChanges } from "./relation/beside-change.js";
import { changesOf } from "./relation/changes.js";
import { comparisonsOf } from "./relation/comparison-basis.js";
import { conversionsOf } from "./relation/conversions.js";
import { growthOf } from "./relation/growths.js";
import { listedBases } from "./relation/listed-bases.js";
import { recordsOf } from "./relation/records.js";
import { sharesOf, sumsOf, tellsFlows } from "./relation/sums-and-shares.js";
import { ruleClaims } from "./rule/claims.js";
import { withRules } from "./rule/own.js";
import { Line } from "./scan/line.js";
import { Sentence } from "./scan/sentence.js";
import { Sentences, type Stretch } from "./scan/sentences.js";
import { Story } from "./story/story.js";
import type { Words } from "./story/words.js";
import { tablesIn } from "./table/find.js";
import type { Grid } from "./table/grid.js";
import { repeatsOf } from "./table/repeats.js";
import { readTables } from "./table/tables.js";

/**
 * What a text says in figures: amounts of money, percentages and points, multiples, counts, rates and periods with their
 * places; and what they say of each other: conversions, growth with level and base, changes, sums and shares. Each figure
 * carries its interval. What was seen and not read is in `unread`, with the reason.
 *
 * @throws FigureError "unreadable" for what is no text, "bad-option" for an option that means nothing; on no text at all
 * @example read("Exports rose 82.3% to 42.64bn yuan ($5.83bn).").mentions.map((one) => one.text).join("; ") // 82.3%; 42.64bn yuan; $5.83bn
 * @example read("Exports rose 82.3% to 42.64bn yuan ($5.83bn).").growth[0].level.figure.show() // CNY 42.64bn, between 42.635bn and 42.645bn
 * @example read("It lent 42.64bn yuan, or about $5.8bn.").conversions[0].converted.currency // USD
 * @example read("Last month exports fell 5% from a year earlier.", { publishedOn: "2023-10-23" }).growth[0].basePeriod.text // 2022-09
 * @example read("In $bn\n\n| | 2022 | 2023 |\n|---|---|---|\n| Japan | 172.9 | 157.5 |\n| Korea | 162.6 | 149.0 |\n| Total | 335.5 | 306.5 |").sums[1].total.figure.show() // USD 306.5bn, between 306.45bn and 306.55bn
 * @example read("Exports did not rise by 5 percent.").unread[0].why // a growth that the sentence denies
 */
export function read(text: string, options: ReadTextOptions = {}): Reading {
  if (typeof text !== "string") {
    throw new FigureError("unreadable", `expected a text, found ${typeof text}`);
  }
  const { code, unsupported } = languageOf(text, options);
  const language = spoken(code, options);
  const settings = settingsOf(options, language, text);
  // A stretch of publication tells the year that names of money are of, and no month.
  const published = new Published(options.publishedOn?.includes("/") ? undefined : options.publishedOn);
  const found = emptyLists();
  if (unsupported !== undefined) {
    const why = `a text in ${unsupported}, which is not read: English, Chinese, German and Russian are`;
    return {
      text,
      language: code,
      unsupported,
      ...found,
      unread: [{ text, start: 0, end: text.length, why }],
    };
  }
  const story = new Story(language ?? (code === "zh" ? CHINESE : ENGLISH), found);
  const grids = options.tables ?? tablesIn(text);
  const reader = { options, language, settings, published, story, found };
  let end = 0;
  for (const [from, to] of proseOf(text, grids)) {
    const sentences = new Sentences(text, language, from, to);
    for (let one = sentences.next(); one !== undefined; one = sentences.next()) {
      readSentence(text, one, one.start !== end || startsParagraph(text, one.start), reader);
      end = one.end;
    }
  }
  if (grids.length > 0) {
    const tables = readTables(grids, settings.style.decimal, found);
    found.mentions.sort(byPlace);
    found.repeats.push(...repeatsOf(text, tables, found.mentions, found.growth));
  }
  return { text, language: code, ...found };
}

/** The order of the text; of what begins at one place the longer first. */
const byPlace = (a: Mention, b: Mention): number => a.start - b.start || b.end - a.end;
const byRate = (a: GrowthClaim, b: GrowthClaim): number => a.rate.start - b.rate.start;

/** What is the same for all sentences of a text. */
interface Reader {
  readonly options: ReadTextOptions;
  readonly language: Language | undefined;
  readonly settings: Settings;
  readonly published: Published;
  readonly story: Story;
  readonly found: Lists;
}

/** Reads one sentence. @param starts whether a paragraph begins with it */
function readSentence(
  text: string,
  stretch: Stretch,
  starts: boolean,
  { options, language, settings, published, story, found }: Reader,
): void {
  const s = new Sentence(text, stretch);
  const bare = scanAmounts(s, settings);
  if (language === undefined) {
    readBare(s, bare, settings);
    readRates(s);
  } else byLanguage(s, bare, language);
  readPeriods(s, published, language);
  if (s.amounts.length + s.periods.length > 0) {
    const mentions: Mention[] = [...s.amounts, ...s.periods];
    const line = new Line(s, language);
    const growths = found.growth.length;
    if (language !== undefined) relateByRules(line, language, found);
    else {
      if (s.amounts.length > 0) relate(line, found, options);
      for (const one of comparisonsOf(line)) mentions.push(one);
      for (const one of recordsOf(line)) mentions.push(one);
    }
    if (s.amounts.length > 0) story.tell(line, starts, found.growth.slice(growths), mentions);
    else story.pass(starts);
    for (const one of inOrder(mentions, byPlace)) found.mentions.push(one);
  } else story.pass(starts);
  for (const one of s.unread) found.unread.push(one);
  remember(s, settings.whose);
}

/** The stretches between the tables: no sentence goes through one. */
function proseOf(text: string, grids: readonly Grid[]): (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let from = 0;
  for (const { start, end } of grids) {
    if (start > from) found.push([from, start]);
    from = Math.max(from, end);
  }
  found.push([from, text.length]);
  return found;
}

/** Whether a blank line ends at `at`, or the text begins there. */
function startsParagraph(text: string, at: number): boolean {
  let i = at;
  while (i < text.length && (text[i] === " " || text[i] === "\t" || text[i] === "\r") && i - at < 200) i++;
  return at === 0 || (text[at - 1] === "\n" && text[i] === "\n");
}

/** Languages that are read by their data alone. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([GERMAN, RUSSIAN].map((one) => [one.code, one]));

/** The language of a code, or the caller's own, with the rules of the caller's own; none for English and Chinese. */
function spoken(code: string, { language, rules }: ReadTextOptions): Language | undefined {
  const found = typeof language === "object" ? language : LANGUAGES.get(code);
  return found === undefined || rules === undefined
    ? found
    : { ...found, rules: withRules(found.rules, rules) };
}

function languageOf(
  text: string,
  { language }: ReadTextOptions,
): { readonly code: string; readonly unsupported?: string } {
  if (language === undefined) return guess(text);
  if (typeof language === "object") return language;
  if (!["en", "zh", "de", "ru"].includes(language)) {
    throw new FigureError("bad-option", `no language "${language}": write en, zh, de or ru, or give one`);
  }
  return { code: language };
}

/** Reads what the amounts of a sentence say of each other by the rules of its language, and by nothing else. */
function relateByRules(line: Line, language: Language, found: Lists): void {
  for (const one of conversionsOf(line)) found.conversions.push(one);
  const ruled = ruleClaims(line, language.rules);
  for (const one of inOrder(ruled.growth, byRate)) found.growth.push(one);
  for (const one of ruled.changes) found.changes.push(one);
  for (const one of ruled.sums) found.sums.push(one);
  for (const one of ruled.shares) found.shares.push(one);
}

/** Reads what the amounts of a sentence say of each other. */
function relate(line: Line, found: Lists, { rules }: ReadTextOptions): void {
  compareBehindRates(line);
  const conversions = conversionsOf(line);
  for (const one of conversions) found.conversions.push(one);
  const ruled = ruleClaims(line, withRules(line.wide ? CHINESE_RULES : ENGLISH_RULES, rules));
  const changes = [...ruled.changes];
  for (const one of ruled.sums) found.sums.push(one);
  for (const one of ruled.shares) found.shares.push(one);
  const growth = [...ruled.growth, ...growthOf(line, ruled.taken)];
  for (const one of inOrder(growth, byRate)) found.growth.push(one);
  const converted = new Set(conversions.map((one) => one.converted as Amount));
  if (line.amounts.length > 1) {
    for (const one of changesOf(line, withBases(line, ruled.taken, growth), converted)) changes.push(one);
    for (const one of besideChanges(line, changes)) changes.push(one);
  }
  for (const one of changes) found.changes.push(one);
  if (tellsFlows(line)) {
    // What an amount comes to in another currency, and what it was before, is no part of a sum.
    const sides = new Set([...ruled.taken, ...converted]);
    for (const { base } of growth) if (base !== undefined) sides.add(base as Amount);
    for (const one of sumsOf(line, sides)) found.sums.push(one);
  }
  for (const one of sharesOf(line, ruled.taken)) found.shares.push(one);
}

/** The figures that rules took, with the levels and bases of growths, and the bases of several levels. */
function withBases(
  line: Line,
  taken: ReadonlySet<Amount>,
  growth: readonly GrowthClaim[],
): ReadonlySet<Amount> {
  const lists = listedBases(line);
  if (growth.length === 0 && lists.length === 0) return taken;
  const used = new Set(taken);
  for (const list of lists) for (const place of list) used.add(line.amount(place) as Amount);
  for (const { level, base } of growth) {
    if (level !== undefined) used.add(level as Amount);
    if (base !== undefined) used.add(base as Amount);
  }
  return used;
}

const ENGLISH: Words = { story: ENGLISH_STORY, rules: ENGLISH_RULES };
const CHINESE: Words = { story: CHINESE_STORY, rules: CHINESE_RULES };

/** Whether a text shows the decimal mark that its language has elsewhere: "5.3%" in Swiss German. */
function otherDecimal(text: string, language: Language | undefined): boolean {
  const shows = language?.otherDecimal;
  return shows?.other.test(text) === true && !shows.own.test(text);
}

function settingsOf(options: ReadTextOptions, language: Language | undefined, text: string): Settings {
  const date = options.publishedOn;
  if (date !== undefined && !isDate(date)) {
    throw new FigureError(
      "bad-option",
      `publishedOn "${date}" is not a day: write 2023-10-23, 2023-10, 2023 or a stretch (2023-08/2023-10)`,
    );
  }
  if (options.region !== undefined && !/^[A-Za-z]{2}$/.test(options.region)) {
    throw new FigureError("bad-option", `region "${options.region}" is not a country code: write AU or CH`);
  }
  return {
    style: {
      decimal: decimalMark(
        options.locale ?? (otherDecimal(text, language) ? "en" : (language?.code ?? "en")),
      ),
      spaces: language?.spaces === true,
    },
    whose: {
      region: options.region?.toUpperCase(),
      year: date === undefined ? undefined : Number(date.slice(0, 4)),
      seen: [],
      dollars: undefined,
    },
  };
}

/** Whether `date` is a day, month or year that the calendar has, of a time when figures were published. */
function isDate(date: string): boolean {
  if (!/^(1[5-9]|2\d)\d\d(-\d\d){0,2}(\/\d{4}(-\d\d){0,2})?$/.test(date)) return false;
  try {
    return period(date) !== undefined;
  } catch {
    return false;
  }
}
