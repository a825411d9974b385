import { once } from "node:events";
import { Draft } from "../../../data/file/draft.js";
import type { Outcome } from "../types.js";
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

export function textOutput(path: string | undefined, closing: (summary: Summary) => string): Output {
  const { write, keep } = sink(path);
  let first = true;
  return {
    async add(outcome) {
      if (!outcome.ok || outcome.text === "") return;
      await write(first ? outcome.text : `\n${outcome.text}`);
      first = false;
    },
    async end(summary) {
      const last = closing(summary);
      if (last !== "") await write(first ? last : `\n${last}`);
      keep();
    },
  };
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

/** One line of JSON for each document. */
export function linesOutput(path: string | undefined): Output {
  const { write, keep } = sink(path);
  return { add: (outcome) => write(`${outcome.json}\n`), end: keep };
}
