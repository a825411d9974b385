import { closeSync, openSync, readSync } from "node:fs";
import { GENERATOR } from "../../../notebook/annotated/page.js";
import { isFile } from "../input/same-file.js";

// The tag stands near the beginning of a page that we write.
const HEAD_BYTES = 2048;

/** Whether a file is a page that `read` or `check` wrote, by its generator tag; such a page may be replaced. */
export function isOurPage(path: string): boolean {
  if (!isFile(path)) return false;
  try {
    const handle = openSync(path, "r");
    try {
      const head = Buffer.alloc(HEAD_BYTES);
      return head.toString("latin1", 0, readSync(handle, head, 0, HEAD_BYTES, 0)).includes(GENERATOR);
    } finally {
      closeSync(handle);
    }
  } catch {
    return false; // what may not be read is not known to be ours
  }
}
