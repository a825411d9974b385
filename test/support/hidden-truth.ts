import { Ratio } from "../../src/exact/ratio.js";
import type { Constraint, System, Term } from "../../src/statement/solver/index.js";
import { randomFrom } from "./random.js";

/** A printed level: digits × 10^exponent, rounded half up. */
export interface Printed {
  readonly source: string;
  readonly variable: number;
  readonly digits: number;
  readonly exponent: number;
}

/** A system of figures printed from one truth, so that all of them can be true. */
export interface Truth {
  readonly system: System;
  readonly levels: readonly Printed[];
}

const MINUS = Ratio.of(-1n);

/** Collects quantities with their true values, and what is printed about them. */
class Maker {
  readonly variables: string[] = [];
  readonly constraints: Constraint[] = [];
  readonly levels: Printed[] = [];
  readonly truth: number[] = [];
  readonly #places = new Map<string, number>();
  statements = 0;

  variable(name: string, truth: () => number): number {
    let at = this.#places.get(name);
    if (at === undefined) {
      at = this.variables.length;
      this.#places.set(name, at);
      this.variables.push(name);
      this.truth.push(truth());
      const lower = { value: Ratio.ZERO, open: false };
      this.add("limit", `${name} is not negative`, [[at, Ratio.ONE]], { lower });
    }
    return at;
  }

  has(name: string): boolean {
    return this.#places.has(name);
  }

  add(
    kind: Constraint["kind"],
    source: string,
    terms: readonly (readonly [number, Ratio])[],
    ends: Pick<Constraint, "lower" | "upper">,
  ): void {
    const form: Term[] = terms.map(([variable, by]) => ({ variable, times: by }));
    this.constraints.push({ id: `c${this.constraints.length}`, source, kind, terms: form, ...ends });
  }

  sum(whole: number, parts: readonly number[], says: string): void {
    const zero = { value: Ratio.ZERO, open: false };
    const terms = parts.map((part): [number, Ratio] => [part, MINUS]);
    this.add("definition", `${says} ${this.constraints.length}`, [[whole, Ratio.ONE], ...terms], {
      lower: zero,
      upper: zero,
    });
  }

  /** The level of a variable with so many significant digits. */
  level(variable: number, count: number): void {
    const value = this.truth[variable] as number;
    const exponent = Math.floor(Math.log10(value)) - count + 1;
    const source = `level ${this.statements++}`;
    const printed = { source, variable, digits: Math.round(value / 10 ** exponent), exponent };
    this.levels.push(printed);
    this.constraints.push(levelOf(`c${this.constraints.length}`, printed));
  }

  /** One variable as a multiple of another, printed to a tenth of a per cent. */
  ratio(kind: "growth" | "share", one: number, other: number): void {
    const tenths = Math.round(((this.truth[one] as number) / (this.truth[other] as number)) * 1000);
    this.between(
      "statement",
      `${kind} ${this.statements++}`,
      one,
      other,
      [2 * tenths - 1, 2 * tenths + 1],
      2000,
    );
  }

  /** low/unit × other ≤ one < high/unit × other. */
  between(
    kind: Constraint["kind"],
    source: string,
    one: number,
    other: number,
    [low, high]: readonly [number, number],
    unit: number,
  ): void {
    const by = (n: number) => Ratio.of(BigInt(-n), BigInt(unit));
    this.add(
      kind,
      source,
      [
        [one, Ratio.ONE],
        [other, by(low)],
      ],
      { lower: { value: Ratio.ZERO, open: false } },
    );
    this.add(
      kind,
      source,
      [
        [one, Ratio.ONE],
        [other, by(high)],
      ],
      {
        upper: { value: Ratio.ZERO, open: kind === "statement" },
      },
    );
  }

  get made(): Truth {
    return { system: { variables: this.variables, constraints: this.constraints }, levels: this.levels };
  }
}

function levelOf(id: string, { source, variable, digits, exponent }: Printed): Constraint {
  const half = (twice: number) => Ratio.scaled(BigInt(twice) * 5n, exponent - 1);
  return {
    id,
    source,
    kind: "statement",
    terms: [{ variable, times: Ratio.ONE }],
    lower: { value: half(2 * digits - 1), open: false },
    upper: { value: half(2 * digits + 1), open: true },
  };
}

