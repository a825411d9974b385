// What peers call a currency, and which codes can be meant: a name without a country fits any of its kind.

const FAMILIES = {
  dollar: "USD AUD CAD NZD HKD SGD TWD JMD TTD BZD BBD BSD BMD FJD GYD LRD NAD SBD SRD XCD BND KYD ZWD",
  pound: "GBP EGP LBP SYP SDG SSP FKP GIP SHP IEP CYP",
  franc: "FRF CHF BEF LUF XAF XOF XPF CDF RWF BIF DJF GNF KMF",
  rupee: "INR PKR LKR NPR MUR SCR",
  peso: "MXN ARS CLP COP PHP UYU DOP CUP",
  crown: "CZK SEK NOK DKK ISK SKK EEK",
  mark: "DEM FIM BAM",
  riyal: "SAR QAR IRR OMR YER",
  dinar: "KWD IQD JOD BHD DZD LYD TND RSD MKD",
  lira: "TRY ITL MTL",
  shilling: "KES TZS UGX SOS ATS",
  won: "KRW KPW",
  markka: "FIM",
  peseta: "ESP",
  escudo: "PTE",
  guilder: "NLG ANG",
  yuan: "CNY",
  renminbi: "CNY",
  yen: "JPY",
  euro: "EUR",
  rouble: "RUB BYN",
  bitcoin: "XBT BTC",
};
const codes = Object.fromEntries(
  Object.entries(FAMILIES).map(([name, list]) => [name, new Set(list.split(" "))]),
);
const SAME = {
  krona: "crown",
  krone: "crown",
  kroner: "crown",
  koruna: "crown",
  rial: "riyal",
  ruble: "rouble",
  "pound sterling": "pound",
};

/** Coins, and what part of a unit they are. */
const MINOR = {
  cent: ["dollar euro", "1/100"],
  penny: ["pound dollar", "1/100"],
  pence: ["pound", "1/100"],
  sen: ["", "1/100"],
  dime: ["dollar", "1/10"],
  satoshi: ["bitcoin", "1/100000000"],
};

/**
 * What a unit's name stands for.
 * @returns { codes: the currencies that fit, undefined for any; part: "1/100" for a minor unit }
 */
export function unitNamed(name) {
  const lower = (name ?? "").trim().toLowerCase().split(" per ")[0];
  const plain = codes[lower] || SAME[lower] || MINOR[lower] ? lower : lower.replace(/s$/, "");
  const minor = MINOR[plain];
  if (minor) {
    const fits = minor[0].split(" ").flatMap((family) => [...(codes[family] ?? [])]);
    return { codes: fits.length > 0 ? new Set(fits) : undefined, part: minor[1] };
  }
  const known = [plain, plain.split(" ").at(-1)].map((one) => codes[SAME[one] ?? one]);
  return { codes: known.find((list) => list !== undefined), part: "1" };
}

/** Bitcoin has two codes in use. */
export const sameCode = (a, b) => a === b || (codes.bitcoin.has(a) && codes.bitcoin.has(b));
