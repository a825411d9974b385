import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { FigureError } from "../errors.js";

/** A value of a YAML file with its place. All scalars are text: 42.60 keeps its zero. */
export type Value = TextValue | ListValue | MapValue;

interface Placed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}
export interface TextValue extends Placed {
  readonly kind: "text";
  readonly text: string;
}
export interface ListValue extends Placed {
  readonly kind: "list";
  readonly items: readonly Value[];
}
export interface MapValue extends Placed {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Value>;
}

const DEEPEST = 8;

/**
 * Reads YAML as text, lists and maps. Aliases are refused: a few lines of them unfold without bound.
 * @throws FigureError "bad-data" with file, line and column
 */
export function readYaml(text: string, file: string): Value {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, uniqueKeys: true });
  const at = (offset: number): Placed => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = document.errors[0];
  if (broken !== undefined) {
    const says = (broken.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
    throw placed(at(broken.pos[0]), `${says}; quote a text that holds ": " or begins with a sign`);
  }
  const convert = (node: Node | null, fallback: Placed, depth: number): Value => {
    const place = node?.range ? at(node.range[0]) : fallback;
    if (depth > DEEPEST) throw placed(place, `more than ${DEEPEST} levels`);
    if (node === null || isScalar(node)) return { ...place, kind: "text", text: textOf(node) };
    if (isAlias(node)) throw placed(place, "found an alias (*name); write the value out");
    if (isSeq(node))
      return {
        ...place,
        kind: "list",
        items: node.items.map((item) => convert(item as Node, place, depth + 1)),
      };
    if (!isMap(node)) throw placed(place, "expected text, a list or named fields");
    const entries = new Map<string, Value>();
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : undefined;
      if (name === undefined) throw placed(place, "expected a name before the colon");
      const own = (key as Node).range ? at((key as Node).range?.[0] ?? 0) : place;
      entries.set(name, convert(value as Node | null, own, depth + 1));
    }
    return { ...place, kind: "map", entries };
  };
  return convert(document.contents, { file, line: 1, column: 1 }, 0);
}

const textOf = (node: Node | null) =>
  isScalar(node) && node.value !== null && node.value !== undefined ? String(node.value).trim() : "";

/** "data/report.yaml line 7, column 5: …" */
export function placed(at: Placed, says: string, code: "bad-data" | "no-rate" = "bad-data"): FigureError {
  return new FigureError(code, `${at.file} line ${at.line}, column ${at.column}: ${says}`, {
    file: at.file,
    line: at.line,
    column: String(at.column),
  });
}

export function asText(value: Value, what: string): string {
  if (value.kind === "text" && value.text !== "") return value.text;
  throw placed(value, `expected ${what}, found ${kindOf(value)}`);
}

export function asMap(value: Value, what: string): ReadonlyMap<string, Value> {
  if (value.kind === "map") return value.entries;
  throw placed(value, `expected ${what} as named fields, found ${kindOf(value)}`);
}

export function asList(value: Value, what: string): readonly Value[] {
  if (value.kind === "list") return value.items;
  throw placed(value, `expected a list of ${what} (lines that begin with "- "), found ${kindOf(value)}`);
}

export const kindOf = (value: Value): string =>
  value.kind === "text"
    ? value.text === ""
      ? "nothing"
      : `"${value.text.slice(0, 60)}"`
    : `a ${value.kind}`;

/** Names that a map may hold; another is an error that names the nearest. */
export function checkNames(map: MapValue, known: readonly string[], what: string): void {
  for (const [name, value] of map.entries) {
    if (known.includes(name)) continue;
    const near = known.find((one) => one[0] === name[0] && Math.abs(one.length - name.length) < 4);
    throw placed(
      value,
      `${what} has no field "${name}"${near === undefined ? "" : ` (did you mean "${near}"?)`}; there are ${known.join(", ")}`,
    );
  }
}
