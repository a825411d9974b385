import { cacheFolder, openRateBook } from "../data/index.js";
import type { RateBook } from "../rate/book.js";

/** The bundled rates and those of the cache; before them those of a file of one's own. */
export async function openBook(own?: string): Promise<RateBook> {
  return openRateBook(undefined, { cache: await cacheFolder(), ...(own === undefined ? {} : { own }) });
}

/** What `--rates` says of itself, wherever it is. */
export const OWN_RATES = [
  "--rates <file>",
  "rates of your own, before the bundled ones: date,base,quote,rate,kind",
] as const;
