// C0 and C1 controls but tab and line feed, and the marks that turn the direction of a line: a text or a file name
// must not be able to move the cursor, set the title or hide words of somebody's terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it is about
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of others, fit to be printed on a terminal: what would steer it is shown as its code. */
export function clean(text: string): string {
  return text.replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same on one line, shortened in the middle. */
export function inLine(text: string, most = 80): string {
  const one = clean(text.replace(/\s+/g, " ").trim());
  if (one.length <= most) return one;
  return `${one.slice(0, Math.ceil(most / 2))}…${one.slice(-Math.floor(most / 3))}`;
}
