import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** The rooms of `src`, from the ground up: each may import from itself and from those before it. */
export const ROOMS = [
  "errors.ts",
  "exact",
  "figure",
  "language",
  "notation",
  "rate",
  "growth",
  "text",
  "statement",
  "check",
  "data",
  "chart",
  "notebook",
  "report",
  "web",
  "cli",
];

export const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort();

export const roomOf = (path: string): number => ROOMS.indexOf(path.split("/")[0] ?? "");

export const importsOf = (name: string): string[] =>
  [
    ...readFileSync(join("src", name), "utf8").matchAll(
      /^(?:import|export)\b[^;"]*\bfrom\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm,
    ),
  ].map((found) => (found[1] ?? found[2]) as string);

/** The files of `src` that a file of `src` imports. */
export const ours = (name: string): string[] =>
  importsOf(name)
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(name), path)).replace(/\.js$/, ".ts"));

const STEP = 46;
const LEFT = 250;
const TOP = 70;

/**
 * The rooms and what they import of each other, as an SVG: a row for each room, ground at the bottom; a disc where the
 * room of the row imports from the room of the column, its area the number of imports. All discs lie on one side of the
 * diagonal, which is what "imports point downwards" says.
 */
export function drawing(): string {
  const rooms = ROOMS.filter((room) => files.some((name) => name.split("/")[0] === room));
  const counts = rooms.map(() => rooms.map(() => 0));
  for (const name of files) {
    const from = rooms.indexOf(name.split("/")[0] ?? "");
    for (const path of ours(name)) {
      const to = rooms.indexOf(path.split("/")[0] ?? "");
      const row = counts[from];
      if (row && to >= 0 && to !== from) row[to] = (row[to] ?? 0) + 1;
    }
  }
  const size = (room: string) => {
    const own = files.filter((name) => name.split("/")[0] === room);
    const lines = own.reduce(
      (sum, name) => sum + readFileSync(join("src", name), "utf8").split("\n").length - 1,
      0,
    );
    return `${own.length} ${own.length === 1 ? "file" : "files"}, ${Math.round(lines / 100) / 10}k lines`;
  };
  const n = rooms.length;
  const x = (at: number) => LEFT + at * STEP + STEP / 2;
  const y = (at: number) => TOP + (n - 1 - at) * STEP + STEP / 2;
  const label = (room: string) => room.replace(".ts", "");
  const parts: string[] = [];
  rooms.forEach((room, at) => {
    parts.push(
      `<line x1="${LEFT - 240}" x2="${LEFT + n * STEP}" y1="${y(at) + STEP / 2}" y2="${y(at) + STEP / 2}" class="rule"/>`,
      `<text x="${LEFT - 12}" y="${y(at) - 2}" class="room" text-anchor="end">${label(room)}</text>`,
      `<text x="${LEFT - 12}" y="${y(at) + 14}" class="size" text-anchor="end">${size(room)}</text>`,
      `<text transform="translate(${x(at) + 4} ${TOP - 8}) rotate(-45)" class="column">${label(room)}</text>`,
      `<rect x="${x(at) - 7}" y="${y(at) - 7}" width="14" height="14" class="self"/>`,
    );
    (counts[at] ?? []).forEach((count, to) => {
      if (count === 0) return;
      const radius = Math.min(STEP / 2 - 2, 3 + 1.9 * Math.sqrt(count));
      parts.push(
        `<circle cx="${x(to)}" cy="${y(at)}" r="${radius.toFixed(1)}" class="imports"><title>${label(room)} imports from ${label(rooms[to] ?? "")}: ${count}</title></circle>`,
        `<text x="${x(to)}" y="${y(at) + 4}" class="${radius > 9 ? "count" : "small"}" text-anchor="middle">${radius > 9 ? count : ""}</text>`,
      );
    });
  });
  const width = LEFT + n * STEP + 90;
  const height = TOP + n * STEP + 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="t" font-family="Inter, Helvetica, Arial, sans-serif">
<title id="t">The rooms of src and how often each imports from the others: every room imports only from rooms below it.</title>
<style>.rule{stroke:#d5dae1}.room{font-size:15px;font-weight:600;fill:#17202e}.size,.column{font-size:12px;fill:#4b5666}.self{fill:#9aa5b4}.imports{fill:#0b5fa5}.count{font-size:12px;fill:#fff}.note{font-size:13px;fill:#4b5666}.small{font-size:0}</style>
<rect width="${width}" height="${height}" fill="#fff"/>
${parts.join("\n")}
<text x="${LEFT}" y="${height - 12}" class="note">A disc: the room of the row imports that often from the room of the column.</text>
</svg>
`;
}
