import { countryWords } from "./currency-names.js";
import { once } from "./once.js";
import { phraseKeys, wordSet } from "./word-list.js";

/** ISO 3166 codes of three letters, as tables of trade write them, by those of two. */
const THREE_LETTERS = `
  AE ARE AL ALB AM ARM AO AGO AR ARG AT AUT AU AUS AZ AZE BD BGD BE BEL BG BGR BH BHR BN BRN BO BOL BR BRA BW BWA BY BLR
  CA CAN CH CHE CL CHL CN CHN CO COL CR CRI CU CUB CY CYP CZ CZE DE DEU DK DNK DO DOM DZ DZA EE EST EG EGY ES ESP ET ETH
  FI FIN FJ FJI FR FRA GB GBR GE GEO GH GHA GR GRC HK HKG HR HRV HU HUN ID IDN IE IRL IL ISR IN IND IQ IRQ IR IRN IS ISL
  IT ITA JM JAM JO JOR JP JPN KE KEN KG KGZ KH KHM KP PRK KR KOR KW KWT KZ KAZ LA LAO LB LBN LK LKA LT LTU LU LUX LV LVA
  LY LBY MA MAR MM MMR MN MNG MO MAC MU MUS MV MDV MX MEX MY MYS MZ MOZ NA NAM NG NGA NL NLD NO NOR NP NPL NZ NZL OM OMN
  PE PER PG PNG PH PHL PK PAK PL POL PT PRT PY PRY QA QAT RO ROU RS SRB RU RUS SA SAU SD SDN SE SWE SG SGP SI SVN SK SVK
  SY SYR TH THA TJ TJK TN TUN TR TUR TT TTO TW TWN TZ TZA UA UKR UG UGA US USA UY URY UZ UZB VE VEN VN VNM YE YEM ZA ZAF
  ZM ZMB ZW ZWE`;

/** Names of capitals, which a currency may be told by and a country's trade is not; and of what is more than one country. */
const NOT_COUNTRIES = /* @__PURE__ */ wordSet(
  "mainland aussie kiwi prague copenhagen cairo paris delhi mumbai jakarta tehran tokyo nairobi seoul beirut colombo oslo manila karachi islamabad moscow stockholm bratislava yugoslav",
);

/** What else places are called, in the languages that are read by sentences. */
const OTHERS: Readonly<Record<string, string>> = {
  WLD: "world|the world|welt|世界|全球",
  EU: "eu|the bloc|european union|europäische union|europäischen union|ес|евросоюз|евросоюза|евросоюзом|欧盟",
  ASEAN: "asean|association of southeast asian nations|асеан|东盟",
  CHN: "sino|china's|chinas|chinesische|chinesischen|chinesischer|китай|китая|китаем|китаю|китае|кнр|китайский|китайского|中国|我国",
  RUS: "russo|russland|russlands|russische|russischen|russischer|россия|россии|россией|россию|рф|российский|российского|俄罗斯|俄国",
  USA: "usa|america|the states|united states of america|vereinigte staaten|vereinigten staaten|amerika|сша|америка|америки|америкой|美国",
  DEU: "germany's|deutschland|deutschlands|deutsche|deutschen|германия|германии|германией|德国",
  GBR: "united kingdom|great britain|großbritannien|великобритания|великобритании|великобританией|英国",
  KOR: "republic of korea|südkorea|südkoreas|корея|южная корея|южной кореи|южной кореей|韩国",
  JPN: "japans|japanische|japanischen|японии|япония|японией|японию|日本",
  NLD: "holland|niederlande|niederlanden|нидерланды|нидерландов|нидерландами|荷兰",
  ARE: "united arab emirates|vereinigte arabische emirate|оаэ|阿联酋",
  FRA: "frankreich|frankreichs|франция|франции|францией|法国",
  IND: "indien|indiens|индия|индии|индией|印度",
  KAZ: "kasachstan|казахстан|казахстана|казахстаном|哈萨克斯坦",
  BLR: "weißrussland|белоруссия|белоруссии|беларусь|беларуси|白俄罗斯",
  Liaoning: "ляонин|辽宁|辽宁省",
  Jilin: "цзилинь|吉林|吉林省",
  Heilongjiang: "хэйлунцзян|黑龙江|黑龙江省",
  Harbin: "харбин|харбина|哈尔滨|哈尔滨市",
  Shenyang: "шэньян|沈阳|沈阳市",
  Hunchun: "хуньчунь|珲春|珲春市",
};

/** The code of each place by its names and adjectives, in lower case: "chinese" is CHN. */
export const places = /* @__PURE__ */ once((): ReadonlyMap<string, string> => {
  const words = new Map(countryWords());
  const codes = THREE_LETTERS.trim().split(/\s+/);
  const found = new Map<string, string>();
  for (let i = 0; i < codes.length; i += 2) {
    for (const word of words.get(codes[i] as string)?.split("|") ?? [])
      if (!NOT_COUNTRIES.has(word)) found.set(word, codes[i + 1] as string);
  }
  for (const [word, code] of phraseKeys(OTHERS)) found.set(word, code);
  return found;
});
