// The page of the comparison: rows from what was answered, and the lines that were run.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-js";
import { questions } from "./questions.mjs";

const HERE = import.meta.dirname;
const PYTHON = readFileSync(join(HERE, "answers.py"), "utf8");
const R = readFileSync(join(HERE, "answers.R"), "utf8");
const cell = (text) => String(text).replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("$", "\\$");

/** What Python's functions are called on the page. */
const NAMES = {
  uncertainties: "uncertainties, ± one standard deviation",
  uncertainties_uniform: "uncertainties, digits as a uniform distribution",
  pint: "pint, with uncertainties",
  mpmath_interval: "mpmath's intervals, ends by hand",
  currencyconverter: "currencyconverter",
  forex_python: "forex-python",
  quantulum3: "quantulum3, without its classifier",
  statcheck: "statcheck",
  decimal_default_context: "Python's decimal, as it comes",
  float_and_round: "Python's float and round",
};

/** The functions of javascript.mjs by question and by who answers, as they stand there, less the four spaces before each line. */
function javascript() {
  const path = join(HERE, "javascript.mjs");
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const declared = file.statements.flatMap((one) =>
    ts.isVariableStatement(one) ? [...one.declarationList.declarations] : [],
  );
  const answers = declared.find((one) => one.name.getText() === "answers").initializer;
  return Object.fromEntries(
    answers.properties.map((question) => [
      question.name.text,
      question.initializer.properties.map((one) => [
        one.name.text,
        one.initializer.getText().replace(/^ {4}/gm, ""),
      ]),
    ]),
  );
}

/** Every piece of code that the page shows. */
export function codeShown() {
  const py = [...PYTHON.matchAll(/^def (\w+__\w+)\(/gm)].map(([, name]) => python(name));
  return [...Object.values(javascript()).flatMap((all) => all.map(([, lines]) => lines)), ...py];
}

/** A function of answers.py, as it stands there. */
function python(name) {
  const from = PYTHON.indexOf(`def ${name}(`);
  const to = PYTHON.slice(from + 1).search(/\n\n\n/);
  return PYTHON.slice(from, from + 1 + to).trim();
}

/** An answer in few digits. */
function shown({ scale = 1, digits, unit = "" }, answer) {
  if (Array.isArray(answer)) return `${answer[0]}, …`.replace("USD ", "");
  if (typeof answer === "string") return answer;
  const number = (text, round = Math.round) =>
    (round((Number(text) / scale) * 10 ** digits) / 10 ** digits).toFixed(digits);
  const value = `${number(answer.value)}${unit === "%" ? "%" : unit === "" ? "" : ` ${unit}`}`;
  return answer.lower === undefined
    ? value
    : `${value}, between ${number(answer.lower, Math.floor)} and ${number(answer.upper, Math.ceil)}`;
}

/** The rows of a question: who, what, and what is to be said of it. */
export function rowsOf(question, answers, judged) {
  return Object.entries(answers)
    .filter(([key]) => key.startsWith(`${question.id} `))
    .map(([key, answer]) => {
      const who = key.slice(question.id.length + 1);
      return `| ${cell(NAMES[who] ?? who)} | ${cell(shown(question, answer))} | ${cell(judged(question, answer))} |`;
    });
}

const version = (name) =>
  JSON.parse(readFileSync(join(HERE, `../../node_modules/${name}/package.json`), "utf8")).version;

/** The whole page. */
export function pageOf(answers, judged) {
  const code = javascript();
  const sections = questions.map((question) => {
    const { id, title, asks, truth } = question;
    const told = typeof truth === "string" ? truth : `By fractions: ${shown(question, decimals(truth))}.`;
    const js = (code[id] ?? []).map(([who, lines]) => `// ${who}\n${lines}`);
    const r = R.slice(R.indexOf("text__"), R.indexOf("\n}\n") + 2);
    const py = [...PYTHON.matchAll(new RegExp(`^def (${id}__\\w+)\\(`, "gm"))].map(([, name]) =>
      python(name),
    );
    return `## ${title.replaceAll("$", "\\$")}

${asks === undefined ? "" : `${id === "text" ? `> ${asks.replaceAll("$", "\\$")}` : asks}\n\n`}${told.replaceAll("$", "\\$")}

| who | answer | against the truth |
| --- | --- | --- |
${rowsOf(question, answers, judged).join("\n")}

\`\`\`js
${js.join("\n\n")}
\`\`\`
${py.length === 0 ? "" : `\n\`\`\`py\n${py.join("\n\n")}\n\`\`\`\n`}${id === "apa" ? `\n\`\`\`r\n${r}\n\`\`\`\n` : ""}`;
  });
  const packages = readFileSync(join(HERE, "requirements.txt"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.replace("==", " "));
  packages.push("R's statcheck 1.4.0");
  const ours = ["decimal.js", "currency.js", "dinero.js", "highs"].map((name) => `${name} ${version(name)}`);
  return `${INTRODUCTION}

${sections.join("\n")}
${CLOSE}

## What was run

${[...ours, ...packages].join(", ")}. \`npm run compare\` asks them again and writes this page; the rows of JavaScript are held to what they answer now in every run of the tests, those of Python in \`npm run test:long\`.
`;
}

/** Fractions as decimals that shown() can round. */
function decimals(truth) {
  const text = ({ over, under }) => String(Number((over * 10n ** 15n) / under) / 1e15);
  return Object.fromEntries(Object.entries(truth).map(([name, one]) => [name, text(one)]));
}

const INTRODUCTION = `# Comparison

The same questions, asked of packages that people use for such work today. Each answer below comes from lines that were run, and the lines are shown; a script holds them to fractions of integers that share no code with any of the packages, this one included.

Most of these packages were made for another purpose, and are good at it: a section near the end says what for.`;

const CLOSE = `## What the others do that this package does not

- **dinero.js, currency.js** keep the money of a shop: minor units, allocation, formats of every locale, a few kilobytes. This package has \`money\` for that, with fewer formats.
- **decimal.js** and **Python's decimal** are the arithmetic; this package stands on the first. Whoever needs one interval in one place needs no package, as the rows by hand show.
- **uncertainties** follows the correlation of results that share an input, and **pint** knows physical units. For measured quantities with standard deviations they are the right tool; bounds are not.
- **mpmath** has intervals of transcendental functions to any precision.
- **currencyconverter** is one file of rates and one function, and interpolates missing days if you ask it to. **forex-python** asks a server, and so has today's.
- **HiGHS** optimises: with weights for how much each figure is trusted it says which few to change, over thousands of records. R's errorlocate builds such models for whole tables of a survey.
- **statcheck** checks another kind of printed number, p-values in APA style, and is the model of this kind of checking: read a fixed form, recompute, allow for rounding.
- **A language model** reads any sentence, and finds errors of sense that no arithmetic sees; it answers otherwise another day. It is another task, and its published scores are no number to hold these against: [what the checker sees](../../src/check/README.md) says more.

## What this package does not see

A figure that is wrong alone, figures that are wrong together, a slip within the rounding, a sentence in a form that no rule reads, which of two contradicting figures is the wrong one: see [what an interval cannot see](method.md#what-an-interval-cannot-see). How fast it is beside its peers, wins and losses alike, is printed by \`npm run bench:core\`, \`bench:rates\`, \`bench:table\` and \`bench:text\`.`;
