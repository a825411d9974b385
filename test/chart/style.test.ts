import { describe, expect, test } from "vitest";
import { palettes, seriesColours } from "../../src/chart/style.js";
import { textWidth, wrap } from "../../src/chart/text-width.js";
import { openFonts } from "../../src/notebook/picture/font.js";

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG 2 contrast. */
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/** Machado, Oliveira and Fernandes (2009), full severity, on linear RGB. */
const visions: Record<string, number[][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** OKLab of a colour as someone with that vision sees it. */
function seen(hex: string, vision: number[][]): number[] {
  const rgb = channels(hex).map(linear);
  const [r = 0, g = 0, b = 0] = vision.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, at) => sum + weight * rgb[at]!, 0),
      ),
    ),
  );
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

describe.each(Object.entries(palettes))("the %s palette", (_theme, palette) => {
  const data = [...seriesColours, "grey"] as const;

  test.each(data)("%s stands out from the paper, 3 to 1", (name) => {
    expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(3);
  });

  test.each(["paper", "band", "land"] as const)("text can be read on %s, 4.5 to 1", (ground) => {
    expect(contrast(palette.ink, palette[ground])).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.muted, palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test("axes and marks of context stand out, 3 to 1", () => {
    expect(contrast(palette.axis, palette.paper)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(visions))("data colours can be told apart with %s", (_name, vision) => {
    for (const [index, a] of data.entries()) {
      for (const b of data.slice(0, index)) {
        const [x, y] = [seen(palette[a], vision), seen(palette[b], vision)];
        const distance = Math.hypot(...x.map((value, at) => value - y[at]!));
        expect(distance, `${a} and ${b}`).toBeGreaterThan(0.08);
      }
    }
  });

  test("no two parts share a colour, or exchanging themes would mix them", () => {
    expect(new Set(Object.values(palette)).size).toBe(Object.values(palette).length);
  });
});

test("the stored widths are those of the shipped font", () => {
  const fonts = openFonts();
  for (const weight of [400, 600] as const) {
    const font = fonts[weight];
    for (let code = 32; code < 127; code += 1) {
      const letter = String.fromCharCode(code);
      const exact = (font.layout(letter).advanceWidth * 100) / font.unitsPerEm;
      expect(Math.abs(textWidth(letter, 100, weight) - exact), letter).toBeLessThan(0.06);
    }
  }
});

test("wrapping keeps every letter and no line is too wide", () => {
  const text = "A sentence with one Donaudampfschifffahrtsgesellschaftskapitän and 12,345.67 in it";
  const lines = wrap(text, 120, 12);
  expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
});
