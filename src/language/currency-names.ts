import { once } from "./once.js";

/**
 * Names of money: "Kuwaiti dinars" is made of a country's adjective and a name that several countries share, so the
 * two are listed apart and put together once.
 */

/** What countries are called before the name of their money, by ISO 3166 code. */
export const COUNTRY_WORDS: Readonly<Record<string, string>> = {
  AE: "uae|emirati|emirates",
  AL: "albanian|albania",
  AM: "armenian|armenia",
  AO: "angolan|angola",
  AR: "argentine|argentinian|argentina",
  AT: "austrian|austria",
  AU: "australian|australia|aussie",
  AZ: "azerbaijani|azeri|azerbaijan",
  BD: "bangladeshi|bangladesh",
  BE: "belgian|belgium",
  BG: "bulgarian|bulgaria",
  BH: "bahraini|bahrain",
  BN: "brunei|bruneian",
  BO: "bolivian|bolivia",
  BR: "brazilian|brazil",
  BW: "botswana",
  BY: "belarusian|belarussian|belarus",
  CA: "canadian|canada",
  CH: "swiss|switzerland",
  CL: "chilean|chile",
  CN: "chinese|china|mainland",
  CO: "colombian|colombia",
  CR: "costa rican|costa rica",
  CU: "cuban|cuba",
  CY: "cypriot|cyprus",
  CZ: "czech|czech republic|prague",
  DE: "german|germany",
  DK: "danish|denmark|copenhagen",
  DO: "dominican",
  DZ: "algerian|algeria",
  EE: "estonian|estonia",
  EG: "egyptian|egypt|cairo",
  ES: "spanish|spain",
  ET: "ethiopian|ethiopia",
  FI: "finnish|finland",
  FJ: "fiji|fijian",
  FR: "french|france|paris",
  GB: "british|britain|uk|english",
  GE: "georgian|georgia",
  GH: "ghanaian|ghana",
  GR: "greek|greece",
  HK: "hong kong|hk",
  HR: "croatian|croatia",
  HU: "hungarian|hungary",
  ID: "indonesian|indonesia|jakarta",
  IE: "irish|ireland",
  IL: "israeli|israel",
  IN: "indian|india|delhi|mumbai",
  IQ: "iraqi|iraq",
  IR: "iranian|iran|tehran",
  IS: "icelandic|iceland",
  IT: "italian|italy",
  JM: "jamaican|jamaica",
  JO: "jordanian|jordan",
  JP: "japanese|japan|tokyo",
  KE: "kenyan|kenya|nairobi",
  KG: "kyrgyz|kyrgyzstan",
  KH: "cambodian|cambodia",
  KP: "north korean|north korea",
  KR: "korean|south korean|south korea|korea|seoul",
  KW: "kuwaiti|kuwait",
  KZ: "kazakh|kazakhstani|kazakhstan",
  LA: "lao|laotian|laos",
  LB: "lebanese|lebanon|beirut",
  LK: "sri lankan|sri lanka|colombo",
  LT: "lithuanian|lithuania",
  LU: "luxembourg",
  LV: "latvian|latvia",
  LY: "libyan|libya",
  MA: "moroccan|morocco",
  MM: "burmese|myanmar",
  MN: "mongolian|mongolia",
  MO: "macau|macao|macanese",
  MU: "mauritian|mauritius",
  MV: "maldivian|maldives",
  MX: "mexican|mexico",
  MY: "malaysian|malaysia",
  MZ: "mozambican|mozambique",
  NA: "namibian|namibia",
  NG: "nigerian|nigeria",
  NL: "dutch|netherlands",
  NO: "norwegian|norway|oslo",
  NP: "nepalese|nepali|nepal",
  NZ: "new zealand|nz|kiwi",
  OM: "omani|oman",
  PE: "peruvian|peru",
  PG: "papua new guinea",
  PH: "philippine|filipino|philippines|manila",
  PK: "pakistani|pakistan|karachi|islamabad",
  PL: "polish|poland",
  PT: "portuguese|portugal",
  PY: "paraguayan|paraguay",
  QA: "qatari|qatar",
  RO: "romanian|romania",
  RS: "serbian|serbia|yugoslav",
  RU: "russian|russia|moscow",
  SA: "saudi|saudi arabian|saudi arabia",
  SD: "sudanese|sudan",
  SE: "swedish|sweden|stockholm",
  SG: "singapore|singaporean",
  SI: "slovenian|slovene|slovenia",
  SK: "slovak|slovakia|bratislava",
  SY: "syrian|syria",
  TH: "thai|thailand",
  TJ: "tajik|tajikistan",
  TN: "tunisian|tunisia",
  TR: "turkish|turkey",
  TT: "trinidad and tobago|trinidad",
  TW: "taiwan|taiwanese|new taiwan",
  TZ: "tanzanian|tanzania",
  UA: "ukrainian|ukraine",
  UG: "ugandan|uganda",
  US: "us|american|united states",
  UY: "uruguayan|uruguay",
  UZ: "uzbek|uzbekistan",
  VE: "venezuelan|venezuela",
  VN: "vietnamese|vietnam|viet nam",
  YE: "yemeni|yemen",
  ZA: "south african|south africa",
  ZM: "zambian|zambia",
  ZW: "zimbabwean|zimbabwe",
};

