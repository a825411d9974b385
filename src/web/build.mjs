// npm run checker: writes dist/checker.html, one file that needs nothing but a browser: script, worker, rates and style
// are inside, and its policy lets nothing else run or load.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";
import { noticesOf, packagesOf } from "./notices.mjs";
import { inScript, rowsOf, styleOf } from "./page-parts.mjs";
import { withoutExamples } from "./without-examples.mjs";

const HERE = "src/web/checker";
const read = (path) => readFileSync(path, "utf8");

/** Every module that the page carries. */
const carried = new Set();

/** A program of the page, as one script without imports. */
async function bundled(input) {
  const bundle = await rolldown({
    input,
    platform: "browser",
    tsconfig: false,
    logLevel: "warn",
    plugins: [withoutExamples],
  });
  const { output } = await bundle.generate({ format: "iife", minify: true, codeSplitting: false });
  await bundle.close();
  for (const id of Object.keys(output[0].modules)) carried.add(id);
  return inScript(output[0].code);
}

/** The rates in the tables of the data package, as one CSV for the rate book. */
function rateTables() {
  const publishers = new Map(rowsOf("data/sources.csv").map((one) => [one.id, one.publisher]));
  const all = [
    ...rowsOf("data/rates.csv").map((one) => ({ on: one.date, ...one })),
    ...rowsOf("data/average_rates.csv").map((one) => ({ on: one.month, ...one })),
    ...rowsOf("data/customs_rates.csv").map((one) => ({ on: one.month, ...one })),
  ];
  const columns = ["on", "base", "quote", "rate", "per", "kind"];
  const lines = all.map((one) =>
    [...columns.map((name) => one[name]), (publishers.get(one.source) ?? "").replaceAll(",", "")].join(","),
  );
  return [[...columns, "publisher"].join(","), ...lines].join("\n");
}

/** What the tables say beside their figures, which a page need not carry. */
const UNSAID = new Set(["outlets", "outlets_agree", "status", "note"]);

/** The published figures of the data package, as tables of statements with the lines of their rows, and which are in doubt. */
function figureTables() {
  const sources = new Map(rowsOf("data/sources.csv").map((one) => [one.id, one]));
  const from = (id) => {
    const { publisher, published_on: date } = sources.get(id);
    return date === "" ? publisher : `${publisher}, ${date}`;
  };
  const cell = (text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const files = ["trade.csv", "provinces.csv"].map((name) => {
    const rows = rowsOf(`data/${name}`);
    // A row that took two lines would move the numbers of all below it.
    if (read(`data/${name}`).trimEnd().split("\n").length !== rows.length + 1)
      throw new Error(`${name} has rows of several lines`);
    const columns = Object.keys(rows[0]).filter((column) => !UNSAID.has(column));
    const lines = rows.map((one) => {
      const row = { ...one, source: from(one.source) };
      return columns.map((column) => cell(row[column])).join(",");
    });
    return { name, content: [columns.join(","), ...lines].join("\n") };
  });
  const doubted = rowsOf("data/contradictions.csv").map(
    ({ area, partner, flow, period, currency, part }) => ({
      area,
      partner,
      flow,
      period,
      currency,
      part,
    }),
  );
  return JSON.stringify({ name: "the bundled data", files, doubted }).replaceAll("<", "\\u003c");
}

const hashOf = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const [app, worker] = await Promise.all([bundled(`${HERE}/app.ts`), bundled(`${HERE}/worker.ts`)]);
const style = styleOf("src/web/controls.css", `${HERE}/style.css`);
const parts = {
  policy: [
    "default-src 'none'",
    `script-src ${hashOf(app)}`,
    "worker-src blob:",
    `style-src ${hashOf(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; "),
  style,
  version: JSON.parse(read("package.json")).version,
  sources: escaped(
    "Reference rates of the European Central Bank since 2015; noon rates of the Federal Reserve Board, central parities and customs rates for the months of the project’s own data.",
  ),
  tables: rateTables(),
  figures: figureTables(),
  packed: readFileSync("data/rates/majors.bin").toString("base64"),
  notices: escaped(noticesOf(packagesOf([...carried]))),
  worker,
  app,
};
const page = read(`${HERE}/page.html`).replace(
  /\/\*%(\w+)%\*\/|%(\w+)%/g,
  (_, code, text) => parts[code ?? text],
);
mkdirSync("dist", { recursive: true });
writeFileSync("dist/checker.html", page);
