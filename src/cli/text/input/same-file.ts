import { fstatSync, lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** What a file or folder is, under whatever name, link or case it is reached; undefined where there is none. */
export function identityOf(path: string): string | undefined {
  const stat = ifThere(() => statSync(path, { bigint: true }));
  return stat === undefined ? undefined : `${stat.dev}:${stat.ino}`;
}

/** The same for regular files alone: a terminal or /dev/null may be read and written at once. */
export function fileIdentityOf(path: string): string | undefined {
  return isFile(path) ? identityOf(path) : undefined;
}

/** The same for what standard input comes from. */
export function stdinIdentity(): string | undefined {
  const stat = ifThere(() => fstatSync(0, { bigint: true }));
  return stat?.isFile() ? `${stat.dev}:${stat.ino}` : undefined;
}

/** Whether two names will be one file once they are written, be it there now or not. */
export function sameTarget(a: string, b: string): boolean {
  const [one, other] = [fileIdentityOf(a), fileIdentityOf(b)];
  if (one !== undefined || other !== undefined) return one === other;
  return placeOf(a) === placeOf(b);
}

export function isFile(path: string): boolean {
  return ifThere(() => statSync(path))?.isFile() === true;
}

export function isThere(path: string): boolean {
  return ifThere(() => lstatSync(path)) !== undefined;
}

function placeOf(path: string): string {
  const whole = resolve(path);
  const folder = ifThere(() => realpathSync(dirname(whole)));
  return folder === undefined ? whole : join(folder, basename(whole));
}

/** Nothing for what is not there or may not be looked at: who then reads or writes it says why not. */
function ifThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
