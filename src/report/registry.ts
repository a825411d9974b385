import type { Chart } from "../chart/index.js";
import { FigureError } from "../errors.js";
import type { Figure } from "../figure/figure.js";
import type { Source } from "../figure/quantity.js";
import type { Result } from "../statement/statement.js";
import type { Evidence } from "./evidence.js";
import type { Fields, ValuesOf } from "./fields.js";

/** What a method finds. */
export type Found = Pick<Result, "computed" | "converted" | "outcome" | "margin" | "says" | "working">;

/** What a method is given besides its own fields. */
export interface MethodContext {
  /** The figure as the report prints it, where it does. */
  readonly printed: Figure | undefined;
  readonly evidence: Evidence;
}

/** The words of a chart: its title may be given in the report. */
export interface ChartWords {
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly source: readonly Source[];
}

/** A way to recompute a statement. */
export interface Method<F extends Fields = Fields> {
  readonly name: string;
  readonly says: string;
  readonly fields: F;
  /** Whether the statement prints a figure to compare with: "needed", or "optional" (default). */
  readonly printed?: "needed" | "optional" | "none";
  /** A statement that uses it, as YAML: it is run as a test and stands on the documentation page. */
  readonly example: string;
  run(values: ValuesOf<F>, context: MethodContext): Found;
  /** The chart that shows it, where it has one. */
  chart?(values: ValuesOf<F>, found: Found, context: MethodContext & ChartWords): Chart | undefined;
}

/** A chart that a report asks for by name. */
export interface ReportChart<F extends Fields = Fields> {
  readonly kind: string;
  readonly says: string;
  readonly fields: F;
  readonly example: string;
  draw(
    values: ValuesOf<F>,
    context: { readonly evidence: Evidence } & ChartWords & { readonly title: string },
  ): Chart;
}

/** A test of a whole report: it returns what is wrong, or nothing. */
export interface ReportCheck {
  readonly name: string;
  readonly says: string;
  run(results: readonly Result[], evidence: Evidence): readonly string[];
}

interface Registered {
  readonly methods: Map<string, Method>;
  readonly charts: Map<string, ReportChart>;
  readonly checks: Map<string, ReportCheck>;
}

// The command and a project's own module may each have their copy of this file: they share what is registered.
const KEY = Symbol.for("trade-figures.report.registry");
const shared = globalThis as unknown as Record<symbol, Registered | undefined>;

shared[KEY] ??= {
  methods: new Map(),
  charts: new Map(),
  checks: new Map(),
};

export const registered: Registered = shared[KEY];

function put<T>(map: Map<string, T>, name: string, value: T, what: string): void {
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw new FigureError("bad-option", `the ${what} "${name}" needs a name in small letters with hyphens`);
  map.set(name, value);
}

/** Registers a way to recompute a statement; the name is what report.yaml says under `method:`. */
export function method<const F extends Fields>(made: Method<F>): Method<F> {
  put(registered.methods, made.name, made as unknown as Method, "method");
  return made;
}

/** Registers a kind of chart; report.yaml asks for it under `charts:` by `kind:`. */
export function chartKind<const F extends Fields>(made: ReportChart<F>): ReportChart<F> {
  put(registered.charts, made.kind, made as unknown as ReportChart, "chart kind");
  return made;
}

/** Registers a check of the whole report: what it returns fails `npm test` and is shown on the page. */
export function check(made: ReportCheck): ReportCheck {
  put(registered.checks, made.name, made, "check");
  return made;
}
