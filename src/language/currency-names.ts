import { once } from "./once.js";
import { phraseMap } from "./word-list.js";

/**
 * Names of money: "Kuwaiti dinars" is made of a country's adjective and a name that several countries share, so the
 * two are listed apart and put together once.
 */

/** What countries are called before the name of their money, by ISO 3166 code. */
const COUNTRIES = `
  AE: uae|emirati|emirates
  AL: albanian|albania
  AM: armenian|armenia
  AO: angolan|angola
  AR: argentine|argentinian|argentina
  AT: austrian|austria
  AU: australian|australia|aussie
  AZ: azerbaijani|azeri|azerbaijan
  BD: bangladeshi|bangladesh
  BE: belgian|belgium
  BG: bulgarian|bulgaria
  BH: bahraini|bahrain
  BN: brunei|bruneian
  BO: bolivian|bolivia
  BR: brazilian|brazil
  BW: botswana
  BY: belarusian|belarussian|belarus
  CA: canadian|canada
  CH: swiss|switzerland
  CL: chilean|chile
  CN: chinese|china|mainland
  CO: colombian|colombia
  CR: costa rican|costa rica
  CU: cuban|cuba
  CY: cypriot|cyprus
  CZ: czech|czech republic|prague
  DE: german|germany
  DK: danish|denmark|copenhagen
  DO: dominican
  DZ: algerian|algeria
  EE: estonian|estonia
  EG: egyptian|egypt|cairo
  ES: spanish|spain
  ET: ethiopian|ethiopia
  FI: finnish|finland
  FJ: fiji|fijian
  FR: french|france|paris
  GB: british|britain|uk|english
  GE: georgian|georgia
  GH: ghanaian|ghana
  GR: greek|greece
  HK: hong kong|hk
  HR: croatian|croatia
  HU: hungarian|hungary
  ID: indonesian|indonesia|jakarta
  IE: irish|ireland
  IL: israeli|israel
  IN: indian|india|delhi|mumbai
  IQ: iraqi|iraq
  IR: iranian|iran|tehran
  IS: icelandic|iceland
  IT: italian|italy
  JM: jamaican|jamaica
  JO: jordanian|jordan
  JP: japanese|japan|tokyo
  KE: kenyan|kenya|nairobi
  KG: kyrgyz|kyrgyzstan
  KH: cambodian|cambodia
  KP: north korean|north korea
  KR: korean|south korean|south korea|korea|seoul
  KW: kuwaiti|kuwait
  KZ: kazakh|kazakhstani|kazakhstan
  LA: lao|laotian|laos
  LB: lebanese|lebanon|beirut
  LK: sri lankan|sri lanka|colombo
  LT: lithuanian|lithuania
  LU: luxembourg
  LV: latvian|latvia
  LY: libyan|libya
  MA: moroccan|morocco
  MM: burmese|myanmar
  MN: mongolian|mongolia
  MO: macau|macao|macanese
  MU: mauritian|mauritius
  MV: maldivian|maldives
  MX: mexican|mexico
  MY: malaysian|malaysia
  MZ: mozambican|mozambique
  NA: namibian|namibia
  NG: nigerian|nigeria
  NL: dutch|netherlands
  NO: norwegian|norway|oslo
  NP: nepalese|nepali|nepal
  NZ: new zealand|nz|kiwi
  OM: omani|oman
  PE: peruvian|peru
  PG: papua new guinea
  PH: philippine|filipino|philippines|manila
  PK: pakistani|pakistan|karachi|islamabad
  PL: polish|poland
  PT: portuguese|portugal
  PY: paraguayan|paraguay
  QA: qatari|qatar
  RO: romanian|romania
  RS: serbian|serbia|yugoslav
  RU: russian|russia|moscow
  SA: saudi|saudi arabian|saudi arabia
  SD: sudanese|sudan
  SE: swedish|sweden|stockholm
  SG: singapore|singaporean
  SI: slovenian|slovene|slovenia
  SK: slovak|slovakia|bratislava
  SY: syrian|syria
  TH: thai|thailand
  TJ: tajik|tajikistan
  TN: tunisian|tunisia
  TR: turkish|turkey
  TT: trinidad and tobago|trinidad
  TW: taiwan|taiwanese|new taiwan
  TZ: tanzanian|tanzania
  UA: ukrainian|ukraine
  UG: ugandan|uganda
  US: us|american|united states
  UY: uruguayan|uruguay
  UZ: uzbek|uzbekistan
  VE: venezuelan|venezuela
  VN: vietnamese|vietnam|viet nam
  YE: yemeni|yemen
  ZA: south african|south africa
  ZM: zambian|zambia
  ZW: zimbabwean|zimbabwe`;

