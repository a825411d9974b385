import { FigureError } from "../errors.js";
import { monthIndex } from "../figure/period.js";
import { shortMonth, showDate } from "./date-text.js";
import { plain } from "./plain-text.js";

/** Months are counted from the year 0, so that an axis of months is one of whole numbers. */
export function monthNumber(text: string): number {
  showDate(text);
  if (!/^\d{4}-\d{2}$/.test(text))
    throw new FigureError("bad-option", `"${text}" is not a month; write 2023-09`);
  return monthIndex(text);
}

export function monthName(number: number): string {
  return showDate(`${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`);
}

/** Months published together: the first, and how many. */
export interface JointMonths {
  readonly first: number;
  readonly count: number;
}

/** Ticks as far apart as their words need; the year stands below the first of each. Joint months are named as such. */
export function monthTicks(
  from: number,
  last: number,
  width: number,
  months: readonly JointMonths[] = [],
): { at: number; text: string }[] {
  const step = [1, 2, 3, 6, 12, 24, 60, 120].find((each) => (width / (last - from + 1)) * each >= 46) ?? 120;
  const ticks: { at: number; text: string }[] = [];
  let year = -1;
  for (let month = Math.ceil(from / step) * step; month <= last; month += step) {
    const joint = months.find(({ first, count }) => count > 1 && month >= first && month < first + count);
    const short = shortMonth((month % 12) + 1);
    const name = joint
      ? `${shortMonth((joint.first % 12) + 1)}–${shortMonth(((joint.first + joint.count - 1) % 12) + 1)}`
      : short;
    const now = Math.floor(month / 12);
    ticks.push({
      at: joint ? joint.first - from + (joint.count - 1) / 2 : month - from,
      text: plain(name) + (now === year ? "" : `<br>${now}`),
    });
    year = now;
  }
  return ticks;
}
