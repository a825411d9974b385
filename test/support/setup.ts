import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

/** Before any test: a folder for what test files share. */
export default function setup({ provide }: TestProject): () => void {
  const shared = mkdtempSync(join(tmpdir(), "trade-figures-tests-"));
  provide("shared", shared);
  return () => rmSync(shared, { recursive: true, force: true });
}
