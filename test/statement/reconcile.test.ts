import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facts, openData, openRateBook } from "../../src/data/index.js";
import {
  atMost,
  type Fact,
  type Flow,
  figure,
  parts,
  period,
  type Reconciliation,
  reconcile,
  type TradeRelation,
  usualRelations,
} from "../../src/index.js";
import { daysOf } from "../../src/statement/model/level.js";
import { intervalText } from "../../src/statement/reconcile/words.js";
import { verify } from "../../src/statement/solver/index.js";

const book = openRateBook();
const all = facts(openData());
/** The rows that give Liaoning's 42.64bn as exports and imports together, and so say what the engine has to find. */
const told = (one: Fact) =>
  one.area === "Liaoning" &&
  one.flow === "total" &&
  one.period.text === "2023-01/2023-09" &&
  one.amount !== undefined;
const uncorrected = all.filter((one) => !told(one));

const fact = (text: string, more: Partial<Fact> = {}): Fact => {
  const [area = "", partner = "", flow, when = "", ...words] = text.split(" ");
  const amount = words.join(" ");
  return {
    area,
    partner,
    flow: flow as Flow,
    period: period(when),
    ...(amount === "" ? {} : { amount: figure(amount) }),
    ...more,
  };
};
const growth = (text: string) => ({ growth: figure(text).in("percent"), growthCurrency: "USD" });

const idsOf = (found: Reconciliation) => found.conflicts.map(({ prints }) => prints.map(({ id }) => id));
const known = (found: Reconciliation, text: string) => {
  const [area = "", partner = "", flow = "", when = "", currency = "USD"] = text.split(" ");
  return found.known.of({ area, partner, flow, ...daysOf(period(when)), currency });
};
const range = (found: Reconciliation, text: string) => {
  const interval = known(found, text)?.interval;
  return interval === undefined ? "" : intervalText(interval);
};

describe("the label of Liaoning's 42.64bn yuan", () => {
  const found = reconcile(
    uncorrected.filter((one) => one.area === "Liaoning" && one.partner === "RUS"),
    { book, limits: { moreEffort: 60 } },
  );
  const exported = (when: string, amount: string) =>
    uncorrected.find(
      (one) =>
        one.area === "Liaoning" &&
        one.partner === "RUS" &&
        one.flow === "exports" &&
        one.period.text === when &&
        one.amount?.shown().value === amount,
    );

  test("nine months of 42.64bn against a year of 14.4bn is the smallest conflict", () => {
    const [first] = found.conflicts;
    expect(first?.prints.map(({ fact, part }) => [fact, part])).toEqual([
      [exported("2023-01/2023-09", "CNY 42.64bn"), "amount"],
      [exported("2023", "CNY 14.4bn"), "amount"],
    ]);
    expect(first?.minimal).toBe(true);
    expect(first?.says).toMatch(
      /^CNY 42\.64bn is at least 42\.635bn, but CNY 14\.4bn for exports of 2023 \(provinces\.csv line 9\), even with a revision of 2%, leaves less than 14\.7449bn for exports of Liaoning to RUS, Jan–Sep 2023\.$/,
    );
  });

  test("every conflict holds it, so that leaving it out mends all", () => {
    const [problem, ...others] = found.problems;
    expect(others).toEqual([]);
    expect(problem?.suspects[0]?.print.fact).toBe(exported("2023-01/2023-09", "CNY 42.64bn"));
    expect(problem?.suspects[0]?.conflicts).toBe(found.conflicts.length);
    expect([found.conflicts.length, found.more]).toEqual([13, false]);
  });

  test("exports and imports together is the nearest repair; then its growth meets the 45%", () => {
    const nearest = found.problems[0]?.corrections.found[0];
    expect([nearest?.kind, nearest?.says]).toEqual([
      "relabel",
      "CNY 42.64bn is exports and imports together, not exports (Liaoning with RUS, exports, 2023-01/2023-09)",
    ]);
    expect(nearest?.next?.statements.map(({ figure }) => figure)).toEqual(["+45%", "+82.3%"]);
    // As labelled the two growths are of different flows, and no conflict.
    const growths = found.conflicts.filter(({ prints }) => prints.every(({ part }) => part === "growth"));
    expect(growths).toEqual([]);
  });

  test("each certificate is one by the definition: its lines add up to something false", () => {
    for (const { certificate } of found.conflicts) expect(verify(found.system, certificate)).toBe(true);
  });
});

