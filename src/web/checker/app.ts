import { at, h, visible } from "./dom.js";
import { FindingList } from "./findings.js";
import { dropped, MAX_MB } from "./inputs.js";
import { linkTo, textOf } from "./link.js";
import { Prose } from "./prose.js";
import type { FromWorker, ShownFinding, ShownRepair, ToWorker } from "./protocol.js";
import { ClaimTable } from "./table.js";
import { filled, type Language, WORDS, type Words } from "./words.js";

const worker = new Worker(
  URL.createObjectURL(new Blob([at("worker").textContent ?? ""], { type: "text/javascript" })),
);
const ask = (message: ToWorker) => worker.postMessage(message);

let language: Language = navigator.language.startsWith("zh") ? "zh" : "en";
let words: Words = WORDS[language];
let run = 0;
let rates: string | undefined;
let ratesSay = "";
let unreadCount = 0;
let found: ShownFinding[] = [];

const text = at<HTMLTextAreaElement>("text");
const day = at<HTMLInputElement>("day");
const status = at("status");
const bar = at<HTMLProgressElement>("bar");
const prose = new Prose(at("prose"), at("note"), (id) => findings.open(id));
const table = new ClaimTable(at("claims"));
const findings = new FindingList(at("findings"), {
  more: (id) => ask({ ask: "more", run, id }),
  point: (start, end) => prose.point(start, end),
  repair: putIn,
});

function say(sentence: string): void {
  status.textContent = visible(sentence);
}

/** Puts every word of the interface into the language that was chosen. */
function translated(): void {
  words = WORDS[language];
  document.documentElement.lang = language;
  document.title = words.title;
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
    element.textContent = String(words[element.dataset["word"] as keyof Words]);
  }
  for (const element of document.querySelectorAll<HTMLElement>("[data-title]")) {
    element.title = String(words[element.dataset["title"] as keyof Words]);
  }
  text.placeholder = words.placeholder;
  at("language").textContent = language === "en" ? "中文" : "English";
  at("language").lang = language === "en" ? "zh" : "en";
  at("rates").textContent = ratesSay === "" ? "" : `${words.published}: ${ratesSay}`;
  findings.words = words;
  table.words = words;
  prose.words = words;
  if (run > 0 && !busy()) finished(lastFigures, false);
}

const busy = () => !at<HTMLButtonElement>("stop").hidden;

function start(): void {
  const options = {
    text: text.value,
    ...(day.value === "" ? {} : { publishedOn: day.value }),
    ...(rates === undefined ? {} : { rates }),
  };
  if (busy()) ask({ ask: "stop", run });
  run++;
  found = [];
  unreadCount = 0;
  at("results").hidden = false;
  at("stop").hidden = false;
  bar.hidden = false;
  bar.removeAttribute("value");
  at("summary").textContent = "";
  at("unread").textContent = "";
  say(words.reading);
  findings.clear();
  table.clear();
  prose.show(text.value);
  ask({ ask: "run", run, options });
}

worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
  if (data.tell === "ready") {
    ratesSay = data.rates;
    document.body.dataset["ready"] = "yes";
    translated();
    return;
  }
  if (data.run !== run) return;
  switch (data.tell) {
    case "marks":
      return prose.mark(data.marks);
    case "unread":
      unreadCount = data.count;
      at("unread").textContent = data.count === 0 ? "" : filled(words.unread, { count: data.count });
      return prose.unread(data.unread);
    case "findings":
      found.push(...data.findings);
      findings.add(data.findings);
      table.add(data.findings);
      prose.find(data.findings);
      if (data.total > 0) {
        bar.max = data.total;
        bar.value = data.done;
        say(filled(words.checking, { done: data.done, total: data.total }));
      }
      return;
    case "more":
      return findings.fill(data.id, data.working, data.repairs);
    case "done":
      return finished(data.figures, data.stopped);
    case "failed":
      say(data.message);
      return stopped();
  }
};

// A worker that dies would leave the page waiting for ever.
worker.onerror = () => {
  say("The checker stopped. Reload the page.");
  stopped();
};

let lastFigures = 0;

function stopped(): void {
  at("stop").hidden = true;
  bar.hidden = true;
}

