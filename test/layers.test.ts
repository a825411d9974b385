import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

const LAYERS = [
  "errors.ts",
  "exact",
  "figure",
  "rate",
  "growth",
  "claim",
  "table",
  "chart",
  "notebook",
  "cli",
];
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

test("imports point downwards", () => {
  const upward = files
    .filter((name) => name !== "index.ts")
    .flatMap((name) =>
      importsOf(name)
        .filter((path) => path.startsWith("."))
        .map((path) => normalize(join(dirname(name), path)))
        .filter((path) => layer(path) > layer(name))
        .map((path) => `${name} -> ${path}`),
    );
  expect(upward).toEqual([]);
});

test("only tables, notebooks, official sources and the command use Node or packages besides decimal.js", () => {
  const outside = files.flatMap((name) =>
    importsOf(name)
      .filter((path) => !path.startsWith(".") && path !== "decimal.js")
      .filter(() => !/^(table|notebook|cli|rate\/sources)\//.test(name))
      .map((path) => `${name} -> ${path}`),
  );
  expect(outside).toEqual([]);
});