describe("June 2023 as its page printed it", () => {
  const june = (flow: string) =>
    all.find(
      (one) =>
        one.area === "CHN" &&
        one.partner === "RUS" &&
        one.flow === flow &&
        one.period.text === "2023-06" &&
        one.amount?.unit === "USD",
    ) as Fact & { amount: NonNullable<Fact["amount"]> };
  const [out, into] = [june("exports"), june("imports")];
  const near = all.filter(
    ({ area, partner, period: { text } }) =>
      area === "CHN" && partner === "RUS" && /^(2022|2023)(-01\/202[23])?(-\d\d)?$/.test(text),
  );
  const swapped = near.map((one) =>
    one === out ? { ...out, amount: into.amount } : one === into ? { ...into, amount: out.amount } : one,
  );

  test("its exports and imports contradict growths and cumulative figures; to exchange the amounts is the nearest repair", () => {
    const found = reconcile(swapped, { book, limits: { moreEffort: 0 } });
    const own = found.problems.filter(({ suspects }) =>
      suspects.some(({ print }) => print.fact.period.text === "2023-06"),
    );
    expect(own.length).toBeGreaterThan(0);
    const nearest = own[0]?.corrections.found[0];
    expect(nearest?.says).toBe(
      "the amounts of exports and imports of Jun 2023 are exchanged: exports are USD 9.551bn, imports USD 11.28bn",
    );
    // Further problems of that month end with it.
    for (const other of own.slice(1)) expect(nearest?.ends.some((group) => other.is(group))).toBe(true);
  });
});

describe("what is known", () => {
  const september = all.filter(
    (one) => one.area === "CHN" && one.partner === "RUS" && one.period.text === "2023-09" && one.amount,
  );

  test("9.6bn and 11.53bn that make 21.18bn: the first lies between 9.64bn and 9.65bn, by the other two", () => {
    const found = reconcile(september, { book });
    expect(found.verdict).toBe("consistent");
    const exports = known(found, "CHN RUS exports 2023-09");
    expect(intervalText(exports?.interval as never)).toBe("(9.64bn, 9.65bn)");
    expect(exports?.lowerBy.map(({ fact }) => fact.amount?.shown().value)).toEqual([
      "USD 11.53bn",
      "USD 21.18bn",
    ]);
    const [narrowed] = found.known.narrowed();
    expect([narrowed?.print.fact.flow, intervalText(narrowed?.narrowed as never)]).toEqual([
      "exports",
      "(9.64bn, 9.65bn)",
    ]);
  });

  test("a month that nobody printed lies between what its neighbours leave", () => {
    const found = reconcile(
      [fact("A WLD total 2023-01/2023-02 $10bn"), fact("A WLD total 2023-01/2023-03 $16bn")],
      {
        revision: "0%",
      },
    );
    expect(range(found, "A WLD total 2023-03")).toBe("(5bn, 7bn)");
  });

  test("two growths imply the base of the year before", () => {
    const found = reconcile([
      fact("A WLD total 2023 $110bn", growth("10%")),
      fact("A WLD total 2023 ", growth("10.0%")),
    ]);
    expect(range(found, "A WLD total 2022")).toBe("(94.76bn, 105.79bn)");
  });

  test("amounts that no figure limits from above have a lower end alone", () => {
    const found = reconcile([fact("A WLD exports 2023-09 $5bn")]);
    expect(range(found, "A WLD total 2023-09")).toBe("at least 4.5bn");
  });
});

