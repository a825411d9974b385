import type { Chart } from "../chart/index.js";
import { placed, type Value } from "../data/yaml.js";
import { FigureError } from "../errors.js";
import { figure } from "../notation/figure.js";
import type { Result } from "../statement/statement.js";
import type { Evidence } from "./evidence.js";
import type { Fields } from "./fields.js";
import type { ReportStatement } from "./statement.js";

/** A recomputed statement, with its chart where its method draws one. */
export interface Evaluated extends Result {
  /** Its chart; `fill` puts figures into a title. */
  chart(fill?: (text: string) => string): Chart | undefined;
}

/**
 * Recomputes one statement.
 * @throws FigureError with file, line and column of the field that cannot be understood
 */
export function evaluateStatement(one: ReportStatement, evidence: Evidence): Evaluated {
  const { method, statement } = one;
  const named = { ...(statement.source === undefined ? {} : { source: statement.source }) };
  const printed =
    statement.printed === ""
      ? undefined
      : locate(one.printedAt ?? one.place, () => figure(statement.printed, { label: "printed", ...named }));
  const values = readFields(method.fields, one.fields, evidence, one.place, `the method ${method.name}`);
  const context = { printed, evidence };
  const found = locate(one.place, () => method.run(values as never, context));
  return {
    statement,
    printed,
    ...found,
    asRecorded:
      statement.verdict === undefined
        ? found.outcome !== "inconsistent"
        : statement.verdict === found.outcome,
    chart: (fill = (text) => text) => {
      if (one.chart === "none") return undefined;
      const words = one.chart;
      return locate(one.place, () =>
        method.chart?.(values as never, found, {
          ...context,
          title: words?.title === undefined ? undefined : fill(words.title),
          subtitle: words?.subtitle === undefined ? undefined : fill(words.subtitle),
          source: statement.source === undefined ? [] : [statement.source],
        }),
      );
    },
  };
}

/** The values of named fields; a field that is missing is named with what it takes. */
export function readFields(
  fields: Fields,
  given: ReadonlyMap<string, Value>,
  evidence: Evidence,
  place: Value,
  what: string,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = given.get(name);
    if (value !== undefined) values[name] = field.read(value, evidence);
    else if (field.optional !== true) {
      throw placed(
        place,
        `${what} needs the field "${name}": ${field.says}; write ${field.takes.replaceAll("`", "")}`,
      );
    }
  }
  return values;
}

/** An error without a place of its own is told with that of the statement. */
function locate<T>(at: Value, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!FigureError.is(error) || error.details.line !== undefined) throw error;
    throw placed(at, error.message, error.code === "no-rate" ? "no-rate" : "bad-data");
  }
}
