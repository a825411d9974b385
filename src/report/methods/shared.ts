import type { Figure } from "../../figure/figure.js";
import type { Quantity } from "../../figure/quantity.js";
import { compare } from "../../figure/verdict.js";
import type { AnyRate } from "../../rate/rate.js";
import type { Found } from "../registry.js";

/** What was computed, compared with the print; or by itself where nothing is printed. */
export function against(printed: Figure | undefined, computed: Quantity): Found {
  if (printed === undefined) return shown(computed);
  const found = compare(printed, computed);
  return {
    computed,
    outcome: found.verdict,
    margin: `${found.distance} ${SIDES[found.verdict]}`,
    says: found.says,
    working: `${printed.explain()}\n${computed.explain()}`,
  };
}

const SIDES = { consistent: "inside", undecided: "outside, within rounding", inconsistent: "outside" };

export function shown(computed: Quantity | AnyRate): Found {
  return { computed, outcome: "computed", margin: "", says: computed.show(), working: computed.explain() };
}
