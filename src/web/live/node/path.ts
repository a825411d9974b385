/** What the package uses of `node:path`, for paths with slashes. */
import { HOME } from "./files.js";

export const sep = "/";
export const delimiter = ":";

export const isAbsolute = (path: string): boolean => path.startsWith("/");

export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !isAbsolute(path)) parts.push(part);
  }
  const joined = parts.join("/");
  if (isAbsolute(path)) return `/${joined}`;
  return joined === "" ? "." : joined;
}

export const join = (...parts: string[]): string => normalize(parts.filter((one) => one !== "").join("/"));

export function resolve(...parts: string[]): string {
  let path = "";
  for (const part of parts) path = isAbsolute(part) ? part : path === "" ? part : `${path}/${part}`;
  return normalize(isAbsolute(path) ? path : `${HOME}/${path}`);
}

export function dirname(path: string): string {
  const end = path.replace(/\/+$/, "").lastIndexOf("/");
  if (end === -1) return ".";
  return end === 0 ? "/" : path.slice(0, end);
}

export function basename(path: string, ending = ""): string {
  const name = path.replace(/\/+$/, "").split("/").at(-1) as string;
  return ending !== "" && name.endsWith(ending) && name !== ending ? name.slice(0, -ending.length) : name;
}

export function extname(path: string): string {
  const found = /[^/.](\.[^./]*)$/.exec(path);
  return found?.[1] ?? "";
}

export function relative(from: string, to: string): string {
  const [a, b] = [resolve(from), resolve(to)].map((path) => path.split("/").filter(Boolean)) as [
    string[],
    string[],
  ];
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => ".."), ...b.slice(same)].join("/");
}

export default { sep, delimiter, isAbsolute, normalize, join, resolve, dirname, basename, extname, relative };
