import { borderLines, landRings } from "./coastline.js";

/** Coordinates for one plotly trace: lines parted by null. */
export interface MapLines {
  readonly longitude: (number | null)[];
  readonly latitude: (number | null)[];
}

/** Twentieths of a degree, as the base map is stored. */
const steps = 20;

function unpack(text: string): MapLines {
  const longitude: (number | null)[] = [];
  const latitude: (number | null)[] = [];
  for (const line of text.split("/")) {
    const numbers = line.split(" ").map(Number);
    let [x, y] = [0, 0];
    for (let at = 0; at + 1 < numbers.length; at += 2) {
      x += numbers[at]!;
      y += numbers[at + 1]!;
      longitude.push(x / steps);
      latitude.push(y / steps);
    }
    longitude.push(null);
    latitude.push(null);
  }
  return { longitude, latitude };
}

let map: { land: MapLines; borders: MapLines } | undefined;

/** Land and borders of north-east Asia, 88 to 168 degrees east and 12 to 66 north. */
export function baseMap(): { readonly land: MapLines; readonly borders: MapLines } {
  map ??= { land: unpack(landRings), borders: unpack(borderLines) };
  return map;
}

export const mapBounds = { west: 88, east: 168, south: 12, north: 66 } as const;

/** Named beside the source of every map: whose lines these are. */
export const mapSource =
  "Base map: Natural Earth, public domain; borders as drawn there, without a position on them.";

/** For orientation: each name at a spot on land that no place of the story needs. */
export const countryNames = [
  { name: "China", longitude: 119.5, latitude: 43.9 },
  { name: "Russia", longitude: 135.1, latitude: 45.2 },
  { name: "North Korea", longitude: 126.8, latitude: 40.2 },
  { name: "South Korea", longitude: 127.9, latitude: 36.4 },
  { name: "Japan", longitude: 138.2, latitude: 36.3 },
  { name: "Mongolia", longitude: 106, latitude: 46.5 },
] as const;
