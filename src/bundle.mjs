// Bundles each door of the package and each of its programs into a file of its own; what several share is a file a room,
// so that a program that imports two doors has one class Figure, and a bundler of a user's leaves out whole rooms.
// `tsc` checks the types and writes the declarations of single files to dist/types; they are bundled from there.
import { chmodSync, cpSync, rmSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { writeNodeDoor } from "./node-door.mjs";
import { packRates } from "./pack-rates.mjs";

const DOORS = {
  index: "index",
  data: "data/index",
  table: "data/table",
  chart: "chart/index",
  notebook: "notebook/index",
  rates: "data/rates-door",
  report: "report/index",
};
const PROGRAMS = {
  esm: { "cli/main": "cli/main", "cli/thread": "cli/text/threads/thread" },
  cjs: {
    "notebook/kernel": "notebook/kernel/launch",
    "notebook/kernel-process": "notebook/kernel/main",
    "notebook/make-snapshot": "notebook/run/make-snapshot",
    "notebook/cell-process": "notebook/run/cell-process",
    "notebook/compile-and-draw-process": "notebook/run/compile-and-draw-process",
  },
};
/** Rooms of `src` from the ground up that run anywhere: one shared file each. What only Node needs is split by use. */
const ROOMS = [
  ["errors", "(errors|exact/division|rate/(kind|date-policy))\\."],
  ["columns", "data/rows\\."],
  ["files", "data/file/"],
  ["yaml", "data/yaml\\."],
  ["figure", "(exact|figure)/"],
  ["notation", "(notation/|language/(lexicon|currency-names|once|word-list))"],
  ["rate", "(rate|growth)/"],
  ["text", "(text|language)/"],
  ["statement", "statement/"],
  ["check", "check/"],
];
const groups = ROOMS.map(([name, files], at) => ({
  name,
  test: new RegExp(`/(src|dist/types)/(${files})`),
  priority: ROOMS.length - at,
}));
const external = (id) =>
  builtinModules.includes(id.replace(/^node:/, "")) || (!/^[./]/.test(id) && !id.startsWith("/"));

const entries = (names, from, ending) =>
  Object.fromEntries(Object.entries(names).map(([name, file]) => [name, `${from}/${file}${ending}`]));

/** Text of one byte a character is read and compiled sooner: what every start loads has other characters as escapes. */
const oneByte = (code) =>
  code.replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

async function scripts(format) {
  const bundle = await rolldown({
    input: entries({ ...DOORS, ...PROGRAMS[format] }, "src", ".ts"),
    external,
    platform: "node",
    tsconfig: "tsconfig.json",
  });
  await bundle.write({
    dir: `dist/${format}`,
    format,
    entryFileNames: "[name].js",
    chunkFileNames: "shared/[name].js",
    codeSplitting: { groups },
    exports: "named",
    plugins: [
      {
        name: "one-byte",
        renderChunk: (code, { name }) => (["figure", "notation"].includes(name) ? oneByte(code) : null),
      },
    ],
  });
  await bundle.close();
}

async function declarations(format) {
  const bundle = await rolldown({
    input: entries(DOORS, "dist/types", ".d.ts"),
    external,
    plugins: [dts({ dtsInput: true, tsconfig: false, sourcemap: false })],
  });
  await bundle.write({
    dir: `dist/${format}`,
    entryFileNames: "[name].ts",
    chunkFileNames: "shared/[name].ts",
  });
  await bundle.close();
}

for (const format of ["esm", "cjs"]) {
  rmSync(`dist/${format}`, { recursive: true, force: true });
  await scripts(format);
  await declarations(format);
}
writeFileSync("dist/cjs/package.json", '{ "type": "commonjs" }\n');
for (const format of ["esm", "cjs"]) {
  writeNodeDoor(format, "node.js", "index.js");
  writeNodeDoor(format, "node-data.js", "data.js");
}
rmSync("dist/types", { recursive: true });
cpSync("src/notebook/fonts", "dist/fonts", { recursive: true });
chmodSync("dist/esm/cli/main.js", 0o755);
await packRates();
