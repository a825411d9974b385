import { button, h, svg, visible } from "./dom.js";

/** A row of a picture: an interval, or a point of the same axis. */
export interface Row {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly class: string;
  /** What the row says, for those who read it beside the bar. */
  readonly says: string;
  readonly go?: () => void;
}

const WIDTH = 1000;
const HEIGHT = 22;
/** The width of what has none. */
const THIN = 8;

/**
 * Intervals below each other on a common scale. The bars are drawn; labels and numbers are text of the page, so that
 * they keep their size on any width. With a band, the first row's interval is drawn through all of them.
 */
export function intervalPicture(rows: readonly Row[], title: string, band?: "band"): HTMLElement | undefined {
  const ends = rows.flatMap((one) => [one.from, one.to]).filter(Number.isFinite);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  if (ends.length < 2) return undefined;
  const span = high - low || Math.abs(high) || 1;
  const from = low - span * 0.04;
  const scale = WIDTH / (span * 1.08);
  const x = (value: number) => Math.max(0, Math.min(WIDTH, (value - from) * scale));
  const first = rows[0] as Row;
  const rect = (left: number, width: number, kind: string, y: number, height: number) =>
    svg("rect", {
      x: Math.min(left, WIDTH - THIN).toFixed(1),
      y: String(y),
      width: Math.max(THIN, width).toFixed(1),
      height: String(height),
      class: kind,
    });
  const items = rows.map((row) => {
    const bar = svg("svg", {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: "none",
      class: "bar",
      "aria-hidden": "true",
    });
    if (band) bar.append(rect(x(first.from), x(first.to) - x(first.from), "band", 0, HEIGHT));
    bar.append(rect(x(row.from), x(row.to) - x(row.from), row.class, 5, 12));
    const label = visible(row.label);
    const name = row.go === undefined ? label : button(label, "place", row.go);
    return h(
      "li",
      {},
      h("span", { class: "label" }, name, " ", h("span", { class: "quiet" }, visible(row.says))),
      bar,
    );
  });
  return h("ul", { class: "intervals", "aria-label": visible(title) }, ...items);
}
