import { clean } from "../../door.js";

/** Text of others on one line, fit to be printed, shortened in the middle, between words where they are short enough. */
export function inLine(text: string, most = 80): string {
  const one = clean(text.replace(/\s+/g, " ").trim());
  if (one.length <= most) return one;
  const head = one.slice(0, Math.ceil(most / 2));
  const tail = one.slice(-Math.floor(most / 3));
  const last = head.lastIndexOf(" ");
  const first = tail.indexOf(" ");
  const words = last > head.length / 2 && first !== -1 && first < tail.length / 2;
  return words ? `${head.slice(0, last)} … ${tail.slice(first + 1)}` : `${head}…${tail}`;
}
