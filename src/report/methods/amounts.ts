import { add, share, subtract, total } from "../../figure/arithmetic.js";
import { Quantity } from "../../figure/quantity.js";
import { field } from "../fields.js";
import { method } from "../registry.js";
import { against } from "./shared.js";

export const same = method({
  name: "same",
  says: "Whether the print agrees with another figure for the same thing.",
  fields: { as: field.amount("the other figure") },
  printed: "needed",
  example: "printed: nearly 800\nmethod: same\nas: about 800",
  run: ({ as }, { printed }) => against(printed, as),
});

export const sum = method({
  name: "sum",
  says: "Whether parts add up to the print; where only rounding can explain it, what the first part must have been.",
  fields: { parts: field.amounts("what is added") },
  example: "printed: $21.18bn\nmethod: sum\nparts: [$9.6bn, $11.53bn]",
  run: ({ parts }, { printed }) => {
    const found = against(printed, parts.length === 1 ? (parts[0] as Quantity) : total([...parts]));
    const [first, ...others] = parts as [Quantity, ...Quantity[]];
    if (printed === undefined || found.outcome !== "undecided" || others.length === 0) return found;
    const rest = others.reduce((a, b) => add(a, b));
    const needed = subtract(printed, rest).interval.intersect(first.interval);
    if (needed === undefined) return found;
    const must = new Quantity({
      unit: first.unit,
      value: needed.midpoint,
      interval: needed,
      scale: first.scale,
    });
    return {
      ...found,
      says: `${found.says}: ${first.shown().value} would have to stand for an amount ${must.shown().range}, at the edge of its rounding, or was cut`,
    };
  },
});

export const difference = method({
  name: "difference",
  says: "One amount less another.",
  fields: { of: field.amount("the larger amount"), less: field.amount("what is taken away") },
  example: "printed: 28.24bn yuan\nmethod: difference\nof: 42.64bn yuan\nless: 14.40bn yuan",
  run: ({ of, less }, { printed }) => against(printed, subtract(of, less)),
});

export const shareOf = method({
  name: "share",
  says: "A part as a share of its whole.",
  fields: { part: field.amount("the part"), whole: field.amount("the whole") },
  example: "printed: 26%\nmethod: share\npart: 14.4bn yuan\nwhole: 54.9bn yuan",
  run: ({ part, whole }, { printed }) => against(printed, share(part, whole)),
});

export const oneSource = method({
  name: "one-source",
  says: "A figure that nothing else was found for: the page says so and gives no verdict on it.",
  fields: {},
  printed: "needed",
  example: "printed: 40\nmethod: one-source",
  run: (_, { printed }) => ({
    computed: undefined,
    outcome: "undecided",
    margin: "",
    says: `only one source gives ${printed?.text ?? "this figure"}: it could not be checked`,
    working: printed?.explain() ?? "",
  }),
});
