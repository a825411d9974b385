import { FigureError } from "../../errors.js";
import type { Codes } from "./kernel.js";

/** A column of keys (months, provinces, commodities): each distinct text once, and a small number a row. */
export class Keys {
  readonly name: string;
  /** The distinct texts: `values[codes[i]]` is the key of row i. */
  readonly values: readonly string[];
  readonly codes: Codes;

  constructor(name: string, values: readonly string[], codes: Codes) {
    this.name = name;
    this.values = values;
    this.codes = codes;
  }

  /** @example Keys.of("month", ["2023-01", "2023-02", "2023-01"]).codes.join(" ") // 0 1 0 */
  static of(name: string, texts: Iterable<string>): Keys {
    const known = new Map<string, number>();
    const codes: number[] = [];
    for (const text of texts) {
      let code = known.get(text);
      if (code === undefined) {
        code = known.size;
        known.set(text, code);
      }
      codes.push(code);
    }
    return new Keys(name, [...known.keys()], codesFor(known.size, codes.length, codes));
  }

  get length(): number {
    return this.codes.length;
  }

  at(row: number): string {
    const code = this.codes[row];
    if (code === undefined) throw new FigureError("bad-option", `no row ${row}: there are ${this.length}`);
    return this.values[code] as string;
  }

  /** Rows from `start` up to `end`, without a copy. */
  slice(start: number, end?: number): Keys {
    return new Keys(this.name, this.values, this.codes.subarray(start, end));
  }

  /** The same rows under keys made from these: a day's month, a code's chapter. */
  map(name: string, make: (key: string) => string): Keys {
    const made = Keys.of(name, this.values.map(make));
    const codes = codesFor(made.values.length, this.length);
    for (let i = 0; i < codes.length; i++) codes[i] = made.codes[this.codes[i] as number] as number;
    return new Keys(name, made.values, codes);
  }
}

/** An array for so many different codes: two bytes a row, or four. */
export function codesFor(distinct: number, length: number, from?: readonly number[]): Codes {
  const made = distinct <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
  if (from !== undefined) made.set(from);
  return made;
}
