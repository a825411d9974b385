import { gunzipSync } from "node:zlib";
import { pageScript } from "./page-script.js";
import { installedPlotly } from "./plotly-source.js";
import { scriptHash } from "./script-hash.js";
import { installedSound, playing, SOUND } from "./sound-source.js";

const SHOW = "window.__tradeFigures&&window.__tradeFigures.show(";

/**
 * The Content-Security-Policy of a page: it asks nothing of a network, and runs the scripts of the house's own charts,
 * each named by its hash, and no others, whatever stands in the outputs of a notebook.
 */
export function pagePolicy(html: string): string {
  const scripts = new Set<string>();
  for (const [, script = ""] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) {
    for (const one of runsWith(script)) scripts.add(one);
  }
  const sources = scripts.size === 0 ? "'none'" : [...scripts].join(" ");
  return `default-src 'none'; img-src data: blob:; font-src data:; style-src 'unsafe-inline'; script-src ${sources}; base-uri 'none'; form-action 'none'`;
}

/** The hashes that a script of ours needs: its own, and that of the library that it unpacks. None for any other script. */
function runsWith(script: string): string[] {
  if (script.startsWith(SHOW) && script.endsWith(")"))
    return values(script.slice(SHOW.length, -1))?.length === 1 ? [scriptHash(script)] : [];
  if (script.startsWith(SOUND) && script.endsWith(")")) {
    const sound = unpackedHash(values(script.slice(SOUND.length, -1))?.[0], installedSound(), playing);
    return sound === undefined ? [] : [scriptHash(script), sound];
  }
  const head = `(${pageScript})(`;
  if (!script.startsWith(head) || !script.endsWith(")")) return [];
  const packed = values(script.slice(head.length, -1))?.[0];
  const plotlys = installedPlotly().map((source) => source.read);
  const plotly = unpackedHash(packed, plotlys, drawing);
  return plotly === undefined ? [] : [scriptHash(script), plotly];
}

/** Arguments that are data and nothing else. */
function values(args: string): unknown[] | undefined {
  try {
    return JSON.parse(`[${args}]`) as unknown[];
  } catch {
    return undefined;
  }
}

const known = new Map<string, string>();

/** Plotly as the page script runs it. */
const drawing = (text: string) => `(function(define,module,exports){${text}\n}).call(window)`;

/** The hash of the script that a library runs as in a page, where what is packed is an installed one. */
function unpackedHash(
  packed: unknown,
  installed: readonly (() => string)[],
  running: (text: string) => string,
): string | undefined {
  if (typeof packed !== "string") return undefined;
  const key = scriptHash(packed);
  const found = known.get(key);
  if (found !== undefined) return found;
  let text: string;
  try {
    text = gunzipSync(Buffer.from(packed, "base64"), { maxOutputLength: 64 * 1024 * 1024 }).toString("utf8");
  } catch {
    return undefined;
  }
  if (!installed.some((read) => read() === text)) return undefined;
  const made = scriptHash(running(text));
  known.set(key, made);
  return made;
}
