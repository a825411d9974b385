import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Known } from "../check/trace.js";
import { packageFolder } from "../data/index.js";
import { knownNumbers, knownResults } from "../data/known.js";
import { openProjectData } from "./evidence.js";
import { openReport } from "./project.js";

/** Every number that a sentence may rest on: of a data folder's tables, and of the results of its report. */
export function knownTo(folder: string = join(packageFolder(), "data")): Known[] {
  const evidence = openProjectData(folder);
  const tables = evidence.facts.length > 0 ? knownNumbers(folder) : [];
  const points = [...evidence.series.values()]
    .flat()
    .flatMap(({ series, period, amount, growth }) =>
      [amount, growth].flatMap((one) =>
        one === undefined
          ? []
          : [{ value: one.value, unit: String(one.unit), where: `figures.csv: ${series} ${period}` }],
      ),
    );
  const report = existsSync(join(folder, "report.yaml")) ? openReport(dirname(folder), folder) : undefined;
  return [...tables, ...points, ...knownResults(report?.results ?? [])];
}
