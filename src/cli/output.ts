import pc from "picocolors";
import type { Outcome } from "../statement/statement.js";

/** Text for people, or JSON for programs; colours only where standard output is a terminal. */
export function print(text: string, json: unknown, asJson: boolean | undefined): void {
  process.stdout.write(asJson ? `${JSON.stringify(json, undefined, 2)}\n` : `${text}\n`);
}

const COLOURS = pc.createColors(process.stdout.isTTY === true && !process.env["NO_COLOR"]);

export const bold = COLOURS.bold;
export const dim = COLOURS.dim;

const MARKS: Readonly<Record<Outcome, string>> = {
  consistent: "✓ consistent",
  inconsistent: "✗ inconsistent",
  undecided: "? undecided",
  computed: "= computed",
};

/** A verdict with a sign as well as a colour: colour alone says nothing to some readers. */
export function outcomeText(outcome: Outcome): string {
  const colour = {
    consistent: COLOURS.green,
    inconsistent: COLOURS.red,
    undecided: COLOURS.yellow,
    computed: COLOURS.cyan,
  };
  return colour[outcome](MARKS[outcome]);
}

/** Lines of at most `width` characters, broken at spaces, each behind `pad`. */
export function wrapped(text: string, pad: string, width = 100): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    const indent = /^ */.exec(paragraph)?.[0] ?? "";
    let line = indent;
    for (const word of paragraph.trim().split(/ +/)) {
      if (line.trim() !== "" && pad.length + line.length + word.length + 1 > width) {
        lines.push(line);
        line = `${indent}  `;
      }
      line += line.trim() === "" ? word : ` ${word}`;
    }
    lines.push(line);
  }
  return lines.map((line) => `${pad}${line}`).join("\n");
}