/**
 * Names of money, singular and plural ("yen*" is yen and yens), with the codes of whose they are: a code begins with its country. The first is
 * meant where nothing else is said; a name that one country has stands for it alone.
 */
const MONEY = `
  dollar*|dlr*: USD HKD AUD CAD SGD TWD NZD BND FJD JMD TTD NAD ZWL
  pound*|pfund: GBP EGP LBP SYP SDG CYP IEP
  franc*|franken: CHF FRF BEF LUF
  mark*: DEM
  deutschmark*|deutsche mark*: DEM
  markka|markkaa|markkas: FIM
  crown*: CZK SEK NOK DKK SKK EEK ISK
  koruna*|koruny: CZK SKK
  króna|krónur: ISK
  krona|kronor: SEK ISK
  krone|kroner: NOK DKK
  kroon*|krooni: EEK
  peso*: MXN PHP ARS CLP COP CUP DOP UYU
  rupee*: INR PKR LKR NPR MUR
  dinar*: KWD RSD IQD JOD BHD TND DZD LYD
  rial*: IRR OMR YER QAR SAR
  riyal*: SAR QAR OMR YER IRR
  dirham*: AED MAD
  lira*|lire: TRY ITL
  won*: KRW KPW
  yen*: JPY
  yuan*|renminbi|rmb: CNY
  ruble*|rouble*|rubel: RUB BYN
  shilling*: KES UGX TZS
  schilling*: ATS
  guilder*: NLG
  peseta*: ESP
  escudo*: PTE
  drachma*: GRD
  punt*: IEP
  euro*: EUR
  sterling|stg: GBP
  rupiah*: IDR
  ringgit*: MYR
  baht*: THB
  dong*: VND
  pataca*: MOP
  kip*: LAK
  kyat*: MMK
  riel*: KHR
  taka*: BDT
  rufiyaa*: MVR
  real|reais|reals: BRL
  rand*: ZAR
  hryvnia*|hryvnya: UAH
  tenge*: KZT
  som*: KGS UZS
  somoni*: TJS
  manat*: AZN
  lari*: GEL
  dram*: AMD
  zloty*|zlotych|zloties: PLN
  forint*: HUF
  leu|lei: RON
  lev|leva|levs: BGN
  kuna*: HRK
  tolar*: SIT
  lat*: LVL
  litas|litai: LTL
  lek*: ALL
  shekel*|sheqel*: ILS
  naira*: NGN
  cedi*: GHS
  birr*: ETB
  kwacha*: ZMW
  pula*: BWP
  metical|meticais: MZN
  kwanza*: AOA
  tugrik*|togrog*: MNT
  bolivar*|bolivares: VES
  boliviano*: BOB
  guarani*: PYG
  sol|soles: PEN
  colon|colones: CRC
  kina*: PGK`;

