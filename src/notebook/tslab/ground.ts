import { statSync } from "node:fs";

/**
 * What a process brings along that was started from a snapshot (`run/snapshot.ts`): tslab's TypeScript as it is once
 * loaded, and the declarations of TypeScript, Node and this package as it has read them.
 */
export interface Ground {
  /** Where that TypeScript lies. */
  readonly path: string;
  readonly ts: object;
  readonly files: Map<string, GroundFile>;
}

export interface GroundFile {
  readonly file: object;
  readonly size: number;
  readonly mtimeMs: number;
}

/** By this name a snapshot holds it. */
export const GROUND = "trade-figures.ground";

export const ground = (): Ground | undefined =>
  (globalThis as unknown as Record<symbol, Ground | undefined>)[Symbol.for(GROUND)];

/** A file as the snapshot has read it; undefined where it has none, or the file is another now. */
export function fileOfGround(name: string): object | undefined {
  const files = ground()?.files;
  const kept = files?.get(name);
  if (kept === undefined) return undefined;
  const now = statSync(name, { throwIfNoEntry: false });
  if (now?.size === kept.size && now.mtimeMs === kept.mtimeMs) return kept.file;
  files?.delete(name);
  return undefined;
}
