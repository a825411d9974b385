// npm run score -- FILE...: the reader, and on request its peers, against corpora of claims or of peers' own cases.
import { parseArgs } from "node:util";
import * as built from "trade-figures";
import { scoreClaims, THRESHOLDS } from "./claims.mjs";
import { CorpusError, readCorpus } from "./corpus.mjs";
import * as print from "./print.mjs";
import { measures } from "./tally.mjs";

const HELP = `npm run score -- FILE... [options]

Reads corpora as JSON Lines, one text with its claims a line or one case of a peer's own tests a line, and prints
precision, recall and F1 by kind beside the thresholds. Exit code 1 when one is not reached, 2 for a file that cannot be used.

  --misses, --no-misses  every miss and false alarm with its text (default: for corpora of up to 1,000 rows)
  --line NAME            only misses of lines that begin so: money, growth, pairs, from-to, period, …
  --peers                the other readers on the same rows: Recognizers-Text, compromise, quantulum3
  --reader FILE          another module that exports read(text, options)
  --json                 as JSON
`;

async function main(args) {
  const { values: options, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      misses: { type: "boolean" },
      line: { type: "string" },
      peers: { type: "boolean" },
      reader: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (options.help || files.length === 0) {
    console.log(HELP);
    return options.help ? 0 : 2;
  }
  const corpora = files.map((file) => ({ file, ...readCorpus(file) }));
  const read = await reader(options.reader);
  const results = corpora.map(({ file, rows }) => ({ file, ...scoreClaims(rows, read) }));
  if (options.json) {
    console.log(JSON.stringify(results.map(asJson), null, 2));
  } else {
    for (const result of results) show(result, options);
  }
  return results.every(passes) ? 0 : 1;
}

async function reader(file) {
  const module = file === undefined ? built : await import(new URL(file, `file://${process.cwd()}/`));
  if (typeof module.read !== "function") {
    throw new CorpusError(
      `${file ?? "the built package"} exports no read(): build the reader first, or name another with --reader`,
    );
  }
  return module.read;
}

const passes = ({ lines, traps }) =>
  traps.length === 0 &&
  Object.entries(THRESHOLDS).every(([name, least]) => (measures(lines[name]).f1 ?? 1) >= least);

const RECALL_ONLY = /^(count|period)/;

function show({ file, rows, lines, misses, traps }, options) {
  if (options.misses ?? rows <= 1000) {
    const wanted = misses.filter(({ line }) => line.startsWith(options.line ?? ""));
    if (wanted.length > 0) console.log(`${print.misses(wanted)}\n`);
  }
  if (traps.length > 0) console.log(`${print.traps(traps)}\n`);
  console.log(`${file}: ${rows} texts`);
  console.log(print.table(lines, THRESHOLDS, (name) => RECALL_ONLY.test(name)));
  console.log(`traps raised: ${traps.length}   at most 0: ${traps.length === 0 ? "pass" : "FAIL"}\n`);
}

function asJson({ file, rows, lines, misses, traps }) {
  return {
    file,
    rows,
    lines: Object.fromEntries(
      Object.entries(lines).map(([name, counts]) => [
        name,
        {
          ...counts,
          ...measures(counts),
          ...(name in THRESHOLDS
            ? { least: THRESHOLDS[name], passes: (measures(counts).f1 ?? 1) >= THRESHOLDS[name] }
            : {}),
        },
      ]),
    ),
    traps: traps.map(({ id, trap, as, text }) => ({ id, span: trap.span, why: trap.why, as, text })),
    misses: misses.map(({ text, ...miss }) => miss),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CorpusError) && !String(error.code ?? "").startsWith("ERR_PARSE_ARGS")) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
