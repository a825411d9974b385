import { type ChildProcess, fork } from "node:child_process";
import { Peer } from "./message-channel.js";
import { programPath } from "./program-path.js";
import { begunWith, dropUnfit } from "./snapshot.js";

/** A process ended while its answer was awaited. */
export class Ended extends Error {
  constructor(
    readonly code: number | null,
    /** The last of what it wrote to its standard error. */
    readonly said: string,
  ) {
    super(
      said.split("\n").find((line) => /Error/.test(line)) ?? `a process ended with ${code ?? "a signal"}`,
    );
  }
}

const RUNNING = new Set<{ stop(): void }>();

// An interrupt of the terminal does not reach groups of their own.
const stopAll = () => {
  for (const one of RUNNING) one.stop();
};

/** A program of this package in a process of its own. */
export class Child<Question, Answered = never> {
  private readonly child: ChildProcess;
  private readonly peer: Peer<Question, Answered>;
  private ended: Ended | undefined;

  constructor(
    program: "cell-process" | "compile-and-draw-process",
    args: readonly string[],
    folder: string,
    answer: (question: Answered) => unknown = () => undefined,
    /** What it begins with, if anything: see there. */
    snapshot?: string,
  ) {
    let said = "";
    this.child = fork(programPath(program), args, {
      cwd: folder,
      // A group of its own: what a cell starts is stopped with it.
      detached: process.platform !== "win32",
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      serialization: "advanced",
      execArgv: begunWith(snapshot),
    });
    this.peer = new Peer<Question, Answered>(this.child as never, answer);
    this.child.stderr?.on("data", (chunk) => {
      said = (said + String(chunk)).slice(-4000);
    });
    // A question to a process that is gone is answered by `ended`; the channel's own complaint says nothing more.
    this.child.on("error", () => undefined);
    RUNNING.add(this);
    if (RUNNING.size === 1) process.on("exit", stopAll);
    let answered = false;
    this.child.once("message", () => {
      answered = true;
    });
    this.child.once("exit", (code, signal) => {
      if (snapshot !== undefined && !answered) dropUnfit(snapshot, signal);
      this.ended = new Ended(code, said);
      RUNNING.delete(this);
      if (RUNNING.size === 0) process.off("exit", stopAll);
      this.peer.end(this.ended);
    });
  }

  async ask(question: Question): Promise<unknown> {
    if (this.ended) throw this.ended;
    return this.peer.ask(question);
  }

  stop(): void {
    const { pid } = this.child;
    try {
      if (pid !== undefined && process.platform !== "win32") process.kill(-pid, "SIGKILL");
    } catch {
      // The group is gone already, or was never made.
    }
    this.child.kill("SIGKILL");
  }
}
