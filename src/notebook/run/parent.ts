import { Worker } from "node:worker_threads";

/**
 * Ends this process, and what its cells started, when the one that started it is gone, however that ended. A thread of
 * its own looks, since a cell that never yields would keep a timer from running. As ipykernel's parent poller.
 * @param leader the process that leads its group
 */
export function followParent(leader: number = process.pid): void {
  // Its group, where it leads one: Jupyter and the runner start it so. Elsewhere there is no such group, and it alone ends.
  const group = process.platform === "win32" ? "" : "-";
  new Worker(
    `const parent = ${process.ppid};
    setInterval(() => {
      if (process.ppid === parent) return;
      try { process.kill(${group}${leader}, "SIGKILL"); } catch { process.kill(${process.pid}, "SIGKILL"); }
    }, 500);`,
    { eval: true, stdin: false },
  ).unref();
}
