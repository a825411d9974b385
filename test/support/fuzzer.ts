/**
 * A fuzzer that is guided by coverage: V8 counts which blocks of the package a text reaches, and texts that reach new ones
 * are kept and changed further. (The addon of @jazzer.js/core 4.0.0, libFuzzer for JavaScript, needs glibc 2.38; Debian 12
 * and its like have 2.36. V8's own counters need nothing.)
 */
import { Session } from "node:inspector";
import { random } from "./laws.js";

export interface Fuzzed {
  readonly runs: number;
  /** Blocks of the package that were reached, by the seeds and in all. */
  readonly seeded: number;
  readonly blocks: number;
  readonly kept: number;
  /** What went wrong, with the text that did it. */
  readonly faults: readonly string[];
}

export interface FuzzOptions {
  readonly seeds: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  /** Longest text. */
  readonly most?: number;
}

// One look at the counters costs as much as many runs.
const BATCH = 25;

/** Runs a target on changed texts until the time is over or ten faults are found. A fault is what it throws. */
export function fuzzed(target: (text: string) => void, options: FuzzOptions): Fuzzed {
  const { seeds, seconds, seed, most = 400 } = options;
  const draw = random(seed);
  const coverage = new Coverage();
  const faults: string[] = [];
  const corpus = [...seeds];
  const words = [...new Set(seeds.flatMap((one) => one.match(/\p{L}+|\d+|[^\p{L}\d\s]/gu) ?? []))];
  let runs = 0;
  const run = (text: string) => {
    runs++;
    try {
      target(text);
    } catch (error) {
      const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      if (faults.length < 10) faults.push(`${JSON.stringify(text)}: ${what}`);
    }
  };
  for (const one of seeds) run(one);
  coverage.grows();
  const seeded = coverage.size;
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end && faults.length < 10) {
    const batch = Array.from({ length: BATCH }, () => changed(draw, corpus, words).slice(0, most));
    for (const one of batch) run(one);
    if (!coverage.grows()) continue;
    // Which of them did it? Those that reach a new block alone, counted afresh.
    coverage.forgetLast();
    for (const one of batch) {
      run(one);
      if (coverage.grows()) corpus.push(one);
    }
  }
  coverage.end();
  return { runs, seeded, blocks: coverage.size, kept: corpus.length - seeds.length, faults };
}

/** Blocks of the package that were reached. */
class Coverage {
  private readonly session = new Session();
  private readonly reached = new Set<string>();
  private last = new Set<string>();

  constructor() {
    this.session.connect();
    this.session.post("Profiler.enable");
    this.session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  get size(): number {
    return this.reached.size;
  }

  /** Whether blocks were reached since the last look that never were before. */
  grows(): boolean {
    const before = this.reached.size;
    this.last = new Set();
    this.session.post("Profiler.takePreciseCoverage", (_, { result }) => {
      for (const { url, functions } of result) {
        if (!/\/dist\/esm\//.test(url)) continue;
        for (const { ranges } of functions)
          for (const { startOffset, endOffset, count } of ranges) {
            const block = `${url} ${startOffset} ${endOffset}`;
            if (count === 0 || this.reached.has(block)) continue;
            this.reached.add(block);
            this.last.add(block);
          }
      }
    });
    return this.reached.size > before;
  }

  /** Counts the blocks of the last look as not reached, so that it shows who reaches them. */
  forgetLast(): void {
    for (const one of this.last) this.reached.delete(one);
  }

  end(): void {
    this.session.post("Profiler.stopPreciseCoverage");
    this.session.disconnect();
  }
}

const ODD = [
  ..."\u0000\u200b\u202e\ud800\u00a0\ufeff０１٣½∞%％‰$€¥£()（）[]{}<>|\\/\"'`.,;:!?-–—−+±×÷=~*_#&@^ \n\t",
  "e308",
  "0".repeat(60),
  "9".repeat(40),
  "亿",
  "nearly ",
  "percentage points",
  "1/0",
  "\r\n",
];

/** One text, or two joined, changed in one to four places. */
function changed(
  draw: (below: number) => number,
  corpus: readonly string[],
  words: readonly string[],
): string {
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  // Texts that were found last lead further.
  let text =
    draw(3) === 0 ? pick(corpus) : (corpus[corpus.length - 1 - draw(Math.min(50, corpus.length))] as string);
  for (let n = 1 + draw(4); n > 0; n--) {
    const at = draw(text.length + 1);
    const length = 1 + draw(6);
    const piece = [
      () => pick(ODD),
      () => pick(words),
      () => String(draw(100_000)),
      () => text.slice(at, at + length),
      () => String.fromCharCode(draw(4) === 0 ? draw(0x10000) : 32 + draw(95)),
      () => pick(corpus).slice(draw(40), draw(80)),
      () => "",
    ];
    text = text.slice(0, at) + pick(piece)() + text.slice(draw(2) === 0 ? at : at + length);
  }
  return text;
}
