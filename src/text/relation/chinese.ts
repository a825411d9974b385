import {
  BASES,
  BEFORE_AMOUNT,
  COMPARED,
  DENIED,
  DIGITS,
  DOWN,
  EXPECTED,
  MEASURES,
  NO_MEASURES,
  OF_GROWTH,
  PERIODS,
  QUARTERS,
  STAGES,
  UP,
  WHOLE_YEAR,
  YEARS,
} from "../../language/zh/words.js";
import { codeAt } from "../../notation/number.js";
import { CalendarYear, type Published } from "../period/calendar.js";
import { FoundPeriod } from "../period/said.js";
import type { Basis } from "../reading.js";
import type { Sentence } from "../scan/sentence.js";

/** Chinese sentences are read by the characters that stand directly before and behind an amount. */

/** Whether the verb at `start` is denied, or about what is to come: "未增长", "预计增长". */
export function chineseMood(
  text: string,
  start: number,
): { readonly denied: boolean; readonly forecast: boolean } {
  const before = text.slice(Math.max(0, start - 6), start);
  return {
    denied: DENIED.test(before),
    forecast: EXPECTED.test(before),
  };
}

/** +1 or −1 where the text that ends at `at` says that something rose or fell by what follows; otherwise 0. */
export function chineseVerb(text: string, at: number): { readonly sign: 1 | -1 | 0; readonly start: number } {
  let end = at;
  for (let k = 0; k < 2; k++) {
    const before = text.slice(Math.max(0, end - 4), end);
    for (const [list, sign] of [
      [UP, 1],
      [DOWN, -1],
    ] as const) {
      const word = list.find((each) => before.endsWith(each));
      if (word !== undefined) return { sign, start: end - word.length };
    }
    const hedge = BEFORE_AMOUNT.exec(before);
    if (hedge === null) break;
    end -= hedge[0].length;
  }
  return { sign: 0, start: at };
}

/** Whether the amount at `start` is what is compared with: "比去年同期的233.9亿元", "较上年的300亿元". */
export function chineseBase(text: string, start: number): boolean {
  return COMPARED.test(text.slice(Math.max(0, start - 16), start));
}

/** Whether a growth is one of a growth: "跌幅扩大3个百分点". */
export function chineseOfGrowth(text: string, verb: number): boolean {
  return OF_GROWTH.test(text.slice(Math.max(0, verb - 10), verb));
}

/** What a Chinese growth is measured against, by the words before its verb. */
export function chineseBasis(s: Sentence, verb: number): Basis | undefined {
  const before = s.text.slice(Math.max(s.start, verb - 8), verb);
  return BASES.find(([words]) => words.test(before))?.[1];
}

/** The measure word at `at`: "辆", "人次". */
export function measureAt(text: string, at: number): string | undefined {
  const c = codeAt(text, at);
  if (!(c > 0x2e7f)) return undefined;
  return MEASURES.find(
    (each) => text.startsWith(each, at) && !NO_MEASURES.some((other) => text.startsWith(other, at)),
  );
}

/** The Chinese period that begins at character `at`: "2023年前9个月", "今年上半年", "9月份", "去年". */
export function chinesePeriodAt(s: Sentence, at: number, published: Published): FoundPeriod | undefined {
  PERIODS.lastIndex = at;
  const found = PERIODS.exec(s.text);
  if (found === null || found[0] === "" || at + found[0].length > s.end) return undefined;
  const [text, yearWord, count, unit, stage, from, to, month, day] = found;
  const year = yearOf(yearWord, published);
  let period: FoundPeriod["period"];
  if (count !== undefined) {
    const n = (DIGITS[count] ?? Number(count)) * (unit === QUARTERS ? 3 : 1);
    period = published.months(1, n, year);
  } else if (stage !== undefined) period = stageOf(stage, year, published);
  else if (from !== undefined) period = published.months(Number(from), Number(to), year);
  else if (month !== undefined) {
    period = published.months(Number(month), Number(month), year);
    if (period && day !== undefined) period = published.calendarDay(Number(month), Number(day), year);
  } else period = year === undefined ? undefined : CalendarYear.year(year);
  return new FoundPeriod(text, at, at + text.length, period);
}

function yearOf(word: string | undefined, published: Published): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d/.test(word)) return Number(word.slice(0, 4));
  const shift = YEARS[word] ?? -1;
  return published.year === undefined ? undefined : published.year + shift;
}

function stageOf(stage: string, year: number | undefined, published: Published) {
  const months = STAGES[stage];
  if (months !== undefined) return published.months(...months, year);
  return stage === WHOLE_YEAR && year !== undefined ? CalendarYear.year(year) : undefined;
}
