import { FigureError } from "../errors.js";

/** An ISO 4217 code, such as "CNY". */
export type CurrencyCode = string;

let known: ReadonlySet<string> | undefined;

// Codes that news texts still use for money that has since been replaced or renamed; Intl may no longer list them.
const ALSO_KNOWN =
  "CNH BYR ZWL BGN HRK SLL VEF MRO STD ATS BEF DEM ESP FIM FRF IEP ITL LUF NLG PTE GRD CYP MTL SIT SKK EEK LVL LTL TRL ROL".split(
    " ",
  );

/** All ISO 4217 codes that this machine's Intl knows, and the offshore yuan CNH. */
export function currencies(): ReadonlySet<string> {
  known ??= new Set([...Intl.supportedValuesOf("currency"), ...ALSO_KNOWN]);
  return known;
}

export function isCurrencyCode(code: string): boolean {
  return code.length === 3 && currencies().has(code);
}

/**
 * Decimal places of a currency's smallest unit, from Intl: 2 for CNY, 0 for JPY, 3 for KWD.
 * @throws FigureError "bad-option" for a code that is not ISO 4217
 * @example minorUnits("JPY") // 0
 */
export function minorUnits(code: CurrencyCode): number {
  const found = minor.get(code);
  if (found !== undefined) return found;
  if (!isCurrencyCode(code)) {
    throw new FigureError("bad-option", `"${code}" is not an ISO 4217 currency code; write it as CNY or USD`);
  }
  const format = new Intl.NumberFormat("en", { style: "currency", currency: code });
  const places = format.resolvedOptions().maximumFractionDigits ?? 2;
  minor.set(code, places);
  return places;
}

// A number format takes a hundred times as long to make as a sum of two amounts.
const minor = new Map<string, number>();
