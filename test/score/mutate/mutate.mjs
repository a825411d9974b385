// npm run mutate -- [CORPUS...]: how many wrong figures the checker finds in sentences that were true before one slip.
import { parseArgs } from "node:util";
import * as built from "trade-figures";
import { openRateBook } from "trade-figures/data";
import { CorpusError, readCorpus } from "../corpus.mjs";
import { corpusClaims } from "./corpus-claims.mjs";
import { mutations, ownClaims } from "./run.mjs";

const HELP = `npm run mutate -- [CORPUS...] [options]

True claims in sentences of its own, and the complete claims of a corpus where one is named, each with one digit, two
digits, a scale word or a currency changed: what the checker finds, of what exact arithmetic says can be found by one who
knows the rate of a pair, and false alarms on the untouched ones.

  --count N   sentences of each kind (default 200)
  --seed N    another draw (default 1)
  --show N    so many false alarms and misses in full (default 5)
  --json      as JSON
`;

function table(title, { untouched, changed, alarms, quiet }, show) {
  console.log(title);
  console.log(
    `${"claim".padEnd(20)} ${"change".padEnd(20)}   made  detectable  found of these  or doubted   flagged of the others`,
  );
  const total = { made: 0, detectable: 0, found: 0, doubted: 0, allowed: 0, flagged: 0, edge: 0 };
  for (const [kind, changes] of Object.entries(changed)) {
    for (const [change, counts] of Object.entries(changes)) {
      line(kind, change, counts);
      for (const key of Object.keys(total)) total[key] += counts[key];
    }
  }
  line("all", "", total);
  console.log(`${"untouched".padEnd(41)} claims  judged  undecided  false alarms`);
  for (const [kind, { claims, judged, undecided, flagged }] of Object.entries(untouched)) {
    console.log(
      `${kind.padEnd(41)} ${[claims, judged, undecided, flagged].map((n, i) => String(n).padStart([6, 7, 10, 13][i])).join(" ")}`,
    );
  }
  for (const { kind, change, text } of alarms.slice(0, show))
    console.log(`  false alarm (${kind}, ${change}): ${text}`);
  for (const { kind, change, slot, text } of quiet.slice(0, show))
    console.log(`  not found (${kind}, ${change} of ${slot}): ${text}`);
  console.log("");
}

function line(kind, change, { made, detectable, found, doubted, allowed, flagged }) {
  const part = (n, of) => (of === 0 ? "–" : `${((100 * n) / of).toFixed(1)}%`);
  console.log(
    `${kind.padEnd(20)} ${change.padEnd(20)} ${String(made).padStart(6)}  ${part(detectable, made).padStart(10)}  ${`${found} (${part(found, detectable)})`.padStart(14)}  ${String(doubted).padStart(10)}  ${`${flagged} of ${allowed}`.padStart(22)}`,
  );
}

/** Verdicts of one text: of the checker of the build, with the rates of `data/` that have a date. */
function judge() {
  const { read, check } = built;
  if (typeof read !== "function" || typeof check !== "function") {
    throw new CorpusError("the built package exports no check(): build it first");
  }
  const book = openRateBook();
  return (text, options) =>
    check(read(text, options), { ...options, book }).claims.map(({ verdict }) => verdict);
}

function main(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      count: { type: "string", default: "200" },
      seed: { type: "string", default: "1" },
      show: { type: "string", default: "5" },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return console.log(HELP);
  const [count, seed, show] = [values.count, values.seed, values.show].map(Number);
  const verdicts = judge();
  const results = [
    [
      `sentences of our own, ${count} of each kind, seed ${seed}`,
      mutations(verdicts, ownClaims(count, seed), { seed }),
    ],
    ...positionals.map((file) => {
      const { format, rows } = readCorpus(file);
      if (format !== "claims")
        throw new CorpusError(`${file}: a corpus of peers' cases holds no claims to change`);
      return [
        `${file}, complete claims, each changed ten times`,
        mutations(verdicts, corpusClaims(rows), { seed, turns: 10 }),
      ];
    }),
  ];
  if (values.json) console.log(JSON.stringify(Object.fromEntries(results), null, 2));
  else for (const [title, result] of results) table(title, result, show);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CorpusError) && !String(error.code ?? "").startsWith("ERR_PARSE_ARGS")) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
