/** Reports of one's own: methods, charts and checks to register, and a project's report opened from its files. */
export { reportCharts } from "./charts.js";
export type { Evaluated } from "./evaluate.js";
export type { Evidence, SeriesPoint } from "./evidence.js";
export { type Field, type Fields, field, type NamedRate, optional, type ValuesOf } from "./fields.js";
export { against, shown } from "./methods/shared.js";
export { methodsPage, reportSchema } from "./methods-page.js";
export { type AskedChart, openReport, type Report } from "./project.js";
export { filled } from "./prose.js";
export {
  type ChartWords,
  chartKind,
  check,
  type Found,
  type Method,
  type MethodContext,
  method,
  type ReportChart,
  type ReportCheck,
} from "./registry.js";
export type { ReportStatement } from "./statement.js";
