import { createHash } from "node:crypto";
import { basename } from "node:path";
import { FigureError } from "../errors.js";
import { dayNumber, dayText } from "../figure/period.js";
import { type Sidecar, saveFlows, saveRates } from "./cache.js";
import { readBytes, shownPath } from "./file/bytes.js";
import { type Asked, type OfficialSource, sourceNamed } from "./sources/catalogue.js";
import { type FetchOptions, fetchWhole } from "./sources/fetch.js";

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
  const got = options.file === undefined ? await fetched(source, asked, options) : downloaded(options.file);
  const document = { name: `${source.publisher} (${got.url})`, bytes: got.bytes };
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
    return { fetched: entries.length, kept: saveRates(options.folder, sidecar, entries), sidecar };
  }
  const entries = source.parse(document, asked);
  return { fetched: entries.length, kept: saveFlows(options.folder, sidecar, entries), sidecar };
}

async function fetched(source: OfficialSource, asked: Asked, options: UpdateOptions) {
  const url = new URL(source.url(asked));
  const at = options.host === undefined ? url : new URL(`${url.pathname}${url.search}`, options.host);
  return fetchWhole(at.href, {
    ...options,
    ...(source.headers === undefined ? {} : { headers: source.headers }),
  });
}

const LARGEST_FILE = 64 * 1024 * 1024;

function downloaded(file: string) {
  const bytes = readBytes(file, shownPath(file), LARGEST_FILE);
  return { url: basename(file), bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
