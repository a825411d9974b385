/**
 * The program in which a notebook's cells run: `worker.js shared` for cells that a workshop has compiled, `worker.js
 * isolated` for one that compiles and draws by itself.
 */
import type { Chart, Drawing } from "../../chart/chart.js";
import type { BundleOptions, ChartBundle } from "../picture/bundle-types.js";
import { loadExecutor, loadTslab } from "../tslab/tslab.js";
import type { Compiled } from "./compiled-cells.js";
import { Peer } from "./message-channel.js";
import { optimiseLater } from "./optimise-later.js";
import { followParent } from "./parent.js";
import { Session } from "./session.js";

export type ToWorker =
  | { readonly kind: "ready" }
  | { readonly kind: "cell"; readonly source: string; readonly compiled?: Compiled };
export type FromWorker = {
  readonly kind: "draw";
  readonly chart: Chart | Drawing;
  readonly options: BundleOptions;
};

optimiseLater();
let compiled: Compiled | undefined;
let session: Session | undefined;

const peer = new Peer<FromWorker, ToWorker>(process, (asked) => {
  session ??= process.argv[2] === "isolated" ? isolated() : shared();
  if (asked.kind === "ready") return undefined;
  compiled = asked.compiled;
  return session.execute(asked.source);
});
process.on("disconnect", () => process.exit(0));
followParent();

function isolated(): Session {
  const tslab = loadTslab();
  return new Session(process.cwd(), tslab, tslab.createConverter(process.cwd()));
}

function shared(): Session {
  const tslab = loadExecutor(() => compiled?.metadata ?? {});
  const converter = {
    convert: () => compiled?.converted ?? { diagnostics: [] },
    addModule: () => [],
  };
  return new Session(
    process.cwd(),
    tslab,
    converter,
    (chart, options) => peer.ask({ kind: "draw", chart, options }) as Promise<ChartBundle>,
  );
}
