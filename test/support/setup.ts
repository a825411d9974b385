import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { jupyter } from "./jupyter.js";

/** Before any test: a folder for what test files share, and Jupyter in `.venv`, made once from requirements.txt. */
export default function setup({ provide }: TestProject): () => void {
  const shared = mkdtempSync(join(tmpdir(), "trade-figures-tests-"));
  provide("shared", shared);
  jupyter();
  return () => rmSync(shared, { recursive: true, force: true });
}