function finished(figures: number, early: boolean): void {
  lastFigures = figures;
  stopped();
  const count = (outcome: string) => found.filter((one) => one.outcome === outcome).length;
  const sentence = filled(words.summary, {
    claims: found.length,
    inconsistent: count("inconsistent"),
    undecided: count("undecided"),
    consistent: count("consistent"),
    computed: count("computed"),
    figures,
  });
  at("summary").textContent = found.length === 0 && !early ? words.noFindings : sentence;
  at("unread").textContent = unreadCount === 0 ? "" : filled(words.unread, { count: unreadCount });
  say(early ? `${words.stopped} ${sentence}` : sentence);
}

function putIn(repair: ShownRepair): void {
  text.value = text.value.slice(0, repair.start) + repair.to + text.value.slice(repair.end);
  start();
}

async function open(file: File): Promise<void> {
  try {
    const got = await dropped(file);
    if (got.kind === "long") return say(filled(words.tooLong, { mb: MAX_MB }));
    if (got.kind === "unknown")
      return say(filled(words.notThat, { name: file.name, kinds: words.fileTypes }));
    if (got.kind === "rates") {
      rates = got.text;
      say(filled(words.ratesAdded, { name: file.name }));
      if (text.value.trim() !== "") start();
      return;
    }
    text.value = got.text;
    if (got.publishedOn !== undefined) day.value = got.publishedOn;
    start();
  } catch (error) {
    say(filled(words.badFile, { name: file.name, why: (error as Error).message }));
  }
}

at("check").addEventListener("click", start);
at("stop").addEventListener("click", () => ask({ ask: "stop", run }));
at("example").addEventListener("click", () => {
  text.value = EXAMPLE;
  day.value = "2023-10-23";
  start();
});
at("clear").addEventListener("click", () => {
  ask({ ask: "stop", run });
  run++;
  text.value = "";
  day.value = "";
  at("results").hidden = true;
  stopped();
  say("");
  text.focus();
});
at("language").addEventListener("click", () => {
  language = language === "en" ? "zh" : "en";
  translated();
});
at<HTMLInputElement>("file").addEventListener("change", ({ target }) => {
  const input = target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (file) void open(file);
  input.value = "";
});
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) start();
});
at("link").addEventListener("click", async () => {
  const link = await linkTo(text.value, day.value);
  if (link === undefined) return say(words.linkLong);
  history.replaceState(undefined, "", link);
  await copy(link, words.linkCopied);
});
at("copy").addEventListener("click", () => copy(table.asText(), words.copied));
at("csv").addEventListener("click", () => save("claims.csv", table.asCsv(), "text/csv"));
at("json").addEventListener("click", () => save("claims.json", `${JSON.stringify(found, undefined, 2)}\n`, "application/json"));

async function copy(value: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(value);
    say(done);
  } catch {
    // A page opened from a file may not be given the clipboard: the text is shown to be copied by hand.
    const box = at<HTMLTextAreaElement>("copied");
    box.hidden = false;
    box.value = value;
    box.select();
  }
}

function save(name: string, content: string, type: string): void {
  const link = h("a", { download: name, href: URL.createObjectURL(new Blob([content], { type })) });
  link.click();
  URL.revokeObjectURL(link.href);
}

for (const kind of ["dragover", "dragenter"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
}
document.addEventListener("dragleave", ({ relatedTarget }) => {
  if (relatedTarget === null) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer?.files ?? [];
  if (file) void open(file);
  else {
    const plain = event.dataTransfer?.getData("text/plain") ?? "";
    if (plain !== "") {
      text.value = plain;
      start();
    }
  }
});

const EXAMPLE =
  "Shipments from Liaoning to Russia rose 82.3% from a year earlier to 42.64bn yuan ($5.83m) in January-September, a regional report said.\n\nTrade between the two countries was $21.18bn in September: exports of $9.6bn and imports of $11.53bn. Imports rose 8% to $11.53bn from $10.66bn a year earlier, while exports rose 21% to $9.6bn from $7.05bn.";

async function fromLink(): Promise<void> {
  const linked = await textOf(location.hash);
  if (linked === undefined) return;
  text.value = linked.text;
  day.value = linked.publishedOn;
  start();
}

translated();
addEventListener("hashchange", () => void fromLink());
void fromLink();
