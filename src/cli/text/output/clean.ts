// C0 and C1 controls but tab and line feed, and the marks that turn the direction of a line: a text or a file name
// must not be able to move the cursor, set the title or hide words of somebody's terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it is about
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of others, fit to be printed on a terminal: what would steer it is shown as its code. */
export function clean(text: string): string {
  return text.replace(UNSAFE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** The same on one line, shortened in the middle, between words where they are short enough. */
export function inLine(text: string, most = 80): string {
  const one = clean(text.replace(/\s+/g, " ").trim());
  if (one.length <= most) return one;
  const head = one.slice(0, Math.ceil(most / 2));
  const tail = one.slice(-Math.floor(most / 3));
  const last = head.lastIndexOf(" ");
  const first = tail.indexOf(" ");
  const words = last > head.length / 2 && first !== -1 && first < tail.length / 2;
  return words ? `${head.slice(0, last)} … ${tail.slice(first + 1)}` : `${head}…${tail}`;
}
