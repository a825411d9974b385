/**
 * The words and signs of printed amounts, in one place: `figure()` and the reader of texts share them.
 * Keys are lower case, with full stops dropped and hyphens read as spaces ("U.S. dollars" is "us dollars").
 */

import type { Hedge } from "../figure/note.js";
import { phraseKeys } from "./word-list.js";

/** Scale words: the power of ten that they stand for. */
export const SCALES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    hundred: 2,
    hundreds: 2,
    k: 3,
    thousand: 3,
    thousands: 3,
    lakh: 5,
    lakhs: 5,
    lac: 5,
    m: 6,
    mn: 6,
    mln: 6,
    mil: 6,
    mio: 6,
    mm: 6,
    million: 6,
    millions: 6,
    cr: 7,
    crore: 7,
    crores: 7,
    b: 9,
    bn: 9,
    bln: 9,
    bil: 9,
    milliard: 9,
    mrd: 9,
    milliarde: 9,
    milliarden: 9,
    millionen: 6,
    billionen: 12,
    tsd: 3,
    tausend: 3,
    duizend: 3,
    miljoen: 6,
    miljard: 9,
    mld: 9,
    billion: 9,
    billions: 9,
    t: 12,
    tn: 12,
    trn: 12,
    trln: 12,
    tln: 12,
    tril: 12,
    trillion: 12,
    trillions: 12,
    "lakh crore": 12,
    quadrillion: 15,
    тыс: 3,
    млн: 6,
    млрд: 9,
    трлн: 12,
    тысяча: 3,
    тысячи: 3,
    тысяч: 3,
    миллион: 6,
    миллиона: 6,
    миллионов: 6,
    миллиард: 9,
    миллиарда: 9,
    миллиардов: 9,
    триллион: 12,
    триллиона: 12,
    триллионов: 12,
  }),
);

/** Chinese and Japanese scale characters; they stand directly behind the digits. */
export const SCALE_CHARACTERS: readonly (readonly [string, number])[] = [
  ["万亿", 12],
  ["萬億", 12],
  ["百万", 6],
  ["千万", 7],
  ["十亿", 9],
  ["百亿", 10],
  ["千亿", 11],
  ["亿", 8],
  ["億", 8],
  ["万", 4],
  ["萬", 4],
  ["千", 3],
];

/** Scale words that mean another power in long-scale use (a billion is a million millions). */
export const LONG_SCALE: ReadonlyMap<string, number> = new Map([
  ["billion", 12],
  ["billions", 12],
  ["trillion", 18],
  ["trillions", 18],
  ["quadrillion", 24],
]);

export type RatioUnit = "percent" | "percentage-point" | "basis-point";

/** Units of ratios. */
export const RATIO_WORDS: ReadonlyMap<string, RatioUnit> = new Map(
  Object.entries({
    percent: "percent",
    "per cent": "percent",
    percents: "percent",
    pct: "percent",
    prozent: "percent",
    procent: "percent",
    процент: "percent",
    процента: "percent",
    процентов: "percent",
    проц: "percent",
    пп: "percentage-point",
    "процентный пункт": "percentage-point",
    "процентного пункта": "percentage-point",
    "процентных пункта": "percentage-point",
    "процентных пунктов": "percentage-point",
    "базисный пункт": "basis-point",
    "базисных пункта": "basis-point",
    "базисных пунктов": "basis-point",
    prozentpunkt: "percentage-point",
    prozentpunkte: "percentage-point",
    prozentpunkten: "percentage-point",
    basispunkt: "basis-point",
    basispunkte: "basis-point",
    basispunkten: "basis-point",
    pc: "percent",
    "percentage point": "percentage-point",
    "percentage points": "percentage-point",
    "percent points": "percentage-point",
    "per cent points": "percentage-point",
    "% points": "percentage-point",
    "pct points": "percentage-point",
    "pct pts": "percentage-point",
    pp: "percentage-point",
    pps: "percentage-point",
    ppt: "percentage-point",
    ppts: "percentage-point",
    "basis point": "basis-point",
    "basis points": "basis-point",
    bp: "basis-point",
    bps: "basis-point",
  } as const),
);

