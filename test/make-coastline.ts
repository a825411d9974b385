// Makes src/chart/coastline.ts from Natural Earth's 1:50m countries (public domain; npm world-atlas).
// npm run coastline writes it; a test compares.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as topojson from "topojson-client";

type Point = [number, number];
const west = 88;
const east = 168;
const south = 12;
const north = 66;
/** Steps of 0.05 degrees: about 5 km, less than a picture point of these maps. */
const steps = 20;

const file = createRequire(join(process.cwd(), "x.js")).resolve("world-atlas/countries-50m.json");
const world = JSON.parse(readFileSync(file, "utf8"));

/** A ring cut at one side of the region after another (Sutherland and Hodgman). */
function clip(ring: Point[]): Point[] {
  const sides: [(p: Point) => boolean, (a: Point, b: Point) => Point][] = [
    [(p) => p[0] >= west, (a, b) => [west, a[1] + ((b[1] - a[1]) * (west - a[0])) / (b[0] - a[0])]],
    [(p) => p[0] <= east, (a, b) => [east, a[1] + ((b[1] - a[1]) * (east - a[0])) / (b[0] - a[0])]],
    [(p) => p[1] >= south, (a, b) => [a[0] + ((b[0] - a[0]) * (south - a[1])) / (b[1] - a[1]), south]],
    [(p) => p[1] <= north, (a, b) => [a[0] + ((b[0] - a[0]) * (north - a[1])) / (b[1] - a[1]), north]],
  ];
  return sides.reduce((points, [inside, cross]) => {
    const kept: Point[] = [];
    for (const [index, point] of points.entries()) {
      const before = points.at(index - 1) as Point;
      if (inside(point) !== inside(before)) kept.push(cross(before, point));
      if (inside(point)) kept.push(point);
    }
    return kept;
  }, ring);
}

function coarse(points: Point[]): Point[] {
  const round = points.map(([x, y]): Point => [Math.round(x * steps), Math.round(y * steps)]);
  const distinct = round.filter(
    ([x, y], at) => at === 0 || x !== round[at - 1]?.[0] || y !== round[at - 1]?.[1],
  );
  // A point in the middle of a straight run says nothing.
  return distinct.filter(([x, y], at) => {
    const [a, b] = [distinct[at - 1], distinct[at + 1]];
    return !a || !b || (x - a[0]) * (b[1] - y) !== (y - a[1]) * (b[0] - x);
  });
}

/** Steps from point to point, in base 10: short, and readable with a pencil. */
function line(points: Point[]): string {
  return points
    .map(([x, y], at) => (at === 0 ? `${x} ${y}` : `${x - points[at - 1]![0]} ${y - points[at - 1]![1]}`))
    .join(" ");
}

const area = (ring: Point[]) =>
  Math.abs(
    ring.reduce(
      (sum, [x, y], at) => sum + x * (ring.at(at - 1) as Point)[1] - (ring.at(at - 1) as Point)[0] * y,
      0,
    ),
  ) / 2;

const land = (topojson.merge(world, world.objects.countries.geometries).coordinates as Point[][][])
  .flat()
  .map(clip)
  .filter((ring) => ring.length > 3)
  .map(coarse)
  .filter((ring) => ring.length > 3 && area(ring) > 16);

const borders = (
  topojson.mesh(world, world.objects.countries, (a: unknown, b: unknown) => a !== b).coordinates as Point[][]
)
  .flatMap((points) => {
    const runs: Point[][] = [[]];
    for (const point of points) {
      if (point[0] > west && point[0] < east && point[1] > south && point[1] < north)
        runs.at(-1)?.push(point);
      else if (runs.at(-1)?.length) runs.push([]);
    }
    return runs;
  })
  .map(coarse)
  .filter((points) => points.length > 1);

const list = (name: string, lines: Point[][]) =>
  `export const ${name} =\n  "${lines.map(line).join("/")}";\n`;
/** The file as it should be, but for the formatter's white space. */
export const coastline = `// Made by test/make-coastline.ts from Natural Earth, 1:50m (public domain), through npm world-atlas 2.0.2. Don't edit.
// Each run of numbers is a line: first point, then steps, in twentieths of a degree, longitude before latitude.

${list("landRings", land)}
${list("borderLines", borders)}`;
