// Microsoft Recognizers-Text as a reader of money and percentages.
import { createRequire } from "node:module";
import { exact, times } from "../rational.mjs";
import { unitNamed } from "./names.mjs";
import { trimmed } from "./spans.mjs";

const require = createRequire(import.meta.url);

/** @returns { name, version, items(text) }, or { name, missing } in one line */
export function recognizers() {
  const name = "Recognizers-Text";
  try {
    const suite = require("@microsoft/recognizers-text-suite");
    const { version } = require("@microsoft/recognizers-text-suite/package.json");
    return { name, version, items: (text) => [...money(suite, text), ...percent(suite, text)] };
  } catch (error) {
    return { name, missing: error.message.split("\n")[0] };
  }
}

export function money(suite, text) {
  return suite.recognizeCurrency(text, "en-us").flatMap(({ start, end, resolution }) => {
    const value = exact(resolution?.value ?? "");
    // A currency's name without an amount is no amount.
    if (value === undefined) return [];
    const unit = unitNamed(resolution.unit);
    const amount = times(value, exact(unit.part));
    const code = resolution.isoCurrency ? { currency: resolution.isoCurrency } : { codes: unit.codes };
    return [trimmed(text, { kind: "money", start, end: end + 1, low: amount, high: amount, ...code })];
  });
}

export function percent(suite, text) {
  return suite.recognizePercentage(text, "en-us").flatMap(({ start, end, resolution }) => {
    const value = exact((resolution?.value ?? "").replace(/%$/, ""));
    if (value === undefined) return [];
    return [trimmed(text, { kind: "percent", start, end: end + 1, low: value, high: value })];
  });
}
