import { facts, openData } from "../../src/data/index.js";
import type { Fact } from "../../src/index.js";

const NAMES: Readonly<Record<string, string>> = {
  CHN: "China",
  RUS: "Russia",
  USA: "the United States",
  EU: "the European Union",
  ASEAN: "ASEAN",
  KOR: "South Korea",
  JPN: "Japan",
  DEU: "Germany",
};
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const COUNTS = "two three four five six seven eight nine ten eleven".split(" ");

const named = (code: string): string => NAMES[code] ?? code;

/** "in September 2023", "in the first nine months of 2023"; undefined for other stretches. */
function when(text: string): string | undefined {
  const [first = "", last] = text.split("/");
  const [year = "", month] = first.split("-");
  if (last === undefined) {
    if (month === undefined) return `in ${year}`;
    return /^\d\d$/.test(month) ? `in ${MONTHS[Number(month) - 1]} ${year}` : undefined;
  }
  const [to = "", end = ""] = last.split("-");
  if (to !== year || month !== "01" || !/^\d\d$/.test(end)) return undefined;
  return `in the first ${COUNTS[Number(end) - 2]} months of ${year}`;
}

/** Whose trade with whom a fact is about, as a sentence begins with it. */
function subject({ area, partner, flow }: Fact): string {
  const way = flow === "exports" ? "exports to" : flow === "imports" ? "imports from" : "trade with";
  if (partner !== "WLD") return `${named(area)}'s ${way} ${named(partner)}`;
  return `${named(area)}'s ${flow === "total" ? "foreign trade" : flow}`;
}

export interface TableSentence {
  readonly fact: Fact;
  readonly text: string;
  /** The digits in it that are the fact's figure. */
  readonly digits: string;
}

const money = (fact: Fact, digits: string): string | undefined => {
  const { amount } = fact;
  if (amount === undefined) return undefined;
  const text = String((amount as { text?: string }).text ?? "").trim();
  const found = /^(.*?)(\d[\d.]*) (million|billion|trillion) (CNY|USD)$/.exec(text);
  if (found === null) return undefined;
  const [, hedge = "", , scale, currency] = found;
  return currency === "USD" ? `${hedge}$${digits} ${scale}` : `${hedge}${digits} ${scale} yuan`;
};

/** Every row of the trade tables as a sentence of its own; `digits` may stand for those printed. */
export function tableSentences(
  folder = "data",
  digits: (printed: string) => string = (printed) => printed,
): TableSentence[] {
  return facts(openData(folder)).flatMap((fact): TableSentence[] => {
    const at = when(fact.period.text);
    if (at === undefined) return [];
    const own = subject(fact);
    const found: TableSentence[] = [];
    const printed = String((fact.amount as { digits?: string } | undefined)?.digits ?? "");
    const amount = printed === "" ? undefined : money(fact, digits(printed));
    if (amount !== undefined) {
      found.push({
        fact,
        text: `${own} were ${amount} ${at}.`.replace(/trade(.*?) were/, "trade$1 was"),
        digits: digits(printed),
      });
    }
    const { growth } = fact;
    if (growth !== undefined) {
      const rate = digits((growth as unknown as { digits: string }).digits);
      const verb = growth.value.isNegative() ? "fell" : "rose";
      const terms = { USD: " in dollar terms", CNY: " in yuan terms" }[fact.growthCurrency ?? ""] ?? "";
      found.push({ fact, text: `${own} ${verb} ${rate}% from a year earlier ${at}${terms}.`, digits: rate });
    }
    return found;
  });
}
