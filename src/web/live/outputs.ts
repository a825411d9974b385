import { asset, blobOf } from "./assets.js";
import type { ChartForms, Failure, Shown } from "./protocol.js";

interface Plotly {
  react(place: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
}

const CONFIG = { displayModeBar: false, responsive: true, typesetMath: false };
const NARROW = "(max-width: 44rem)";
const DARK = "(prefers-color-scheme: dark)";
/** So much text of a cell is shown: a loop that prints must not fill a page. */
const MOST_TEXT = 200_000;

const charts = new Map<HTMLElement, ChartForms>();
let library: Promise<Plotly> | undefined;

for (const query of [NARROW, DARK]) {
  matchMedia(query).addEventListener("change", () => {
    for (const [place, forms] of charts) {
      if (place.isConnected) void draw(place, forms);
      else charts.delete(place);
    }
  });
}

/** Shows a value below its cell. */
export function show(box: HTMLElement, shown: Shown): void {
  if (shown.chart !== undefined) {
    const place = document.createElement("div");
    place.className = "chart";
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", shown.text);
    box.append(place);
    charts.set(place, shown.chart);
    void draw(place, shown.chart);
  }
  if (shown.html !== undefined) box.append(htmlOf(shown.html));
  else if (shown.markdown !== undefined) {
    const words = document.createElement("p");
    words.textContent = shown.text;
    box.append(words);
  } else if (shown.chart === undefined) stream(box, "stdout", shown.text);
}

/** Text that a cell printed; what comes one after the other is one block. */
export function stream(box: HTMLElement, name: string, text: string): void {
  const last = box.lastElementChild;
  const block =
    last instanceof HTMLPreElement && last.className === name ? last : document.createElement("pre");
  if (block !== last) {
    block.className = name;
    block.tabIndex = 0;
    box.append(block);
  }
  const whole = (block.textContent ?? "") + text;
  block.textContent = whole.length > MOST_TEXT ? `${whole.slice(0, MOST_TEXT)}…` : whole;
}

export function tellFailure(box: HTMLElement, { name, message, trace }: Failure): void {
  const block = document.createElement("pre");
  block.className = "stderr";
  block.setAttribute("role", "alert");
  block.textContent = [`${name}: ${message}`, ...trace.map((line) => `  at ${line}`)].join("\n");
  box.append(block);
}

async function draw(place: HTMLElement, forms: ChartForms): Promise<void> {
  library ??= loaded();
  try {
    const plotly = await library;
    const form =
      forms[matchMedia(NARROW).matches ? "narrow" : "wide"][matchMedia(DARK).matches ? "dark" : "light"];
    const { data, layout } = form as { data: unknown; layout: Record<string, unknown> };
    const { width: _, ...rest } = layout;
    await plotly.react(place, data, { ...rest, autosize: true }, CONFIG);
  } catch (error) {
    place.textContent = `${place.getAttribute("aria-label")}\n(${(error as Error).message})`;
  }
}

async function loaded(): Promise<Plotly> {
  const code = await asset("plotly");
  if (code === undefined) throw new Error("this page was written without charts");
  const script = document.createElement("script");
  script.src = blobOf(code);
  await new Promise((done, failed) => {
    script.onload = done;
    script.onerror = () => failed(new Error("the chart library could not be started"));
    document.head.append(script);
  });
  return (globalThis as unknown as { Plotly: Plotly }).Plotly;
}

const REFUSED =
  "script,style,link,meta,base,iframe,object,embed,form,input,button,textarea,select,svg script";

/** HTML of a value. What could run, load or ask is taken out; the policy of the page would refuse it as well. */
function htmlOf(html: string): HTMLElement {
  // The content of a template belongs to no page: nothing in it loads or runs.
  const template = document.createElement("template");
  template.innerHTML = html;
  const parsed = template.content;
  for (const one of parsed.querySelectorAll(REFUSED)) one.remove();
  for (const one of parsed.querySelectorAll("*")) {
    for (const { name, value } of [...one.attributes]) {
      const address = ["href", "src", "xlink:href", "action", "formaction"].includes(name);
      if (name.startsWith("on") || (address && !/^(https?:|#|data:image\/)/i.test(value.trim())))
        one.removeAttribute(name);
    }
  }
  const box = document.createElement("div");
  box.className = "output";
  box.append(parsed);
  if (box.querySelector("table") !== null) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", box.querySelector("caption")?.textContent || "Table");
  }
  return box;
}
