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

/** A text of its own: a piece of a long one keeps all of it in memory. */
export const copied = (text: string): string => ` ${text}`.slice(1);

const names: Record<string, true> = /* @__PURE__ */ Object.create(null);

/**
 * A word as the one string that names are kept as: V8 compares two of them by their addresses, and others letter by letter.
 */
export function interned(word: string): string {
  names[word] = true;
  const [one] = Object.keys(names);
  delete names[word];
  return one as string;
}

/**
 * What is made of a text, made once for each of up to `most` texts: a document has the same few again and again. Mark the
 * call as pure.
 * @example kept(2, (text) => text.length)("yuan") // 4
 */
export function kept<T>(most: number, make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(copied(text), made);
    return made;
  };
}
