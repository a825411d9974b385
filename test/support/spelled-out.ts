/**
 * Writes patterns out that name their parts: `<rose>` stands for each of the forms of that name, and what is in square
 * brackets may be missing. A clause that can be said in five ways, about a rate that can be said in six, is one line.
 *
 * @example spelledOut(["<grew> to LEVEL [, COMPARED BASE]"], { grew: ["VERB by INC", "VERB RATE"] }).length // 4
 * @throws Error for a name that has no forms
 */
export function spelledOut(
  patterns: readonly string[],
  forms: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const out = new Set<string>();
  const write = (pattern: string): void => {
    const part = /<([\w-]+)>|\[([^[\]]*)\]/.exec(pattern);
    if (part === null) {
      out.add(pattern.trim().replace(/\s+/g, " "));
      return;
    }
    const [whole, name, group] = part;
    const choices = name === undefined ? ["", group as string] : forms[name];
    if (choices === undefined) throw new Error(`no forms of <${name}> in the pattern "${pattern}"`);
    const [before, after] = [pattern.slice(0, part.index), pattern.slice(part.index + whole.length)];
    for (const one of choices) write(`${before}${one}${after}`);
  };
  for (const pattern of patterns) write(pattern);
  return [...out];
}
