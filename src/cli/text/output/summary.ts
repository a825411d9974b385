import { clean } from "../../door.js";
import type { Counts, Outcome } from "../types.js";

/** The counts of a run. */
export class Summary {
  documents = 0;
  failures = 0;
  readonly counts: { -readonly [K in keyof Counts]: Counts[K] } = {
    mentions: 0,
    relations: 0,
    consistent: 0,
    inconsistent: 0,
    undecided: 0,
    computed: 0,
    numbers: 0,
    read: 0,
    unrelated: 0,
    why: {},
    leftOut: {},
  };
  private readonly why = new Map<string, number>();
  private readonly leftOut = new Map<string, number>();

  add(outcome: Outcome): void {
    if (!outcome.ok) {
      this.failures++;
      return;
    }
    this.documents++;
    for (const [name, value] of Object.entries(outcome.counts)) {
      if (typeof value === "number") this.counts[name as "read"] += value;
    }
    for (const [why, count] of Object.entries(outcome.counts.why)) {
      this.why.set(why, (this.why.get(why) ?? 0) + count);
    }
    for (const [what, count] of Object.entries(outcome.counts.leftOut)) {
      this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + count);
    }
  }

  toJSON(): object {
    const { documents, failures } = this;
    return {
      documents,
      failures,
      ...this.counts,
      why: Object.fromEntries(this.reasons()),
      leftOut: Object.fromEntries(this.leftOut),
    };
  }

  /** The closing lines for people. */
  show(mode: "read" | "check"): string {
    const { mentions, relations, consistent, inconsistent, undecided, computed, numbers, read, unrelated } =
      this.counts;
    const rest = relations - consistent - inconsistent - undecided - computed;
    const other = rest === 0 ? "" : `, ${rest} that cannot be computed`;
    const head = `${plural(this.documents, "document")}, ${plural(mentions, "mention")}`;
    const verdicts =
      mode === "read"
        ? plural(relations, "relation")
        : `${plural(relations, "claim")}: ${consistent} consistent, ${inconsistent} inconsistent, ${undecided} undecided, ${computed} computed only${other}`;
    const lost = this.failures === 0 ? "" : `; ${this.failures} could not be read`;
    if (this.documents === 0 && this.failures > 0) return `no document was read${lost}`;
    const reasons = this.reasons();
    const shown = reasons.slice(0, 6).map(([why, count]) => `${count} ${clean(why)}`);
    const more = reasons.length > 6 ? `, ${plural(reasons.length - 6, "other reason")}` : "";
    const left = reasons.length === 0 ? "" : `; not read: ${shown.join(", ")}${more}`;
    const out = [...this.leftOut].map(([what, count]) => leftOutText(what, count)).join(", ");
    const not = out === "" ? "" : `\nleft out, since it is no text: ${out}`;
    const alone =
      unrelated === 0 ? "" : `, ${unrelated} of them in no ${mode === "read" ? "relation" : "claim"}`;
    return `${head}, ${verdicts}${lost}\n${read} of ${plural(numbers, "number")} read${alone}${left}${not}`;
  }

  private reasons(): [string, number][] {
    return [...this.why].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

/** "2 pictures", "1 page without a text layer", "3 cells of code". */
export function leftOutText(what: string, count: number): string {
  if (count === 1) return `1 ${what}`;
  const [noun = "", ...rest] = what.split(/ (?=of |without |or )/);
  return [`${count} ${noun}s`, ...rest].join(" ");
}
