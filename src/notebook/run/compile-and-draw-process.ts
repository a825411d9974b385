/**
 * The program that does for notebooks what is slow to start and keeps nothing of them: it compiles their cells, or draws
 * their charts. Their code never runs here.
 */
import type { Chart, Drawing } from "../../chart/chart.js";
import { chartBundle } from "../picture/bundle.js";
import type { BundleOptions, ChartBundle } from "../picture/bundle-types.js";
import { Compiler } from "./compiler.js";
import { KeptDrawings } from "./kept-drawings.js";
import { Peer } from "./message-channel.js";

export type ToWorkshop =
  | { readonly kind: "begin" }
  | {
      readonly kind: "compile";
      readonly notebook: number;
      readonly declarations: string;
      readonly source: string;
    }
  | { readonly kind: "end"; readonly notebook: number }
  | { readonly kind: "draw"; readonly chart: Chart | Drawing; readonly options: BundleOptions };

let made: Compiler | undefined;
let kept: KeptDrawings | undefined;
const compiler = () => {
  made ??= new Compiler(process.cwd());
  return made;
};

async function draw(chart: Chart | Drawing, options: BundleOptions): Promise<ChartBundle> {
  const bundle = await chartBundle(chart, options);
  kept ??= new KeptDrawings();
  kept.keep(chart, options, bundle);
  return bundle;
}

new Peer<never, ToWorkshop>(process, (asked) => {
  switch (asked.kind) {
    case "begin":
      compiler();
      return undefined;
    case "compile":
      return compiler().compile(asked.notebook, asked.declarations, asked.source);
    case "end":
      return compiler().end(asked.notebook);
    case "draw":
      return draw(asked.chart, asked.options);
  }
});
process.on("disconnect", () => process.exit(0));
