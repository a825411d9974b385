/**
 * Two thirds of what a kernel or a compiler takes to start are the same each time: to load TypeScript, and to read the
 * declarations of Node and of this package. So both are kept once done, as a start-up snapshot of V8 in which a process
 * begins where the one that made it stood. It is made for this Node on this processor beside tslab, in the background
 * and at the lowest priority, and serves only once a process that began with it has compiled a cell. Where there is none
 * everything is as without it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { constants, cpus, setPriority } from "node:os";
import { join } from "node:path";
import { packageVersion } from "../../data/file/version.js";
import { tslabEntry } from "../tslab/tslab.js";
import { ancestors } from "./cache-folder.js";
import { programPath } from "./program-path.js";

/** A snapshot fits a process with the same flags only. */
export const HEAP = "--max-old-space-size=4096";

/** What a process is started with to begin with a snapshot. */
export const begunWith = (snapshot: string | undefined): string[] =>
  snapshot === undefined ? [HEAP] : [HEAP, "--snapshot-blob", snapshot];

/** Where the snapshot for this Node, processor and package lies, or would; undefined where none can be. */
export function snapshotPath(): string | undefined {
  if (process.platform === "win32") return undefined;
  const tslab = tslabEntry(false);
  const modules = tslab && ancestors(tslab).find((folder) => folder.endsWith("node_modules"));
  if (!modules) return undefined;
  const { version, arch, platform, env } = process;
  const fitting = [
    version,
    arch,
    platform,
    cpus()[0]?.model,
    env["NODE_OPTIONS"] ?? "",
    tslab,
    packageVersion(),
  ];
  const key = createHash("sha256").update(JSON.stringify(fitting)).digest("hex").slice(0, 16);
  return join(modules, ".cache/trade-figures/snapshots", `${key}.blob`);
}

/** The snapshot to start with, where there is one. */
export function snapshot(): string | undefined {
  const path = snapshotPath();
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** What ends a process from outside; a snapshot that does not fit ends it otherwise. */
const ASKED: ReadonlySet<NodeJS.Signals> = new Set(["SIGHUP", "SIGINT", "SIGKILL", "SIGTERM"]);

/**
 * Where a process that was to begin with a snapshot ended before its first answer: lets go of one that does not serve.
 * @returns whether it was that
 */
export function dropUnfit(path: string, signal: NodeJS.Signals | null): boolean {
  if (signal !== null && ASKED.has(signal)) return false;
  rmSync(path, { force: true });
  return true;
}

/**
 * Makes the snapshot where there is none, in a process of its own that this one does not wait for.
 * @param urgent for who has nothing better to do
 */
export function makeSnapshot({ urgent = false } = {}): ChildProcess | undefined {
  const path = snapshotPath();
  if (path === undefined || existsSync(path)) return undefined;
  const child = spawn(process.execPath, [programPath("make-snapshot"), path], {
    detached: true,
    stdio: "ignore",
  });
  child.on("error", () => undefined);
  try {
    if (!urgent && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It is gone already, or priorities are not ours to set.
  }
  child.unref();
  return child;
}