/**
 * Names of money, singular and plural, with whose they are: country and code. The first country is what is meant
 * where nothing else is said; a name that one country has stands for it alone.
 */
export const MONEY_NAMES: Readonly<Record<string, string>> = {
  "dollar|dollars|dlr|dlrs":
    "US USD,HK HKD,AU AUD,CA CAD,SG SGD,TW TWD,NZ NZD,BN BND,FJ FJD,JM JMD,TT TTD,NA NAD,ZW ZWL",
  "pound|pounds|pfund": "GB GBP,EG EGP,LB LBP,SY SYP,SD SDG,CY CYP,IE IEP",
  "franc|francs|franken": "CH CHF,FR FRF,BE BEF,LU LUF",
  "mark|marks": "DE DEM",
  "deutschmark|deutschmarks|deutsche mark|deutsche marks": "DE DEM",
  "markka|markkaa|markkas": "FI FIM",
  "crown|crowns": "CZ CZK,SE SEK,NO NOK,DK DKK,SK SKK,EE EEK,IS ISK",
  "koruna|korunas|koruny": "CZ CZK,SK SKK",
  "króna|krónur": "IS ISK",
  "krona|kronor": "SE SEK,IS ISK",
  "krone|kroner": "NO NOK,DK DKK",
  "kroon|kroons|krooni": "EE EEK",
  "peso|pesos": "MX MXN,PH PHP,AR ARS,CL CLP,CO COP,CU CUP,DO DOP,UY UYU",
  "rupee|rupees": "IN INR,PK PKR,LK LKR,NP NPR,MU MUR",
  "dinar|dinars": "KW KWD,RS RSD,IQ IQD,JO JOD,BH BHD,TN TND,DZ DZD,LY LYD",
  "rial|rials": "IR IRR,OM OMR,YE YER,QA QAR,SA SAR",
  "riyal|riyals": "SA SAR,QA QAR,OM OMR,YE YER,IR IRR",
  "dirham|dirhams": "AE AED,MA MAD",
  "lira|liras|lire": "TR TRY,IT ITL",
  "won|wons": "KR KRW,KP KPW",
  "yen|yens": "JP JPY",
  "yuan|yuans|renminbi|rmb": "CN CNY",
  "ruble|rubles|rouble|roubles|rubel": "RU RUB,BY BYN",
  "shilling|shillings": "KE KES,UG UGX,TZ TZS",
  "schilling|schillings": "AT ATS",
  "guilder|guilders": "NL NLG",
  "peseta|pesetas": "ES ESP",
  "escudo|escudos": "PT PTE",
  "drachma|drachmas": "GR GRD",
  "punt|punts": "IE IEP",
  "euro|euros": "DE EUR",
  "sterling|stg": "GB GBP",
  "rupiah|rupiahs": "ID IDR",
  "ringgit|ringgits": "MY MYR",
  "baht|bahts": "TH THB",
  "dong|dongs": "VN VND",
  "pataca|patacas": "MO MOP",
  "kip|kips": "LA LAK",
  "kyat|kyats": "MM MMK",
  "riel|riels": "KH KHR",
  "taka|takas": "BD BDT",
  "rufiyaa|rufiyaas": "MV MVR",
  "real|reais|reals": "BR BRL",
  "rand|rands": "ZA ZAR",
  "hryvnia|hryvnias|hryvnya": "UA UAH",
  "tenge|tenges": "KZ KZT",
  "som|soms": "KG KGS,UZ UZS",
  "somoni|somonis": "TJ TJS",
  "manat|manats": "AZ AZN",
  "lari|laris": "GE GEL",
  "dram|drams": "AM AMD",
  "zloty|zlotys|zlotych|zloties": "PL PLN",
  "forint|forints": "HU HUF",
  "leu|lei": "RO RON",
  "lev|leva|levs": "BG BGN",
  "kuna|kunas": "HR HRK",
  "tolar|tolars": "SI SIT",
  "lat|lats": "LV LVL",
  "litas|litai": "LT LTL",
  "lek|leks": "AL ALL",
  "shekel|shekels|sheqel|sheqels": "IL ILS",
  "naira|nairas": "NG NGN",
  "cedi|cedis": "GH GHS",
  "birr|birrs": "ET ETB",
  "kwacha|kwachas": "ZM ZMW",
  "pula|pulas": "BW BWP",
  "metical|meticais": "MZ MZN",
  "kwanza|kwanzas": "AO AOA",
  "tugrik|tugriks|togrog|togrogs": "MN MNT",
  "bolivar|bolivars|bolivares": "VE VES",
  "boliviano|bolivianos": "BO BOB",
  "guarani|guaranis": "PY PYG",
  "sol|soles": "PE PEN",
  "colon|colones": "CR CRC",
  "kina|kinas": "PG PGK",
};

