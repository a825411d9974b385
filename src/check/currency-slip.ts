import { nameOf } from "../figure/arithmetic.js";
import { Quantity } from "../figure/quantity.js";
import { isCurrency } from "../figure/units.js";
import type { Judgement } from "./judgement.js";

/** The same amount in the unit of another, digits unchanged: what it would say if its currency were a slip of the pen. */
export function asIfIn(amount: Quantity, unit: string): Quantity {
  return amount.unit === unit
    ? amount
    : new Quantity({ unit, value: amount.value, interval: amount.interval, scale: amount.scale });
}

export function mixedMoney(...amounts: readonly Quantity[]): boolean {
  return amounts.every((one) => isCurrency(one.unit)) && amounts.some((one) => one.unit !== amounts[0]?.unit);
}

/**
 * Amounts in two currencies whose digits make the claim hold as if they were in one: nobody computes so, so that a currency
 * is wrong. Digits that do not agree say nothing, and there is no finding.
 */
export function slipOfCurrency(
  asIfInOne: Judgement | undefined,
  amounts: readonly Quantity[],
  what: string,
): Judgement | undefined {
  if (asIfInOne === undefined || asIfInOne.verdict === "inconsistent") return undefined;
  const names = amounts.map(nameOf).join(" and ");
  return {
    ...asIfInOne,
    verdict: "inconsistent",
    margin: undefined,
    computed: undefined,
    distance: () => "",
    says: () =>
      `${names} are in different currencies, and ${what} holds only if they are in one: a currency is wrong.`,
  };
}
