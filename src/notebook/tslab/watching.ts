type Callback = (...args: unknown[]) => void;

/** What is used of TypeScript's system. */
export interface System {
  readFile(path: string, encoding?: string): string | undefined;
  setTimeout(callback: Callback, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/**
 * tslab's compiler holds one timer, for what changed, and throws inside its file watcher when a second is set: the one
 * for imports to look up again, which a new build of a package sets. That one becomes a timer of Node's.
 */
export function withLookupTimer<S extends System>(system: S): S {
  const { setTimeout: set, clearTimeout: clear } = system;
  const own = new Set<unknown>();
  return Object.assign(system, {
    setTimeout(callback: Callback, ms: number): unknown {
      if (callback.name !== "invalidateResolutionsOfFailedLookup") return set.call(system, callback, ms);
      const timer = setTimeout(callback, ms).unref();
      own.add(timer);
      return timer;
    },
    clearTimeout(timer: unknown): void {
      if (own.delete(timer)) clearTimeout(timer as NodeJS.Timeout);
      else clear.call(system, timer);
    },
  });
}
