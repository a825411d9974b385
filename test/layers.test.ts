import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** The rooms of `src`, from the ground up: each may import from itself and from those before it. */
const LAYERS = [
  "errors.ts",
  "exact",
  "figure",
  "language",
  "notation",
  "rate",
  "growth",
  "text",
  "statement",
  "check",
  "data",
  "chart",
  "notebook",
  "web",
  "cli",
];
/** Where Node and packages besides decimal.js may be used: the rest runs in a browser. */
const WITH_NODE = /^(data|notebook|cli)\//;

const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((name) =>
  name.endsWith(".ts"),
);
const layer = (path: string) => LAYERS.indexOf(path.split("/")[0] ?? "");
const importsOf = (name: string) =>
  [
    ...readFileSync(join("src", name), "utf8").matchAll(
      /^(?:import|export)\b[^;"]*\bfrom\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ].map((found) => (found[1] ?? found[2]) as string);
const ours = (name: string) =>
  importsOf(name)
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(name), path)).replace(/\.js$/, ".ts"));

test("every file lies in a room that is named here", () => {
  expect(files.filter((name) => name !== "index.ts" && layer(name) < 0)).toEqual([]);
});

test("imports point downwards", () => {
  const upward = files
    .filter((name) => name !== "index.ts")
    .flatMap((name) =>
      ours(name)
        .filter((path) => layer(path) > layer(name))
        .map((path) => `${name} -> ${path}`),
    );
  expect(upward).toEqual([]);
});

test("no file imports itself through others", () => {
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) circles.push([...path.slice(path.indexOf(name)), name].join(" -> "));
    else if (!done.has(name)) {
      for (const next of files.includes(name) ? ours(name) : []) visit(next, [...path, name]);
      done.add(name);
    }
  };
  for (const name of files) visit(name, []);
  expect(circles).toEqual([]);
});

test("only files, notebooks and the command use Node or packages besides decimal.js", () => {
  const outside = files.flatMap((name) =>
    importsOf(name)
      .filter((path) => !path.startsWith(".") && path !== "decimal.js")
      .filter(() => !WITH_NODE.test(name))
      .map((path) => `${name} -> ${path}`),
  );
  expect(outside).toEqual([]);
});
