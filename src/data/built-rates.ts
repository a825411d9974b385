import { existsSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Source } from "../figure/quantity.js";
import { columnsOf } from "../rate/columns.js";
import type { RateEntry } from "../rate/entry.js";
import type { RateKind } from "../rate/kind.js";
import { RateSeries } from "../rate/series.js";
import { readBytes } from "./file/bytes.js";

/** What `src/pack-rates.mjs` writes when the package is built. */
interface Built {
  /** The files of `data` that it was made from, with the CRC-32 of each. */
  readonly files: Readonly<Record<string, number>>;
  readonly sources: readonly Source[];
  readonly series: readonly {
    readonly base: string;
    readonly quote: string;
    readonly kind: RateKind;
    readonly per?: NonNullable<RateEntry["per"]>;
    readonly from: string;
    readonly to: string;
    readonly length: number;
    /** Day or period, digits as printed, and which source, for one rate after the other. */
    readonly rates: readonly (string | number)[];
  }[];
}

/**
 * The rates of the package's own tables as they were read and checked when it was built, so that opening need not do it
 * again; undefined where a table is no longer the one that was checked.
 * @param root the package's folder
 */
export function builtRates(root: string): RateSeries[] | undefined {
  const path = join(root, "dist", "rates.json");
  if (!existsSync(path)) return undefined;
  const built = JSON.parse(readBytes(path).toString("utf8")) as Built;
  for (const [name, sum] of Object.entries(built.files)) {
    const file = join(root, "data", name);
    if (!existsSync(file) || crc32(readBytes(file)) !== sum) return undefined;
  }
  return built.series.map(({ rates, per, ...one }) => {
    const { base, quote, kind, length } = one;
    const entry = (_: unknown, i: number): RateEntry => ({
      on: rates[3 * i] as string,
      base,
      quote,
      rate: rates[3 * i + 1] as string,
      ...(per === undefined ? {} : { per }),
      kind,
      source: built.sources[rates[3 * i + 2] as number] as Source,
    });
    return new RateSeries({ ...one, unpack: () => columnsOf(Array.from({ length }, entry)) });
  });
}
