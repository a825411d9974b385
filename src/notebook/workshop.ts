/**
 * The program that does for a folder's notebooks what is slow to start and keeps nothing of them: it compiles their
 * cells and draws their charts. Their code never runs here.
 */
import type { Chart, Drawing } from "../chart/chart.js";
import { Compiler } from "./compiler.js";
import { Peer } from "./peer.js";
import { type BundleOptions, chartBundle } from "./picture/bundle.js";

export type ToWorkshop =
  | { readonly kind: "begin" }
  | { readonly kind: "compile"; readonly source: string }
  | { readonly kind: "draw"; readonly chart: Chart | Drawing; readonly options: BundleOptions };

let compiler: Compiler | undefined;

new Peer<never, ToWorkshop>(process, (asked) => {
  switch (asked.kind) {
    case "begin":
      if (compiler) compiler.begin();
      else compiler = new Compiler(process.cwd());
      return undefined;
    case "compile":
      return compiler?.compile(asked.source);
    case "draw":
      return chartBundle(asked.chart, asked.options);
  }
});
process.on("disconnect", () => process.exit(0));
