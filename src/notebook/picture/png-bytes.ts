import { crc32 } from "../../data/crc32.js";
import { deflated } from "./deflate.js";

/**
 * Opaque pixels as a PNG, with a palette where 256 colours do: a chart's flat colours take a third of the space.
 * The compressor is plain JavaScript, since zlib's own bytes depend on the machine.
 * @param pixels four bytes each: red, green, blue, alpha
 * @returns undefined for pixels that can be seen through
 */
export function opaquePng(width: number, height: number, pixels: Uint8Array): Uint8Array | undefined {
  const aligned = pixels.byteOffset % 4 === 0 ? pixels : pixels.slice();
  const colours = new Uint32Array(aligned.buffer, aligned.byteOffset, pixels.length / 4);
  for (let i = 0; i < colours.length; i++) if ((colours[i] as number) >>> 24 !== 255) return undefined;
  const indexed = paletteLines(width, colours);
  const lines = indexed?.lines ?? plainLines(width, height, pixels);
  const point = indexed === undefined ? 3 : 1;
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 8;
  header[9] = indexed === undefined ? 2 : 3;
  return joined([
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk("IHDR", header),
    ...(indexed === undefined ? [] : [chunk("PLTE", rgb(indexed.palette))]),
    chunk("IDAT", deflated(lines, point, point * width + 1)),
    chunk("IEND", new Uint8Array()),
  ]);
}

// Each line starts with the number of its filter: none, which suits flat colours best.
/** The lines as indices into the colours, in the order in which they appear; undefined for more than 256 of them. */
function paletteLines(
  width: number,
  colours: Uint32Array,
): { readonly lines: Uint8Array; readonly palette: ReadonlyMap<number, number> } | undefined {
  const palette = new Map<number, number>();
  const lines = new Uint8Array(colours.length + colours.length / width);
  let [at, last, index] = [0, -1, 0];
  for (let i = 0; i < colours.length; i++) {
    if (i % width === 0) at++;
    const colour = colours[i] as number;
    if (colour !== last) {
      last = colour;
      const known = palette.get(colour);
      if (known === undefined && palette.size === 256) return undefined;
      index = known ?? palette.size;
      if (known === undefined) palette.set(colour, index);
    }
    lines[at++] = index;
  }
  return { lines, palette };
}

function plainLines(width: number, height: number, pixels: Uint8Array): Uint8Array {
  const lines = new Uint8Array(height * (3 * width + 1));
  let at = 0;
  for (let i = 0; i < pixels.length; i += 4) {
    if ((i / 4) % width === 0) at++;
    for (let part = 0; part < 3; part++) lines[at++] = pixels[i + part] as number;
  }
  return lines;
}

function rgb(palette: ReadonlyMap<number, number>): Uint8Array {
  return Uint8Array.from(
    [...palette.keys()].flatMap((colour) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255]),
  );
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(name), data]);
  const [before, behind] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(before.buffer).setUint32(0, data.length);
  new DataView(behind.buffer).setUint32(0, crc32(body));
  return joined([before, body, behind]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