export const RATIO_SIGNS: readonly (readonly [string, RatioUnit])[] = [
  ["%-pts", "percentage-point"],
  ["%pts", "percentage-point"],
  ["百分点", "percentage-point"],
  ["个百分点", "percentage-point"],
  ["个基点", "basis-point"],
  ["基点", "basis-point"],
  ["%", "percent"],
  ["％", "percent"],
  ["﹪", "percent"],
];

export interface CurrencySign {
  readonly sign: string;
  readonly currency: string;
  /** Other currencies that print the same sign; the first reading is the documented default. */
  readonly others?: readonly string[];
}

/** Signs that stand before an amount (or directly behind it, as "12 €"), longest first. */
export const CURRENCY_SIGNS: readonly CurrencySign[] = [
  { sign: "人民币", currency: "CNY" },
  { sign: "人民幣", currency: "CNY" },
  { sign: "CN¥", currency: "CNY" },
  { sign: "CN￥", currency: "CNY" },
  { sign: "JP¥", currency: "JPY" },
  { sign: "US$", currency: "USD" },
  { sign: "U.S.$", currency: "USD" },
  { sign: "US＄", currency: "USD" },
  { sign: "HK$", currency: "HKD" },
  { sign: "NT$", currency: "TWD" },
  { sign: "T$", currency: "TWD" },
  { sign: "NZ$", currency: "NZD" },
  { sign: "MX$", currency: "MXN" },
  { sign: "AU$", currency: "AUD" },
  { sign: "CA$", currency: "CAD" },
  { sign: "Can$", currency: "CAD" },
  { sign: "Mex$", currency: "MXN" },
  { sign: "A$", currency: "AUD" },
  { sign: "C$", currency: "CAD" },
  { sign: "$US", currency: "USD" },
  { sign: "$AUD", currency: "AUD" },
  { sign: "$CAD", currency: "CAD" },
  { sign: "$NZ", currency: "NZD" },
  { sign: "$HK", currency: "HKD" },
  { sign: "$A", currency: "AUD" },
  { sign: "S$", currency: "SGD" },
  { sign: "R$", currency: "BRL" },
  { sign: "Rs.", currency: "INR", others: ["PKR", "LKR", "NPR", "MUR"] },
  { sign: "Rs", currency: "INR", others: ["PKR", "LKR", "NPR", "MUR"] },
  { sign: "Rp", currency: "IDR" },
  { sign: "RM", currency: "MYR" },
  { sign: "kr", currency: "SEK", others: ["NOK", "DKK", "ISK"] },
  { sign: "zł", currency: "PLN" },
  { sign: "Kč", currency: "CZK" },
  { sign: "Ft", currency: "HUF" },
  { sign: "Fr.", currency: "CHF" },
  { sign: "$", currency: "USD", others: ["HKD", "AUD", "CAD", "SGD", "TWD", "NZD", "MXN"] },
  { sign: "＄", currency: "USD", others: ["HKD", "AUD", "CAD", "SGD", "TWD", "NZD", "MXN"] },
  { sign: "€", currency: "EUR" },
  { sign: "£", currency: "GBP", others: ["EGP", "LBP"] },
  { sign: "￡", currency: "GBP", others: ["EGP", "LBP"] },
  { sign: "¥", currency: "CNY", others: ["JPY"] },
  { sign: "￥", currency: "CNY", others: ["JPY"] },
  { sign: "₽", currency: "RUB" },
  { sign: "₹", currency: "INR" },
  { sign: "₩", currency: "KRW", others: ["KPW"] },
  { sign: "₺", currency: "TRY" },
  { sign: "₴", currency: "UAH" },
  { sign: "₸", currency: "KZT" },
  { sign: "₫", currency: "VND" },
  { sign: "฿", currency: "THB" },
  { sign: "₱", currency: "PHP" },
  { sign: "₪", currency: "ILS" },
  { sign: "₦", currency: "NGN" },
  { sign: "₮", currency: "MNT" },
  { sign: "₡", currency: "CRC" },
  { sign: "₭", currency: "LAK" },
  { sign: "₲", currency: "PYG" },
  { sign: "₵", currency: "GHS" },
  { sign: "៛", currency: "KHR" },
  { sign: "৳", currency: "BDT" },
  { sign: "ரூ", currency: "LKR" },
  { sign: "₾", currency: "GEL" },
  { sign: "₼", currency: "AZN" },
  { sign: "֏", currency: "AMD" },
];

