import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { chartBundle } from "../../src/notebook/index.js";
import { KeptDrawings } from "../../src/notebook/run/kept-drawings.js";
import { Workshops } from "../../src/notebook/run/workshops.js";
import { gallery } from "../gallery-charts.js";

const chart = gallery["baseline"]!();
// A title that no notebook has: what is kept of it is found by nobody else.
const own = { ...chart, title: `Of a test, ${process.pid}` };
const workshops = new Workshops();
afterAll(() => workshops.close());

test("a chart that was drawn is found again as it was, and no other for it", async () => {
  const options = { library: "reuse" } as const;
  const asked = { kind: "draw", chart: own, options } as const;
  expect(new KeptDrawings().find(asked)).toBeUndefined();
  const drawn = await workshops.draw(asked, process.cwd());
  const kept = new KeptDrawings();
  expect(JSON.stringify(kept.find(asked)) === JSON.stringify(drawn)).toBe(true);
  // What a process of its own drew is what is drawn here.
  expect(JSON.stringify(await chartBundle(own, options)) === JSON.stringify(drawn)).toBe(true);
  expect(kept.find({ ...asked, options: { library: "embed" } })).toBeUndefined();
  expect(kept.find({ ...asked, kind: "files" })).toBeUndefined();
  expect(kept.find({ ...asked, chart: { ...own, title: "another" } })).toBeUndefined();
});

test("what a Chromium draws is not kept", () => {
  const kept = new KeptDrawings();
  const gl = { data: [{ type: "scattergl", x: [process.pid], y: [1] }], layout: {} };
  const bundle = { "text/plain": "x" } as never;
  const foreign = { kind: "draw", chart: gl, options: {} } as const;
  const asked = { kind: "draw", chart: own, options: { renderer: "chromium" } } as const;
  kept.keep(foreign, bundle);
  kept.keep(asked, bundle);
  expect([kept.find(foreign), kept.find(asked)]).toEqual([undefined, undefined]);
});

test("of what a power cut left half written nothing is found", () => {
  const kept = new KeptDrawings();
  const asked = { kind: "draw", chart: { ...own, title: `Half, ${process.pid}` }, options: {} } as const;
  const place = "node_modules/.cache/trade-figures/drawings";
  const before = new Set(readdirSync(place));
  const drawn = { "text/plain": `a picture of ${process.pid}` };
  kept.keep(asked, drawn);
  expect(kept.find(asked)).toEqual(drawn);
  // Other tests keep drawings there at the same time.
  const added = readdirSync(place).filter((name) => !before.has(name) && name.endsWith(".json"));
  const file = added.find((name) => readFileSync(join(place, name), "utf8") === JSON.stringify(drawn)) ?? "";
  const whole = readFileSync(join(place, file));
  for (const left of [whole.subarray(0, 5), Buffer.alloc(whole.length), Buffer.alloc(0)]) {
    writeFileSync(join(place, file), left);
    expect(kept.find(asked)).toBeUndefined();
  }
  rmSync(join(place, file));
});

test("where the programs that draw cannot be read, nothing is kept and nothing fails", () => {
  const home = mkdtempSync(join(tmpdir(), "trade-figures-drawings-"));
  try {
    mkdirSync(join(home, "node_modules"));
    writeFileSync(join(home, "node_modules/.package-lock.json"), "{}");
    const kept = new KeptDrawings(home);
    const asked = { kind: "draw", chart: own, options: {} } as const;
    kept.keep(asked, { "text/plain": "x" });
    expect(kept.find(asked)).toBeUndefined();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
