import { svg, visible } from "./dom.js";
import type { Ends } from "./protocol.js";

const WIDTH = 320;
const PAD = 8;

/**
 * The printed and the computed interval, one above the other on a common scale without numbers: whether they meet is
 * what the picture says, the numbers stand in its title and beside it.
 */
export function intervalPicture(
  printed: Ends,
  computed: Ends,
  words: { readonly printed: string; readonly computed: string; readonly title: string },
): SVGElement | undefined {
  const ends = [printed.lower, printed.upper, computed.lower, computed.upper].filter(Number.isFinite);
  if (ends.length < 2) return undefined;
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  const span = high - low || Math.abs(high) || 1;
  const from = low - span * 0.06;
  const scale = (WIDTH - 2 * PAD) / (span * 1.12);
  const x = (value: number) => {
    if (value === Number.NEGATIVE_INFINITY) return 0;
    if (value === Number.POSITIVE_INFINITY) return WIDTH;
    return PAD + (value - from) * scale;
  };
  const bar = (of: Ends, y: number, name: string, label: string) => {
    const left = x(of.lower);
    const width = Math.max(3, x(of.upper) - left);
    return [
      svg("text", { x: "0", y: String(y), class: "label" }, label),
      svg("rect", {
        x: left.toFixed(1),
        y: String(y + 5),
        width: width.toFixed(1),
        height: "9",
        rx: "2",
        class: name,
      }),
    ];
  };
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} 64`, class: "interval", role: "img", "aria-label": visible(words.title) },
    ...bar(printed, 11, "printed", words.printed),
    ...bar(computed, 42, "computed", words.computed),
  );
}
