import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Packed } from "../support/packed.js";

const root = resolve(".");
const line = "USD/CNY 7.3139, between 7.3067 and 7.3211";
const call = 'impliedRate(figure("42.64bn yuan"), figure("$5.83bn")).show()';

let packed: Packed;
beforeAll(() => {
  packed = new Packed();
});
afterAll(() => packed.remove());

const project = (name: string, files: Readonly<Record<string, string>>) => packed.project(name, files);

const node = (folder: string, ...args: string[]) =>
  execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }).trim();

test("an ES module project", () => {
  const folder = project("esm", {
    "package.json": '{ "type": "module" }',
    "main.js": `import { figure, impliedRate } from "trade-figures";
import { openRateBook } from "trade-figures/data";
import { rateBandChart } from "trade-figures/chart";
console.log(${call});
console.log(openRateBook().rate("USD/CNY", "2023-10-23", { kind: "central-parity" }).quoted, typeof rateBandChart);`,
  });
  expect(node(folder, "main.js")).toBe(`${line}\nUSD/CNY 7.1792 function`);
});

test("a CommonJS project", () => {
  const folder = project("cjs", {
    "package.json": "{}",
    "main.js": `const { figure, impliedRate } = require("trade-figures");
const { openRateBook } = require("trade-figures/data");
console.log(${call});
console.log(openRateBook().rate("USD/CNY", "2023-10-23", { kind: "central-parity" }).quoted);`,
  });
  expect(node(folder, "main.js")).toBe(`${line}\nUSD/CNY 7.1792`);
});

test("a start loads next to nothing; rooms come with their first call, and each class is one", () => {
  const sold = "Exports rose 82.3% to 42.64bn yuan ($5.83bn) from 30bn yuan.";
  const folder = project("start", {
    "package.json": '{ "type": "module" }',
    "rooms.cjs": `const { figure, growth, read } = require("trade-figures");
const { basename } = require("node:path");
const rooms = () => Object.keys(require.cache).filter((one) => /trade-figures.dist|decimal.js.decimal/.test(one)).map((one) => basename(one)).join(" ");
console.log(rooms());
figure("5%");
console.log(rooms());
growth(figure("5"), figure("4"));
console.log(rooms());
read("${sold}");
console.log(rooms());`,
    "data.cjs": `const data = require("trade-figures/data");
const rooms = () => Object.keys(require.cache).flatMap((one) => /(?:trade-figures.dist.cjs.|node_modules.(?=yaml|csv-parse))(?:.*[/\\\\])?([\\w-]+)/.exec(one)?.[1] ?? []);
console.log(rooms().join(" "), data.COLUMNS.places.length);
data.openRateBook();
console.log(rooms().includes("yaml"), rooms().includes("text"));
console.log(Object.keys(data).sort().join() === Object.keys(require(${JSON.stringify("./node_modules/trade-figures/dist/cjs/data.js")})).sort().join());`,
    "classes.js": `import * as door from "trade-figures";
const coming = import("trade-figures/data");
const { CheckedClaim, check, Decimal, figure, Figure, Interval, Levels, RateBook, read, rate } = door;
const three = new Decimal("3");
console.log(figure("5").value instanceof Decimal, three instanceof Decimal, three.plus(1).toFixed(), Decimal.isDecimal(three), Interval.point(three) instanceof Interval);
const [claim] = check(read("${sold}")).claims;
const { openRateBook } = await coming;
class Own extends RateBook {}
const own = new Own([]);
console.log(claim instanceof CheckedClaim, claim.figures[0].figure instanceof Figure, new Levels() instanceof Levels);
console.log(openRateBook() instanceof RateBook, own instanceof Own, own instanceof RateBook, figure("5") instanceof RateBook);
console.log(typeof RateBook.fromCsv, RateBook.name, rate("USD/CNY", "7.3", { kind: "spot" }) instanceof door.Rate, "fromCsv" in RateBook);
try { RateBook([]); } catch (error) { console.log(error.message); }
RateBook.mine = 1;
console.log(Object.keys(RateBook).join(), Object.getOwnPropertyNames(RateBook).includes("fromCsv"), Object.hasOwn(RateBook, "prototype"), openRateBook().constructor.mine);
const all = await import(${JSON.stringify("./node_modules/trade-figures/dist/esm/index.js")});
console.log(Object.keys(all).sort().join() === Object.keys(door).sort().join());`,
  });
  expect(node(folder, "rooms.cjs").split("\n")).toEqual([
    "node.js errors.js",
    "node.js errors.js notation.js figure.js decimal.js",
    "node.js errors.js notation.js figure.js decimal.js rate.js",
    "node.js errors.js notation.js figure.js decimal.js rate.js text.js",
  ]);
  expect(node(folder, "data.cjs").split("\n")).toEqual(["node-data columns 7", "false false", "true"]);
  expect(node(folder, "classes.js").split("\n")).toEqual([
    "true true 4 true true",
    "true true true",
    "true true true false",
    "function RateBook true true",
    "Class constructor RateBook cannot be invoked without 'new'",
    "mine true true 1",
    "true",
  ]);
});

