import { FigureError } from "../errors.js";

const months = "January February March April May June July August September October November December".split(
  " ",
);

function month(number: string, text: string): string {
  const name = months[Number(number) - 1];
  if (name === undefined)
    throw new FigureError("bad-option", `"${text}" is not a date: its month is ${number}`);
  return name;
}

/** "2023-10-23" as "23 October 2023", "2023-09" as "September 2023", "2023" as it is. */
export function showDate(text: string): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!found)
    throw new FigureError("bad-option", `"${text}" is not a date; write 2023-10-23, 2023-10 or 2023`);
  const [, year, monthPart, day] = found;
  if (monthPart === undefined) return `${year}`;
  const name = month(monthPart, text);
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** The first three letters of a month, by its number from 1. */
export function shortMonth(number: number): string {
  return (months[number - 1] ?? "").slice(0, 3);
}

/** The name of a month, by its number from 1. */
export function longMonth(number: number): string {
  return months[number - 1] ?? "";
}
