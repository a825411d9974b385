// npm run gold: how much of the gold set is read, by this package or, with --predictions, by any other reader.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { goldFiles, goldOf, goldScore } from "./gold.mjs";
import { predictionScore } from "./predictions.mjs";

const HELP = `npm run gold                                  how much of each form this package reads, with every miss
npm run gold -- --only de                     the files whose name begins so
npm run gold -- --jsonl > gold.jsonl          the set as JSON lines
npm run gold -- --predictions theirs.jsonl    scores another reader's answers: a line {"id", "claims", "wrong"} a text`;

/** Every text with the id that predictions name it by: "en-forms-12". */
const cases = goldFiles().flatMap((name) =>
  goldOf(name).map((one, at) => {
    const file = name.replace(".txt", "");
    const claims = one.claims.map((claim) => ({
      ...claim,
      figures: claim.figures.map((figure) => ({ ...figure, text: one.text.slice(figure.start, figure.end) })),
    }));
    return { id: `${file}-${at + 1}`, language: name.slice(0, 2), ...one, claims };
  }),
);

const { values } = parseArgs({
  options: {
    jsonl: { type: "boolean" },
    predictions: { type: "string" },
    only: { type: "string", default: "" },
    help: { type: "boolean" },
  },
});

if (values.help) {
  console.log(HELP);
} else if (values.jsonl) {
  for (const one of cases) console.log(JSON.stringify(one));
} else if (values.predictions !== undefined) {
  const answers = readFileSync(values.predictions, "utf8").split("\n").filter(Boolean).map(parsed);
  console.table(predictionScore(cases, answers));
} else {
  const { check, read } = await import("trade-figures");
  for (const name of goldFiles().filter((one) => one.startsWith(values.only))) {
    const { forms, notes } = goldScore(goldOf(name), read, check, { language: name.slice(0, 2) });
    console.log(name);
    console.table(forms);
    if (notes.length > 0) console.log(notes.join("\n"));
  }
}

function parsed(line, at) {
  try {
    return JSON.parse(line);
  } catch {
    console.error(
      `${values.predictions} line ${at + 1}: not JSON; expected {"id": "en-forms-1", "claims": […]}`,
    );
    process.exit(3);
  }
}
