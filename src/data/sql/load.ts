/** Rows of files into columns: DuckDB decodes on its threads while this thread fills the arrays. */
import { FigureError } from "../../errors.js";
import { Column, NULL64 } from "../columns/column.js";
import type { Codes } from "../columns/kernel.js";
import { codesFor, Keys } from "../columns/keys.js";
import type { DuckDb } from "./duckdb.js";
import type { SqlSource } from "./plan.js";

/** A part of the rows that one query reads, in their order: as SQL. */
export interface Part {
  readonly from: string;
}

export interface LoadSource {
  readonly source: SqlSource;
  /** The amount as DECIMAL(18) or BIGINT of which DuckDB's own 64 bits are the whole number. */
  readonly raw: string;
  readonly rows: number;
  /** Parts that can be read by themselves, few enough rows each to be held; none where the rows are streamed. */
  readonly parts: readonly Part[];
}

export async function loadColumns<C extends string>(
  engine: DuckDb,
  load: LoadSource,
  currency: C,
  signal?: AbortSignal,
): Promise<{ value: Column<C>; keys: Keys[] }> {
  const names = Object.keys(load.source.keys);
  const dictionaries: KeyCodes[] = [];
  for (const name of names) dictionaries.push(await dictionaryOf(engine, load.source, name, signal));
  const columns = [
    load.raw,
    ...names.map((name, i) => (dictionaries[i] as KeyCodes).hash(keyText(load.source, name))),
  ];
  const amounts = new Amounts(load.rows);
  const codes = dictionaries.map((one) => codesFor(one.values.length, load.rows));
  let at = 0;
  const take = (vectors: readonly unknown[], count: number) => {
    if (at + count > load.rows) throw changed();
    amounts.fill(wordsOf(vectors[0], count), validityOf(vectors[0]), at, count);
    dictionaries.forEach((one, i) => {
      one.fill(codes[i] as Codes, vectors[i + 1], at, count);
    });
    at += count;
  };
  await engine.run(
    () =>
      load.parts.length > 0
        ? takeParts(engine, load.parts, columns, take)
        : takeStream(engine, load, columns, take),
    signal,
  );
  if (at !== load.rows) throw changed();
  return {
    value: new Column(currency, load.source.decimals, amounts.units, amounts.bound),
    keys: names.map((name, i) => new Keys(name, (dictionaries[i] as KeyCodes).values, codes[i] as Codes)),
  };
}

type Take = (vectors: readonly unknown[], count: number) => void;

async function takeStream(
  engine: DuckDb,
  load: LoadSource,
  columns: readonly string[],
  take: Take,
): Promise<void> {
  const result = await engine.connection.stream(`SELECT ${columns.join(", ")} FROM ${load.source.from} s0`);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return;
    take(
      columns.map((_, i) => chunk.getColumnVector(i)),
      chunk.rowCount,
    );
  }
}

/** Each part by a query of its own, whose rows DuckDB holds; the next one is decoded while this thread takes one. */
function takeParts(
  engine: DuckDb,
  parts: readonly Part[],
  columns: readonly string[],
  take: Take,
): Promise<void> {
  return engine.beside(async (connection) => {
    const ask = (part: Part | undefined) =>
      part === undefined ? undefined : connection.run(`SELECT ${columns.join(", ")} FROM ${part.from} s0`);
    let next = ask(parts[0]);
    try {
      for (let i = 1; next !== undefined; i++) {
        const result = await next;
        next = ask(parts[i]);
        for (let c = 0; c < result.chunkCount; c++) {
          const chunk = result.getChunk(c);
          take(
            columns.map((_, column) => chunk.getColumnVector(column)),
            chunk.rowCount,
          );
        }
      }
    } finally {
      await next?.catch(() => {});
    }
  });
}

const changed = () => new FigureError("bad-data", "the files changed while they were read");

const keyText = (source: SqlSource, name: string) => `COALESCE(CAST(${source.keys[name]} AS VARCHAR), '')`;

/** DuckDB's 64-bit numbers as pairs of 32 bits, the low one first. */
function wordsOf(vector: unknown, count: number): Int32Array {
  const { items, dataView } = vector as { items?: ArrayBufferView; dataView?: DataView };
  const bytes = items ?? dataView;
  if (bytes === undefined || bytes.byteLength < 8 * count) throw changed();
  return new Int32Array(bytes.buffer, bytes.byteOffset, 2 * count);
}

/** A bit a row, set where there is a value; undefined where all have one. */
function validityOf(vector: unknown): Int32Array | undefined {
  const { data } = (vector as { validity: { data: BigUint64Array | null } }).validity;
  return data === null ? undefined : new Int32Array(data.buffer, data.byteOffset, 2 * data.length);
}

/** Whole numbers in doubles, until one comes that needs 64 bits. */
class Amounts {
  #narrow: Float64Array | undefined;
  #wide: BigInt64Array | undefined;
  #largest = 0;

  constructor(rows: number) {
    this.#narrow = new Float64Array(rows);
  }