/** Sum trees without cycles, in pairs that a growth joins; of their quantities four in five are printed. */
export function trees(statements: number, seed: number): Truth {
  const random = randomFrom(seed);
  const maker = new Maker();
  const digits = () => 2 + Math.floor(random() * 4);
  const build = (depth: number): number => {
    const parts: number[] = [];
    if (depth > 0 && maker.statements < statements) {
      for (let i = 2 + Math.floor(random() * 4); i > 0; i--) parts.push(build(depth - 1));
    }
    const truth = () =>
      parts.length === 0
        ? Math.exp(random() * 6)
        : parts.reduce((sum, x) => sum + (maker.truth[x] as number), 0);
    const whole = maker.variable(`n${maker.variables.length}`, truth);
    if (parts.length > 0) maker.sum(whole, parts, "parts");
    if (random() < 0.8) maker.level(whole, digits());
    return whole;
  };
  while (maker.statements < statements) maker.ratio("growth", build(4), build(4));
  return maker.made;
}

/**
 * Provinces × partners × flows × months, each for the month and from the year's start, in yuan and in dollars: sums in
 * four directions and rates, full of cycles. Levels, growths on the year before and shares are printed, in random places.
 */
export function cube(statements: number, seed: number): Truth {
  const random = randomFrom(seed);
  const maker = new Maker();
  const [provinces, partners, months] = sizes(statements);
  const rates = Array.from({ length: months }, () => 6.3 + random() * 0.9);
  const partnerNames = Array.from({ length: partners }, (_, k) => `k${k}`);
  const provinceNames = Array.from({ length: provinces }, (_, p) => `p${p}`);
  const cells = new Map<string, number>();
  for (let t = 0; t < months; t++) {
    for (const k of partnerNames) {
      for (const p of provinceNames) {
        for (const f of ["exports", "imports"]) {
          const before = cells.get(`${k} ${p} ${f} ${t - 12}`);
          cells.set(`${k} ${p} ${f} ${t}`, before ? before * (0.7 + random()) : Math.exp(1 + random() * 5));
        }
      }
    }
  }
  const flowsOf = (f: string) => (f === "total" ? ["exports", "imports"] : [f]);
  const partnersOf = (k: string) => (k === "world" ? partnerNames : [k]);
  const provincesOf = (p: string) => (p === "all" ? provinceNames : [p]);
  const truth = (k: string, p: string, f: string, t: number, run: string, currency: string): number => {
    let sum = 0;
    for (let month = run === "month" ? t : t - (t % 12); month <= t; month++) {
      let own = 0;
      for (const kk of partnersOf(k)) {
        for (const pp of provincesOf(p)) {
          for (const ff of flowsOf(f)) own += cells.get(`${kk} ${pp} ${ff} ${month}`) as number;
        }
      }
      sum += currency === "CNY" ? own : own / (rates[month] as number);
    }
    return sum;
  };
  const name = (...parts: readonly (string | number)[]) => parts.join("|");
  const at = (k: string, p: string, f: string, t: number, run: string, currency: string) =>
    maker.variable(name(k, p, f, t, run, currency), () => truth(k, p, f, t, run, currency));
  const allPartners = partners > 1 ? [...partnerNames, "world"] : partnerNames;
  const allProvinces = [...provinceNames, "all"];
  for (const k of allPartners) {
    for (const p of allProvinces) {
      for (const f of ["exports", "imports", "total"]) {
        for (let t = 0; t < months; t++) {
          for (const currency of ["CNY", "USD"]) {
            const month = at(k, p, f, t, "month", currency);
            const run = at(k, p, f, t, "run", currency);
            maker.sum(run, t % 12 === 0 ? [month] : [at(k, p, f, t - 1, "run", currency), month], "run");
            if (f === "total") {
              maker.sum(
                month,
                flowsOf(f).map((ff) => at(k, p, ff, t, "month", currency)),
                "flows",
              );
            }
            if (p === "all") {
              maker.sum(
                month,
                provinceNames.map((pp) => at(k, pp, f, t, "month", currency)),
                "provinces",
              );
            }
            if (k === "world") {
              maker.sum(
                month,
                partnerNames.map((kk) => at(kk, p, f, t, "month", currency)),
                "partners",
              );
            }
          }
          if ((k === "k0" || k === "world") && (p === "all" || f === "total")) {
            const rate = Math.round((rates[t] as number) * 10_000);
            const [yuan, dollars] = [at(k, p, f, t, "month", "CNY"), at(k, p, f, t, "month", "USD")];
            maker.between(
              "limit",
              `rate ${maker.constraints.length}`,
              yuan,
              dollars,
              [rate - 5, rate + 5],
              10_000,
            );
          }
        }
      }
    }
  }
  const names = [...maker.variables];
  const used = new Set<string>();
  for (let tries = 0; maker.statements < statements && tries < 40 * statements; tries++) {
    const chosen = names[Math.floor(random() * names.length)] as string;
    const [k, p, f, month, run, currency] = chosen.split("|") as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const t = Number(month);
    const kind = random();
    const [what, other] =
      kind < 0.62
        ? ["level", ""]
        : kind < 0.9
          ? ["growth", name(k, p, f, t - 12, run, currency)]
          : ["share", p === "all" ? "" : name(k, "all", f, t, run, currency)];
    if (used.has(`${what} ${chosen}`) || (what !== "level" && !maker.has(other as string))) continue;
    used.add(`${what} ${chosen}`);
    const one = maker.variable(chosen, () => 0);
    if (what === "level") maker.level(one, 3 + Math.floor(random() * 3));
    else
      maker.ratio(
        what as "growth" | "share",
        one,
        maker.variable(other as string, () => 0),
      );
  }
  return maker.made;
}

