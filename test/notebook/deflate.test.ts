import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deflated } from "../../src/notebook/picture/deflate.js";

// zlib is the oracle: what it unpacks is what was packed, and its check sum holds.

const unpacked = (bytes: Uint8Array, point = 1, line = 9) =>
  Buffer.from(inflateSync(deflated(bytes, point, line)));

test("zlib reads back any bytes", () => {
  const flat = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 700 })), { maxLength: 60 });
  const runs = flat.map((parts) =>
    Uint8Array.from(parts.flatMap(([value, count]) => new Array<number>(count).fill(value))),
  );
  fc.assert(
    fc.property(
      fc.oneof(runs, fc.uint8Array({ maxLength: 4000 }), fc.uint8Array({ maxLength: 40, max: 2 })),
      fc.constantFrom(1, 3),
      fc.integer({ min: 1, max: 300 }),
      (bytes, point, line) => {
        expect(unpacked(bytes, point, line).equals(Buffer.from(bytes))).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test("zlib reads back what is far away, what never repeats and what is seldom", () => {
  const far = new Uint8Array(70_000);
  for (let at = 0; at < far.length; at++) far[at] = (at * at * 31) >>> 7;
  far.copyWithin(40_000, 0, 20_000);
  // Each value half as often as the next: Huffman's own code would be longer than DEFLATE allows.
  const seldom = Uint8Array.from(
    Array.from({ length: 18 }, (_, value) =>
      Array.from({ length: 2 ** value }, (_, at) => (at % 7 === 3 && value > 4 ? (at * 13) % 18 : value)),
    ).flat(),
  );
  for (const bytes of [new Uint8Array(), Uint8Array.of(7), new Uint8Array(100_000), far, seldom])
    expect(unpacked(bytes, 1, 40_000).equals(Buffer.from(bytes))).toBe(true);
  expect(deflated(new Uint8Array(1_000_000), 1, 1001).length).toBeLessThan(1100);
});
