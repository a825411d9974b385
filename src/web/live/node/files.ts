/** The files that a page carries, by their full path: all that Node's functions see here. */
const files = new Map<string, Uint8Array>();

/** Where relative paths begin. */
export const HOME = "/trade-figures";

export function addFile(path: string, content: Uint8Array): void {
  files.set(path, content);
}

export const fileAt = (path: string): Uint8Array | undefined => files.get(path);

export function isFolder(path: string): boolean {
  const start = path.endsWith("/") ? path : `${path}/`;
  return [...files.keys()].some((name) => name.startsWith(start));
}

export function namesIn(folder: string): string[] {
  const start = folder.endsWith("/") ? folder : `${folder}/`;
  const inside = [...files.keys()].filter((name) => name.startsWith(start));
  return [...new Set(inside.map((name) => name.slice(start.length).split("/")[0] as string))].sort();
}
