import fc from "fast-check";
import { expect, test } from "vitest";
import { openRateBook } from "../../src/data/index.js";
import { type CheckedClaim, check, Decimal, Figure, figure, Interval, RateBook } from "../../src/index.js";
import type { FigureMention, GrowthClaim, Reading } from "../../src/text/reading.js";
import { cases } from "../support/long.js";
import { fromText, minus, order, over, plus, type Rational, rational, times } from "../support/rational.js";

const book = openRateBook();
const runs = { numRuns: cases(75, 300) };

/** Digits as printed, with up to three decimals. */
const digits = () =>
  fc
    .tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 3 }))
    .map(([n, decimals]) => printed(rational(BigInt(n), 10n ** BigInt(decimals)), decimals));

/** A rational of zero or more, printed with so many decimals, half away from zero: the oracle's own rounding. */
function printed(x: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const size = x.n < 0n ? -x.n : x.n;
  const units = (2n * size * scale + x.d) / (2n * x.d);
  const text = units.toString().padStart(decimals + 1, "0");
  const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  return x.n < 0n && units > 0n ? `-${whole}` : whole;
}

function mention(
  kind: FigureMention["kind"],
  text: string,
  start: number,
  made: Figure = figure(text, {}),
): FigureMention {
  return {
    kind,
    text,
    start,
    end: start + text.length,
    figure: made,
    ...(kind === "money" ? { currency: made.unit } : {}),
  };
}

/** A reading of figures in a row. */
function inRow(texts: readonly (readonly [FigureMention["kind"], string])[]): {
  text: string;
  figures: FigureMention[];
} {
  let text = "";
  const figures: FigureMention[] = [];
  for (const [kind, words] of texts) {
    figures.push(mention(kind, words, text.length));
    text += `${words} `;
  }
  return { text, figures };
}

const only = (reading: Parameters<typeof check>[0], options = {}) => check(reading, options).claims[0];

function growthOf(text: string, [rate, level, base]: FigureMention[], sign: 1 | -1 = 1): Reading["growth"] {
  const claim: GrowthClaim = {
    text,
    start: 0,
    end: text.length,
    rate: rate as FigureMention,
    sign,
    ...(level ? { level } : {}),
    ...(base ? { base } : {}),
    basis: "yoy",
    forecast: false,
  };
  return [claim];
}

test("growth computed exactly and then rounded as printed is never inconsistent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 1, max: 10 ** 9 }),
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: 0, max: 3 }),
      (from, to, places, ratePlaces) => {
        const [a, b] = [rational(BigInt(from), 10_000n), rational(BigInt(to), 10_000n)];
        const base = printed(a, places);
        fc.pre(order(fromText(base), rational(0n)) > 0);
        const change = minus(over(b, a), rational(1n));
        const percent = printed(times(change, rational(100n)), ratePlaces).replace("-", "");
        const sign = change.n < 0n ? -1 : 1;
        const { text, figures } = inRow([
          ["percent", `${percent}%`],
          ["money", `$${printed(b, places)}bn`],
          ["money", `$${base}bn`],
        ]);
        const found = only({ text, growth: growthOf(text, figures, sign) });
        expect(found?.verdict ?? "left out").not.toBe("inconsistent");
      },
    ),
    runs,
  );
});

