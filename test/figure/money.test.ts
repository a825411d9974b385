import fc from "fast-check";
import { expect, test } from "vitest";
import { money, parseMoney, rate } from "../../src/index.js";

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const euros = (n: bigint) =>
  money(
    `${n < 0n ? "-" : ""}${((n < 0n ? -n : n) / 100n).toString()}.${((n < 0n ? -n : n) % 100n).toString().padStart(2, "0")}`,
    "EUR",
  );
const back = (text: string) => BigInt(text.replace("EUR ", "").replace(".", ""));

test("sums and differences are those of whole cents", () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(back(euros(a).plus(euros(b)).toString())).toBe(a + b);
      expect(back(euros(a).minus(euros(b)).toString())).toBe(a - b);
      expect(euros(a).compare(euros(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

test("allocate loses no cent and is fair to one", () => {
  const weights = fc
    .array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1, maxLength: 9 })
    .filter((list) => list.some((w) => w > 0n));
  fc.assert(
    fc.property(cents, weights, (total, shares) => {
      const parts = euros(total)
        .allocate(shares)
        .map((part) => back(part.toString()));
      expect(parts.reduce((a, b) => a + b, 0n)).toBe(total);
      const sum = shares.reduce((a, b) => a + b, 0n);
      for (const [i, part] of parts.entries()) {
        const gap = part * sum - total * (shares[i] as bigint);
        expect((gap < 0n ? -gap : gap) < sum || gap === 0n).toBe(true);
      }
    }),
  );
});

test("division is rounded once, by name", () => {
  expect(money("10", "USD").dividedBy("3", "halfEven").toString()).toBe("USD 3.33");
  expect(money("10", "JPY").dividedBy("4", "halfEven").toString()).toBe("JPY 2");
  expect(money("0.125", "USD").round("halfEven").toString()).toBe("USD 0.12");
  expect(() => money("10", "USD").dividedBy("0", "trunc")).toThrow(/divide by zero/);
});

test("currencies do not mix, and unknown ones do not exist", () => {
  const dollars = money("1", "USD");
  // @ts-expect-error two currencies do not compile
  expect(() => money("1", "EUR").plus(dollars)).toThrow(
    "cannot add USD 1.00 and EUR 1.00: currencies differ; convert one first",
  );
  expect(() => money("1", "XYZ")).toThrow(/not an ISO 4217/);
  expect(() => money("1", "EUR").convert(rate("USD/CNY", "7.1", { kind: "spot" }) as never, "trunc")).toThrow(
    /cannot convert/,
  );
});

test.each(["en", "de", "fr", "en-IN", "de-CH", "ja", "ar-EG"])(
  "what the locale %s prints reads back",
  (locale) => {
    fc.assert(
      fc.property(cents, (n) => {
        const amount = euros(n);
        expect(parseMoney(amount.format(locale), "EUR", locale).toString()).toBe(amount.toString());
      }),
      { numRuns: 60 },
    );
  },
);

test("other locales' forms and other things are refused", () => {
  expect(() => parseMoney("1.234,50", "EUR", "en")).toThrow(
    /not a valid amount in locale en; expected one such as €1,234.50/,
  );
  for (const text of ["", "12.3.4", "1,2,3", "five", "1e5", "12 USD"])
    expect(() => parseMoney(text, "EUR")).toThrow(/not a valid amount/);
});
