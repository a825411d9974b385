import { FigureError } from "../errors.js";
import { dayNumber, dayText } from "../figure/period.js";
import { type Sidecar, saveFlows, saveRates } from "./cache.js";
import { type Asked, sourceNamed } from "./sources/catalogue.js";
import { type FetchOptions, fetchWhole } from "./sources/fetch.js";

export interface UpdateOptions extends FetchOptions, Partial<Asked> {
  readonly folder: string;
  /** The day of today, for the default range and the sidecar. */
  readonly now: Date;
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
    from: options.from ?? dayText(dayNumber(today) - 365),
    to: options.to ?? today,
    ...(options.what === undefined ? {} : { what: options.what }),
    ...(options.key === undefined ? {} : { key: options.key }),
  };
  if (dayNumber(asked.from) > dayNumber(asked.to)) {
    throw new FigureError("bad-option", `the range from ${asked.from} to ${asked.to} is empty`);
  }
  const url = new URL(source.url(asked));
  const at = options.host === undefined ? url : new URL(`${url.pathname}${url.search}`, options.host);
  const got = await fetchWhole(at.href, {
    ...options,
    ...(source.headers === undefined ? {} : { headers: source.headers }),
  });
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