test("each class is one also where Node cannot require ES modules", () => {
  const folder = project("no-require", {
    "package.json": '{ "type": "module" }',
    "main.js": `import { check, FigureError, Quantity, RateBook, read } from "trade-figures";
import { openRateBook } from "trade-figures/data";
try { read("x", { language: "xx" }); } catch (error) { console.log(error instanceof FigureError); }
const [claim] = check(read("Exports rose 82.3% to 42.64bn yuan from 30bn yuan.")).claims;
console.log(claim.figures[0].figure instanceof Quantity, openRateBook() instanceof RateBook);
console.log(import.meta.resolve("trade-figures").split("/").at(-1));`,
  });
  expect(node(folder, "main.js")).toBe("true\ntrue true\nnode.js");
  expect(node(folder, "--no-experimental-require-module", "main.js")).toBe("true\ntrue true\nindex.js");
});

test("a file of the package that cannot be loaded is told, not replaced by another copy of the package", () => {
  const folder = project("broken", {
    "package.json": '{ "type": "module" }',
    "main.js": `import { readdirSync, readFileSync, rmSync, writeFileSync, cpSync, realpathSync } from "node:fs";
cpSync(realpathSync("node_modules/trade-figures/dist"), "copy/dist", { recursive: true });
cpSync(realpathSync("node_modules/trade-figures/package.json"), "copy/package.json");
cpSync(realpathSync("node_modules/decimal.js"), "copy/node_modules/decimal.js", { recursive: true });
writeFileSync("copy/dist/esm/shared/text.js", "throw new RangeError('a file that is broken');");
const { read } = await import("./copy/dist/esm/node.js");
try { console.log(read("5%")); } catch (error) { console.log(error.message); }`,
  });
  expect(node(folder, "main.js")).toBe("a file that is broken");
});

const source = `import { type Figure, figure, impliedRate } from "trade-figures";
import { rateBandChart } from "trade-figures/chart";
const yuan: Figure<"CNY"> = figure("42.64bn yuan");
console.log(impliedRate(yuan, figure("$5.83bn")).show(), typeof rateBandChart);`;

test("a TypeScript project with NodeNext resolution", () => {
  const folder = project("nodenext", {
    "package.json": '{ "type": "module" }',
    "main.ts": source,
    "tsconfig.json":
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2022", "types": [], "lib": ["es2022", "dom"] } }',
  });
  node(folder, join(root, "node_modules/typescript/bin/tsc"), "-p", ".");
  expect(node(folder, "main.js")).toBe(`${line} function`);
});

test("a TypeScript 5.0 project with Node10 resolution", () => {
  const folder = project("node10", {
    "package.json": "{}",
    "main.ts": source,
    "tsconfig.json":
      '{ "compilerOptions": { "strict": true, "module": "commonjs", "moduleResolution": "node", "target": "es2022", "types": [], "lib": ["es2022", "dom"] } }',
  });
  node(folder, join(root, "node_modules/@tslab/typescript-for-tslab/bin/tsc"), "-p", ".");
  expect(node(folder, "main.js")).toBe(`${line} function`);
});

