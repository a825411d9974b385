// npm run mutate:data: each figure of data/ changed in turn, twice over, and how many of the changes are noticed: by the
// identities, as `data check` tries them; by the sentences, as `trace` does; by the outputs of the notebooks, which a test
// compares with those of a fresh run; by the bundled history of rates and the customs rule, as the tests of the data do.
import { readdirSync, readFileSync } from "node:fs";
import { type Known, trace } from "../src/check/trace.js";
import { bundledRates, facts as factsOf, openData, openRateBook, rateEntries } from "../src/data/index.js";
import { knownNumbers, knownResults } from "../src/data/known.js";
import { type Fact, type Figure, figure, identities, RateBook } from "../src/index.js";
import { parseNotebook, sourceOf } from "../src/notebook/run/ipynb.js";
import { openReport } from "../src/report/index.js";

/** What becomes of a change: who notices it, and whether a sentence or an output of a notebook stands on the figure. */
export interface Mutation {
  readonly place: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly noticedBy: readonly ("identities" | "texts" | "outputs" | "history")[];
  readonly usedBy: readonly ("texts" | "outputs")[];
}

/** The last digit, one up: the smallest slip. The first two that differ, exchanged: the slip of a typist. */
export const COPIES: Readonly<Record<string, (digits: string) => string>> = {
  "last digit": (digits) => digits.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
  "two digits exchanged": (digits) => {
    const swapped = digits.replace(/(\d)(\D?)(?!\1)(\d)/, "$3$2$1");
    // One digit, or all alike: nothing to exchange, so another first digit.
    return swapped === digits ? digits.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)) : swapped;
  },
};

type Row = Readonly<Record<string, string>>;

/** Every figure of the tables, changed in turn by one kind of slip. */
export function mutations(slip: (digits: string) => string): Mutation[] {
  const data = openData();
  const book = new RateBook(rateEntries(data));
  const all = factsOf(data);
  const atPlace = new Map(all.map((fact) => [fact.where, fact] as const));
  const texts = new Texts([...knownNumbers(), ...knownResults(openReport(".").results)]);
  const found: Mutation[] = [];
  for (const row of [...data.table("trade"), ...data.table("provinces")] as readonly Row[]) {
    const place = data.place(row);
    const fact = atPlace.get(place) as Fact;
    for (const column of ["amount", "growth_percent", "share_percent"]) {
      const from = row[column] ?? "";
      if (from === "") continue;
      const to = slip(from);
      const text = (digits: string) =>
        column === "amount" ? `${row["hedge"]} ${digits} ${row["scale"]} ${row["currency"]}` : `${digits}%`;
      const field = { amount: "amount", growth_percent: "growth", share_percent: "share" }[
        column
      ] as keyof Fact;
      const changed: Fact = { ...fact, [field]: changedFigure(text(to), fact[field] as Figure) };
      found.push({
        place,
        column,
        from,
        to,
        ...seen(
          texts.judge(place, text(from), text(to), column === "amount" ? row["currency"] : "percent"),
          contradictionsWith(all, fact, changed, book) ? "identities" : undefined,
        ),
      });
    }
  }
  return [...found, ...rateMutations(data, slip, texts)];
}

function changedFigure(text: string, like: Figure): Figure {
  return figure(text, {
    ...(like.label === undefined ? {} : { label: like.label }),
    ...(like.period === undefined ? {} : { period: like.period }),
  }) as Figure;
}

type Verdict = Pick<Mutation, "noticedBy" | "usedBy">;

const seen = (byTexts: Verdict, other: Mutation["noticedBy"][number] | undefined): Verdict => ({
  ...byTexts,
  noticedBy: [...(other === undefined ? [] : [other]), ...byTexts.noticedBy],
});

/** Whether the contradictions are others once a figure is changed. Facts that no identity joins to it are left out. */
function contradictionsWith(all: readonly Fact[], fact: Fact, changed: Fact, book: RateBook): boolean {
  const year = (of: Fact, end: "start" | "end") => Number(of.period[end].slice(0, 4));
  const near = all.filter(
    (one) =>
      one.area === fact.area &&
      (one.partner === fact.partner || one.partner === "WLD" || fact.partner === "WLD") &&
      year(one, "start") <= year(fact, "end") + 1 &&
      year(one, "end") >= year(fact, "start") - 1,
  );
  const said = (facts: readonly Fact[]) =>
    identities(facts, { book })
      .filter((one) => one.finding === "contradiction")
      .map(
        ({ identity, about, facts: parts }) => `${identity} ${about.where} ${parts.map((one) => one.where)}`,
      )
      .sort()
      .join("\n");
  return said(near) !== said(near.map((one) => (one === fact ? changed : one)));
}

/** Rates: those of days that the bundled history or the rule of customs gives again. */
function rateMutations(
  data: ReturnType<typeof openData>,
  slip: (digits: string) => string,
  texts: Texts,
): Mutation[] {
  const history = new RateBook(bundledRates());
  const tables = openRateBook(undefined, { history: false });
  const rows = [
    ...data.table("rates").map((row) => ({ row: row as Row, on: row.date })),
    ...data.table("average_rates").map((row) => ({ row: row as Row, on: row.month })),
    ...data.table("customs_rates").map((row) => ({ row: row as Row, on: row.month })),
  ];
  return rows.map(({ row, on }) => {
    const from = row["rate"] as string;
    const to = slip(from);
    const pair = `${row["base"]}/${row["quote"]}` as const;
    const known =
      row["kind"] === "customs"
        ? tables.tryRate(pair, row["fixing_date"] as string, { kind: "central-parity" })
        : row["kind"] === "period-average"
          ? history.tryAverage(pair, on, { kind: "noon-buying" })
          : history.tryRate(pair, on, { kind: row["kind"] as "reference" });
    // What another table gives to as many digits; of a mean the digits that are printed.
    const differs =
      known !== undefined && known.exact.toFixed(decimals(to), "halfExpand") !== perUnit(to, row);
    return {
      place: data.place(row),
      column: "rate",
      from,
      to,
      ...seen(texts.judge(data.place(row), from, to, undefined), differs ? "history" : undefined),
    };
  });
}

