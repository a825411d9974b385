import { once } from "node:events";
import { Draft } from "../../../data/file/draft.js";
import type { Counts, Outcome } from "../types.js";
import { inLine } from "./in-line.js";
import type { Summary } from "./summary.js";

/** Somewhere that the outcomes of a run go. */
export interface Output {
  add(outcome: Outcome): void | Promise<void>;
  end(summary: Summary): void | Promise<void>;
}

export type Write = (text: string) => void | Promise<void>;

/** Standard output, waiting where its reader is slower; or a file that is there once it is whole. */
export function sink(path: string | undefined): { write: Write; keep: () => void } {
  if (path === undefined) {
    const write = async (text: string) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    };
    return { write, keep: () => undefined };
  }
  const draft = new Draft(path);
  return { write: (text) => draft.write(text), keep: () => draft.keep() };
}

/** How many documents without a problem are named at the end of a run of many. */
const MOST_NAMED = 100;

interface TextOptions {
  /** Whether a document without a problem has no text of its own: it is named at the end. */
  readonly brief: boolean;
  /** How many lines are written before the rest is counted only; 0 for all. */
  readonly maxLines: number;
}

/** The documents for people: those with problems as they come, the others named behind them, then the totals. */
export function textOutput(
  path: string | undefined,
  closing: (summary: Summary) => string,
  { brief, maxLines }: TextOptions,
): Output {
  const { write, keep } = sink(path);
  const named: string[] = [];
  let [first, lines, without, unseen] = [true, 0, 0, 0];
  const put = async (text: string, apart = true) => {
    await write(first || !apart ? text : `\n${text}`);
    first = false;
  };
  return {
    async add(outcome) {
      if (!outcome.ok) return;
      if (outcome.text === "") {
        without++;
        if (brief && named.length < MOST_NAMED) named.push(`${lineOf(outcome.name, outcome.counts)}\n`);
        return;
      }
      if (maxLines > 0 && lines >= maxLines) {
        unseen++;
        return;
      }
      lines += breaksIn(outcome.text) + 1;
      await put(outcome.text);
    },
    async end(summary) {
      if (unseen > 0) {
        await put(
          `… ${counted(unseen, "more document")} not shown: --max-lines 0 shows all, --html writes pages\n`,
        );
      }
      if (named.length > 0) await put(named.join(""));
      if (brief && without > named.length) {
        await put(`… ${counted(without - named.length, "more document")} without a contradiction\n`, false);
      }
      const last = closing(summary);
      if (last !== "") await put(last);
      keep();
    },
  };
}

function lineOf(name: string, { inconsistent, undecided, consistent, computed }: Counts): string {
  const parts = Object.entries({ inconsistent, undecided, consistent, computed }).filter(([, n]) => n > 0);
  const said = parts.map(([word, n]) => `${n} ${word}`).join(", ");
  return `${inconsistent > 0 ? "✗" : undecided > 0 ? "?" : "✓"} ${inLine(name, 200)}  ${said === "" ? "no claims that can be computed" : said}`;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** One JSON document: `{"documents": [...], "summary": {...}}`, written as it comes. */
export function jsonOutput(path: string | undefined): Output {
  const { write, keep } = sink(path);
  let joint = '{"documents": [\n';
  return {
    async add(outcome) {
      await write(`${joint}${outcome.json}`);
      joint = ",\n";
    },
    async end(summary) {
      await write(`${joint === ",\n" ? "\n" : joint}], "summary": ${JSON.stringify(summary)}}\n`);
      keep();
    },
  };
}

/** The proofs of all documents as a JSON list, as data/verify reads it. */
export function certificatesOutput(path: string): Output {
  const { write, keep } = sink(path);
  let joint = "[\n";
  return {
    async add(outcome) {
      if (!outcome.ok || outcome.certificates === "") return;
      await write(joint + outcome.certificates.replaceAll("\n", ",\n"));
      joint = ",\n";
    },
    async end() {
      await write(`${joint === ",\n" ? "\n" : joint}]\n`);
      keep();
    },
  };
}

/** One line of JSON for each document. */
export function linesOutput(path: string | undefined): Output {
  const { write, keep } = sink(path);
  return { add: (outcome) => write(`${outcome.json}\n`), end: keep };
}
