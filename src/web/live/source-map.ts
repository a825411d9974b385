const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The source line, from 1, of a line of the code that was made from it; by the mappings of a source map. */
export function sourceLine(mappings: string, line: number): number | undefined {
  let source = 0;
  let answer: number | undefined;
  const lines = mappings.split(";");
  for (let at = 0; at < lines.length && at < line; at++) {
    for (const segment of (lines[at] as string).split(",")) {
      const numbers = decoded(segment);
      if (numbers.length < 4) continue;
      source += numbers[2] as number;
      if (at === line - 1) answer ??= source + 1;
    }
  }
  return answer;
}

function decoded(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const letter of segment) {
    const digit = DIGITS.indexOf(letter);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
