/** Whether this is the long run; the ordinary one takes a sample of what it takes. */
export const LONG: boolean = process.env["TRADE_FIGURES_LONG"] === "1";

/** How many cases a random law is tried on: in the ordinary run, and in the long one. */
export const cases = (ordinary: number, long: number): number => (LONG ? long : ordinary);
