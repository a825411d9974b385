// npm run score -- FILE...: the reader, and on request its peers, against corpora of claims or of peers' own cases.
import { parseArgs } from "node:util";
import * as built from "trade-figures";
import { openRateBook } from "trade-figures/data";
import { scoreCases } from "./cases.mjs";
import { SHARED, scoreClaims, scoreMentions, THRESHOLDS } from "./claims.mjs";
import { conversionsLine, scoreConversions } from "./conversions.mjs";
import { CorpusError, parseCorpus, readCorpus } from "./corpus.mjs";
import { generated } from "./generated.mjs";
import { peers } from "./peers/readers.mjs";
import { ourItem } from "./plain.mjs";
import * as print from "./print.mjs";
import { besideOnCases, besideOnClaims, caseMisses, purposes } from "./print-peers.mjs";
import { rulesTable, scoreRules } from "./rules.mjs";
import { measures } from "./tally.mjs";

const HELP = `npm run score -- FILE... [options]

Reads corpora as JSON Lines, one text with its claims a line or one case of a peer's own tests a line, and prints
precision, recall and F1 by kind beside the thresholds. Exit code 1 when one is not reached, 2 for a file that cannot be used.

  --misses, --no-misses  every miss and false alarm with its text (default: for corpora of up to 1,000 rows)
  --line NAME            only misses of lines that begin so: money, growth, pairs, from-to, period, …
  --rules                what each rule read: hits, right, wrong; open where the corpus does not annotate the kind
  --peers                the other readers on the same rows: Recognizers-Text, compromise, quantulum3
  --generated N          so many texts of our own, made from a seed (--seed, default 1), as a corpus of claims
  --reader FILE          another module that exports read(text, options)
  --json                 as JSON

A row of claims, on one line; offsets are JavaScript string indices, value is in whole units, growth, conversions, from_to and
traps may be empty lists:
  {"id": "1", "text": "Sales rose 5% to $3bn.", "mentions": [
    {"span": "5%", "start": 11, "end": 13, "kind": "percent", "value": "5"},
    {"span": "$3bn", "start": 17, "end": 21, "kind": "money", "currency": "USD", "value": "3000000000"}],
   "growth": [{"rate_span": "5%", "rate_start": 11, "signed_rate": "5", "current_span": "$3bn", "current_start": 17,
     "basis": "unspecified"}], "conversions": [], "from_to": [], "traps": []}
Kinds: money, percent, percentage-points, basis-points, multiple, fraction, count, rate, period.
`;
const OURS = "trade-figures";
const SMALL = 1000;
const RECALL_ONLY = /^(?:count|period)/;

