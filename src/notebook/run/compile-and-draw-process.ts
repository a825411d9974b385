/**
 * The program that does for notebooks what is slow to start and keeps nothing of them: it compiles their cells, or draws
 * their charts. Their code never runs here.
 */
import { chartBundle } from "../picture/bundle.js";
import type { ChartBundle } from "../picture/bundle-types.js";
import { type ChartFiles, chartFiles } from "../picture/chart-files.js";
import { Compiler } from "./compiler.js";
import { KeptDrawings, type ToDraw } from "./kept-drawings.js";
import { Peer } from "./message-channel.js";
import { optimiseLater } from "./optimise-later.js";

export type ToWorkshop =
  | { readonly kind: "begin" }
  | {
      readonly kind: "compile";
      readonly notebook: number;
      readonly declarations: string;
      readonly source: string;
    }
  | { readonly kind: "end"; readonly notebook: number }
  | ToDraw;

optimiseLater();
let made: Compiler | undefined;
let kept: KeptDrawings | undefined;
const compiler = () => {
  made ??= new Compiler(process.cwd());
  return made;
};

async function draw(asked: ToDraw): Promise<ChartBundle | ChartFiles> {
  const drawn = await (asked.kind === "draw"
    ? chartBundle(asked.chart, asked.options)
    : chartFiles(asked.chart, asked.options));
  kept ??= new KeptDrawings();
  kept.keep(asked, drawn);
  return drawn;
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
    case "files":
      return draw(asked);
  }
});
process.on("disconnect", () => process.exit(0));
