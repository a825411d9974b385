// quantulum3 as a reader of money and percentages, in a Python environment of its own beside this folder.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { exact, minus, plus, times } from "../rational.mjs";
import { unitNamed } from "./names.mjs";
import { trimmed } from "./spans.mjs";

const HERE = join(import.meta.dirname, "..");
/** The Python of that environment. */
export const PYTHON = join(HERE, ".venv", process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/**
 * Installs quantulum3 where it is not installed yet (without its classifier, which needs scikit-learn and only tells
 * units apart that share a name).
 * @returns { name, version, all(texts): items[] }, or { name, missing } in one line
 */
export function quantulum() {
  const name = "quantulum3";
  const python = spawnSync("python3", ["--version"], { encoding: "utf8" });
  if (python.status !== 0) return { name, missing: "Python 3 is not here" };
  const version = () =>
    spawnSync(PYTHON, ["-c", "import importlib.metadata as m; print(m.version('quantulum3'))"], {
      encoding: "utf8",
    });
  if (!existsSync(PYTHON) || version().status !== 0) {
    console.error("quantulum3: installing it into test/score/.venv …");
    const steps = [
      ["python3", ["-m", "venv", join(HERE, ".venv")]],
      [PYTHON, ["-m", "pip", "install", "-q", "-r", join(HERE, "requirements.txt")]],
    ];
    for (const [program, args] of steps) {
      const done = spawnSync(program, args, { encoding: "utf8" });
      if (done.status !== 0) {
        return { name, missing: (done.stderr || String(done.error)).trim().split("\n").at(-1) };
      }
    }
  }
  return { name, version: `${version().stdout.trim()} without classifier`, all };
}

/** All texts in one process: starting Python for each would take most of the time. */
export function all(texts) {
  const done = spawnSync(PYTHON, [join(import.meta.dirname, "quantulum.py")], {
    input: texts.map((text) => `${JSON.stringify(text)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0) throw new Error(`quantulum3 stopped: ${done.stderr.trim().split("\n").at(-1)}`);
  const lines = done.stdout.trim().split("\n");
  return texts.map((text, index) => itemsOf(text, JSON.parse(lines[index])));
}

function itemsOf(text, found) {
  if (!Array.isArray(found)) return [];
  const index = codeUnits(text);
  return found.flatMap(({ start, end, value, spread, unit, entity, code }) => {
    const kind = /percent/.test(unit) ? "percent" : isMoney(unit, entity) ? "money" : undefined;
    const middle = exact(value ?? "");
    if (!kind || middle === undefined) return [];
    const named = unitNamed(unit);
    const part = exact(kind === "money" ? named.part : "1");
    const reach = exact(spread ?? "0");
    const span = { start: index[start], end: index[end] };
    return [
      trimmed(text, {
        kind,
        ...span,
        float: true,
        low: times(minus(middle, reach), part),
        high: times(plus(middle, reach), part),
        // It calls every dollar USD: where the name has no country, any that fits is right.
        ...(kind === "percent" ? {} : named.codes ? { codes: named.codes } : { currency: code ?? undefined }),
      }),
    ];
  });
}

const isMoney = (unit, entity) => entity === "currency" || unitNamed(unit).codes !== undefined;

/** Python counts characters, JavaScript code units. */
function codeUnits(text) {
  const index = [];
  let at = 0;
  for (const character of text) {
    index.push(at);
    at += character.length;
  }
  index.push(at);
  return index;
}
