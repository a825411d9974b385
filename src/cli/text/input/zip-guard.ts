import { Unzip, UnzipInflate } from "fflate";
import { FigureError } from "../../../errors.js";

/** A file of many entries, or one whose entries come to far more than its own size, is made to harm. */
const MOST_ENTRIES = 10_000;
const MOST_RATIO = 200;
const FREE_BYTES = 16 * 1024 * 1024;

/**
 * Unpacks a packed document once, without keeping it, to see how large it is: what a header says of its own size is not
 * believed. @returns the names of its entries
 * @throws FigureError "limit" for one that is too large when unpacked; "bad-data" for one that is broken
 */
export function guardedNames(bytes: Uint8Array, maxBytes: number): string[] {
  const most = Math.max(FREE_BYTES, Math.min(bytes.length * MOST_RATIO, maxBytes * 32));
  const names: string[] = [];
  let size = 0;
  // What is thrown within is caught there, and comes back as an error of the packing.
  let refused: FigureError | undefined;
  const refuse = (error: FigureError) => {
    refused ??= error;
    throw refused;
  };
  const unzip = new Unzip((entry) => {
    names.push(entry.name);
    if (names.length > MOST_ENTRIES)
      refuse(new FigureError("limit", `more than ${MOST_ENTRIES} parts are packed in it`));
    entry.ondata = (error, data) => {
      if (error !== null) refuse(new FigureError("bad-data", "its packed parts are broken"));
      size += data?.length ?? 0;
      if (size > most)
        refuse(new FigureError("limit", `it unpacks to more than ${most} bytes: nothing of it is read`));
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    const piece = 16_384;
    for (let at = 0; at < bytes.length; at += piece) {
      unzip.push(bytes.subarray(at, at + piece), at + piece >= bytes.length);
    }
  } catch (error) {
    if (refused !== undefined) throw refused;
    if (FigureError.is(error)) throw error;
    throw new FigureError("bad-data", "its packed parts are broken");
  }
  if (names.length === 0)
    throw new FigureError("bad-data", "it is no document of its kind: nothing is packed in it");
  return names;
}
