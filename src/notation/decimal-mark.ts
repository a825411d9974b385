import { FigureError } from "../errors.js";

/** What Intl says of the languages that are read: to ask it for the first time takes longer than to read a page. */
const DECIMALS: ReadonlyMap<string, "." | ","> = /* @__PURE__ */ new Map([
  ["en", "."],
  ["zh", "."],
  ["de", ","],
  ["ru", ","],
]);

/**
 * The decimal mark of a locale, by Intl: a comma in German and French, a point in English, Chinese and Mexican Spanish.
 * @throws FigureError "bad-option" for what is no locale
 */
export function decimalMark(locale: string): "." | "," {
  const known = DECIMALS.get(locale);
  if (known !== undefined) return known;
  try {
    if (!/^[A-Za-z]{2,3}([-_]|$)/.test(locale)) throw new RangeError(locale);
    const parts = new Intl.NumberFormat(locale.replaceAll("_", "-")).formatToParts(1.5);
    return parts.find((part) => part.type === "decimal")?.value === "," ? "," : ".";
  } catch {
    throw new FigureError("bad-option", `no locale "${locale}": write it as en, de or zh-CN`);
  }
}
