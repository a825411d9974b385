/**
 * A value that is made when it is first asked for, and kept: tables of words cost a program that reads no text nothing.
 * Mark the call as pure (`/* @__PURE__ *\/`), so that a bundler leaves out what nothing asks for.
 * @example once(() => [1, 2])().length // 2
 */
export function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