const decimals = (digits: string): number => (digits.split(".")[1] ?? "").length;
const perUnit = (digits: string, row: Row): string => (row["per"] === "100" ? "" : digits);

/** The sentences and the notebooks' outputs that figures stand in. */
class Texts {
  private readonly known: readonly Known[];
  private readonly byPlace = new Map<string, { readonly text: string; readonly lost: number }[]>();
  private readonly outputs: string;

  constructor(known: readonly Known[]) {
    // What identities compute from a figure would change with it: only the tables themselves speak here.
    this.known = known.filter((one) => !one.where.startsWith("identity"));
    const outputs: string[] = [];
    for (const text of this.paragraphs(outputs)) {
      const traced = trace(text, this.known);
      const lost = traced.filter((one) => one.from === undefined).length;
      for (const place of new Set(traced.flatMap((one) => one.from?.where ?? [])))
        this.byPlace.set(place, [...(this.byPlace.get(place) ?? []), { text, lost }]);
    }
    this.outputs = outputs.join("\n");
  }

  private *paragraphs(outputs: string[]): Generator<string> {
    const files = [
      "README.md",
      "data/README.md",
      ...readdirSync("notebooks").map((name) => `notebooks/${name}`),
    ];
    for (const file of files.filter((name) => /\.(md|ipynb)$/.test(name))) {
      const text = readFileSync(file, "utf8");
      if (file.endsWith(".md")) {
        yield* text.split(/\n\s*\n/);
        continue;
      }
      for (const cell of parseNotebook(text, file).cells) {
        if (cell.cell_type === "markdown") yield* sourceOf(cell).split(/\n\s*\n/);
        else
          for (const output of cell.outputs ?? [])
            outputs.push(
              JSON.stringify("data" in output ? output.data : output).replace(/"image\/[^"]*":"[^"]*"/g, ""),
            );
      }
    }
  }

  /** A sentence is lost where its figure follows from nothing once the figure of its place is another. */
  judge(place: string, from: string, to: string, unit: string | undefined): Verdict {
    const standing = this.byPlace.get(place) ?? [];
    const value = (text: string): Known => ({
      value: figure(text, {}).value,
      unit,
      where: place,
    });
    const without = [
      ...this.known.filter((one) => one.where !== place),
      ...others(this.known, place, value(from)),
    ];
    const loses = (known: readonly Known[]) =>
      standing.some(
        ({ text, lost }) => trace(text, known).filter((one) => one.from === undefined).length > lost,
      );
    const used = standing.length > 0 && loses(without);
    const noticed = used && loses([...without, value(to)]);
    const digits = /\d[\d.]*/.exec(from)?.[0] ?? "";
    // The outputs are compared with those of a fresh run: what they show cannot change unnoticed.
    const shown =
      digits.length > 2 &&
      new RegExp(`(?<![\\d.])${digits.replace(".", "\\.")}(?![\\d]|\\.\\d)`).test(this.outputs);
    return {
      noticedBy: [...(noticed ? (["texts"] as const) : []), ...(shown ? (["outputs"] as const) : [])],
      usedBy: [...(used ? (["texts"] as const) : []), ...(shown ? (["outputs"] as const) : [])],
    };
  }
}

/** The other figures of a row, as they are. */
function others(known: readonly Known[], place: string, changed: Known): readonly Known[] {
  return known.filter((one) => one.where === place && !one.value.equals(changed.value));
}

/** The shares, as a table in plain text. */
export function report(): string {
  const lines: string[] = [];
  for (const [name, slip] of Object.entries(COPIES)) {
    const all = mutations(slip);
    const share = (part: readonly Mutation[], of: readonly Mutation[] = all) =>
      `${part.length} of ${of.length} (${((100 * part.length) / Math.max(1, of.length)).toFixed(1)}%)`;
    const by = (who: Mutation["noticedBy"][number]) => all.filter((one) => one.noticedBy.includes(who));
    const noticed = all.filter((one) => one.noticedBy.length > 0);
    const used = all.filter((one) => one.usedBy.length > 0);
    lines.push(
      `${name}: ${share(noticed)} of the changes are noticed`,
      `  by the identities of data check: ${share(by("identities"))}`,
      `  by the sentences of README, data/README and notebooks: ${share(by("texts"))}`,
      `  by the notebooks' outputs, compared with a fresh run: ${share(by("outputs"))}`,
      `  by the bundled history of rates: ${share(by("history"))}`,
      `  of the figures that a sentence or an output uses: ${share(
        used.filter((one) => one.noticedBy.length > 0),
        used,
      )}`,
    );
    for (const figure of ["21.18", "20.831", "14.4", "7.1792"]) {
      const here = all.filter((one) => one.from === figure);
      const missed = here
        .filter((one) => one.noticedBy.length === 0)
        .map((one) => `${one.place} ${one.column}`);
      lines.push(
        `  ${figure}: ${here.length - missed.length} of ${here.length} changes noticed${missed.length === 0 ? "" : `; not: ${missed.join(", ")}`}`,
      );
    }
  }
  return lines.join("\n");
}
