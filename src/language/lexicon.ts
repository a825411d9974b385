/**
 * The words and signs of printed amounts, in one place: `figure()` and the reader of texts share them.
 * Keys are lower case, with full stops dropped and hyphens read as spaces ("U.S. dollars" is "us dollars").
 */

import type { Hedge } from "../figure/note.js";
import { phraseKeys, phraseMap } from "./word-list.js";

/** Scale words: the power of ten that they stand for. */
export const SCALES: ReadonlyMap<string, number> = phraseMap([
  [2, "hundred|hundreds"],
  [3, "k|thousand|thousands|tsd|tausend|тыс|тысяча|тысячи|тысяч|duizend"],
  [5, "lakh|lakhs|lac"],
  [6, "m|mn|mln|mil|mio|mm|million|millions|millionen|miljoen|млн|миллион|миллиона|миллионов"],
  [7, "cr|crore|crores"],
  [
    9,
    "b|bn|bln|bil|milliard|mrd|milliarde|milliarden|miljard|mld|billion|billions|млрд|миллиард|миллиарда|миллиардов",
  ],
  [12, "billionen|t|tn|trn|trln|tln|tril|trillion|trillions|lakh crore|трлн|триллион|триллиона|триллионов"],
  [15, "quadrillion"],
]);

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
export const RATIO_WORDS: ReadonlyMap<string, RatioUnit> = phraseKeys({
  percent: "percent|per cent|percents|pct|prozent|procent|процент|процента|процентов|проц|pc",
  "percentage-point":
    "пп|процентный пункт|процентного пункта|процентных пункта|процентных пунктов|prozentpunkt|prozentpunkte|prozentpunkten|percentage point|percentage points|percent points|per cent points|% points|pct points|pct pts|pp|pps|ppt|ppts",
  "basis-point":
    "базисный пункт|базисных пункта|базисных пунктов|basispunkt|basispunkte|basispunkten|basis point|basis points|bp|bps",
});

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

/** Each sign with its currency, and the others that print it. */
const SIGNS = `
  人民币 CNY
  人民幣 CNY
  CN¥ CNY
  CN￥ CNY
  JP¥ JPY
  US$ USD
  U.S.$ USD
  US＄ USD
  HK$ HKD
  NT$ TWD
  EC$ XCD
  TT$ TTD
  T$ TWD
  NZ$ NZD
  MX$ MXN
  AU$ AUD
  CA$ CAD
  Can$ CAD
  Mex$ MXN
  A$ AUD
  C$ CAD
  $US USD
  $AUD AUD
  $CAD CAD
  $NZ NZD
  $HK HKD
  $A AUD
  S$ SGD
  J$ JMD
  N$ NAD
  R$ BRL
  KSh KES
  Ksh KES
  SFr CHF
  DM DEM
  FF FRF
  Tk BDT
  Bt THB
  Rs. INR PKR LKR NPR MUR
  Rs INR PKR LKR NPR MUR
  Rp IDR
  RM MYR
  kr SEK NOK DKK ISK
  zł PLN
  Kč CZK
  Ft HUF
  Fr. CHF
  $ USD HKD AUD CAD SGD TWD NZD MXN
  ＄ USD HKD AUD CAD SGD TWD NZD MXN
  € EUR
  £ GBP EGP LBP
  ￡ GBP EGP LBP
  ¥ CNY JPY
  ￥ CNY JPY
  ₽ RUB
  ₹ INR
  ₩ KRW KPW
  ₺ TRY
  ₴ UAH
  ₸ KZT
  ₫ VND
  ฿ THB
  ₱ PHP
  ₪ ILS
  ₦ NGN
  ₮ MNT
  ₡ CRC
  ₭ LAK
  ₲ PYG
  ₵ GHS
  ៛ KHR
  ৳ BDT
  ரூ LKR
  ₾ GEL
  ₼ AZN
  ֏ AMD`;

/** Signs that stand before an amount (or directly behind it, as "12 €"), longest first. */
export const CURRENCY_SIGNS: readonly CurrencySign[] = SIGNS.trim()
  .split("\n")
  .map((line) => {
    const [sign, currency, ...others] = line.trim().split(" ") as [string, string, ...string[]];
    return others.length === 0 ? { sign, currency } : { sign, currency, others };
  });

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
export const MINOR_NAMES: ReadonlyMap<string, readonly [string, number]> = phraseMap([
  [["USD", -2], "cent|cents|cts|us cent|us cents"],
  [["EUR", -2], "euro cent|euro cents"],
  [["CNY", -2], "fen"],
  [["CNY", -1], "jiao"],
  [["GBP", -2], "pence|penny"],
  [["RUB", -2], "kopeck|kopecks|kopek|kopeks"],
  [["INR", -2], "paise|paisa"],
  [["MYR", -2], "sen|sens"],
  [["UAH", -2], "kopiyka|kopiykas"],
  [["HKD", -2], "hong kong cents"],
  [["AUD", -2], "australian cents"],
  [["CAD", -2], "canadian cents"],
  [["SGD", -2], "singapore cents"],
  [["NZD", -2], "new zealand cents"],
] as const);

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