/** Units in Chinese characters, directly behind the digits or their scale, longest first. */
export const CURRENCY_CHARACTERS: readonly (readonly [string, string])[] = [
  ["元人民币", "CNY"],
  ["元人民幣", "CNY"],
  ["人民币元", "CNY"],
  ["人民币", "CNY"],
  ["美元", "USD"],
  ["欧元", "EUR"],
  ["歐元", "EUR"],
  ["日元", "JPY"],
  ["日圆", "JPY"],
  ["港元", "HKD"],
  ["港币", "HKD"],
  ["英镑", "GBP"],
  ["韩元", "KRW"],
  ["卢布", "RUB"],
  ["盧布", "RUB"],
  ["新台币", "TWD"],
  ["澳元", "AUD"],
  ["加元", "CAD"],
  ["元", "CNY"],
  ["円", "JPY"],
];

/** Parts of a currency: its code and the power of ten that one part is worth. */
export const MINOR_NAMES: ReadonlyMap<string, readonly [string, number]> = new Map(
  Object.entries({
    cent: ["USD", -2],
    cents: ["USD", -2],
    cts: ["USD", -2],
    "us cent": ["USD", -2],
    "us cents": ["USD", -2],
    "euro cent": ["EUR", -2],
    "euro cents": ["EUR", -2],
    fen: ["CNY", -2],
    jiao: ["CNY", -1],
    pence: ["GBP", -2],
    penny: ["GBP", -2],
    kopeck: ["RUB", -2],
    kopecks: ["RUB", -2],
    kopek: ["RUB", -2],
    kopeks: ["RUB", -2],
    paise: ["INR", -2],
    paisa: ["INR", -2],
    sen: ["MYR", -2],
    sens: ["MYR", -2],
    kopiyka: ["UAH", -2],
    kopiykas: ["UAH", -2],
    "hong kong cents": ["HKD", -2],
    "australian cents": ["AUD", -2],
    "canadian cents": ["CAD", -2],
    "singapore cents": ["SGD", -2],
    "new zealand cents": ["NZD", -2],
  } as const),
);

const HEDGE_LISTS: Readonly<Record<Hedge, string>> = {
  below:
    "nearly|almost|virtually|just under|just below|just shy of|a little under|a little less than|slightly less than|slightly under|slightly below|not quite|a bit under|shy of|near",
  above:
    "just over|just above|a little over|a little more than|a bit more than|a bit over|slightly more than|slightly over|slightly above|little more than",
  about:
    "about|around|approximately|approx|roughly|some|circa|ca|close to|an estimated|estimated|estimated at|in the region of|in the order of|of the order of|somewhere around|~|≈|∼|～|约|大约",
  more: "more than|over|above|greater than|upwards of|in excess of|exceeding|well over|well above|higher than|bigger than|exceeded|exceeds|exceed|topped|topping|surpassed|surpassing|>|超过|逾",
  atLeast:
    "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum|≥|>=|至少|不少于",
  less: "less than|under|below|fewer than|lower than|smaller than|well under|well below|<|不到|不足",
  atMost: "up to|at most|no more than|not more than|as much as|as many as|a maximum of|maximum|≤|<=|不超过",
};

/** Hedges before an amount. */
export const HEDGES: ReadonlyMap<string, Hedge> = phraseKeys(HEDGE_LISTS);

/** Hedges behind an amount, with the sign or words as printed. */
export const TRAILING_HEDGES: ReadonlyMap<string, Hedge> = new Map([
  ["or more", "atLeast"],
  ["or above", "atLeast"],
  ["and above", "atLeast"],
  ["or higher", "atLeast"],
  ["plus", "atLeast"],
  ["or less", "atMost"],
  ["or fewer", "atMost"],
  ["or below", "atMost"],
  ["or so", "about"],
  ["or thereabouts", "about"],
]);
