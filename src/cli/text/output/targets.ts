import { join } from "node:path";
import { shownPath } from "../../../data/file/bytes.js";
import { FigureError } from "../../../errors.js";
import type { Input } from "../input/input.js";
import { fileIdentityOf, isThere, sameTarget, stdinIdentity } from "../input/same-file.js";
import { isOurPage } from "./our-pages.js";
import { PageNames } from "./page-names.js";

export interface Targets {
  readonly out?: string;
  readonly html?: string;
  readonly certificates?: string;
}

/** Whether --html names a page; it names a folder otherwise. */
export function isPage(path: string): boolean {
  return /\.html?$/i.test(path);
}

/**
 * Refuses, before anything is written, to write over what is read, and over files in a folder of pages that nobody
 * named and that we did not write.
 * @throws FigureError "bad-option"
 */
export function refuseOverwriting(inputs: readonly Input[], { out, html, certificates }: Targets): void {
  const read = identitiesOf(inputs);
  const pages = html === undefined || isPage(html) ? [] : expectedPages(inputs, html);
  for (const target of [out, certificates, html !== undefined && isPage(html) ? html : undefined, ...pages]) {
    if (target !== undefined && isOneOf(read, target)) {
      throw new FigureError(
        "bad-option",
        `${shownPath(target)} is read and would be written over: name another ${pages.includes(target) ? "folder" : "file"}`,
      );
    }
  }
  if (
    certificates !== undefined &&
    [out, html].some((one) => one !== undefined && sameTarget(certificates, one))
  )
    throw new FigureError("bad-option", "--certificates names the file of another output: name another");
  if (out !== undefined && html !== undefined) {
    if ([html, ...pages].some((one) => sameTarget(out, one)))
      throw new FigureError("bad-option", "--out and --html name the same file: name two");
  }
  const foreign = pages.find((one) => isThere(one) && !isOurPage(one));
  if (foreign !== undefined) {
    throw new FigureError(
      "bad-option",
      `${shownPath(foreign)} is there and is no page of read or check: name another folder for --html`,
    );
  }
}

/** Whether a page in a folder may not be written: its file is read, or is not ours. For names that only a text gives. */
export function blockedIn(folder: string, inputs: readonly Input[]): (file: string) => boolean {
  const read = identitiesOf(inputs);
  return (file) => {
    const path = join(folder, file);
    return isThere(path) && (isOneOf(read, path) || !isOurPage(path));
  };
}

function identitiesOf(inputs: readonly Input[]): Set<string> {
  const all = inputs.map((one) =>
    one.kind === "file" ? fileIdentityOf(one.path) : one.kind === "stdin" ? stdinIdentity() : undefined,
  );
  return new Set(all.filter((one) => one !== undefined));
}

function isOneOf(read: ReadonlySet<string>, path: string): boolean {
  const identity = fileIdentityOf(path);
  return identity !== undefined && read.has(identity);
}

/** The pages whose names are known beforehand: the list, and those of texts; an archive's lines name themselves. */
function expectedPages(inputs: readonly Input[], folder: string): string[] {
  const names = new PageNames();
  const texts = inputs.filter(
    (one) => one.kind !== "missing" && !["jsonl", "zip", "gz"].includes(one.format),
  );
  return ["index.html", ...texts.map((one) => names.of(one.name))].map((file) => join(folder, file));
}
