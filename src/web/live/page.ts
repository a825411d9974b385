import type { EditorView } from "@codemirror/view";
import { asset } from "./assets.js";
import { Compiler } from "./compiler.js";
import { editor, tellProblems } from "./editor.js";
import { show, stream, tellFailure } from "./outputs.js";
import type { Failure, FromWorker } from "./protocol.js";

interface LiveCell {
  readonly id: number;
  readonly section: HTMLElement;
  readonly out: HTMLElement;
  readonly state: HTMLElement;
  readonly view: EditorView;
  readonly run: HTMLButtonElement;
}

const at = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
const say = (text: string) => {
  at("live-status").textContent = text;
};

const cells: LiveCell[] = [];
/** Cells that wait for their turn, or run. */
let waiting: number[] = [];
let readyAt: ((value: unknown) => void) | undefined;
const ready = new Promise((done) => {
  readyAt = done;
});

const [code, types, files, checks] = await Promise.all(["worker", "types", "files", "checks"].map(asset));
const compiler = new Compiler(
  {
    code: code ?? "",
    types: JSON.parse(types ?? "{}"),
    files: JSON.parse(files ?? "{}"),
    checks: JSON.parse(checks ?? "{}"),
  },
  heard,
  () => cells.map(({ id, view }) => ({ id, text: view.state.doc.toString() })),
);

for (const section of document.querySelectorAll<HTMLElement>("section.code")) cells.push(made(section));
at("live-tools").hidden = false;
await ready;

/** Turns the code of a cell into an editor with its outputs below; what the notebook was saved with stays until it runs. */
function made(section: HTMLElement): LiveCell {
  const id = cells.length + 1;
  const source = section.querySelector("pre");
  const text = source?.textContent ?? "";
  const saved = [...section.childNodes].filter((one) => one !== source);
  const place = document.createElement("div");
  const run = document.createElement("button");
  run.type = "button";
  run.textContent = "Run";
  run.setAttribute("aria-label", `Run cell ${id}`);
  const state = document.createElement("span");
  state.className = "quiet";
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.append(run, " ", state);
  const out = document.createElement("div");
  out.className = "out";
  out.append(...saved);
  section.replaceChildren(place, bar, out);
  section.dataset["cell"] = String(id);
  const view = editor(place, text, {
    label: `Code of cell ${id}`,
    changed: () => {
      state.textContent = "changed";
      compiler.stale();
    },
    run: (goOn) => {
      start([id]);
      if (goOn) cells[id]?.view.focus();
    },
    problems: () => asked(() => compiler.problems(id)).then((found) => found ?? []),
    complete: (place) => asked(() => compiler.complete(id, place)),
    hover: (place) => asked(() => compiler.hover(id, place)),
  });
  run.addEventListener("click", () => start([id]));
  return { id, section, out, state, view, run };
}

/** Asks the compiler once it is there; a page that is just open asks nothing. */
async function asked<T>(question: () => Promise<T>): Promise<T | undefined> {
  if (document.body.dataset["ready"] === undefined) return undefined;
  return question();
}

function start(ids: readonly number[]): void {
  for (const id of ids) {
    const cell = cells[id - 1];
    if (cell === undefined || waiting.includes(id)) continue;
    waiting.push(id);
    cell.state.textContent = "waiting…";
    compiler.run(id);
  }
  tellState();
}

function tellState(): void {
  const [now] = waiting;
  at<HTMLButtonElement>("live-stop").disabled = now === undefined;
  document.body.dataset["state"] = now === undefined ? "idle" : "running";
  if (now === undefined) return;
  const cell = cells[now - 1];
  if (cell !== undefined && cell.state.textContent !== "running…") {
    cell.state.textContent = "running…";
    cell.out.replaceChildren();
    say(`Cell ${now} is running.`);
  }
}

function heard(message: FromWorker): void {
  if (message.tell === "ready") {
    document.body.dataset["ready"] = "yes";
    say("Ready. Shift+Enter runs a cell; Escape, then Tab, leaves its editor.");
    readyAt?.(undefined);
    return;
  }
  if (message.tell === "answer") return;
  const cell = cells[message.cell - 1];
  if (cell === undefined) return;
  if (message.tell === "stream") stream(cell.out, message.name, message.text);
  else if (message.tell === "show") show(cell.out, message.shown);
  else ended(cell, message.failure);
}

function ended(cell: LiveCell, failure: Failure | undefined): void {
  waiting = waiting.filter((id) => id !== cell.id);
  if (failure === undefined) {
    cell.state.textContent = "done";
    tellProblems(cell.view, []);
    say(waiting.length === 0 ? `Cell ${cell.id} is done.` : "");
  } else {
    cell.state.textContent = "failed";
    tellFailure(cell.out, failure);
    tellProblems(cell.view, failure.problems);
    say(`Cell ${cell.id} failed: ${failure.message.split("\n")[0]}`);
    // What is below would only fail for want of it.
    for (const id of waiting.splice(0)) {
      compiler.skip(id);
      const below = cells[id - 1];
      if (below !== undefined) below.state.textContent = "not run";
    }
  }
  tellState();
}

function restart(why: string): void {
  compiler.restart();
  waiting = [];
  for (const one of cells) one.state.textContent = "";
  say(why);
  tellState();
}

at("live-run").addEventListener("click", () => start(cells.map(({ id }) => id)));
at("live-stop").addEventListener("click", () =>
  restart("Stopped. Its variables are gone: run from the top again."),
);
at("live-restart").addEventListener("click", () => restart("Restarted: no cell has run."));
