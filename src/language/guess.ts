/** Which language a text is in, by its function words and its script; measured on its beginning. */

const words = (text: string): readonly string[] => text.split(" ");

/** Common words that English prose does not use. Those of several languages count for each of them. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  de: words(
    "der das den dem des und ist sind wurde wurden auf um mit nach von vom zum zur im für bei aus dass sich nicht ein eine einen einem einer sie als auch wie über gegenüber prozent milliarden milliarde millionen mrd mio",
  ),
  fr: words(
    "le la les des du un une et est sont dans sur par pour avec que qui ont au aux en cette ces milliards milliard pourcent hausse baisse",
  ),
  es: words(
    "el la los las del un una y es son en por para con que su sus al más según millones subieron aumentó ciento",
  ),
  it: words(
    "il lo la gli le del della dei delle un una e è sono nel nella per con che di da al alla miliardi milioni cento",
  ),
  nl: words(
    "de het een en van voor met op zijn werd werden naar bij uit niet dat ook miljard miljoen procent tot",
  ),
  pt: words("o os as do da dos das um uma e é são no na em por para com que mais ao milhões bilhões cento"),
  pl: words("w na z do się jest są nie o przez od po oraz mld mln proc wzrósł spadł roku"),
  sv: words("och det att en ett är som på av för med den till har inte om från miljarder miljoner procent"),
};

const ENGLISH = words(
  "the a an of in to for from by with and that this its it his their is are was were be been has have had which as at on than or not rose fell up down percent per cent billion million",
);

const NAMES: Readonly<Record<string, string>> = {
  fr: "French",
  es: "Spanish",
  it: "Italian",
  nl: "Dutch",
  pt: "Portuguese",
  pl: "Polish",
  sv: "Swedish",
  cyrillic: "a language in Cyrillic letters other than Russian",
  ja: "Japanese",
  ko: "Korean",
};

/** The languages that a word speaks for; English is one of them here. */
const BY_WORD: ReadonlyMap<string, readonly string[]> = byWord();
/** No word of these is longer. */
const LONGEST = Math.max(...[...BY_WORD.keys()].map((word) => word.length));

function byWord() {
  const found = new Map<string, string[]>();
  for (const [code, marks] of [...Object.entries(MARKS), ["en", ENGLISH] as const])
    for (const mark of marks) found.set(mark, [...(found.get(mark) ?? []), code]);
  return found;
}

export interface Guess {
  /** The language to read by. */
  readonly code: "en" | "de" | "zh" | "ru";
  /** The name of the language that the text seems to be in, where it cannot be read. */
  readonly unsupported?: string;
}

/** So much of a text decides. */
const SAMPLE = 6_000;
/** So many words have to speak for a language, so large a part of all, and so many times those for English. */
const LEAST = 3;
const PART = 0.15;
const TIMES = 2;

/**
 * The language of a text. English, where too little speaks for another: a wrong guess would lose a text that can be read.
 * @example guess("Die Ausfuhren stiegen um 5,2 Prozent auf 126,4 Milliarden Euro.").code // de
 */
export function guess(text: string): Guess {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const script = byScript(sample);
  if (script !== undefined) return script;
  const { all, hits } = wordsOf(sample);
  const { en: english = 0, ...others } = hits;
  const [best, second] = Object.entries(others).sort((a, b) => b[1] - a[1]);
  if (best === undefined) return { code: "en" };
  const [code, count] = best;
  const enough = count >= LEAST && count >= PART * all && count > TIMES * english;
  if (!enough) return { code: "en" };
  if (code === "de" && count > (second?.[1] ?? 0)) return { code };
  // A text is left out only where it says enough.
  return count > LEAST
    ? { code: "en", unsupported: NAMES[code] ?? NAMES[second?.[0] ?? ""] ?? code }
    : { code: "en" };
}

/** Longer words than this count as several. */
const MOST = 30;
const LETTER = /\p{L}/u;

/** How many words a text has, and how many speak for each language: without a regex, since every text comes here. */
function wordsOf(text: string) {
  const hits: Record<string, number> = {};
  let all = 0;
  let i = 0;
  while (i < text.length) {
    const start = i;
    let letters = 0;
    let small = true;
    for (; i < text.length && letters < MOST; letters++) {
      const code = text.charCodeAt(i);
      if (code > 127) {
        const letter = String.fromCodePoint(text.codePointAt(i) as number);
        if (!LETTER.test(letter)) break;
        small = false;
        i += letter.length;
      } else if (code > 96 ? code < 123 : code > 64 && code < 91) {
        small &&= code > 96;
        i++;
      } else break;
    }
    if (letters === 0) {
      i++;
      continue;
    }
    all++;
    if (letters > LONGEST) continue;
    const word = text.slice(start, i);
    for (const code of BY_WORD.get(small ? word : word.toLowerCase()) ?? [])
      hits[code] = (hits[code] ?? 0) + 1;
  }
  return { all, hits };
}

/** Letters of scripts that decide by themselves. */
const SCRIPTS = /[\u0400-\u052f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Scripts that decide by themselves. */
function byScript(sample: string): Guess | undefined {
  if (!SCRIPTS.test(sample)) return undefined;
  let letters = 0;
  let ideographs = 0;
  let kana = 0;
  let hangul = 0;
  let cyrillic = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c < 128) {
      if ((c > 64 && c < 91) || (c > 96 && c < 123)) letters++;
    } else if (c >= 0x400 && c < 0x530) cyrillic++;
    else if (c >= 0x3040 && c < 0x3100) kana++;
    else if (c >= 0x3400 && c < 0xa000) ideographs++;
    else if (c >= 0xac00 && c < 0xd7b0) hangul++;
    else if (c < 0x2000) letters++;
  }
  const written = letters + cyrillic + 2 * (kana + ideographs + hangul);
  if (cyrillic > 20 && cyrillic * 2 > written)
    return isRussian(sample, cyrillic)
      ? { code: "ru" }
      : { code: "en", unsupported: NAMES["cyrillic"] as string };
  if (hangul > 5 && hangul * 4 > written) return { code: "en", unsupported: NAMES["ko"] as string };
  if (kana > 5 && kana * 4 > ideographs && (kana + ideographs) * 4 > written)
    return { code: "en", unsupported: NAMES["ja"] as string };
  return ideographs > 3 && ideographs * 4 > written ? { code: "zh" } : undefined;
}

/** Letters that Russian does not have, and those that no long text in Russian lacks. */
function isRussian(sample: string, letters: number): boolean {
  if (/[іїєґўјљњћђџѓќ]/i.test(sample)) return false;
  return letters < 200 || /[ыэё]/i.test(sample);
}
