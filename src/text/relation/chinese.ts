import { CalendarYear, type Published } from "../period/calendar.js";
import type { Basis, PeriodMention } from "../reading.js";
import type { Sentence } from "../scan/sentence.js";

/** Chinese sentences are read by the characters that stand directly before and behind an amount. */

const UP = [
  "增长",
  "增加",
  "上升",
  "上涨",
  "增幅为",
  "提高",
  "扩大",
  "上调",
  "回升",
  "攀升",
  "涨幅为",
  "增速为",
  "增长了",
  "上涨了",
  "增至",
];

const DOWN = [
  "下降",
  "减少",
  "下跌",
  "下滑",
  "降低",
  "萎缩",
  "下调",
  "回落",
  "缩减",
  "降幅为",
  "跌幅为",
  "下降了",
  "减少了",
];

const HEDGES = /(?:约|近|超过|逾|达|至少|了|为|幅度)$/;

/** +1 or −1 where the text that ends at `at` says that something rose or fell by what follows; otherwise 0. */
/** Whether the verb at `start` is denied, or about what is to come: "未增长", "预计增长". */
export function chineseMood(
  text: string,
  start: number,
): { readonly denied: boolean; readonly forecast: boolean } {
  const before = text.slice(Math.max(0, start - 6), start);
  return {
    denied: /(未|没有|并非|不会)(同比|环比)?$/.test(before),
    forecast: /(预计|预期|有望|料|将)/.test(before),
  };
}

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
    const hedge = HEDGES.exec(before);
    if (hedge === null) break;
    end -= hedge[0].length;
  }
  return { sign: 0, start: at };
}

/** Whether the amount at `start` is what is compared with: "比去年同期的233.9亿元", "较上年的300亿元". */
export function chineseBase(text: string, start: number): boolean {
  return /[比较][^比较,，。；;\d]{0,12}$/.test(text.slice(Math.max(0, start - 14), start));
}

/** What a Chinese growth is measured against, by the words before its verb. */
export function chineseBasis(s: Sentence, verb: number): Basis | undefined {
  const before = s.text.slice(Math.max(s.start, verb - 8), verb);
  if (/同比|上年|去年|前年|同期/.test(before)) return "yoy";
  if (/环比|上月/.test(before)) return "mom";
  if (/上季/.test(before)) return "qoq";
  if (/上周/.test(before)) return "wow";
  return undefined;
}

/** What may be counted, directly behind the number. */
const MEASURES = [
  "千瓦时",
  "平方米",
  "人次",
  "千瓦",
  "公里",
  "亿吨",
  "辆",
  "吨",
  "户",
  "家",
  "台",
  "套",
  "人",
  "件",
  "亩",
  "艘",
  "架",
  "次",
  "桶",
  "部",
  "只",
  "头",
  "个",
  "例",
  "名",
  "条",
  "公顷",
  "立方米",
];

/** The measure word at `at`: "辆", "人次". */
export function measureAt(text: string, at: number): string | undefined {
  const c = text.charCodeAt(at);
  if (!(c > 0x2e7f)) return undefined;
  return MEASURES.find(
    (each) => text.startsWith(each, at) && !text.startsWith("个百分点", at) && !text.startsWith("个月", at),
  );
}

const PERIODS =
  /(?:(今年|去年|前年|(?:19|20)\d\d年|上年)(?:的)?)?(?:(?:前|头)(1[01]|[一二三四五六七八九十1-9])(个月|季度)|(上半年|下半年|一季度|二季度|三季度|四季度|全年|年末|年底)|(\d{1,2})(?:月)?(?:至|-|—|~)(\d{1,2})月份?|(\d{1,2})月(?:(\d{1,2})日|份?(?!\d))(?:底|末)?)?/y;

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."一二三四五六七八九十"].map((digit, k) => [digit, k + 1]),
);

/** The Chinese period that begins at character `at`: "2023年前9个月", "今年上半年", "9月份", "去年". */
export function chinesePeriodAt(s: Sentence, at: number, published: Published): PeriodMention | undefined {
  PERIODS.lastIndex = at;
  const found = PERIODS.exec(s.text);
  if (found === null || found[0] === "" || at + found[0].length > s.end) return undefined;
  const [text, yearWord, count, unit, stage, from, to, month, day] = found;
  const year = yearOf(yearWord, published);
  let period: PeriodMention["period"];
  if (count !== undefined) {
    const n = (DIGITS[count] ?? Number(count)) * (unit === "季度" ? 3 : 1);
    period = published.months(1, n, year);
  } else if (stage !== undefined) period = stageOf(stage, year, published);
  else if (from !== undefined) period = published.months(Number(from), Number(to), year);
  else if (month !== undefined) {
    period = published.months(Number(month), Number(month), year);
    if (period && day !== undefined) period = published.calendarDay(Number(month), Number(day), year);
  } else period = year === undefined ? undefined : CalendarYear.year(year);
  return { kind: "period", ...s.span(at, at + text.length), ...(period === undefined ? {} : { period }) };
}

function yearOf(word: string | undefined, published: Published): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d/.test(word)) return Number(word.slice(0, 4));
  const shift = word === "今年" ? 0 : word === "前年" ? -2 : -1;
  return published.year === undefined ? undefined : published.year + shift;
}

function stageOf(stage: string, year: number | undefined, published: Published) {
  const quarter = DIGITS[stage[0] as string];
  if (quarter !== undefined) return published.months(quarter * 3 - 2, quarter * 3, year);
  if (stage === "上半年") return published.months(1, 6, year);
  if (stage === "下半年") return published.months(7, 12, year);
  return stage === "全年" && year !== undefined ? CalendarYear.year(year) : undefined;
}
