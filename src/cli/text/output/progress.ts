const WIDTH = 24;
const QUIET_MS = 700;
const STEP_MS = 100;

export interface Bar {
  /** So many bytes and documents more are done. */
  step(bytes: number, documents: number): void;
  end(): void;
}

export const NO_BAR: Bar = { step: () => undefined, end: () => undefined };

/**
 * One line on standard error that says how far a run is; it shows itself only where the run takes a while. Without a
 * total, as of standard input, it counts.
 */
export function progressBar(
  total: number | undefined,
  show: (line: string) => void,
  now: () => number = Date.now,
): Bar {
  const began = now();
  let [done, documents, last] = [0, 0, 0];
  return {
    step(bytes, more) {
      done += bytes;
      documents += more;
      const time = now();
      if (time - began < QUIET_MS || time - last < STEP_MS) return;
      last = time;
      show(line(total, done, documents));
    },
    end() {
      if (last !== 0) show("");
    },
  };
}

function line(total: number | undefined, done: number, documents: number): string {
  const count = `${documents} ${documents === 1 ? "document" : "documents"}, ${(done / 1e6).toFixed(1)} MB`;
  if (total === undefined || total === 0) return count;
  const share = Math.min(1, done / total);
  const full = Math.round(share * WIDTH);
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${String(Math.floor(share * 100)).padStart(3)}%  ${count}`;
}