/** Names that are no country's alone, or are said without the word for the money. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "yuan renminbi|renminbi yuan|rmb yuan|yuan rmb": "CNY",
  "greenback|greenbacks|buck|bucks": "USD",
  "pound sterling|pounds sterling|quid": "GBP",
  "british pounds sterling": "GBP",
  "cfa franc|cfa francs": "XOF",
  "руб|рублей|рубля|рубль|рублям|рублях|российских рублей": "RUB",
  "долл|доллар|доллара|долларов|доллары|долл сша|доллара сша|долларов сша": "USD",
  евро: "EUR",
  "юань|юаня|юаней|юани|китайских юаней": "CNY",
  "иена|иены|иен|йен|йены": "JPY",
  "фунт|фунта|фунтов|фунтов стерлингов|фунта стерлингов": "GBP",
  тенге: "KZT",
  "белорусских рублей|белорусских рубля": "BYN",
  "гонконгских долларов|гонконгского доллара": "HKD",
  "франков|швейцарских франков": "CHF",
  "us dollar|us dollars": "USD",
  "ecu|ecus": "XEU",
};

/** Words that are ordinary English as well as money, and only money with a country or a currency word beside them. */
const ORDINARY = new Set([
  "sol",
  "soles",
  "colon",
  "lat",
  "lats",
  "som",
  "pula",
  "real",
  "reals",
  "dram",
  "drams",
]);

/** A name that several countries' money shares: the code that is meant by default, and the others by country. */
export interface SharedName {
  readonly currency: string;
  readonly countries: ReadonlyMap<string, string>;
}

/** Every name with its code, and the names that are shared. */
function namesOfMoney(): { names: Map<string, string>; shared: Map<string, SharedName> } {
  const names = new Map<string, string>();
  const shared = new Map<string, SharedName>();
  for (const [words, owners] of Object.entries(MONEY_NAMES)) {
    const countries = new Map(
      owners.split(",").map((owner) => owner.split(" ") as [country: string, code: string]),
    );
    const currency = [...countries.values()][0] as string;
    for (const word of words.split("|")) {
      if (!ORDINARY.has(word)) names.set(word, currency);
      if (countries.size > 1) shared.set(word, { currency, countries });
      for (const [country, code] of countries) {
        for (const adjective of COUNTRY_WORDS[country]?.split("|") ?? [])
          names.set(`${adjective} ${word}`, code);
      }
    }
  }
  for (const [words, code] of Object.entries(OTHER_NAMES)) {
    for (const word of words.split("|")) names.set(word, code);
  }
  return { names, shared };
}

const names = once(namesOfMoney);

/** Names of money behind an amount, lower case: "yuan", "hong kong dollars", "kuwaiti dinars". */
export const currencyNames = (): ReadonlyMap<string, string> => names().names;

/** Names that several countries share when nothing stands before them. */
export const sharedNames = (): ReadonlyMap<string, SharedName> => names().shared;

/** The country that a word names, by ISO 3166 code: "swiss" and "switzerland" are CH. */
export const countryOf: () => ReadonlyMap<string, string> = once(
  () =>
    new Map(
      Object.entries(COUNTRY_WORDS).flatMap(([country, words]) =>
        words.split("|").map((word) => [word, country] as const),
      ),
    ),
);
