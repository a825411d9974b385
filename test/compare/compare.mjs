// npm run compare: asks every package the same questions, holds the answers to fractions, and writes the page.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { exact, minus, order, size, times } from "../score/rational.mjs";
import { answers as javascript } from "./javascript.mjs";
import { pageOf } from "./page.mjs";
import { APA, amounts, cents, questions, TEXT } from "./questions.mjs";

const HERE = import.meta.dirname;
const PAGE = join(HERE, "../../notebooks/guides/comparison.md");
const PYTHON = join(HERE, ".venv/bin/python");

/** What some questions are asked of. */
const GIVEN = { text: () => [TEXT], apa: () => [APA], cents: () => [amounts()] };

/** What the functions of javascript.mjs answer. */
export async function askJavascript() {
  const found = {};
  for (const { id } of questions)
    for (const [who, ask] of Object.entries(javascript[id] ?? {})) {
      const given = GIVEN[id]?.() ?? [];
      found[`${id} ${who}`] = told(await ask(...given));
    }
  return found;
}

/** What the functions of answers.py answer, in an environment of their own beside this file, made once. */
export function askPython() {
  if (!existsSync(PYTHON)) {
    console.error("installing the packages of Python into test/compare/.venv …");
    const steps = [
      ["python3", ["-m", "venv", join(HERE, ".venv")]],
      [PYTHON, ["-m", "pip", "install", "-q", "-r", join(HERE, "requirements.txt")]],
    ];
    for (const [program, args] of steps) {
      const done = spawnSync(program, args, { encoding: "utf8" });
      if (done.status !== 0) throw new Error(done.stderr || String(done.error));
    }
  }
  const done = spawnSync(PYTHON, [join(HERE, "answers.py")], {
    input: JSON.stringify({ text: TEXT, cents: amounts() }),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout.trim().split("\n").at(-1));
}

/** What the functions of answers.R answer: R with its package statcheck (Debian: r-cran-statcheck). */
export function askR() {
  const done = spawnSync("Rscript", [join(HERE, "answers.R")], {
    input: `${TEXT}\n${APA}\n`,
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`R with statcheck is needed: ${done.stderr || String(done.error)}`);
  const [text, apa] = [...done.stdout.matchAll(/^=> (.*)$/gm)].map(([, answer]) => answer);
  return { "text statcheck": text, "apa statcheck": apa };
}

/** An answer as text: a value, or a value with bounds, or words, or a list of amounts. */
function told(found) {
  if (typeof found === "number") return { value: String(found) };
  if (typeof found === "string" || Array.isArray(found)) return found;
  const { lower, upper } = found.interval ?? found;
  return { value: found.value.toFixed(), lower: lower.toFixed(), upper: upper.toFixed() };
}

/** What is to be said of an answer, held to the truth. */
export function judged(question, answer) {
  if (question.id === "cents") return wrongCents(answer);
  return typeof answer === "object"
    ? bounded(question, answer)
    : (question.judge ?? (() => "cannot be asked"))(answer);
}

function wrongCents(answer) {
  const truth = amounts().map(cents);
  const wrong = truth.filter((one, at) => one !== String(answer[at]).replace(/^USD /, "")).length;
  return wrong === 0 ? "none wrong" : `${wrong.toLocaleString("en")} wrong`;
}

/** Whether bounds are those that the printed digits allow; a millionth of their width is forgiven. */
function bounded({ truth, digits, scale }, answer) {
  const value = exact(answer.value);
  if (answer.lower === undefined) {
    const off = order(size(minus(value, truth.value)), times(exact(`5e-${digits + 1}`), exact(scale))) > 0;
    return off ? "a number without bounds, and rounded away" : "a number without bounds";
  }
  const slack = times(minus(truth.upper, truth.lower), exact("1e-6"));
  const below = minus(exact(answer.lower), truth.lower);
  const above = minus(truth.upper, exact(answer.upper));
  if (order(below, slack) > 0 || order(above, slack) > 0) return "narrower than the digits allow";
  if (order(size(below), slack) > 0 || order(size(above), slack) > 0) return "wider than the digits allow";
  return "the bounds that the digits allow";
}

if (process.argv[1] === import.meta.filename) {
  const answers = { ...(await askJavascript()), ...askPython(), ...askR() };
  writeFileSync(PAGE, pageOf(answers, judged));
  console.log("written: notebooks/guides/comparison.md");
}
