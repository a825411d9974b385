import { checking } from "../../check/check.js";
import type { CheckedClaim } from "../../check/checked-claim.js";
import { notCompared } from "../../check/published/cases.js";
import { FigureError } from "../../errors.js";
import { RateBook } from "../../rate/book.js";
import { read } from "../../text/read.js";
import type { Mention } from "../../text/reading.js";
import { conflictsOf } from "./conflicts.js";
import {
  type FromWorker,
  MOST_OF_A_PAIR,
  MOST_PAIRS,
  type RateFile,
  type RunOptions,
  type Tables,
  TOLD_AT_ONCE,
  type ToldOf,
  type ToWorker,
} from "./protocol.js";
import { Published } from "./published.js";
import { type Opened, openFiles } from "./rates.js";
import { findingOf, markOf, moreOf, placeOf, shownValue, toldOf } from "./shown.js";

/** How long the worker goes on before it looks for messages: short enough that Stop answers at once. */
const SLICE_MS = 40;
const MARKS_AT_ONCE = 2000;
const MOST_UNREAD = 500;
/** So many are put into words between two looks at the messages. */
const TOLD_BETWEEN = 50;
/** Of so many inconsistent claims the repairs are looked for at once; of the others when somebody asks. */
const REPAIRED_AT_ONCE = 30;
/** In a text longer than this, those of claims that hold many sentences together take seconds each, and wait to be asked. */
const LONG = 60_000;

interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

let opened: Opened = { book: new RateBook([]), says: "" };
let published = new Published({ name: "", files: [], doubted: [] });
let current = 0;
let mentions: readonly Mention[] = [];
let claims: CheckedClaim[] = [];

const pause = () => new Promise<void>((resume) => setTimeout(resume));
const tell = (message: FromWorker) => scope.postMessage(message);
const said = (error: unknown) =>
  FigureError.is(error) ? error.message : `This text could not be checked: ${String(error)}`;

scope.onmessage = ({ data }) => {
  if (data.ask === "rates") openRates(data.files);
  else if (data.ask === "tables") openTables(data.tables);
  else if (data.ask === "stop") {
    if (data.run === current) current = -data.run;
  } else if (data.ask === "more") more(data.run, data.id);
  else if (data.ask === "values") values(data.run, data.from, data.to);
  else if (data.ask === "told") void tellAll(data.run, data.ids);
  else {
    current = data.run;
    mentions = [];
    claims = [];
    run(data.run, data.options).catch((error: unknown) =>
      tell({ tell: "failed", run: data.run, message: said(error) }),
    );
  }
};

function openRates(files: readonly RateFile[]): void {
  try {
    opened = openFiles(files);
    tell({ tell: "rates", says: opened.says });
  } catch (error) {
    tell({ tell: "rates", says: opened.says, problem: said(error) });
  }
}

function openTables(tables: Tables): void {
  try {
    published = new Published(tables);
    tell({ tell: "tables", count: published.count });
  } catch (error) {
    tell({ tell: "tables", count: published.count, problem: said(error) });
  }
}

/** Reads, then checks in the order of the text, then looks for repairs and conflicts; each is told as soon as it is there. */
async function run(id: number, options: RunOptions): Promise<void> {
  const { text, publishedOn } = options;
  const { book } = opened;
  const dated = publishedOn === undefined ? {} : { publishedOn };
  const reading = read(text, dated);
  let from = performance.now();
  /** Lets messages in now and then. @returns whether the run was stopped meanwhile */
  const halted = async (): Promise<boolean> => {
    if (performance.now() - from < SLICE_MS) return false;
    await pause();
    from = performance.now();
    if (current === -id) tell({ tell: "done", run: id, stopped: true });
    return current !== id;
  };
  mentions = [...reading.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  for (let at = 0; at < mentions.length; at += MARKS_AT_ONCE) {
    tell({ tell: "marks", run: id, marks: mentions.slice(at, at + MARKS_AT_ONCE).map(markOf) });
    if (await halted()) return;
  }
  tell({
    tell: "read",
    run: id,
    figures: mentions.filter((one) => "figure" in one).length,
    count: reading.unread.length,
    unread: reading.unread.slice(0, MOST_UNREAD).map((one) => ({ ...placeOf(one), why: one.why })),
    unsupported: reading.unsupported ?? "",
  });
  let fresh: ToldOf[] = [];
  let progress = { done: 0, total: 0 };
  let told = performance.now();
  const tellFindings = () => {
    const { done, total } = progress;
    tell({ tell: "findings", run: id, findings: fresh, done, total });
    fresh = [];
    told = performance.now();
  };
  const figures = published.with(book);
  const against = figures === undefined ? { book } : { book, published: figures };
  for (const step of checking(reading, { ...against, ...dated })) {
    for (const claim of step.claims) {
      fresh.push(findingOf(claim, claims.length, claims.length < TOLD_AT_ONCE));
      claims.push(claim);
    }
    progress = step;
    if (performance.now() - told > SLICE_MS) tellFindings();
    if (await halted()) return;
  }
  tellFindings();
  if (figures !== undefined) {
    const left = notCompared(reading, figures, claims);
    const shown = left.slice(0, MOST_UNREAD).map((one) => ({ ...placeOf(one), why: one.why }));
    tell({ tell: "notCompared", run: id, left: shown, count: left.length });
  }
  await tellAll(id, pairsOf(claims));
  const quick = (kind: string | undefined) => kind !== "together" || text.length <= LONG;
  const failed = [...claims.keys()].filter(
    (one) => claims[one]?.verdict === "inconsistent" && quick(claims[one]?.kind),
  );
  for (const one of failed.slice(0, REPAIRED_AT_ONCE)) {
    more(id, one);
    if (await halted()) return;
  }
  const conflicts = [];
  for (const conflict of conflictsOf(claims, against, options)) {
    conflicts.push(conflict);
    if (await halted()) return;
  }
  tell({ tell: "conflicts", run: id, conflicts });
  tell({ tell: "done", run: id, stopped: false });
}

/** The first conversions of each pair of currencies, which the page draws beside each other. */
function pairsOf(all: readonly CheckedClaim[]): number[] {
  const pairs = new Map<string, number[]>();
  for (const [id, { claim }] of all.entries()) {
    if (!("converted" in claim)) continue;
    const pair = [claim.amount.currency, claim.converted.currency].sort().join();
    const known = pairs.get(pair) ?? [];
    if (known.length < MOST_OF_A_PAIR) known.push(id);
    pairs.set(pair, known);
  }
  const several = [...pairs.values()].filter((ids) => ids.length > 1).slice(0, MOST_PAIRS);
  return several.flat().filter((id) => id >= TOLD_AT_ONCE);
}

/** Tells findings in words, some at a time, of a run that was stopped too: `current` is below zero then. */
async function tellAll(run: number, ids: readonly number[]): Promise<void> {
  for (let at = 0; at < ids.length && run === Math.abs(current); at += TOLD_BETWEEN) {
    const told = ids.slice(at, at + TOLD_BETWEEN).flatMap((id) => {
      const claim = claims[id];
      return claim === undefined ? [] : [[id, toldOf(claim)] as const];
    });
    tell({ tell: "told", run, told });
    await pause();
  }
}

function values(run: number, from: number, to: number): void {
  tell({ tell: "values", run, from, values: mentions.slice(from, to).map(shownValue) });
}

function more(run: number, id: number): void {
  const claim = claims[id];
  if (claim !== undefined) tell({ tell: "more", run, more: moreOf(claim, id) });
}
