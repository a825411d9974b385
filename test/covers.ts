// Writes the pictures of the README's gallery: the first of each committed notebook. npm run covers
import { writeFileSync } from "node:fs";
import { notebookPages } from "../src/report/site.js";

/** The picture of each notebook that has one, by the file that the README shows. */
export const covers = new Map(
  notebookPages(".").flatMap(({ name, picture }) =>
    picture === undefined
      ? []
      : [[`notebooks/pictures/${name}.png`, Buffer.from(picture, "base64")] as const],
  ),
);

export function writeCovers(): void {
  for (const [path, bytes] of covers) writeFileSync(path, bytes);
}
