// The doors that Node opens, the main one and that of the data: errors and lists of names at once, each room, and what it
// takes of other packages (decimal.js with the figures, csv-parse with rates), when something of theirs is first asked for. Node can load an ES module in the middle of a function, and into the cache of
// all others, so that a program has one class Figure all the same. Bundlers, browsers and a Node that cannot `require` ES
// modules (it lacks the condition "module-sync" of package.json) get `index.js`.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

/** The files that a start loads. */
const AT_ONCE = ["./shared/errors.js", "./shared/columns.js"];

/** Writes the door of Node, `file`, beside another of a format: the same names, from the same files. */
export function writeNodeDoor(format, file, beside) {
  const door = createRequire(import.meta.url)(resolve(`dist/cjs/${beside}`));
  const code = readFileSync(`dist/${format}/${beside}`, "utf8");
  const found = format === "esm" ? namesOfModule(code) : namesOfScript(code);
  const missing = Object.keys(door).filter((name) => found.every((one) => one.name !== name));
  if (missing.length > 0) throw new Error(`nothing says which file has ${missing}`);
  const later = found.filter((one) => !AT_ONCE.includes(one.file));
  const values = later.map((one) => one.name).filter((name) => typeof door[name] !== "function");
  if (values.length > 0) throw new Error(`only functions and classes can be loaded later, not ${values}`);
  const now = found.filter((one) => AT_ONCE.includes(one.file));
  const lines = later.map(({ name, file, there }) => {
    // decimal.js writes its class as a function.
    const isClass = Object.keys(Object.getOwnPropertyDescriptors(door[name].prototype ?? {})).length > 1;
    const kind = isClass || String(door[name]).startsWith("class") ? "laterClass" : "later";
    return [name, `${kind}("${name}", "${file}", "${there}")`];
  });
  const text = format === "esm" ? moduleText(now, lines, beside) : scriptText(now, lines);
  writeFileSync(`dist/${format}/${file}`, text);
}

/** The names that a file exports, with the file that has each, and its name there. */
function namesOfModule(code) {
  return [...code.matchAll(/^import \{ (.+) \} from "(.+)";$/gm)].flatMap(([, all, file]) =>
    all.split(", ").map((one) => {
      const [there, name = there] = one.split(" as ");
      return { name, file, there };
    }),
  );
}

function namesOfScript(code) {
  const files = new Map(
    [...code.matchAll(/^(?:const|let) (\w+) = require\("(.+)"\);$/gm)].map((one) => one.slice(1)),
  );
  const plain = [...code.matchAll(/^exports\.(\w+) = (\w+)\.(\w+);$/gm)];
  const live = [...code.matchAll(/defineProperty\(exports, "(\w+)", \{[^}]*return (\w+)\.(\w+);/g)];
  return [...plain, ...live].map(([, name, room, there]) => ({ name, file: files.get(room), there }));
}

const COMMON = `const rooms = new Map();
/** What a room exports, kept when it is there: a room that another import is just loading is asked for again. */
const of = (name, file, there) => {
	const room = rooms.get(file) ?? load(file);
	return room === undefined ? other(name) : room[there];
};
const later = (name, file, there) => {
	let real;
	const call = (...args) => {
		if (real !== undefined) return real(...args);
		const now = of(name, file, there);
		if (rooms.has(file)) real = now;
		return now(...args);
	};
	return Object.defineProperty(call, "name", { value: name });
};
/** Loaded when something is asked of the class: its instances, its methods, a new one. */
const laterClass = (name, file, there) => {
	const real = () => of(name, file, there);
	const self = new Proxy(function () {}.bind(), {
		get: (_, key) => real()[key],
		set: (_, key, value) => Reflect.set(real(), key, value),
		has: (_, key) => key in real(),
		ownKeys: () => Reflect.ownKeys(real()),
		// A proxy may not say that something is fixed that its target lacks.
		getOwnPropertyDescriptor: (_, key) => {
			const found = Reflect.getOwnPropertyDescriptor(real(), key);
			return found && { ...found, configurable: true };
		},
		apply: (_, self, args) => Reflect.apply(real(), self, args),
		getPrototypeOf: () => Object.getPrototypeOf(real()),
		construct: (_, args, target) => Reflect.construct(real(), args, target === self ? real() : target),
	});
	return self;
};
`;

const moduleText = (now, later, beside) => `import { createRequire } from "node:module";
${AT_ONCE.flatMap((file) => {
  const names = now.filter((one) => one.file === file).map((one) => `${one.there} as ${one.name}`);
  return names.length === 0 ? [] : [`export { ${names.join(", ")} } from "${file}";`];
}).join("\n")}
const require = createRequire(import.meta.url);
// The last two are what Node 24 and Node 20 say of a file that another import has only begun to load.
const ELSEWHERE = ["ERR_REQUIRE_CYCLE_MODULE", "ERR_REQUIRE_ASYNC_MODULE", "ERR_REQUIRE_ESM", "ERR_REQUIRE_ESM_RACE_CONDITION", "ERR_INTERNAL_ASSERTION"];
const load = (file) => {
	try {
		const room = require(file);
		rooms.set(file, room);
		return room;
	} catch (error) {
		// A loader of one's own that cannot do this, or a file that another import is just loading.
		if (!ELSEWHERE.includes(error?.code)) throw error;
	}
};
const other = (name) => require("../cjs/${beside}")[name];
${COMMON}${later.map(([name, made]) => `export const ${name} = ${made};\n`).join("")}`;

const scriptText = (now, later) => `"use strict";
${AT_ONCE.filter((file) => now.some((one) => one.file === file))
  .map((file) => `const room${AT_ONCE.indexOf(file)} = require("${file}");\n`)
  .join("")}const load = (file) => {
	const room = require(file);
	rooms.set(file, room);
	return room;
};

${COMMON}${now.map(({ name, file, there }) => `exports.${name} = room${AT_ONCE.indexOf(file)}.${there};\n`).join("")}${later.map(([name, made]) => `exports.${name} = ${made};\n`).join("")}`;
