import { join } from "node:path";
import { check } from "../../check/check.js";
import { checkedFindings, relationFindings, type TextFinding } from "../../check/finding.js";
import { type NotCompared, notCompared } from "../../check/published/cases.js";
import { shownPath } from "../../data/file/bytes.js";
import { cacheFolder, openRateBook, packageFolder } from "../../data/index.js";
import { period } from "../../figure/period.js";
import type { RateBook } from "../../rate/book.js";
import { read } from "../../text/read.js";
import type { Reading } from "../../text/reading.js";
import type { Document } from "./input/documents.js";
import type { Settings } from "./types.js";

/** What `--data` calls the figures that come with the package. */
const BUNDLED = "bundled";

/** One text, read, and for `check` checked. */
export interface Analysis {
  readonly reading: Reading;
  readonly findings: readonly TextFinding[];
  /** Figures of trade that were not compared with the published ones, with the reason. */
  readonly notCompared: readonly NotCompared[];
}

/** What reads and checks a document; the rates are opened once for a thread. */
export type Analyse = (document: Document) => Analysis;

/** @throws FigureError for an option that has no meaning, or for data that are missing */
export async function analyser(settings: Settings): Promise<Analyse> {
  const { locale, region } = settings;
  const own = { ...(locale === undefined ? {} : { locale }), ...(region === undefined ? {} : { region }) };
  const dated = ({ publishedOn }: Document) => (publishedOn === undefined ? {} : { publishedOn });
  const readOne = (document: Document) =>
    read(document.text, {
      ...own,
      ...dated(document),
      ...(document.tables === undefined ? {} : { tables: document.tables }),
    });
  // Options that are wrong for one text are wrong for all: they are found before the first.
  if (settings.publishedOn !== undefined) period(settings.publishedOn);
  read("", { ...own, ...(settings.publishedOn === undefined ? {} : { publishedOn: settings.publishedOn }) });
  if (settings.mode === "read") {
    return (document) => {
      const reading = readOne(document);
      return { reading, findings: relationFindings(reading), notCompared: [] };
    };
  }
  const book: RateBook = openRateBook(undefined, {
    cache: await cacheFolder(),
    ...(settings.rates === undefined ? {} : { own: settings.rates }),
  });
  const { data, revision } = settings;
  const published =
    data === undefined
      ? undefined
      : (await import("../../data/published.js")).openPublished(
          data.map((path) => (path === BUNDLED ? join(packageFolder(), "data") : path)),
          {
            name: data.map((path) => (path === BUNDLED ? "the bundled data" : shownPath(path))).join(", "),
            book,
            ...(revision === undefined ? {} : { revision }),
          },
        );
  const against = published === undefined ? {} : { published };
  let whole = true;
  return (document) => {
    if (!whole) published?.forget();
    whole = false;
    const reading = readOne(document);
    const checked = check(reading, {
      book,
      ...against,
      ...dated(document),
      ...(document.firstLine === undefined ? {} : { firstLine: document.firstLine }),
    });
    const left = published === undefined ? [] : notCompared(reading, published, checked.claims);
    whole = true;
    return { reading, findings: checkedFindings(reading, checked), notCompared: left };
  };
}
