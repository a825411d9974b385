/**
 * Conversions as the press printed them: who, on which day, the yuan, the foreign amount beside them, the rate where the
 * text states one, and what `rateUsed` answers. Where a page names only a month or a year, its last day stands for it.
 */
export interface NewsConversion {
  readonly id: string;
  readonly on: string;
  readonly amount: string;
  readonly foreign: string;
  readonly stated?: string;
  readonly answer: string;
  /** What must be among the conventions that were not tried, where the answer is not certain. */
  readonly open?: "market" | "central-parity";
  readonly url: string;
}

// biome-ignore format: a table
export const NEWS: readonly NewsConversion[] = [
  { id: "Reuters, Liaoning", on: "2023-10-23", amount: "42.64bn yuan", foreign: "$5.83bn", answer: "market", url: "https://uk.investing.com/news/economic-indicators/in-northeast-china-russian-and-chinese-firms-ink-deals-from-manufacturing-to-agriculture-3200042" },
  { id: "Reuters, Russia 2023", on: "2024-01-12", amount: "1.69tn yuan", foreign: "$235.90bn", stated: "7.1641", answer: "stated", url: "https://morningstrong.com/?p=7237" },
  { id: "Reuters, Russia 2024", on: "2025-01-13", amount: "1.74tn yuan", foreign: "$237bn", stated: "7.3317", answer: "stated", url: "https://wallstreetobserver.com/china-russia-2024-trade-value" },
  { id: "China Daily, 2023", on: "2024-01-12", amount: "41.76tn yuan", foreign: "$5.82tn", answer: "undecided", open: "central-parity", url: "http://ningshing.cn/index.php/home/newscenter/articlemain/id/11798/category_id/102/theme/eng.html" },
  { id: "Xinhua, September 2023", on: "2023-10-13", amount: "3.74tn yuan", foreign: "$521bn", answer: "central-parity", url: "http://en.people.cn/n3/2023/1013/c90000-20083269.html" },
  { id: "Xinhua, Heilongjiang 2 months", on: "2023-03-23", amount: "48.38bn yuan", foreign: "$7bn", answer: "undecided", url: "http://www.chinadaily.com.cn/a/202303/23/WS641be4bba31057c47ebb621f.html" },
  { id: "Xinhua, Heilongjiang 3 months", on: "2023-04-20", amount: "71.98bn yuan", foreign: "$10.4bn", answer: "undecided", url: "http://en.people.cn/n3/2023/0420/c90000-20008812.html" },
  { id: "Xinhua, Heilongjiang 5 months", on: "2023-06-20", amount: "118.8bn yuan", foreign: "$16.59bn", answer: "central-parity", url: "http://en.people.cn/n3/2023/0620/c90000-20033856.html" },
  { id: "Xinhua, Heilongjiang 10 months", on: "2023-11-22", amount: "241.94bn yuan", foreign: "$33.83bn", answer: "none", open: "market", url: "http://en.people.cn/n3/2023/1123/c90000-20101168.html" },
  { id: "Xinhua, Heilongjiang 2023", on: "2024-01-22", amount: "297.83bn yuan", foreign: "$42bn", answer: "none", open: "central-parity", url: "http://en.people.cn/n3/2024/0123/c90000-20125492.html" },
  { id: "Reuters, April 2025", on: "2025-05-09", amount: "510.6bn yuan", foreign: "$70.47bn", stated: "7.2456", answer: "stated", url: "https://www.tradingkey.com/news/economic-indicator/250639472-reuters" },
  { id: "Reuters, September 2025", on: "2025-10-13", amount: "63.11bn yuan", foreign: "$8.85bn", stated: "7.1310", answer: "stated", url: "https://985theriver.com/?p=1046259" },
  { id: "Reuters, October 2025", on: "2025-11-07", amount: "60.46bn yuan", foreign: "$8.49bn", stated: "7.1230", answer: "stated", url: "https://www.squidsite02.com/2025/11/07/chinas-october-yuan-exports" },
  { id: "Reuters, quarter 2022", on: "2022-04-13", amount: "243.03bn yuan", foreign: "$38.18bn", stated: "6.3646", answer: "stated", url: "https://www.newsbreak.com/news/2570910316230/china-s-jan-march-overall-trade-with-russia-rises-28-to-38-2-bln" },
  { id: "Reuters, June 2024", on: "2024-07-12", amount: "143.9bn yuan", foreign: "$19.81bn", answer: "undecided", open: "central-parity", url: "https://en.apa.az/cis-countries/chinas-june-exports-to-russia-rise-more-quickly-than-in-previous-month-442548" },
  { id: "EFE, March 2023, dollars", on: "2023-04-13", amount: "601.010bn yuan", foreign: "$87.429bn", answer: "none", open: "market", url: "https://www.portalpolitico.tv/economia-y-finanzas/el-comercio-exterior-chino-crecio-un-155-interanual-en-marzo" },
  { id: "EFE, March 2023, euros", on: "2023-04-13", amount: "601.010bn yuan", foreign: "€79.556bn", answer: "none", open: "market", url: "https://www.portalpolitico.tv/economia-y-finanzas/el-comercio-exterior-chino-crecio-un-155-interanual-en-marzo" },
  { id: "EFE, September 2025, dollars", on: "2025-10-13", amount: "645.470bn yuan", foreign: "$90.549bn", answer: "none", open: "market", url: "https://www.abc.com.py/internacionales/2025/10/13/el-comercio-exterior-chino-acelera-su-crecimiento-hasta-el-8-en-septiembre/" },
  { id: "EFE, September 2025, euros", on: "2025-10-13", amount: "645.470bn yuan", foreign: "€77.908bn", answer: "none", open: "market", url: "https://www.abc.com.py/internacionales/2025/10/13/el-comercio-exterior-chino-acelera-su-crecimiento-hasta-el-8-en-septiembre/" },
  { id: "EFE, July 2022, dollars", on: "2022-08-07", amount: "2.24tn yuan", foreign: "$331.927bn", answer: "undecided", open: "central-parity", url: "https://chatsports.com/top-news/a/source/el-comercio-exterior-chino-crecio-un-166-interanual-en-julio-17243933" },
  { id: "EFE, July 2022, euros", on: "2022-08-07", amount: "2.24tn yuan", foreign: "€326.051bn", answer: "undecided", open: "central-parity", url: "https://chatsports.com/top-news/a/source/el-comercio-exterior-chino-crecio-un-166-interanual-en-julio-17243933" },
  { id: "EFE, 2020, euros", on: "2021-01-14", amount: "3.7tn yuan", foreign: "€471.961bn", answer: "undecided", open: "central-parity", url: "https://www.world-today-news.com/chinas-international-trade-grows-1-9-year-on-year-in-2020/" },
  { id: "EFE, 2023, euros", on: "2024-01-12", amount: "41.76tn yuan", foreign: "€5.33tn", answer: "none", open: "market", url: "https://eltransporte.com.do/el-comercio-exterior-chino-crecio-un-28-interanual-en-diciembre-y-un-02-en-2023/" },
  { id: "CRI, yen", on: "2022-10-24", amount: "31.11tn yuan", foreign: "638.74tn yen", answer: "none", open: "market", url: "http://japanese.china.org.cn/business/txt/2022-10/24/content_78483653.htm" },
  { id: "Yonhap, 2022", on: "2023-01-13", amount: "23.97tn yuan", foreign: "4420tn won", answer: "undecided", open: "central-parity", url: "https://wowtv.co.kr/NewsCenter/News/Read?articleId=AKR20230113068900074" },
  { id: "NewDaily, 2025", on: "2026-01-14", amount: "45.47tn yuan", foreign: "9632tn won", answer: "none", open: "market", url: "https://www.newdaily.co.kr/site/data/html/2026/01/14/2026011400303.html" },
  { id: "Liaoning in Korean", on: "2025-09-17", amount: "501.94bn yuan", foreign: "97.4315tn won", answer: "none", open: "market", url: "https://licckr.lnd.com.cn/system/2025/09/17/030528542.shtml" },
  { id: "Xinhua, Heilongjiang half 2022", on: "2022-07-19", amount: "122.21bn yuan", foreign: "$18.12bn", answer: "undecided", open: "central-parity", url: "http://en.people.cn/n3/2022/0719/c90000-10124757.html" },
  { id: "Xinhua, Heilongjiang 8 months", on: "2023-09-20", amount: "193.44bn yuan", foreign: "$26.97bn", answer: "none", open: "central-parity", url: "https://www.urdupoint.com/en/miscellaneous/chinas-heilongjiang-sees-robust-goods-trade-1750615.html" },
  { id: "CGTN, 2 months 2025", on: "2025-03-07", amount: "6.54tn yuan", foreign: "$912.07bn", answer: "none", open: "central-parity", url: "https://myglobalnews.net/business/20250307-chinas-trade-hits-6-54-trillion-yuan-in-early-2025-exports-grow/" },
  { id: "Yicai, 2025", on: "2026-01-14", amount: "45.47tn yuan", foreign: "$6.52tn", answer: "undecided", open: "central-parity", url: "https://www.yicaiglobal.com/news/chinas-foreign-trade-climbs-38-to-new-record-in-2025" },
  { id: "Global Times, 2025", on: "2026-01-14", amount: "45.47tn yuan", foreign: "$6.51tn", answer: "none", open: "central-parity", url: "https://www.globaltimes.cn/page/202601/1353228.shtml" },
  { id: "Huawei, 2022", on: "2023-12-31", amount: "642338m yuan", foreign: "$92379m", stated: "6.9533", answer: "stated", url: "http://www.huawei.com/en/bond-investor-relations/financial-highlights" },
  { id: "Reuters, profits", on: "2022-01-27", amount: "734.2bn yuan", foreign: "$116bn", answer: "undecided", open: "central-parity", url: "https://www.scmp.com/economy/economic-indicators/article/3164873/chinas-industrial-firms-see-profits-grow-slowest-pace" },
  { id: "66.ru, a car", on: "2023-02-06", amount: "56,800 yuan", foreign: "591,856 roubles", answer: "refused", url: "https://66.ru/auto/news/260641/photo/11430/item/989796/" },
  { id: "Manzhouli", on: "2026-01-31", amount: "400m yuan", foreign: "4.5bn roubles", answer: "refused", url: "https://chinalogist.ru/export/manczuriia-obnovliaet-istoriceskii-maksimum-prigranicnyi-tovarooborot-s-rossiei-perevalil-za-400-millionov-iuanei" },
];
