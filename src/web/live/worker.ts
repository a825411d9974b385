import "./node/process.js";
import { forWidth } from "../../chart/for-width.js";
import { themed } from "../../chart/themed.js";
import { openChannel } from "../../notebook/show/channel.js";
import { toMimeBundle } from "../../notebook/show/mime.js";
import { blobOf } from "./assets.js";
import { doorModule } from "./doors.js";
import { addFile } from "./node/files.js";
import { inspect } from "./node/util.js";
import type { ChartForms, FromWorker, Shown, ToWorker } from "./protocol.js";
import { Session } from "./session.js";

interface Scope {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;
const tell = (message: FromWorker) => scope.postMessage(message);

const PLOTLY = "application/vnd.plotly.v1+json";
const EXPORTS = "/exports.json";
const NARROW = 400;
const WIDE = 800;

let session: Session | undefined;
let running = 0;
let queue = Promise.resolve();

/** A bundle as the page shows it. */
function shownOf(bundle: Readonly<Record<string, unknown>>): Shown {
  const text = (kind: string) => (typeof bundle[kind] === "string" ? (bundle[kind] as string) : undefined);
  const [html, markdown] = [text("text/html"), text("text/markdown")];
  return {
    text: text("text/plain") ?? "",
    ...(html === undefined ? {} : { html }),
    ...(markdown === undefined ? {} : { markdown }),
    ...(bundle[PLOTLY] === undefined ? {} : { chart: bundle[PLOTLY] as ChartForms }),
  };
}

openChannel({
  show: (bundle) => tell({ tell: "show", cell: running, shown: shownOf(bundle) }),
  draw: async (chart) => {
    const forms = (width: number) => {
      const [light, dark] = (["light", "dark"] as const).map((theme) => {
        const chosen = themed(chart, theme);
        const { data, layout } = "narrow" in chosen ? forWidth(chosen, width) : chosen;
        return { data, layout };
      });
      return { light, dark };
    };
    const words = "alt" in chart ? `${chart.alt}\n${chart.source}` : `chart of ${chart.data.length} traces`;
    const both = { wide: forms(WIDE), narrow: forms(NARROW) };
    return { [PLOTLY]: both, "text/plain": words } as never;
  },
});

for (const [kind, name] of [
  ["log", "stdout"],
  ["info", "stdout"],
  ["debug", "stdout"],
  ["table", "stdout"],
  ["warn", "stderr"],
  ["error", "stderr"],
] as const) {
  (console as unknown as Record<string, unknown>)[kind] = (...values: unknown[]) =>
    tell({
      tell: "stream",
      cell: running,
      name,
      text: `${values.map((one) => inspect(one)).join(" ")}\n`,
    });
}

function open(types: Readonly<Record<string, string>>, checks: Readonly<Record<string, boolean>>): void {
  const { [EXPORTS]: listed = "{}", ...files } = types;
  const names = JSON.parse(listed) as Readonly<Record<string, readonly string[]>>;
  const doors = new Map<string, string>();
  session = new Session(files, checks, {
    address: blobOf,
    module: (name) => {
      const known = doors.get(name);
      if (known !== undefined) return known;
      const code = doorModule(name, names[name] ?? []);
      if (code === undefined) return undefined;
      const made = blobOf(code);
      doors.set(name, made);
      return made;
    },
    value: async (value) => tell({ tell: "show", cell: running, shown: shownOf(await toMimeBundle(value)) }),
  });
}

async function run(cell: number): Promise<void> {
  running = cell;
  const failure = await session?.run(cell);
  tell({ tell: "ran", cell, ...(failure === undefined ? {} : { failure }) });
}

scope.onmessage = ({ data }) => {
  if (data.ask === "open") {
    for (const { path, content } of data.files) addFile(path, content);
    open(data.types, data.checks);
    tell({ tell: "ready" });
  } else if (data.ask === "cells") session?.set(data.cells);
  // Cells run one after another; questions about the text are answered between their awaits.
  else if (data.ask === "run") queue = queue.then(() => run(data.cell));
  else tell({ tell: "answer", key: data.key, value: answer(data) });
};

function answer(data: Extract<ToWorker, { readonly key: number }>): unknown {
  if (session === undefined) return undefined;
  if (data.ask === "problems") return session.problems(data.cell);
  return data.ask === "complete" ? session.complete(data.cell, data.at) : session.hover(data.cell, data.at);
}
