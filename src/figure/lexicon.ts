/**
 * The words and signs of printed amounts, in one place: `figure()` and the reader of texts share them.
 * Keys are lower case, with full stops dropped and hyphens read as spaces ("U.S. dollars" is "us dollars").
 */

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
    billion: 9,
    billions: 9,
    t: 12,
    tn: 12,
    trn: 12,
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
    pct: "percent",
    pc: "percent",
    "percentage point": "percentage-point",
    "percentage points": "percentage-point",
    "percent points": "percentage-point",
    "per cent points": "percentage-point",
    "% points": "percentage-point",
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
  { sign: "NZ$", currency: "NZD" },
  { sign: "MX$", currency: "MXN" },
  { sign: "AU$", currency: "AUD" },
  { sign: "CA$", currency: "CAD" },
  { sign: "Can$", currency: "CAD" },
  { sign: "A$", currency: "AUD" },
  { sign: "C$", currency: "CAD" },
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

/** Adjectives that may stand before "dollar", "pound", … and decide whose it is. */
const NAMES: Readonly<Record<string, string>> = {
  "yuan|yuan renminbi|renminbi yuan|chinese yuan|chinese renminbi|renminbi|rmb|rmb yuan|yuan rmb": "CNY",
  "us dollar|us dollars|usd|united states dollars|american dollar|american dollars|dollar|dollars|greenback|greenbacks|buck|bucks":
    "USD",
  "hong kong dollar|hong kong dollars|hkd": "HKD",
  "australian dollar|australian dollars|aussie dollars": "AUD",
  "canadian dollar|canadian dollars": "CAD",
  "singapore dollar|singapore dollars|singaporean dollars": "SGD",
  "new zealand dollar|new zealand dollars": "NZD",
  "taiwan dollar|taiwan dollars|new taiwan dollar|new taiwan dollars|taiwanese dollars": "TWD",
  "euro|euros|eur": "EUR",
  "pound|pounds|pound sterling|pounds sterling|sterling|british pound|british pounds|quid": "GBP",
  "egyptian pound|egyptian pounds": "EGP",
  "yen|japanese yen": "JPY",
  "won|korean won|south korean won": "KRW",
  "north korean won": "KPW",
  "rouble|roubles|ruble|rubles|russian rouble|russian roubles|russian ruble|russian rubles|руб|рублей": "RUB",
  "belarusian rubles|belarusian roubles|belarusian ruble": "BYN",
  "rupee|rupees|indian rupee|indian rupees": "INR",
  "pakistani rupee|pakistani rupees|pakistan rupees": "PKR",
  "sri lankan rupee|sri lankan rupees": "LKR",
  "nepalese rupee|nepalese rupees|nepali rupees": "NPR",
  "rupiah|indonesian rupiah": "IDR",
  "ringgit|malaysian ringgit": "MYR",
  "baht|thai baht": "THB",
  "dong|vietnamese dong": "VND",
  "philippine peso|philippine pesos": "PHP",
  "mexican peso|mexican pesos": "MXN",
  "argentine peso|argentine pesos": "ARS",
  "swiss franc|swiss francs|franc|francs": "CHF",
  "real|reais|brazilian real|brazilian reais|reals": "BRL",
  "rand|south african rand": "ZAR",
  "lira|liras|turkish lira|turkish liras": "TRY",
  "hryvnia|hryvnias|ukrainian hryvnia": "UAH",
  "tenge|kazakh tenge|kazakhstani tenge": "KZT",
  "zloty|zlotys|zlotych|polish zloty|polish zlotys": "PLN",
  "forint|forints|hungarian forint|hungarian forints": "HUF",
  "czech koruna|koruna|korunas|czech crowns": "CZK",
  "swedish krona|swedish kronor|swedish crowns|krona|kronor": "SEK",
  "norwegian krone|norwegian kroner|norwegian crowns": "NOK",
  "danish krone|danish kroner|danish crowns": "DKK",
  "krone|kroner": "NOK",
  "dirham|dirhams|uae dirham|uae dirhams": "AED",
  "riyal|riyals|saudi riyal|saudi riyals": "SAR",
  "shekel|shekels|israeli shekels": "ILS",
  "naira|nigerian naira": "NGN",
  "tugrik|tugriks|mongolian tugrik": "MNT",
  "taka|bangladeshi taka": "BDT",
  "manat|azerbaijani manat": "AZN",
};

export const CURRENCY_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([names, code]) => names.split("|").map((name) => [name, code] as const)),
);

/** Names that several countries share when nothing stands before them. */
export const SHARED_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["dollar", ["HKD", "AUD", "CAD", "SGD", "TWD", "NZD"]],
  ["dollars", ["HKD", "AUD", "CAD", "SGD", "TWD", "NZD"]],
  ["pound", ["EGP", "LBP"]],
  ["pounds", ["EGP", "LBP"]],
  ["won", ["KPW"]],
  ["rupee", ["PKR", "LKR", "NPR", "MUR"]],
  ["rupees", ["PKR", "LKR", "NPR", "MUR"]],
  ["krona", ["ISK"]],
  ["krone", ["DKK"]],
  ["kroner", ["DKK"]],
  ["franc", ["XAF", "XOF"]],
  ["francs", ["XAF", "XOF"]],
  ["ruble", ["BYN"]],
  ["rubles", ["BYN"]],
  ["rouble", ["BYN"]],
  ["roubles", ["BYN"]],
  ["yuan", []],
]);

/** Parts of a currency: its code and the power of ten that one part is worth. */
export const MINOR_NAMES: ReadonlyMap<string, readonly [string, number]> = new Map(
  Object.entries({
    cent: ["USD", -2],
    cents: ["USD", -2],
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
  } as const),
);

/**
 * Words that move an amount off its printed digits. With X the printed amount and w one unit of its last digit that
 * is not a trailing zero (100 for 800, 0.1 for 19.8): `below` (X−w, X), `above` (X, X+w), `about` [X−w, X+w],
 * `more` (X, ∞), `atLeast` [X, ∞), `less` [0, X), `atMost` [0, X]: sizes, so the last two begin at zero.
 */
export type Hedge = "below" | "above" | "about" | "more" | "atLeast" | "less" | "atMost";

const HEDGE_LISTS: Readonly<Record<Hedge, string>> = {
  below:
    "nearly|almost|just under|just below|just shy of|a little under|a little less than|slightly less than|slightly under|slightly below|not quite|a bit under|shy of|near",
  above:
    "just over|just above|a little over|a little more than|a bit more than|a bit over|slightly more than|slightly over|slightly above|little more than",
  about:
    "about|around|approximately|approx|roughly|some|circa|ca|close to|an estimated|estimated|in the region of|in the order of|of the order of|somewhere around|~|≈|∼|～|约|大约",
  more: "more than|over|above|greater than|upwards of|in excess of|exceeding|well over|well above|higher than|bigger than|topping|>|超过|逾",
  atLeast:
    "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum|≥|>=|至少|不少于",
  less: "less than|under|below|fewer than|lower than|smaller than|well under|well below|<|不到|不足",
  atMost: "up to|at most|no more than|not more than|as much as|as many as|a maximum of|maximum|≤|<=|不超过",
};

/** Hedges before an amount. */
export const HEDGES: ReadonlyMap<string, Hedge> = new Map(
  (Object.entries(HEDGE_LISTS) as [Hedge, string][]).flatMap(([hedge, words]) =>
    words.split("|").map((word) => [word, hedge] as const),
  ),
);

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
