import { readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder, and each that it lies in. */
export function ancestors(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...ancestors(above)];
}

/** Where a folder has more than so many files, leaves the newest: half as many. */
export function leaveNewest(folder: string, most: number): void {
  const names = readdirSync(folder);
  if (names.length <= most) return;
  const dated = names.map((name) => ({ name, ms: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of dated.sort((a, b) => b.ms - a.ms).slice(most / 2))
    rmSync(join(folder, name), { force: true });
}
