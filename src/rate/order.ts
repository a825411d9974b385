/** The market's order of quotation: of two currencies, the one that stands first here is the base. */
export const BASE_ORDER = ["EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF"] as const;

type Order = typeof BASE_ORDER;

/** The base of a pair by the market's order; the first of the two where neither is listed. */
export type BaseOf<A extends string, B extends string, O extends readonly string[] = Order> = string extends
  | A
  | B
  ? string
  : O extends readonly [infer First, ...infer Rest extends readonly string[]]
    ? A extends First
      ? A
      : B extends First
        ? B
        : BaseOf<A, B, Rest>
    : A;

export type QuoteOf<A extends string, B extends string> = string extends A | B
  ? string
  : BaseOf<A, B> extends A
    ? B
    : A;

/** Base and quote of two currencies, by the market's order. */
export function quotationOrder(a: string, b: string): readonly [base: string, quote: string] {
  const base = BASE_ORDER.find((code) => code === a || code === b) ?? a;
  return base === a ? [a, b] : [b, a];
}