test("a browser: the bundle holds nothing of Node and runs in a bare context", async () => {
  const folder = project("browser", {
    "package.json": '{ "type": "module" }',
    "main.js": `import { figure, impliedRate } from "trade-figures";\nglobalThis.answer = ${call};`,
  });
  const { build } = await import("vite");
  await build({
    root: folder,
    logLevel: "error",
    configFile: false,
    build: {
      lib: { entry: "main.js", formats: ["iife"], name: "bundle", fileName: "bundle" },
      outDir: "out",
      minify: false,
    },
  });
  const bundle = readFileSync(join(folder, "out/bundle.iife.js"), "utf8");
  expect(bundle).not.toMatch(/node:|require\(|process\.(cwd|exit)/);
  const context = { Intl, answer: "" };
  runInNewContext(bundle, Object.assign(context, { globalThis: context }));
  expect(context.answer).toBe(line);
});

test("figure and impliedRate take at most 20 kB in a page, beside decimal.js", async () => {
  const folder = project("small", {
    "package.json": '{ "type": "module" }',
    "main.js": `import { figure, impliedRate } from "trade-figures";\nconsole.log(${call});`,
  });
  const bundle = await rolldown({ input: join(folder, "main.js"), external: ["decimal.js"] });
  const { output } = await bundle.generate({ minify: true });
  await bundle.close();
  expect(gzipSync(output[0].code, { level: 9 }).length).toBeLessThan(20 * 1024);
});

test("a bundle for Node needs no file beside it", async () => {
  const folder = project("server", {
    "package.json": '{ "type": "module" }',
    "main.js": `import { read } from "trade-figures";\nconsole.log(read("Exports rose 5% to $5bn.").growth.length);`,
  });
  const bundle = await rolldown({ input: join(folder, "main.js"), platform: "node" });
  const { output } = await bundle.write({ file: join(folder, "alone.mjs") });
  await bundle.close();
  expect(output).toHaveLength(1);
  expect(node(folder, "alone.mjs")).toBe("1");
});

test("a cell of a tslab notebook", () => {
  const folder = project("cell", { "package.json": "{}" });
  const run = `
const dist = ${JSON.stringify(join(root, "node_modules/tslab/dist"))};
const node = require(dist + "/converter.js").createConverter({ isJS: false, isBrowser: false });
const executor = require(dist + "/executor.js").createExecutor(process.cwd(), { node, close: () => node.close() }, { log: console.log, error: console.error });
executor.execute(${JSON.stringify(`import { figure, impliedRate } from "trade-figures";\n${call}`)}).then((ok) => { executor.close(); process.exit(ok ? 0 : 1); });`;
  expect(node(folder, "-e", run)).toContain(line);
});

test("the command runs from the installed package", () => {
  const folder = project("command", { "package.json": "{}" });
  expect(
    node(folder, "node_modules/trade-figures/dist/esm/cli/main.js", "rate", "42.64bn yuan", "$5.83bn"),
  ).toBe(line);
});

/** Doors that are data and have no types. */
const DATA_FILES = ["--exclude-entrypoints", "./rates/ecb.bin", "./rates/h10.bin", "./rates/majors.bin"];

test("publint and are-the-types-wrong find nothing", () => {
  const said = execFileSync(
    process.execPath,
    ["node_modules/publint/src/cli.js", "run", packed.tarball, "--strict"],
    { encoding: "utf8" },
  );
  expect(said).toMatch(/All good!/);
  const types = execFileSync(
    process.execPath,
    ["node_modules/@arethetypeswrong/cli/dist/index.js", packed.tarball, "--format", "json", ...DATA_FILES],
    { encoding: "utf8", maxBuffer: 1 << 26 },
  );
  expect((JSON.parse(types) as { problems?: object }).problems ?? {}).toEqual({});
});