describe("relations", () => {
  const northeast = [
    fact("Northeast WLD total 2023 $10bn"),
    fact("Liaoning WLD total 2023 $6bn"),
    fact("Jilin WLD total 2023 $5bn"),
  ];

  test("areas that make up another, or are part of it", () => {
    expect(reconcile(northeast).verdict).toBe("consistent");
    const found = reconcile(northeast, {
      relations: [...usualRelations(), parts("Northeast", ["Liaoning", "Jilin"])],
    });
    expect(found.verdict).toBe("consistent");
    const more = [...northeast, fact("Heilongjiang WLD total 2023 $4bn")];
    const three = ["Liaoning", "Jilin", "Heilongjiang"];
    const all = reconcile(more, { relations: [...usualRelations(), parts("Northeast", three)] });
    expect(all.conflicts[0]?.prints.length).toBe(4);
    const whole = reconcile(northeast, {
      relations: [...usualRelations(), parts("Northeast", ["Liaoning", "Jilin"], { complete: true })],
    });
    expect(range(whole, "Northeast WLD total 2023")).toBe("[10bn, 10.5bn)");
  });

  test("one of one's own, in a few typed lines", () => {
    const noMoreThanImports: TradeRelation = {
      name: "a shop sells no more than it buys",
      rules: (levels) =>
        levels.all().flatMap((one) => {
          const bought = levels.find({ ...one, flow: "imports" });
          if (one.flow !== "exports" || bought === undefined) return [];
          return [atMost([one], bought, "sales are at most purchases")];
        }),
    };
    const shop = [fact("Shop WLD exports 2023 $9bn"), fact("Shop WLD imports 2023 $7bn")];
    expect(reconcile(shop).verdict).toBe("consistent");
    const found = reconcile(shop, { relations: [...usualRelations(), noMoreThanImports] });
    expect(found.conflicts[0]?.certificate.lines.map((line) => line.limit ?? line.statement)).toContain(
      "sales are at most purchases",
    );
  });

  test("a share of the world, a record, a currency, another release", () => {
    const share = { share: figure("20%").in("percent") };
    const shared = [fact("A WLD total 2023 $100bn"), fact("A B total 2023 $25bn", share)];
    expect(reconcile(shared).conflicts[0]?.prints.length).toBe(3);
    const highest = { record: { of: "highest" as const } };
    const months = [fact("A WLD total 2023-01 $7bn"), fact("A WLD total 2023-02 $5bn", highest)];
    expect(idsOf(reconcile(months))).toEqual([
      ["statement 1, amount", "statement 2, amount", "statement 2, record"],
    ]);
    const since = { record: { of: "highest" as const, since: period("2023-02") } };
    expect(reconcile([months[0] as Fact, { ...(months[1] as Fact), ...since }]).verdict).toBe("consistent");
    const yuan = [fact("A WLD total 2023-10 500bn yuan"), fact("A WLD total 2023-10 $50bn")];
    expect([reconcile(yuan).verdict, reconcile(yuan, { book }).verdict]).toEqual([
      "consistent",
      "contradictory",
    ]);
    const releases = (second: string) =>
      reconcile([
        fact("A WLD total 2023-10 $50.0bn"),
        fact(`A WLD total 2023-10 ${second}`, { vintage: "2024-01" }),
      ]).verdict;
    expect([releases("$51.0bn"), releases("$56.0bn")]).toEqual(["consistent", "contradictory"]);
  });

  test("tolerances are shares, and others are refused with what they should be", () => {
    expect(() => reconcile([], { revision: "lots" })).toThrow(
      'revision is a share of the figure such as 2% or 0.02, from 0 to below 100%; found "lots"',
    );
    expect(() => parts("A", ["A"])).toThrow("the parts of A have to be one or more other names, each once");
  });
});

describe("a whole against its parts, and a part against its whole", () => {
  test.each([
    ["a total below published exports", "total 2023 10.0bn", "contradictory"],
    ["a total above them", "total 2023 54.9bn", "consistent"],
    ["a total that only rounding brings below", "total 2023 14.4bn", "consistent"],
    ["exports of a longer period below those of a shorter", "exports 2022/2023 14.0bn", "contradictory"],
    ["exports of nine months above those of the year", "exports 2023-01/2023-09 42.64bn", "contradictory"],
    ["exports of nine months within the year", "exports 2023-01/2023-09 10.0bn", "consistent"],
    ["imports, of which exports say nothing", "imports 2023 1.0bn", "consistent"],
  ])("%s", (_, claim, verdict) => {
    const found = reconcile([
      fact("Liaoning RUS exports 2023 14.4bn yuan"),
      fact(`Liaoning RUS ${claim} yuan`),
    ]);
    expect(found.verdict).toBe(verdict);
  });
});