/** Provinces, partners and months whose cube has room for so many statements. */
function sizes(statements: number): readonly [number, number, number] {
  if (statements <= 150) return [2, 1, 12];
  let [provinces, partners] = [4, 1];
  const room = () => (partners + (partners > 1 ? 1 : 0)) * (provinces + 1) * 3 * 24 * 4 * 1.5;
  while (room() < 1.7 * statements && provinces <= 60) {
    if (provinces < 12) provinces++;
    else if (partners < 12) partners++;
    else provinces += 2;
  }
  return [provinces, partners, 24];
}

export type Slip = "digit" | "neighbours" | "scale" | "slight";

/** One printed level changed as people change it by mistake, and the one that was changed. */
export function corrupted(
  { system, levels }: Truth,
  seed: number,
  slip: Slip,
): { system: System; culprit: Printed } {
  const random = randomFrom(seed);
  const printed = levels[Math.floor(random() * levels.length)] as Printed;
  const text = [...String(printed.digits)];
  let { digits, exponent } = printed;
  if (slip === "scale") exponent += random() < 0.5 ? 1 : -1;
  else if (slip === "slight") digits += (random() < 0.5 ? -1 : 1) * (2 + Math.floor(random() * 3));
  else if (slip === "neighbours") {
    const first = text.findIndex(
      (digit, i) => i + 1 < text.length && digit !== text[i + 1] && text[i + 1] !== "0",
    );
    if (first < 0) digits += 7;
    else {
      [text[first], text[first + 1]] = [text[first + 1] as string, text[first] as string];
      digits = Number(text.join(""));
    }
  } else {
    const place = Math.floor(random() * Math.min(2, text.length));
    const old = Number(text[place]);
    text[place] = String(
      place === 0
        ? ((old - 1 + 1 + Math.floor(random() * 8)) % 9) + 1
        : (old + 1 + Math.floor(random() * 9)) % 10,
    );
    digits = Number(text.join(""));
  }
  const constraints = system.constraints.map((constraint) =>
    constraint.source === printed.source
      ? levelOf(constraint.id, { ...printed, digits, exponent })
      : constraint,
  );
  return { system: { variables: system.variables, constraints }, culprit: printed };
}
