/**
 * What kinds of rate look like from the outside: noon rates, the ECB's cross and market quotes of one day all follow
 * the market; the fixing, what customs apply, and averages are something else.
 */
export type RateFamily = "market" | "central-parity" | "customs" | "average" | "stated";
