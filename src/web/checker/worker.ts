import { checking } from "../../check/check.js";
import type { CheckedClaim } from "../../check/checked-claim.js";
import { FigureError } from "../../errors.js";
import type { Interval } from "../../exact/interval.js";
import type { RateBook } from "../../rate/book.js";
import { read } from "../../text/read.js";
import type { Mention, Reading } from "../../text/reading.js";
import { figuresOf } from "../../text/relations.js";
import type { Ends, FromWorker, RunOptions, ShownFinding, ShownMark, ToWorker } from "./protocol.js";
import { bookWith, RATES_SAY } from "./rates.js";

/** How long the worker goes on before it looks for messages: short enough that Stop answers at once. */
const SLICE = 40;
const MARKS = 2000;

interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

let current = 0;
let claims: CheckedClaim[] = [];

const pause = () => new Promise((resume) => setTimeout(resume));
const tell = (message: FromWorker) => scope.postMessage(message);

scope.onmessage = ({ data }) => {
  if (data.ask === "stop") {
    if (data.run === current) current = -data.run;
  } else if (data.ask === "more") more(data.run, data.id);
  else {
    current = data.run;
    claims = [];
    run(data.run, data.options).catch((error: unknown) => {
      // A text is never at fault for a defect of ours, but its reader learns of it in words.
      const message = FigureError.is(error) ? error.message : `this text could not be checked: ${String(error)}`;
      tell({ tell: "failed", run: data.run, message });
    });
  }
};

async function run(id: number, { text, publishedOn, locale, rates }: RunOptions): Promise<void> {
  const book: RateBook = bookWith(rates);
  const reading = read(text, { publishedOn, locale });
  const marks = reading.mentions;
  for (let at = 0; at < marks.length; at += MARKS) {
    tell({ tell: "marks", run: id, marks: marks.slice(at, at + MARKS).map(markOf) });
    await pause();
    if (current !== id) return stopped(id, reading);
  }
  tell({
    tell: "unread",
    run: id,
    count: reading.unread.length,
    unread: reading.unread.slice(0, 500).map(({ start, end, text, why }) => ({ start, end, text, why })),
  });
  let from = performance.now();
  let fresh: ShownFinding[] = [];
  let progress = { done: 0, total: 0 };
  for (const step of checking(reading, { book, ...(publishedOn === undefined ? {} : { publishedOn }) })) {
    for (const claim of step.claims) {
      fresh.push(findingOf(claim, claims.length));
      claims.push(claim);
    }
    progress = step;
    if (performance.now() - from < SLICE) continue;
    tell({ tell: "findings", run: id, findings: fresh, ...counted(progress) });
    fresh = [];
    await pause();
    if (current !== id) return stopped(id, reading);
    from = performance.now();
  }
  tell({ tell: "findings", run: id, findings: fresh, ...counted(progress) });
  tell({ tell: "done", run: id, figures: figuresIn(reading), stopped: false });
}

const counted = ({ done, total }: { readonly done: number; readonly total: number }) => ({ done, total });
const figuresIn = (reading: Reading) => reading.mentions.filter((one) => "figure" in one).length;

function stopped(id: number, reading: Reading): void {
  if (current === -id) tell({ tell: "done", run: id, figures: figuresIn(reading), stopped: true });
}

/** The working and the repairs of one claim: looked for when somebody asks, since they take longer than the check. */
function more(run: number, id: number): void {
  const claim = claims[id];
  if (claim === undefined) return;
  const repairs = claim.repairs.map(({ span, from, to, verdict }) => ({
    start: span.start,
    end: span.end,
    from,
    to,
    holds: verdict === "consistent",
  }));
  tell({ tell: "more", run, id, working: claim.working, repairs });
}

function markOf(one: Mention): ShownMark {
  const { start, end, kind } = one;
  return { start, end, kind, says: saysOf(one) };
}

function saysOf(one: Mention): string {
  if ("figure" in one) {
    const upper = one.to === undefined ? "" : ` to ${one.to.show()}`;
    return `${one.figure.show()}${upper}`;
  }
  if (one.kind === "period") return one.period === undefined ? "" : one.period.text;
  if (one.kind === "comparison") return one.basis;
  return one.direction;
}

function findingOf(claim: CheckedClaim, id: number): ShownFinding {
  const { start, end, text } = claim.claim;
  const { printed, computed } = claim;
  const only = claim.verdict === "undecided" && claim.against === "nothing";
  return {
    id,
    kind: claim.kind,
    outcome: only ? "computed" : claim.verdict,
    start,
    end,
    text: text.replace(/\s+/g, " ").slice(0, 400),
    figures: figuresOf(claim.claim).map((one) => ({ start: one.start, end: one.end, text: one.text })),
    says: claim.says.replace(/\s+/g, " "),
    distance: claim.distance,
    ...(printed === undefined ? {} : { printed: endsOf(printed.show(), printed.interval) }),
    ...(computed === undefined ? {} : { computed: endsOf(computed.show(), computed.interval) }),
  };
}

// Positions of a drawing, never amounts: a pixel is coarser than a floating-point number.
const endsOf = (text: string, { lower, upper }: Interval): Ends => ({
  text,
  lower: lower.toNumber(),
  upper: upper.toNumber(),
});

tell({ tell: "ready", rates: RATES_SAY });
