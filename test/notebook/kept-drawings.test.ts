import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  expect(new KeptDrawings().find(own, options)).toBeUndefined();
  const drawn = await workshops.draw({ kind: "draw", chart: own, options }, process.cwd(), new Set());
  const kept = new KeptDrawings();
  expect(JSON.stringify(kept.find(own, options)) === JSON.stringify(drawn)).toBe(true);
  // What a process of its own drew is what is drawn here.
  expect(JSON.stringify(await chartBundle(own, options)) === JSON.stringify(drawn)).toBe(true);
  expect(kept.find(own, { library: "embed" })).toBeUndefined();
  expect(kept.find({ ...own, title: "another" }, options)).toBeUndefined();
});

test("what a Chromium draws is not kept", () => {
  const kept = new KeptDrawings();
  const gl = { data: [{ type: "scattergl", x: [process.pid], y: [1] }], layout: {} };
  const bundle = { "text/plain": "x" } as never;
  kept.keep(gl, {}, bundle);
  kept.keep(own, { renderer: "chromium" }, bundle);
  expect([kept.find(gl, {}), kept.find(own, { renderer: "chromium" })]).toEqual([undefined, undefined]);
});

test("where the programs that draw cannot be read, nothing is kept and nothing fails", () => {
  const home = mkdtempSync(join(tmpdir(), "trade-figures-drawings-"));
  try {
    mkdirSync(join(home, "node_modules"));
    writeFileSync(join(home, "node_modules/.package-lock.json"), "{}");
    const kept = new KeptDrawings(home);
    kept.keep(own, {}, { "text/plain": "x" } as never);
    expect(kept.find(own, {})).toBeUndefined();
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
