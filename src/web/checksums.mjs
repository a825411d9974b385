// The checksums of every file of a folder, as `sha256sum --check SHA256SUMS` reads them.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NAME = "SHA256SUMS";

/**
 * Writes SHA256SUMS into a folder: a line for each file within, by name.
 * @returns how many files there are
 */
export function writeChecksums(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => name !== NAME && statSync(join(folder, name)).isFile())
    .sort();
  const lines = names.map((name) => {
    const sum = createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex");
    return `${sum}  ${name}\n`;
  });
  writeFileSync(join(folder, NAME), lines.join(""));
  return names.length;
}
