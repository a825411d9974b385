import { Worker } from "node:worker_threads";

/**
 * Ends this process, and the group that it leads, when the process that started it is gone. In a thread: a cell that
 * spins leaves no time for a timer here.
 */
export function endWithParent(): void {
  const thread = new Worker(
    `const parent = process.ppid;
     setInterval(() => {
       if (process.ppid === parent) return;
       try { process.kill(-process.pid, "SIGKILL"); } catch { process.kill(process.pid, "SIGKILL"); }
     }, 500);`,
    {
      eval: true,
      execArgv: [],
      env: {},
      stdin: false,
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 },
    },
  );
  thread.on("error", () => undefined);
  thread.unref();
}
