/** Two flows by the classes of their words, and what the first leaves over the second, or lacks. */
const PAIRS = [
  ["EXPORTS", "IMPORTS", "SURPLUS", "DEFICIT"],
  ["INCOME", "COSTS", "PROFIT", "LOSS"],
] as const;

/** The ways to tell two flows and their balance: the first flow, its role, the second, its role, the balance. */
export const BALANCES = PAIRS.flatMap(
  ([more, less, over, under]) =>
    [
      [more, "PART", less, "LESS", over],
      [less, "LESS", more, "PART", over],
      [more, "LESS", less, "PART", under],
      [less, "PART", more, "LESS", under],
    ] as const,
);
