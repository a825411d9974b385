// npm run live: writes dist/live, the parts of which `trade-figures notebook export --live` makes pages. The compiler is
// packed once; what is the package's own, each time.
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { noticesOf, packagesOf } from "../notices.mjs";
import { inScript, styleOf } from "../page-parts.mjs";
import { withoutExamples } from "../without-examples.mjs";

const HERE = "src/web/live";
const OUT = "dist/live";
const COMPILER = "node_modules/typescript-js";
const read = (path) => readFileSync(path, "utf8");

/** Parts of the package that need Node, and what stands for them in a page. */
const INSTEAD = {
  "src/notebook/picture/html": "toHtml",
  "src/notebook/picture/png": "toPng",
  "src/data/update": "update",
};
const OPTIONAL = Object.keys(JSON.parse(read("package.json")).peerDependencies);
const SHIMMED = new Set(readdirSync(`${HERE}/node`).map((name) => name.replace(/\.ts$/, "")));

/** Node's modules as the page has them: a few for the files that it carries, the others empty. */
const browser = {
  name: "browser",
  resolveId(id, importer) {
    const name = id.replace(/^node:/, "");
    if (builtinModules.includes(name))
      return SHIMMED.has(name) && name !== "process" ? resolve(`${HERE}/node/${name}.ts`) : `\0none:${name}`;
    if (id === "typescript-js") return "\0compiler";
    if (id === "csv-parse/sync") return resolve("node_modules/csv-parse/dist/esm/sync.js");
    if (id === "csv-parse") return "\0instead:parse";
    if (importer !== undefined && id.startsWith(".")) {
      const path = resolve(importer, "..", id).replace(/\.js$/, "");
      for (const [part, name] of Object.entries(INSTEAD))
        if (path === resolve(part)) return `\0instead:${name}`;
    }
    // Optional packages (databases, spreadsheets, data frames) are looked for when a cell asks; there are none here.
    const optional = OPTIONAL.find((name) => id === name || id.startsWith(`${name}/`));
    return optional === undefined ? null : `\0missing:${optional}`;
  },
  load(id) {
    if (id.startsWith("\0none:")) return "export default {};";
    if (id === "\0compiler") return "export default globalThis.ts;";
    const missing = id.startsWith("\0missing:") ? id.slice("\0missing:".length) : undefined;
    if (missing !== undefined) {
      return `throw Object.assign(new Error("${missing} is not in this page"), { code: "ERR_MODULE_NOT_FOUND" });`;
    }
    const name = id.startsWith("\0instead:") ? id.slice("\0instead:".length) : undefined;
    if (name === undefined) return null;
    return `export function ${name}() { throw new Error("${name} needs Node: it is not in this page"); }`;
  },
};

/** Every module that a page carries. */
const carried = new Set(["node_modules/typescript-js/lib/typescript.js"]);

async function bundled(input, format, plugins) {
  const bundle = await rolldown({
    input,
    platform: "browser",
    tsconfig: false,
    plugins,
    shimMissingExports: true,
    // The package says that its modules do nothing by themselves; those of the page do.
    treeshake: {
      moduleSideEffects: (id) => {
        if (id.includes("/src/web/live/")) return true;
        return id.includes("/src/") && !id.includes("node_modules") ? false : undefined;
      },
    },
    transform: { define: { "import.meta.dirname": "undefined" } },
    logLevel: "silent",
  });
  const { output } = await bundle.generate({ format, minify: true, codeSplitting: false });
  await bundle.close();
  for (const id of Object.keys(output[0].modules)) carried.add(id);
  return output[0].code;
}

/** The compiler as a script that leaves `ts` behind. */
async function compiler() {
  const kept = "node_modules/.cache/trade-figures/compiler.js";
  const made = existsSync(kept) && statSync(kept).mtimeMs > statSync(`${COMPILER}/package.json`).mtimeMs;
  if (made) return read(kept);
  const code = await bundled("compiler", "iife", [
    {
      name: "compiler",
      resolveId: (id) =>
        id === "compiler"
          ? id
          : builtinModules.includes(id.replace(/^node:/, ""))
            ? { id, external: true }
            : null,
      load: (id) => (id === "compiler" ? `import ts from "typescript-js"; globalThis.ts = ts;` : null),
    },
  ]);
  mkdirSync("node_modules/.cache/trade-figures", { recursive: true });
  writeFileSync(kept, code);
  return code;
}

/** The declarations that a cell is checked with: the language's, the package's doors, decimal.js. */
function types() {
  const files = { "/globals.d.ts": read(`${HERE}/cell-globals.txt`) };
  const library = (name) => {
    const path = `/lib.${name}.d.ts`;
    if (path in files) return;
    files[path] = bare(read(`${COMPILER}/lib${path}`));
    for (const [, other] of files[path].matchAll(/reference lib="([^"]+)"/g)) library(other);
  };
  for (const name of ["es2023", "decorators", "decorators.legacy"]) library(name);
  const inside = "/node_modules/trade-figures";
  const skipped = /^(report)\.d\.ts$/;
  for (const folder of ["", "shared/"]) {
    for (const name of readdirSync(`dist/esm/${folder}`)) {
      if (!name.endsWith(".d.ts") || skipped.test(name)) continue;
      files[`${inside}/dist/esm/${folder}${name}`] = read(`dist/esm/${folder}${name}`);
    }
  }
  const { name, version, exports } = JSON.parse(read("package.json"));
  files[`${inside}/package.json`] = JSON.stringify({ name, version, type: "module", exports });
  const decimal = "node_modules/decimal.js";
  files[`/${decimal}/package.json`] = JSON.stringify({ name: "decimal.js", types: "decimal.d.ts" });
  files[`/${decimal}/decimal.d.ts`] = read(`${decimal}/decimal.d.ts`);
  files["/exports.json"] = JSON.stringify(exportsOfDoors());
  return files;
}

/** Comments of the language's own declarations are left out; those of the package are what hovering shows. */
const bare = (text) => text.replace(/\/\*.*?\*\//gs, "").replace(/^\s*\n/gm, "");

function exportsOfDoors() {
  const doors = { "trade-figures": "index" };
  for (const name of ["chart", "data", "rates", "table", "notebook"]) doors[`trade-figures/${name}`] = name;
  return Object.fromEntries(
    Object.entries(doors).map(([door, file]) => {
      const found = [...read(`dist/esm/${file}.js`).matchAll(/export\s*\{([^}]*)\}/g)].flatMap(([, list]) =>
        list.split(",").map((one) =>
          one
            .trim()
            .split(/\s+as\s+/)
            .at(-1),
        ),
      );
      return [door, found.filter((one) => one !== "" && one !== "default")];
    }),
  );
}

mkdirSync(OUT, { recursive: true });
const [ts, worker, page] = await Promise.all([
  compiler(),
  bundled(`${HERE}/worker.ts`, "iife", [browser, withoutExamples]),
  bundled(`${HERE}/page.ts`, "esm", []),
]);
const packed = (text) => gzipSync(text, { level: 9 }).toString("base64");
writeFileSync(join(OUT, "worker.gz.txt"), packed(`${ts}\n${worker}`));
writeFileSync(join(OUT, "types.gz.txt"), packed(JSON.stringify(types())));
writeFileSync(join(OUT, "page.js"), inScript(page));
writeFileSync(join(OUT, "style.css"), styleOf("src/web/controls.css", `${HERE}/style.css`));
writeFileSync(join(OUT, "notices.txt"), inScript(noticesOf(packagesOf([...carried]))));
