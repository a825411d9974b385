import type { Value } from "../data/yaml.js";
import type { Statement } from "../statement/statement.js";
import type { Method } from "./registry.js";

/** A statement of report.yaml, read but not yet computed. */
export interface ReportStatement {
  readonly statement: Statement;
  readonly method: Method;
  readonly fields: ReadonlyMap<string, Value>;
  readonly place: Value;
  readonly printedAt: Value | undefined;
  readonly chart:
    | { readonly title: string | undefined; readonly subtitle: string | undefined }
    | "none"
    | undefined;
}
