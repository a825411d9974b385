/** What differs between engines, as far as the exact plan needs it: one file an engine fills this in. */
export interface Dialect {
  readonly name: string;
  /** A column or table name, quoted. */
  identifier(name: string): string;
  /** A text constant. */
  literal(text: string): string;
  /** A whole number of 64 bits. */
  bigint(expression: string): string;
  /** The integer quotient, truncated towards zero, and its remainder with the sign of the dividend. */
  quotient(a: string, b: string): string;
  remainder(a: string, b: string): string;
  abs(expression: string): string;
  /** An expression as text, null as null: no client parses a number. */
  text(expression: string): string;
  /** The sum of 64-bit integers in a type that cannot overflow. */
  wideSum(expression: string): string;
  /** A decimal amount times 10^decimals as a whole number of 64 bits. */
  scaled(amount: string, decimals: number): string;
  /** Whether `scaled` loses digits of an amount: decimals that are cut, an overflow that wraps or becomes null. */
  loses(amount: string, decimals: number): string;
  /** A whole number as a double of 64 bits, where `/` divides doubles as IEEE 754 has it and `bigint` rounds one half to even. */
  readonly double?: (expression: string) => string;
  /** The same whole number, of which the engine knows no bounds: it might believe those of a file and not look for overflow. */
  readonly unbounded?: (expression: string) => string;
  /** The message of an engine that always ends with an error where whole numbers leave 64 bits: it needs no guard. */
  readonly overflows?: RegExp;
  /** The name of an expression's type, as text. */
  typeOf(expression: string): string;
}

/** A name in double quotes, as the SQL standard has it. */
export function doubleQuoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** A text constant of the standard: quotes are doubled, backslashes are themselves. */
export function standardLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
