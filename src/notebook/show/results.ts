import type { Checked } from "../../check/check.js";
import { Quantity } from "../../figure/quantity.js";
import type { Contributions } from "../../growth/contributions.js";
import type { GrowthBridge } from "../../growth/in-currency.js";
import type { RateUsed } from "../../rate/used.js";
import type { Reading } from "../../text/reading.js";

type Anything = Readonly<Record<string | symbol, unknown>>;

/** What a result of the package says in a sentence, and its parts as rows. */
export interface ResultRows {
  readonly says: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** The rows of what `contributions`, `growthBridge`, `rateUsed`, `read` and `check` give; undefined for anything else. */
export function resultRows(value: Anything): ResultRows | undefined {
  if (isContributions(value)) return ofContributions(value);
  if (isBridge(value)) return ofBridge(value);
  if (isRateUsed(value)) return ofRateUsed(value);
  if (isReading(value)) return ofReading(value);
  return isChecked(value) ? ofChecked(value) : undefined;
}

const has = (value: Anything, ...names: string[]) => names.every((name) => Array.isArray(value[name]));

function isContributions(value: Anything): value is Anything & Contributions {
  const { parts, growth, base } = value;
  return Array.isArray(parts) && parts.every(Quantity.is) && Quantity.is(growth) && Quantity.is(base);
}

function ofContributions({ parts, growth }: Contributions): ResultRows {
  return {
    says: "",
    rows: [
      ...parts.map((points) => ({ part: points.label ?? "", "contribution, percentage points": points })),
      { part: "together, growth in %", "contribution, percentage points": growth },
    ],
  };
}

function isBridge(value: Anything): value is Anything & GrowthBridge {
  return Quantity.is(value["own"]) && Quantity.is(value["exchange"]) && Quantity.is(value["other"]);
}

function ofBridge({ own, exchange, other }: GrowthBridge): ResultRows {
  return {
    says: "",
    rows: [
      { step: "growth in its own currency", value: own },
      { step: "exchange rate", value: exchange },
      { step: "growth in the other currency", value: other },
    ],
  };
}

function isRateUsed(value: Anything): value is Anything & RateUsed {
  return has(value, "candidates", "ruledOut") && "implied" in value && typeof value["says"] === "string";
}

/** As many as a reader compares; the others are further off. */
const CANDIDATES = 12;

function ofRateUsed({ candidates, says }: RateUsed): ResultRows {
  return {
    says:
      candidates.length > CANDIDATES ? `${says} (${CANDIDATES} of ${candidates.length} rates shown)` : says,
    rows: candidates.slice(0, CANDIDATES).map(({ rate, family, prints, reproduces, verdict }) => ({
      rate,
      family,
      "would print": prints,
      "reproduces the print": reproduces ? "yes" : "no",
      verdict,
    })),
  };
}

function isReading(value: Anything): value is Anything & Reading {
  return has(value, "mentions", "conversions", "growth", "unread") && typeof value["text"] === "string";
}

function ofReading(reading: Reading): ResultRows {
  const { mentions, conversions, growth, changes, sums, shares, repeats, unread } = reading;
  const said = [
    [conversions, "conversion"],
    [growth, "growth"],
    [changes, "change"],
    [sums, "sum"],
    [shares, "share"],
    [repeats, "repeat"],
  ] as const;
  const counted = said.flatMap(([list, name]) =>
    list.length === 0 ? [] : [`${list.length} ${name}${list.length === 1 || name === "growth" ? "" : "s"}`],
  );
  const left = unread.length > 0 ? `; ${unread.length} seen and not read` : "";
  return {
    says: `${mentions.length} mentions, ${counted.join(", ") || "no relation between them"}${left}`,
    rows: mentions.map((mention) => ({
      text: mention.text,
      kind: mention.kind,
      value: "figure" in mention ? mention.figure : "period" in mention ? mention.period : "",
    })),
  };
}

function isChecked(value: Anything): value is Anything & Checked {
  return has(value, "claims") && typeof value["summary"] === "object" && value["summary"] !== null;
}

function ofChecked({ claims }: Checked): ResultRows {
  const count = (verdict: string) => claims.filter((one) => one.verdict === verdict).length;
  return {
    says: `${claims.length} claims: ${count("consistent")} consistent, ${count("inconsistent")} inconsistent, ${count("undecided")} undecided`,
    rows: claims.map(({ kind, figures, verdict, says }) => ({
      claim: kind,
      figures: figures.map((one) => one.text).join("; "),
      verdict,
      finding: says,
    })),
  };
}
