import { quotationOrder } from "../../rate/order.js";

/** The base of a pair, whichever amount comes first: the market's order, then the alphabet's. */
export function baseOf(a: string, b: string): string {
  return a < b ? quotationOrder(a, b)[0] : quotationOrder(b, a)[0];
}