test("points, sums, shares and conversions computed exactly and rounded are never inconsistent", () => {
  const amount = fc.integer({ min: 100, max: 10 ** 8 });
  fc.assert(
    fc.property(
      amount,
      amount,
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 0, max: 3 }),
      (x, y, r, places) => {
        const [a, b] = [rational(BigInt(x), 1000n), rational(BigInt(y), 1000n)];
        const rate = rational(BigInt(r), 10_000n);
        const whole = plus(a, b);
        const row = inRow(
          [
            ["money", `$${printed(a, places)}bn`],
            ["money", `$${printed(b, places)}bn`],
            ["money", `$${printed(whole, places)}bn`],
            ["percent", `${printed(times(over(a, whole), rational(100n)), places)}%`],
            ["money", `CNY ${printed(times(a, rate), places)}bn`],
            ["rate", `$1 = ${printed(rate, 4)} yuan`.replace(/ yuan$/, " yuan")],
          ].map(([kind, words]) =>
            kind === "rate"
              ? (["money", "1 yuan"] as const)
              : ([kind, words] as [FigureMention["kind"], string]),
          ),
        );
        const [pa, pb, total, share, yuan] = row.figures as [
          FigureMention,
          FigureMention,
          FigureMention,
          FigureMention,
          FigureMention,
        ];
        const words = `$1 = ${printed(rate, 4)} yuan`;
        const stated = mention("rate", words, row.text.length, figure(`${printed(rate, 4)} yuan`, {}));
        const span = { text: row.text, start: 0, end: row.text.length };
        const { claims } = check({
          text: row.text + words,
          mentions: [...row.figures, stated],
          sums: [
            {
              ...span,
              total,
              parts: [
                { sign: 1, amount: pa },
                { sign: 1, amount: pb },
              ],
            },
            {
              ...span,
              total: pa,
              parts: [
                { sign: 1, amount: total },
                { sign: -1, amount: pb },
              ],
            },
          ],
          shares: [{ ...span, share, part: pa, whole: total }],
          conversions: [{ ...span, amount: yuan, converted: pa }],
        });
        for (const one of claims)
          expect(`${one.kind} ${one.verdict} ${one.says}`).not.toContain(" inconsistent ");
      },
    ),
    runs,
  );
});

const anyFigure = () =>
  fc.tuple(
    fc.constantFrom("", "about ", "more than ", "nearly ", "up to ", "less than "),
    fc.oneof(digits(), fc.constantFrom("0", "0.0", "00", "100", "3000")),
    fc.constantFrom(
      "%",
      " percentage points",
      "",
      "bn yuan",
      " million dollars",
      " euros",
      "亿元",
      " basis points",
      "bn",
      " lakh rupees",
    ),
  );

const KINDS: FigureMention["kind"][] = [
  "money",
  "percent",
  "percentage-point",
  "basis-point",
  "multiple",
  "fraction",
  "count",
  "rate",
];

const anyMention = () =>
  fc
    .tuple(fc.constantFrom(...KINDS), anyFigure(), fc.option(anyFigure()), fc.integer({ min: 0, max: 400 }))
    .map(([kind, [hedge, number, unit], high, start]): FigureMention => {
      const text = `${number}${unit}`;
      const made = figure(`${hedge}${text}`, {});
      const to = high === null ? {} : { to: figure(`${high[1]}${unit}`, {}) };
      return { kind, text, start, end: start + text.length, figure: made, currency: made.unit, ...to };
    });

const anyReading = (): fc.Arbitrary<Reading> =>
  fc
    .tuple(
      fc.array(anyMention(), { minLength: 1, maxLength: 8 }),
      fc.array(fc.nat({ max: 999 }), { minLength: 40, maxLength: 40 }),
      fc.string({ maxLength: 60 }),
    )
    .map(([mentions, choices, words]) => {
      let at = 0;
      const next = () => choices[at++ % choices.length] as number;
      const one = () => mentions[next() % mentions.length] as FigureMention;
      const maybe = () => (next() % 3 === 0 ? undefined : one());
      const sign = () => (next() % 2 === 0 ? 1 : -1);
      const span = { text: words, start: 0, end: words.length };
      const times = <T>(make: () => T) => Array.from({ length: next() % 4 }, make);
      const set = <K extends string>(key: K, value: FigureMention | undefined) =>
        value === undefined ? {} : ({ [key]: value } as Record<K, FigureMention>);
      return {
        text: words,
        mentions,
        conversions: times(() => ({ ...span, amount: one(), converted: one() })),
        growth: times(
          () =>
            ({
              ...span,
              rate: one(),
              sign: sign(),
              ...set("level", maybe()),
              ...set("base", maybe()),
              basis: "yoy",
              forecast: false,
            }) as GrowthClaim,
        ),
        changes: times(() => ({ ...span, from: one(), to: one(), sign: sign() })),
        sums: times(() => ({ ...span, total: one(), parts: times(() => ({ sign: sign(), amount: one() })) })),
        shares: times(() => ({ ...span, share: one(), ...set("part", maybe()), ...set("whole", maybe()) })),
        unread: [],
      };
    });

