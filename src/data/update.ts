import { createHash } from "node:crypto";
import { basename } from "node:path";
import { FigureError } from "../errors.js";
import { dayNumber, dayText, period } from "../figure/period.js";
import type { RateEntry } from "../rate/entry.js";
import { cachedRates, type Sidecar, saveFlows, saveRates } from "./cache.js";
import { readBytes, shownPath } from "./file/bytes.js";
import { openData } from "./open.js";
import { rateEntries } from "./rates.js";
import { type Asked, type OfficialSource, sourceNamed } from "./sources/catalogue.js";
import { broken, type Document } from "./sources/document.js";
import { type FetchOptions, fetchWhole } from "./sources/fetch.js";
import { implausible } from "./sources/plausible.js";

export interface UpdateOptions extends FetchOptions, Partial<Asked> {
  readonly folder: string;
  /** The day of today, for the default range and the sidecar. */
  readonly now: Date;
  /** A file that was downloaded before, read in place of an answer: nothing is asked of the network. */
  readonly file?: string;
  /** Where to ask instead of the source's own host: for tests, and for a mirror. */
  readonly host?: string;
}

export interface Updated {
  readonly fetched: number;
  readonly kept: number;
  readonly sidecar: Sidecar;
}

/**
 * Fetches one official source into a cache folder. What came back is checked before anything is written: on any error
 * the old cache stays as it was.
 * @throws FigureError "bad-option" for an unknown source or range; "bad-data" for an answer that is not what it should be
 */
export async function update(id: string, options: UpdateOptions): Promise<Updated> {
  const source = sourceNamed(id);
  const today = dayText(Math.floor(options.now.getTime() / 86_400_000));
  const asked: Asked = {
    from: options.from ?? (options.file === undefined ? dayText(dayNumber(today) - 365) : "1900-01-01"),
    to: options.to ?? today,
    ...(options.what === undefined ? {} : { what: options.what }),
    ...(options.key === undefined ? {} : { key: options.key }),
  };
  if (dayNumber(asked.from) > dayNumber(asked.to)) {
    throw new FigureError("bad-option", `the range from ${asked.from} to ${asked.to} is empty`);
  }
  const got = await (options.file === undefined ? fetched(source, asked, options) : downloaded(options.file));
  const document: Document = {
    name: `${source.publisher} (${got.url})`,
    bytes: got.bytes,
    measured: got.measured,
  };
  const sidecar: Sidecar = {
    source: source.id,
    publisher: source.publisher,
    holds: source.holds,
    url: got.url,
    fetched: options.now.toISOString(),
    sha256: got.sha256,
    rows: 0,
  };
  if (source.holds === "rates") {
    const entries = source.parse(document, asked);
    refuseFuture(
      document,
      entries.map(({ on }) => on),
      today,
    );
    const problem = implausible(entries, [...knownRates(), ...cachedRates(options.folder)]);
    if (problem !== undefined) throw broken(document, problem);
    return { fetched: entries.length, kept: saveRates(options.folder, sidecar, entries), sidecar };
  }
  const entries = source.parse(document, asked);
  refuseFuture(
    document,
    entries.map((entry) => entry.period),
    today,
  );
  return { fetched: entries.length, kept: saveFlows(options.folder, sidecar, entries), sidecar };
}

async function fetched(source: OfficialSource, asked: Asked, options: UpdateOptions) {
  const url = new URL(source.url(asked));
  const at = options.host === undefined ? url : onHost(options.host, url);
  return fetchWhole(at.href, {
    ...options,
    ...(source.headers === undefined ? {} : { headers: source.headers }),
  });
}

const LARGEST_FILE = 64 * 1024 * 1024;

/** A file that somebody downloaded: whole, as far as its size says. */
function downloaded(file: string) {
  const bytes = readBytes(file, shownPath(file), LARGEST_FILE);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { url: basename(file), bytes, sha256, measured: true };
}

/** The rates that come with the package: what a first answer is compared with. */
function knownRates(): RateEntry[] {
  return rateEntries(openData());
}

/** Nothing was published of a day to come. A publisher east of here may be a day ahead. */
function refuseFuture(document: Document, periods: readonly string[], today: string): void {
  const latest = dayText(dayNumber(today) + 1);
  const later = periods.find((one) => period(one).start > latest);
  if (later !== undefined) throw broken(document, `it has a figure of ${later}, and today is ${today}`);
}

function onHost(host: string, url: URL): URL {
  const base = URL.canParse(host) ? new URL(host) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol)) {
    throw new FigureError(
      "bad-option",
      `--host needs an address such as https://mirror.example, found "${host}"`,
    );
  }
  return new URL(`${url.pathname}${url.search}`, base);
}
