import type { Chart, Drawing } from "../../chart/chart.js";
import type { MimeBundle } from "../../figure/display.js";
import type { BundleOptions, ChartBundle } from "../picture/bundle-types.js";

/** How the kernel and the runner take what a notebook shows. */
export interface Channel {
  show(data: MimeBundle): void;
  /** Draws elsewhere, where a window for drawing stands ready. */
  draw?(chart: Chart | Drawing, options: BundleOptions): Promise<ChartBundle>;
}

// Shared by symbol, since a notebook may import another copy of the package than the kernel's.
const KEY = Symbol.for("trade-figures.channel");

export const channel = (): Channel | undefined => (globalThis as { [KEY]?: Channel })[KEY];

export function openChannel(to: Channel): void {
  (globalThis as { [KEY]?: Channel })[KEY] = to;
}