test("no reading makes the check throw; every repair checks as it says, and is JSON", () => {
  fc.assert(
    fc.property(
      anyReading(),
      fc.boolean(),
      fc.constantFrom(undefined, "trunc", "unknown", "exact"),
      (reading, dated, rounding) => {
        const options = {
          ...(dated ? { book, publishedOn: "2023-10-23" } : {}),
          ...(rounding === undefined ? {} : { rounding }),
        };
        const { claims, summary } = check(reading, options as Parameters<typeof check>[1]);
        expect(summary.consistent + summary.inconsistent + summary.undecided).toBe(claims.length);
        for (const one of claims) {
          expect(one.says).toMatch(/\.$/);
          expect(one.says).not.toMatch(/undefined|NaN|Infinity|\[object/);
          expect(one.working.length).toBeGreaterThan(0);
          expect(one.repairs.length).toBeLessThanOrEqual(5);
          if (one.verdict !== "inconsistent") expect(one.repairs).toEqual([]);
          for (const repair of one.repairs) {
            expect(repair.verdict).not.toBe("inconsistent");
            expect(repair.to).not.toBe(repair.from);
          }
          JSON.parse(JSON.stringify(one));
        }
      },
    ),
    { numRuns: cases(75, 300) },
  );
});

/** The same mention, with an interval that is wider by so many units of its value. */
function widened(of: FigureMention, by: number): FigureMention {
  const { figure: one } = of;
  const size = one.value.abs().plus("1e-6").times(by).dividedBy(1000);
  const { lower, upper } = one.interval;
  return {
    ...of,
    figure: new Figure({
      ...one,
      // A getter, which spreading leaves out.
      value: one.value,
      interval: new Interval(new Decimal(lower.minus(size)), new Decimal(upper.plus(size))),
    }),
  };
}

test("a wider figure never turns consistent into inconsistent", () => {
  fc.assert(
    fc.property(
      anyReading(),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 500 }),
      fc.boolean(),
      (reading, which, by, dated) => {
        const options = dated ? { book, publishedOn: "2023-10-23" } : {};
        const before = check(reading, options);
        const old = reading.mentions[which % reading.mentions.length] as FigureMention;
        const wide = widened(old, by);
        const swap = (one: FigureMention | undefined) => (one === old ? wide : one) as FigureMention;
        const after = check(
          {
            ...reading,
            mentions: reading.mentions.map((one) => swap(one as FigureMention)),
            conversions: reading.conversions.map((one) => ({
              ...one,
              amount: swap(one.amount),
              converted: swap(one.converted),
            })),
            growth: reading.growth.map((one) => ({
              ...one,
              rate: swap(one.rate),
              ...(one.level ? { level: swap(one.level) } : {}),
              ...(one.base ? { base: swap(one.base) } : {}),
            })),
            changes: reading.changes.map((one) => ({ ...one, from: swap(one.from), to: swap(one.to) })),
            sums: reading.sums.map((one) => ({
              ...one,
              total: swap(one.total),
              parts: one.parts.map((part) => ({ ...part, amount: swap(part.amount) })),
            })),
            shares: reading.shares.map((one) => ({
              ...one,
              share: swap(one.share),
              ...(one.part ? { part: swap(one.part) } : {}),
              ...(one.whole ? { whole: swap(one.whole) } : {}),
            })),
          },
          options,
        );
        // A figure that reaches zero makes no ratio, so a claim may leave the list, but only one of that figure.
        const place = (one: CheckedClaim) =>
          [
            one.kind,
            one.span.start,
            one.span.end,
            ...one.figures.map((each) => each.start),
            "sign" in one.claim ? one.claim.sign : "",
          ].join(" ");
        const at = (claims: readonly CheckedClaim[], one: CheckedClaim) => {
          const same = claims.filter((other) => place(other) === place(one));
          return { all: same, nth: same.indexOf(one) };
        };
        for (const one of before.claims) {
          const { all, nth } = at(before.claims, one);
          const { all: now } = at(after.claims, one);
          const wider = now.length === all.length ? now[nth] : undefined;
          if (wider === undefined) expect(one.figures.some((each) => each.start === old.start)).toBe(true);
          else if (one.verdict === "consistent") expect(wider.verdict).not.toBe("inconsistent");
        }
      },
    ),
    { numRuns: cases(75, 300) },
  );
});

