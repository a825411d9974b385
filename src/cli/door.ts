/** The door of output: whatever the command prints goes through it, and what would steer a terminal is shown as its code. */

// C0 and C1 controls but tab and line feed, and the marks that turn the direction of a line: a text, a cell of a table,
// a server or a file name must not be able to move the cursor, set the title or hide words of somebody's terminal.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what it is about
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// The few colours and weights that the command itself uses.
const ESCAPE = "\u001b";
const OWN_COLOURS = new RegExp(`(${ESCAPE}\\[(?:1|2|22|3[1236]|39)m)`);

const code = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text of others, fit to be printed on a terminal. Within a text of JSON the codes read back as what they stand for. */
export function clean(text: string): string {
  return text.replace(UNSAFE, code);
}

/** Text of the command, in which its own colours stay where they are wanted. */
export function printable(text: string, colours: boolean): string {
  if (!colours) return clean(text);
  const parts = text.split(OWN_COLOURS);
  return parts.map((part, i) => (i % 2 === 1 ? part : clean(part))).join("");
}

let untouched = (text: string): void => {
  process.stderr.write(text);
};

/** Puts a line of progress in the place of the one before: the only output that does not go through the door. */
export function progressLine(text: string): void {
  untouched(`\r\u001b[K${clean(text)}`);
}

/** Puts the door before both streams; a stream that cannot be written ends the run with one line. */
export function closeDoor(failed: (error: NodeJS.ErrnoException) => never): void {
  const straight = process.stderr.write.bind(process.stderr);
  untouched = (text) => {
    straight(text);
  };
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
    const colours = stream.isTTY === true && !process.env["NO_COLOR"];
    stream.write = ((chunk: unknown, ...rest: unknown[]) =>
      write(typeof chunk === "string" ? printable(chunk, colours) : chunk, ...rest)) as typeof stream.write;
    stream.on("error", failed);
  }
}
