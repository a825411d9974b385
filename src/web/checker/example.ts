import type { Language } from "./words.js";

export const EXAMPLE_DAY = "2023-10-23";

/** The running example, with two slips put in: a scale word, and a growth that its own amounts do not bear out. */
export const EXAMPLE: Readonly<Record<Language, string>> = {
  en: `Shipments from Liaoning province to Russia rose 82.3% in the first nine months of 2023 to 42.64bn yuan ($5.83bn).

Trade between the two countries was $21.18bn in September: exports of $9.6bn and imports of $11.53bn. Imports rose 8% to $11.53bn from $10.66bn a year earlier, while exports rose 12% to $9.6bn from $7.95bn.

A port of the province handled goods worth 7.2bn yuan ($985m) in September, after 6.9bn yuan ($945bn) in August.`,
  zh: `2023年前9个月，辽宁省对俄罗斯出口426.4亿元（58.3亿美元），同比增长82.3%。

9月份两国贸易额为211.8亿美元，其中出口96亿美元，进口115.3亿美元。进口由106.6亿美元增长8%至115.3亿美元，出口由79.5亿美元增长12%至96亿美元。

该省某港口9月份货物价值72亿元（9.85亿美元），8月份为69亿元（9.45万美元）。`,
};
