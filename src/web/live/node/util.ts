/** What the package uses of `node:util`: a value as the text that a console prints. */
const CUSTOM = Symbol.for("nodejs.util.inspect.custom");
const MOST_ITEMS = 100;
const WIDTH = 76;

export function inspect(value: unknown, { depth = 2 }: { readonly depth?: number } = {}): string {
  return shown(value, depth, new Set());
}

inspect.custom = CUSTOM;

function shown(value: unknown, depth: number, above: Set<object>): string {
  if (typeof value === "string") return above.size === 0 ? value : JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `[${value.name === "" ? "function" : `Function: ${value.name}`}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const own = (value as Record<symbol, unknown>)[CUSTOM];
  if (typeof own === "function") return String(own.call(value, depth, {}, inspect));
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (above.has(value)) return "[Circular]";
  const inside = new Set(above).add(value);
  const list = itemsOf(value);
  if (depth < 0) return list === undefined ? `[${nameOf(value) || "Object"}]` : "[Array]";
  const parts =
    list === undefined
      ? Object.entries(value).map(([key, one]) => `${keyText(key)}: ${shown(one, depth - 1, inside)}`)
      : list.slice(0, MOST_ITEMS).map((one) => shown(one, depth - 1, inside));
  const more = (list?.length ?? 0) - MOST_ITEMS;
  if (more > 0) parts.push(`… ${more} more`);
  return `${prefixOf(value)}${wrapped(parts, list === undefined ? "{}" : "[]")}`;
}

function itemsOf(value: object): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof Set) return [...value];
  if (value instanceof Map) return [...value];
  return ArrayBuffer.isView(value) && !(value instanceof DataView)
    ? Array.from(value as Uint8Array)
    : undefined;
}

const nameOf = (value: object): string => {
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? "";
  return name === "Object" || name === "Array" ? "" : name;
};

function prefixOf(value: object): string {
  const name = nameOf(value);
  const size = value instanceof Map || value instanceof Set ? `(${value.size})` : "";
  return name === "" ? "" : `${name}${size} `;
}

const keyText = (key: string) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));

function wrapped(parts: readonly string[], [open, close]: string): string {
  if (parts.length === 0) return `${open}${close}`;
  const line = parts.join(", ");
  if (line.length <= WIDTH && !line.includes("\n")) return `${open} ${line} ${close}`;
  return `${open}\n${parts.map((one) => `  ${one.replaceAll("\n", "\n  ")}`).join(",\n")}\n${close}`;
}