describe("laws", () => {
  test("figures printed from one truth are never called contradictory, nor with a figure left out", () => {
    const cents = fc.integer({ min: 1, max: 99_999 });
    const run = fc.record({
      months: fc.array(fc.tuple(cents, cents), { minLength: 2, maxLength: 5 }),
      before: fc.tuple(cents, cents),
      decimals: fc.constantFrom(0, 1, 2),
    });
    fc.assert(
      fc.property(run, ({ months, before, decimals }) => {
        const print = (n: number) => `$${rounded(n, decimals)}m`;
        const made: Fact[] = [];
        let [x, i] = [0, 0];
        months.forEach(([out, into], at) => {
          [x, i] = [x + out, i + into];
          const month = `2023-0${at + 1}`;
          const since = at === 0 ? month : `2023-01/${month}`;
          made.push(
            fact(`A WLD exports ${month} ${print(out)}`),
            fact(`A WLD imports ${month} ${print(into)}`),
            fact(`A WLD total ${month} ${print(out + into)}`),
          );
          if (at > 0) {
            made.push(
              fact(`A WLD exports ${since} ${print(x)}`),
              fact(`A WLD imports ${since} ${print(i)}`),
              fact(`A WLD total ${since} ${print(x + i)}`),
            );
          }
        });
        const last = `2023-01/2023-0${months.length}`;
        const rise = (now: number, then: number) => {
          const thousandths = Math.round(((now - then) * 1000) / then);
          return growth(`${(thousandths / 10).toFixed(1)}%`);
        };
        made.push(
          fact(`A WLD exports ${last.replaceAll("2023", "2022")} ${print(before[0])}`),
          fact(`A WLD exports ${last} `, rise(x, before[0])),
          fact(`A WLD total ${last} `, rise(x + i, before[0] + before[1])),
        );
        expect(reconcile(made, { revision: "0%", baseRevision: "0%" }).verdict).toBe("consistent");
      }),
      { numRuns: 25 },
    );
  });

  test("a figure pushed out of what the others leave is found, and is in every conflict", () => {
    const digits = fc.integer({ min: 100, max: 900 });
    fc.assert(
      fc.property(digits, digits, fc.integer({ min: 0, max: 2 }), (out, into, which) => {
        const made = [
          fact(`A WLD exports 2023 $${out}bn`),
          fact(`A WLD imports 2023 $${into}bn`),
          fact(`A WLD total 2023 $${out + into}bn`),
        ];
        const wrong = made.map((one, at) =>
          at === which
            ? { ...one, amount: figure(`${one.amount?.value.div(1e9).plus(7).toFixed()}bn USD`) }
            : one,
        );
        const found = reconcile(wrong);
        expect(found.verdict).toBe("contradictory");
        for (const ids of idsOf(found)) expect(ids).toContain(`statement ${which + 1}, amount`);
      }),
      { numRuns: 20 },
    );
  });
});

/** Hundredths as text of so many decimals, half away from zero. */
function rounded(hundredths: number, decimals: number): string {
  const step = 10 ** (2 - decimals);
  const whole = Math.floor((hundredths + step / 2) / step);
  const text = String(whole).padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

test("no repair says only less, or moves a figure to where nothing bears on it", () => {
  const found = reconcile([
    fact("A B exports 2016-12 $3.947bn"),
    fact("A B imports 2016-12 $3.216bn"),
    fact("A B total 2016-12 $7.17bn"),
  ]);
  const [problem] = found.problems;
  const kinds = new Set(problem?.corrections.found.map(({ kind }) => kind));
  // 3.947 + 3.216 is 7.163: a digit of one of them, and no other month, nor other currency, of which nothing is known.
  expect([...kinds]).toEqual(["digit"]);
  const open = reconcile([fact("A B exports 2016-12 more than $9bn"), fact("A B total 2016-12 $7.17bn")]);
  const says = open.problems[0]?.corrections.found.map((one) => one.says) ?? [];
  expect(says.filter((one) => /not more than/.test(one))).toEqual([]);
  expect(says).toContain("USD 9.17bn, not USD 7.17bn (A with B, total, 2016-12)");
});