test("one changed digit of a growth is put back among the nearest repairs, or nothing was wrong", () => {
  const told = { wrong: 0, trueDigit: 0 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 1000, max: 9999 }),
      fc.nat({ max: 3 }),
      (a, b, at) => {
        fc.pre(b > a);
        const [base, level] = [rational(BigInt(a), 100n), rational(BigInt(b), 100n)];
        const rate = `${printed(times(minus(over(level, base), rational(1n)), rational(100n)), 1)}%`;
        const true_ = printed(level, 2);
        const place = at < 2 ? at : at + 1;
        const changed = `${true_.slice(0, place)}${(Number(true_[place]) + 3) % 10}${true_.slice(place + 1)}`;
        fc.pre(!changed.startsWith("0"));
        const { text, figures } = inRow([
          ["percent", rate],
          ["money", `$${changed}bn`],
          ["money", `$${printed(base, 2)}bn`],
        ]);
        const found = only({ text, growth: growthOf(text, figures) });
        if (found?.verdict !== "inconsistent") return;
        expect(found.repairs.length).toBeGreaterThan(0);
        told.wrong++;
        if (found.repairs.some((one) => one.to === `$${true_}bn`)) told.trueDigit++;
        for (const repair of found.repairs) {
          const again = figures.map((one) =>
            one.start === repair.span.start ? mention(one.kind, repair.to, one.start) : one,
          );
          // Read afresh from the repaired text, the claim holds: the search assumed nothing.
          if (repair.kind !== "direction" && repair.kind !== "unit") {
            expect(only({ text, growth: growthOf(text, again) })?.verdict).toBe(repair.verdict);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
  // Several edits may make one claim hold; five are told, and the true digit is among them nearly always.
  expect(told.wrong).toBeGreaterThan(50);
  expect(told.trueDigit / told.wrong).toBeGreaterThan(0.9);
});

test("of a text of thousands of claims every one is checked", () => {
  const count = cases(2000, 3000);
  const { text, figures } = inRow(
    Array.from({ length: count }, (_, i) => [
      ["money", `${100 + (i % 800)}.5 billion yuan`] as const,
      ["money", `$${13 + (i % 90)}.25 billion`] as const,
    ]).flat(),
  );
  const conversions = Array.from({ length: count }, (_, i) => {
    const [amount, converted] = [figures[2 * i], figures[2 * i + 1]] as [FigureMention, FigureMention];
    return { text: "", start: amount.start, end: converted.end, amount, converted };
  });
  const { claims } = check({ text, mentions: figures, conversions }, { book, publishedOn: "2023-10-23" });
  expect(claims).toHaveLength(count);
  const empty = new RateBook([]);
  expect(check({ text, mentions: figures, conversions }, { book: empty }).claims).toHaveLength(count);
});
