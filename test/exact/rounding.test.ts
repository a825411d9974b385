import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimal,
  quantize,
  ROUNDING_MODES,
  type RoundingMode,
  roundedQuotient,
  roundingInterval,
} from "../../src/index.js";

const modes = fc.constantFrom(...ROUNDING_MODES);
const units = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const places = fc.integer({ min: 0, max: 12 });

/** n / 10^scale as plain decimal text. */
function text(n: bigint, scale: number): string {
  const size = (n < 0n ? -n : n).toString().padStart(scale + 1, "0");
  const digits = scale === 0 ? size : `${size.slice(0, -scale)}.${size.slice(-scale)}`;
  return n < 0n ? `-${digits}` : digits;
}

/** What Intl prints: an independent implementation of all nine modes, exact on decimal text. */
function intl(value: string, decimals: number, mode: RoundingMode): string {
  const format = new Intl.NumberFormat("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: false,
    roundingMode: mode,
  } as Intl.NumberFormatOptions);
  return format.format(value as unknown as number).replace(/^-(?=0*\.?0*$)/, "");
}

test("quantize agrees with Intl.NumberFormat in all nine modes", () => {
  fc.assert(
    fc.property(units, places, fc.integer({ min: 0, max: 8 }), modes, (n, scale, decimals, mode) => {
      const value = text(n, scale);
      expect(
        quantize(decimal(value), -decimals, mode)
          .toFixed(decimals)
          .replace(/^-(?=0*\.?0*$)/, ""),
      ).toBe(intl(value, decimals, mode));
    }),
    { numRuns: 2000 },
  );
});

test("ties go where each mode says", () => {
  const ties = ["-2.5", "-1.5", "-0.5", "0.5", "1.5", "2.5"];
  for (const mode of ROUNDING_MODES) {
    const rounded = ties.map((tie) => quantize(decimal(tie), 0, mode).toFixed(0).replace("-0", "0"));
    expect([mode, ...rounded]).toEqual([mode, ...ties.map((tie) => intl(tie, 0, mode).replace("-0", "0"))]);
  }
});

test("a quotient is rounded once, as the exact fraction is", () => {
  const divisors = fc.bigInt({ min: 1n, max: 10n ** 12n });
  fc.assert(
    fc.property(
      units,
      divisors,
      fc.boolean(),
      fc.integer({ min: 0, max: 6 }),
      modes,
      (n, d, negative, decimals, mode) => {
        const divisor = negative ? -d : d;
        const found = roundedQuotient(decimal(n), decimal(divisor), -decimals, mode);
        // The fraction between two neighbours of the grid: quotient and remainder by integers alone.
        const scaled = (negative ? -n : n) * 10n ** BigInt(decimals);
        const floor = scaled / d - (scaled < 0n && scaled % d !== 0n ? 1n : 0n);
        const rest = scaled - floor * d;
        const side = rest === 0n ? "0" : rest * 2n < d ? "25" : rest * 2n === d ? "5" : "75";
        // floor + 0.25, 0.5 or 0.75 rounds as the exact fraction does.
        const value = rest === 0n ? text(floor, 0) : text(floor * 100n + BigInt(side.padEnd(2, "0")), 2);
        expect(found.times(`1e${decimals}`).toFixed(0).replace("-0", "0")).toBe(
          intl(value, 0, mode).replace("-0", "0"),
        );
      },
    ),
    { numRuns: 1000 },
  );
});

test("a true value lies in the rounding interval of its own print, for every mode and scale", () => {
  fc.assert(
    fc.property(units, places, fc.integer({ min: 0, max: 8 }), modes, (n, scale, decimals, mode) => {
      const value = decimal(text(n, scale));
      const printed = quantize(value, -decimals, mode);
      expect(roundingInterval(printed, -decimals, mode).contains(value)).toBe(true);
      expect(roundingInterval(printed, -decimals, "unknown").contains(value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("no value outside the rounding interval prints so", () => {
  const near = fc.bigInt({ min: -30n, max: 30n });
  fc.assert(
    fc.property(near, near, modes, (n, step, mode) => {
      // Values on a grid of twentieths around a print of whole numbers.
      const value = decimal(text(n * 100n + step * 5n, 2));
      const printed = decimal(text(n, 0));
      const prints = quantize(value, 0, mode).equals(printed);
      expect(roundingInterval(printed, 0, mode).contains(value)).toBe(prints);
    }),
    { numRuns: 3000 },
  );
});

// The bounds that R's scrutiny documents for unround(), by rounding procedure:
// https://search.r-project.org/CRAN/refmans/scrutiny/html/unround.html
describe("the ends that statistics packages publish", () => {
  test.each([
    ["up (half away)", "12.5", "halfExpand", "[12.45, 12.55)"],
    ["down (half towards zero)", "12.5", "halfTrunc", "(12.45, 12.55]"],
    ["ceiling", "12.5", "ceil", "(12.4, 12.5]"],
    ["floor", "12.5", "floor", "[12.5, 12.6)"],
    ["trunc, positive", "12.5", "trunc", "[12.5, 12.6)"],
    ["trunc, negative", "-12.5", "trunc", "(-12.6, -12.5]"],
    ["trunc, zero", "0.0", "trunc", "(-0.1, 0.1)"],
    ["anti-trunc, positive", "12.5", "expand", "(12.4, 12.5]"],
    ["anti-trunc, negative", "-12.5", "expand", "[-12.5, -12.4)"],
    ["even, last digit even", "12.4", "halfEven", "[12.35, 12.45]"],
    ["even, last digit odd", "12.5", "halfEven", "(12.45, 12.55)"],
    ["half up, zero", "0.0", "halfExpand", "(-0.05, 0.05)"],
    ["half up, negative", "-12.5", "halfExpand", "(-12.55, -12.45]"],
    ["half to the ceiling", "-12.5", "halfCeil", "[-12.55, -12.45)"],
    ["half to the floor", "12.5", "halfFloor", "(12.45, 12.55]"],
    ["nothing rounded", "12.5", "exact", "[12.5, 12.5]"],
  ] as const)("%s", (_, printed, mode, expected) => {
    expect(roundingInterval(decimal(printed), -1, mode).show()).toBe(expected);
  });
});

test("a mode that there is not is an error that lists them", () => {
  expect(() => quantize(decimal("1"), 0, "up" as never)).toThrow(
    /no rounding mode "up"; there are ceil, floor/,
  );
});
