import { FORECAST_WORDS } from "../../language/en/words.js";
import type { Line } from "../scan/line.js";
import { chineseMood } from "./chinese.js";

/** Whether the words before item `from` make a statement one about what is to come. */
export function isForecast(line: Line, from: number): boolean {
  const words = line.language?.forecast ?? FORECAST_WORDS;
  if (chineseMood(line.sentence.text, line.items[from]?.start ?? 0).forecast) return true;
  for (let i = from; i >= 0 && from - i <= 12; i--) {
    if (line.word(i) === ";") return false;
    if (words.has(line.word(i))) return true;
  }
  return false;
}