  get units(): Float64Array | BigInt64Array {
    return (this.#narrow ?? this.#wide) as Float64Array;
  }

  get bound(): number {
    return this.#wide === undefined ? this.#largest : Number.POSITIVE_INFINITY;
  }

  fill(words: Int32Array, valid: Int32Array | undefined, at: number, count: number): void {
    if (this.#narrow !== undefined) {
      const largest = fillNarrow(this.#narrow, words, valid, at, count);
      if (largest <= Number.MAX_SAFE_INTEGER) {
        this.#largest = Math.max(this.#largest, largest);
        return;
      }
      this.#wide = BigInt64Array.from(this.#narrow, (x, i) =>
        i >= at || Number.isNaN(x) ? NULL64 : BigInt(x),
      );
      this.#narrow = undefined;
    }
    const wide = this.#wide as BigInt64Array;
    const items = new BigInt64Array(words.buffer, words.byteOffset, count);
    for (let i = 0; i < count; i++) wide[at + i] = isNull(valid, i) ? NULL64 : (items[i] as bigint);
  }
}

const isNull = (valid: Int32Array | undefined, i: number) =>
  valid !== undefined && (((valid[i >> 5] as number) >>> (i & 31)) & 1) === 0;

/** @returns the largest amount, exact where all are within ±2^53 and larger than that otherwise */
function fillNarrow(
  out: Float64Array,
  words: Int32Array,
  valid: Int32Array | undefined,
  at: number,
  count: number,
): number {
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const x = (words[2 * i + 1] as number) * 0x100000000 + ((words[2 * i] as number) >>> 0);
    out[at + i] = x;
    const size = Math.abs(x);
    if (size > largest && !isNull(valid, i)) largest = size;
  }
  if (valid !== undefined) for (let i = 0; i < count; i++) if (isNull(valid, i)) out[at + i] = Number.NaN;
  return largest;
}

/** The texts of a key, and each row's place among them by DuckDB's hash of its text. */
interface KeyCodes {
  readonly values: readonly string[];
  readonly hash: (text: string) => string;
  fill(codes: Codes, vector: unknown, at: number, count: number): void;
}

/** All 64 bits of the hash, in a table of twice the size that is searched from where a hash should be. */
class Dictionary implements KeyCodes {
  readonly values: readonly string[];
  readonly hash: (text: string) => string;
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #code: Int32Array;
  readonly #mask: number;

  constructor(values: readonly string[], hashes: readonly bigint[], hash: (text: string) => string) {
    this.values = values;
    this.hash = hash;
    let size = 16;
    while (size < 4 * values.length) size *= 2;
    this.#mask = size - 1;
    this.#low = new Int32Array(size);
    this.#high = new Int32Array(size);
    this.#code = new Int32Array(size).fill(-1);
    hashes.forEach((one, code) => {
      const low = Number(BigInt.asIntN(32, one));
      let slot = low & this.#mask;
      while (this.#code[slot] !== -1) slot = (slot + 1) & this.#mask;
      this.#low[slot] = low;
      this.#high[slot] = Number(BigInt.asIntN(32, one >> 32n));
      this.#code[slot] = code;
    });
  }

  fill(codes: Codes, vector: unknown, at: number, count: number): void {
    const words = wordsOf(vector, count);
    const [lows, highs, places, mask] = [this.#low, this.#high, this.#code, this.#mask];
    for (let i = 0; i < count; i++) {
      const low = words[2 * i] as number;
      const high = words[2 * i + 1] as number;
      let slot = low & mask;
      while (lows[slot] !== low || highs[slot] !== high || (places[slot] as number) < 0) {
        if ((places[slot] as number) < 0) throw changed();
        slot = (slot + 1) & mask;
      }
      codes[at + i] = places[slot] as number;
    }
  }
}

/** Sixteen bits of the hash are enough for a few hundred texts, and a lookup without a search. */
class ShortDictionary implements KeyCodes {
  readonly values: readonly string[];
  readonly hash: (text: string) => string;
  readonly #code = new Int32Array(2 ** 16).fill(-1);

  constructor(values: readonly string[], hashes: readonly bigint[], hash: (text: string) => string) {
    this.values = values;
    this.hash = hash;
    hashes.forEach((one, code) => {
      this.#code[Number(one)] = code;
    });
  }

  fill(codes: Codes, vector: unknown, at: number, count: number): void {
    const { items } = vector as { items: Uint16Array };
    const places = this.#code;
    for (let i = 0; i < count; i++) {
      const place = places[items[i] as number] as number;
      if (place < 0) throw changed();
      codes[at + i] = place;
    }
  }
}

/** No two texts may have one hash: with another salt they do not. */
async function dictionaryOf(
  engine: DuckDb,
  source: SqlSource,
  name: string,
  signal: AbortSignal | undefined,
): Promise<KeyCodes> {
  for (let salt = 0; ; salt++) {
    const long = (text: string) => `hash(${text}${salt === 0 ? "" : `, ${salt}`})`;
    const short = (text: string) => `CAST(${long(text)} & 65535 AS USMALLINT)`;
    const found = await engine.rows(
      `SELECT k, CAST(${short("k")} AS VARCHAR), CAST(${long("k")} AS VARCHAR) FROM (SELECT DISTINCT ${keyText(source, name)} AS k FROM ${source.from} s0) d0 ORDER BY k`,
      signal,
    );
    const values = found.map(([key]) => key as string);
    for (const [Made, place, hash] of [
      [ShortDictionary, 1, short],
      [Dictionary, 2, long],
    ] as const) {
      const hashes = found.map((row) => BigInt(row[place] as string));
      if (new Set(hashes).size === hashes.length) return new Made(values, hashes, hash);
    }
  }
}
