import { size } from "./style.js";
import { textWidth } from "./text-width.js";

/** A point in pixels with the words that belong to it. */
export interface LabelPoint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export type Side = "right" | "left" | "above" | "below";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const sides: readonly Side[] = ["right", "left", "above", "below"];
const gap = 9;
const tall = 15;

function boxOf({ x, y, text }: LabelPoint, side: Side): Box {
  const wide = textWidth(text, size.label, 600);
  const left = side === "right" ? x + gap : side === "left" ? x - gap - wide : x - wide / 2;
  const top = side === "above" ? y - gap - tall : side === "below" ? y + gap : y - tall / 2;
  return { left, right: left + wide, top, bottom: top + tall };
}

/** How much of a box lies over another, in square pixels. */
function shared(a: Box, b: Box): number {
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return across > 0 && down > 0 ? across * down : 0;
}

/**
 * The side of its point on which each label stands: the first that meets no other label, no point and no edge, or else
 * the one that meets the least. `avoid` are further points, along a route, that a label should not cover.
 */
export function labelSides(
  points: readonly LabelPoint[],
  page: { width: number; height: number },
  avoid: readonly { x: number; y: number }[],
): Side[] {
  const marks = points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }));
  const onRoute = avoid.map(({ x, y }) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
  const taken: Box[] = [];
  return points.map((point) => {
    const cost = (box: Box) => {
      const visible = { left: 0, right: page.width, top: 0, bottom: page.height };
      const outside = (box.right - box.left) * tall - shared(box, visible);
      const over = [...taken, ...marks].reduce((sum, other) => sum + shared(box, other), 0);
      const crossed = onRoute.reduce((sum, other) => sum + shared(box, other), 0);
      return outside * 20 + over * 4 + crossed;
    };
    const ranked = sides
      .map((side) => ({ side, box: boxOf(point, side) }))
      .map((each) => ({ ...each, cost: cost(each.box) }));
    const best = ranked.reduce((a, b) => (b.cost < a.cost ? b : a));
    taken.push(best.box);
    return best.side;
  });
}
