/** Tables and files, for Node: the data package, CSV in and out. */
export { cachedRates, cacheFolder, type Sidecar } from "./cache.js";
export { type CsvFile, type CsvOptions, type CsvRow, parseCsv, readCsv, toCsv } from "./csv.js";
export { facts, openEvidence, type ReportEvidence } from "./evidence.js";
export { packageFolder } from "./folder.js";
export { DataPackage, openData } from "./open.js";
export { openRateBook, rateEntries } from "./rates.js";
export type * from "./rows.js";
export type { ForeignKey, TableField, TableSchema } from "./schema.js";
export { type Updated, type UpdateOptions, update } from "./update.js";
export { writeWhole } from "./write.js";
