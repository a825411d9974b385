import { FigureError } from "../errors.js";
import type { Source } from "../figure/quantity.js";
import type { RateColumns } from "../rate/columns.js";
import type { RateKind } from "../rate/kind.js";
import { RateSeries } from "../rate/series.js";
import { crc32 } from "./crc32.js";

/** Where a block is, and the CRC-32 of what it unpacks to. */
type Block = readonly [offset: number, length: number, crc32: number];

interface Header {
  readonly sources: readonly (Source & { readonly terms: string })[];
  readonly calendars: readonly Block[];
  readonly series: readonly {
    readonly base: string;
    readonly quote: string;
    readonly kind: RateKind;
    readonly source: number;
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly gaps?: readonly string[];
    readonly block: Block;
  }[];
}

const MAGIC = "TFRATES1";

/** Unpacks a raw deflate stream: fflate's `inflateSync`, or Node's `inflateRawSync`. */
export type Inflate = (packed: Uint8Array) => Uint8Array;

/** No series of daily rates is longer: a limit for files that lie about themselves. */
const MOST_BYTES = 4 * 1024 * 1024;

/**
 * The series of a packed history of rates (data/rates/README.md says how it is laid out). A series is unpacked when
 * one of its rates is first asked for, so that opening takes no time.
 * @param bytes of `ecb.bin`, `h10.bin` or the light `majors.bin`
 * @throws FigureError "bad-data" for bytes that are no such file
 */
export function packedRates(bytes: Uint8Array, inflate: Inflate): RateSeries[] {
  const magic = String.fromCharCode(...bytes.subarray(0, 8));
  if (magic !== MAGIC || bytes.length < 12) throw broken("it does not begin as one");
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  let header: Header;
  try {
    header = JSON.parse(
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(12, 12 + size)),
    ) as Header;
  } catch {
    throw broken("its list of series cannot be read");
  }
  const body = bytes.subarray(12 + size);
  const unpacked = (block: Block) => {
    const [offset, length, sum] = block;
    if (offset + length > body.length) throw broken("it is cut off");
    try {
      const out = inflate(body.subarray(offset, offset + length));
      if (out.length > MOST_BYTES) throw broken("a series is too long");
      // Raw deflate has no checksum of its own: a flipped bit would be another rate.
      if (crc32(out) !== sum) throw broken("a series is not what its checksum says");
      return out;
    } catch (error) {
      if (FigureError.is(error)) throw error;
      throw broken(`a series cannot be unpacked (${(error as Error).message})`);
    }
  };
  const calendars = header.calendars.map((block) => {
    let days: Int32Array | undefined;
    return () => {
      days ??= calendarOf(unpacked(block));
      return days;
    };
  });
  return header.series.map((one) => {
    const { publisher, title, url } = header.sources[one.source] as Source;
    const source: Source = { publisher, ...(title ? { title } : {}), ...(url ? { url } : {}) };
    return new RateSeries({
      base: one.base,
      quote: one.quote,
      kind: one.kind,
      from: one.from,
      to: one.to,
      length: one.count,
      source,
      gaps: one.gaps ?? [],
      unpack: () =>
        columns(unpacked(one.block), (calendars[one.source] as () => Int32Array)(), one.count, source),
    });
  });
}

function broken(problem: string): FigureError {
  return new FigureError("bad-data", `the packed history of rates is broken: ${problem}`);
}

function columns(bytes: Uint8Array, calendar: Int32Array, count: number, source: Source): RateColumns {
  const reader = new Reader(bytes);
  const scale = reader.byte();
  const starts = new Int32Array(count);
  let [filled, day] = [0, 0];
  for (let runs = reader.varint(); runs > 0; runs -= 2) {
    day += reader.varint();
    for (let take = reader.varint(); take > 0; take--) starts[filled++] = calendar[day++] as number;
  }
  if (filled !== count || day > calendar.length) throw broken("days and rates differ in number");
  const decimals = new Uint8Array(count);
  const runs = reader.varint();
  for (let run = 0, at = 0; run < runs; run += 2) {
    const own = reader.varint();
    const end = at + reader.varint();
    decimals.fill(own, at, end);
    at = end;
  }
  const low = reader.take(count);
  const units = new Float64Array(count);
  let unit = 0;
  for (let i = 0; i < count; i++) {
    const change = reader.varint() * 256 + (low[i] as number);
    unit += change % 2 === 0 ? change / 2 : -(change + 1) / 2;
    units[i] = unit;
    if (runs === 0) decimals[i] = bare(unit, scale);
  }
  return {
    starts,
    ends: starts,
    units,
    scale,
    decimals,
    per: undefined,
    source: () => source,
    periodText: () => undefined,
  };
}

/** The decimals of a number without the zeros at its end. */
function bare(unit: number, scale: number): number {
  let own = scale;
  for (let rest = unit; own > 0 && rest % 10 === 0; rest /= 10) own--;
  return own;
}

/** Days as the gaps between them. */
function calendarOf(bytes: Uint8Array): Int32Array {
  const reader = new Reader(bytes);
  const days = new Int32Array(bytes.length);
  let [length, day] = [0, 0];
  while (!reader.done) {
    day += reader.varint();
    days[length++] = day;
  }
  return days.subarray(0, length);
}

/** Bytes, and numbers of seven bits a byte, in order. */
class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) throw broken("a series ends too soon");
    return byte;
  }

  varint(): number {
    let [value, factor] = [0, 1];
    for (;;) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
  }

  take(length: number): Uint8Array {
    const part = this.bytes.subarray(this.at, this.at + length);
    if (part.length < length) throw broken("a series ends too soon");
    this.at += length;
    return part;
  }

  get done(): boolean {
    return this.at >= this.bytes.length;
  }
}