async function main(args) {
  const { values: options, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      misses: { type: "boolean" },
      line: { type: "string" },
      rules: { type: "boolean" },
      peers: { type: "boolean" },
      generated: { type: "string" },
      seed: { type: "string", default: "1" },
      reader: { type: "string" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (options.help || (files.length === 0 && options.generated === undefined)) {
    console.log(HELP);
    return options.help ? 0 : 2;
  }
  const corpora = files.map((file) => ({ file, ...readCorpus(file) }));
  if (options.generated !== undefined) {
    const rows = generated(Number(options.generated), Number(options.seed));
    const text = rows.map((row) => JSON.stringify(row)).join("\n");
    corpora.push({ file: `generated, seed ${options.seed}`, ...parseCorpus(text, "generated") });
  }
  const read = await reader(options.reader);
  const others = options.peers ? peers() : [];
  const say = options.json ? () => {} : console.log;
  for (const { name, version, missing } of others) {
    (missing ? console.error : say)(missing ? `${name} is left out: ${missing}` : `${name} ${version}`);
  }
  const here = others.filter(({ missing }) => !missing);
  const results = corpora.map((corpus) =>
    corpus.format === "claims"
      ? onClaims(corpus, read, here, options, say)
      : onCases(corpus, read, here, options, say),
  );
  if (options.json) console.log(JSON.stringify(results, null, 2));
  return results.every(({ passes }) => passes) ? 0 : 1;
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

function onClaims({ file, rows }, read, others, options, say) {
  const { lines, misses, traps } = scoreClaims(rows, read);
  if (options.misses ?? rows.length <= SMALL) {
    const wanted = misses.filter(({ line }) => line.startsWith(options.line ?? ""));
    if (wanted.length > 0) say(`${print.misses(wanted)}\n`);
  }
  if (traps.length > 0) say(`${print.traps(traps)}\n`);
  say(`${file}: ${rows.length} texts`);
  say(print.table(lines, THRESHOLDS, (name) => RECALL_ONLY.test(name)));
  say(`traps raised: ${traps.length}   at most 0: ${traps.length === 0 ? "pass" : "FAIL"}`);
  const conversions = read === built.read ? scoreConversions(rows, built, openRateBook()) : undefined;
  say(`${conversions === undefined ? "" : conversionsLine(conversions)}\n`);

  const rules = options.rules ? scoreRules(rows, read) : undefined;
  if (rules) say(`${rulesTable(rules)}\n`);

  const texts = rows.map(({ text }) => text);
  const beside = {
    [OURS]: Object.fromEntries(Object.entries(lines).filter(([name]) => SHARED.test(name))),
    ...Object.fromEntries(others.map(({ name, all }) => [name, scoreMentions(rows, all(texts)).lines])),
  };
  if (others.length > 0) say(`${besideOnClaims(beside)}\n`);

  const measured = (all) =>
    Object.fromEntries(
      Object.entries(all).map(([name, counts]) => [name, { ...counts, ...measures(counts) }]),
    );
  const reached = ([name, least]) => (measures(lines[name]).f1 ?? 1) >= least;
  return {
    file,
    rows: rows.length,
    passes:
      traps.length === 0 &&
      (conversions?.wrong.length ?? 0) === 0 &&
      Object.entries(THRESHOLDS).every(reached),
    thresholds: Object.fromEntries(
      Object.entries(THRESHOLDS).map(([name, least]) => [name, { least, passes: reached([name, least]) }]),
    ),
    lines: measured(lines),
    ...(conversions === undefined ? {} : { conversions }),
    ...(rules === undefined ? {} : { rules }),
    traps: traps.map(({ id, trap, as, text }) => ({ id, span: trap.span, why: trap.why, as, text })),
    misses: misses.map(({ text, ...miss }) => miss),
    ...(others.length === 0
      ? {}
      : { peers: Object.fromEntries(Object.entries(beside).map(([name, all]) => [name, measured(all)])) }),
  };
}

function onCases({ file, rows }, read, others, options, say) {
  const ours = rows.map(({ input, locale }) => {
    // "en_AU" names the country whose dollars are meant; "en_generic" none.
    const region = /_([A-Z]{2})$/.exec(locale ?? "")?.[1];
    return read(input, region === undefined ? {} : { region }).mentions.map(ourItem);
  });
  const inputs = rows.map(({ input }) => input);
  const { sets, misses, rules } = scoreCases(rows, ours);
  const beside = {
    [OURS]: sets,
    ...Object.fromEntries(others.map(({ name, all }) => [name, scoreCases(rows, all(inputs)).sets])),
  };
  if (options.misses ?? rows.length <= SMALL) {
    if (misses.length > 0) say(`${caseMisses(misses)}\n`);
  }
  say(`${file}: ${rows.length} cases of other readers`);
  say(`${besideOnCases(beside)}\n`);
  say(`what differs on purpose:\n${purposes(rules)}\n`);
  return {
    file,
    rows: rows.length,
    passes: true,
    sets: beside,
    onPurpose: rules,
    misses: misses.map(({ row, rule }) => ({ id: row.id, onPurpose: rule?.name })),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CorpusError) && !String(error.code ?? "").startsWith("ERR_PARSE_ARGS")) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
