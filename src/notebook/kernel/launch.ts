/**
 * The program that Jupyter starts: `node kernel.js CONNECTION_FILE`. Where there is a snapshot it starts the kernel from
 * it and stays beside it, as a process takes flags only when it starts; else it is the kernel itself.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { followParent } from "../run/parent.js";
import { programPath } from "../run/program-path.js";
import { begunWith, dropUnfit, makeSnapshot, snapshot } from "../run/snapshot.js";

const program = programPath("kernel-process");
/** The first cells are quicker without a neighbour. */
const LATER_MS = 20_000;

const begin = snapshot();
if (begin === undefined) {
  here();
  setTimeout(() => makeSnapshot(), LATER_MS).unref();
} else {
  beside(begin);
}

function here(): void {
  createRequire(program)(program);
}

function beside(blob: string): void {
  // Both are of one group: Jupyter's signals reach both.
  const child = spawn(process.execPath, [...begunWith(blob), program, ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
  });
  followParent();
  const passOver = () => undefined;
  process.on("SIGINT", passOver);
  let ready = false;
  child.once("message", () => {
    ready = true;
    child.disconnect();
  });
  child.once("error", () => undefined);
  child.once("close", (code, signal) => {
    if (ready || !dropUnfit(blob, signal)) process.exit(code ?? 1);
    process.off("SIGINT", passOver);
    here();
  });
}
