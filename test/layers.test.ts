import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawing, files, importsOf, ours, ROOMS, roomOf } from "./rooms.js";

/** Where Node and packages besides decimal.js may be used: the rest runs in a browser. */
const WITH_NODE = /^(data|notebook|report|cli)\//;
/** What the pages of `web` carry besides. */
const IN_PAGES = /^(fflate|typescript-js|@typescript\/vfs|@codemirror\/\w[\w-]*|@lezer\/highlight)$/;

test("every file lies in a room that is named", () => {
  expect(files.filter((name) => name !== "index.ts" && roomOf(name) < 0)).toEqual([]);
});

test("imports point downwards", () => {
  const upward = files
    .filter((name) => name !== "index.ts")
    .flatMap((name) =>
      ours(name)
        .filter((path) => roomOf(path) > roomOf(name))
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
      .filter((path) => !(name.startsWith("web/") && IN_PAGES.test(path)))
      .filter(() => !WITH_NODE.test(name))
      .map((path) => `${name} -> ${path}`),
  );
  expect(outside).toEqual([]);
});

test("the page of the rooms names each of them", () => {
  const page = readFileSync("src/README.md", "utf8");
  const rooms = new Set(
    files.filter((name) => name.includes("/")).map((name) => name.split("/")[0] as string),
  );
  expect([...rooms].filter((room) => !page.includes(`\`${room}\``))).toEqual([]);
  expect(drawing()).toContain(`>${ROOMS[1]}<`);
});