/** Names that are no country's alone, or are said without the word for the money. */
const OTHERS = `
  yuan renminbi|renminbi yuan|rmb yuan|yuan rmb: CNY
  greenback*|buck*: USD
  pound sterling|pounds sterling|quid: GBP
  british pounds sterling: GBP
  cfa franc*: XOF
  руб|рублей|рубля|рубль|рублям|рублях|российских рублей: RUB
  долл|доллар|доллара|долларов|доллары|долл сша|доллара сша|долларов сша: USD
  евро: EUR
  юань|юаня|юаней|юани|китайских юаней: CNY
  иена|иены|иен|йен|йены: JPY
  фунт|фунта|фунтов|фунтов стерлингов|фунта стерлингов: GBP
  тенге: KZT
  дирхам|дирхама|дирхамов: AED
  гривен|гривны|гривна: UAH
  турецких лир|турецкие лиры: TRY
  индийских рупий|рупий|рупии: INR
  злотых|злотого: PLN
  вон|южнокорейских вон: KRW
  сумов|узбекских сумов: UZS
  белорусских рублей|белорусских рубля: BYN
  гонконгских долларов|гонконгского доллара: HKD
  франков|швейцарских франков: CHF
  ecu*: XEU`;

/** Words that are ordinary English as well as money, and only money with a country or a currency word beside them. */
const ORDINARY = /* @__PURE__ */ new Set(
  "sol soles colon lat lats som pula real reals dram drams".split(" "),
);

/** A name that several countries' money shares: the code that is meant by default, and the others by country. */
export interface SharedName {
  readonly currency: string;
  readonly countries: ReadonlyMap<string, string>;
}

/** The lines of a text: what stands before the colon, and what behind it. */
const lines = (text: string): [string, string][] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(": ") as [string, string]);

/** How a name says that it is of several, where it says so: "dollars". */
export const pluralOf = (name: string): string => `${name}s`;
export const isPlural = (name: string): boolean => name.endsWith("s");

/** How words before the name of money are printed that have more than a capital. */
export const PRINTED_WORDS: ReadonlyMap<string, string> = /* @__PURE__ */ new Map([["us", "U.S."]]);

/** The words between bars: "yen*" is yen and yens. */
const numbersOf = (words: string): string[] => words.replace(/([^|]+)\*/g, "$1|$1s").split("|");

/** What each country is called before the name of its money: "CN" and "chinese|china|mainland". */
export const countryWords = (): [country: string, words: string][] => lines(COUNTRIES);

/** Every name with its code, and the names that are shared. */
function namesOfMoney(): { names: Map<string, string>; shared: Map<string, SharedName> } {
  const names = new Map<string, string>();
  const shared = new Map<string, SharedName>();
  const adjectives = new Map(countryWords());
  for (const [words, owners] of lines(MONEY)) {
    const countries = new Map(
      owners.split(" ").map((code) => [code === "EUR" ? "DE" : code.slice(0, 2), code]),
    );
    const currency = [...countries.values()][0] as string;
    for (const word of numbersOf(words)) {
      if (!ORDINARY.has(word)) names.set(word, currency);
      if (countries.size > 1) shared.set(word, { currency, countries });
      for (const [country, code] of countries) {
        for (const adjective of adjectives.get(country)?.split("|") ?? [])
          names.set(`${adjective} ${word}`, code);
      }
    }
  }
  for (const [words, code] of lines(OTHERS)) {
    for (const word of numbersOf(words)) names.set(word, code);
  }
  return { names, shared };
}

const names = /* @__PURE__ */ once(namesOfMoney);

/** Names of money behind an amount, lower case: "yuan", "hong kong dollars", "kuwaiti dinars". */
export const currencyNames = (): ReadonlyMap<string, string> => names().names;

/** Names that several countries share when nothing stands before them. */
export const sharedNames = (): ReadonlyMap<string, SharedName> => names().shared;

/** The country that a word names, by ISO 3166 code: "swiss" and "switzerland" are CH. */
export const countryOf: () => ReadonlyMap<string, string> = /* @__PURE__ */ once(() =>
  phraseMap(countryWords()),
);
