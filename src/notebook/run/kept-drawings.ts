import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Chart, Drawing } from "../../chart/chart.js";
import { keepJson } from "../../data/file/draft.js";
import { packageFolder } from "../../data/file/folder.js";
import type { BundleOptions } from "../picture/bundle-types.js";
import { needsBrowser } from "../picture/needs-browser.js";
import { isChart } from "../picture/options.js";
import { findPackage } from "../picture/package.js";
import { ancestors, leaveNewest } from "./cache-folder.js";

/** A chart that is asked for: as a notebook's output, or as the files of a report. */
export type ToDraw =
  | { readonly kind: "draw"; readonly chart: Chart | Drawing; readonly options: BundleOptions }
  | { readonly kind: "files"; readonly chart: Chart; readonly options: Pick<BundleOptions, "library"> };

const MOST = 200;
const DRAWING = [
  "fontkit",
  "@resvg/resvg-js",
  "plotly.js-basic-dist-min",
  "plotly.js-dist",
  "chart2music",
] as const;

/**
 * Charts as they were drawn without a browser, kept beside the packages for the next run. The same chart is the same
 * bytes on every run, so one is found again by its figures and options, this package's programs and fonts, and the
 * packages that npm has installed. What a Chromium draws is drawn each time.
 */
export class KeptDrawings {
  private readonly place: string | undefined;
  private readonly settings: string = "";

  /** @param own the folder of this package */
  constructor(own?: string) {
    try {
      const home = own ?? packageFolder();
      const packages = ancestors(home).find((one) =>
        existsSync(join(one, "node_modules/.package-lock.json")),
      );
      if (packages === undefined) return;
      const hash = createHash("sha256");
      for (const folder of ["dist/cjs/shared", "dist/cjs/notebook", "dist/fonts"])
        for (const name of readdirSync(join(home, folder)).sort())
          hash.update(readFileSync(join(home, folder, name)));
      hash.update(readFileSync(join(packages, "node_modules/.package-lock.json")));
      this.settings = hash.digest("hex");
      this.place = join(packages, "node_modules/.cache/trade-figures/drawings");
    } catch {
      // What draws cannot be read, so that nothing is known to be drawn by it: each run draws again.
    }
  }

  find(asked: ToDraw): unknown {
    try {
      return this.place && JSON.parse(readFileSync(this.file(this.place, asked), "utf8"));
    } catch {
      return undefined;
    }
  }

  keep(asked: ToDraw, drawn: object): void {
    const { chart, options } = asked;
    const drawings = isChart(chart) ? [chart, chart.narrow] : [chart];
    const { place } = this;
    if (
      place === undefined ||
      ("renderer" in options && options.renderer === "chromium") ||
      drawings.some(needsBrowser)
    )
      return;
    // What draws is what npm's list beside this package names, not another project's.
    const files = DRAWING.map(findPackage).filter((one) => one !== undefined);
    if (!files.every((one) => one.startsWith(join(place, "../../..")))) return;
    try {
      mkdirSync(place, { recursive: true });
      leaveNewest(place, MOST);
      keepJson(this.file(place, asked), drawn);
    } catch {
      // A folder that may not be written to: the next run draws again.
    }
  }

  private file(place: string, { kind, chart, options }: ToDraw): string {
    // Pictures and pages are drawn from the JSON of a chart, and notebooks keep it as JSON.
    const hash = createHash("sha256")
      .update(this.settings)
      .update(JSON.stringify([kind, chart, options]));
    return join(place, `${hash.digest("hex").slice(0, 32)}.json`);
  }
}
