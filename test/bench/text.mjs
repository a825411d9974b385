// npm run bench:text [-- speed | slow]: reading news text, beside Recognizers-Text, compromise and quantulum3; then texts made to be slow.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import { join } from "node:path";
import { check, read } from "trade-figures";
import * as compromise from "../score/peers/compromise.mjs";
import { PYTHON, quantulum } from "../score/peers/quantulum.mjs";
import * as recognizers from "../score/peers/recognizers.mjs";
import { ourItem } from "../score/plain.mjs";
import { exact, same, size, times, within } from "../score/rational.mjs";
import { PIECES } from "./hostile.mjs";
import { machine, median } from "./measure.mjs";
import { news } from "./news.mjs";

const require = createRequire(import.meta.url);
const ROUNDS = 5;
const FLOAT = exact("1e-12");
const MB = 1e6;

machine();
const whole = news(2 * MB, 7);
const text = whole.paragraphs.join("\n\n");
const bytes = Buffer.byteLength(text);
console.log(
  `${(bytes / MB).toFixed(2)} MB of generated news, ${whole.figures} amounts and percentages: ${((whole.figures / bytes) * 1000).toFixed(1)} in 1,000 bytes; one core; load of the machine before: ${loadavg()[0].toFixed(1)}`,
);

const suite = require("@microsoft/recognizers-text-suite");
const nlp = require("compromise");
const python = quantulum();
const sample = { paragraphs: whole.paragraphs.slice(0, 24), truth: whole.truth.slice(0, 24) };
const larger = whole.paragraphs.slice(0, 150);
const size_ = (list) => list.reduce((sum, one) => sum + Buffer.byteLength(one), 0);

const only = process.argv[2];
if (only !== "slow") {
  equalFirst();
  speeds();
}
if (only !== "speed") adversarial();

/** Where a peer reads a figure as it was generated, ours must read the same. */
function equalFirst() {
  const ours = sample.paragraphs.map((one) => read(one).mentions.map(ourItem));
  const peers = {
    "trade-figures": ours,
    "Recognizers-Text": sample.paragraphs.map((one) => [
      ...recognizers.money(suite, one),
      ...recognizers.percent(suite, one),
    ]),
    compromise: sample.paragraphs.map((one) => [
      ...compromise.money(nlp, one),
      ...compromise.percent(nlp, one),
    ]),
    ...(python.missing ? {} : { quantulum3: python.all(sample.paragraphs) }),
  };
  console.log(`\nread as generated, in the ${sample.paragraphs.length} paragraphs that all read:`);
  for (const [name, found] of Object.entries(peers)) {
    let right = 0;
    let all = 0;
    for (const [index, known] of sample.truth.entries()) {
      for (const wanted of known) {
        all++;
        if (!found[index].some((item) => reads(item, wanted))) continue;
        right++;
        assert.ok(
          ours[index].some((item) => reads(item, wanted)),
          `${name} reads "${sample.paragraphs[index].slice(wanted.start, wanted.end)}" and ours does not: ${sample.paragraphs[index]}`,
        );
      }
    }
    console.log(`  ${name.padEnd(20)} ${right} of ${all}`);
  }
}

function reads(item, wanted) {
  if (item.kind !== wanted.kind || item.start >= wanted.end || wanted.start >= item.end || !item.low)
    return false;
  const equal =
    same(item.low, wanted.value) || within(item.low, wanted.value, times(size(wanted.value), FLOAT));
  return (
    equal &&
    (wanted.unit === undefined || item.currency === wanted.unit || item.codes?.has(wanted.unit) === true)
  );
}

/** Interleaved rounds, each reader on as much of the same text as it can read in some seconds. */
function speeds() {
  const tasks = {
    "trade-figures, whole text": { bytes, run: () => read(text) },
    "trade-figures, every figure made": {
      bytes,
      run: () => {
        for (const { figure } of read(text).mentions) figure?.interval;
      },
    },
    "trade-figures, read and checked": { bytes, run: () => check(read(text)) },
    "trade-figures, by paragraph": {
      bytes,
      run: () => {
        for (const one of whole.paragraphs) read(one);
      },
    },
    "Recognizers-Text, by paragraph": {
      bytes: size_(sample.paragraphs),
      run: () => {
        for (const one of sample.paragraphs) {
          suite.recognizeCurrency(one, "en-us");
          suite.recognizePercentage(one, "en-us");
        }
      },
    },
    "compromise .money(), by paragraph": {
      bytes: size_(larger),
      run: () => {
        for (const one of larger) nlp(one).money().json({ offset: true });
      },
    },
    ...(python.missing
      ? {}
      : { "quantulum3, by paragraph": { bytes: size_(larger), seconds: quantulumSeconds } }),
  };
  const all = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      let seconds;
      if (task.seconds) seconds = task.seconds();
      else {
        const start = performance.now();
        task.run();
        seconds = (performance.now() - start) / 1000;
      }
      if (round >= 0) all[name].push(task.bytes / MB / seconds);
    }
  }
  const slowest = all["Recognizers-Text, by paragraph"];
  console.log(
    `\nMB/s, median of ${ROUNDS} rounds (low to high), and how many times Recognizers-Text in the same round`,
  );
  for (const [name, list] of Object.entries(all)) {
    const show = (n) => (n >= 1 ? n.toFixed(1) : n.toPrecision(2));
    console.log(
      `  ${name.padEnd(34)} ${show(median(list)).padStart(7)}  (${show(Math.min(...list))} to ${show(Math.max(...list))})  × ${show(median(list.map((one, round) => one / slowest[round])))}`,
    );
  }
  if (python.missing) console.log(`  quantulum3 is left out: ${python.missing}`);
}

/** The time inside Python, without its start. */
function quantulumSeconds() {
  const code = `
import json, sys, time, warnings
warnings.filterwarnings("ignore")
from quantulum3 import parser
texts = json.load(sys.stdin)
parser.parse(texts[0])
start = time.perf_counter()
for text in texts:
    parser.parse(text)
print(time.perf_counter() - start)
`;
  const done = spawnSync(PYTHON, ["-c", code], {
    input: JSON.stringify(larger),
    encoding: "utf8",
    cwd: join(import.meta.dirname, "../.."),
  });
  return Number(done.stdout);
}

/** Texts that make a reader look back or ahead again and again: four times the text should take four times as long. */
function adversarial() {
  const sizes = [250_000, 500_000, 1_000_000];
  console.log(
    "\ntexts made to be slow: ms at 250,000, 500,000 and 1,000,000 characters, and the last over the first (linear: 4)",
  );
  let worst = ["", 0];
  for (const [name, piece] of Object.entries(PIECES)) {
    const took = [];
    for (const length of sizes) {
      if (took.at(-1) > 15_000) break;
      const one = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      let best = Number.POSITIVE_INFINITY;
      for (let turn = 0; turn < (took.at(-1) > 2_000 ? 1 : 3); turn++) {
        const start = performance.now();
        read(one);
        best = Math.min(best, performance.now() - start);
      }
      took.push(best);
    }
    const ratio = took.length === 3 ? took[2] / took[0] : Number.POSITIVE_INFINITY;
    if (ratio > worst[1]) worst = [name, ratio];
    console.log(
      `  ${name.padEnd(28)} ${took.map((ms) => ms.toFixed(1).padStart(9)).join("")}   × ${Number.isFinite(ratio) ? ratio.toFixed(1) : "– (given up)"}${ratio > 8 ? "   NOT LINEAR" : ""}`,
    );
  }
  console.log(`  the worst: ${worst[0]}, × ${worst[1].toFixed(1)}`);
}
