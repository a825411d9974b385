import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { baseMap, mapBounds } from "../../src/chart/base-map.js";
import { coastline } from "../make-coastline.js";

const bare = (text: string) => text.replace(/\s+/g, " ").trim();

test("the committed coastline is what its source gives", () => {
  expect(bare(readFileSync("src/chart/coastline.ts", "utf8"))).toBe(bare(coastline));
});

test("the base map lies within its bounds and holds the land of the story", () => {
  const { land } = baseMap();
  const { west, east, south, north } = mapBounds;
  for (const [at, x] of land.longitude.entries()) {
    const y = land.latitude[at];
    if (x === null || y === null || y === undefined) continue;
    expect(x >= west && x <= east && y >= south && y <= north).toBe(true);
  }
  expect(inside(123.4, 41.8)).toBe(true); // Shenyang
  expect(inside(139.5, 36)).toBe(true); // Honshu
  expect(inside(135, 40)).toBe(false); // open sea
});

/** Even-odd rule over all rings. */
function inside(x: number, y: number): boolean {
  const { longitude, latitude } = baseMap().land;
  let count = 0;
  let first = 0;
  for (let at = 0; at < longitude.length; at += 1) {
    if (longitude[at] === null) {
      first = at + 1;
      continue;
    }
    const next = longitude[at + 1] === null ? first : at + 1;
    const [x1, y1, x2, y2] = [longitude[at]!, latitude[at]!, longitude[next]!, latitude[next]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) count += 1;
  }
  return count % 2 === 1;
}
