// Packs the rates of the package's own tables, read and checked, into dist/rates.json: see data/built-rates.ts.
import { readFileSync, writeFileSync } from "node:fs";
import { crc32 } from "node:zlib";

const TABLES = ["datapackage.json", "rates.csv", "average_rates.csv", "customs_rates.csv", "sources.csv"];

export async function packRates() {
  const { openData, rateEntries } = await import("../dist/esm/data.js");
  const { RateBook } = await import("../dist/esm/index.js");
  const entries = rateEntries(openData());
  const sources = new Map();
  const numbered = ({ source }) => {
    const key = JSON.stringify(source);
    if (!sources.has(key)) sources.set(key, sources.size);
    return sources.get(key);
  };
  const series = new RateBook(entries).contents().map(({ pair, kind, from, to, length }) => {
    const own = entries.filter((one) => `${one.base}/${one.quote}` === pair && one.kind === kind);
    const [{ base, quote, per = 1 }] = own;
    if (own.some((one) => (one.per ?? 1) !== per)) throw new Error(`${pair} ${kind} is quoted in two ways`);
    if (own.length !== length) throw new Error(`${pair} ${kind} has a rate twice`);
    const rates = own.flatMap((one) => [one.on, one.rate, numbered(one)]);
    return { base, quote, kind, ...(per === 1 ? {} : { per }), from, to, length, rates };
  });
  const files = Object.fromEntries(TABLES.map((name) => [name, crc32(readFileSync(`data/${name}`))]));
  const built = { files, sources: [...sources.keys()].map((one) => JSON.parse(one)), series };
  writeFileSync("dist/rates.json", `${JSON.stringify(built)}\n`);
}
