import { Checker } from "./checker.js";
import { at, visible } from "./dom.js";
import { EXAMPLE, EXAMPLE_DAY } from "./example.js";
import { copy, onDrop, save } from "./files.js";
import { InputBox } from "./input-box.js";
import { dropped, MAX_MB } from "./inputs.js";
import { linkTo, textOf } from "./link.js";
import type { FromWorker } from "./protocol.js";
import { Results } from "./results.js";
import { filled, type Language, WORDS, type Words } from "./words.js";

let language: Language = navigator.language.startsWith("zh") ? "zh" : "en";
let words: Words = WORDS[language];
let ratesSay = "";
/** Statements of published figures that a text is compared with. */
let statements = 0;
/** The name of the file whose rates were sent to the worker last, until it has opened them. */
let opening: string | undefined;

/** The stretch in which a Word file was written: the field for the day holds a single one, which goes before it. */
let written: string | undefined;
/** What was said of a file that could not be opened, while there is no text instead. */
let refusal = "";

const input = new InputBox((text) => take(text));
const day = at<HTMLInputElement>("day");
const checker = new Checker(at("worker").textContent ?? "", heard, () => results.fail(words.died));
const results = new Results(checker, {
  say,
  repair: (text, { start, end, to }) => take(text.slice(0, start) + to + text.slice(end), publishedOn()),
});

function say(sentence: string): void {
  at("status").textContent = visible(sentence);
}

/** Puts every word of the interface into the language that was chosen. */
function translate(): void {
  words = WORDS[language];
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = words.title;
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
    element.textContent = String(words[element.dataset["word"] as keyof Words]);
  }
  at<HTMLTextAreaElement>("text").placeholder = words.placeholder;
  const [chinese, english] = at("language").children;
  chinese?.toggleAttribute("hidden", language === "zh");
  english?.toggleAttribute("hidden", language === "en");
  input.words = words;
  input.tell();
  tellDay();
  tellRates();
  tellTables();
  results.speak(language);
}

function tellDay(): void {
  const [from = "", to = ""] = written?.split("/") ?? [];
  at("day-hint").textContent = written === undefined ? words.dateHint : filled(words.written, { from, to });
}

function tellRates(): void {
  at("rates").textContent = ratesSay === "" ? "" : filled(words.rates, { contents: ratesSay });
}

function tellTables(): void {
  const names = [...(at<HTMLInputElement>("compare").checked ? [words.bundled] : []), ...checker.tableNames];
  at("tables").hidden = names.length === 0;
  at("tables-say").textContent = visible(
    filled(words.tables, { names: names.join(", "), count: statements }),
  );
  at("untable").hidden = checker.tableNames.length === 0;
}

function heardTables({ count, problem }: Extract<FromWorker, { readonly tell: "tables" }>): void {
  statements = count;
  tellTables();
  if (problem !== undefined) say(filled(words.badFile, { name: opening ?? "", why: problem }));
  else if (input.text.trim() !== "") start();
  opening = undefined;
}

function heard(data: FromWorker): void {
  if (data.tell === "tables") {
    heardTables(data);
    return;
  }
  if (data.tell !== "rates") {
    results.hear(data);
    return;
  }
  ratesSay = data.says;
  document.body.dataset["ready"] = "yes";
  tellRates();
  if (data.problem !== undefined) {
    say(filled(words.badFile, { name: opening ?? "", why: data.problem }));
  } else if (opening !== undefined) {
    say(filled(words.ratesAdded, { name: opening }));
    if (input.text.trim() !== "") start();
  }
  opening = undefined;
}

function start(): void {
  const { text } = input;
  if (text.trim() === "") {
    say(refusal || words.noText);
    input.focus();
    return;
  }
  refusal = "";
  results.start(text);
  const on = publishedOn();
  checker.run({ text, ...(on === undefined ? {} : { publishedOn: on }) });
}

/** The day that was given, else the stretch in which the file was written. */
function publishedOn(): string | undefined {
  return day.value === "" ? written : day.value;
}

function take(text: string, on?: string, name?: string): void {
  input.set(text, name);
  written = on?.includes("/") ? on : undefined;
  if (on !== undefined) day.value = written === undefined ? on : "";
  tellDay();
  start();
}

function refuse(sentence: string): void {
  refusal = sentence;
  say(sentence);
}

async function open(file: File): Promise<void> {
  const { name } = file;
  try {
    const got = await dropped(file);
    if (got.kind === "text" && got.text.trim() === "") refuse(filled(words.emptyFile, { name }));
    else if (got.kind === "text") take(got.text, got.publishedOn, name);
    else if (got.kind === "broken") refuse(filled(words.badFile, { name, why: words.notWord }));
    else if (got.kind === "long") refuse(filled(words.tooLong, { mb: MAX_MB }));
    else if (got.kind === "unknown") refuse(filled(words.notThat, { name, kinds: words.fileTypes }));
    else {
      opening = name;
      if (got.kind === "figures") checker.addTable(got.file);
      else checker.add(got.file);
    }
  } catch (error) {
    refuse(filled(words.badFile, { name, why: (error as Error).message }));
  }
}

at("check").addEventListener("click", start);
at("stop").addEventListener("click", () => checker.stop());
at("example").addEventListener("click", () => take(EXAMPLE[language], EXAMPLE_DAY));
at("clear").addEventListener("click", () => {
  checker.stop();
  results.clear();
  input.set("");
  day.value = "";
  written = undefined;
  refusal = "";
  tellDay();
  say("");
  input.focus();
});
at<HTMLInputElement>("compare").addEventListener("change", ({ target }) =>
  checker.compare((target as HTMLInputElement).checked),
);
at("untable").addEventListener("click", () => checker.dropTables());
at("language").addEventListener("click", () => {
  language = language === "en" ? "zh" : "en";
  translate();
});
at<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
  const box = target as HTMLInputElement;
  const [file] = box.files ?? [];
  if (file) void open(file);
  box.value = "";
});
at("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) start();
});
at("link").addEventListener("click", async () => {
  if (input.text.trim() === "") {
    say(refusal || words.noText);
    return;
  }
  const compare = at<HTMLInputElement>("compare").checked;
  const link = await linkTo({ text: input.text, publishedOn: publishedOn() ?? "", compare });
  if (link === undefined) {
    say(words.linkLong);
    return;
  }
  history.replaceState(undefined, "", link);
  if (await copy(link)) say(words.linkCopied);
});
at("copy").addEventListener("click", async () => {
  await results.whole();
  if (await copy(results.table.asText())) say(words.copied);
});
at("csv").addEventListener("click", async () => {
  await results.whole();
  keep("claims.csv", results.table.asCsv(), "text/csv");
});
at("json").addEventListener("click", async () => {
  const whole = {
    publishedOn: publishedOn() ?? "",
    claims: await results.whole(),
    conflicts: results.conflicts,
  };
  keep("claims.json", `${JSON.stringify(whole, undefined, 2)}\n`, "application/json");
});
/** Saves a file, and says so. */
function keep(name: string, content: string, type: string): void {
  save(name, content, type);
  say(filled(words.saved, { name }));
}

onDrop((file) => void open(file), take);

async function fromLink(): Promise<void> {
  const linked = await textOf(location.hash);
  if (linked === undefined) return;
  const box = at<HTMLInputElement>("compare");
  if (box.checked !== linked.compare) {
    box.checked = linked.compare;
    checker.compare(linked.compare);
  }
  take(linked.text, linked.publishedOn);
}

translate();
addEventListener("hashchange", () => void fromLink());
void fromLink();
